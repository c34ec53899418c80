"""Dagster's own scheduler and sensors, on the instance of a home, in a time that a test moves.

What decides is the daemon's code with its ticks, cursors, run keys and intervals, and the record is the machine's
(SQLite). What differs from the daemon's process: the time is given, the order of the sensors is not left to
chance, and a run is made at once, where it is asked for.
"""

from __future__ import annotations

import logging
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from types import ModuleType

import dagster as dg
import pytest
from dagster._core.remote_representation.external import RemoteSensor
from dagster._core.test_utils import create_test_daemon_workspace_context, freeze_time
from dagster._core.types.loadable_target_origin import LoadableTargetOrigin
from dagster._core.workspace.context import WorkspaceProcessContext
from dagster._core.workspace.load_target import InProcessCodeLocationOrigin, InProcessWorkspaceLoadTarget
from dagster._daemon.sensor import execute_sensor_iteration
from dagster._scheduler.scheduler import ScheduleIterationTimes, launch_scheduled_runs
from sqlalchemy import Engine, event

from nba_pipeline.game_day import eastern
from nba_pipeline.orchestration import alerting, dead_runs
from nba_pipeline.orchestration.automation import build_definitions
from nba_pipeline.orchestration.launch import open_instance, prepare_home
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.settings import Settings
from nba_pipeline.sources.base import Source
from nba_pipeline.sources.live import http

_QUIET = logging.getLogger("lived_daemon")
_AT_ONCE = """
run_coordinator:
  module: dagster._core.run_coordinator
  class: DefaultRunCoordinator
run_launcher:
  module: dagster._core.launcher.sync_in_memory_run_launcher
  class: SyncInMemoryRunLauncher
"""


@dataclass
class LivedTime:
    """A clock that a test moves, and every look at it by a millisecond: what happens later is later."""

    moment: datetime

    def now(self) -> datetime:
        self.moment += timedelta(milliseconds=1)
        return self.moment


@dataclass
class LivedDaemon:
    """The daemon of a home, which lives from one moment to the next."""

    pipeline: Pipeline
    time: LivedTime
    instance: dg.DagsterInstance
    workspace: WorkspaceProcessContext
    _iterations: dict[str, ScheduleIterationTimes] = field(default_factory=dict)

    def at(self, day: date, hour: int, minute: int = 0) -> None:
        """Live to that hour of the Eastern wall."""
        self.until(eastern(day, time(hour, minute)))

    def until(self, moment: datetime) -> None:
        """Live to a moment: the schedules that became due, and twice what the sensors see.

        The second look, a minute later, is at what the first has brought.
        """
        self.time.moment = max(self.time.moment, moment)
        for _ in launch_scheduled_runs(self.workspace, _QUIET, self.time.now(), self._iterations):
            pass
        for _ in range(2):
            for _ in execute_sensor_iteration(self.workspace, _QUIET, None, None):
                pass
            self.time.moment += timedelta(minutes=1)

    @property
    def failed_ticks(self) -> list[str]:
        """Which schedules and sensors could not be evaluated, and why."""
        ticks = [
            tick
            for state in self.instance.all_instigator_state()
            for tick in self.instance.get_ticks(state.instigator_origin_id, state.selector_id)
        ]
        errors = [(tick.timestamp, tick.instigator_name, tick.error) for tick in ticks if tick.error]
        return [f"{name}: {(error.cause or error).message.strip()}" for _, name, error in sorted(errors)]


def _unsynced(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("PRAGMA synchronous=OFF")


@contextmanager
def _not_waiting_for_the_disk() -> Iterator[None]:
    """The record of a test need not outlive its machine; otherwise each event of a run would be waited for."""
    event.listen(Engine, "connect", _unsynced)
    try:
        yield
    finally:
        event.remove(Engine, "connect", _unsynced)


def _by_name(sensors: Iterable[RemoteSensor], key: Callable[[RemoteSensor], str]) -> list[RemoteSensor]:
    return sorted(sensors, key=lambda sensor: (key(sensor), sensor.name))


@contextmanager
def _dagster_lives_in(lived: LivedTime) -> Iterator[None]:
    """Dagster's clock is the lived one, which moves; afterwards it is the machine's again."""
    with freeze_time(lived.moment), pytest.MonkeyPatch.context() as moving:
        moving.setattr("dagster._time._mockable_get_current_datetime", lived.now)
        moving.setattr("dagster._time._mockable_get_current_timestamp", lambda: lived.now().timestamp())
        yield


@contextmanager
def lived_daemon(
    home: Path, source: Source | None, lived: LivedTime, monkeypatch: pytest.MonkeyPatch
) -> Iterator[LivedDaemon]:
    """The daemon over a home, and over the source of the settings if it is given none; it has not ticked before."""
    pipeline = Pipeline(given=Settings(home=home, lock_timeout=2), own_clock=lived)
    if source is not None:
        pipeline.source = source
    location = ModuleType(f"location_of_{home.name}_{id(pipeline)}")
    location.defs = build_definitions(pipeline)
    monkeypatch.setitem(sys.modules, location.__name__, location)
    for module in (alerting, dead_runs, http):
        monkeypatch.setattr(module, "SystemClock", lambda: lived)
    # the daemon shuffles its sensors, so that none is always the last
    monkeypatch.setattr("dagster._daemon.sensor.shuffled_round_robin_by_key", _by_name)
    # the kernel's time is not the one that is lived in
    monkeypatch.setattr(dead_runs, "_KERNEL", home / "no kernel")
    prepare_home(home / "dagster")
    with (home / "dagster" / "dagster.yaml").open("a") as configuration:
        configuration.write(_AT_ONCE)
    target = InProcessWorkspaceLoadTarget(
        InProcessCodeLocationOrigin(LoadableTargetOrigin(module_name=location.__name__, attribute="defs"))
    )
    with (
        _not_waiting_for_the_disk(),
        _dagster_lives_in(lived),
        open_instance(home / "dagster") as instance,
        create_test_daemon_workspace_context(target, instance) as workspace,
    ):
        yield LivedDaemon(pipeline, lived, instance, workspace)
