"""The game logs of stats.nba.com: read whole, or refused in a sentence; what they do not tell stays unknown."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

import pyarrow.parquet as pq
import pytest
from season_logs import log, logged_points, logged_score, small_rows
from small_day import DAY, GAMES, MORNING

from nba_pipeline.game_day import Days, season_days
from nba_pipeline.sources.answers import STATISTICS, conform
from nba_pipeline.sources.base import Answer, SourceError
from nba_pipeline.sources.live import game_logs, logged_games
from nba_pipeline.sources.live.game_logs import GAMES as TYPES
from nba_pipeline.sources.live.game_logs import PLAYERS, TEAMS, Question, questions

SEASON = 2025
REGULAR = TYPES[0]
URI = "https://stats/leaguegamelog?PlayerOrTeam=P"


def answer(kind: str, body: bytes, days: Days | None = None) -> Answer:
    return Answer(kind, days or season_days(SEASON), URI, "application/json", body, MORNING)


def told(kind: str, rows: Sequence[dict] | None = None, **parameters: object) -> Answer:
    rows = small_rows(kind) if rows is None else rows
    return answer(kind, log(Question(kind, SEASON, REGULAR), rows, **parameters))


def rows_of(kind: str, *answers: Answer) -> list[dict]:
    return conform(kind, logged_games.rows(kind, answers)).to_pylist()


def refused(one: Answer) -> str:
    with pytest.raises(SourceError) as raised:
        logged_games.whole(one)
    return str(raised.value)


def changed(kind: str, place: int, **columns: object) -> list[dict]:
    rows = small_rows(kind)
    rows[place] = rows[place] | columns
    return rows


def test_the_recorded_log_is_read_whole_and_adds_up_to_what_was_played(recorded_answers):
    body = (recorded_answers / "nba_stats_leaguegamelog_player.json").read_bytes()
    moment = datetime.fromisoformat("2025-03-16T05:00-04:00")
    recorded = Answer(PLAYERS, season_days(2024), URI, "application/json", body, moment)

    rows = rows_of("player_boxscores", recorded)

    assert len(rows) == 157
    assert {row["game_date"] for row in rows} == {date(2025, 3, 15)}
    assert Counter(row["game_id"] for row in rows).keys() == {f"00224009{number}" for number in range(68, 76)}
    assert {name: sum(row[name] for row in rows) for name in ("points", "rebounds", "assists", "fg3m")} == {
        "points": 1814,
        "rebounds": 690,
        "assists": 448,
        "fg3m": 219,
    }
    assert None not in {row[name] for row in rows for name in ("minutes", *STATISTICS)}
    assert {row["started"] for row in rows} == {None}
    curry = next(row for row in rows if row["player_lookup"] == "stephencurry")
    assert (curry["team"], curry["player_id"], curry["minutes"], curry["points"]) == ("GSW", 201939, 35, 28)
    assert (curry["plus_minus"], curry["turnovers"], curry["fouls"]) == (-5, 3, 2)


def test_the_recorded_log_holds_the_players_of_the_archive(recorded_answers, archive_dir):
    body = (recorded_answers / "nba_stats_leaguegamelog_player.json").read_bytes()
    days = Days.only(date(2025, 3, 15))
    rows = rows_of("player_boxscores", Answer(PLAYERS, days, URI, "application/json", body, MORNING))
    archived = pq.read_table(archive_dir / "player_boxscores" / "2024-25.parquet").to_pylist()

    held = {
        (row["game_id"], row["player_id"], row["team_abbr"], row["minutes"], row["pts"], row["reb"], row["plus_minus"])
        for row in archived
        if row["game_date"] == days.first
    }
    assert {
        (r["game_id"], r["player_id"], r["team"], r["minutes"], r["points"], r["rebounds"], r["plus_minus"])
        for r in rows
    } == held


def test_a_log_of_some_days_is_no_season(recorded_answers):
    body = (recorded_answers / "nba_stats_leaguegamelog_player.json").read_bytes()

    assert "holds some days of 2024-25 Regular Season, players only" in refused(
        Answer(PLAYERS, season_days(2024), URI, "application/json", body, MORNING)
    )


def test_the_teams_log_is_the_schedule_without_tipoffs():
    rows = rows_of("schedule", told(TEAMS))

    assert [(row["game_id"], row["home_team"], row["away_team"]) for row in rows] == [
        (game.game_id, game.home, game.away) for game in GAMES
    ]
    assert {(row["status"], row["season"], row["season_type"], row["tipoff_at"], row["postponed"]) for row in rows} == {
        ("FINAL", 2025, "Regular Season", None, False)
    }
    assert (rows[0]["home_score"], rows[0]["away_score"]) == (logged_score("BOS"), logged_score("NYK"))


def test_a_team_is_what_its_log_says_with_the_turnovers_of_its_players():
    teams = changed(TEAMS, 0, TOV=14)

    boston = rows_of("team_boxscores", told(TEAMS, teams), told(PLAYERS))[0]

    assert (boston["team"], boston["points"], boston["turnovers"], boston["turnovers_with_team"]) == (
        "BOS",
        logged_score("BOS"),
        9,
        None,
    )


def test_players_have_what_the_log_counts_and_the_rest_is_unknown():
    rows = rows_of("player_boxscores", told(PLAYERS, changed(PLAYERS, 1, STL=None)))

    assert len(rows) == 36
    assert {(row["status"], row["started"], row["not_played_reason"]) for row in rows} == {("PLAYED", None, None)}
    assert (rows[0]["points"], rows[0]["minutes"], rows[0]["steals"]) == (logged_points("BOS", 0), 34, 1)
    assert rows[1]["steals"] is None


def test_only_the_days_asked_for_are_told():
    assert rows_of("schedule", answer(TEAMS, told(TEAMS).body, Days.only(DAY))) != []
    assert rows_of("schedule", answer(TEAMS, told(TEAMS).body, Days.only(date(2026, 1, 14)))) == []


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        (small_rows(TEAMS)[1:], "the game log has 1 rows of it, not one for each of two teams"),
        (changed(TEAMS, 0, MATCHUP="BOS @ NYK"), "the game log does not tell which team was at home"),
        (changed(TEAMS, 0, GAME_DATE="2026-01-14"), "the game log has it on two days"),
        (
            changed(TEAMS, 0, WL="W" if logged_score("BOS") < logged_score("NYK") else "L"),
            "the winner in the game log is not",
        ),
    ],
    ids=["one team", "both away", "two days", "another winner"],
)
def test_a_game_that_the_log_contradicts_itself_about_is_left_out_and_named(rows, why):
    one = told(TEAMS, rows)

    assert [row["game_id"] for row in rows_of("schedule", one)] == [GAMES[1].game_id]
    [left_out] = logged_games.untold("schedule", [one])
    assert left_out.game_id == GAMES[0].game_id
    assert left_out.reason.startswith(why)


def test_a_team_whose_players_are_not_told_is_left_out_and_named():
    answers = [told(TEAMS), told(PLAYERS, [row for row in small_rows(PLAYERS) if row["GAME_ID"] != GAMES[0].game_id])]

    assert {row["game_id"] for row in rows_of("team_boxscores", *answers)} == {GAMES[1].game_id}
    [left_out] = logged_games.untold("team_boxscores", answers)
    assert (left_out.game_id, left_out.reason) == (
        GAMES[0].game_id,
        "the game logs do not tell the turnovers of NYK",
    )


@pytest.mark.parametrize("kind", [TEAMS, PLAYERS])
def test_a_log_with_fewer_games_than_the_season_had_was_cut_short(kind):
    assert "holds 2 games of at least 1230: it was cut short" in refused(told(kind))


@pytest.mark.parametrize(
    ("kind", "column"), [(TEAMS, "PTS"), (TEAMS, "MATCHUP"), (PLAYERS, "PLAYER_ID"), (PLAYERS, "MIN")]
)
def test_a_column_that_is_gone_is_named(kind, column):
    document = json.loads(told(kind).body)
    headers = document["resultSets"][0]["headers"]
    headers[headers.index(column)] = "RENAMED"

    said = refused(answer(kind, json.dumps(document).encode()))

    assert f"has no column {column}: the service has changed its answers" in said


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"", "answered with nothing"),
        (b"<html>Access Denied</html>", "answered with a web page instead of JSON"),
        (told(TEAMS).body[:1000], "answered with JSON that breaks off"),
        (b'{"Message": "An error has occurred."}', "has no parameters"),
        (json.dumps({"parameters": json.loads(told(TEAMS).body)["parameters"]}).encode(), "holds no LeagueGameLog"),
    ],
    ids=["nothing", "HTML", "truncated", "an error", "no rows"],
)
def test_what_is_no_log_is_told_as_what_it_is(body, says):
    assert says in refused(answer(TEAMS, body))


def test_a_row_of_another_length_or_season_is_refused():
    document = json.loads(told(TEAMS).body)
    document["resultSets"][0]["rowSet"][1].pop()
    assert "not a row of 23 columns" in refused(answer(TEAMS, json.dumps(document).encode()))

    assert "not a day of 2025-10-01" in refused(told(TEAMS, changed(TEAMS, 0, GAME_DATE="2024-12-01")))


def test_a_players_log_is_not_taken_for_a_teams_log():
    assert "not the parameters of a game log" in refused(told(TEAMS, PlayerOrTeam="P"))


def test_the_cups_other_games_stand_in_the_regular_season_only():
    cup = TYPES[-1]
    final = [row | {"GAME_ID": "0062500001"} for row in small_rows(TEAMS, GAMES[:1])]

    one = answer(TEAMS, log(Question(TEAMS, SEASON, cup), [*final, *small_rows(TEAMS, GAMES[1:])]))

    assert [(row["game_id"], row["season_type"]) for row in rows_of("schedule", one)] == [
        ("0062500001", "NBA Cup Final")
    ]
    assert game_logs.read(one).count() == 1


def test_the_questions_of_a_season_are_the_kinds_of_games_that_it_had():
    asked = {season: [f"{question}" for question in questions(season)[::2]] for season in (2018, 2021, 2023)}

    assert asked == {
        2018: ["2018-19 Regular Season, teams", "2018-19 Playoffs, teams"],
        2021: ["2021-22 Regular Season, teams", "2021-22 Play-In, teams", "2021-22 Playoffs, teams"],
        2023: [
            "2023-24 Regular Season, teams",
            "2023-24 Play-In, teams",
            "2023-24 Playoffs, teams",
            "2023-24 NBA Cup Final, teams",
        ],
    }
    assert questions(2021)[1].params == {
        "Counter": "0",
        "DateFrom": "",
        "DateTo": "",
        "Direction": "ASC",
        "LeagueID": "00",
        "PlayerOrTeam": "P",
        "Season": "2021-22",
        "SeasonType": "Regular Season",
        "Sorter": "DATE",
    }
