"""balldontlie v1, a second source of boxscores: who played in a day's finished games, how long, with how many points.

It knows none of the league's ids: a game is told by its teams, a player by the name that it spells. Minutes are whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pyarrow as pa

from nba_pipeline.game_day import Days
from nba_pipeline.names import player_lookup
from nba_pipeline.sources.answers import ANSWERS
from nba_pipeline.sources.base import Answer, Said, SourceError, Unanswered
from nba_pipeline.sources.live.http import Client, NoAnswer, NotThere, Refused
from nba_pipeline.sources.live.league_schedule import LeagueGame
from nba_pipeline.sources.live.nodes import Node, opened
from nba_pipeline.sources.live.settings import LiveSettings
from nba_pipeline.sources.live.snapshots import Landed, as_answer
from nba_pipeline.sources.teams import is_team_name
from nba_pipeline.statuses import GameStatus

NO_KEY = "no balldontlie key: set NBA_BALLDONTLIE_API_KEY for a second source of boxscores"
BOX_SCORES = "balldontlie_box_scores"
STANDS = timedelta(minutes=45)  # as long as the league's own boxscores

_OVER = "Final"
_SIDES = (("home_team", "visitor_team"), ("visitor_team", "home_team"))
_MINUTES = re.compile(r"(\d{1,3})(?::([0-5]\d))?", re.ASCII)

Row = dict[str, Any]


class Balldontlie:
    """Asks for one day at a time. Without a key nothing is asked."""

    def __init__(self, client: Client, settings: LiveSettings, landed: Landed) -> None:
        self._client = client
        self._settings = settings
        self._landed = landed

    @property
    def has_key(self) -> bool:
        return self._settings.balldontlie_api_key is not None

    def tells(self, day: date) -> bool:
        """Whether it has a word on a day: with a key it is asked, and where nobody is, what landed is its word."""
        return self._landed.anything(BOX_SCORES, day) if self._landed.stands_for_good else self.has_key

    def boxscores(self, day: date, games: Sequence[LeagueGame], as_of: datetime) -> Iterator[Said]:
        """The answer of a day, unless one that has all of the league's games landed lately; then each that it lacks."""
        over = [game for game in games if game.status is GameStatus.FINAL]
        yield from (_without(game, "the game is not over") for game in games if game not in over)
        if not over:
            return
        lately = self._landed.usable(BOX_SCORES, day, as_of, rows, as_of - STANDS)
        whole = [answer for answer in lately if not _lacking(answer, over)]
        standing = whole or (lately if self._landed.stands_for_good else [])
        try:
            answer = standing[-1] if standing else self._ask(day, as_of)
        except (NotThere, NoAnswer) as error:
            yield from (_without(game, f"{error}") for game in over)
            return
        yield answer
        for game in _lacking(answer, over):
            yield _without(game, f"{answer.uri} does not have the game as over, with players of both teams")

    def _ask(self, day: date, as_of: datetime) -> Answer:
        key = self._settings.balldontlie_api_key
        if key is None:
            raise SourceError(NO_KEY)
        address = f"{self._settings.balldontlie_url}/box_scores"
        try:
            reply = self._client.get(address, {"date": f"{day}"}, secret_headers={"Authorization": key})
        except Refused as refused:
            raise SourceError(f"{refused}: {_meaning(refused)}") from None
        return as_answer(BOX_SCORES, Days.only(day), reply, as_of)


@dataclass(frozen=True)
class Sheet:
    """Everybody whom one of the two teams of a game has on its sheet."""

    team: str
    opponent: str
    players: Sequence[Node]


def rows(answers: Sequence[Answer]) -> pa.Table:
    """Everybody on the two sheets of each game that is over. Raises SourceError for an answer that is not whole."""
    found = [row for answer in answers for sheet in sheets(answer) for row in _players(sheet, answer)]
    return pa.Table.from_pylist(found, schema=ANSWERS["second_boxscores"].to_pyarrow())


def sheets(answer: Answer) -> Iterator[Sheet]:
    """The two sheets of each game that is over. Raises SourceError for an answer that is not whole."""
    for game in _games(answer):
        for side, other in _SIDES:
            yield Sheet(_team(game[side]), _team(game[other]), game[side]["players"].each())


def name_of(player: Node) -> str:
    """The name on the sheet. Raises SourceError for one without a letter."""
    told = player["player"]
    parts = [part.text() for key in ("first_name", "last_name") if (part := told.maybe(key)) is not None]
    name = " ".join(filter(None, parts))
    if not player_lookup(name):
        raise told.wrong("a player with a name")
    return name


def minutes_of(player: Node) -> float | None:
    """`34`, `05` or `34:12` as decimal minutes; None where nothing is told."""
    told = player.maybe("min")
    if told is None or told.value == "":
        return None
    match = _MINUTES.fullmatch(told.text())
    if match is None:
        raise told.wrong("minutes like 34")
    return int(match[1]) + int(match[2] or 0) / 60


def _meaning(refused: Refused) -> str:
    """The answer may repeat the key: only what is known of its codes is told."""
    if refused.status == 401:
        return "it does not know the key, or the plan has no box scores; check NBA_BALLDONTLIE_API_KEY"
    return "it does not understand the question; check NBA_BALLDONTLIE_URL"


def _without(game: LeagueGame, why: str) -> Unanswered:
    return Unanswered(game.game_date, f"the second boxscore of game {game.game_id}", why, game.game_id)


def _lacking(answer: Answer, games: Sequence[LeagueGame]) -> list[LeagueGame]:
    told = {(row["team"], row["opponent"]) for row in rows([answer]).to_pylist()}
    return [game for game in games if (game.home_team, game.away_team) not in told]


def _games(answer: Answer) -> Iterator[Node]:
    """The games that are over and have players on both sides, of teams of the league.

    One foreign name is a spelling to learn, two are not.
    """
    told = opened(answer)
    meta = told.maybe("meta")
    if meta is not None and meta.maybe("next_cursor") is not None:
        raise SourceError(f"{answer.uri} answered with one page of several, where it had one; the service has changed")
    for game in told["data"].each():
        if game["date"].day() not in answer.days:
            raise game["date"].wrong(f"a game of {answer.days}")
        ours = any(is_team_name(game[side]["full_name"].text()) for side, _ in _SIDES)
        if ours and game["status"].text() == _OVER and all(game[side]["players"].each() for side, _ in _SIDES):
            yield game


def _players(sheet: Sheet, answer: Answer) -> Iterator[Row]:
    for player in sheet.players:
        name = name_of(player)
        points = player.maybe("pts")
        yield {
            "game_date": answer.days.first,
            "team": sheet.team,
            "opponent": sheet.opponent,
            "player_name": name,
            "player_lookup": player_lookup(name),
            "minutes": minutes_of(player),
            "points": None if points is None else points.whole(),
        }


def _team(side: Node) -> str:
    return side["full_name"].team()
