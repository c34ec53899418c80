"""The calendar of a season: when it opens, pauses and ends, how many games a day has, and when they tip off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import numpy as np

from nba_pipeline.game_day import EASTERN, Days, season_days
from nba_pipeline.sources.simulated.league import Team

_TUESDAY, _SATURDAY, _SUNDAY = 1, 5, 6
_REGULAR_SEASON = timedelta(days=173)
_POSTSEASON = timedelta(days=71)

# Games on each weekday, Monday first, beside each other.
WEEKDAY_WEIGHTS = (7.8, 5.6, 9.6, 5.4, 9.0, 7.2, 7.4)

# Local tip-off times and how often they are chosen.
_EVENING = {time(19, 0): 0.44, time(19, 30): 0.38, time(20, 0): 0.18}
_PACIFIC_EVENING = {time(19, 0): 0.60, time(19, 30): 0.40}
_SATURDAY_EVENING = {time(18, 0): 0.15, time(19, 0): 0.40, time(19, 30): 0.25, time(20, 0): 0.20}
_AFTERNOON_ET = {time(12, 0): 0.10, time(13, 0): 0.25, time(15, 30): 0.45, time(17, 0): 0.20}
_AFTERNOON_SHARE = {_SATURDAY: 0.13, _SUNDAY: 0.38}


@dataclass(frozen=True)
class SeasonCalendar:
    """All days are game days. `playoffs` is the first day of the first round."""

    season: int
    opens: date
    ends: date
    all_star: Days
    trade_deadline: date
    playoffs: date

    @property
    def days_off(self) -> Sequence[date]:
        """Days without games in the regular season: Thanksgiving, Christmas Eve, the All-Star break."""
        thanksgiving = _nth_weekday(date(self.season, 11, 1), 3, 4)
        return [thanksgiving, date(self.season, 12, 24), *self.all_star]

    @property
    def playing_days(self) -> Sequence[date]:
        off = set(self.days_off)
        return [day for day in Days(self.opens, self.ends) if day not in off]


@lru_cache(maxsize=8)
def season_calendar(season: int) -> SeasonCalendar:
    """From a Tuesday in the third week of October to a Sunday in April, unless the season opens later."""
    whole = season_days(season)
    opens = _on_or_after(max(whole.first, date(season, 10, 18)), _TUESDAY)
    ends = min(opens + _REGULAR_SEASON, whole.last - _POSTSEASON)
    ends -= timedelta(days=(ends.weekday() - _SUNDAY) % 7)
    all_star = _nth_weekday(date(season + 1, 2, 1), _SUNDAY, 3)
    return SeasonCalendar(
        season=season,
        opens=opens,
        ends=ends,
        all_star=Days(all_star - timedelta(days=2), all_star + timedelta(days=3)),
        trade_deadline=all_star - timedelta(days=8),
        playoffs=ends + timedelta(days=6),
    )


def tipoff(day: date, home: Team, chance: np.random.Generator) -> datetime:
    """When a game at this home starts, in UTC. A late Pacific game ends on the next day of the East, and of UTC."""
    if chance.random() < _AFTERNOON_SHARE.get(day.weekday(), 0.0):
        return _at(day, _one_of(_AFTERNOON_ET, chance), EASTERN)
    if home.zone.key == "America/Los_Angeles":
        return _at(day, _one_of(_PACIFIC_EVENING, chance), home.zone)
    return _at(day, _one_of(_SATURDAY_EVENING if day.weekday() == _SATURDAY else _EVENING, chance), home.zone)


def _at(day: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, at, zone).astimezone(UTC)


def _one_of(choices: Mapping[time, float], chance: np.random.Generator) -> time:
    return list(choices)[int(chance.choice(len(choices), p=list(choices.values())))]


def _on_or_after(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _nth_weekday(first: date, weekday: int, nth: int) -> date:
    return _on_or_after(first, weekday) + timedelta(weeks=nth - 1)
