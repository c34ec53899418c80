"""Steps of a run share a connection for moments; nobody waits for the warehouse longer than that."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import dagster as dg
import duckdb
import pytest

from nba_pipeline.orchestration import run_warehouse as module
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.run_warehouse import HELD_SECONDS, RunWarehouse, run_warehouse
from nba_pipeline.settings import Settings


@dataclass
class Watch:
    """Time as the test tells it."""

    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class Home:
    """A home whose warehouse file another process may want."""

    path: Path
    watch: Watch
    pipeline: Pipeline = field(init=False)

    def __post_init__(self) -> None:
        self.pipeline = Pipeline(given=Settings(home=self.path, source="simulated", lock_timeout=0))

    def is_free(self) -> bool:
        """Whether the file can be opened otherwise, which DuckDB allows of a closed file only."""
        try:
            duckdb.connect(self.path / "warehouse.duckdb", read_only=True).close()
        except duckdb.ConnectionException:
            return False
        return True


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    watch = Watch()
    monkeypatch.setattr(module, "monotonic", watch)
    return Home(tmp_path, watch)


def test_steps_that_follow_each_other_share_a_connection(home: Home) -> None:
    warehouse = RunWarehouse(home.pipeline, "pregame")
    with warehouse.open() as first:
        home.watch.seconds += HELD_SECONDS / 2
    with warehouse.open() as second:
        assert second is first
    assert not home.is_free()


def test_a_connection_is_given_up_after_moments(home: Home) -> None:
    warehouse = RunWarehouse(home.pipeline, "pregame")
    with warehouse.open() as first:
        home.watch.seconds += HELD_SECONDS + 0.1
    assert home.is_free()
    with warehouse.open() as second:
        assert second is not first


def test_a_step_that_fails_leaves_no_connection_to_the_next(home: Home) -> None:
    warehouse = RunWarehouse(home.pipeline, "pregame")
    with pytest.raises(ZeroDivisionError), warehouse.open():
        raise ZeroDivisionError
    assert home.is_free()


@pytest.mark.parametrize("fails", [False, True], ids=["that ends well", "that fails"])
def test_a_run_gives_the_warehouse_up_when_it_ends(home: Home, fails: bool) -> None:
    engines = []

    @dg.op
    def step(warehouse: dg.ResourceParam[RunWarehouse]) -> None:
        with warehouse.open() as engine:
            engines.append(engine)

    @dg.op(ins={"after": dg.In(dg.Nothing)})
    def last(warehouse: dg.ResourceParam[RunWarehouse]) -> None:
        with warehouse.open() as engine:
            engines.append(engine)
        if fails:
            raise dg.Failure("it was not to be", allow_retries=False)

    @dg.job(resource_defs={"warehouse": run_warehouse(home.pipeline)}, executor_def=dg.in_process_executor)
    def job() -> None:
        last(step())

    result = job.execute_in_process(raise_on_error=False)

    assert result.success is not fails
    assert engines[0] is engines[1]
    assert home.is_free()
