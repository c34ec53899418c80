"""The read path: verified days only, and the others by name."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from nba_pipeline.contracts import PARTITION, Column, Table
from nba_pipeline.game_day import Days, is_off_season
from nba_pipeline.warehouse.engine import EMPTY, Engine, fingerprints
from nba_pipeline.warehouse.questions import answers
from nba_pipeline.warehouse.receipts import RECEIPTS, RECEIPTS_SCHEMA, Receipt, current
from nba_pipeline.warehouse.templates import Query

NEVER_PUBLISHED = "it was never published"


@dataclass(frozen=True)
class Reading:
    """Rows of the verified days, their receipts, and the days that cannot be proven, with the reason.

    A day without a receipt is unverified only if games could have been played on it: the summer needs none.
    """

    rows: Query
    receipts: Sequence[Receipt]
    unverified: Mapping[date, str]


@dataclass(frozen=True)
class Wanted:
    """Days of a table, and the columns that are seen of them."""

    table: Table
    days: Days
    visible: Sequence[Column] | None = None


def receipts_of(engine: Engine, tables: Sequence[str], days: Days) -> list[Receipt]:
    """The current receipts of these tables' days, oldest day first."""
    return receipts_in(engine.fetch(current_receipts(engine, tables, days)))


def current_receipts(engine: Engine, tables: Sequence[str], days: Days) -> Query:
    """Asks for the current receipts of these tables' days."""
    asked = engine.slice(RECEIPTS, RECEIPTS_SCHEMA, days, among={"table_name": tables})
    return engine.template(
        "current receipts", lambda: current(ibis.table(RECEIPTS_SCHEMA, name="asked")), {"asked": asked}
    )


def receipts_in(answer: pa.Table) -> list[Receipt]:
    """The receipts in the answer to that, oldest day first."""
    return sorted(Receipt.from_rows(answer), key=attrgetter("game_date"))


def read(engine: Engine, table: Table, days: Days, visible: Sequence[Column] | None = None) -> Reading:
    """Read days of a table. A day counts only if it holds exactly as many rows as its receipt proves.

    Counting is cheap enough for every read. `verify` compares the content as well.
    """
    return read_together(engine, [Wanted(table, days, visible)])[table.name]


def read_together(engine: Engine, wanted: Sequence[Wanted]) -> dict[str, Reading]:
    """Read several tables, each once, by its name: their receipts and what they hold are asked for in one query."""
    if not wanted:
        return {}
    span = Days(min(one.days.first for one in wanted), max(one.days.last for one in wanted))
    return read_with_receipts(engine, wanted, (), span)[0]


def read_with_receipts(
    engine: Engine, wanted: Sequence[Wanted], others: Collection[str], days: Days
) -> tuple[dict[str, Reading], dict[str, list[Receipt]]]:
    """As `read_together`; and, asked for with theirs, the current receipts of `others`, tables that are not read.

    `days` are those of the receipts, by table, oldest day first: they hold all days that are wanted.
    """
    for one in wanted:
        engine.ensure(one.table)
    names = sorted({*others, *(one.table.name for one in wanted)})
    asked = {RECEIPTS: current_receipts(engine, names, days)}
    found = answers(engine, asked | {one.table.name: _rows_held(engine, one) for one in wanted})
    receipts: dict[str, list[Receipt]] = {name: [] for name in names}
    for receipt in receipts_in(found[RECEIPTS]):
        receipts[receipt.table_name].append(receipt)
    readings = {}
    for one in wanted:
        held = {row[PARTITION]: row["n"] for row in found[one.table.name].to_pylist()}
        readings[one.table.name] = _proven(engine, one, receipts[one.table.name], held)
    return readings, receipts


def _proven(engine: Engine, wanted: Wanted, receipts: Sequence[Receipt], held: Mapping[date, int]) -> Reading:
    """What the receipts prove of the rows that each day holds."""
    table, days = wanted.table, wanted.days
    proven = {receipt.game_date: receipt for receipt in receipts if receipt.game_date in days}
    unverified = {
        day: "it holds rows without a receipt" if day in held else NEVER_PUBLISHED
        for day in days
        if day not in proven and (day in held or not is_off_season(day))
    }
    for day, receipt in proven.items():
        if held.get(day, 0) != receipt.rows:
            unverified[day] = f"its receipt proves {receipt.rows} rows, it holds {held.get(day, 0)}"
    rows = engine.slice(table.name, table.schema(wanted.visible), days, without=sorted(set(unverified) & set(held)))
    return Reading(
        rows, [r for r in proven.values() if r.game_date not in unverified], dict(sorted(unverified.items()))
    )


def verify(engine: Engine, table: Table, days: Days) -> dict[date, str]:
    """The days that are not what their receipts prove, to the last cell, with the reason."""
    reading = read(engine, table, days)
    found = fingerprints(engine, table, reading.rows)
    wrong = dict(reading.unverified)
    for receipt in reading.receipts:
        content_hash = found.get(receipt.game_date, EMPTY).content_hash
        if content_hash != receipt.content_hash:
            wrong[receipt.game_date] = f"its receipt proves {receipt.content_hash[:12]}, it holds {content_hash[:12]}"
    return dict(sorted(wrong.items()))


def _rows_held(engine: Engine, wanted: Wanted) -> Query:
    """How many rows each day holds, proven or not."""
    partitions = ibis.schema({PARTITION: "!date"})

    def counted() -> ir.Table:
        rows = ibis.table(partitions, name="held")
        return rows.group_by(PARTITION).agg(n=rows.count())

    return engine.template("rows held", counted, {"held": engine.slice(wanted.table.name, partitions, wanted.days)})
