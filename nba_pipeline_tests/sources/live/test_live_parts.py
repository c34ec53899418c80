"""One game's boxscore or one event's odds that do not come are named; what would fail for all fails the table."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from services import BROKEN, CUT, TOO_MANY, WEB_PAGE, Trouble
from small_day import (
    DAY,
    EVENTS,
    GAMES,
    NEXT_MORNING,
    SCHEDULE,
    SCOREBOARD,
    Game,
    after_the_games,
    boxscore,
    schedule,
    scheduled,
    scoreboard,
)

from nba_pipeline.sources.live.collected_odds import ODDS_STAND
from nba_pipeline.sources.live.hosts import OPENS_AFTER

FIRST, SECOND = GAMES
NOT_THERE = Trouble(404)
DENIED = Trouble(403, body=b"<Error><Code>AccessDenied</Code></Error>")
LINES = "the points lines of NYK at BOS"
NOT_IN_TIME = "no answer landed before the game began"


@pytest.mark.parametrize(
    ("trouble", "says"),
    [(BROKEN, "HTTP 500"), (CUT, "the answer broke off"), (NOT_THERE, "HTTP 404"), (DENIED, "HTTP 403")],
    ids=["broken", "cut", "not there", "denied"],
)
def test_a_finished_game_whose_boxscore_does_not_come_is_named(acquired, services, trouble, says):
    after_the_games(services)
    services.trouble(FIRST.boxscore, trouble)

    found = acquired("player_boxscores")

    assert set(found.rows["game_id"].to_pylist()) == {SECOND.game_id}
    [part] = found.unanswered
    assert (part.game_date, part.game_id) == (DAY, FIRST.game_id)
    assert says in part.reason
    assert services.address + FIRST.boxscore in part.reason


@pytest.mark.parametrize("trouble", [BROKEN, CUT, NOT_THERE], ids=["broken", "cut", "not there"])
def test_an_event_whose_odds_do_not_come_is_named(acquired, services, trouble):
    services.trouble(FIRST.props, trouble)

    found = acquired("points_props")

    assert set(found.rows["home_team"].to_pylist()) == {SECOND.home}
    [part] = found.unanswered
    assert (part.game_date, part.what, part.game_id) == (DAY, LINES, None)
    assert services.address + FIRST.props in part.reason


@pytest.mark.parametrize("trouble", [TOO_MANY, Trouble(401), Trouble(422)], ids=["429", "401", "422"])
def test_what_would_be_refused_for_all_fails_the_table(complaint, services, trouble):
    services.trouble(FIRST.props, trouble)

    assert f"HTTP {trouble.status}" in complaint("points_props")
    assert SECOND.props not in services.asked


def test_credits_that_do_not_suffice_fail_the_table(complaint, services):
    assert "1 of the 1 credits" in complaint("points_props", odds_daily_credits=1)


def test_a_host_that_is_left_alone_fails_the_table_where_nobody_stands_in(complaint, services):
    after_the_games(services)
    night = [Game(f"002250060{n}", "BOS", "NYK", FIRST.tipoff_at) for n in range(OPENS_AFTER + 1)]
    services.put(SCHEDULE, schedule([scheduled(game) for game in night], NEXT_MORNING))
    services.put(SCOREBOARD, scoreboard([]))
    for game in night:
        services.put(game.boxscore, boxscore(game))
    services.trouble("boxscore", BROKEN)

    assert "is left alone until" in complaint("player_boxscores", balldontlie_api_key=None)
    assert night[-1].boxscore not in services.asked


def test_lines_that_came_earlier_stay_where_newer_ones_do_not_come(acquired, services):
    acquired("points_props")
    services.moment += ODDS_STAND + timedelta(seconds=1)
    services.trouble(FIRST.props, BROKEN)

    found = acquired("points_props")

    assert set(found.rows["home_team"].to_pylist()) == {FIRST.home, SECOND.home}
    assert [part.what for part in found.unanswered] == [LINES]


def test_an_event_of_which_nothing_landed_in_time_stays_named(acquired, services):
    services.trouble(FIRST.props, BROKEN)
    acquired("points_props")
    services.troubles.clear()
    after_the_games(services)

    found = acquired("points_props")

    assert set(found.rows["home_team"].to_pylist()) == {SECOND.home}
    assert [(part.what, part.reason) for part in found.unanswered] == [(LINES, NOT_IN_TIME)]


def test_an_event_that_comes_before_its_game_is_named_no_more(acquired, services):
    services.trouble(FIRST.props, BROKEN)
    acquired("points_props")
    services.troubles.clear()
    assert acquired("points_props").unanswered == []
    after_the_games(services)

    assert acquired("points_props").unanswered == []


def test_a_day_of_which_no_odds_could_be_had_is_without_them_for_that_reason(acquired, live, services):
    for game in GAMES:
        services.trouble(game.props, BROKEN)
    assert len(acquired("points_props").unanswered) == len(GAMES)
    after_the_games(services)

    found = acquired("points_props")

    assert (found.rows.num_rows, found.unanswered) == (0, [])
    assert live().absence("points_props", DAY).startswith("the points lines could not be had on the day, and")


def test_a_day_whose_odds_could_not_be_read_is_without_them_for_that_reason(complaint, live, services):
    for game in GAMES:
        services.trouble(game.props, WEB_PAGE)
    complaint("points_props")
    after_the_games(services)

    assert live().absence("points_props", DAY).startswith("the points lines could not be had on the day, and")


def test_a_day_on_which_no_event_is_listed_was_asked_for(acquired, live, services):
    services.put(EVENTS, json.dumps([]).encode())

    assert acquired("points_props").rows.num_rows == 0
    assert live().absence("points_props", DAY) is None
