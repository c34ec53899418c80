"""Counts what a warehouse is asked, by table and kind: each is one job where queries are counted and billed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine

# What an engine does as one query, see `test_bigquery_faults.py`. Rows come in by load jobs, which are free.
QUERIES = ("fetch", "stage", "replace", "append")


@dataclass
class Asked:
    """The queries since it began to count, by the table that they were for, and their kind."""

    queries: Counter[tuple[str, str]] = field(default_factory=Counter)
    _name: str = "nobody"

    @classmethod
    def counting(cls, patch: pytest.MonkeyPatch) -> Asked:
        """Count what every warehouse of this process is asked from now on."""
        asked = cls()

        patch.setattr(DuckDBEngine, "working_on", lambda _, table, days, run_id: asked.by(table))
        for kind in QUERIES:
            asked._count(kind, patch)
        return asked

    @contextmanager
    def by(self, name: str) -> Iterator[None]:
        """What is asked in this block is asked for this table, or by this sensor."""
        before, self._name = self._name, name
        yield
        self._name = before

    def _count(self, kind: str, patch: pytest.MonkeyPatch) -> None:
        honest = getattr(DuckDBEngine, kind)

        def counted(engine: DuckDBEngine, *given: Any, **more: Any) -> Any:
            self.queries[self._name, kind] += 1
            return honest(engine, *given, **more)

        patch.setattr(DuckDBEngine, kind, counted)

    @property
    def total(self) -> int:
        return self.queries.total()

    def by_name(self) -> dict[str, int]:
        found: Counter[str] = Counter()
        for (name, _), number in self.queries.items():
            found[name] += number
        return dict(found)

    def report(self) -> str:
        """The numbers for who has to find what asks so much."""
        return "\n".join(f"{number:4} {table} {kind}" for (table, kind), number in self.queries.most_common())
