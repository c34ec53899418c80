"""What a prediction system is, and how a prediction becomes a recommendation against a line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

OVER, UNDER, PASS, NO_LINE = "OVER", "UNDER", "PASS", "NO_LINE"


@dataclass(frozen=True)
class System:
    """A system predicts each row of the feature frame; a null prediction means that it does not know enough.

    It recommends a side when the edge (prediction minus line, in points) is larger than `least_edge`.
    """

    system_id: str
    predict: Callable[[pd.DataFrame], pd.Series]
    least_edge: float


def recommend(predicted: pd.Series, line: pd.Series, least_edge: float) -> pd.DataFrame:
    """`edge`, `recommendation` and, where no side is recommended, the `reason`; one row per prediction."""
    edge = predicted - line
    small = edge.abs() <= least_edge
    conditions = [predicted.isna(), line.isna(), small, edge > 0]
    reasons = np.select(conditions[:3], ["too_little_history", "no_line", "edge_too_small"], "")
    return pd.DataFrame(
        {
            "edge": edge,
            "recommendation": np.select(conditions, [PASS, NO_LINE, PASS, OVER], UNDER),
            "reason": pd.Series(reasons, index=predicted.index).mask(reasons == ""),
        },
        index=predicted.index,
    )
