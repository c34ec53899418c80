"""Moving average: recent form weighted over the season's, then small adjustments for the game at hand."""

from __future__ import annotations

import pandas as pd

from nba_pipeline.systems.base import System

WEIGHTS = {"points_avg_last_5": 0.5, "points_avg_last_10": 0.3, "points_avg_season": 0.2}

# Points per unit of the feature. What a feature does not know adjusts nothing.
ADJUSTMENTS = {"shot_zone_mismatch_score": 0.1, "pace_score": 0.2, "usage_spike_score": 0.2, "back_to_back": -0.3}
HOME_ADVANTAGE = 0.2  # points, added at home and taken off away
FATIGUE_SCALE = 20.0  # (fatigue_score - 100) / 20 points; 100 is fresh


def predict(features: pd.DataFrame) -> pd.Series:
    """Expected points; null for a player without an earlier game. Before his first game of a season, the
    weight of the season's average goes to the two recent ones in proportion.
    """
    known = features[list(WEIGHTS)].astype(float)
    weights = known.notna().mul(pd.Series(WEIGHTS))
    base = known.mul(weights).sum(axis=1) / weights.sum(axis=1).where(weights.sum(axis=1) > 0)
    adjustment = sum(features[name].astype(float).fillna(0.0) * per_unit for name, per_unit in ADJUSTMENTS.items())
    fatigue = (features["fatigue_score"].astype(float).fillna(100.0) - 100.0) / FATIGUE_SCALE
    venue = features["home_away"].astype(float).map({1.0: HOME_ADVANTAGE, 0.0: -HOME_ADVANTAGE}).fillna(0.0)
    return (base + adjustment + fatigue + venue).clip(lower=0.0)


SYSTEM = System("moving_average", predict, least_edge=2.0)
