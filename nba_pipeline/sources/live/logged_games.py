"""The games of past seasons, out of the league's game logs: their results, and what teams and players did.

A game that the logs contradict themselves about, or tell by half, is left out and named.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from nba_pipeline.game_day import season_of
from nba_pipeline.names import player_lookup
from nba_pipeline.sources.answers import ANSWERS
from nba_pipeline.sources.base import Answer, Unanswered
from nba_pipeline.sources.live import game_logs
from nba_pipeline.sources.live.game_logs import COUNTED, PLAYERS, TEAMS, Log
from nba_pipeline.sources.live.nodes import Node
from nba_pipeline.statuses import GameStatus, PlayerStatus

Row = dict[str, Any]

# Which logs tell a kind. A team's own turnovers hold those credited to nobody, or do not: its players' are added up.
TOLD_BY: Mapping[str, Sequence[str]] = {
    "schedule": (TEAMS,),
    "player_boxscores": (PLAYERS,),
    "team_boxscores": (TEAMS, PLAYERS),
}


@dataclass(frozen=True)
class Side:
    """A team's row of a game."""

    game_date: date
    game_id: str
    team: str
    is_home: bool
    won: bool
    points: int
    counted: Row


def rows(kind: str, answers: Sequence[Answer]) -> pa.Table:
    """What the logs among the answers tell of a kind. Raises SourceError for a log that is damaged."""
    found = _told(kind, answers)[0] if answers else []
    return pa.Table.from_pylist(found, schema=ANSWERS[kind].to_pyarrow())


def untold(kind: str, answers: Sequence[Answer]) -> list[Unanswered]:
    """The games of which the logs cannot tell the kind, with the reason."""
    return _told(kind, answers)[1]


def _told(kind: str, answers: Sequence[Answer]) -> tuple[list[Row], list[Unanswered]]:
    logs = [game_logs.read(answer) for answer in answers]
    teams = [log for log in logs if log.question.log == TEAMS]
    players = [row for log in logs if log.question.log == PLAYERS for row in _players(log)]
    if kind == "schedule":
        return _schedule(teams)
    if kind == "team_boxscores":
        return _team_rows(teams, players)
    return players, []


def whole(answer: Answer) -> Log:
    """A season's log, read to the last row. Raises SourceError for one that is not whole, or that cannot be read."""
    log = game_logs.read(answer)
    log.count()
    read_all = _sides if answer.kind == TEAMS else _players
    read_all(log)
    return log


def _schedule(logs: Sequence[Log]) -> tuple[list[Row], list[Unanswered]]:
    by_game: dict[tuple[str, str], list[Side]] = {}
    for log in logs:
        for side in _sides(log):
            by_game.setdefault((side.game_id, log.question.games.season_type), []).append(side)
    games, unpaired = [], []
    for (game_id, season_type), sides in by_game.items():
        why = _contradiction(sides)
        if why is None:
            home, away = sorted(sides, key=lambda side: not side.is_home)
            games.append(_game(season_type, home, away))
        else:
            unpaired.append(Unanswered(sides[0].game_date, f"game {game_id}", why, game_id))
    return sorted(games, key=lambda game: (game["game_date"], game["game_id"])), unpaired


def _game(season_type: str, home: Side, away: Side) -> Row:
    return {
        "game_date": home.game_date,
        "game_id": home.game_id,
        "season": season_of(home.game_date),
        "season_type": season_type,
        "tipoff_at": None,
        "home_team": home.team,
        "away_team": away.team,
        "status": GameStatus.FINAL.value,
        "home_score": home.points,
        "away_score": away.points,
        "postponed": False,
    }


def _contradiction(sides: Sequence[Side]) -> str | None:
    if len(sides) != 2 or len({side.team for side in sides}) != 2:
        return f"the game log has {len(sides)} rows of it, not one for each of two teams"
    if len({side.game_date for side in sides}) != 1:
        return "the game log has it on two days"
    if sum(side.is_home for side in sides) != 1:
        return "the game log does not tell which team was at home"
    first, second = sides
    if first.points == second.points or first.won != (first.points > second.points) or first.won == second.won:
        return "the winner in the game log is not who has more points"
    return None


def _sides(log: Log) -> list[Side]:
    return [
        Side(
            game_date=day,
            game_id=row["GAME_ID"].text(),
            team=row["TEAM_ID"].team(),
            is_home=_either(row["MATCHUP"], " vs. ", " @ "),
            won=_either(row["WL"], "W", "L"),
            points=row["PTS"].whole(),
            counted=_counted(row),
        )
        for day, row in log.rows
    ]


def _either(told: Node, yes: str, no: str) -> bool:
    """Which of two marks a text holds."""
    if (yes in told.text()) == (no in told.text()):
        raise told.wrong(f"with either {yes.strip()} or {no.strip()}")
    return yes in told.text()


def _players(log: Log) -> list[Row]:
    """Everyone in a players' log has appeared."""
    return [_player(day, row) for day, row in log.rows]


def _player(day: date, row: Node) -> Row:
    name, minutes = row["PLAYER_NAME"].text(), row.maybe("MIN")
    return {
        "game_date": day,
        "game_id": row["GAME_ID"].text(),
        "team": row["TEAM_ID"].team(),
        "player_id": row["PLAYER_ID"].whole(),
        "player_name": name,
        "player_lookup": player_lookup(name),
        "status": PlayerStatus.PLAYED.value,
        "not_played_reason": None,
        "started": None,
        "minutes": None if minutes is None else minutes.number(),
        **_counted(row),
    }


def _counted(row: Node) -> Row:
    """What a row counts; what it leaves open stays open."""
    told = {ours: row.maybe(theirs) for ours, theirs in COUNTED.items()}
    return {name: None if node is None else node.whole() for name, node in told.items()}


def _team_rows(logs: Sequence[Log], players: Sequence[Row]) -> tuple[list[Row], list[Unanswered]]:
    turnovers: dict[tuple[str, str], list[int | None]] = {}
    for player in players:
        turnovers.setdefault((player["game_id"], player["team"]), []).append(player["turnovers"])
    found: list[Row] = []
    lacking: dict[str, Unanswered] = {}
    for side in (side for log in logs for side in _sides(log)):
        counted = {**side.counted, "turnovers": _sum(turnovers.get((side.game_id, side.team), []))}
        unknown = [name for name, number in counted.items() if number is None and name != "plus_minus"]
        if unknown:
            why = f"the game logs do not tell the {', '.join(unknown)} of {side.team}"
            lacking[side.game_id] = Unanswered(side.game_date, f"game {side.game_id}", why, side.game_id)
        game = {"game_date": side.game_date, "game_id": side.game_id, "team": side.team}
        found.append(game | counted | {"turnovers_with_team": None})
    return [row for row in found if row["game_id"] not in lacking], list(lacking.values())


def _sum(numbers: Sequence[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known and len(known) == len(numbers) else None
