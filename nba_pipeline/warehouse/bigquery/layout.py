"""How a table lies in BigQuery, which decides what its queries cost: partitioned by day, clustered by key, and never
read without a bound by date.
"""

from __future__ import annotations

from collections.abc import Sequence

import ibis.expr.schema as sch
from google.cloud import bigquery

from nba_pipeline.contracts import PARTITION
from nba_pipeline.warehouse.bigquery.dialect import columns, quoted, type_of

MOST_CLUSTERED = 4


def lay_out(table: bigquery.Table, key: Sequence[str]) -> None:
    """Give a new table its layout."""
    table.time_partitioning = bigquery.TimePartitioning(field=PARTITION)
    table.require_partition_filter = True
    table.clustering_fields = _clustered_by(key) or None


def misplaced(found: bigquery.Table, schema: sch.Schema, key: Sequence[str]) -> dict[str, str]:
    """What is wrong with the layout of a table, and the statement or command that mends it."""
    if not _is_partitioned(found):
        return {f"is not partitioned by {PARTITION}, a day each": _made_anew(found, schema, key)}
    wrong = {}
    if not found.require_partition_filter:
        statement = f"ALTER TABLE {_quoted_id(found)} SET OPTIONS (require_partition_filter = TRUE)"
        wrong["can be read without a bound by date"] = statement
    clustered, meant = list(found.clustering_fields or []), _clustered_by(key)
    if clustered != meant:
        place = f"{found.project}:{found.dataset_id}.{found.table_id}"
        held, wanted = (", ".join(names) or "nothing" for names in (clustered, meant))
        wrong[f"is clustered by {held}, not by {wanted}"] = f"bq update --clustering_fields={','.join(meant)} {place}"
    return wrong


def _clustered_by(key: Sequence[str]) -> list[str]:
    return [column for column in key if column != PARTITION][:MOST_CLUSTERED]


def _is_partitioned(found: bigquery.Table) -> bool:
    by = found.time_partitioning
    return by is not None and (by.field, by.type_) == (PARTITION, bigquery.TimePartitioningType.DAY)


def _made_anew(found: bigquery.Table, schema: sch.Schema, key: Sequence[str]) -> str:
    """The partitioning of a table cannot be changed: its rows go into another, which takes its name."""
    declared = ", ".join(
        f"{quoted(name)} {type_of(dtype)}{'' if dtype.nullable else ' NOT NULL'}" for name, dtype in schema.items()
    )
    clustered = _clustered_by(key)
    by_key = f"CLUSTER BY {columns(clustered)} " if clustered else ""
    another = quoted(f"{found.project}.{found.dataset_id}.{found.table_id}_by_day")
    return (
        f"CREATE TABLE {another} ({declared}) PARTITION BY {PARTITION} {by_key}"  # noqa: S608
        f"OPTIONS (require_partition_filter = TRUE) AS SELECT {columns(schema)} FROM {_quoted_id(found)}; "
        f"DROP TABLE {_quoted_id(found)}; ALTER TABLE {another} RENAME TO {quoted(found.table_id)}"
    )


def _quoted_id(found: bigquery.Table) -> str:
    return quoted(f"{found.project}.{found.dataset_id}.{found.table_id}")
