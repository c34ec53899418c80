"""The read path: verified days only, and the others by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

import ibis
import ibis.expr.types as ir

from nba_pipeline.contracts import PARTITION, Column, Table
from nba_pipeline.game_day import Days, is_off_season
from nba_pipeline.warehouse.engine import EMPTY, Engine
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


def receipts_of(engine: Engine, tables: Sequence[str], days: Days) -> list[Receipt]:
    """The current receipts of these tables' days, oldest day first."""
    asked = engine.slice(RECEIPTS, RECEIPTS_SCHEMA, days, among={"table_name": tables})
    found = engine.fetch(
        engine.template(
            "current receipts", lambda: current(ibis.table(RECEIPTS_SCHEMA, name="asked")), {"asked": asked}
        )
    )
    return sorted(Receipt.from_rows(found), key=attrgetter("game_date"))


def read(
    engine: Engine,
    table: Table,
    days: Days,
    visible: Sequence[Column] | None = None,
    receipts: Sequence[Receipt] | None = None,
) -> Reading:
    """Read days of a table. A day counts only if it holds exactly as many rows as its receipt proves.

    Counting is cheap enough for every read. `verify` compares the content as well.
    """
    engine.ensure(table)
    if receipts is None:
        receipts = receipts_of(engine, [table.name], days)
    held = _rows_held(engine, table, days)
    proven = {receipt.game_date: receipt for receipt in receipts}
    unverified = {
        day: "it holds rows without a receipt" if day in held else NEVER_PUBLISHED
        for day in days
        if day not in proven and (day in held or not is_off_season(day))
    }
    for day, receipt in proven.items():
        if held.get(day, 0) != receipt.rows:
            unverified[day] = f"its receipt proves {receipt.rows} rows, it holds {held.get(day, 0)}"
    rows = engine.slice(table.name, table.schema(visible), days, without=sorted(set(unverified) & set(held)))
    return Reading(rows, [r for r in receipts if r.game_date not in unverified], dict(sorted(unverified.items())))


def verify(engine: Engine, table: Table, days: Days) -> dict[date, str]:
    """The days that are not what their receipts prove, to the last cell, with the reason."""
    reading = read(engine, table, days)
    found = engine.fingerprints(table, reading.rows)
    wrong = dict(reading.unverified)
    for receipt in reading.receipts:
        content_hash = found.get(receipt.game_date, EMPTY).content_hash
        if content_hash != receipt.content_hash:
            wrong[receipt.game_date] = f"its receipt proves {receipt.content_hash[:12]}, it holds {content_hash[:12]}"
    return dict(sorted(wrong.items()))


def _rows_held(engine: Engine, table: Table, days: Days) -> dict[date, int]:
    """How many rows each day holds, proven or not."""
    partitions = ibis.schema({PARTITION: "!date"})

    def counted() -> ir.Table:
        rows = ibis.table(partitions, name="held")
        return rows.group_by(PARTITION).agg(n=rows.count())

    held = engine.template("rows held", counted, {"held": engine.slice(table.name, partitions, days)})
    return {row[PARTITION]: row["n"] for row in engine.fetch(held).to_pylist()}
