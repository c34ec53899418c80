"""What a prediction system is and sees, and how a prediction becomes a recommendation against a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from nba_pipeline.models import ModelRefused

OVER, UNDER, PASS, NO_LINE = "OVER", "UNDER", "PASS", "NO_LINE"

# The form that a learned prediction needs at the least: null before a player's first game.
HISTORY = "points_avg_last_5"


@dataclass(frozen=True)
class Slate:
    """Players' games to be predicted, one row each.

    - rows: the features, `game_date`, `player_id`, `opponent`, `is_home`, the opponent's weakness by zone, and
      `line_mean` for who looks at the market
    - past: everybody's games before, each with how it stood then: see `past_games.appearances`
    - learned: what each regression of the serving model expects, rows as in `rows`; None where no model can be
    - weights: what each member of the ensemble counts for; market_share: how far the market is believed
    - refused: why the model that should serve cannot be used
    """

    rows: pd.DataFrame
    past: pd.DataFrame
    learned: pd.DataFrame | None = None
    weights: Mapping[str, float] | None = None
    market_share: float | None = None
    refused: ModelRefused | None = None

    def expected_by(self, regression: str) -> pd.Series:
        """Expected points by a regression, null without a model or an earlier game. Raises ModelRefused."""
        self.require_model()
        if self.learned is None:
            return self.nothing()
        return self.learned[regression].where(self.rows[HISTORY].notna())

    def require_model(self) -> None:
        """Raise ModelRefused if the model that should serve cannot be used."""
        if self.refused is not None:
            raise self.refused

    def nothing(self) -> pd.Series:
        """A null for each row."""
        return pd.Series(np.nan, index=self.rows.index)


@dataclass(frozen=True)
class System:
    """A system predicts each row of a slate; a null prediction means that it does not know enough.

    It recommends a side when the edge (prediction minus line, in points) is larger than `least_edge`, or as large
    where that is `enough`. Only a system that says so sees the market; the others' predictions have nothing of it.
    One that is a `rule` needs no model: what it says of a game stays the same whatever is trained later.
    """

    system_id: str
    predict: Callable[[Slate], pd.Series]
    least_edge: float
    enough: bool = False
    sees_the_market: bool = False
    rule: bool = False


def recommend(
    predicted: pd.Series, line: pd.Series, not_ready: pd.Series, least_edge: float, enough: bool = False
) -> pd.DataFrame:
    """`edge`, `recommendation` and, where no side is recommended, the `reason`; one row per prediction.

    `not_ready` says why a row's features are not good enough to bet on, null where they are.
    """
    edge = predicted - line
    too_small = (edge.abs() < least_edge) | ((edge.abs() == least_edge) & (not enough))
    reason = not_ready.mask(not_ready.isna() & too_small, "edge_too_small")
    reason = reason.mask(line.isna(), "no_line").mask(predicted.isna(), "too_little_history")
    no_side = [predicted.isna(), line.isna(), reason.notna()]
    return pd.DataFrame(
        {
            "edge": edge,
            "recommendation": np.select([*no_side, edge > 0], [PASS, NO_LINE, PASS, OVER], UNDER),
            "reason": reason,
        },
        index=predicted.index,
    )
