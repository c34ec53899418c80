"""The odds that the live source collects and pays for: what of them counts, and what they may cost."""

from __future__ import annotations

import json
import logging
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from services import BROKEN, CUT, WEB_PAGE, Trouble
from small_day import (
    DAY,
    EVENTS,
    GAME_ODDS,
    GAMES,
    KEY,
    MORNING,
    NEXT_MORNING,
    after_the_games,
    event,
    props,
)
from written import all_written

from nba_pipeline.sources.base import SourceError
from nba_pipeline.sources.live.collected_odds import ODDS_STAND
from nba_pipeline.sources.live.snapshots import CLOCKS_DIFFER


def test_lines_of_the_day_stay_when_nobody_quotes_them_any_more(said, services):
    before = {kind: said(kind) for kind in ("points_props", "game_lines")}
    after_the_games(services)
    asked = len(services.asked)

    assert {kind: said(kind) for kind in before} == before
    assert len(services.asked) == asked


def test_a_later_snapshot_joins_the_earlier_ones(said, services):
    first = said("points_props")
    services.moment = MORNING + timedelta(hours=2)
    for game in GAMES:
        services.put(game.props, props(game, services.moment))

    both = said("points_props")

    assert len(both) == 2 * len(first)
    assert {r["snapshot_at"] for r in both} == {MORNING, services.moment}
    assert said("points_props", as_of=services.moment) == both


def test_what_could_not_be_read_once_does_not_spoil_the_day(complaint, said, services):
    services.trouble(GAMES[0].props, WEB_PAGE)
    complaint("points_props")
    services.troubles.clear()

    assert len(said("points_props")) == 40


def test_a_game_that_has_begun_is_not_asked_for_odds_in_play(said, services):
    services.moment = GAMES[0].tipoff_at + timedelta(minutes=5)

    rows = said("points_props")

    assert {r["home_team"] for r in rows} == {"LAL"}
    assert GAMES[0].props not in services.asked


def test_odds_in_play_carry_the_time_at_which_they_were_quoted(said, services):
    in_play = GAMES[0].tipoff_at + timedelta(hours=1)
    services.put(GAMES[0].props, props(GAMES[0], in_play))

    assert {r["snapshot_at"] for r in said("points_props") if r["home_team"] == "BOS"} == {in_play}


def test_games_that_are_not_the_leagues_are_not_asked_for(said, services):
    stars = event(GAMES[0]) | {"id": "stars", "home_team": "Team LeBron", "away_team": "Team Giannis"}
    services.put(EVENTS, json.dumps([stars, event(GAMES[1])]).encode())
    services.put(GAME_ODDS, json.dumps([stars | {"bookmakers": []}]).encode())

    assert {r["home_team"] for r in said("points_props")} == {"LAL"}
    assert said("game_lines") == []


def test_one_name_that_no_team_has_is_a_spelling_to_learn(complaint, services):
    services.put(EVENTS, json.dumps([event(GAMES[0]) | {"home_team": "Boston C."}]).encode())

    assert "'Boston C.', not an NBA team" in complaint("points_props")


def test_one_side_of_a_price_and_several_lines_are_kept(said, services):
    told = json.loads(props(GAMES[0], MORNING, books=("draftkings",)))
    one = {"name": "Over", "description": "A B", "price": 1.91, "point": 10.5}
    other = {"name": "Under", "description": "A B", "price": 2.5, "point": 14.5}
    told["bookmakers"][0]["markets"][0]["outcomes"] = [one, other]
    services.put(GAMES[0].props, json.dumps(told).encode())

    rows = [r for r in said("points_props") if r["home_team"] == "BOS"]

    assert [(r["line"], r["over_price"], r["under_price"]) for r in rows] == [(10.5, -110, None), (14.5, None, 150)]


@pytest.mark.parametrize("price", [50, 0, -2, 1.91, -99.5])
def test_one_price_out_of_line_costs_no_other(said, services, price):
    """A number between -100 and 100 stays one, which the tables take for no price."""
    told = json.loads(props(GAMES[0], MORNING))
    told["bookmakers"][0]["markets"][0]["outcomes"][0]["price"] = price
    services.put(GAMES[0].props, json.dumps(told).encode())
    games = json.loads(services.answers[GAME_ODDS][1])
    games[0]["bookmakers"][0]["markets"][0]["outcomes"][0]["price"] = price
    services.put(GAME_ODDS, json.dumps(games).encode())

    overs, lines = Counter(r["over_price"] for r in said("points_props")), said("game_lines")

    assert overs == {-110: 39, int(price): 1}
    assert [(r["home_moneyline"], r["home_spread"]) for r in lines] == [(int(price), -3.5), (-150, -3.5)]


