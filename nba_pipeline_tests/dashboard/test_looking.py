"""Looking changes nothing, asks for the token, and answers while somebody writes."""

from __future__ import annotations

import hashlib
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from threading import Event
from time import perf_counter

import pytest
import uvicorn
from click.testing import CliRunner
from client import HERE, PATHS, Open
from reconciler import Reconciler
from starlette.applications import Starlette
from starlette.testclient import TestClient

from nba_pipeline import drawing
from nba_pipeline.cli import main
from nba_pipeline.dashboard import api, known, pages, security
from nba_pipeline.dashboard.app import build_app
from nba_pipeline.dashboard.known import LastKnown
from nba_pipeline.dashboard.standing import Standing
from nba_pipeline.warehouse import templates

# none of which draws
FIRST = ["/", "/reliability", "/season", "/ledger", "/predictions", "/rules/A2", "/api/ledger", "/api/predictions"]

HOLD = """
import sys, duckdb
connection = duckdb.connect(sys.argv[1])
print("held", flush=True)
sys.stdin.read()
"""


def content(home: Path) -> dict[str, str]:
    return {
        str(path.relative_to(home)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in home.rglob("*")
        if path.is_file() and "compiled" not in path.parts
    }


@contextmanager
def held(warehouse: Path) -> Iterator[None]:
    """Another process writes the file meanwhile."""
    writer = subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", HOLD, str(warehouse)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert writer.stdout.readline() == "held\n"
        yield
    finally:
        writer.communicate("")


def test_a_view_changes_nothing(browse: Open, reconciler: Reconciler) -> None:
    reconciler.of()
    before = content(reconciler.desk.pipeline.settings.home)
    client = browse(reconciler)

    assert {client.get(path).status_code for path in PATHS} == {200}

    assert content(reconciler.desk.pipeline.settings.home) == before


def test_while_somebody_writes_the_last_answer_is_told_with_its_moment(
    browse: Open, reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known, "FRESH_SECONDS", 0.0)
    reconciler.of()
    client = browse(reconciler)
    before = client.get("/api/reliability/summary").json()
    tab, model = client.get("/partials/reliability-tab").text, client.get("/model").text
    warehouse = reconciler.desk.pipeline.settings.home / "warehouse.duckdb"
    with held(warehouse):
        start = perf_counter()
        told, html = client.get("/api/reliability/summary").json(), client.get("/reliability").text
        seconds = perf_counter() - start
        partial, of_the_model = client.get("/partials/reliability-tab").text, client.get("/model").text

    assert told["r007"] == before["r007"]
    assert told["as_of"] == before["as_of"]
    assert "is in use by another process" in told["problem"]
    as_of = re.search(r"As of (.*?)\.<", tab)
    assert as_of
    for shown in (html, partial):
        assert shown.count("Not from now.") == 1
        assert shown.count(f"As of {as_of[1]}.") == 1
    assert "Not from now." in of_the_model
    assert model.partition("<h2>")[2].partition("<footer>")[0] in of_the_model
    assert seconds < 2.0  # two pages, a second each


def test_a_dashboard_that_is_served_judges_the_season_before_anybody_asks_and_looks_again_by_itself(
    browse: Open, reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged, looked = Event(), Event()
    monkeypatch.setattr(Standing, "judge", lambda _: judged.set())
    monkeypatch.setattr(LastKnown, "look_again", lambda _: looked.set())

    with browse(reconciler):
        assert judged.wait(30)
        assert looked.wait(30)


def test_what_draws_has_started_before_anybody_is_served(
    browse: Open, reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[str] = []
    monkeypatch.setattr(drawing, "ready", lambda: started.append("charts"))

    with browse(reconciler):
        assert started == ["charts"]


@pytest.mark.parametrize("path", ["/season", "/api/health"])
def test_a_failure_is_told_in_the_shape_of_errors_under_the_same_strict_headers(
    reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a secret of the machine")

    monkeypatch.setattr(pages, "season", broken)
    monkeypatch.setattr(api, "health", broken)
    client = TestClient(build_app(reconciler.desk.pipeline), HERE, raise_server_exceptions=False)

    answer = client.get(path)

    assert answer.status_code == 500
    assert {name: answer.headers[name] for name in security.HEADERS} == security.HEADERS
    assert "the dashboard failed; its log says why" in answer.text
    assert "secret" not in answer.text


def test_the_way_to_dagster_is_the_one_that_alerts_show(
    reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NBA_HOME", str(reconciler.desk.pipeline.settings.home))
    monkeypatch.setenv("NBA_UI_URL", "https://dagster.example")
    apps: list[Starlette] = []
    monkeypatch.setattr(uvicorn, "run", lambda app, **_: apps.append(app))

    result = CliRunner().invoke(main, ["dashboard"])

    assert result.exit_code == 0, result.output
    assert '<a href="https://dagster.example"' in TestClient(apps[0], HERE).get("/api/docs").text


def test_where_nothing_can_be_written_pages_are_shown_all_the_same(
    browse: Open, reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = reconciler.desk.pipeline.settings.home / "compiled"
    rmtree(compiled, ignore_errors=True)
    compiled.write_text("no directory")
    templates.forget()
    client = browse(reconciler)

    assert {path: client.get(path).status_code for path in PATHS} == dict.fromkeys(PATHS, 200)
    assert compiled.read_text() == "no directory"


def test_alerts_that_say_nothing_keep_no_page_waiting(
    browse: Open, reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        monkeypatch.setenv("NBA_ALERTS_URL", f"postgresql://nba:planted@127.0.0.1:{port}/alerts")
        client = browse(reconciler)
        start = perf_counter()
        html = client.get("/").text
        first = perf_counter() - start
        again, told = client.get("/").text, client.get("/api/reliability/reconciliation").json()
        seconds = perf_counter() - start

    assert "Nobody knows what is wrong and untold" in html
    assert "The alerts in the database of NBA_ALERTS_URL cannot be read" in html
    assert "The alerts in the database of NBA_ALERTS_URL cannot be read" in told["problem"]
    assert "planted" not in html + again
    assert first < 4.0  # two seconds for the alerts, and the warehouse as ever
    assert seconds < 6.0


def test_who_asks_beside_a_writer_for_the_first_time_is_told_within_a_second(
    browse: Open, reconciler: Reconciler
) -> None:
    client = browse(reconciler)
    warehouse = reconciler.desk.pipeline.settings.home / "warehouse.duckdb"
    with held(warehouse), ThreadPoolExecutor(len(FIRST)) as people:
        start = perf_counter()
        told = list(people.map(lambda path: (client.get(path).status_code, perf_counter() - start), FIRST))

    assert {status for status, _ in told} == {200}
    assert max(seconds for _, seconds in told) < 1.0, told
