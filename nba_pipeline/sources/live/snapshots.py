"""Answers of the live services: what a host says now, and what landed of a day before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from nba_pipeline.game_day import Days
from nba_pipeline.sources.base import Answer, Said, SourceError
from nba_pipeline.sources.landing import land, landed_ranges, landed_until
from nba_pipeline.sources.live.http import Reply

LIVE = "live"  # the source's name, under which its answers land
CLOCKS_DIFFER = timedelta(minutes=15)  # between a host's clock and ours, with the waits between requests

Parser = Callable[[Sequence[Answer]], object]


class Landed:
    """What landed of the live services in `landing_dir`. Where it `stands_for_good`, nobody is asked anew."""

    def __init__(self, landing_dir: Path, stands_for_good: bool = False) -> None:
        self._landing_dir = landing_dir
        self.stands_for_good = stands_for_good

    def keep(self, answer: Answer) -> None:
        """Let an answer land that tells what else to ask for, and is none to the question itself."""
        land(self._landing_dir, LIVE, answer)

    def until(self, kind: str, of: date | Days, as_of: datetime, since: datetime | None = None) -> list[Answer]:
        """What landed of a day, or of exactly these, the oldest first; with `since`, what came then or later."""
        days = of if isinstance(of, Days) else Days.only(of)
        return landed_until(self._landing_dir, LIVE, kind, days, as_of, None if self.stands_for_good else since)

    def with_day(self, kind: str, day: date, as_of: datetime) -> list[Answer]:
        """What landed of days with this one among them, the oldest first."""
        ranges = [days for days in landed_ranges(self._landing_dir, LIVE, kind) if day in days]
        answers = [answer for days in ranges for answer in self.until(kind, days, as_of)]
        return sorted(answers, key=lambda answer: answer.fetched_at)

    def usable(
        self, kind: str, day: date, as_of: datetime, parser: Parser, since: datetime | None = None
    ) -> list[Answer]:
        """What of it could be used; what could not was refused, on record, when it came."""
        return [answer for answer in self.until(kind, day, as_of, since) if is_usable(answer, parser)]

    def anything(self, kind: str, day: date) -> bool:
        return (self._landing_dir / LIVE / kind / f"{day}_{day}").is_dir()


def as_answer(kind: str, days: Days, reply: Reply, as_of: datetime, at: datetime | None = None) -> Answer:
    """Raises SourceError for what was said after `as_of`, unless it speaks of the earlier moment `at`."""
    if at is None and reply.answered_at > as_of + CLOCKS_DIFFER:
        raise SourceError(
            f"{reply.uri} was answered at {reply.answered_at:%Y-%m-%d %H:%M} UTC and asked for as of "
            f"{as_of:%Y-%m-%d %H:%M}: live services tell the present only; unset NBA_NOW, or replay an archive"
        )
    return Answer(kind, days, reply.uri, reply.media_type, reply.body, as_of)


def once(new: Iterable[Said], earlier: Sequence[Answer]) -> Iterator[Said]:
    """The new answers as they come, then the earlier ones, equal bytes once.

    In this order, so that asking again where nothing has changed gives the same answers in the same order.
    """
    others = {answer.sha256: answer for answer in earlier}
    for said in new:
        if isinstance(said, Answer):
            others.pop(said.sha256, None)
        yield said
    yield from others.values()


def is_usable(answer: Answer, parser: Parser) -> bool:
    """Whether an answer can be read at all."""
    try:
        parser([answer])
    except SourceError:
        return False
    return True
