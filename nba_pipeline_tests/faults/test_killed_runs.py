"""A run whose process is killed ends as a failure, is told, and holds up no other."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import dagster as dg
import pytest
from league_desk import TODAY, Desk, open_desk
from unconfigured import forget_settings

from nba_pipeline.alerts.incidents import open_incidents
from nba_pipeline.clock import FixedClock, SystemClock
from nba_pipeline.orchestration import dead_runs
from nba_pipeline.orchestration.alerting import Alerts
from nba_pipeline.orchestration.dead_runs import HOST, SILENT_FOR, end_dead_runs
from nba_pipeline.orchestration.launch import open_instance
from nba_pipeline.orchestration.sensors import _jobs_under_way

SCRIPT = Path(__file__).with_name("hang_in_a_run.py")


@dataclass
class Hanging:
    """A desk, and a process that runs TODAY's pre-game job and hangs in it with the writer's pool."""

    desk: Desk
    process: subprocess.Popen[str]

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    @property
    def open(self) -> dict[str, Sequence[str]]:
        """The findings of what is wrong now, by condition."""
        with Alerts.of(self.desk.pipeline).database.reading() as connection:
            return {incident.key: incident.findings for incident in open_incidents(connection)}


@pytest.fixture
def hanging(recorded_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hanging]:
    forget_settings(monkeypatch)
    home = Path(shutil.copytree(recorded_home, tmp_path / "home"))
    command = [sys.executable, str(SCRIPT), str(home)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603
    with process, open_instance(home / "dagster") as instance:
        try:
            assert process.stdout.readline() == "nba_raw.schedule\n"
            yield Hanging(open_desk(home, instance), process)
        finally:
            process.kill()


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_a_killed_run_is_told_and_the_next_run_does_not_wait_for_it(hanging: Hanging) -> None:
    desk, alerts = hanging.desk, Alerts.of(hanging.desk.pipeline)
    assert end_dead_runs(desk.instance) == [], "it hangs, and is alive"
    hanging.kill()

    alerts.examine_runs(desk.instance)

    assert desk.instance.get_runs()[0].status is dg.DagsterRunStatus.FAILURE
    gone = f"its process {hanging.process.pid} is gone: it was killed, or ran out of memory"
    assert hanging.open[f"run:pregame:{TODAY}"] == [f"[FAILED] pregame {TODAY}: {gone}"]
    assert _jobs_under_way(desk.instance, TODAY) == set(), "repairs of the day wait for nobody"

    assert desk.morning(TODAY).exit_code == 0
    alerts.examine_runs(desk.instance)
    assert hanging.open == {}


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_a_command_does_not_wait_for_what_a_killed_run_held_where_no_daemon_looks(hanging: Hanging) -> None:
    hanging.kill()

    assert hanging.desk.morning(TODAY).exit_code == 0


def _run_elsewhere(instance: dg.DagsterInstance) -> dg.DagsterRun:
    """A run of which another machine said once that it executes it."""
    run = dg.DagsterRun(job_name="pregame", tags={HOST: "elsewhere"}, status=dg.DagsterRunStatus.STARTED)
    instance.add_run(run)
    instance.report_engine_event("Executing steps in process", run)
    return run


def test_a_run_on_another_machine_is_dead_when_nothing_is_heard_of_it() -> None:
    with dg.DagsterInstance.ephemeral() as instance:
        run = _run_elsewhere(instance)
        now = SystemClock().now()

        assert end_dead_runs(instance, FixedClock(now + SILENT_FOR - timedelta(minutes=1))) == []
        assert end_dead_runs(instance, FixedClock(now + SILENT_FOR + timedelta(minutes=1))) == [run.run_id]
        assert instance.get_run_by_id(run.run_id).status is dg.DagsterRunStatus.FAILURE
        assert end_dead_runs(instance, FixedClock(now + 2 * SILENT_FOR)) == []


def test_a_process_that_has_the_number_of_a_dead_one_is_not_it() -> None:
    began = SystemClock().now().timestamp()

    assert dead_runs._lives(dead_runs._Process(os.getpid(), at=began))
    assert not dead_runs._lives(dead_runs._Process(os.getpid(), at=began - timedelta(days=1).total_seconds()))
