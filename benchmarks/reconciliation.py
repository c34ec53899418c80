"""What reconciling costs: a day over running it, and a season at once over a day."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter

from benchmarks.homes import archive_directory, backfill
from benchmarks.report import Ratio
from nba_pipeline.clock import FixedClock
from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.launch import launch, open_instance
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.replay import NOT_PUBLISHED
from nba_pipeline.reliability.reconciliation import reconcile
from nba_pipeline.settings import Settings

SEASON = Days(date(2025, 10, 21), date(2026, 1, 31))
DAY = Days.only(date(2026, 1, 31))


def measure(scratch: Path) -> list[Ratio]:
    """A season's tables, its last day run again with Dagster's record of it, and both reconciled."""
    backfill(scratch / "home", [SEASON.first.year])
    settings = Settings(home=scratch / "home", source="archive", archive_dir=archive_directory())
    pipeline = Pipeline(given=settings, own_clock=FixedClock(datetime.now(UTC)))
    _reconcile(pipeline, DAY)  # compiles the rules, once for each version of the code
    run = _run(pipeline)
    day, season = _reconcile(pipeline, DAY), _reconcile(pipeline, SEASON)
    return [
        Ratio("a day reconciled / the day's tables run", day, run, 0.2),
        Ratio(f"{len(SEASON)} days reconciled at once / a day reconciled", season, day, 10.0),
    ]


def _run(pipeline: Pipeline) -> float:
    start = perf_counter()
    with open_instance(pipeline.settings.dagster_home) as instance:
        outcome = launch(pipeline, "all_phases", DAY, instance)
    if outcome.exit_code == NOT_PUBLISHED:
        sys.exit(f"{outcome.job} {outcome.days} failed: {outcome.failures}")
    return perf_counter() - start


def _reconcile(pipeline: Pipeline, days: Days) -> float:
    start = perf_counter()
    with pipeline.open_engine() as engine:
        reconcile(engine, pipeline.clock, days)
    return perf_counter() - start
