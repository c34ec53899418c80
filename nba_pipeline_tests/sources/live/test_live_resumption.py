"""What landed a while ago is not asked for again, and is not paid for twice; later it is, and corrections are found."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from services import WEB_PAGE, Trouble
from small_day import DAY, EVENTS, GAME_ODDS, GAMES, NEXT_MORNING, after_the_games, boxscore, props

from nba_pipeline.game_day import Days
from nba_pipeline.sources.landing import ask
from nba_pipeline.sources.live.collected_odds import ODDS_STAND
from nba_pipeline.sources.live.finished_games import GAMES_STAND

FIRST, SECOND = GAMES
A_SECOND = timedelta(seconds=1)
SPENT = Trouble(401, body=b'{"error_code": "OUT_OF_USAGE_CREDITS"}')


def changed(told: bytes, **more: object) -> bytes:
    """A boxscore with other values in its `game`."""
    game = json.loads(told)["game"]
    return json.dumps({"game": game | more}).encode()


def a_basket_more(told: bytes, credited_to: str = "homeTeam") -> bytes:
    game = json.loads(told)["game"]
    game[credited_to]["statistics"]["points"] += 2
    return json.dumps({"game": game}).encode()


def test_a_boxscore_that_landed_is_not_asked_for_again_by_the_next_attempt(said, complaint, services):
    after_the_games(services)
    services.trouble(SECOND.boxscore, Trouble(400))
    assert "HTTP 400" in complaint("player_boxscores")
    services.troubles.clear()
    services.moment += GAMES_STAND

    rows = said("player_boxscores")

    assert {row["game_id"] for row in rows} == {FIRST.game_id, SECOND.game_id}
    assert (services.asked.count(FIRST.boxscore), services.asked.count(SECOND.boxscore)) == (1, 2)


def test_two_tables_are_made_of_one_boxscore(said, services):
    after_the_games(services)
    said("player_boxscores")
    services.moment += timedelta(minutes=25)

    assert len(said("team_boxscores")) == 4
    assert services.asked.count(FIRST.boxscore) == 1


def test_after_three_quarters_of_an_hour_a_boxscore_is_asked_for_again_and_a_correction_is_found(said, services):
    after_the_games(services)
    first = said("player_boxscores")
    game = json.loads(boxscore(FIRST))["game"]
    game["homeTeam"]["players"][0]["statistics"]["assists"] += 1
    services.put(FIRST.boxscore, json.dumps({"game": game}).encode())
    services.moment += GAMES_STAND + A_SECOND

    corrected = said("player_boxscores")

    assert sum(row["assists"] for row in corrected) == sum(row["assists"] for row in first) + 1


def test_a_boxscore_that_came_again_stands_from_then_on(said, services):
    after_the_games(services)
    said("player_boxscores")
    services.moment += timedelta(hours=5)
    said("player_boxscores")
    services.moment += GAMES_STAND

    said("player_boxscores")

    assert services.asked.count(FIRST.boxscore) == 2


@pytest.mark.parametrize(
    "body",
    [
        changed(boxscore(FIRST), gameStatus=2),
        a_basket_more(boxscore(FIRST)),
        boxscore(FIRST)[:-1],
        changed(boxscore(FIRST), gameId=SECOND.game_id),
    ],
    ids=["not final", "another score", "cut", "another game"],
)
def test_a_boxscore_that_is_not_whole_is_asked_for_again_at_once(live, said, services, tmp_path, body):
    after_the_games(services)
    whole = services.answers[FIRST.boxscore][1]
    services.put(FIRST.boxscore, body)
    ask(live(), "player_boxscores", Days.only(DAY), services.moment, tmp_path / "landing")
    services.put(FIRST.boxscore, whole)

    assert len(said("player_boxscores")) == 36
    assert services.asked.count(FIRST.boxscore) == 2
    assert services.asked.count(SECOND.boxscore) == 1


def test_odds_that_were_paid_for_are_not_bought_again_by_the_next_attempt(said, complaint, services):
    services.trouble(SECOND.props, SPENT)
    assert "used up" in complaint("points_props")
    services.troubles.clear()
    services.moment += ODDS_STAND

    assert len(said("points_props")) == 40
    assert (services.asked.count(FIRST.props), services.asked.count(SECOND.props)) == (1, 2)


def test_after_ten_minutes_odds_are_bought_anew(said, services):
    said("points_props")
    said("game_lines")
    services.moment += ODDS_STAND + A_SECOND
    services.put(FIRST.props, props(FIRST, services.moment))

    assert len(said("points_props")) == 60
    said("game_lines")

    assert (services.asked.count(FIRST.props), services.asked.count(GAME_ODDS)) == (2, 2)


def test_the_lines_of_games_stand_for_ten_minutes_too(said, services):
    first = said("game_lines")
    services.moment += ODDS_STAND

    assert said("game_lines") == first
    assert services.asked.count(GAME_ODDS) == 1


def test_what_came_and_could_not_be_read_is_bought_again_at_once(said, complaint, services):
    services.trouble(FIRST.props, WEB_PAGE)
    complaint("points_props")
    services.troubles.clear()

    assert len(said("points_props")) == 40
    assert (services.asked.count(FIRST.props), services.asked.count(SECOND.props)) == (2, 1)


def test_of_a_past_day_only_what_never_landed_is_bought(said, complaint, services):
    services.moment = NEXT_MORNING
    for path in (EVENTS, *(game.props for game in GAMES)):
        envelope = {"timestamp": "2026-01-15T17:00:00Z", "data": json.loads(services.answers[path][1])}
        services.put(path.replace("/v4/", "/v4/historical/"), json.dumps(envelope).encode())
    services.trouble(SECOND.event_id, SPENT)
    complaint("points_props", odds_historical=True)
    services.troubles.clear()
    services.moment += timedelta(days=1)

    assert len(said("points_props", odds_historical=True)) == 40

    paid = [path.replace("/historical", "") for path in services.asked]
    assert [paid.count(path) for path in (EVENTS, FIRST.props, SECOND.props)] == [1, 1, 2]
    asked = len(services.asked)
    assert len(said("points_props", odds_historical=True)) == 40
    assert len(services.asked) == asked
