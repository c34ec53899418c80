"""The odds of a day as they were collected: every snapshot that landed, and a new one while the day is not over.

The odds of past days that never landed are bought where NBA_ODDS_HISTORICAL allows it. What was paid for is not paid
for again by the next attempt: the lines of now stand for ten minutes, those that were bought for good.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from nba_pipeline.game_day import Days, eastern, game_day_of
from nba_pipeline.sources.base import Answer
from nba_pipeline.sources.live import odds
from nba_pipeline.sources.live.http import Reply
from nba_pipeline.sources.live.odds_api import NO_KEY, OddsApi
from nba_pipeline.sources.live.snapshots import Landed, as_answer, once

ODDS_STAND = timedelta(minutes=10)
_BEFORE_TIPOFF = timedelta(minutes=10)


class CollectedOdds:
    """`buys_past` is whether the odds of past days are bought."""

    def __init__(self, api: OddsApi, landed: Landed, buys_past: bool) -> None:
        self._api = api
        self._landed = landed
        self._buys_past = buys_past

    def points_props(self, days: Days, as_of: datetime) -> Iterator[Answer]:
        for day in days:
            earlier = self._landed.usable(odds.EVENT_PROPS, day, as_of, odds.props_rows)
            yield from once(self._new_props(day, earlier, as_of), earlier)

    def game_lines(self, days: Days, as_of: datetime) -> Iterator[Answer]:
        for day in days:
            earlier = self._landed.usable(odds.GAME_ODDS, day, as_of, odds.line_rows)
            yield from once(self._new_lines(day, earlier, as_of), earlier)

    def absence(self, kind: str, day: date) -> str | None:
        """Why there are rightly no odds of a day."""
        if not self._api.has_key:
            return NO_KEY
        if self._buys_past or self._landed.anything(_LANDS_AS[kind], day):
            return None
        return "the odds were not asked for on the day, and those of past days are not bought (NBA_ODDS_HISTORICAL)"

    def _new_props(self, day: date, earlier: Sequence[Answer], as_of: datetime) -> Iterator[Answer]:
        if self._asks_of_now(day, as_of):
            yield from self._props_of_now(day, as_of)
        elif self._buys(day, as_of):
            yield from self._bought_props(day, earlier, as_of)

    def _props_of_now(self, day: date, as_of: datetime) -> Iterator[Answer]:
        lately = self._landed.usable(odds.EVENT_PROPS, day, as_of, odds.props_rows, as_of - ODDS_STAND)
        standing = {odds.event_of(answer): answer for answer in lately}
        listing = _of_day(odds.EVENTS, day, self._api.events(as_of), as_of)
        yield listing
        for event in odds.events([listing]):
            if event.event_id in standing:
                yield standing[event.event_id]
            elif event.begins_at > as_of:  # what has begun is quoted in play
                yield _of_day(odds.EVENT_PROPS, day, self._api.props(event.event_id, as_of), as_of)

    def _bought_props(self, day: date, earlier: Sequence[Answer], as_of: datetime) -> Iterator[Answer]:
        landed = {odds.event_of(answer) for answer in earlier}
        listings = self._landed.usable(odds.EVENTS, day, as_of, odds.events)
        if not odds.events(listings):
            noon = eastern(day, time(12))
            listings = [_of_day(odds.EVENTS, day, self._api.events(as_of, noon), as_of, noon)]
            yield from listings
        for event in odds.events(listings):
            if event.event_id not in landed:
                moment = min(event.begins_at - _BEFORE_TIPOFF, as_of)
                reply = self._api.props(event.event_id, as_of, moment)
                yield _of_day(odds.EVENT_PROPS, day, reply, as_of, moment)

    def _new_lines(self, day: date, earlier: Sequence[Answer], as_of: datetime) -> Iterator[Answer]:
        """One question for the lines of all games."""
        if self._asks_of_now(day, as_of):
            lately = self._landed.usable(odds.GAME_ODDS, day, as_of, odds.line_rows, as_of - ODDS_STAND)
            yield lately[-1] if lately else _of_day(odds.GAME_ODDS, day, self._api.games(as_of), as_of)
        elif self._buys(day, as_of) and not earlier:
            noon = eastern(day, time(12))
            yield _of_day(odds.GAME_ODDS, day, self._api.games(as_of, noon), as_of, noon)

    def _asks_of_now(self, day: date, as_of: datetime) -> bool:
        return self._api.has_key and day >= game_day_of(as_of)

    def _buys(self, day: date, as_of: datetime) -> bool:
        return self._api.has_key and self._buys_past and day < game_day_of(as_of)


def _of_day(kind: str, day: date, reply: Reply, as_of: datetime, at: datetime | None = None) -> Answer:
    return as_answer(kind, Days.only(day), reply, as_of, at)


# What shows that the day was asked for.
_LANDS_AS = {"points_props": odds.EVENTS, "game_lines": odds.GAME_ODDS}
