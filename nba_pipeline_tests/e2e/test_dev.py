"""`nba dev`: what the command did on a home, in Dagster's pages of the same home, in a real browser."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import pytest
from dashboard.browser import Visit, visiting
from unconfigured import without_settings

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser"), pytest.mark.timeout(600)]

NBA = Path(sys.executable).with_name("nba")
OPENING_NIGHT = "2025-10-21"
PATIENCE = 120

_RUNS = "{ runsOrError { ... on Runs { results { runId jobName status tags { key value } } } } }"
_HEALTH = "{ instance { daemonHealth { allDaemonStatuses { daemonType required healthy } } } }"


@contextmanager
def dev(environment: Mapping[str, str], log: Path) -> Iterator[str]:
    """The command, on a free port, until it is told to stop; yields where it is served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with log.open("wb") as said:
        command = [NBA, "dev", "--port", f"{port}"]
        started = subprocess.Popen(  # noqa: S603  # our own program
            command, env=environment, cwd=log.parent, stdout=said, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        started.terminate()
        try:
            started.wait(timeout=60)
        finally:
            with suppress(ProcessLookupError):  # nobody is left
                os.killpg(started.pid, signal.SIGKILL)


def asked(base: str, query: str, log: Path) -> dict:
    """The web server's answer to a question, once it is up and its daemon is heard of."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            answer: dict = httpx.post(f"{base}/graphql", json={"query": query}, timeout=10).json()["data"]
        except httpx.TransportError:
            time.sleep(1)
        else:
            return answer
    pytest.fail(f"nothing answered within {PATIENCE} s; nba dev said:\n{log.read_text()[-4000:]}")


def health(base: str, log: Path) -> list[str]:
    """The daemons that are required and not healthy."""
    found = asked(base, _HEALTH, log)["instance"]["daemonHealth"]["allDaemonStatuses"]
    return [one["daemonType"] for one in found if one["required"] and not one["healthy"]]


def shown(visit: Visit, path: str, *words: str) -> None:
    """The page shows all these words, within a while."""
    visit.tab.goto(visit.base + path)  # which never comes to rest: it polls
    for word in words:
        visit.tab.get_by_text(word).first.wait_for(timeout=60_000)


def test_dev_shows_the_runs_of_the_command_and_the_graph_with_its_checks(tmp_path: Path) -> None:
    home = {"NBA_HOME": str(tmp_path / "home"), "NBA_SOURCE": "simulated", "NBA_NOW": f"{OPENING_NIGHT}T17:00:00-04:00"}
    environment = {**without_settings(), **home}
    run = [NBA, "run", "--date", OPENING_NIGHT, "--phase", "pregame", "--json"]
    said = subprocess.run(run, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603
    assert said.returncode < 2, said.stderr
    (told,) = json.loads(said.stdout)
    log = tmp_path / "dev.log"

    with dev(environment, log) as base:
        runs = {run["runId"]: run for run in asked(base, _RUNS, log)["runsOrError"]["results"]}
        until = time.monotonic() + PATIENCE
        while (ill := health(base, log)) and time.monotonic() < until:
            time.sleep(1)
        with visiting(base) as visit:
            shown(visit, "/asset-groups", "phase_2_raw", "phase_5_predictions")
            shown(visit, "/assets/nba_analytics/player_game_summary?view=checks", "write_verified", "contract_holds")
            shown(visit, f"/runs/{told['run_id']}", "pregame")

    assert runs[told["run_id"]]["jobName"] == "pregame"
    assert {tag["key"]: tag["value"] for tag in runs[told["run_id"]]["tags"]}["nba/game_days"] == OPENING_NIGHT
    with pytest.raises(httpx.ConnectError):
        httpx.get(base)
    assert ill == []
    assert visit.left_the_machine == []
    assert "deprecat" not in log.read_text().lower()
