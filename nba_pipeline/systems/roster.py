"""The systems that predict, in the order in which they are shown, each with the edge from which it takes a side."""

from __future__ import annotations

from nba_pipeline.systems import (
    ensemble_v1,
    market_aware_v1,
    moving_average,
    points_model_v1,
    similarity_balanced_v1,
    zone_matchup_v1,
)
from nba_pipeline.systems.base import System

SYSTEMS: tuple[System, ...] = (
    System("moving_average", lambda slate: moving_average.predict(slate.rows), least_edge=2.0, rule=True),
    System("zone_matchup_v1", zone_matchup_v1.predict, least_edge=2.0, rule=True),
    System("similarity_balanced_v1", similarity_balanced_v1.predict, least_edge=2.0, enough=True, rule=True),
    System("points_model_v1", points_model_v1.predict, least_edge=2.0),
    System("ensemble_v1", ensemble_v1.predict, least_edge=1.5, enough=True),
    System("market_aware_v1", market_aware_v1.predict, least_edge=0.5, sees_the_market=True),
)
