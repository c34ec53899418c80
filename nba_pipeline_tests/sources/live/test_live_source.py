"""The live source: what the services say becomes the day's rows, and what they say wrong becomes a sentence."""

from __future__ import annotations

import json
import logging
from datetime import date, timedelta
from pathlib import Path

import pytest
from services import BROKEN, CUT, EMPTY, WEB_PAGE, Trouble
from small_day import (
    DAY,
    EVENTS,
    GAME_ODDS,
    GAMES,
    KEY,
    MORNING,
    NEXT_MORNING,
    REPORT,
    SCHEDULE,
    SCOREBOARD,
    Game,
    after_the_games,
    boxscore,
    event,
    props,
    schedule,
    scheduled,
    score_of,
    scoreboard,
)

from nba_pipeline.game_day import Days
from nba_pipeline.sources.answers import ANSWERS
from nba_pipeline.sources.base import SourceError
from nba_pipeline.sources.landing import acquire

HOME = GAMES[0].home


def complaint(said, kind: str, **more) -> str:
    with pytest.raises(SourceError) as raised:
        said(kind, **more)
    return str(raised.value)


def test_before_the_games_there_are_games_and_lines_and_no_results(said):
    games = said("schedule")

    assert [(g["home_team"], g["status"], g["home_score"]) for g in games] == [
        ("BOS", "UPCOMING", None),
        ("LAL", "UPCOMING", None),
    ]
    assert [g["tipoff_at"] for g in games] == [game.tipoff_at for game in GAMES]
    assert said("player_boxscores") == []
    assert len(said("points_props")) == 2 * 2 * 10  # games, books, players
    assert {(r["home_team"], r["home_spread"], r["total"]) for r in said("game_lines")} == {
        ("BOS", -3.5, 225.5),
        ("LAL", -3.5, 225.5),
    }


def test_after_the_games_the_scoreboard_brings_results_before_the_schedule_does(said, services):
    after_the_games(services)

    games, players, teams = said("schedule"), said("player_boxscores"), said("team_boxscores")

    assert [(g["status"], g["home_score"]) for g in games] == [("FINAL", score_of("BOS")), ("FINAL", score_of("LAL"))]
    assert len(players) == 36
    assert sum(r["points"] for r in players if r["team"] == HOME) == score_of(HOME)
    assert {r["team"]: r["points"] for r in teams}[HOME] == score_of(HOME)


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


def test_what_could_not_be_read_once_does_not_spoil_the_day(said, services):
    services.trouble(GAMES[0].props, WEB_PAGE)
    complaint(said, "points_props")
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


def test_one_name_that_no_team_has_is_a_spelling_to_learn(said, services):
    services.put(EVENTS, json.dumps([event(GAMES[0]) | {"home_team": "Boston C."}]).encode())

    assert "'Boston C.', not an NBA team" in complaint(said, "points_props")


def test_one_side_of_a_price_and_several_lines_are_kept(said, services):
    told = json.loads(props(GAMES[0], MORNING, books=("draftkings",)))
    one = {"name": "Over", "description": "A B", "price": 1.91, "point": 10.5}
    other = {"name": "Under", "description": "A B", "price": 2.5, "point": 14.5}
    told["bookmakers"][0]["markets"][0]["outcomes"] = [one, other]
    services.put(GAMES[0].props, json.dumps(told).encode())

    rows = [r for r in said("points_props") if r["home_team"] == "BOS"]

    assert [(r["line"], r["over_price"], r["under_price"]) for r in rows] == [(10.5, -110, None), (14.5, None, 150)]


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


def test_an_injury_report_that_was_never_asked_for_is_no_report_that_the_league_did_not_publish(said, live, services):
    assert "was not asked for" in live().absence("injury_report", DAY)

    said("injury_report")

    assert live().absence("injury_report", DAY) is None


def test_bought_odds_are_those_of_ten_minutes_before_the_tipoff(said, services):
    services.moment = NEXT_MORNING
    for path in (EVENTS, *(game.props for game in GAMES)):
        envelope = {"timestamp": "2026-01-15T17:00:00Z", "data": json.loads(services.answers[path][1])}
        services.put(path.replace("/v4/", "/v4/historical/"), json.dumps(envelope).encode())

    rows = said("points_props", odds_historical=True)

    assert len(rows) == 40
    asked = [query["date"] for path, query in zip(services.asked, services.queries, strict=True) if "/odds" in path]
    assert ["2026-01-15T23:50:00Z"] in asked


def test_what_was_said_after_the_moment_is_refused(said, services):
    services.moment = NEXT_MORNING

    assert "live services tell the present only" in complaint(said, "schedule", as_of=MORNING)


