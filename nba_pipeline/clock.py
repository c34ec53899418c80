"""The one clock. Nothing else in the pipeline asks the machine for the time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol

from nba_pipeline.game_day import game_day_of


class Clock(Protocol):
    def now(self) -> datetime:
        """The present moment, in UTC."""
        ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass
class FixedClock:
    """Stands at one moment until it is moved: for replays, drills and tests."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment.astimezone(UTC)


def today(clock: Clock) -> date:
    """The game day that it is now in US/Eastern."""
    return game_day_of(clock.now())
