"""When a day's last call is, asked of the source: before the first run of the day no table knows it."""

from __future__ import annotations

from datetime import date, datetime, time

from ibis import _

from nba_pipeline.game_day import Days
from nba_pipeline.sources.base import SourceError
from nba_pipeline.sources.landing import acquire
from nba_pipeline.tables import slate
from nba_pipeline.world import World

MORNING = time(5)  # when a day's last call is asked for first


def last_call_known_at(moment: datetime, day: date, world: World) -> datetime | None:
    """The last call of a day by the schedule as it is known at a moment; None without games."""
    schedule = acquire(world.source, "schedule", Days.only(day), moment, world.landing)
    if schedule.unanswered:
        raise SourceError(f"{schedule.unanswered[0]}")
    games = slate.to_be_played(world.engine.upload(schedule.rows))
    calls = world.engine.fetch(slate.last_call(games).agg(moment=_.cutoff_at.max()))
    known: datetime | None = calls["moment"][0].as_py()
    return known
