"""An empty warehouse for each test, on every engine; and the means to make an engine fail."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from bigquery_server import on_bigquery
from builders import damaged, run_sql

from nba_pipeline.warehouse.bigquery.engine import BigQueryEngine
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.warehouse.engine import Engine
from nba_pipeline.warehouse.errors import WarehouseError

ENGINES = ["duckdb", pytest.param("bigquery", marks=on_bigquery)]


@pytest.fixture(scope="session")
def new_file(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Names a warehouse that is not there yet. All lie in one folder, so that they share their compiled SQL."""
    folder, numbers = tmp_path_factory.mktemp("warehouses"), count()
    return lambda: folder / f"{next(numbers)}.duckdb"


def _opened(request: pytest.FixtureRequest, new_file: Callable[[], Path]) -> Engine:
    if request.param == "duckdb":
        return DuckDBEngine(new_file())
    server = request.getfixturevalue("bigquery_server")
    return server.open(new_file().parent / "compiled", server.new_prefix())


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, new_file: Callable[[], Path]) -> Iterator[Engine]:
    with _opened(request, new_file) as opened:
        yield opened


@pytest.fixture(scope="module", params=ENGINES)
def standing_engine(request: pytest.FixtureRequest, new_file: Callable[[], Path]) -> Iterator[Engine]:
    """One warehouse for all tests of a module, which promise to leave it as it was."""
    with _opened(request, new_file) as opened:
        yield opened


@pytest.fixture
def sabotage(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """From now on this statement runs right after a table's rows are inserted, and success is reported."""

    def arrange(statement: str) -> None:
        if isinstance(engine, BigQueryEngine):
            write = engine._jobs.write
            monkeypatch.setattr(engine._jobs, "write", lambda sql, about: write(damaged(engine, sql, statement), about))
            return
        insert = engine._insert

        def insert_and_damage(target: str, rows) -> None:
            insert(target, rows)
            if "nba_test" in target:
                run_sql(engine, [statement])

        monkeypatch.setattr(engine, "_insert", insert_and_damage)

    return arrange


@pytest.fixture
def stop_at(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, sabotage: Callable[[str], None]
) -> Callable[[str, BaseException], type[BaseException]]:
    """From now on writing the rows, or the receipt, ends in an error; which one the writer sees is returned."""

    def arrange(step: str, end: BaseException) -> type[BaseException]:
        def stop(*_: object) -> None:
            raise end

        if not isinstance(engine, BigQueryEngine):
            monkeypatch.setattr(engine, {"rows": "_insert", "receipt": "_append"}[step], stop)
        elif step == "rows":
            # the script is under way, and BigQuery itself ends it
            sabotage(f"SELECT ERROR('{end}')")
            return WarehouseError
        else:
            monkeypatch.setattr(engine, "_inserted", stop)
        return type(end)

    return arrange
