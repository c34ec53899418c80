"""Whether newer regressions may follow older ones: both predict the last month, which neither has seen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

# The newer ones are worse if they miss by more than this many points, beyond twice the standard error of the days.
TOLERANCE = 0.02


@dataclass(frozen=True)
class Comparison:
    """Mean absolute errors on the same games, and whether the newer regressions are worse than is tolerated."""

    newer_mae: float
    older_mae: float
    newer_is_worse: bool

    @property
    def reason(self) -> str:
        return (
            f"trained a month later they miss by {self.newer_mae:.3f} points, the older ones by "
            f"{self.older_mae:.3f} on the same games of the last month"
        )


def compare(newer: pd.Series, older: pd.Series, points: pd.Series, game_date: pd.Series) -> Comparison:
    """Compare two predictions of the same games, paired by game day: games of one evening share their luck."""
    newer_miss, older_miss = (newer - points).abs(), (older - points).abs()
    by_day = (newer_miss - older_miss).groupby(game_date).mean()
    error = float(by_day.std() / np.sqrt(len(by_day))) if len(by_day) > 1 else 0.0
    return Comparison(
        newer_mae=round(float(newer_miss.mean()), 4),
        older_mae=round(float(older_miss.mean()), 4),
        newer_is_worse=bool(by_day.mean() - 2 * error > TOLERANCE),
    )
