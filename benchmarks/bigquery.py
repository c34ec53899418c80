"""What a game day asks of BigQuery, reckoned on a simulated season without it: jobs, and the bytes that they scan.

Queries and load jobs are counted as the day's runs ask them. Bytes are those of the columns and days that each step
may see, in the sizes that BigQuery bills; a home of several seasons is taken to hold this one again and again.
"""

from __future__ import annotations

import inspect
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path

import dagster as dg
import ibis.expr.schema as sch
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from rich.console import Console
from rich.table import Table as Printed

from benchmarks.report import Ratio
from nba_pipeline.clock import FixedClock
from nba_pipeline.contracts import PARTITION, Before, When
from nba_pipeline.expressions import takes_frames
from nba_pipeline.game_day import Days, eastern, season_days, season_of
from nba_pipeline.orchestration.launch import launch
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.replay import NOT_PUBLISHED
from nba_pipeline.registry import Input, TableModule, all_tables, made, table
from nba_pipeline.settings import Settings
from nba_pipeline.warehouse.bigquery.dialect import type_of
from nba_pipeline.warehouse.engine import Engine
from nba_pipeline.warehouse.receipts import RECEIPTS, RECEIPTS_SCHEMA
from nba_pipeline_tests.asked import Asked, by_name

SEASON = season_days(2025)
# near the end of the season, where what looks back over it sees most
DAY = date(2026, 4, 10)
JOBS = {
    "pregame": eastern(DAY, time(16)),
    "postgame": eastern(DAY + timedelta(days=1), time(5)),
    "reconcile": eastern(DAY + timedelta(days=1), time(6)),
}
AFTER_ALL = eastern(SEASON.last + timedelta(days=1), time(12))

HOMES = (1, 5, 25)
"""Seasons that a home holds, with the day's own."""
LONGEST = 12  # seasons that the model learns from, as far as anything looks back
A_YEAR = timedelta(weeks=52)  # as many days as keep the weekday

# https://cloud.google.com/bigquery/docs/reference/standard-sql/data-types#data_type_sizes
WIDTHS = {"INT64": 8, "FLOAT64": 8, "DATE": 8, "TIMESTAMP": 8, "BOOL": 1}
BESIDE_A_TEXT = 2

MEGABYTE = 10**6
LEAST_BILLED = 10  # MB, of each table that a statement reads


@dataclass(frozen=True)
class Scan:
    """Columns of a table's days, as a step reads them. `to_train`: only on days that train a model."""

    table: str
    columns: Sequence[str]
    days: Days
    to_train: bool = False


@dataclass(frozen=True)
class Sizes:
    """The bytes that BigQuery bills of `SEASON`, by table, column and day."""

    held: Mapping[str, Mapping[str, Mapping[date, int]]]

    def of(self, scan: Scan, seasons: int) -> int:
        """The bytes of a scan in a home that holds so many seasons, all as large as this one."""
        columns = [self.held[scan.table][name] for name in scan.columns]
        total = 0
        for day in scan.days:
            ago = season_of(SEASON.first) - season_of(day)
            if ago < seasons:
                total += sum(column.get(day + ago * A_YEAR, 0) for column in columns)
        return total

    def within(self, name: str, days: Days) -> int:
        return self.of(Scan(name, list(self.held[name]), days), seasons=1)


def measure(scratch: Path) -> list[Ratio]:
    """A simulated season to `DAY`, the runs of that day one by one, the rest of the season; then what all of it is."""
    clock = FixedClock(AFTER_ALL)
    pipeline = Pipeline(given=Settings(home=scratch / "home", source="simulated"), own_clock=clock)
    _run(pipeline, "all_phases", Days(SEASON.first, DAY - timedelta(days=1)))
    with pytest.MonkeyPatch.context() as patch:
        asked = Asked.counting(patch)
        for job, at in JOBS.items():
            clock.moment = at
            _run(pipeline, job, Days.only(DAY))
    clock.moment = AFTER_ALL
    _run(pipeline, "all_phases", Days(DAY + timedelta(days=1), SEASON.last))
    with pipeline.open_engine(read_only=True) as engine:
        sizes = Sizes(
            {module.name: _bytes(engine, module.name, module.contract.schema()) for module in all_tables().values()}
            | {RECEIPTS: _bytes(engine, RECEIPTS, RECEIPTS_SCHEMA)}
        )
    scans = [scan for when in When for module in made(when) for scan in scans_of(module, DAY)]
    _show(sizes, scans, asked)
    many, enough = (sum(sizes.of(scan, seasons) for scan in scans) / MEGABYTE for seasons in (HOMES[-1], LONGEST))
    return [
        Ratio("queries of a game day / 200", asked.total, 200, 1.0, "queries"),
        Ratio(
            f"a training day's bytes of {HOMES[-1]} seasons / of the {LONGEST} that it looks at",
            many,
            enough,
            1.0,
            "MB",
        ),
    ]


