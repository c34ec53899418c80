"""Rows of tables and records as rules take them."""

from __future__ import annotations

import ibis
import pyarrow as pa

from nba_pipeline.reliability.evidence import schema_of

Rows = list[dict]


def relation(name: str, rows: Rows) -> ibis.Table:
    """These rows of a table or record; a cell that is not given is null, whatever the contract says."""
    schema = pa.schema([field.with_nullable(True) for field in schema_of(name).to_pyarrow()])
    return ibis.memtable(pa.Table.from_pylist([{n: row.get(n) for n in schema.names} for row in rows], schema=schema))
