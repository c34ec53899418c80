"""Scores and explanations of real games: they say of the published tables what can be worked out beside them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from nba_pipeline.explanation.explain import explain
from nba_pipeline.game_day import Days
from nba_pipeline.registry import table
from nba_pipeline.scoring.identical import ALL, LINED
from nba_pipeline.scoring.reading import graded
from nba_pipeline.scoring.report import page
from nba_pipeline.scoring.scores import Scores, score
from nba_pipeline.systems.roster import SYSTEMS
from nba_pipeline.warehouse.reading import read
from nba_pipeline.world import World

pytestmark = pytest.mark.slow

AUTUMN = Days(date(2025, 11, 1), date(2026, 1, 10))
A_DAY = date(2026, 1, 10)
Open = Callable[[Path], World]


@pytest.fixture(scope="module")
def autumn(open_home: Open, seasons_home: Path) -> Scores:
    world = open_home(seasons_home)
    with world.engine:
        return score(graded(world.engine, AUTUMN), AUTUMN)


@pytest.fixture(scope="module")
def grades(open_home: Open, seasons_home: Path) -> pd.DataFrame:
    """Graded rows of the players who played and whom all systems predicted."""
    world = open_home(seasons_home)
    with world.engine as engine:
        rows = engine.fetch(read(engine, table("prediction_accuracy").contract, AUTUMN).rows).to_pandas()
    rows = rows[rows["actual_points"].notna()]
    return rows[rows.groupby(["game_id", "player_id"])["predicted_points"].transform(lambda p: p.notna().all())]


def test_all_systems_are_compared_on_the_same_thousands_of_games(autumn: Scores, grades: pd.DataFrame):
    expected = {ALL: len(grades) / len(SYSTEMS), LINED: grades["closing_line_mean"].notna().sum() / len(SYSTEMS)}

    assert autumn.is_whole
    for name, of in autumn.populations.items():
        assert {e.rows for e in of.errors} == {of.rows} == {expected[name]}
        assert [e.system_id for e in of.errors] == [system.system_id for system in SYSTEMS]


def test_the_errors_are_those_of_the_table(autumn: Scores, grades: pd.DataFrame):
    lined = grades[grades["closing_line_mean"].notna()]
    missed = lined.groupby("system_id")["absolute_error"].mean()
    line = (lined["closing_line_mean"] - lined["actual_points"]).abs().mean()

    for of in autumn.populations[LINED].errors:
        assert of.mae == pytest.approx(missed[of.system_id], abs=1e-4)
        assert of.line_mae == pytest.approx(line)
        assert of.interval.low < of.minus_line < of.interval.high


def test_no_probability_is_far_from_what_comes(autumn: Scores):
    for of in autumn.probabilities.chances:
        assert 0.24 < of.brier < 0.26
        assert of.calibration_error < 0.04


def test_the_page_of_a_season_stands_alone(autumn: Scores):
    whole = page(autumn, "the archive")

    assert "http" not in whole
    assert "<script" not in whole
    assert whole.count("<svg") == 4


def test_every_player_s_contributions_add_up_to_what_is_published(open_home: Open, seasons_home: Path):
    world = open_home(seasons_home)
    with world.engine as engine:
        reading = read(engine, table("player_prop_predictions").contract, Days.only(A_DAY))
        published = engine.fetch(reading.rows).to_pandas()
        explained = explain(world, published, reading.receipts[0])

    known = published[(published["system_id"] == "points_model_v1") & published["predicted_points"].notna()]
    assert {one.player_id for one in explained} == set(published["player_id"])
    adding_up = {one.player_id for one in explained if one.contributions.is_what_was_published}
    assert adding_up == set(known["player_id"])
    assert all(one.provenance.changed == [] for one in explained)
    assert {one.provenance.model["name"] for one in explained} == set(known["model"])
