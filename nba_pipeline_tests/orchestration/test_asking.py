"""Whoever opens the warehouse is named: a warehouse that bills queries writes on each of them who asked it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import dagster as dg
import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from nba_pipeline.cli import main
from nba_pipeline.clock import FixedClock
from nba_pipeline.dashboard.app import build_app
from nba_pipeline.definitions import defs
from nba_pipeline.game_day import EASTERN, Days, eastern
from nba_pipeline.orchestration.launch import launch, run_job
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.settings import Settings
from nba_pipeline.warehouse.asking import UNNAMED, asker, asking
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine

DAY = date(2026, 1, 15)
NOW = eastern(DAY, time(17))
REPOSITORY = defs.get_repository_def()
SENSORS = {"before_the_games", "gaps_to_fill", "alerts_of_runs", "alerts_of_late_phases"}


@pytest.fixture
def pipeline(tmp_path: Path) -> Pipeline:
    """A home with a warehouse in which nothing was published."""
    pipeline = Pipeline(given=Settings(home=tmp_path / "home", lock_timeout=0), own_clock=FixedClock(NOW))
    pipeline.open_engine().__exit__()
    return pipeline


@pytest.fixture
def askers(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Who opened a warehouse since the test began."""
    found: set[str] = set()
    honest = DuckDBEngine.__init__

    def opened(engine: DuckDBEngine, *given: object, **more: object) -> None:
        found.add(asker())
        honest(engine, *given, **more)

    monkeypatch.setattr(DuckDBEngine, "__init__", opened)
    return found


def test_the_innermost_asks_and_nobody_after_the_block() -> None:
    with asking("nba run"):
        with asking("pregame"):
            assert asker() == "pregame"
        assert asker() == "nba run"
    assert asker() == UNNAMED


@pytest.mark.parametrize(
    "command",
    [
        ("doctor",),
        ("ledger", "--date", f"{DAY}"),
        ("names", "--date", f"{DAY}"),
        ("predictions", "--date", f"{DAY}"),
        ("reconcile", "--date", f"{DAY}"),
        ("score", "--start", f"{DAY}", "--end", f"{DAY}"),
        ("watch", "--by", "06:15"),
    ],
    ids=lambda command: command[0],
)
def test_a_command_asks_by_its_name(
    command: tuple[str, ...], askers: set[str], pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NBA_HOME", f"{pipeline.settings.home}")
    monkeypatch.setenv("NBA_NOW", NOW.isoformat())

    CliRunner().invoke(main, command)

    assert askers == {f"nba {command[0]}"}


def test_a_sensor_asks_by_its_name(askers: set[str], pipeline: Pipeline) -> None:
    with dg.DagsterInstance.ephemeral() as instance:
        launch(pipeline, "reconcile", Days.only(DAY - timedelta(days=1)), instance)
        asked: dict[str, set[str]] = {}
        for sensor in REPOSITORY.sensor_defs:
            askers.clear()
            with dg.build_sensor_context(
                instance, None, repository_def=REPOSITORY, resources={"pipeline": pipeline}, sensor_name=sensor.name
            ) as context:
                sensor.evaluate_tick(context)
            if askers:
                asked[sensor.name] = set(askers)

    assert asked == {name: {name} for name in SENSORS}


@pytest.mark.parametrize(("schedule", "hour"), [("pregame_hours", 16), ("postgame_hours", 10)])
def test_a_schedule_asks_by_its_name(schedule: str, hour: int, askers: set[str], pipeline: Pipeline) -> None:
    at = datetime.combine(DAY, time(hour), EASTERN)
    pipeline.clock.moment = at.astimezone(UTC)

    with (
        dg.DagsterInstance.ephemeral() as instance,
        dg.build_schedule_context(instance, at, {"pipeline": pipeline}, REPOSITORY) as context,
    ):
        REPOSITORY.get_schedule_def(schedule).evaluate_tick(context)

    assert askers == {schedule}


def test_the_steps_of_a_run_ask_by_its_job(askers: set[str], pipeline: Pipeline) -> None:
    with asking("nba run"), dg.DagsterInstance.ephemeral() as instance:
        launch(pipeline, "model_refresh", Days.only(DAY), instance)

    assert askers == {"model_refresh"}


def test_what_looks_after_days_asks_by_its_job(askers: set[str], pipeline: Pipeline) -> None:
    from nba_pipeline.orchestration.automation import build_definitions

    with dg.DagsterInstance.ephemeral() as instance:
        run_job(build_definitions(pipeline).resolve_job_def("repair"), Days.only(DAY), instance)

    assert "repair" in askers
    assert UNNAMED not in askers


def test_the_pages_are_the_dashboards(askers: set[str], pipeline: Pipeline) -> None:
    with TestClient(build_app(pipeline)) as browser:
        browser.get("/")

    assert askers == {"dashboard"}
