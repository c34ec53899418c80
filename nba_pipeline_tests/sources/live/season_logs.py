"""Game logs in the shape of stats.nba.com: of a small invented day, and of whole seasons of rows in our own columns."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from known_teams import IDS
from services import Services
from small_day import DAY, GAMES, MINUTES, MORNING, Game, name_of, points_of, statistics

from nba_pipeline.game_day import season_days
from nba_pipeline.sources.answers import conform
from nba_pipeline.sources.base import Source
from nba_pipeline.sources.live.game_logs import COUNTED, CUP_FINALS, PLAYERS, TEAMS, Question, questions
from nba_pipeline.sources.live.game_logs import GAMES as GAMES_OF_A_SEASON
from nba_pipeline.sources.teams import TEAMS as TEAM_LETTERS

STATS = "/stats"
LOG = f"{STATS}/leaguegamelog"

Row = dict

_LEADING = ["GAME_DATE", "GAME_ID", "TEAM_ID", "MATCHUP", "WL", "MIN"]
HEADERS: Mapping[str, Sequence[str]] = {
    TEAMS: [*_LEADING, *COUNTED.values(), "VIDEO_AVAILABLE"],
    PLAYERS: ["PLAYER_ID", "PLAYER_NAME", *_LEADING, *COUNTED.values(), "VIDEO_AVAILABLE"],
}


def log(question: Question, rows: Iterable[Row], **parameters: object) -> bytes:
    told = question.params | {"DateFrom": None, "DateTo": None} | parameters
    headers = HEADERS[question.log]
    listed = [[row.get(name) for name in headers] for row in rows]
    sets = [{"name": "LeagueGameLog", "headers": list(headers), "rowSet": listed}]
    return json.dumps({"resource": "leaguegamelog", "parameters": told, "resultSets": sets}).encode()


def _leading(day: date, game_id: str, team: str, home: str, away: str, won: bool) -> Row:
    matchup = f"{home} vs. {away}" if team == home else f"{away} @ {home}"
    return {
        "GAME_DATE": f"{day}",
        "GAME_ID": game_id,
        "TEAM_ID": IDS[team],
        "MATCHUP": matchup,
        "WL": "W" if won else "L",
    }


CDN_NAMES = {
    "points": "points",
    "fgm": "fieldGoalsMade",
    "fga": "fieldGoalsAttempted",
    "fg3m": "threePointersMade",
    "fg3a": "threePointersAttempted",
    "ftm": "freeThrowsMade",
    "fta": "freeThrowsAttempted",
    "oreb": "reboundsOffensive",
    "dreb": "reboundsDefensive",
    "rebounds": "reboundsTotal",
    "assists": "assists",
    "steals": "steals",
    "blocks": "blocks",
    "turnovers": "turnovers",
    "fouls": "foulsPersonal",
}


def logged_points(team: str, number: int) -> int:
    """As on the small day, where the second game ended in a tie, with a point more for the home team's first."""
    return points_of(team, number) + (number == 0 and team in {game.home for game in GAMES})


def logged_score(team: str) -> int:
    return sum(logged_points(team, number) for number in range(len(MINUTES)))


def small_rows(kind: str, games: Sequence[Game] = GAMES, day: date = DAY, players: int = len(MINUTES)) -> list[Row]:
    """The games of the small day as they stand in the logs."""
    found: list[Row] = []
    for game in games:
        for team, other in ((game.home, game.away), (game.away, game.home)):
            leading = _leading(day, game.game_id, team, game.home, game.away, logged_score(team) > logged_score(other))
            each = [statistics(team, number) for number in range(len(MINUTES))]
            counted = [{COUNTED[ours]: of_player[theirs] for ours, theirs in CDN_NAMES.items()} for of_player in each]
            if kind == TEAMS:
                sums = {name: sum(of_player[name] for of_player in counted) for name in counted[0]}
                found.append(
                    {
                        **leading,
                        "MIN": 240,
                        **sums,
                        "PTS": logged_score(team),
                        "PLUS_MINUS": logged_score(team) - logged_score(other),
                    }
                )
                continue
            found += [
                {
                    **leading,
                    **counted[number],
                    "PLAYER_ID": IDS[team] % 100_000 * 100 + number,
                    "PLAYER_NAME": name_of(team, number),
                    "MIN": MINUTES[number],
                    "PTS": logged_points(team, number),
                    "PLUS_MINUS": 0,
                }
                for number in range(players)
            ]
    return found


