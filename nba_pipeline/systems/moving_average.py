"""Moving average: recent form weighted over the season's, then small adjustments for the game at hand."""

from __future__ import annotations

import numpy as np
import pandas as pd

WEIGHTS = {"points_avg_last_5": 0.5, "points_avg_last_10": 0.3, "points_avg_season": 0.2}

FRESH = 100.0
FATIGUE_SCALE = 20.0  # (fatigue_score - 100) / 20 points

# Points per unit of a feature, as they fit the season 2023-24, rounded. Of a second night the fatigue score takes
# three quarters of a point off already.
SIZES = {"shot_zone_mismatch_score": 0.05, "pace_score": 0.1, "usage_spike_score": 0.7, "back_to_back": -0.1}
HOME_ADVANTAGE = 0.1  # points, added at home and taken off away


def base(features: pd.DataFrame) -> pd.Series:
    """The weighted mean of the averages; null for a player without an earlier game. Before his first game of a
    season, the weight of the season's average goes to the two recent ones in proportion.
    """
    known = features[list(WEIGHTS)].astype(float)
    weights = known.notna().mul(pd.Series(WEIGHTS))
    return known.mul(weights).sum(axis=1) / weights.sum(axis=1).replace(0.0, np.nan)


def adjustments(features: pd.DataFrame) -> pd.DataFrame:
    """Points that each feature of the game adds to the base. What is not known adds nothing."""
    points = pd.DataFrame({name: features[name].astype(float) * size for name, size in SIZES.items()})
    points["fatigue_score"] = (features["fatigue_score"].astype(float) - FRESH) / FATIGUE_SCALE
    points["home_away"] = (features["home_away"].astype(float) - 0.5) * 2 * HOME_ADVANTAGE
    return points.fillna(0.0)


def predict(features: pd.DataFrame) -> pd.Series:
    """Expected points, never negative; null where there is no base."""
    return (base(features) + adjustments(features).sum(axis=1)).clip(lower=0.0)
