"""Dagster's own daemon, with its web server: what is missing is made by itself, and no hand is lifted."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import dagster as dg
import pytest
from conftest import TODAY

from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.launch import open_instance, prepare_home
from nba_pipeline.registry import table
from nba_pipeline.reliability.repairs import repairs_of
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.warehouse.reading import read

HERE = Path(__file__).parent
DAGSTER = Path(sys.executable).with_name("dagster")
PATIENCE = 120


@contextmanager
def dagster_dev(home: Path) -> Iterator[Path]:
    """The web server and the daemon, as `nba dev` starts them, on a home; yields their log."""
    prepare_home(home / "dagster")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "DAGSTER_HOME": str(home / "dagster"),
        "NBA_HOME": str(home),
        "PYTHONPATH": os.pathsep.join([str(HERE), *filter(None, [os.environ.get("PYTHONPATH")])]),
    }
    command = [DAGSTER, "dev", "-f", str(HERE / "living_location.py"), "-h", "127.0.0.1", "-p", str(port)]
    log = home / "daemon.log"
    with log.open("wb") as said:
        started = subprocess.Popen(  # noqa: S603  # our own program
            command, env=environment, cwd=home, stdout=said, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        yield log
    finally:
        os.killpg(started.pid, signal.SIGINT)
        try:
            started.wait(timeout=30)
        except subprocess.TimeoutExpired:
            os.killpg(started.pid, signal.SIGKILL)
            started.wait()


def wait_for(happened: Callable[[], bool], log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while not happened():
        if time.monotonic() > until:
            pytest.fail(f"nothing happened within {PATIENCE} s; the daemon said:\n{log.read_text()[-4000:]}")
        time.sleep(1)


@pytest.mark.slow
def test_the_daemon_makes_the_day_that_nobody_ran(recorded_home: Path, tmp_path: Path) -> None:
    home = Path(shutil.copytree(recorded_home, tmp_path / "home"))
    with dagster_dev(home) as log, open_instance(home / "dagster") as instance:

        def ended() -> bool:
            runs = instance.get_runs(dg.RunsFilter(job_name="repair"))
            return bool(runs) and all(run.is_finished for run in runs)

        wait_for(ended, log)
        runs = {run.job_name: run for run in instance.get_runs()}

    assert runs["repair"].status is dg.DagsterRunStatus.SUCCESS
    assert runs["repair"].tags["dagster/sensor_name"] == "gaps_to_fill"
    assert runs["repair"].tags["dagster/partition"] == f"{TODAY}"
    assert runs["postgame"].tags["nba/game_days"] == f"{TODAY}"
    with DuckDBEngine(home / "warehouse.duckdb") as engine:
        repaired = {r.table_name: (r.outcome, r.run_id) for r in repairs_of(engine, Days.only(TODAY))}
        summary = read(engine, table("player_game_summary").contract, Days.only(TODAY)).receipts
    assert repaired["nba_raw.schedule"] == ("REPAIRED", runs["postgame"].run_id)
    assert [receipt.rows for receipt in summary] == [36]
