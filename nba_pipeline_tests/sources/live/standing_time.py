"""A clock that stands, and moves only where somebody would wait."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from small_day import MORNING


@dataclass
class StandingTime:
    """A clock that moves only by the sleeps asked of it."""

    moment: datetime = MORNING
    slept: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return self.moment

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.moment += timedelta(seconds=seconds)
