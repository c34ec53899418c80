"""What the pipeline costs over Dagster's own record: against graphs of the same shape whose steps do nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import perf_counter

import dagster as dg

from benchmarks.homes import archive_directory
from benchmarks.report import Ratio
from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.assets import WRITER_POOL, asset_key
from nba_pipeline.orchestration.checks import CONTRACT_HOLDS, WRITE_VERIFIED, check_names, check_specs
from nba_pipeline.orchestration.jobs import daily_jobs
from nba_pipeline.orchestration.launch import launch, open_instance
from nba_pipeline.orchestration.partitions import GAME_DAYS, partition_mapping
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.registry import TableModule, all_tables
from nba_pipeline.settings import Settings

DAY = date(2025, 4, 11)
RANGE = Days(date(2025, 3, 1), date(2025, 3, 31))
REPEATS = 5
CHECKS = (WRITE_VERIFIED, CONTRACT_HOLDS)


def measure(home: Path, scratch: Path) -> list[Ratio]:
    pipeline = Pipeline(given=Settings(home=home, source="archive", archive_dir=archive_directory()))
    with open_instance(scratch / "ours") as ours, open_instance(scratch / "idle") as idle:
        launch(pipeline, "pregame", Days.only(DAY), ours)  # compiles what a first run compiles
        _idle_run("pregame", Days.only(DAY), idle)
        # in turns: what else the machine does hits both alike
        days = [(_daily(pipeline, ours), _idle_daily(idle)) for _ in range(REPEATS)]
        daily, idle_daily = (min(times) for times in zip(*days, strict=True))
        ranged = _timed(lambda: launch(pipeline, "all_phases", RANGE, ours))
        idle_range = _timed(lambda: _idle_run("all_phases", RANGE, idle))
    shutil.rmtree(scratch)
    return [
        Ratio("a daily run, both jobs / idle graph", daily, idle_daily, 2.0),
        Ratio("a month's range run / idle graph that records the same days and checks", ranged, idle_range, 1.5),
    ]


def _timed(work: object) -> float:
    start = perf_counter()
    work()  # type: ignore[operator]
    return perf_counter() - start


def _daily(pipeline: Pipeline, instance: dg.DagsterInstance) -> float:
    return sum(_timed(lambda j=job: launch(pipeline, j, Days.only(DAY), instance)) for job in ("pregame", "postgame"))


def _idle_daily(instance: dg.DagsterInstance) -> float:
    return sum(_timed(lambda j=job: _idle_run(j, Days.only(DAY), instance)) for job in ("pregame", "postgame"))


def _idle_run(job: str, days: Days, instance: dg.DagsterInstance) -> None:
    definitions = dg.Definitions(assets=[_idle_asset(module) for module in all_tables().values()], jobs=daily_jobs())
    tags = {"dagster/asset_partition_range_start": f"{days.first}", "dagster/asset_partition_range_end": f"{days.last}"}
    definitions.resolve_job_def(job).execute_in_process(
        instance=instance,
        run_config={"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}},
        tags=tags if len(days) > 1 else {},
        partition_key=f"{days.first}" if len(days) == 1 else None,
    )


def _idle_asset(module: TableModule) -> dg.AssetsDefinition:
    """An asset with the table's dependencies, partitions and checks, whose step only reports success."""
    key = asset_key(module.name)

    @dg.asset(
        key=key,
        partitions_def=GAME_DAYS,
        deps=[
            dg.AssetDep(asset_key(entry.table), partition_mapping=partition_mapping(entry.seen))
            for entry in module.inputs.values()
        ],
        check_specs=check_specs(module, key),
        backfill_policy=dg.BackfillPolicy.single_run(),
        pool=WRITER_POOL,
    )
    def idle(context) -> Iterator[dg.MaterializeResult]:  # type: ignore[no-untyped-def,type-arg]
        if len(context.partition_keys) > 1:
            for day in context.partition_keys:
                for check in CHECKS:
                    context.log_event(
                        dg.AssetCheckEvaluation(
                            asset_key=key, check_name=check, passed=True, partition=day, blocking=True
                        )
                    )
        yield dg.MaterializeResult(
            check_results=[dg.AssetCheckResult(check_name=check, passed=True) for check in check_names(module)]
        )

    return idle
