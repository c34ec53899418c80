"""Rows that say from which moment they are known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from nba_pipeline.sources.answers import completed, conform

KNOWN_AT = "known_at"
MOMENT = pa.timestamp("us", tz="UTC")

Row = Mapping[str, Any]


def known_rows(kind: str, rows: Sequence[Row]) -> pa.Table:
    """Rows in the answer schema of the kind, and KNOWN_AT beside them."""
    names = dict.fromkeys(name for row in rows for name in row)
    columns = {name: [row.get(name) for row in rows] for name in names if name != KNOWN_AT}
    table = completed(kind, columns, len(rows))
    return table.append_column(KNOWN_AT, pa.array([row[KNOWN_AT] for row in rows], MOMENT))


def known_at(kind: str, rows: pa.Table, as_of: datetime) -> pa.Table:
    """The rows that are known at that moment, in the answer schema."""
    return conform(kind, rows.filter(pc.less_equal(rows[KNOWN_AT], pa.scalar(as_of, MOMENT))))
