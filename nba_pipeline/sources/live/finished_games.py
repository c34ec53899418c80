"""What the NBA CDN tells of games that are over, a file a game: its boxscore, and its play-by-play for the shot zones.

What landed lately, and was whole, is not asked for again. A game whose file does not come is named, and takes none of
the others with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from nba_pipeline.game_day import Days
from nba_pipeline.sources.base import Answer, Said, SourceError, Unanswered
from nba_pipeline.sources.live import league_boxscores
from nba_pipeline.sources.live.http import Client, LeftAlone, NoAnswer, NotThere
from nba_pipeline.sources.live.league_boxscores import BOXSCORE
from nba_pipeline.sources.live.league_schedule import LeagueGame
from nba_pipeline.sources.live.play_by_play import PLAY_BY_PLAY, fault
from nba_pipeline.sources.live.snapshots import Landed
from nba_pipeline.sources.live.stand_in import StandIn

# A season's boxscores take twenty minutes and two tables are made of them; repairs, an hour later, ask anew.
GAMES_STAND = timedelta(minutes=45)

_ADDRESSES = {BOXSCORE: "boxscore/boxscore", PLAY_BY_PLAY: "playbyplay/playbyplay"}


class FinishedGames:
    """Asks the CDN under `address`; `stand_in` tells boxscores that it does not give."""

    def __init__(self, client: Client, address: str, landed: Landed, stand_in: StandIn) -> None:
        self._client = client
        self._address = address
        self._landed = landed
        self._stand_in = stand_in

    def boxscores(self, day: date, games: Sequence[LeagueGame], as_of: datetime) -> Iterator[Said]:
        """One a game of the day. A game that has none is told by balldontlie, as far as it can, and named either way.

        Raises SourceError where all would be refused. A CDN that is left alone refuses all, but not balldontlie.
        """
        lately = self._lately(BOXSCORE, day, as_of)
        by_itself = (NotThere, NoAnswer, LeftAlone) if self._stand_in.is_there(day) else (NotThere, NoAnswer)
        missed: dict[LeagueGame, str] = {}
        for game in games:
            try:
                yield self._boxscore(game, lately, as_of)
            except by_itself as error:
                missed[game] = f"{error}"
        yield from self._stand_in.boxscores(day, missed, as_of)

    def shot_zones(self, day: date, games: Sequence[LeagueGame], as_of: datetime) -> Iterator[Said]:
        """The play-by-play of each game of the day, and the boxscore that it has to add up to.

        They come late or never, and nothing else waits for them: a game of which they do not come is named, whatever
        the reason. After one that would hold for all, nothing more is asked for.
        """
        plays, boxscores = self._lately(PLAY_BY_PLAY, day, as_of), self._lately(BOXSCORE, day, as_of)
        refused: SourceError | None = None
        for game in games:
            final = [answer for answer in boxscores if league_boxscores.is_final(answer, game)]
            standing = [one for one in plays if f"_{game.game_id}." in one.uri and final and not fault(one, final[-1])]
            if standing:
                yield from (standing[-1], final[-1])
                continue
            try:
                if refused is not None:
                    raise refused
                yield from self._zones(game, final, as_of)
            except SourceError as error:
                refused = None if isinstance(error, NotThere | NoAnswer) else error
                yield _late(game, f"{error}")

    def _zones(self, game: LeagueGame, final: Sequence[Answer], as_of: datetime) -> Iterator[Said]:
        plays = self._ask(PLAY_BY_PLAY, game, as_of)
        yield plays
        boxscore = self._boxscore(game, final, as_of)
        yield boxscore
        why = fault(plays, boxscore)
        if why is not None:
            yield _late(game, why)

    def _boxscore(self, game: LeagueGame, lately: Sequence[Answer], as_of: datetime) -> Answer:
        standing = [answer for answer in lately if league_boxscores.is_final(answer, game)]
        return standing[-1] if standing else self._ask(BOXSCORE, game, as_of)

    def _ask(self, kind: str, game: LeagueGame, as_of: datetime) -> Answer:
        reply = self._client.get(f"{self._address}/{_ADDRESSES[kind]}_{game.game_id}.json")
        # a season's files take longer than clocks differ: that the present is asked for, the schedule has shown before
        return Answer(kind, Days.only(game.game_date), reply.uri, reply.media_type, reply.body, as_of)

    def _lately(self, kind: str, day: date, as_of: datetime) -> list[Answer]:
        return self._landed.until(kind, day, as_of, as_of - GAMES_STAND)


def _late(game: LeagueGame, why: str) -> Unanswered:
    return Unanswered(game.game_date, f"the shot zones of game {game.game_id}", why, game.game_id)