def test_a_late_pacific_game_belongs_to_the_evening_in_the_east(said, services):
    late = Game("0022500580", "LAL", "GSW", GAMES[0].tipoff_at + timedelta(hours=6, minutes=30))  # 01:30 in the East
    services.put(EVENTS, json.dumps([event(late)]).encode())
    services.put(late.props, props(late, MORNING))

    assert {r["game_date"] for r in said("points_props")} == {DAY}
    after_the_games(services)
    services.put(SCHEDULE, schedule([scheduled(late)], NEXT_MORNING))
    services.put(SCOREBOARD, scoreboard([]))
    services.put(late.boxscore, boxscore(late))
    assert {r["game_date"] for r in said("player_boxscores")} == {DAY}


def test_a_postponed_game_is_said_to_be(said, services):
    off = [
        scheduled(GAMES[0], gameStatus=1, gameStatusText="PPD"),
        scheduled(GAMES[1], gameStatus=1, postponedStatus="P"),
    ]
    services.put(SCHEDULE, schedule(off, MORNING))

    assert [(g["status"], g["postponed"]) for g in said("schedule")] == [("UPCOMING", True)] * 2


def test_games_that_do_not_count_or_have_no_teams_yet_are_left_out(said, services):
    nobody = scheduled(GAMES[0], gameId="0042500101", homeTeam={"teamId": 0}, awayTeam={"teamId": 0})
    others = [scheduled(GAMES[0], gameId=game_id) for game_id in ("0012500001", "0032500001")]
    services.put(SCHEDULE, schedule([*others, nobody, scheduled(GAMES[1])], MORNING))
    services.put(SCOREBOARD, scoreboard(others))

    assert [g["game_id"] for g in said("schedule")] == [GAMES[1].game_id]


def test_a_finished_game_without_a_boxscore_is_left_to_the_gaps_of_its_day(said, services):
    after_the_games(services)
    services.trouble(GAMES[0].boxscore, Trouble(403, body=b"<Error><Code>AccessDenied</Code></Error>"))

    assert {r["game_id"] for r in said("player_boxscores")} == {GAMES[1].game_id}


PARTS = {
    "schedule": SCHEDULE,
    "player_boxscores": GAMES[0].boxscore,
    "points_props": GAMES[0].props,
    "game_lines": GAME_ODDS,
}


@pytest.mark.parametrize(
    ("trouble", "says"),
    [
        (WEB_PAGE, "answered with a web page instead of JSON"),
        (EMPTY, "answered with nothing"),
        (Trouble(body=b'{"game": {"homeTeam": '), "breaks off, or is none"),
        (Trouble(body=b'{"games": []}'), "the service has changed"),
        (CUT, "the answer broke off"),
        (BROKEN, "HTTP 500"),
    ],
    ids=["web page", "empty", "truncated", "another schema", "cut", "broken"],
)
@pytest.mark.parametrize("kind", PARTS)
def test_whatever_comes_instead_of_an_answer_is_named_with_its_address(said, services, kind, trouble, says):
    if kind == "player_boxscores":
        after_the_games(services)
    services.trouble(PARTS[kind], trouble)

    told = complaint(said, kind)

    assert says in told
    assert services.address + PARTS[kind] in told


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda g: [*g, g[0]], "twice"),
        (lambda g: [g[0] | {"gameStatus": 7}], "a status of a game"),
        (lambda g: [g[0] | {"postponedStatus": "?"}], "one of N, P, Y"),
        (lambda g: [g[0] | {"homeTeam": {"teamId": 5, "score": 90}}], "not an NBA team"),
        (lambda g: [g[0] | {"gameId": "22500578"}], "a game id of ten digits"),
        (lambda g: [g[0] | {"gameDateTimeUTC": "soon"}], "a moment"),
        (lambda g: g[1:], "which the season schedule lacks"),
    ],
    ids=["doubled game", "status", "postponement", "team", "id", "tip-off", "lost game"],
)
def test_a_schedule_that_cannot_be_right_is_refused(said, services, change, says):
    services.put(SCHEDULE, schedule(change([scheduled(game) for game in GAMES]), MORNING))

    assert says in complaint(said, "schedule")


def test_a_stale_schedule_is_refused(said, services):
    services.put(SCHEDULE, schedule([scheduled(game) for game in GAMES], MORNING - timedelta(days=2)))

    assert "it is stale" in complaint(said, "schedule")


def test_a_schedule_of_another_season_is_no_day_without_games(said, services):
    assert "one season at a time" in complaint(said, "schedule", day=date(2025, 1, 15))


def test_a_scoreboard_of_yesterday_changes_nothing(said, services):
    services.put(SCOREBOARD, scoreboard([scheduled(game) for game in GAMES], DAY - timedelta(days=1)))

    assert {g["status"] for g in said("schedule")} == {"UPCOMING"}


