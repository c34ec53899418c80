"""What rules look at beside the tables: records of the pipeline's own work, and what its design says of each day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import time, timedelta
from functools import partial

import ibis
import ibis.expr.schema as sch
import pyarrow as pa

from nba_pipeline.contracts import PARTITION, Before, When
from nba_pipeline.game_day import Days, eastern
from nba_pipeline.registry import all_tables
from nba_pipeline.reliability.results import RESULTS
from nba_pipeline.warehouse.engine import Engine, Relation
from nba_pipeline.warehouse.receipts import LEDGERS, QUARANTINE, RECEIPTS

# When a day is reconciled on the morning after, and by when that must be on record.
RECONCILED_FROM, RECONCILED_BY = time(6, 0), time(6, 15)


@dataclass(frozen=True)
class Record:
    """Something on record of each game day: its columns, and its rows for a range of days."""

    schema: sch.Schema
    rows: Callable[[Engine, Days], Relation]


_LINEAGE = ibis.schema(
    {
        PARTITION: "!date",
        "table_name": "!string",
        "input_name": "!string",
        "first_seen": "!date",
        "last_seen": "!date",
        "fixed_at_last_call": "!boolean",
    }
)
_MORNINGS = ibis.schema(
    {PARTITION: "!date", "reconciled_from": "!timestamp('UTC')", "reconciled_by": "!timestamp('UTC')"}
)


def _ledger(name: str, engine: Engine, days: Days) -> Relation:
    return engine.slice(name, LEDGERS[name], days)


def _lineage(engine: Engine, days: Days) -> Relation:
    """Which days of which inputs each day of a table is made from.

    `fixed_at_last_call`: the table is made before the games, the input again after them; what the input
    learns after the day's last call, the table never sees. An input of which any verified days will do is left
    out: nothing is missed where it gains some.
    """
    rows = [
        {
            PARTITION: day,
            "table_name": module.name,
            "input_name": entry.table,
            "first_seen": entry.seen.bound(Days.only(day)).first,
            "last_seen": entry.seen.bound(Days.only(day)).last,
            "fixed_at_last_call": not isinstance(entry.seen, Before)
            and module.contract.when is When.PREGAME
            and When.POSTGAME in all_tables()[entry.table].contract.when,
        }
        for module in all_tables().values()
        for entry in module.inputs.values()
        if not (isinstance(entry.seen, Before) and not entry.seen.whole)
        for day in days
    ]
    return engine.upload(pa.Table.from_pylist(rows, schema=_LINEAGE.to_pyarrow()))


def _mornings(engine: Engine, days: Days) -> Relation:
    """The minutes of the next morning in which each day is to be reconciled."""
    rows = [
        {
            PARTITION: day,
            "reconciled_from": eastern(day + timedelta(days=1), RECONCILED_FROM),
            "reconciled_by": eastern(day + timedelta(days=1), RECONCILED_BY),
        }
        for day in days
    ]
    return engine.upload(pa.Table.from_pylist(rows, schema=_MORNINGS.to_pyarrow()))


RECORDS: Mapping[str, Record] = {
    "receipts": Record(LEDGERS[RECEIPTS], partial(_ledger, RECEIPTS)),
    "quarantine": Record(LEDGERS[QUARANTINE], partial(_ledger, QUARANTINE)),
    "reconciliation_results": Record(RESULTS.schema, lambda engine, days: engine.entries(RESULTS, days)),
    "lineage": Record(_LINEAGE, _lineage),
    "mornings": Record(_MORNINGS, _mornings),
}
