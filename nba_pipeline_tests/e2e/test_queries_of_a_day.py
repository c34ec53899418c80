"""What a day asks of a warehouse that bills queries: fewer than 200 for eleven games, and as few for a day's watch."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta

import dagster as dg
import pytest
from asked import Asked

from nba_pipeline.clock import FixedClock
from nba_pipeline.contracts import When
from nba_pipeline.definitions import defs
from nba_pipeline.game_day import Days, eastern
from nba_pipeline.orchestration.launch import launch
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.reconciliation import RECONCILIATION
from nba_pipeline.registry import all_tables, made, table
from nba_pipeline.settings import Settings
from nba_pipeline.warehouse.reading import read

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

BOUND = 200
DAY = date(2025, 11, 5)
MORNING_AFTER = DAY + timedelta(days=1)
EVERY = timedelta(minutes=5)  # what asks a single query each time is beyond the bound
REPOSITORY = defs.get_repository_def()
JOBS = {
    "pregame": eastern(DAY, time(16)),
    "postgame": eastern(MORNING_AFTER, time(5)),
    "reconcile": eastern(MORNING_AFTER, time(6)),
}


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Pipeline:
    """A home that holds the week before a day with eleven games."""
    given = Settings(home=tmp_path_factory.mktemp("home"), source="simulated", lock_timeout=0)
    pipeline = Pipeline(given=given, own_clock=FixedClock(eastern(DAY, time(9))))
    with dg.DagsterInstance.ephemeral() as instance:
        season = Days(date(2025, 10, 29), DAY - timedelta(days=1))
        assert launch(pipeline, "all_phases", season, instance).succeeded
    return pipeline


@pytest.fixture(scope="module")
def instance() -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.ephemeral() as instance:
        yield instance


@pytest.fixture(scope="module")
def lived(pipeline: Pipeline, instance: dg.DagsterInstance) -> Asked:
    """The day's runs before and after its games, and its reconciliation, as they were counted."""
    with pytest.MonkeyPatch.context() as patch:
        asked = Asked.counting(patch)
        for job, at in JOBS.items():
            pipeline.clock.moment = at
            assert launch(pipeline, job, Days.only(DAY), instance).succeeded
    return asked


def test_a_day_of_eleven_games_asks_fewer_than_200_queries(lived: Asked, pipeline: Pipeline) -> None:
    with pipeline.open_engine(read_only=True) as engine:
        (schedule,) = read(engine, table("schedule").contract, Days.only(DAY)).receipts

    assert schedule.rows == 11
    assert lived.total < BOUND, lived.report()


def test_each_table_of_the_day_is_staged_published_and_read_afresh_by_every_job_that_makes_it(lived: Asked) -> None:
    """The bound is kept by asking together and not by asking less."""
    for job in (When.PREGAME, When.POSTGAME):
        for module in made(job):
            times = sum(module in made(one) for one in (When.PREGAME, When.POSTGAME))
            counted = {kind: lived.queries[module.name, kind] for kind in ("stage", "replace", "fetch")}
            assert (counted["stage"], counted["replace"]) == (times, times), module.name
            assert counted["fetch"] >= 2 * times, f"{module.name}: neither audited nor read afresh"


def test_nothing_is_asked_for_no_table(lived: Asked) -> None:
    assert lived.by_name().keys() <= {*all_tables(), RECONCILIATION}, lived.report()


def test_a_day_of_watching_asks_fewer_than_200_queries(
    lived: Asked, pipeline: Pipeline, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All sensors tick round the clock, while the day's jobs run at their hours and all is well."""
    monkeypatch.delenv("NBA_SLACK_WEBHOOK", raising=False)
    monkeypatch.delenv("NBA_PUBSUB_TOPIC", raising=False)
    asked = Asked.counting(monkeypatch)
    cursors: dict[str, str | None] = {}
    due = {at + timedelta(days=1): job for job, at in JOBS.items()}
    begin = eastern(MORNING_AFTER, time(7))
    for now in (begin + number * EVERY for number in range(timedelta(days=1) // EVERY)):
        pipeline.clock.moment = now
        if now in due:
            assert launch(pipeline, due[now], Days.only(MORNING_AFTER), instance).succeeded
        for sensor in REPOSITORY.sensor_defs:
            if (now - begin) % timedelta(seconds=sensor.minimum_interval_seconds or 0) < EVERY:
                cursors[sensor.name] = _tick(sensor, cursors.get(sensor.name), pipeline, instance)

    assert asked.by_name().keys() <= {*all_tables(), RECONCILIATION, *cursors}, asked.report()
    watching = {name: asked.by_name().get(name, 0) for name in cursors}
    assert all(watching[name] for name in ("alerts_of_late_phases", "alerts_of_runs", "gaps_to_fill")), watching
    assert sum(watching.values()) < BOUND, asked.report()


def _tick(
    sensor: dg.SensorDefinition, cursor: str | None, pipeline: Pipeline, instance: dg.DagsterInstance
) -> str | None:
    with dg.build_sensor_context(
        instance, cursor, repository_def=REPOSITORY, resources={"pipeline": pipeline}, sensor_name=sensor.name
    ) as context:
        return sensor.evaluate_tick(context).cursor
