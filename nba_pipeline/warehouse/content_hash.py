"""The content hash of a day: the same for equal rows in any order, on every engine.

No engine formats a number: floats are scaled to integers at the precision that their column declares, times are
whole seconds, dates are ISO 8601, and texts carry their length, unless they come from a closed list. Each row
becomes one MD5; the sorted MD5s of a day are hashed again, so that order does not matter, equal rows do not
cancel out, and every cell does matter.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import ibis
import ibis.expr.types as ir

from nba_pipeline.contracts import PARTITION, Column, Table

NULL = "~"
SEPARATOR = "|"

Digest = Callable[[ir.StringValue], ir.StringValue]


def canonical(column: Column, value: ir.Value) -> ir.StringValue:
    """The value as a text that is equal on every engine."""
    if column.values:
        text = value
    elif column.type is str:
        text = value.length().cast("string") + ":" + value
    elif column.type is float:
        text = (value * 10**column.decimals).round().cast("int64").cast("string")
    elif column.type is bool:
        text = value.cast("int64").cast("string")
    elif column.type is datetime:
        text = value.epoch_seconds().cast("int64").cast("string")
    else:
        text = value.cast("string")
    return text.fill_null(NULL) if column.null else text


def fingerprints(table: Table, rows: ir.Table, digest: Digest) -> ir.Table:
    """One row per game day of `rows`: `game_date`, `rows`, `content_hash` (32 hexadecimal digits)."""
    line = ibis.literal(SEPARATOR).join([canonical(column, rows[column.name]) for column in table.columns])
    hashed = rows.select(PARTITION, row_hash=digest(line))
    return hashed.group_by(PARTITION).agg(
        rows=hashed.count(),
        content_hash=digest(hashed.row_hash.group_concat("", order_by=hashed.row_hash)),
    )
