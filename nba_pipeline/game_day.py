"""The game day: the US/Eastern calendar date of a game, and the season that it belongs to.

Pure date arithmetic. Who needs "now" asks `nba_pipeline.clock`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

EASTERN = ZoneInfo("America/New_York")
FIRST_GAME_DAY = date(2015, 10, 1)

# Lines and line-ups without a known time count as published at this hour of the game day.
PUBLICATION_HOUR = time(9, 0)

_OPENS = {2020: date(2020, 12, 1)}  # the season after the bubble began at Christmas
_CLOSES = {2019: date(2020, 10, 31), 2020: date(2021, 7, 31)}


@dataclass(frozen=True, order=True)
class Days:
    """A range of game days, both ends included. `first` after `last` is an empty range."""

    first: date
    last: date

    @classmethod
    def only(cls, day: date) -> Days:
        return cls(day, day)

    def __iter__(self) -> Iterator[date]:
        for offset in range(len(self)):
            yield self.first + timedelta(days=offset)

    def __len__(self) -> int:
        return max(0, (self.last - self.first).days + 1)

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    def __str__(self) -> str:
        return f"{self.first}" if self.first == self.last else f"{self.first} … {self.last}"


def season_of(day: date) -> int:
    """The year in which the season of `day` began: 2025 for 2025-26. Summer belongs to the season before it."""
    opens = season_days(day.year).first
    return day.year if day >= opens else day.year - 1


@cache
def season_days(season: int) -> Days:
    """From the earliest possible game of a season to the latest."""
    opens = _OPENS.get(season, date(season, 10, 1))
    closes = _CLOSES.get(season, date(season + 1, 6, 30))
    return Days(opens, closes)


def season_name(season: int) -> str:
    return f"{season}-{(season + 1) % 100:02d}"


def season_named(name: str) -> int | None:
    """The season of a name like 2025-26; None of what is no such name."""
    year = name[:4]
    return int(year) if year.isascii() and year.isdecimal() and name == season_name(int(year)) else None


@cache
def is_off_season(day: date) -> bool:
    return day not in season_days(season_of(day))


def by_season(days: Days) -> Sequence[Days]:
    """Split a range where the season changes. A summer belongs to the season before it."""
    parts = []
    for season in range(season_of(days.first), season_of(days.last) + 1):
        until = season_days(season + 1).first - timedelta(days=1)
        parts.append(Days(max(days.first, season_days(season).first), min(days.last, until)))
    return parts


def playing_days(days: Days) -> Sequence[Days]:
    """The parts of a range in which there may be games, one a season, without the summers between."""
    parts = []
    for part in by_season(days):
        season = season_days(season_of(part.first))
        playing = Days(max(part.first, season.first), min(part.last, season.last))
        if len(playing):
            parts.append(playing)
    return parts


def eastern(day: date, at: time) -> datetime:
    """The UTC moment of a wall-clock time in US/Eastern on a game day."""
    return datetime.combine(day, at, EASTERN).astimezone(UTC)


def game_day_of(moment: datetime) -> date:
    """The game day that a moment falls on. A 22:30 Pacific tip-off is after midnight in the East:
    the league files it under the Eastern date of the evening before, which only the schedule knows.
    """
    return moment.astimezone(EASTERN).date()
