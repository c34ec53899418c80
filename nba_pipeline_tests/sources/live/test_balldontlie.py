"""The second source of boxscores: what it says, what it lacks, what it refuses, and that nobody sees its key."""

from __future__ import annotations

import json
import logging
from datetime import timedelta
from pathlib import Path

import pytest
from services import BROKEN, CUT, EMPTY, TOO_MANY, WEB_PAGE, Trouble
from small_day import (
    BOX_SCORES,
    DAY,
    GAMES,
    MORNING,
    NEXT_MORNING,
    SCHEDULE,
    SCOREBOARD,
    SECOND,
    SECOND_KEY,
    after_the_games,
    box_scores,
    schedule,
    scheduled,
    scoreboard,
    second_game,
    second_sheet,
)
from written import all_written

from nba_pipeline.sources.base import SourceError
from nba_pipeline.sources.live.balldontlie import NO_KEY, STANDS

KIND = "second_boxscores"
FIRST, SECOND_GAME = GAMES


@pytest.fixture(autouse=True)
def the_games_are_over(services):
    after_the_games(services)


def lacking(found) -> list[tuple[str, str]]:
    return [(part.game_id, part.reason) for part in found.unanswered]


def changed(key: str, value: object, of: str = "players") -> bytes:
    """The first game with another value, of its first player or of itself."""
    game = second_game(FIRST)
    if of == "players":
        game["home_team"]["players"][0][key] = value
    else:
        game[key] = value
    return box_scores([game, second_game(SECOND_GAME)])


def test_every_player_of_the_day_is_told_by_name_and_team(said, services):
    rows = said(KIND)

    assert len(rows) == 2 * 2 * 10
    assert rows[0] == {
        "game_date": DAY,
        "team": "BOS",
        "opponent": "NYK",
        "player_name": "Bos Playera",
        "player_lookup": "bosplayera",
        "minutes": 34.0,
        "points": rows[0]["points"],
    }
    assert {r["minutes"] for r in rows if r["player_name"].endswith("Injured")} == {0.0}
    assert services.queries[services.asked.index(BOX_SCORES)] == {"date": [f"{DAY}"]}


@pytest.mark.parametrize(("told", "minutes"), [("05", 5), ("34:30", 34.5), ("", None), (None, None)])
def test_minutes_are_read_in_every_form_and_those_not_told_are_none(said, services, told, minutes):
    services.put(BOX_SCORES, changed("min", told))

    assert said(KIND)[0]["minutes"] == minutes


def test_without_a_key_nothing_is_asked_and_it_is_said_so(acquired, live, services):
    found = acquired(KIND, balldontlie_api_key=None)

    assert (found.rows.num_rows, found.unanswered, services.asked) == (0, [], [])
    assert live(balldontlie_api_key=None).absence(KIND, DAY) == NO_KEY
    assert live().absence(KIND, DAY) is None
    assert NO_KEY in live(balldontlie_api_key=None).describe()
    assert "balldontlie with a key" in live().describe()


@pytest.mark.parametrize(
    "games",
    [
        [],
        [second_game(FIRST, "3rd Qtr")],
        [second_game(FIRST) | {"visitor_team": {"full_name": "New York Knicks", "players": []}}],
    ],
    ids=["not there", "in play", "one side"],
)
def test_a_game_that_it_does_not_have_whole_is_named(acquired, services, games):
    services.put(BOX_SCORES, box_scores([*games, second_game(SECOND_GAME)]))

    found = acquired(KIND)

    assert {row["team"] for row in found.rows.to_pylist()} == {"LAL", "GSW"}
    assert [game_id for game_id, _ in lacking(found)] == [FIRST.game_id]
    assert "does not have the game as over" in lacking(found)[0][1]


@pytest.mark.parametrize(("trouble", "says"), [(BROKEN, "HTTP 500"), (CUT, "broke off"), (Trouble(404), "HTTP 404")])
def test_a_day_that_does_not_come_names_every_game(acquired, services, trouble, says):
    services.trouble(BOX_SCORES, trouble)

    found = acquired(KIND)

    assert [game_id for game_id, _ in lacking(found)] == [game.game_id for game in GAMES]
    assert all(says in why for _, why in lacking(found))


