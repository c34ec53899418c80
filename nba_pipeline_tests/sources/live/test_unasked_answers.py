"""Recorded answers of services that are not asked: what they say of games and players is what our readers say."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pyarrow.parquet as pq

from nba_pipeline.aliases import Aliases
from nba_pipeline.game_day import Days
from nba_pipeline.names import player_lookup
from nba_pipeline.sources.base import Answer
from nba_pipeline.sources.live import balldontlie, league_schedule, stand_in
from nba_pipeline.sources.live.identities import Identity
from nba_pipeline.sources.live.league_schedule import LeagueGame
from nba_pipeline.sources.live.nodes import Node
from nba_pipeline.statuses import InjuryStatus

Rows = list[dict]

KNICKS_IN_PHILADELPHIA = "0022400561"
THE_LAST_FINAL = "0042400407"
SUMS = {
    **{
        name: name.upper() for name in ("fgm", "fga", "fg3m", "fg3a", "ftm", "fta", "oreb", "dreb", "reb", "ast", "stl")
    },
    **{"blk": "BLK", "tov": "TO", "pf": "PF", "pts": "PTS", "plus_minus": "PLUS_MINUS"},
}


def game_of_the_schedule(recorded_answers: Path, game_id: str) -> LeagueGame:
    body = gzip.decompress((recorded_answers / "nba_cdn_schedule_2024-25.json.gz").read_bytes())
    days = Days(date(2024, 10, 1), date(2025, 6, 30))
    told = Answer(
        "season_schedule", days, "https://x", "application/json", body, datetime.fromisoformat("2025-07-30T12:00Z")
    )
    (game,) = [game for game in league_schedule.games([told]) if game.game_id == game_id]
    return game


def archived(archive_dir: Path, **bounds: object) -> Rows:
    filters = [(column, "=", value) for column, value in bounds.items()]
    return pq.read_table(archive_dir / "player_boxscores" / "2024-25.parquet", filters=filters or None).to_pylist()


def test_a_traditional_boxscore_has_the_players_of_the_archive_and_the_score_of_the_schedule(
    recorded_answers, archive_dir
):
    told = json.loads((recorded_answers / "nba_stats_boxscoretraditionalv2.json").read_bytes())
    sheet = told["resultSets"][0]
    rows = [dict(zip(sheet["headers"], row, strict=True)) for row in sheet["rowSet"]]
    played = {row["PLAYER_ID"]: row for row in rows if row["MIN"]}
    game = game_of_the_schedule(recorded_answers, KNICKS_IN_PHILADELPHIA)

    known = {row["player_id"]: row for row in archived(archive_dir, game_id=KNICKS_IN_PHILADELPHIA)}

    assert (len(rows), len(played), played.keys()) == (25, 17, known.keys())
    for player_id, row in played.items():
        ours = known[player_id]
        assert {name: row[theirs] for name, theirs in SUMS.items()} == {name: ours[name] for name in SUMS}, player_id
        assert player_lookup(row["PLAYER_NAME"]) == player_lookup(ours["player_name"])
    points = Counter()
    for row in played.values():
        points[Node(row["TEAM_ID"], "the sheet").team()] += row["PTS"]
    assert points == {game.home_team: game.home_score, game.away_team: game.away_score}
    assert (game.game_date, points) == (date(2025, 1, 15), {"PHI": 119, "NYK": 125})
    stayed_out = [row["COMMENT"].strip() for row in rows if not row["MIN"]]
    assert Counter(stayed_out) == {"DNP - Coach's Decision": 7, "DND - Injury/Illness": 1}


def test_rows_of_balldontlies_stats_are_read_like_those_of_its_box_scores(recorded_answers, archive_dir):
    told = json.loads((recorded_answers / "balldontlie_stats.json").read_bytes())["data"]
    game = game_of_the_schedule(recorded_answers, THE_LAST_FINAL)
    rows = archived(archive_dir)
    known: dict[str, dict[int, Identity]] = {}
    for row in (row for row in rows if row["game_date"] < game.game_date):
        seen = Identity(row["player_id"], row["player_name"], row["team_abbr"])
        known.setdefault(player_lookup(seen.player_name), {})[seen.player_id] = seen
    said = as_box_scores(told, game)

    second = balldontlie.rows([said]).to_pylist()
    note = stand_in.who_is_who(game, said, known, Aliases())

    assert (len(told), len(second)) == (30, 30)
    assert sum(row["points"] for row in second) == game.home_score + game.away_score == 194
    league = {row["player_id"]: row for row in rows if row["game_id"] == THE_LAST_FINAL}
    stood_in = {row["player_id"]: row for row in stand_in.player_rows([said, note]).to_pylist()}
    assert (len(stood_in), stood_in.keys()) == (24, league.keys())
    for player_id, row in stood_in.items():
        assert (row["team"], row["points"]) == (league[player_id]["team_abbr"], league[player_id]["pts"])


def as_box_scores(told: Rows, game: LeagueGame) -> Answer:
    """The rows of one game as balldontlie tells a day."""
    sides = {
        team: [row for row in told if row["team"]["abbreviation"] == team] for team in (game.home_team, game.away_team)
    }
    (about,) = {json.dumps(row["game"]) for row in told}
    home, away = ({"full_name": rows[0]["team"]["full_name"], "players": rows} for rows in sides.values())
    day = json.loads(about) | {"home_team": home, "visitor_team": away}
    body = json.dumps({"data": [day], "meta": {}}).encode()
    at = datetime.fromisoformat("2025-06-23T12:00Z")
    return Answer(balldontlie.BOX_SCORES, Days.only(game.game_date), "https://x", "application/json", body, at)


def test_balldontlies_injuries_are_no_injury_report(recorded_answers):
    """Each has a name that is read, and none says of which game, nor in the words of the league's report."""
    told = json.loads((recorded_answers / "balldontlie_injuries.json").read_bytes())["data"]

    names = {balldontlie.name_of(Node(row, "an injury")) for row in told}

    assert (len(told), len(names)) == (100, 100)
    assert {key for row in told for key in row} == {"player", "return_date", "description", "status"}
    assert Counter(row["status"] for row in told) == {"Day-To-Day": 91, "Out": 9}
    assert "DAY-TO-DAY" not in {status.value for status in InjuryStatus}
