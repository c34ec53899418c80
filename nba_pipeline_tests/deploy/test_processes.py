"""The commands of docker-compose.yaml, started here as they are there, on a real PostgreSQL: a run from end to end."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import dagster as dg
import pytest
import sqlalchemy as sa
import yaml
from deployed import DEPLOY
from postgres import postgres  # noqa: F401  # a fixture

from nba_pipeline.orchestration.launch import open_instance

SERVICES = yaml.safe_load((DEPLOY / "docker-compose.yaml").read_text())["services"]
DAY = "2026-01-15"
PATIENCE = 150  # seconds, of which a machine of two cores takes thirty
LAST_WORDS = 20  # seconds that a program has to end in order


def _programs(command: Sequence[str]) -> list[str]:
    return [str(Path(sys.executable).with_name(command[0])), *command[1:]]


@contextmanager
def running(command: Sequence[str], log: Path) -> Iterator[None]:
    with log.open("wb") as output, subprocess.Popen(_programs(command), stdout=output, stderr=output) as process:  # noqa: S603
        try:
            yield
        finally:
            process.terminate()
            try:
                process.wait(LAST_WORDS)
            except subprocess.TimeoutExpired:  # it must not hide why the test wants to end
                process.kill()


@pytest.fixture
def deployment(postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:  # noqa: F811
    """A home with code server and daemon; both stand behind a socket instead of a port."""
    admin = sa.create_engine(postgres.replace("://", "+psycopg://"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.exec_driver_sql("CREATE DATABASE dagster")
    home, socket = tmp_path / "home", tmp_path / "code"
    (home / "dagster").mkdir(parents=True)
    shutil.copy(DEPLOY / "dagster.yaml", home / "dagster")
    monkeypatch.setenv("DAGSTER_POSTGRES_URL", postgres.replace("/postgres?", "/dagster?"))
    monkeypatch.setenv("DAGSTER_HOME", str(home / "dagster"))
    monkeypatch.setenv("NBA_HOME", str(home))
    # so that its schedules and sensors leave it to the test which runs there are
    monkeypatch.setenv("NBA_NOW", f"{DAY}T06:30:00-05:00")
    workspace = tmp_path / "workspace.yaml"
    workspace.write_text(
        (DEPLOY / "workspace.yaml").read_text().replace("host: code\n      port: 4000", f"socket: {socket}")
    )
    code = [*SERVICES["code"]["command"][:3], "-s", str(socket), *SERVICES["code"]["command"][-2:]]
    daemon = [*SERVICES["daemon"]["command"][:-1], str(workspace)]
    try:
        subprocess.run(_programs(SERVICES["prepare"]["command"]), check=True, capture_output=True)  # noqa: S603
        with ExitStack() as processes:
            processes.enter_context(running(code, tmp_path / "code.log"))
            health = ["dagster", "api", "grpc-health-check", "-s", str(socket)]
            _wait_until(lambda: _succeeds(health), lambda: (tmp_path / "code.log").read_text())
            processes.enter_context(running(daemon, tmp_path / "daemon.log"))
            yield workspace
    finally:
        with admin.connect() as connection:
            connection.exec_driver_sql("DROP DATABASE dagster WITH (FORCE)")


def _succeeds(command: Sequence[str]) -> bool:
    return subprocess.run(_programs(command), capture_output=True, check=False).returncode == 0  # noqa: S603


def _wait_until(condition: Callable[[], bool], log: Callable[[], str]) -> None:
    until = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < until, f"not within {PATIENCE} s: {log()}"
        time.sleep(0.5)


@pytest.mark.slow
def test_a_run_goes_from_the_queue_through_daemon_and_code_server_onto_the_record(deployment: Path) -> None:
    tags = json.dumps({"dagster/partition": DAY})
    launch = ["dagster", "job", "launch", "-w", str(deployment), "-j", "reconcile", "--tags", tags]
    subprocess.run(_programs(launch), check=True, capture_output=True)  # noqa: S603

    with open_instance(Path(os.environ["DAGSTER_HOME"])) as instance:
        ended = (dg.DagsterRunStatus.SUCCESS, dg.DagsterRunStatus.FAILURE)
        _wait_until(lambda: instance.get_runs()[0].status in ended, lambda: f"{instance.get_runs()}")
        (run,) = instance.get_runs()
        kinds = {
            record.event_log_entry.dagster_event.event_type
            for record in instance.get_records_for_run(run.run_id).records
            if record.event_log_entry.dagster_event
        }

    assert run.tags["dagster/partition"] == DAY
    assert {
        dg.DagsterEventType.RUN_ENQUEUED,
        dg.DagsterEventType.RUN_STARTING,
        dg.DagsterEventType.RUN_START,
        dg.DagsterEventType.ASSET_CHECK_EVALUATION,
    } <= kinds
    assert _succeeds(SERVICES["daemon"]["healthcheck"]["test"][1:]), "the daemon says that it is well"