def _run(pipeline: Pipeline, job: str, days: Days) -> None:
    with dg.DagsterInstance.ephemeral() as instance:
        outcome = launch(pipeline, job, days, instance)
    if outcome.exit_code == NOT_PUBLISHED:
        sys.exit(f"{outcome.job} {outcome.days} failed: {outcome.failures}")


def scans_of(module: TableModule, day: date) -> Iterator[Scan]:
    """What making one day of a table reads: the proof of its inputs, the inputs, and the table itself when publishing.

    A query over inputs is taken to read every column that it may see; BigQuery bills those that it names.
    """
    only = Days.only(day)
    windows = {name: entry.seen.bound(only) for name, entry in module.inputs.items()}
    begins = min((window.first for window in windows.values()), default=day)
    yield Scan(RECEIPTS, list(RECEIPTS_SCHEMA), Days(begins, day))
    for name, entry in module.inputs.items():
        yield Scan(entry.table, [PARTITION], windows[name])
    for name in _inputs_read(module):
        entry = module.inputs[name]
        columns = [column.name for column in entry.seen.visible(table(entry.table).contract)]
        yield Scan(entry.table, columns, windows[name], to_train=_is_learned(entry))
    own = list(module.contract.schema())
    season = season_days(season_of(day))
    # the other days of the season before and after, the day that goes, the day read back
    yield from [Scan(module.name, [PARTITION], season)] * 2
    yield from [Scan(module.name, own, only)] * 2
    yield Scan(RECEIPTS, list(RECEIPTS_SCHEMA), only)


def _inputs_read(module: TableModule) -> Iterator[str]:
    """The inputs by name, as often as a query of the step reads them."""
    yield from module.inputs
    if takes_frames(module):
        return
    for function in filter(None, (module.expected_games, module.held_back, module.set_aside, module.traced)):
        yield from (name for name in inspect.signature(function).parameters if name in module.inputs)


def _is_learned(entry: Input) -> bool:
    return isinstance(entry.seen, Before) and not entry.seen.whole


def _bytes(engine: Engine, name: str, schema: sch.Schema) -> dict[str, dict[date, int]]:
    """The billed bytes of each column of a table, by day."""
    rows = engine.fetch(engine.slice(name, schema, SEASON))
    held: dict[str, dict[date, int]] = {column: defaultdict(int) for column in schema}
    for column, dtype in schema.items():
        sizes = pa.table({PARTITION: rows[PARTITION], "size": _sizes(rows[column], type_of(dtype))})
        for row in sizes.group_by(PARTITION).aggregate([("size", "sum")]).to_pylist():
            held[column][row[PARTITION]] = row["size_sum"]
    return held


def _sizes(cells: pa.ChunkedArray, kind: str) -> pa.ChunkedArray:
    """The billed bytes of each cell; a null has none."""
    if kind == "STRING":
        return pc.fill_null(pc.add(pc.binary_length(cells), BESIDE_A_TEXT), 0)
    return pc.if_else(pc.is_valid(cells), WIDTHS[kind], 0)


def _show(sizes: Sizes, scans: Sequence[Scan], asked: Asked) -> None:
    shown = Printed(
        *(
            "table",
            "a day",
            "a season",
            *(f"of {seasons}" for seasons in HOMES),
            "to train",
            "queries",
            "loads",
            "jobs",
        ),
        title=f"MB held of {DAY} and of its season; MB that the day's steps scan where so many seasons are held",
    )
    queries, loads = asked.by_name(), by_name(asked.loads)
    for name in [*sizes.held, *sorted(queries.keys() - sizes.held.keys())]:
        jobs = (queries.get(name, 0), loads.get(name, 0))
        shown.add_row(name, *_cells(sizes, [name] if name in sizes.held else [], scans), *_counts(*jobs))
    shown.add_section()
    shown.add_row("all", *_cells(sizes, list(sizes.held), scans), *_counts(asked.total, asked.loads.total()))
    console = Console(width=160)
    console.print(shown)
    read = asked.reads.total()
    console.print(f"The statements of a day read {read} tables, billed as {read * LEAST_BILLED:,} MB at least")


def _counts(queries: int, loads: int) -> list[str]:
    return [f"{number}" for number in (queries, loads, queries + loads)]


def _cells(sizes: Sizes, names: Sequence[str], scans: Sequence[Scan]) -> list[str]:
    """What these tables hold, what every day scans of them, and what training adds in the largest home."""
    held = [sum(sizes.within(name, days) for name in names) for days in (Days.only(DAY), SEASON)]
    daily = [scan for scan in scans if scan.table in names and not scan.to_train]
    training = [scan for scan in scans if scan.table in names and scan.to_train]
    scanned = [sum(sizes.of(scan, seasons) for scan in daily) for seasons in HOMES]
    numbers = [*held, *scanned, sum(sizes.of(scan, HOMES[-1]) for scan in training)]
    return [f"{number / MEGABYTE:,.2f}" for number in numbers]
