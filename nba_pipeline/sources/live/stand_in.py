"""A finished game whose boxscore does not come from the league, told by balldontlie until it does.

Told is only a game that balldontlie has whole: over, with the score of the schedule, and with everybody who was on the
floor identified. Its answer lands as it came; beside it lands, as an answer of its own, who is meant by its names.

What balldontlie does not tell stays unknown: starters, plus-minus, what is credited to a team, and who did not play,
for nobody tells him from who played for seconds. The day names each such game as one that lacks the league's boxscore.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pyarrow as pa

from nba_pipeline.aliases import Aliases
from nba_pipeline.names import player_lookup
from nba_pipeline.sources.answers import ANSWERS
from nba_pipeline.sources.base import Answer, Said, SourceError, Unanswered
from nba_pipeline.sources.live import balldontlie, league_boxscores
from nba_pipeline.sources.live.balldontlie import BOX_SCORES, Balldontlie, Sheet
from nba_pipeline.sources.live.identities import Identity, Known, identified, known_players
from nba_pipeline.sources.live.league_schedule import LeagueGame
from nba_pipeline.sources.live.nodes import Node, opened
from nba_pipeline.sources.live.snapshots import Landed
from nba_pipeline.statuses import PlayerStatus

STAND_IN = "stand_in"
TOLD = "told by balldontlie"
LATELY = timedelta(days=30)  # whose boxscores tell who plays for whom

_COUNTED: Mapping[str, str] = {
    "points": "pts",
    **{name: name for name in ("fgm", "fga", "fg3m", "fg3a", "ftm", "fta", "oreb", "dreb")},
    "rebounds": "reb",
    "assists": "ast",
    "steals": "stl",
    "blocks": "blk",
    "turnovers": "turnover",
    "fouls": "pf",
}

Row = dict[str, Any]


class StandIn:
    """Asks balldontlie for what the league does not give. `aliases` are read when names are to be identified."""

    def __init__(self, second: Balldontlie, landed: Landed, aliases: Callable[[], Aliases]) -> None:
        self._balldontlie = second
        self._landed = landed
        self._aliases = aliases

    def is_there(self, day: date) -> bool:
        """Whether it can be asked at all."""
        return self._balldontlie.tells(day)

    def boxscores(self, day: date, missed: Mapping[LeagueGame, str], as_of: datetime) -> Iterator[Said]:
        """What balldontlie says of a day's games that the league does not tell, each with the league's reason.

        A game that the league has told before is not replaced, and one that cannot be told is named with both reasons.
        """
        if not missed or not self.is_there(day):
            yield from (_unanswered(game, why) for game, why in missed.items())
            return
        told_before = [(game, self._told_before(game, as_of)) for game in missed]
        why_not: dict[str | None, str] = {game.game_id: why for game, why in told_before if why}
        wanted = [game for game in missed if game.game_id not in why_not]
        answer = None
        try:
            for said in self._balldontlie.boxscores(day, wanted, as_of):
                if isinstance(said, Unanswered):
                    why_not[said.game_id] = said.reason
                else:
                    answer = said
                    yield said
        except SourceError as error:
            answer = None
            why_not |= {game.game_id: f"{error}" for game in wanted}
        known = known_players(self._lately(day, as_of)) if answer else {}
        for game, why in missed.items():
            note = None
            if answer is not None and game.game_id not in why_not:
                try:
                    note = who_is_who(game, answer, known, self._aliases())
                except SourceError as error:
                    why_not[game.game_id] = f"{error}"
            if note is None:
                yield _unanswered(game, f"{why}; not {TOLD}: {why_not[game.game_id]}")
            else:
                yield note
                yield Unanswered(day, f"the league's {_boxscore_of(game)}", f"{why}; {TOLD}")

    def _lately(self, day: date, as_of: datetime) -> list[Answer]:
        days = [day - timedelta(days=ago) for ago in range(LATELY.days, 0, -1)]
        parser, kind = league_boxscores.player_rows, league_boxscores.BOXSCORE
        return [answer for one in days for answer in self._landed.usable(kind, one, as_of, parser)]

    def _told_before(self, game: LeagueGame, as_of: datetime) -> str | None:
        """Where the league gave the boxscore once, when: it knows more than balldontlie does."""
        landed = self._landed.until(league_boxscores.BOXSCORE, game.game_date, as_of)
        told = [answer for answer in landed if league_boxscores.is_final(answer, game)]
        return f"the league's landed at {told[-1].fetched_at:%Y-%m-%d %H:%M} UTC, and tells more" if told else None


def who_is_who(game: LeagueGame, answer: Answer, known: Known, aliases: Aliases) -> Answer:
    """Who is meant by the names of a game. Raises SourceError where it is not whole, or who played is not known."""
    teams = (game.home_team, game.away_team)
    appeared = _appearances(answer, teams)
    for team, score in zip(teams, (game.home_score, game.away_score), strict=True):
        points = sum(one.counted["points"] for one in appeared if one.team == team)
        if points != score:
            raise SourceError(f"{answer.uri} has {points} points of {team}'s players, the final score is {score}")
    meant = identified([one.written for one in appeared], teams, known, aliases)
    players = [_meaning(one, identity) for one, identity in zip(appeared, meant, strict=True)]
    body = {"game_id": game.game_id, "teams": teams, "answer": answer.sha256, "players": players}
    at = answer.fetched_at
    return Answer(STAND_IN, answer.days, answer.uri, "application/json", json.dumps(body, indent=1).encode(), at)


def player_rows(answers: Sequence[Answer]) -> pa.Table:
    """Everybody who was on the floor of the games that balldontlie stands in for."""
    found = [row for note, answer in _notes(answers) for row in _players(note, answer)]
    return pa.Table.from_pylist(found, schema=ANSWERS["player_boxscores"].to_pyarrow())


def team_rows(answers: Sequence[Answer]) -> pa.Table:
    """The sums of the players of these games."""
    found = [row for note, answer in _notes(answers) for row in _teams(list(_players(note, answer)))]
    return pa.Table.from_pylist(found, schema=ANSWERS["team_boxscores"].to_pyarrow())


@dataclass(frozen=True)
class _Appearance:
    """Somebody who was on the floor, as balldontlie writes him."""

    team: str
    written: str
    minutes: float
    counted: Mapping[str, int]


def _boxscore_of(game: LeagueGame) -> str:
    return f"boxscore of game {game.game_id}"


def _unanswered(game: LeagueGame, why: str) -> Unanswered:
    return Unanswered(game.game_date, f"the {_boxscore_of(game)}", why, game.game_id)


def _meaning(one: _Appearance, identity: Identity) -> Row:
    who = {"player_id": identity.player_id, "player_name": identity.player_name}
    return {"team": one.team, "written": one.written} | who


def _appearances(answer: Answer, teams: Sequence[str]) -> list[_Appearance]:
    sheets = [sheet for sheet in balldontlie.sheets(answer) if {sheet.team, sheet.opponent} == set(teams)]
    return [one for sheet in sheets for one in _on_the_floor(sheet)]


def _on_the_floor(sheet: Sheet) -> Iterator[_Appearance]:
    """Who has minutes, or anything counted. Raises SourceError where anything of him is not told."""
    for player in sheet.players:
        minutes = balldontlie.minutes_of(player)
        told = [node.number() for key in _COUNTED.values() if (node := player.maybe(key)) is not None]
        if minutes or any(told):
            if minutes is None:
                raise player.wrong("a player with minutes")
            counted = {ours: player[theirs].whole() for ours, theirs in _COUNTED.items()}
            yield _Appearance(sheet.team, balldontlie.name_of(player), minutes, counted)


def _notes(answers: Sequence[Answer]) -> Iterator[tuple[Node, Answer]]:
    """Who is meant, game by game, with the answer that it is told from."""
    told = {answer.sha256: answer for answer in answers if answer.kind == BOX_SCORES}
    for answer in answers:
        if answer.kind == STAND_IN:
            note = opened(answer)
            yield note, told[note["answer"].text()]


def _players(note: Node, answer: Answer) -> Iterator[Row]:
    meant = {(one["team"].text(), one["written"].text()): one for one in note["players"].each()}
    for one in _appearances(answer, [team.text() for team in note["teams"].each()]):
        player = meant[one.team, one.written]
        name = player["player_name"].text()
        yield {
            "game_date": answer.days.first,
            "game_id": note["game_id"].game_id(),
            "team": one.team,
            "player_id": player["player_id"].whole(),
            "player_name": name,
            "player_lookup": player_lookup(name),
            "status": PlayerStatus.PLAYED.value,
            "not_played_reason": None,
            "started": None,
            "minutes": one.minutes,
            **one.counted,
            "plus_minus": None,
        }


def _teams(players: Sequence[Row]) -> Iterator[Row]:
    sums: dict[str, Row] = {}
    for player in players:
        told = sums.setdefault(player["team"], {name: player[name] for name in ("game_date", "game_id", "team")})
        told |= {name: told.get(name, 0) + player[name] for name in _COUNTED}
    points = sum(told["points"] for told in sums.values())
    for told in sums.values():
        yield told | {"plus_minus": 2 * told["points"] - points, "turnovers_with_team": None}