def test_without_a_key_there_are_no_lines_and_the_reason_is_told(said, live, services):
    assert said("points_props", odds_api_key=None) == said("game_lines", odds_api_key=None) == []
    assert services.asked == []
    assert live(odds_api_key=None).absence("points_props", DAY) == "no Odds API key: set NBA_ODDS_API_KEY for lines"
    assert live().absence("schedule", DAY) is None


def test_odds_of_past_days_are_absent_with_the_reason_unless_they_are_bought(said, live, services):
    services.moment = NEXT_MORNING

    assert said("points_props") == []
    assert "past days are not bought" in live().absence("points_props", DAY)
    assert live(odds_historical=True).absence("points_props", DAY) is None


def test_lines_that_take_longer_to_come_than_clocks_differ_are_kept(said, services, monkeypatch):
    answer = services.answer

    def slowly(path, query):
        services.moment += CLOCKS_DIFFER
        return answer(path, query)

    monkeypatch.setattr(services, "answer", slowly)

    assert len(said("points_props")) == 40
    assert services.moment == MORNING + 3 * CLOCKS_DIFFER


@pytest.mark.parametrize("kind", ["points_props", "game_lines"])
def test_of_the_past_no_lines_are_taken_from_the_present(complaint, services, kind):
    services.moment = MORNING + CLOCKS_DIFFER + timedelta(seconds=1)

    assert "live services tell the present only" in complaint(kind, as_of=MORNING)
    assert not any(game.props in services.asked for game in GAMES)


def test_props_of_a_game_of_another_day_are_refused(complaint, services):
    other = json.loads(props(GAMES[0], MORNING)) | {"commence_time": "2026-01-17T00:00:00Z"}
    services.put(GAMES[0].props, json.dumps(other).encode())

    assert "is of a game on 2026-01-16" in complaint("points_props")


def test_the_days_budget_is_not_overspent(complaint, said, services):
    assert len(said("points_props", odds_daily_credits=4)) == 40

    told = complaint("game_lines", odds_daily_credits=4)

    assert "3 of the 4 credits of 2026-01-15 are spent and 3 are needed" in told
    assert GAME_ODDS not in services.asked


def test_the_rest_of_the_plan_is_respected(complaint, said, services):
    services.headers = {"x-requests-last": "1", "x-requests-remaining": "1"}
    said("points_props")

    assert "the plan has 1 credits left and 3 are needed" in complaint("game_lines")


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b'{"error_code": "OUT_OF_USAGE_CREDITS"}', "the credits of the plan are used up"),
        (b'{"error_code": "INVALID_KEY"}', "check NBA_ODDS_API_KEY"),
    ],
)
def test_a_refusal_of_the_odds_api_is_explained(complaint, services, body, says):
    services.trouble("/events", Trouble(401, body=body))

    assert says in complaint("points_props")


def test_the_key_is_nowhere_but_in_the_question(said, live, services, tmp_path: Path, caplog, capfd):
    """In landing, states, logs, errors, descriptions and settings alike."""
    caplog.set_level(logging.DEBUG)
    told = [f"{said('points_props')}", f"{said('game_lines')}", live().describe(), f"{live().__dict__}"]
    assert any(query.get("apiKey") == [KEY] for query in services.queries)
    services.moment += ODDS_STAND + timedelta(seconds=1)
    for trouble in (Trouble(401, body=KEY.encode()), BROKEN, CUT, Trouble(302), Trouble(422)):
        services.trouble("/odds/v4", trouble)
        with pytest.raises(SourceError) as raised:
            said("game_lines")
        told.append(f"{raised.value!r} {raised.getrepr(chain=True)}")

    written = all_written(tmp_path)
    assert any(b"odds/v4" in content for content in written)
    assert [content for content in written if KEY.encode() in content] == []
    assert KEY not in "".join(told)
    assert "HTTP Request" in caplog.text
    assert KEY not in caplog.text + "".join(capfd.readouterr())
