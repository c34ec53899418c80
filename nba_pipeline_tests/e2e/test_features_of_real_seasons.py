"""The features of two real seasons: what is known of them, and what the moving average makes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from nba_pipeline.game_day import Days
from nba_pipeline.registry import table
from nba_pipeline.systems.moving_average import adjustments, base, predict
from nba_pipeline.tables.predictions.features import FEATURES
from nba_pipeline.warehouse.reading import read
from nba_pipeline.world import World

# Once history is a month old.
WITH_ZONES = Days(date(2024, 11, 22), date(2025, 4, 13))
WITHOUT_ZONES = Days(date(2025, 12, 15), date(2026, 1, 31))
ZONE_FEATURES = {"shot_zone_mismatch_score", "pct_paint", "pct_mid_range", "pct_three"}


@pytest.fixture
def world(seasons_home: Path, open_home: Callable[[Path], World]) -> Iterator[World]:
    world = open_home(seasons_home)
    with world.engine:
        yield world


def frame(world: World, name: str, days: Days) -> pd.DataFrame:
    reading = read(world.engine, table(name).contract, days)
    assert reading.unverified == {}
    return world.engine.fetch(reading.rows).to_pandas()


def known(features: pd.DataFrame) -> dict[str, float]:
    """The share of rows in which each feature has a value."""
    return {feature.name: features[feature.name].notna().mean() for feature in FEATURES}


def test_a_season_with_zones_knows_all_but_the_injury_report_and_the_lines(world: World) -> None:
    features = frame(world, "ml_feature_store_v2", WITH_ZONES)
    seldom = {name for name, share in known(features).items() if share < 0.9}

    assert seldom == {
        *("injury_risk", "vegas_points_line", "vegas_opening_line", "vegas_line_move", "avg_points_vs_opponent")
    }
    assert features["quality_tier"].isin(["gold", "silver"]).mean() > 0.9


def test_a_season_without_zones_says_so_and_is_ready_all_the_same(world: World) -> None:
    features = frame(world, "ml_feature_store_v2", WITHOUT_ZONES)

    shares = known(features)
    assert max(shares[name] for name in ZONE_FEATURES - {"shot_zone_mismatch_score"}) < 0.1
    assert shares["shot_zone_mismatch_score"] == 0
    assert min(shares[name] for name in ("fatigue_score", "pace_score", "usage_spike_score", "opponent_pace")) > 0.99
    # whoever has not played since last spring still has its zones
    assert features["quality_tier"].isin(["gold", "silver"]).mean() < 0.1
    assert features["is_quality_ready"].mean() > 0.99


def test_no_value_is_a_default(world: World) -> None:
    features = frame(world, "ml_feature_store_v2", WITHOUT_ZONES)

    assert features["required_defaults"].eq(0).all()
    for feature in FEATURES:
        assert (features[feature.source_column].eq("missing") == features[feature.name].isna()).all()


def test_the_moving_average_beats_the_last_ten_games_and_gains_from_matchup_and_usage(world: World) -> None:
    features = frame(world, "ml_feature_store_v2", WITH_ZONES)
    summary = frame(world, "player_game_summary", WITH_ZONES).query("status == 'PLAYED'")
    rows = features.merge(summary[["game_id", "player_id", "points"]], on=["game_id", "player_id"])
    rows = rows[rows["points_avg_last_10"].notna()]
    tiredness = ["fatigue_score", "back_to_back"]

    def misses_by(predicted: pd.Series) -> float:
        return float((predicted - rows["points"]).abs().mean())

    rested = base(rows) + adjustments(rows).drop(columns=tiredness).sum(axis=1)
    assert len(rows) > 15_000
    assert misses_by(predict(rows)) < misses_by(rows["points_avg_last_10"]) - 0.02
    assert misses_by(rested) < misses_by(base(rows)) - 0.005
