"""An empty warehouse for each test, on every engine; and the means to make an engine fail."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from builders import ENGINES, run_sql

from nba_pipeline.warehouse.engine import Engine


@pytest.fixture(scope="session")
def new_file(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Names a warehouse that is not there yet. All lie in one folder, so that they share their compiled SQL."""
    folder, numbers = tmp_path_factory.mktemp("warehouses"), count()
    return lambda: folder / f"{next(numbers)}.duckdb"


@pytest.fixture(params=list(ENGINES))
def engine(request: pytest.FixtureRequest, new_file: Callable[[], Path]) -> Iterator[Engine]:
    with ENGINES[request.param](new_file()) as opened:
        yield opened


@pytest.fixture(scope="module", params=list(ENGINES))
def standing_engine(request: pytest.FixtureRequest, new_file: Callable[[], Path]) -> Iterator[Engine]:
    """One warehouse for all tests of a module, which promise to leave it as it was."""
    with ENGINES[request.param](new_file()) as opened:
        yield opened


@pytest.fixture
def sabotage(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """From now on this statement runs right after a table's rows are inserted, and success is reported."""

    def arrange(statement: str) -> None:
        insert = engine._insert

        def insert_and_damage(target: str, rows) -> None:
            insert(target, rows)
            if "nba_test" in target:
                run_sql(engine, [statement])

        monkeypatch.setattr(engine, "_insert", insert_and_damage)

    return arrange
