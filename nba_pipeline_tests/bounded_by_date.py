"""Finds what would scan whole tables: reads of published tables that no date bounds.

BigQuery refuses them, for its tables require the filter; the emulator forgets that.
"""

from __future__ import annotations

from collections.abc import Iterator

import sqlglot
from sqlglot import exp

from nba_pipeline.contracts import PARTITION
from nba_pipeline.warehouse.bigquery.tables import STAGING


def unbounded(sql: str) -> list[str]:
    """The published tables that a script reads, or deletes from, without a bound by date, once for each time.

    A bound counts where all of the rows must keep it: as one of the conditions of the `WHERE` that stands beside the
    table, which is the only one there.
    """
    return [
        table.sql(dialect="bigquery")
        for statement in sqlglot.parse(sql, read="bigquery")
        for table in (statement.find_all(exp.Table) if statement else ())
        if _is_published(table) and not _is_written(table) and not _is_bounded(table)
    ]


def _is_published(table: exp.Table) -> bool:
    return bool(table.db) and not table.db.endswith(STAGING)


def _is_written(table: exp.Table) -> bool:
    return isinstance(table.parent, exp.Schema | exp.Insert | exp.Create)


def _is_bounded(table: exp.Table) -> bool:
    statement = table.find_ancestor(exp.Select, exp.Delete)
    if statement is None or statement.args.get("joins"):
        return False
    return any(
        isinstance(condition, exp.Between | exp.In) and condition.this.name == PARTITION
        for condition in _conditions(statement)
    )


def _conditions(statement: exp.Expression) -> Iterator[exp.Expression]:
    """What every row must fulfil."""
    where = statement.args.get("where")
    if where:
        yield from where.this.flatten() if isinstance(where.this, exp.And) else [where.this]
