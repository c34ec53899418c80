"""The live source: what the services say becomes the day's rows, and what they say wrong becomes a sentence."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from services import BROKEN, CUT, EMPTY, WEB_PAGE, Trouble
from small_day import (
    DAY,
    EVENTS,
    GAME_ODDS,
    GAMES,
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
from nba_pipeline.sources.live.collected_odds import ODDS_STAND
from nba_pipeline.sources.live.hosts import OPENS_AFTER
from nba_pipeline.sources.live.injury_pdf import STALE_AFTER

HOME = GAMES[0].home


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


def test_an_injury_report_that_was_never_asked_for_is_no_report_that_the_league_did_not_publish(said, live, services):
    assert "was not asked for" in live().absence("injury_report", DAY)

    said("injury_report")

    assert live().absence("injury_report", DAY) is None


def test_what_was_said_after_the_moment_is_refused(complaint, services):
    services.moment = NEXT_MORNING

    assert "live services tell the present only" in complaint("schedule", as_of=MORNING)


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
    ],
    ids=["web page", "empty", "truncated", "another schema"],
)
@pytest.mark.parametrize("kind", PARTS)
def test_whatever_comes_instead_of_an_answer_is_named_with_its_address(complaint, services, kind, trouble, says):
    if kind == "player_boxscores":
        after_the_games(services)
    services.trouble(PARTS[kind], trouble)

    told = complaint(kind)

    assert says in told
    assert services.address + PARTS[kind] in told


@pytest.mark.parametrize(("trouble", "says"), [(CUT, "the answer broke off"), (BROKEN, "HTTP 500")])
@pytest.mark.parametrize("kind", ["schedule", "game_lines"])
def test_what_everything_hangs_on_and_does_not_come_fails_the_table(complaint, services, kind, trouble, says):
    services.trouble(PARTS[kind], trouble)

    told = complaint(kind)

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
def test_a_schedule_that_cannot_be_right_is_refused(complaint, services, change, says):
    services.put(SCHEDULE, schedule(change([scheduled(game) for game in GAMES]), MORNING))

    assert says in complaint("schedule")


def test_a_stale_schedule_is_refused(complaint, services):
    services.put(SCHEDULE, schedule([scheduled(game) for game in GAMES], MORNING - timedelta(days=2)))

    assert "it is stale" in complaint("schedule")


def test_a_schedule_of_another_season_is_no_day_without_games(complaint, services):
    assert "one season at a time" in complaint("schedule", day=date(2025, 1, 15))


def test_a_scoreboard_of_yesterday_changes_nothing(said, services):
    services.put(SCOREBOARD, scoreboard([scheduled(game) for game in GAMES], DAY - timedelta(days=1)))

    assert {g["status"] for g in said("schedule")} == {"UPCOMING"}


@pytest.mark.parametrize("wrong", [GAMES[1].game_id, None], ids=["another game", "another day"])
def test_the_boxscore_of_another_game_or_day_is_refused(complaint, services, wrong):
    after_the_games(services)
    told = json.loads(boxscore(GAMES[0]))
    told["game"] |= {"gameId": wrong} if wrong else {"gameTimeUTC": "2026-01-18T00:00:00Z"}
    services.put(GAMES[0].boxscore, json.dumps(told).encode())

    assert "ask again later" in complaint("player_boxscores")


def test_reports_of_the_day_stay_when_there_are_none_of_it_any_more(said, services):
    morning = said("injury_report")
    after_the_games(services)

    assert [r["status"] for r in morning] == ["QUESTIONABLE", "OUT", "NOT_SUBMITTED"]
    assert said("injury_report") == morning


def test_what_is_no_report_is_refused(complaint, services):
    services.trouble("Injury-Report", WEB_PAGE)

    assert "no PDF but text/html" in complaint("injury_report")


def test_no_report_at_all_is_no_clean_bill_of_health(complaint, services):
    services.answers.pop(REPORT)
    assert "none of the last 5 injury reports is there" in complaint("injury_report")


@pytest.mark.parametrize(
    ("trouble", "says"),
    [(Trouble(404), "none of the last 5 injury reports is there"), (BROKEN, "HTTP 500"), (CUT, "broke off")],
    ids=["not there", "broken", "cut"],
)
def test_a_report_that_landed_stands_where_no_newer_one_comes_and_the_day_says_so(acquired, services, trouble, says):
    landed = acquired("injury_report").rows
    services.trouble("Injury-Report", trouble)
    services.moment = MORNING + STALE_AFTER

    found = acquired("injury_report")

    assert found.rows.equals(landed)
    [part] = found.unanswered
    assert part.what == "an injury report newer than that of 2026-01-15 11:00 EST"
    assert says in part.reason


def test_a_report_that_landed_does_not_stand_when_it_is_stale(complaint, said, services):
    said("injury_report")
    services.moment = MORNING + STALE_AFTER + timedelta(minutes=1)

    assert "none of the last 5 injury reports is there" in complaint("injury_report")


def test_a_report_that_landed_stands_while_its_host_is_left_alone(acquired, services):
    acquired("injury_report")
    services.trouble("Injury-Report", BROKEN)
    told = [acquired("injury_report").unanswered[0].reason for _ in range(OPENS_AFTER + 1)]

    assert "is left alone until" in told[-1]


def test_a_report_that_breaks_off_is_refused(complaint, services, recorded_answers):
    whole = (recorded_answers / "nba_injury_report.pdf").read_bytes()
    services.trouble("Injury-Report", Trouble(body=whole[:20_000], media_type="application/pdf"))

    assert "breaks off" in complaint("injury_report")


def test_the_description_tells_how_it_goes_with_the_hosts(complaint, said, live, services):
    said("game_lines")

    assert "1 of 200 credits spent on 2026-01-15, 480 left of the plan" in live().describe()
    services.trouble("/odds/v4", BROKEN)
    services.moment += ODDS_STAND + timedelta(seconds=1)
    for _ in range(5):
        complaint("game_lines")
    with pytest.raises(SourceError, match="is left alone until"):
        live().describe()


def test_a_summer_day_asks_nobody(live, services, tmp_path):
    for kind in ANSWERS:
        assert acquire(live(), kind, Days.only(date(2025, 8, 1)), MORNING, tmp_path / "landing").rows.num_rows == 0
        assert live().absence(kind, date(2025, 8, 1)) == "off-season"
    assert services.asked == []
