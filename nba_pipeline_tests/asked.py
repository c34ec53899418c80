"""Counts what a warehouse is asked, by who asks and kind: each is one job where queries are counted and billed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import ibis
import pytest
import sqlglot
from sqlglot import exp

from nba_pipeline.warehouse.asking import asker
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.warehouse.engine import Relation, Replacement
from nba_pipeline.warehouse.templates import Query

# What an engine does as one query, see `test_bigquery_faults.py`.
QUERIES = ("fetch", "stage", "replace", "append")

# What the statements of a script read, by what is written: so many tables, each billed by itself.
TABLES_READ = {"trace": 3, "receipts": 3, "days": 5, "notes": 1, "withheld": 2}
A_LEDGER = TABLES_READ["trace"]


def parts_of(replacement: Replacement) -> list[str]:
    """What a publication writes beside each other."""
    trace = replacement.trace.rows.num_rows if replacement.trace else 0
    written = {
        "trace": trace,
        "receipts": len(replacement.receipts),
        "days": len(replacement.days),
        "notes": replacement.notes.num_rows,
        "withheld": replacement.withheld.num_rows,
    }
    return [name for name, number in written.items() if number]


# The load jobs by which rows come in for it: all but the days, which are staged.
LOADS: dict[str, Callable[..., int]] = {
    "upload": lambda rows: 1,
    "replace": lambda replacement: sum(part != "days" for part in parts_of(replacement)),
    "append": lambda ledger, rows: int(rows.num_rows > 0),
    "entries": lambda ledger, days: 0,
}
READS: dict[str, Callable[..., int]] = {
    "fetch": lambda rows: len(tables_read(_sql(rows), "duckdb")),
    "stage": lambda table, rows: len(tables_read(_sql(rows), "duckdb")),
    "replace": lambda replacement: sum(TABLES_READ[part] for part in parts_of(replacement)),
    "append": lambda ledger, rows: A_LEDGER * (rows.num_rows > 0),
}


def tables_read(script: str, dialect: str) -> list[str]:
    """The tables that each statement reads, or deletes from: once for each statement."""
    return [name for statement in sqlglot.parse(script, read=dialect) if statement for name in _tables(statement)]


def _tables(statement: exp.Expression) -> set[str]:
    own = {part.alias for part in statement.find_all(exp.CTE)}
    return {
        # a name may be quoted as a whole or part by part
        ".".join(part.name for part in table.parts)
        for table in statement.find_all(exp.Table)
        if table.name not in own and not isinstance(table.parent, exp.Schema | exp.Insert | exp.Create)
    }


def _sql(rows: Relation) -> str:
    return rows.sql if isinstance(rows, Query) else str(ibis.to_sql(rows, dialect="duckdb"))


@dataclass
class Asked:
    """The jobs since it began to count, by the table that they were for, or else by who asked, and their kind.

    `reads` are the tables that queries read, those of a script by statement.
    """

    queries: Counter[tuple[str, str]] = field(default_factory=Counter)
    loads: Counter[tuple[str, str]] = field(default_factory=Counter)
    reads: Counter[tuple[str, str]] = field(default_factory=Counter)
    _table: str | None = None
    _within: str | None = None

    @classmethod
    def counting(cls, patch: pytest.MonkeyPatch) -> Asked:
        """Count what every warehouse of this process is asked from now on."""
        asked = cls()

        patch.setattr(DuckDBEngine, "working_on", lambda _, table, *whose: asked._for(table))
        for kind in {*QUERIES, *LOADS}:
            asked._count(kind, patch)
        return asked

    @contextmanager
    def _for(self, table: str) -> Iterator[None]:
        before, self._table = self._table, table
        try:
            yield
        finally:
            self._table = before

    def _count(self, kind: str, patch: pytest.MonkeyPatch) -> None:
        honest = getattr(DuckDBEngine, kind)

        def counted(engine: DuckDBEngine, *given: Any, **more: Any) -> Any:
            key = (self._table or asker(), kind)
            self.queries[key] += kind in QUERIES
            if self._within is None:  # what this engine does by several steps is one to another
                self.loads[key] += LOADS[kind](*given) if kind in LOADS else 0
                self.reads[key] += READS[kind](*given) if kind in READS else 0
            outer, self._within = self._within, self._within or kind
            try:
                return honest(engine, *given, **more)
            finally:
                self._within = outer

        patch.setattr(DuckDBEngine, kind, counted)

    @property
    def total(self) -> int:
        return self.queries.total()

    def by_name(self) -> dict[str, int]:
        return by_name(self.queries)

    def report(self) -> str:
        """The numbers for who has to find what asks so much."""
        return "\n".join(f"{number:4} {table} {kind}" for (table, kind), number in self.queries.most_common() if number)


def by_name(jobs: Counter[tuple[str, str]]) -> dict[str, int]:
    """The numbers of all kinds together; who asked nothing is left out."""
    found: Counter[str] = Counter()
    for (name, _), number in jobs.items():
        found[name] += number
    return {name: number for name, number in found.items() if number}
