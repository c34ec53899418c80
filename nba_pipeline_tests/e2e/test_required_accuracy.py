"""What the learned systems must be worth, over the 18 playing months that end the archive, and what would be a leak."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from nba_pipeline.game_day import Days, playing_days, season_days
from nba_pipeline.production import produce
from nba_pipeline.registry import TableModule, all_tables
from nba_pipeline.scoring.errors import Errors, errors
from nba_pipeline.scoring.identical import Games, identical, played
from nba_pipeline.scoring.reading import Graded, graded
from nba_pipeline.scoring.scores import score
from nba_pipeline.world import World

pytestmark = [pytest.mark.long, pytest.mark.timeout(3600)]

FIRST_SEASON, ARCHIVE_ENDS = 2015, date(2026, 1, 31)
JUDGED = Days(date(2024, 2, 1), ARCHIVE_ENDS)
PREDICTED = ("points_model", "player_prop_predictions", "prediction_accuracy")
LEARNED_SYSTEMS = ("points_model_v1", "ensemble_v1", "market_aware_v1")


@pytest.fixture(scope="module")
def found(open_home: Callable[[Path], World], tmp_path_factory: pytest.TempPathFactory) -> Graded:
    """The grades of the judged months, each of which is served by a model of everything before it."""
    home = tmp_path_factory.mktemp("eleven seasons")

    def make(module: TableModule, days: Days) -> None:
        world = open_home(home)
        with world.engine:
            assert produce(module, days, world, run_id="backfill").refused == {}

    tables = {module.contract.short_name: module for module in all_tables().values()}
    of_games = [module for name, module in tables.items() if name not in (*PREDICTED, "player_ledger")]
    for season in range(FIRST_SEASON, ARCHIVE_ENDS.year):
        days = season_days(season)
        for module in of_games:
            make(module, Days(days.first, min(days.last, ARCHIVE_ENDS)))
    for part in playing_days(JUDGED):
        for name in PREDICTED:
            make(tables[name], part)
    world = open_home(home)
    with world.engine:
        return graded(world.engine, JUDGED)


def known_to(system_id: str, found: Graded) -> Games:
    """All games that the system predicts, and not only those that every other one does too."""
    return identical(played(found.rows).of([system_id]))


def lined(games: Games) -> dict[str, Errors]:
    of_line = games.where(games.games["closing_line_mean"].notna())
    return {of.system_id: of for of in errors(of_line, with_line=True)}


def test_the_points_model_misses_by_no_more_than_it_may(found: Graded):
    (of_all,) = errors(known_to("points_model_v1", found), with_line=False)
    of_line = lined(identical(played(found.rows)))["points_model_v1"]

    assert (of_all.rows > 55_000, of_line.rows > 24_000) == (True, True)
    assert of_all.mae <= 4.46
    assert of_line.minus_line <= 0.07


@pytest.mark.parametrize("system_id", ["points_model_v1", "ensemble_v1"])
def test_who_does_not_see_the_line_stays_behind_it(found: Graded, system_id: str):
    of = lined(known_to(system_id, found))[system_id]

    assert of.rows > 24_000
    assert of.interval.low > 0.0  # anything better has seen the games


def test_who_sees_the_line_is_no_worse_and_no_better_than_is_honest(found: Graded):
    of = lined(known_to("market_aware_v1", found))["market_aware_v1"]

    assert of.interval.low > -0.03
    assert of.minus_line <= 0.0


def test_probabilities_come_true_and_are_worth_more_than_a_coin(found: Graded):
    chances = {of.system_id: of for of in score(found, JUDGED).probabilities.chances}

    assert {system_id: of.calibration_error for system_id, of in chances.items() if of.calibration_error >= 0.02} == {}
    for system_id in LEARNED_SYSTEMS:
        assert chances[system_id].brier <= 0.2497
