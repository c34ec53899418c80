"""What a table is given of a day whose games are over already, as in every backfill."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from nba_pipeline.clock import FixedClock
from nba_pipeline.contracts import Results, Today
from nba_pipeline.game_day import Days, eastern
from nba_pipeline.ingredients import gather
from nba_pipeline.production import produce
from nba_pipeline.registry import table
from nba_pipeline.sources.simulated.source import SimulatedSource
from nba_pipeline.statuses import GameStatus
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.warehouse.reading import read
from nba_pipeline.world import World

DAY = Days.only(date(2025, 10, 22))
OUTCOME = {"status", "home_score", "away_score"}


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """The morning after, with the schedule of the day and its scores."""
    clock = FixedClock(eastern(date(2025, 10, 23), time(6)))
    with DuckDBEngine(tmp_path / "warehouse.duckdb") as engine:
        world = World(engine, SimulatedSource(7), tmp_path / "landing", tmp_path / "models", clock)
        assert produce(table("schedule"), DAY, world, run_id="morning").refused == {}
        yield world


def test_who_sees_the_day_as_it_was_before_its_games_is_given_no_score(world: World):
    module = table("game_lines")
    assert isinstance(module.inputs["schedule"].seen, Today)

    given = gather(module, DAY, world).relations["schedule"]

    played = world.engine.fetch(read(world.engine, table("schedule").contract, DAY).rows).to_pandas()
    assert set(played["status"]) == {GameStatus.FINAL}
    assert set(played.columns) - set(given.columns) == OUTCOME


def test_who_may_see_results_is_given_them(world: World):
    module = table("player_boxscores")
    assert isinstance(module.inputs["schedule"].seen, Results)

    given = gather(module, DAY, world).relations["schedule"]

    assert set(given.columns) >= OUTCOME
