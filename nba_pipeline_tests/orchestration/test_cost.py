"""What a day cost is summed up from its steps, and what nobody recorded is no zero."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time
from pathlib import Path

import dagster as dg
import pytest

from nba_pipeline.clock import FixedClock
from nba_pipeline.game_day import Days, eastern
from nba_pipeline.orchestration.assets import asset_key
from nba_pipeline.orchestration.cost import KINDS, cost_of, spent_on
from nba_pipeline.orchestration.launch import launch
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.registry import table
from nba_pipeline.settings import Settings
from nba_pipeline.sources.base import SourceError
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.warehouse.engine import Usage

DAY, NEXT = date(2026, 1, 15), date(2026, 1, 16)
SCHEDULE, BOXSCORES = dg.AssetKey(["nba_raw", "schedule"]), dg.AssetKey(["nba_raw", "player_boxscores"])


def made(instance: dg.DagsterInstance, key: dg.AssetKey, day: date, **metadata: int) -> None:
    instance.report_runless_asset_event(dg.AssetMaterialization(key, partition=f"{day}", metadata=metadata))


def test_a_day_costs_what_all_its_steps_asked_for() -> None:
    with dg.DagsterInstance.ephemeral() as instance:
        made(instance, SCHEDULE, DAY, **cost_of(Days.only(DAY), Usage(8, 20, 2, 10_000_000)))
        made(instance, SCHEDULE, DAY, **cost_of(Days.only(DAY), Usage(5, 5, 1, 0)))
        made(instance, BOXSCORES, DAY, **cost_of(Days.only(DAY), Usage(9, 12, 1, 20_000_000)))
        made(instance, BOXSCORES, NEXT, **cost_of(Days.only(NEXT), Usage(queries=100)))

        assert spent_on(DAY, instance) == {
            "queries": 22,
            "statements": 37,
            "load_jobs": 4,
            "bytes_billed": 30_000_000,
        }


def test_a_day_of_a_range_or_of_nobody_is_not_free_but_unknown() -> None:
    with dg.DagsterInstance.ephemeral() as instance:
        made(instance, SCHEDULE, DAY, **cost_of(Days(DAY, NEXT), Usage(queries=8)))

        assert spent_on(DAY, instance) is None
        assert spent_on(NEXT, instance) is None


SPENT = Usage(queries=5, statements=12, loads=2, bytes_billed=10_000_000)


@pytest.fixture
def pipeline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pipeline:
    """A home whose warehouse counts, and bills each step the same."""

    @contextmanager
    def working_on(*_: object) -> Iterator[Usage]:
        yield SPENT

    monkeypatch.setattr(DuckDBEngine, "working_on", working_on)
    return Pipeline(given=Settings(home=tmp_path, lock_timeout=0), own_clock=FixedClock(eastern(NEXT, time(12))))


def noted(instance: dg.DagsterInstance, name: str) -> list[dict[str, object]]:
    """What was spent for the day without making the table."""
    of_day = dg.AssetRecordsFilter(asset_key=asset_key(table(name).name), asset_partitions=[f"{DAY}"])
    found = [record.asset_observation for record in instance.fetch_observations(of_day, limit=10).records]
    return [{kind: one.metadata[kind].value for kind in KINDS} for one in found]


def test_what_a_failed_step_spent_counts_for_its_day(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(*_: object) -> None:
        raise SourceError("nothing is answered today")

    monkeypatch.setattr(pipeline.source, "fetch", silent)
    with dg.DagsterInstance.ephemeral() as instance:
        failed = launch(pipeline, "pregame", Days.only(DAY), instance).failures

        assert noted(instance, "schedule") == [cost_of(Days.only(DAY), SPENT)]
        spent = spent_on(DAY, instance)
    assert spent is not None
    assert spent["queries"] == SPENT.queries * len(failed) > 0


def test_what_a_failed_range_spent_is_no_days(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline.source, "fetch", lambda *_: 1 / 0)
    with dg.DagsterInstance.ephemeral() as instance:
        assert not launch(pipeline, "pregame", Days(DAY, NEXT), instance).succeeded

        assert spent_on(DAY, instance) is None


def test_the_reconciliation_of_a_day_counts_for_it(pipeline: Pipeline) -> None:
    with dg.DagsterInstance.ephemeral() as instance:
        launch(pipeline, "reconcile", Days.only(DAY), instance)

        assert noted(instance, "schedule") == [cost_of(Days.only(DAY), SPENT)]
        assert spent_on(DAY, instance) == cost_of(Days.only(DAY), SPENT)


def test_a_reconciliation_that_failed_counts_as_well(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nba_pipeline.orchestration.reconciliation.reconcile", lambda *_: 1 / 0)
    with dg.DagsterInstance.ephemeral() as instance:
        assert not launch(pipeline, "reconcile", Days.only(DAY), instance).succeeded

        assert spent_on(DAY, instance) == cost_of(Days.only(DAY), SPENT)


def test_the_look_at_the_model_counts_for_its_day(pipeline: Pipeline) -> None:
    with dg.DagsterInstance.ephemeral() as instance:
        launch(pipeline, "model_refresh", Days.only(DAY), instance)

        assert noted(instance, "points_model") == [cost_of(Days.only(DAY), SPENT)]
