"""The live services while nobody is asked (NBA_LIVE_OFFLINE).

What landed of a day tells it, and what did not land is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from nba_pipeline.game_day import Days
from nba_pipeline.sources.base import Answer, SourceError
from nba_pipeline.sources.live import league_schedule
from nba_pipeline.sources.live.http import Client, NotThere, Reply, Secrets
from nba_pipeline.sources.live.league_schedule import SCOREBOARD, SEASON_SCHEDULE
from nba_pipeline.sources.live.snapshots import Landed, Parser, is_usable

NOT_LANDED = "did not land, and nobody is asked while NBA_LIVE_OFFLINE is set: unset it to ask"


class Nobody(Client):
    """Whom an offline home asks."""

    def get(
        self,
        address: str,
        params: Mapping[str, str] | None = None,
        secrets: Secrets | None = None,
        secret_headers: Secrets | None = None,
    ) -> Reply:
        raise NotThere(f"{address} {NOT_LANDED}")


def league_answers(landed: Landed, days: Days, as_of: datetime) -> Iterator[Answer]:
    """Of each day, the newest schedule that can be read, and the newest scoreboard that goes with it.

    Raises SourceError for a day of which no schedule landed.
    """
    for day in days:
        schedule = _newest(landed, SEASON_SCHEDULE, day, as_of, league_schedule.games)
        if schedule is None:
            raise SourceError(f"the league's schedule of {day} {NOT_LANDED}")
        yield schedule
        scoreboard = _newest(landed, SCOREBOARD, day, as_of, partial(_together, schedule))
        if scoreboard is not None:
            yield scoreboard


def _together(schedule: Answer, scoreboards: Sequence[Answer]) -> object:
    return league_schedule.games([schedule, *scoreboards])


def _newest(landed: Landed, kind: str, day: date, as_of: datetime, parser: Parser) -> Answer | None:
    answers = (replace(answer, days=Days.only(day)) for answer in reversed(landed.with_day(kind, day, as_of)))
    return next((answer for answer in answers if is_usable(answer, parser)), None)
