"""While the league's host is left alone after too many failures, the second source tells its finished games."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from live_desk import Desk
from services import BROKEN, Services, serving
from small_day import (
    DAY,
    GAMES,
    MORNING,
    NEXT_MORNING,
    SECOND,
    Game,
    after_the_games,
    before_the_games,
    boxscore,
    lands,
)

from nba_pipeline.sources.base import SourceError
from nba_pipeline.sources.landing import Acquired
from nba_pipeline.sources.live.finished_games import GAMES_STAND
from nba_pipeline.sources.live.hosts import OPENS_AFTER
from nba_pipeline.sources.live.source import LiveSource
from nba_pipeline.sources.teams import TEAMS as LETTERS

PLAYERS, TEAMS = "player_boxscores", "team_boxscores"


@pytest.fixture
def a_bad_night(services: Services, tmp_path: Path) -> list[Game]:
    """More games than a host may fail in a row, whose boxscores fail each time."""
    sides = zip(LETTERS[: OPENS_AFTER + 1], LETTERS[-OPENS_AFTER - 1 :], strict=True)
    night = [Game(f"002250060{n}", home, away, GAMES[0].tipoff_at) for n, (home, away) in enumerate(sides)]
    after_the_games(services, night)
    services.trouble("/boxscore/", BROKEN)
    for game in night:
        earlier = replace(game, game_id=game.game_id[::-1], tipoff_at=game.tipoff_at - timedelta(days=2))
        lands(tmp_path, earlier, boxscore(earlier))
    return night


@pytest.fixture
def apart(services: Services) -> Iterator[str]:
    """Where balldontlie is on a host of its own, which answers on while the league is left alone."""
    with serving(Services(services.moment, services.answers)) as second:
        yield second.address + SECOND


@pytest.fixture
def found_apart(acquired: Callable[..., Acquired], apart: str) -> Callable[..., Acquired]:
    return lambda kind: acquired(kind, balldontlie_url=apart)


def test_it_stands_in_for_the_games_about_which_a_league_left_alone_is_not_asked(a_bad_night, found_apart, services):
    found = found_apart(PLAYERS)

    assert a_bad_night[-1].boxscore not in services.asked
    assert {row["game_id"] for row in found.rows.to_pylist()} == {game.game_id for game in a_bad_night}
    [*failed, alone] = [part.reason for part in found.unanswered]
    assert ["HTTP 500" in reason for reason in failed] == [True] * OPENS_AFTER
    assert "is left alone until" in alone
    assert alone.endswith("; told by balldontlie")


def test_while_a_league_is_left_alone_its_games_are_those_that_it_told_a_while_ago(a_bad_night, found_apart, services):
    night = [game.game_id for game in a_bad_night]
    for kind in ("schedule", PLAYERS):
        found_apart(kind)
    asked = len(services.asked)

    assert {row["game_id"] for row in found_apart(TEAMS).rows.to_pylist()} == set(night)
    assert len(found_apart("second_boxscores").rows) == 20 * len(night)
    assert [part.game_id for part in found_apart("shot_zones").unanswered] == night
    assert len(services.asked) == asked


@pytest.mark.parametrize(("kind", "later"), [("schedule", 0), (TEAMS, 1)], ids=["schedule", "long ago"])
def test_a_schedule_is_not_told_by_who_is_left_alone_nor_games_by_an_old_one(
    a_bad_night, found_apart, services, kind, later
):
    for told in ("schedule", PLAYERS):
        found_apart(told)
    services.moment += later * (GAMES_STAND + timedelta(seconds=1))

    with pytest.raises(SourceError, match="is left alone until"):
        found_apart(kind)


@pytest.mark.slow
def test_the_run_of_such_a_night_publishes_every_result_and_says_who_told_them(
    a_bad_night: list[Game], desk: Desk, live: Callable[..., LiveSource], apart: str
):
    desk.pipeline.source = live(balldontlie_url=apart)
    before_the_games(desk.services, a_bad_night)
    assert desk.run("pregame", MORNING).exit_code == 0
    after_the_games(desk.services, a_bad_night)

    outcome = desk.run("postgame", NEXT_MORNING)

    night = {game.game_id for game in a_bad_night}
    for name in (PLAYERS, TEAMS, "player_game_summary"):
        assert {row["game_id"] for row in desk.rows(name)} == night, name
    assert desk.rows("shot_zones") == []
    told = desk.told(outcome)
    assert outcome.exit_code == 1
    assert told.count("told by balldontlie") == 2 * len(night)
    assert f"of game {a_bad_night[-1].game_id} (127.0.0.1" in told
    assert "is left alone until" in told
    assert f"shot_zones contract_holds {DAY}: {DAY}: {len(night)} games missing" in told