@pytest.mark.parametrize(
    ("trouble", "says"),
    [
        (Trouble(401), "check NBA_BALLDONTLIE_API_KEY"),
        (Trouble(400), "check NBA_BALLDONTLIE_URL"),
        (TOO_MANY, "HTTP 429"),
        (WEB_PAGE, "answered with a web page instead of JSON"),
        (EMPTY, "answered with nothing"),
        (Trouble(body=b'{"data": [{"date": '), "breaks off, or is none"),
        (Trouble(body=b'{"games": []}'), "the service has changed"),
    ],
    ids=["401", "400", "429", "web page", "empty", "truncated", "another schema"],
)
def test_whatever_else_comes_fails_the_table_and_lands_first(complaint, services, tmp_path, trouble, says):
    services.trouble(BOX_SCORES, trouble)

    told = complaint(KIND)

    assert says in told
    assert services.address + BOX_SCORES in told
    landed = list((tmp_path / "landing" / "live").glob("balldontlie_box_scores/*/*"))
    assert bool(landed) is (trouble.status == 200)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (changed("date", "2026-01-14", of="game"), "a game of 2026-01-15"),
        (changed("min", "half"), "minutes like 34"),
        (changed("pts", 2.5), "a whole number"),
        (changed("player", {"first_name": "", "last_name": None}), "a player with a name"),
        (changed("home_team", second_sheet("BOS") | {"full_name": "Boston C."}, of="game"), "not an NBA team"),
        (json.dumps({"data": [], "meta": {"next_cursor": 25}}).encode(), "one page of several"),
    ],
    ids=["another day", "minutes", "points", "no name", "team", "a page"],
)
def test_what_cannot_be_right_is_refused(complaint, services, body, says):
    services.put(BOX_SCORES, body)

    assert says in complaint(KIND)


def test_games_that_are_not_the_leagues_are_left_out(said, services):
    stars = {"status": "Final", "date": f"{DAY}"}
    stars |= {side: {"full_name": f"Team {side}", "players": []} for side in ("home_team", "visitor_team")}
    services.put(BOX_SCORES, box_scores([stars, *map(second_game, GAMES)]))

    assert {row["team"] for row in said(KIND)} == {"BOS", "NYK", "LAL", "GSW"}


def test_games_that_are_not_over_are_named_and_nobody_is_asked_before_one_is(acquired, services):
    upcoming = [scheduled(game, gameStatus=1, gameStatusText="7:00 pm ET") for game in GAMES]
    services.put(SCHEDULE, schedule([*upcoming[:1], upcoming[1] | {"postponedStatus": "P"}], NEXT_MORNING))
    services.put(SCOREBOARD, scoreboard(upcoming))

    assert lacking(acquired(KIND)) == [(FIRST.game_id, "the game is not over")]
    assert BOX_SCORES not in services.asked


def test_what_landed_whole_stands_for_a_while_and_what_lacked_a_game_does_not(said, services):
    services.put(BOX_SCORES, box_scores([second_game(FIRST)]))
    said(KIND)
    services.put(BOX_SCORES, box_scores([second_game(game) for game in GAMES]))
    assert len(said(KIND)) == 40
    services.moment += STANDS
    assert len(said(KIND)) == 40
    assert services.asked.count(BOX_SCORES) == 2

    services.moment += timedelta(seconds=1)
    said(KIND)
    assert services.asked.count(BOX_SCORES) == 2 + 1


def test_a_past_moment_is_not_answered_with_the_present(complaint):
    assert "live services tell the present only" in complaint(KIND, as_of=MORNING)


def test_the_key_travels_in_a_header_and_is_nowhere_else(said, live, services, tmp_path: Path, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    told = [f"{said(KIND)}", live().describe(), f"{live().__dict__}"]
    sent = dict(zip(services.asked, services.authorizations, strict=True))
    assert {path: key for path, key in sent.items() if key is not None} == {BOX_SCORES: SECOND_KEY}
    services.moment += STANDS + timedelta(seconds=1)
    redirect = Trouble(302, {"Location": f"{services.address}/elsewhere"})
    for trouble in (Trouble(401, body=SECOND_KEY.encode()), TOO_MANY, redirect, Trouble(422)):
        services.trouble(BOX_SCORES, trouble)
        with pytest.raises(SourceError) as raised:
            said(KIND)
        told.append(f"{raised.value!r} {raised.getrepr(chain=True)}")

    written = all_written(tmp_path)
    assert any(f"{SECOND}/box_scores".encode() in content for content in written)
    assert [content for content in written if SECOND_KEY.encode() in content] == []
    assert SECOND_KEY not in "".join(told)
    assert "HTTP Request" in caplog.text
    assert SECOND_KEY not in caplog.text + "".join(capfd.readouterr())
    assert "/elsewhere" not in services.asked
