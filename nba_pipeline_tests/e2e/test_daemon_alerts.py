"""The real daemon sees a run that a command made in a process of its own, and tells of it."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from alerts.receiver import Receiver, receiver  # noqa: F401  # a fixture
from unconfigured import without_settings

BIN = Path(sys.executable).parent


def within(seconds: float, happened: Callable[[], bool]) -> bool:
    until = time.monotonic() + seconds
    while not happened() and time.monotonic() < until:
        time.sleep(0.5)
    return happened()


@pytest.mark.slow
def test_a_failed_run_of_a_command_reaches_slack_through_the_daemon(tmp_path: Path, receiver: Receiver) -> None:  # noqa: F811
    (tmp_path / "archive").mkdir()
    environment = without_settings() | {
        "NBA_HOME": str(tmp_path / "home"),
        "NBA_SOURCE": "archive",
        "NBA_ARCHIVE_DIR": str(tmp_path / "archive"),
        "NBA_NOW": "2026-01-15T16:00:00-05:00",
        "NBA_SLACK_WEBHOOK": receiver.webhook,
        "DAGSTER_HOME": str(tmp_path / "home" / "dagster"),
    }
    run = [BIN / "nba", "run", "--date", "today"]
    assert subprocess.run(run, env=environment, capture_output=True, check=False).returncode == 2  # noqa: S603

    command = [BIN / "dagster-daemon", "run", "-m", "nba_pipeline.definitions"]
    with (tmp_path / "daemon.log").open("w") as log:
        daemon = subprocess.Popen(command, env=environment, stdout=log, stderr=log)  # noqa: S603
        try:
            told = within(80, lambda: ":rotating_light: Run failed: pregame 2026-01-15" in receiver.headers_of_messages)
        finally:
            daemon.terminate()
            daemon.wait(30)

    assert told, (tmp_path / "daemon.log").read_text()[-3000:]
    headers = receiver.headers_of_messages
    assert len(headers) == len(set(headers))