@pytest.mark.parametrize("wrong", [GAMES[1].game_id, None], ids=["another game", "another day"])
def test_the_boxscore_of_another_game_or_day_is_refused(said, services, wrong):
    after_the_games(services)
    told = json.loads(boxscore(GAMES[0]))
    told["game"] |= {"gameId": wrong} if wrong else {"gameTimeUTC": "2026-01-18T00:00:00Z"}
    services.put(GAMES[0].boxscore, json.dumps(told).encode())

    assert "ask again later" in complaint(said, "player_boxscores")


def test_props_of_a_game_of_another_day_are_refused(said, services):
    other = json.loads(props(GAMES[0], MORNING)) | {"commence_time": "2026-01-17T00:00:00Z"}
    services.put(GAMES[0].props, json.dumps(other).encode())

    assert "is of a game on 2026-01-16" in complaint(said, "points_props")


def test_reports_of_the_day_stay_when_there_are_none_of_it_any_more(said, services):
    morning = said("injury_report")
    after_the_games(services)

    assert [r["status"] for r in morning] == ["QUESTIONABLE", "OUT", "NOT_SUBMITTED"]
    assert said("injury_report") == morning


def test_what_is_no_report_is_refused(said, services):
    services.trouble("Injury-Report", WEB_PAGE)

    assert "no PDF but text/html" in complaint(said, "injury_report")


def test_no_report_at_all_is_no_clean_bill_of_health(said, services):
    services.answers.pop(REPORT)
    assert "none of the last 5 injury reports is there" in complaint(said, "injury_report")


def test_a_report_that_breaks_off_is_refused(said, services, recorded_answers):
    whole = (recorded_answers / "nba_injury_report.pdf").read_bytes()
    services.trouble("Injury-Report", Trouble(body=whole[:20_000], media_type="application/pdf"))

    assert "breaks off" in complaint(said, "injury_report")


def test_the_days_budget_is_not_overspent(said, services):
    assert len(said("points_props", odds_daily_credits=4)) == 40

    told = complaint(said, "game_lines", odds_daily_credits=4)

    assert "3 of the 4 credits of 2026-01-15 are spent and 3 are needed" in told
    assert GAME_ODDS not in services.asked


def test_the_rest_of_the_plan_is_respected(said, services):
    services.headers = {"x-requests-last": "1", "x-requests-remaining": "1"}
    said("points_props")

    assert "the plan has 1 credits left and 3 are needed" in complaint(said, "game_lines")


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b'{"error_code": "OUT_OF_USAGE_CREDITS"}', "the credits of the plan are used up"),
        (b'{"error_code": "INVALID_KEY"}', "check NBA_ODDS_API_KEY"),
    ],
)
def test_a_refusal_of_the_odds_api_is_explained(said, services, body, says):
    services.trouble("/events", Trouble(401, body=body))

    assert says in complaint(said, "points_props")


def test_the_key_is_nowhere_but_in_the_question(said, live, services, tmp_path: Path, caplog, capfd):
    """In landing, states, logs, errors, descriptions and settings alike."""
    caplog.set_level(logging.DEBUG)
    told = [f"{said('points_props')}", f"{said('game_lines')}", live().describe(), f"{live().__dict__}"]
    assert any(query.get("apiKey") == [KEY] for query in services.queries)
    for trouble in (Trouble(401, body=KEY.encode()), BROKEN, CUT, Trouble(302), Trouble(422)):
        services.trouble("/odds/v4", trouble)
        with pytest.raises(SourceError) as raised:
            said("game_lines")
        told.append(f"{raised.value!r} {raised.getrepr(chain=True)}")

    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert any(b"odds/v4" in content for content in written)
    assert [content for content in written if KEY.encode() in content] == []
    assert KEY not in "".join(told)
    assert "HTTP Request" in caplog.text
    assert KEY not in caplog.text + "".join(capfd.readouterr())


def test_the_description_tells_how_it_goes_with_the_hosts(said, live, services):
    said("game_lines")

    assert "1 of 200 credits spent on 2026-01-15, 480 left of the plan" in live().describe()
    services.trouble("/odds/v4", BROKEN)
    for _ in range(5):
        complaint(said, "game_lines")
    with pytest.raises(SourceError, match="is left alone until"):
        live().describe()


def test_a_summer_day_asks_nobody(live, services, tmp_path):
    for kind in ANSWERS:
        assert acquire(live(), kind, Days.only(date(2025, 8, 1)), MORNING, tmp_path / "landing").rows.num_rows == 0
        assert live().absence(kind, date(2025, 8, 1)) == "off-season"
    assert services.asked == []