def whole_season(season: int, players: int = 1, without: Sequence[str] = ()) -> SeasonLogs:
    """A short story of a season: every game that it must have, each 100 to 99, by one player or more a side."""
    opens = season_days(season).first + timedelta(days=20)
    schedule, everyone, sides = [], [], []
    for games in GAMES_OF_A_SEASON:
        for number in range(max(Question(TEAMS, season, games).fewest, 1) if season >= games.since else 0):
            home, away = TEAM_LETTERS[number % 30], TEAM_LETTERS[(number + 1 + number // 30 % 28) % 30]
            day = opens + timedelta(days=number // 10 if games.prefix == "002" else 130 + number)
            if games.prefix == "006":
                day = CUP_FINALS[season]
            game = {"game_date": day, "game_id": f"{games.prefix}{season % 100:02d}{number + 1:05d}"}
            if game["game_id"] in without:
                continue
            schedule.append(game | {"home_team": home, "away_team": away, "home_score": 100, "away_score": 99})
            for team, points in ((home, 100), (away, 99)):
                counted = dict.fromkeys(COUNTED, 20) | {"points": points}
                sides.append(game | {"team": team} | counted)
                everyone += [
                    game
                    | counted
                    | {"team": team, "player_id": IDS[team] % 1000 * 10 + place, "player_name": f"{team} {place}"}
                    for place in range(players)
                ]
    return SeasonLogs.of(season, schedule, everyone, sides)


def played(source: Source, season: int) -> tuple[list[Row], list[Row], list[Row]]:
    """What was played in a season, without those who did not play: games, players, teams."""
    kinds = ("schedule", "player_boxscores", "team_boxscores")
    days = season_days(season)
    games, players, teams = (
        conform(kind, source.parse(kind, source.fetch(kind, days, MORNING))).to_pylist() for kind in kinds
    )
    return (
        [game for game in games if game["status"] == "FINAL"],
        [player for player in players if player["status"] == "PLAYED"],
        teams,
    )


@dataclass
class SeasonLogs:
    """A season's logs by what they answer, from rows in our own columns."""

    season: int
    bodies: dict[Question, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, season: int, schedule: Sequence[Row], players: Sequence[Row], teams: Sequence[Row]) -> SeasonLogs:
        games = {game["game_id"]: game for game in schedule}
        by_prefix: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for kind, rows in ((PLAYERS, players), (TEAMS, teams)):
            for row in rows:
                if row["game_id"] in games and row.get("status", "PLAYED") == "PLAYED":
                    by_prefix[kind, row["game_id"][:3]].append(_logged(row, games[row["game_id"]]))
        logs = cls(season)
        for question in questions(season):
            logs.bodies[question] = log(question, by_prefix[question.log, question.games.prefix])
        return logs

    def serve(self, services: Services) -> None:
        """Let the loopback answer each question by its parameters."""
        for question, body in self.bodies.items():
            services.put_by_query(LOG, asked(question), body)


def asked(question: Question) -> dict[str, str]:
    """What tells a question from the others."""
    return {name: question.params[name] for name in ("PlayerOrTeam", "Season", "SeasonType")}


def _logged(row: Row, game: Row) -> Row:
    home_won = game["home_score"] > game["away_score"]
    won = home_won == (row["team"] == game["home_team"])
    leading = _leading(game["game_date"], row["game_id"], row["team"], game["home_team"], game["away_team"], won)
    counted = {theirs: row[ours] for ours, theirs in COUNTED.items()}
    who = {"PLAYER_ID": row.get("player_id"), "PLAYER_NAME": row.get("player_name"), "MIN": row.get("minutes")}
    return {**leading, **counted, **who}
