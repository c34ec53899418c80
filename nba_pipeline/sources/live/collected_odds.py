"""The odds of a day as they were collected: every snapshot that landed, and a new one while the day is not over.

The odds of past days that never landed are bought where NBA_ODDS_HISTORICAL allows it, as they were before the day's
last call: nothing that is made before the games may know later ones. What was paid for is not paid for again by the
next attempt: the lines of now stand for ten minutes, those that were bought for good. An event whose lines could not be
had is named, and the others are collected.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from nba_pipeline.game_day import Days, eastern, game_day_of
from nba_pipeline.hours import LAST_CALL
from nba_pipeline.sources.base import Answer, Said, Unanswered
from nba_pipeline.sources.live import odds
from nba_pipeline.sources.live.http import NoAnswer, NotThere, Reply
from nba_pipeline.sources.live.odds_api import NO_KEY, OddsApi
from nba_pipeline.sources.live.snapshots import Landed, as_answer, is_usable, once

ODDS_STAND = timedelta(minutes=10)

# The Odds API lists a game up to ten minutes after the league's tip-off, and has seen the past every five minutes.
_BEFORE_LAST_CALL = timedelta(minutes=15)
_NONE_HAS_BEGUN, _NONE_IS_OVER = time(10), time(12)

_NOT_BOUGHT = "and those of past days are not bought (NBA_ODDS_HISTORICAL)"
NOT_ASKED = f"the odds were not asked for on the day, {_NOT_BOUGHT}"


class CollectedOdds:
    """`buys_past` is whether the odds of past days are bought."""

    def __init__(self, api: OddsApi, landed: Landed, buys_past: bool) -> None:
        self._api = api
        self._landed = landed
        self._buys_past = buys_past

    def points_props(self, days: Days, as_of: datetime) -> Iterator[Said]:
        for day in days:
            earlier = self._landed.usable(odds.EVENT_PROPS, day, as_of, odds.props_rows)
            yield from once(self._new_props(day, earlier, as_of), earlier)
            if self._asks_of_now(day, as_of):
                earlier = self._landed.usable(odds.EVENT_PROPS, day, as_of, odds.props_rows)  # and what landed just now
            if not self._buys(day, as_of):
                yield from self._never_told(day, earlier, as_of)

    def game_lines(self, days: Days, as_of: datetime) -> Iterator[Said]:
        for day in days:
            earlier = self._landed.usable(odds.GAME_ODDS, day, as_of, odds.line_rows)
            yield from once(self._new_lines(day, earlier, as_of), earlier)

    def absence(self, kind: str, day: date) -> str | None:
        """Why there are rightly no odds of a day."""
        if not self._api.has_key:
            return NO_KEY
        if self._buys_past:
            return None
        if not self._landed.anything(_LANDS_AS[kind], day):
            return NOT_ASKED
        if kind == "points_props" and self._lacks_every_event(day):
            return f"the points lines could not be had on the day, {_NOT_BOUGHT}"
        return None

    def too_dear(self, day: date, runs: int, as_of: datetime) -> str | None:
        """Why a look at the lines of a day cannot be paid for beside so many runs, each of which may pay as much."""
        if not self._asks_of_now(day, as_of):
            return None
        coming = [event for event in self._listed(day, as_of) if event.begins_at > as_of]
        return self._api.too_dear(len(coming), runs, as_of)

    def _new_props(self, day: date, earlier: Sequence[Answer], as_of: datetime) -> Iterator[Said]:
        if self._asks_of_now(day, as_of):
            yield from self._props_of_now(day, as_of)
        elif self._buys(day, as_of):
            yield from self._bought_props(day, earlier, as_of)

    def _props_of_now(self, day: date, as_of: datetime) -> Iterator[Said]:
        lately = self._landed.usable(odds.EVENT_PROPS, day, as_of, odds.props_rows, as_of - ODDS_STAND)
        standing = {odds.event_of(answer): answer for answer in lately}
        listing = _of_day(odds.EVENTS, day, self._api.events(as_of), as_of)
        yield listing
        for event in odds.events([listing]):
            if event.event_id in standing:
                yield standing[event.event_id]
            elif event.begins_at > as_of:  # what has begun is quoted in play
                yield self._props(event, as_of)

    def _bought_props(self, day: date, earlier: Sequence[Answer], as_of: datetime) -> Iterator[Said]:
        landed = {odds.event_of(answer) for answer in earlier}
        bought, listed = self._past_events(day, as_of)
        yield from bought
        for event in listed:
            if event.event_id not in landed:
                yield self._props(event, as_of, at=_before_the_last_call(listed))

    def _past_events(self, day: date, as_of: datetime) -> tuple[list[Answer], list[odds.Event]]:
        """The events of a past day; with their list, if it had to be bought."""
        landed = self._landed.usable(odds.EVENTS, day, as_of, odds.events)
        by_noon = [one for one in landed if one.fetched_at <= eastern(day, _NONE_IS_OVER)]
        if odds.events(by_noon) or any(map(odds.is_bought, landed)):
            return [], odds.events(landed)
        morning = eastern(day, _NONE_HAS_BEGUN)
        listing = _of_day(odds.EVENTS, day, self._api.events(as_of, morning), as_of, morning)
        return [listing], odds.events([*landed, listing])

    def _props(self, event: odds.Event, as_of: datetime, at: datetime | None = None) -> Said:
        try:
            reply = self._api.props(event.event_id, as_of, at)
        except (NotThere, NoAnswer) as error:
            return Unanswered(event.game_date, _what(event), f"{error}")
        # those of a day may take longer than clocks differ: that the present is asked for, the list has shown before
        return Answer(
            odds.EVENT_PROPS, Days.only(event.game_date), reply.uri, reply.media_type, reply.body, fetched_at=as_of
        )

    def _never_told(self, day: date, landed: Sequence[Answer], as_of: datetime) -> Iterator[Unanswered]:
        """The events that have begun and of which nothing landed, although of others it did."""
        told = {odds.event_of(answer) for answer in landed}
        for event in self._listed(day, as_of) if told else []:
            if event.begins_at <= as_of and event.event_id not in told:
                yield Unanswered(day, _what(event), "no answer landed before the game began")

    def _lacks_every_event(self, day: date) -> bool:
        """Whether events of a day were listed, and no lines of any landed."""
        over = eastern(day + timedelta(days=2), time(0))
        landed = self._landed.until(odds.EVENT_PROPS, day, over)
        return not any(is_usable(answer, odds.props_rows) for answer in landed) and bool(self._listed(day, over))

    def _listed(self, day: date, as_of: datetime) -> list[odds.Event]:
        return odds.events(self._landed.usable(odds.EVENTS, day, as_of, odds.events))

    def _new_lines(self, day: date, earlier: Sequence[Answer], as_of: datetime) -> Iterator[Answer]:
        """One question for the lines of all games, and for which there are where they are bought."""
        if self._asks_of_now(day, as_of):
            lately = self._landed.usable(odds.GAME_ODDS, day, as_of, odds.line_rows, as_of - ODDS_STAND)
            yield lately[-1] if lately else _of_day(odds.GAME_ODDS, day, self._api.games(as_of), as_of)
        elif self._buys(day, as_of) and not earlier:
            bought, listed = self._past_events(day, as_of)
            yield from bought
            if listed:
                at = _before_the_last_call(listed)
                yield _of_day(odds.GAME_ODDS, day, self._api.games(as_of, at), as_of, at)

    def _asks_of_now(self, day: date, as_of: datetime) -> bool:
        return self._api.has_key and day >= game_day_of(as_of)

    def _buys(self, day: date, as_of: datetime) -> bool:
        return self._api.has_key and self._buys_past and day < game_day_of(as_of)


def _before_the_last_call(events: Sequence[odds.Event]) -> datetime:
    return min(event.begins_at for event in events) - LAST_CALL - _BEFORE_LAST_CALL


def _what(event: odds.Event) -> str:
    return f"the points lines of {event.away_team} at {event.home_team}"


def _of_day(kind: str, day: date, reply: Reply, as_of: datetime, at: datetime | None = None) -> Answer:
    return as_answer(kind, Days.only(day), reply, as_of, at)


# What shows that the day was asked for.
_LANDS_AS = {"points_props": odds.EVENTS, "game_lines": odds.GAME_ODDS}
