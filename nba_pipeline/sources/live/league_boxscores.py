"""A game's boxscore as the NBA CDN publishes it: everyone on the two sheets, and the sums of the teams.

The game day is the answer's: the schedule files a late Pacific game under the Eastern date of the evening, and a
game that was moved under its new one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

import pyarrow as pa

from nba_pipeline.game_day import game_day_of
from nba_pipeline.names import player_lookup
from nba_pipeline.sources.answers import ANSWERS
from nba_pipeline.sources.base import Answer, SourceError
from nba_pipeline.sources.live.league_schedule import LeagueGame
from nba_pipeline.sources.live.nodes import Node, opened
from nba_pipeline.statuses import PlayerStatus

BOXSCORE = "boxscore"
_FINAL = 3  # of `gameStatus`

_COUNTED: Mapping[str, str] = {
    "points": "points",
    "fgm": "fieldGoalsMade",
    "fga": "fieldGoalsAttempted",
    "fg3m": "threePointersMade",
    "fg3a": "threePointersAttempted",
    "ftm": "freeThrowsMade",
    "fta": "freeThrowsAttempted",
    "oreb": "reboundsOffensive",
    "dreb": "reboundsDefensive",
    "assists": "assists",
    "steals": "steals",
    "blocks": "blocks",
    "turnovers": "turnovers",
    "fouls": "foulsPersonal",
}
_PLAYER = {**_COUNTED, "rebounds": "reboundsTotal", "plus_minus": "plusMinusPoints"}
# Of a team, `reboundsTotal` and `turnoversTotal` hold what is credited to nobody.
_TEAM = {**_COUNTED, "rebounds": "reboundsPersonal", "turnovers_with_team": "turnoversTotal"}
_SIDES = ("homeTeam", "awayTeam")
_MINUTES = re.compile(r"PT(\d{1,3})M(\d{1,2}(?:\.\d+)?)S", re.ASCII)

# How the codes of `notPlayingReason` begin: did not dress, not with the team. The others say how far it went.
_NOT_DRESSED = ("DND_", "NWT_", "INACTIVE_")

Row = dict[str, Any]


def is_final(answer: Answer, game: LeagueGame) -> bool:
    """Whether a boxscore is this game's, whole, over, and adds up to the score that the schedule has."""
    if f"_{game.game_id}." not in answer.uri:
        return False
    try:
        over = is_over(answer)
        points = {row["team"]: row["points"] for row in team_rows([answer]).to_pylist()}
        player_rows([answer])
    except SourceError:
        return False
    return over and points == {game.home_team: game.home_score, game.away_team: game.away_score}


def is_over(answer: Answer) -> bool:
    """Whether a boxscore says that its game is over. Raises SourceError for one that is damaged."""
    return opened(answer)["game"]["gameStatus"].whole() == _FINAL


def player_rows(answers: Sequence[Answer]) -> pa.Table:
    found = [row for answer in answers for side in _sides(answer) for row in _players(side, _game(answer))]
    return pa.Table.from_pylist(found, schema=ANSWERS["player_boxscores"].to_pyarrow())


def team_rows(answers: Sequence[Answer]) -> pa.Table:
    found = [_team(side, _game(answer)) for answer in answers for side in _sides(answer)]
    return pa.Table.from_pylist(found, schema=ANSWERS["team_boxscores"].to_pyarrow())


def _sides(answer: Answer) -> list[Node]:
    game = opened(answer)["game"]
    return [game[side] for side in _SIDES]


def _game(answer: Answer) -> Row:
    """The game's day and id. Raises SourceError where the boxscore is of another game or day than was asked for."""
    game = opened(answer)["game"]
    game_id, day = game["gameId"].text(), answer.days.first
    if f"_{game_id}." not in answer.uri:
        raise SourceError(f"{answer.uri} answered with the boxscore of game {game_id}; ask again later")
    played = game_day_of(game["gameTimeUTC"].moment())
    if not day <= played <= day + timedelta(days=1):
        raise SourceError(f"{answer.uri} is of {played}, but the schedule has game {game_id} on {day}; ask again later")
    return {"game_date": day, "game_id": game_id}


def _players(side: Node, game: Row) -> Iterator[Row]:
    team = side["teamId"].team()
    for player in side["players"].each():
        name = player["name"].text()
        status = _status(player)
        played = status is PlayerStatus.PLAYED
        statistics = player["statistics"] if played else None
        yield {
            **game,
            "team": team,
            "player_id": player["personId"].whole(),
            "player_name": name,
            "player_lookup": player_lookup(name),
            "status": status.value,
            "not_played_reason": None if played else _reason(player),
            "started": _flag(player["starter"]),
            "minutes": _minutes(statistics["minutes"]) if statistics else None,
            **({ours: statistics[theirs].whole() for ours, theirs in _PLAYER.items()} if statistics else {}),
        }


def _status(player: Node) -> PlayerStatus:
    if _flag(player["played"]):
        return PlayerStatus.PLAYED
    told = player["status"]
    if told.text() not in ("ACTIVE", "INACTIVE"):
        raise told.wrong("ACTIVE or INACTIVE")
    code = player.maybe("notPlayingReason")
    stayed_out = code is not None and code.text().startswith(_NOT_DRESSED)
    return PlayerStatus.INACTIVE if stayed_out or told.text() == "INACTIVE" else PlayerStatus.DNP


def _reason(player: Node) -> str | None:
    """The code, and what it was, in the league's words."""
    told = [player.maybe(key) for key in ("notPlayingReason", "notPlayingDescription")]
    return ": ".join(node.text() for node in told if node is not None) or None


def _flag(told: Node) -> bool:
    if told.text() not in ("0", "1"):
        raise told.wrong("0 or 1")
    return told.text() == "1"


def _minutes(told: Node) -> float:
    """`PT30M19.50S` as decimal minutes."""
    match = _MINUTES.fullmatch(told.text())
    if match is None:
        raise told.wrong("minutes like PT30M19.50S")
    return int(match[1]) + float(match[2]) / 60


def _team(side: Node, game: Row) -> Row:
    statistics = side["statistics"]
    counted = {ours: statistics[theirs].whole() for ours, theirs in _TEAM.items()}
    margin = statistics["points"].whole() - statistics["pointsAgainst"].whole()
    return {**game, "team": side["teamId"].team(), **counted, "plus_minus": margin}
