"""Every recorded answer of the real services is read completely, and its sums are those that were played."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from nba_pipeline.aliases import Aliases
from nba_pipeline.game_day import Days
from nba_pipeline.names import player_lookup
from nba_pipeline.sources.answers import STATISTICS
from nba_pipeline.sources.base import Answer
from nba_pipeline.sources.live import balldontlie, injury_pdf, league_boxscores, league_schedule, odds, stand_in
from nba_pipeline.sources.live.identities import Identity
from nba_pipeline.sources.live.league_schedule import LeagueGame
from nba_pipeline.statuses import GameStatus

GAME_DAY = date(2026, 2, 11)


def answer(kind: str, path: Path, first: date, last: date | None = None, at: str = "2026-02-12T05:00-05:00") -> Answer:
    body = path.read_bytes()
    body = gzip.decompress(body) if path.suffix == ".gz" else body
    return Answer(
        kind,
        Days(first, last or first),
        f"https://services/{path.name}",
        "application/json",
        body,
        datetime.fromisoformat(at),
    )


def test_of_1400_games_those_that_count_are_taken(recorded_answers):
    season = answer(
        "season_schedule",
        recorded_answers / "nba_cdn_schedule_2024-25.json.gz",
        date(2024, 10, 1),
        date(2025, 6, 30),
    )

    games = league_schedule.games([season])

    assert Counter(game.season_type for game in games) == {
        "Regular Season": 1230,
        "Playoffs": 84,
        "Play-In": 6,
        "NBA Cup Final": 1,
    }
    assert {game.status.value for game in games} == {"FINAL"}
    assert {game.season for game in games} == {2024}
    assert sum(game.tipoff_at is None or game.postponed for game in games) == 0


def test_the_season_is_the_one_that_the_archive_holds(recorded_answers, archive_dir):
    first, last = date(2024, 10, 1), date(2025, 6, 30)
    season = answer("season_schedule", recorded_answers / "nba_cdn_schedule_2024-25.json.gz", first, last)
    archived = pq.read_table(archive_dir / "schedule" / "2024-25.parquet").to_pylist()

    games = {g.game_id: (g.game_date, g.home_score, g.away_score) for g in league_schedule.games([season])}

    assert games == {row["game_id"]: (row["game_date"], row["home_score"], row["away_score"]) for row in archived}


def test_a_boxscore_has_everyone_on_the_two_sheets(recorded_answers):
    game = answer("boxscore", recorded_answers / "nba_cdn_boxscore_0022500775.json", GAME_DAY)

    players = league_boxscores.player_rows([game]).to_pylist()

    assert Counter(row["status"] for row in players) == {"PLAYED": 21, "DNP": 4, "INACTIVE": 11}
    assert Counter(row["team"] for row in players if row["started"]) == {"CHA": 5, "ATL": 5}
    assert sum(row["points"] for row in players if row["team"] == "CHA" and row["points"]) == 110
    assert sum(row["points"] for row in players if row["team"] == "ATL" and row["points"]) == 107
    minutes = {t: sum(row["minutes"] or 0 for row in players if row["team"] == t) for t in ("CHA", "ATL")}
    assert minutes == pytest.approx({"CHA": 240, "ATL": 240}, abs=0.1)
    by_name = {row["player_name"]: row for row in players}
    assert by_name["Coby White"]["not_played_reason"] == "INACTIVE_INJURY: Left Calf; Strain"
    assert by_name["Miles Bridges"]["status"] == "INACTIVE"
    assert by_name["Pat Connaughton"]["points"] is None


def test_teams_are_the_sums_of_their_players(recorded_answers):
    game = answer("boxscore", recorded_answers / "nba_cdn_boxscore_0022500775.json", GAME_DAY)
    players = league_boxscores.player_rows([game]).to_pylist()

    for team in league_boxscores.team_rows([game]).to_pylist():
        own = [row for row in players if row["team"] == team["team"] and row["status"] == "PLAYED"]
        for name in set(STATISTICS) - {"plus_minus"}:
            assert sum(row[name] for row in own) == team[name], (team["team"], name)
    assert {row["team"]: row["plus_minus"] for row in league_boxscores.team_rows([game]).to_pylist()} == {
        "CHA": 3,
        "ATL": -3,
    }


def box_scores(recorded_answers: Path) -> list[dict]:
    path = recorded_answers / "balldontlie_box_scores.json"
    return balldontlie.rows([answer(balldontlie.BOX_SCORES, path, date(2024, 1, 15))]).to_pylist()


def test_of_a_day_of_balldontlie_every_player_of_every_game_is_read(recorded_answers):
    recorded = json.loads((recorded_answers / "balldontlie_box_scores.json").read_bytes())["data"]
    sides = [
        game[side] | {"score": game[f"{side}_score"]} for game in recorded for side in ("home_team", "visitor_team")
    ]

    rows = box_scores(recorded_answers)

    assert (len(rows), len({row["team"] for row in rows}), sum(row["minutes"] > 0 for row in rows)) == (384, 22, 229)
    assert Counter(row["team"] for row in rows) == {side["abbreviation"]: len(side["players"]) for side in sides}
    points, minutes = Counter(), Counter()
    for row in rows:
        points[row["team"]] += row["points"]
        minutes[row["team"]] += row["minutes"]
    assert points == {side["abbreviation"]: side["score"] for side in sides}
    assert minutes == {team: 265 if team in ("BKN", "MIA") else 240 for team in points}  # one game had an overtime
    assert {(row["player_lookup"], row["minutes"], row["points"]) for row in rows} >= {
        ("joelembiid", 31, 41),
        ("camreddish", 0, 0),
    }


def test_every_game_of_a_day_of_balldontlie_can_stand_in_for_the_leagues(recorded_answers, archive_dir):
    day = date(2024, 1, 15)
    path = archive_dir / "player_boxscores" / "2023-24.parquet"
    archived = pq.read_table(path, filters=[("game_date", "<=", day)]).to_pylist()
    known: dict[str, dict[int, Identity]] = {}
    for row in (row for row in archived if row["game_date"] < day):
        seen = Identity(row["player_id"], row["player_name"], row["team_abbr"])
        known.setdefault(player_lookup(seen.player_name), {})[seen.player_id] = seen
    games = pq.read_table(archive_dir / "schedule" / "2023-24.parquet", filters=[("game_date", "=", day)]).to_pylist()
    said = answer(balldontlie.BOX_SCORES, recorded_answers / "balldontlie_box_scores.json", day)

    notes = [stand_in.who_is_who(league_game(game), said, known, Aliases()) for game in games]

    told = {(row["game_id"], row["player_id"]): row for row in stand_in.player_rows([said, *notes]).to_pylist()}
    league = {(row["game_id"], row["player_id"]): row for row in archived if row["game_date"] == day}
    assert (len(games), len(told), told.keys() == league.keys()) == (11, 229, True)
    assert all(row["points"] == league[who]["pts"] for who, row in told.items())
    ours = {"rebounds": "reb", "assists": "ast", "steals": "stl", "blocks": "blk", "turnovers": "tov", "fouls": "pf"}
    counted = {name: ours.get(name, name) for name in STATISTICS if name not in ("points", "plus_minus")}
    counted |= {"minutes": "minutes"}
    apart = Counter(
        abs(row[name] - league[who][theirs]) for who, row in told.items() for name, theirs in counted.items()
    )
    assert apart == {0: 229 * 15 - 21, 1: 21}  # corrections of the league, and minutes rounded otherwise


def league_game(game: dict) -> LeagueGame:
    sides = game["home_team_abbr"], game["away_team_abbr"]
    scores = game["home_score"], game["away_score"]
    told = game["game_date"], game["game_id"], 2023, "Regular Season", None
    return LeagueGame(*told, *sides, GameStatus.FINAL, *scores, False)


def test_the_scoreboard_ends_the_games_that_the_schedule_still_expects(recorded_answers):
    board = json.loads((recorded_answers / "nba_cdn_todays_scoreboard.json").read_bytes())["scoreboard"]["games"]
    expected = [
        {
            **game,
            "gameStatus": 1,
            "gameDateEst": f"{GAME_DAY}",
            "gameDateTimeUTC": game["gameTimeUTC"],
            "postponedStatus": "N",
        }
        for game in board
    ]
    told = {"meta": {"time": "2026-02-12T09:00:00Z"}}
    told |= {"leagueSchedule": {"seasonYear": "2025-26", "gameDates": [{"games": expected}]}}
    seen = answer("scoreboard", recorded_answers / "nba_cdn_todays_scoreboard.json", GAME_DAY)
    season = Answer(
        "season_schedule", seen.days, "https://x", "application/json", json.dumps(told).encode(), seen.fetched_at
    )

    games = league_schedule.games([season, seen])

    assert len(games) == len(board) > 0
    assert {game.status.value for game in games} == {"FINAL"}
    assert next(g for g in games if g.game_id == "0022500775").home_score == 110


@pytest.mark.parametrize(
    ("file", "teams"), [("BKN_TOR", ("TOR", "BKN")), ("ORL_CLE", ("CLE", "ORL"))], ids=["BKN at TOR", "ORL at CLE"]
)
def test_every_price_of_every_book_becomes_a_quote(recorded_answers, file, teams):
    path = recorded_answers / f"odds_api_event_odds_player_points_{file}_2024-02-22.json"
    outcomes = [
        (book["key"], outcome["description"], outcome["point"], outcome["name"], outcome["price"])
        for book in json.loads(path.read_bytes())["bookmakers"]
        for market in book["markets"]
        for outcome in market["outcomes"]
    ]

    quotes = odds.props_rows([answer("odds_event_props", path, date(2024, 2, 22))]).to_pylist()

    told = [
        (row["bookmaker"], row["player_name"], row["line"], name, row[price])
        for row in quotes
        for name, price in (("Over", "over_price"), ("Under", "under_price"))
        if row[price] is not None
    ]
    assert Counter(told) == Counter(outcomes)
    assert {(row["home_team"], row["away_team"]) for row in quotes} == {teams}
    assert all(row["snapshot_at"].date() in (date(2024, 2, 22), date(2024, 2, 23)) for row in quotes)


def test_historical_decimal_moneylines_are_told_as_american_ones(recorded_answers):
    path = recorded_answers / "odds_api_historical_event_odds_game_lines.json"

    lines = odds.line_rows([answer("odds_games", path, date(2024, 1, 24))]).to_pylist()

    assert [(row["bookmaker"], row["home_moneyline"], row["away_moneyline"]) for row in lines] == [
        ("draftkings", -312, 230),
        ("fanduel", -385, 280),
    ]


def test_historical_events_are_of_the_evening_in_the_east(recorded_answers):
    path = recorded_answers / "odds_api_historical_events.json"
    recorded = json.loads(path.read_bytes())["data"]

    events = odds.events([answer("odds_events", path, date(2025, 3, 9), date(2025, 3, 10))])

    assert len(events) == len(recorded)
    assert ("MIL", "CLE", date(2025, 3, 9)) in {(e.home_team, e.away_team, e.game_date) for e in events}


def test_the_injury_report_says_who_is_out_and_who_has_not_said(recorded_answers):
    pdf = answer(
        "injury_report_pdf",
        recorded_answers / "nba_injury_report.pdf",
        date(2024, 1, 4),
        date(2024, 1, 5),
        at="2024-01-04T13:00-05:00",
    )
    expected = json.loads((recorded_answers / "nba_injury_report_parsed.json").read_bytes())["records"]

    rows = injury_pdf.rows([pdf]).to_pylist()

    named = {(r["team"], r["player_name"], r["status"], r["reason"]) for r in rows if r["player_name"]}
    assert named == {(r["team"], r["player"], r["status"].upper(), r["reason"]) for r in expected}
    silent = {(r["game_date"], r["team"]) for r in rows if r["status"] == "NOT_SUBMITTED"}
    assert (date(2024, 1, 4), "MIL") in silent
    assert len([day for day, _ in silent if day == date(2024, 1, 5)]) == 28
    assert {r["report_at"].isoformat() for r in rows} == {"2024-01-04T17:30:00+00:00"}
