"""The learned systems on real games that their models had not seen: better than form, and no better than is honest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from nba_pipeline.game_day import Days
from nba_pipeline.registry import table
from nba_pipeline.reliability.as_of import prove
from nba_pipeline.warehouse.reading import read
from nba_pipeline.world import World

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

TWO_MONTHS = Days(date(2025, 12, 1), date(2026, 1, 31))


def rows_of(world: World, name: str) -> pd.DataFrame:
    with world.engine as engine:
        return engine.fetch(read(engine, table(name).contract, TWO_MONTHS).rows).to_pandas()


@pytest.fixture(scope="module")
def graded(open_home: Callable[[Path], World], seasons_home: Path) -> pd.DataFrame:
    """Players with a line, who played, that all systems predicted."""
    rows = rows_of(open_home(seasons_home), "prediction_accuracy")
    rows = rows[rows["actual_points"].notna() & rows["closing_line_mean"].notna()]
    return rows[rows.groupby(["game_id", "player_id"])["predicted_points"].transform(lambda p: p.notna().all())]


def misses(graded: pd.DataFrame) -> dict[str, float]:
    errors = (graded["predicted_points"] - graded["actual_points"]).abs().groupby(graded["system_id"]).mean()
    line = (graded["closing_line_mean"] - graded["actual_points"]).abs().mean()
    return errors.sub(line).to_dict()


def test_every_day_is_served_by_a_model_of_the_games_before_its_month(open_home, seasons_home: Path):
    models = rows_of(open_home(seasons_home), "points_model")
    predictions = rows_of(open_home(seasons_home), "player_prop_predictions")

    assert set(models["game_date"]) == set(predictions["game_date"])
    assert (models["trained_until"] < models["cutoff"]).all()
    assert (models["cutoff"] <= models["game_date"].map(lambda day: day.replace(day=1))).all()


def test_what_is_learned_beats_form_and_stays_behind_the_market(graded: pd.DataFrame):
    behind = misses(graded)

    assert len(graded) > 10_000
    assert 0.0 < behind["points_model_v1"] < min(0.10, behind["moving_average"])  # of one season's training
    assert 0.0 < behind["ensemble_v1"] < behind["moving_average"]
    assert -0.03 < behind["market_aware_v1"] < behind["ensemble_v1"]


def test_confidence_is_told_of_every_side_and_stays_near_a_half(graded: pd.DataFrame):
    sides = graded[graded["recommendation"].isin(["OVER", "UNDER"])]

    assert sides["confidence_score"].notna().all()
    assert sides["confidence_score"].between(35, 75).mean() > 0.98


@pytest.mark.parametrize("name", ["points_model", "player_prop_predictions"])
def test_a_day_comes_out_equal_with_everything_after_it_cut_off(open_home, seasons_home: Path, name: str):
    world = open_home(seasons_home)
    with world.engine:
        assert prove(table(name), date(2026, 1, 15), world).holds
