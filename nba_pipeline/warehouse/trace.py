"""What a table keeps, in a ledger of its own, of rows that a republication changes or takes away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from nba_pipeline.contracts import PARTITION, Table
from nba_pipeline.game_day import Days
from nba_pipeline.warehouse.engine import Engine, Entries, Ledger, Relation
from nba_pipeline.warehouse.receipts import Receipt, why_remade


@dataclass(frozen=True)
class Trace:
    """`changes` asks the published and the new rows. Its answer has the columns of the ledger without those that
    every entry gets: publication_id, revision, run_id, reason and replaced_at.
    """

    ledger: Ledger
    changes: Callable[[Relation, Relation], Relation]


def kept_of(
    engine: Engine,
    table: Table,
    trace: Trace | None,
    rows: Relation,
    previous: Mapping[date, Receipt],
    receipts: Mapping[date, Receipt],
) -> Entries | None:
    """What is kept of the days that are no longer what they were; None where all are, or nothing is to be kept."""
    if trace is None:
        return None
    changed = [day for day in receipts if day in previous and previous[day].content_hash != receipts[day].content_hash]
    if not changed:
        return None
    span = Days(min(changed), max(changed))
    unchanged = [day for day in span if day not in changed]
    published = engine.slice(table.name, table.schema(), span, without=unchanged)
    written = {day: _written(previous[day], receipts[day]) for day in changed}
    found = engine.fetch(trace.changes(published, rows)).to_pylist()
    entries = [row | written[row[PARTITION]] for row in found]
    return Entries(trace.ledger, pa.Table.from_pylist(entries, schema=trace.ledger.schema.to_pyarrow()))


def _written(before: Receipt, after: Receipt) -> dict[str, object]:
    return {
        "publication_id": after.publication_id,
        "revision": after.revision,
        "run_id": after.run_id,
        "reason": why_remade(before, after),
        "replaced_at": after.published_at,
    }
