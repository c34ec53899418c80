"""What The Odds API has cost on a game day, and what is left: kept in the home, asked before anything is bought."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path

from nba_pipeline.files import write_whole
from nba_pipeline.game_day import game_day_of
from nba_pipeline.sources.base import SourceError


@dataclass(frozen=True)
class Spent:
    """Credits used on a game day, and what The Odds API said is left of the plan; None if it never said."""

    day: str
    used: int = 0
    remaining: int | None = None


class OddsCredits:
    """`daily` bounds what one game day may cost."""

    def __init__(self, file: Path, daily: int) -> None:
        self._file = file
        self._daily = daily

    def claim(self, cost: int, now: datetime) -> None:
        """Raises SourceError where the price cannot be paid from the day's budget, or from the plan."""
        spent = self.spent(game_day_of(now))
        if spent.used + cost > self._daily:
            raise SourceError(
                f"The Odds API: {spent.used} of the {self._daily} credits of {spent.day} are spent and {cost} are "
                "needed; wait until tomorrow, or raise NBA_ODDS_DAILY_CREDITS"
            )
        # a new month fills the plan again without a word: yesterday's rest says nothing today
        if spent.remaining is not None and spent.remaining < cost:
            raise SourceError(
                f"The Odds API: the plan has {spent.remaining} credits left and {cost} are needed; "
                "wait until it is renewed, or take a larger plan"
            )

    def too_dear(self, cost: int, runs: int, now: datetime) -> str | None:
        """Why this is not to be bought where so many runs to come may have to pay the same; None where it may be."""
        spent = self.spent(game_day_of(now))
        of_day = self._daily - spent.used
        left = of_day if spent.remaining is None else min(of_day, spent.remaining)
        if left >= cost * (runs + 1):
            return None
        return (
            f"The Odds API: {left} credits are left on {spent.day}, {runs * cost} are kept for {runs} runs before the "
            f"games, and a look at the lines costs {cost}; to look on, raise NBA_ODDS_DAILY_CREDITS or the plan"
        )

    def pay(self, cost: int, headers: Mapping[str, str], now: datetime) -> None:
        """Note what an answer cost by its own account; what was claimed where it gives none."""
        spent = self.spent(game_day_of(now))
        told, left = _count(headers.get("x-requests-last")), _count(headers.get("x-requests-remaining"))
        used = spent.used + (cost if told is None else told)
        write_whole(self._file, json.dumps(asdict(Spent(spent.day, used, left))).encode())

    def spent(self, day: date) -> Spent:
        if not self._file.is_file():
            return Spent(f"{day}")
        try:
            spent = Spent(**json.loads(self._file.read_bytes()))
        except (ValueError, TypeError) as error:
            raise SourceError(f"{self._file} cannot be read ({error!r}); delete it") from error
        return spent if spent.day == f"{day}" else Spent(f"{day}")

    def describe(self) -> str:
        if not self._file.is_file():
            return f"nothing spent yet of {self._daily} credits a day"
        spent = Spent(**json.loads(self._file.read_bytes()))
        left = "" if spent.remaining is None else f", {spent.remaining} left of the plan"
        return f"{spent.used} of {self._daily} credits spent on {spent.day}{left}"


def _count(told: str | None) -> int | None:
    try:
        return None if told is None else int(float(told))
    except (ValueError, OverflowError):
        return None
