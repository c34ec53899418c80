"""What verified publication costs over running the same SQL bare, and over writing the same rows unverified."""

from __future__ import annotations

import shutil
import statistics
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

from benchmarks.homes import backfill, open_world
from benchmarks.report import Ratio
from nba_pipeline import expressions
from nba_pipeline.game_day import Days, season_days
from nba_pipeline.ingredients import gather
from nba_pipeline.production import produce
from nba_pipeline.registry import TableModule, all_tables
from nba_pipeline.warehouse.batch import Batch
from nba_pipeline.warehouse.publication import publish
from nba_pipeline.warehouse.reading import read
from nba_pipeline.warehouse.templates import Query
from nba_pipeline.world import World

SEASON = 2024
DAYS = season_days(SEASON)
REPEATS = 3


def measure(scratch: Path) -> list[Ratio]:
    """On a home that holds the season before, and what was fetched of this one."""
    fetched = [module for module in all_tables().values() if module.fetched]
    derived = [module for module in all_tables().values() if not module.fetched]
    compiled = [module for module in derived if not expressions.takes_frames(module)]
    backfill(scratch / "base", [SEASON - 1])
    backfill(scratch / "base", [SEASON], fetched)

    produced, alone = [], []
    for repeat in range(REPEATS):
        home = shutil.copytree(scratch / "base", scratch / f"home{repeat}")
        seconds = {module.name: measured(home, partial(whole, module=module, days=DAYS)) for module in derived}
        produced.append(sum(seconds[module.name] for module in compiled))
        alone.append(sum(measured(home, partial(bare, module=module, days=DAYS)) for module in compiled))
    plain, verified = [], []
    for _ in range(REPEATS):
        plain.append(sum(_durable(home, module, _plain) for module in compiled))
        verified.append(sum(_durable(home, module, _verified) for module in compiled))
    return [
        Ratio(
            "a season's derived tables: produced and published / the same SQL bare",
            statistics.median(produced),
            statistics.median(alone),
            3.0,
        ),
        Ratio(
            "a season's derived tables, to the closed file: published / plain delete and insert",
            statistics.median(verified),
            statistics.median(plain),
            2.0,
        ),
    ]


def measured(home: Path, work: Callable[[World], float]) -> float:
    world = open_world(home)
    with world.engine:
        return work(world)


def _durable(home: Path, module: TableModule, work: Callable[[World, TableModule], float]) -> float:
    """Seconds from the work's start until the file is closed, which is when everything is in it."""
    world = open_world(home)
    with world.engine:
        start = work(world, module)
    return perf_counter() - start


def bare(world: World, module: TableModule, days: Days) -> float:
    """Seconds in which the table's SQL makes the rows of these days, which go nowhere."""
    relations = gather(module, days, world).relations
    rows = expressions.rows(module, relations, world.engine)
    start = perf_counter()
    world.engine.discard(world.engine.stage(module.contract, rows))
    return perf_counter() - start


def whole(world: World, module: TableModule, days: Days) -> float:
    """Seconds in which these days of the table are made, proven and published."""
    start = perf_counter()
    refused = produce(module, days, world, run_id="benchmark").refused
    if refused:
        sys.exit(f"{module.name} was refused: {next(iter(refused.items()))}")
    return perf_counter() - start


def _plain(world: World, module: TableModule) -> float:
    """Delete the season and insert it again from a stage, in one transaction, nothing asked and nothing proven."""
    days = DAYS
    rows = read(world.engine, module.contract, days).rows
    stage = world.engine.stage(module.contract, rows)
    connection = world.engine._connection  # type: ignore[attr-defined]
    bounds = f"game_date BETWEEN DATE '{days.first}' AND DATE '{days.last}'"
    start = perf_counter()
    connection.raw_sql("BEGIN TRANSACTION")
    connection.raw_sql(f"DELETE FROM {module.name} WHERE {bounds}")  # noqa: S608
    connection.raw_sql(f"INSERT INTO {module.name} SELECT * FROM {stage.get_name()}")  # noqa: S608
    connection.raw_sql("COMMIT")
    return start


def _verified(world: World, module: TableModule) -> float:
    """The same rows through the write path: staged, audited, replaced, read back, receipts written."""
    days = DAYS
    stage = world.engine.stage(module.contract, read(world.engine, module.contract, days).rows)
    rows = Query(f"SELECT * FROM {stage.get_name()}", module.contract.schema())  # noqa: S608
    batch = Batch(
        table=module.contract,
        days=days,
        rows=rows,
        code_version=module.code_version,
        run_id="benchmark",
        published_at=world.clock.now(),
        empty_reasons=dict.fromkeys(days, "nothing to publish in this benchmark"),
    )
    start = perf_counter()
    publish(world.engine, batch)
    return start
