"""What a day costs that is lived through, run by run, over a day of a season's recorded backfill."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from time import perf_counter

import dagster as dg

from benchmarks.homes import archive_directory
from benchmarks.report import Ratio
from nba_pipeline.clock import FixedClock
from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.launch import RunOutcome, launch, open_instance
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.replay import NOT_PUBLISHED, live, timeline
from nba_pipeline.settings import Settings

BACKFILLED = Days(date(2025, 10, 21), date(2026, 1, 25))
REPLAYED = Days(date(2026, 1, 26), date(2026, 1, 28))
REPLAYED_BY_LAST_RUNS = Days(date(2026, 1, 29), date(2026, 1, 31))

OpenRecord = Callable[[], AbstractContextManager[dg.DagsterInstance]]


def measure(scratch: Path) -> list[Ratio]:
    """A season to January in one run, then its next six days as they happened."""
    clock = FixedClock(datetime.now(UTC))
    settings = Settings(home=scratch / "home", source="archive", archive_dir=archive_directory())
    pipeline = Pipeline(given=settings, own_clock=clock)
    recorded = partial(open_instance, settings.dagster_home)
    backfilled = _seconds_a_day(BACKFILLED, partial(_backfill, pipeline, recorded))
    replayed = _seconds_a_day(REPLAYED, partial(_replay, pipeline, clock, recorded, False))
    quickly = _seconds_a_day(
        REPLAYED_BY_LAST_RUNS, partial(_replay, pipeline, clock, dg.DagsterInstance.ephemeral, True)
    )
    return [
        Ratio("a day replayed, all its runs / a day backfilled", replayed, backfilled, 20.0, "s a day"),
        Ratio("a day replayed by its last runs, no record / a day backfilled", quickly, backfilled, 4.0, "s a day"),
    ]


def _seconds_a_day(days: Days, work: Callable[[Days], None]) -> float:
    start = perf_counter()
    work(days)
    return (perf_counter() - start) / len(days)


def _backfill(pipeline: Pipeline, open_record: OpenRecord, days: Days) -> None:
    with open_record() as instance:
        _all_published([launch(pipeline, "all_phases", days, instance)])


def _replay(pipeline: Pipeline, clock: FixedClock, open_record: OpenRecord, last_runs_only: bool, days: Days) -> None:
    with pipeline.open() as world:
        runs = timeline(days, world, last_runs_only)
    _all_published(live(runs, pipeline, clock, open_record))


def _all_published(outcomes: Sequence[RunOutcome]) -> None:
    """A run that stops early is no measure."""
    for outcome in outcomes:
        if outcome.exit_code == NOT_PUBLISHED:
            sys.exit(f"{outcome.job} {outcome.days} failed: {outcome.failures}")
