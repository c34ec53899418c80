"""Dagster's own daemon, with its web server: what is missing is made by itself, what fails is told by itself."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from datetime import time as time_of_day
from pathlib import Path

import dagster as dg
import pytest
from alerts.receiver import Receiver, receiver  # noqa: F401  # a fixture
from click.testing import CliRunner
from dagster._core.definitions.run_request import InstigatorType
from league_desk import TODAY
from unconfigured import forget_settings

from nba_pipeline.cli import main
from nba_pipeline.game_day import Days, eastern
from nba_pipeline.orchestration.launch import open_instance, prepare_home
from nba_pipeline.registry import table
from nba_pipeline.reliability.repairs import repairs_of
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.warehouse.reading import read

HERE = Path(__file__).parent
DAGSTER = Path(sys.executable).with_name("dagster")
PATIENCE = 120


@contextmanager
def dagster_dev(home: Path, location: str = "living_location.py", **variables: str) -> Iterator[Path]:
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
        **variables,
    }
    command = [DAGSTER, "dev", "-f", str(HERE / location), "-h", "127.0.0.1", "-p", str(port)]
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


@dataclass
class MovedTime:
    """The clock of all processes of a daemon, see `moved_time`."""

    file: Path

    def set(self, moment: datetime) -> None:
        self.file.with_suffix(".new").write_text(f"{moment.timestamp()} {time.time()}")
        self.file.with_suffix(".new").replace(self.file)

    def variables(self) -> dict[str, str]:
        path = [str(HERE / "moved_time"), str(HERE), *filter(None, [os.environ.get("PYTHONPATH")])]
        return {"NBA_TEST_TIME": str(self.file), "PYTHONPATH": os.pathsep.join(path)}


@pytest.mark.slow
@pytest.mark.timeout(420)
def test_a_run_of_the_schedule_that_fails_is_told_when_the_receiver_is_up_again_and_so_is_its_recovery(
    recorded_home: Path,
    tmp_path: Path,
    receiver: Receiver,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    home = Path(shutil.copytree(recorded_home, tmp_path / "home"))
    forget_settings(monkeypatch)
    monkeypatch.setenv("NBA_HOME", str(home))
    monkeypatch.setenv("NBA_SLACK_WEBHOOK", receiver.webhook)
    clock = MovedTime(tmp_path / "time")
    (outage := tmp_path / "outage").touch()
    receiver.down = True
    clock.set(eastern(TODAY, time_of_day(10)))

    def undelivered() -> list[str]:
        said = CliRunner().invoke(main, ["alerts", "--json"])
        assert said.exit_code in (0, 1), said.output
        return [message["document"]["header"] for message in json.loads(said.stdout)["undelivered"]]

    failed, recovered = (
        f":rotating_light: Run failed: pregame {TODAY}",
        f":white_check_mark: Recovered: pregame {TODAY}",
    )
    with (
        dagster_dev(home, "outage_location.py", NBA_TEST_OUTAGE=str(outage), **clock.variables()) as log,
        open_instance(home / "dagster") as instance,
    ):
        wait_for(lambda: len(instance.all_instigator_state(instigator_type=InstigatorType.SCHEDULE)) > 0, log)
        clock.set(eastern(TODAY, time_of_day(11)))
        wait_for(lambda: failed in undelivered() and len(receiver.paths) > 0, log)
        assert receiver.received == [], "what a receiver refuses is not delivered"

        receiver.down = False
        wait_for(lambda: failed in receiver.headers_of_messages, log)
        outage.unlink()
        clock.set(eastern(TODAY, time_of_day(12, 1)))
        wait_for(lambda: recovered in receiver.headers_of_messages, log)
        wait_for(lambda: not instance.get_runs(dg.RunsFilter(statuses=[dg.DagsterRunStatus.STARTED])), log)
        runs = instance.get_runs()

    told = receiver.headers_of_messages
    assert [told.count(failed), told.count(recovered)] == [1, 1]
    assert told.index(failed) < told.index(recovered)
    first = next(run for run in reversed(runs) if run.job_name == "pregame")
    assert (first.tags["dagster/schedule_name"], first.tags["nba/due"]) == ("pregame_hours", "11:00")
    assert first.status is dg.DagsterRunStatus.FAILURE
    again = next(run for run in runs if run.tags.get("dagster/sensor_name") == "gaps_to_fill")
    assert again.status is dg.DagsterRunStatus.SUCCESS
