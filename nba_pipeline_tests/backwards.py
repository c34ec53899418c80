"""No order is promised of rows that are read, and another engine reads them in another one."""

from __future__ import annotations

import pyarrow as pa
import pytest

from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.warehouse.engine import Relation


def read_backwards(patch: pytest.MonkeyPatch) -> None:
    """From now on the rows of every answer come in the order opposite to the one in which they came."""
    honest = DuckDBEngine.fetch

    def fetch(engine: DuckDBEngine, rows: Relation) -> pa.Table:
        answer = honest(engine, rows)
        return answer.take(list(reversed(range(answer.num_rows))))

    patch.setattr(DuckDBEngine, "fetch", fetch)
