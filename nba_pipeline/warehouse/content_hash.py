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


def canonical(column: Column, value: ir.Value) -> list[ir.StringValue]:
    """The value as texts that are equal on every engine: its length and itself, for a free text, else one text."""
    if column.values:
        texts = [value]
    elif column.type is str:
        texts = [value.length().cast("string"), value]
    elif column.type is float:
        texts = [(value * 10**column.decimals).round().cast("int64").cast("string")]
    elif column.type is bool:
        texts = [value.cast("int64").cast("string")]
    elif column.type is datetime:
        texts = [value.epoch_seconds().cast("int64").cast("string")]
    else:
        texts = [value.cast("string")]
    return [text.fill_null(NULL) for text in texts] if column.null else texts


def fingerprints(table: Table, rows: ir.Table, digest: Digest) -> ir.Table:
    """One row per game day of `rows`: `game_date`, `rows`, `content_hash` (32 hexadecimal digits)."""
    texts = [text for column in table.columns for text in canonical(column, rows[column.name])]
    line = ibis.literal(SEPARATOR).join(texts)
    hashed = rows.select(PARTITION, row_hash=digest(line))
    return hashed.group_by(PARTITION).agg(
        rows=hashed.count(),
        content_hash=digest(hashed.row_hash.group_concat("", order_by=hashed.row_hash)),
    )
