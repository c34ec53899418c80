"""With nobody to ask, a day is told by what landed of it, and what did not land is named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from services import WEB_PAGE, Services, Trouble
from small_day import DAY, GAMES, NEXT_MORNING, SCHEDULE, after_the_games, lands_lately

from nba_pipeline.clock import FixedClock
from nba_pipeline.game_day import Days
from nba_pipeline.production import produce
from nba_pipeline.registry import all_tables
from nba_pipeline.sources.base import SourceError
from nba_pipeline.sources.landing import Acquired, acquire
from nba_pipeline.sources.live.source import LiveSource
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.warehouse.reading import receipts_of
from nba_pipeline.world import World

FIRST, SECOND = GAMES
RAW = {module.contract.short_name: module for module in all_tables().values() if module.fetched}
BEFORE = ("schedule", "points_props", "game_lines", "injury_report")
BY_THE_LEAGUE = ("player_boxscores", "team_boxscores", "shot_zones")
LATER = NEXT_MORNING + timedelta(days=40)
WITHOUT_KEYS = {"live_offline": True, "odds_api_key": None, "balldontlie_api_key": None}
NOBODY_ASKED = "did not land, and nobody is asked while NBA_LIVE_OFFLINE is set"


@pytest.fixture
def offline(live: Callable[..., LiveSource], services: Services, tmp_path: Path) -> Callable[..., Acquired]:
    """What a home tells of a kind, much later, by what landed in it alone."""

    def told(kind: str, first: date = DAY, last: date = DAY) -> Acquired:
        asked = len(services.asked)
        found = acquire(live(**WITHOUT_KEYS), kind, Days(first, last), LATER, tmp_path / "landing")
        assert len(services.asked) == asked
        return found

    return told


def hashes(world: World, *tables: str) -> dict[str, tuple[int, str]]:
    """Make raw tables of the day, and say how many rows each raw one has by now, with their hash."""
    for name in tables:
        assert not produce(RAW[name], Days.only(DAY), world, run_id="test").refused
    receipts = receipts_of(world.engine, [module.name for module in RAW.values()], Days.only(DAY))
    return {receipt.table_name: (receipt.rows, receipt.content_hash) for receipt in receipts}


def test_a_day_that_was_lived_comes_out_equal_of_what_landed(live, services, tmp_path):
    clock, landing, models = FixedClock(services.moment), tmp_path / "landing", tmp_path / "models"
    with DuckDBEngine(tmp_path / "lived.duckdb") as engine:
        world = World(engine, live(), landing, models, clock)
        hashes(world, *BEFORE)
        after_the_games(services)
        clock.moment = services.moment
        lived = hashes(world, *RAW)
    asked, clock.moment = len(services.asked), LATER

    with DuckDBEngine(tmp_path / "again.duckdb") as engine:
        again = hashes(World(engine, live(**WITHOUT_KEYS), landing, models, clock), *RAW)

    assert sorted(rows for rows, _ in lived.values()) == [2, 2, 3, 4, 36, 36, 40, 40]
    assert again == lived
    assert len(services.asked) == asked


@pytest.mark.parametrize("kind", BEFORE)
def test_on_the_day_itself_nobody_is_asked_either_also_with_keys(acquired, services, kind):
    told = acquired(kind)
    asked = len(services.asked)

    again = acquired(kind, as_of=services.moment + timedelta(hours=1), live_offline=True)

    assert again.rows == told.rows
    assert len(services.asked) == asked


@pytest.mark.parametrize("kind", [*BY_THE_LEAGUE, "second_boxscores"])
def test_a_kind_that_was_asked_for_alone_landed_with_all_that_it_was_made_of(acquired, offline, services, kind):
    after_the_games(services)
    told = acquired(kind)

    again = offline(kind)

    assert again.rows.num_rows > 0
    assert (again.rows, again.digest, again.unanswered) == (told.rows, told.digest, [])


def test_a_game_that_another_told_is_told_by_it_again(acquired, offline, services, tmp_path):
    lands_lately(tmp_path)
    after_the_games(services)
    services.trouble(FIRST.boxscore, Trouble(404))
    told = acquired("player_boxscores")

    again = offline("player_boxscores")

    assert again.rows == told.rows
    [part] = again.unanswered
    assert part.what == f"the league's boxscore of game {FIRST.game_id}"
    assert part.reason.endswith("; told by balldontlie")
    assert NOBODY_ASKED in part.reason


def test_a_day_is_told_by_what_landed_of_it_with_others_and_each_of_a_range_by_its_own(
    live, offline, services, tmp_path
):
    after_the_games(services)
    before, after = DAY - timedelta(days=1), DAY + timedelta(days=1)
    told = acquire(live(), "player_boxscores", Days(before, DAY), services.moment, tmp_path / "landing").rows

    assert offline("player_boxscores").rows == told
    assert offline("player_boxscores", before).rows == told
    with pytest.raises(SourceError, match=f"the league's schedule of {after} {NOBODY_ASKED}"):
        offline("schedule", DAY, after)


def test_what_landed_and_could_not_be_read_stands_in_nobodys_way(said, complaint, offline, services):
    after_the_games(services)
    told = said("schedule")
    services.moment += timedelta(hours=1)
    services.trouble(SCHEDULE, WEB_PAGE)
    complaint("schedule")

    assert offline("schedule").rows.to_pylist() == told


@pytest.mark.parametrize("kind", ["schedule", *BY_THE_LEAGUE])
def test_a_day_of_which_nothing_landed_is_refused_by_its_name(offline, kind):
    with pytest.raises(SourceError, match=f"the league's schedule of {DAY} {NOBODY_ASKED}"):
        offline(kind)


@pytest.mark.parametrize("kind", BY_THE_LEAGUE)
def test_a_game_of_which_nothing_landed_is_named(said, offline, services, kind):
    after_the_games(services)
    said("schedule")

    found = offline(kind)

    assert found.rows.num_rows == 0
    assert [part.game_id for part in found.unanswered] == [FIRST.game_id, SECOND.game_id]
    assert all(NOBODY_ASKED in part.reason for part in found.unanswered)


@pytest.mark.parametrize("kind", ["points_props", "game_lines", "injury_report", "second_boxscores"])
def test_what_may_be_lacking_is_lacking_for_that_reason(live, offline, kind):
    assert offline(kind).rows.num_rows == 0
    assert live(**WITHOUT_KEYS).absence(kind, DAY)


def test_the_doctor_says_that_nobody_is_asked(live):
    assert "nobody is asked" in live(live_offline=True).describe()
