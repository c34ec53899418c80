"""Looking changes nothing, asks for the token, and answers while somebody writes."""

from __future__ import annotations

import asyncio
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

import httpx
import pytest
import uvicorn
from browser import served
from click.testing import CliRunner
from client import HERE, Open
from faults.league_desk import TODAY
from reconciler import Reconciler
from starlette.applications import Starlette
from starlette.testclient import TestClient
from starlette.types import Message

from nba_pipeline.cli import main
from nba_pipeline.cli.dashboard import serving
from nba_pipeline.dashboard import api, known, pages, security
from nba_pipeline.dashboard.app import build_app
from nba_pipeline.dashboard.known import LastKnown
from nba_pipeline.dashboard.security import COOKIE, is_for_programs
from nba_pipeline.dashboard.standing import Standing
from nba_pipeline.scoring import charts
from nba_pipeline.warehouse import templates

TOKEN = "correct horse battery"  # noqa: S105  # the test's own
PATHS = [
    "/",
    "/reliability?days=7",
    "/season",
    f"/ledger?date={TODAY}",
    f"/predictions?date={TODAY}",
    f"/predictions/explain?date={TODAY}&player=Bos+Playera",
    "/model",
    "/api/docs",
    f"/api/ledger?date={TODAY}",
    "/api/reliability/summary",
    "/api/health",
]

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
    monkeypatch.setattr(charts, "ready", lambda: started.append("charts"))

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


def test_without_the_token_nothing_is_shown(browse: Open, reconciler: Reconciler) -> None:
    client = browse(reconciler, TOKEN)

    assert {client.get(path).status_code for path in PATHS if is_for_programs(path)} == {401}
    pages = [client.get(path) for path in PATHS if not is_for_programs(path)]
    assert {(page.status_code, page.headers["location"]) for page in pages} == {(303, "/sign-in")}


def test_the_token_opens_as_bearer_and_after_signing_in(browse: Open, reconciler: Reconciler) -> None:
    client = browse(reconciler, TOKEN)

    bearer = client.get("/api/health", headers={"Authorization": f"Bearer {TOKEN}"})
    signed_in = client.post("/sign-in", data={"token": TOKEN})
    client.cookies[COOKIE] = signed_in.cookies[COOKIE]
    page = client.get("/")

    assert (bearer.status_code, signed_in.status_code, page.status_code) == (200, 303, 200)
    cookie = signed_in.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert TOKEN not in signed_in.headers["set-cookie"] + page.text


def test_a_token_in_the_address_is_no_token(browse: Open, reconciler: Reconciler) -> None:
    assert browse(reconciler, TOKEN).get(f"/api/health?token={TOKEN}").status_code == 401


def test_guessing_is_shut_out_even_with_the_right_token_at_last(
    browse: Open, reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = browse(reconciler, TOKEN)

    guesses = [client.post("/sign-in", data={"token": f"guess {n}"}).status_code for n in range(security.GUESSES)]
    shut = client.post("/sign-in", data={"token": TOKEN})
    api = client.get("/api/health", headers={"Authorization": f"Bearer {TOKEN}"})

    assert set(guesses) == {401}
    assert (shut.status_code, api.status_code) == (429, 429)
    monkeypatch.setattr(security, "GUESS_SECONDS", 0.0)
    assert client.post("/sign-in", data={"token": TOKEN}).status_code == 303


def test_wrong_tokens_are_counted_whatever_host_the_guesser_says_to_be(
    reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = reconciler.desk.pipeline.settings
    statuses = {}
    for proxy in (None, "127.0.0.1"):
        server = serving(settings.model_copy(update={"dashboard_proxy": proxy}))
        with served(build_app(reconciler.desk.pipeline, TOKEN), **server) as base:
            statuses[proxy] = [
                httpx.get(
                    f"{base}/api/health",
                    headers={"Authorization": f"Bearer wrong {n}", "X-Forwarded-For": f"203.0.113.{n}"},
                ).status_code
                for n in range(security.GUESSES + 2)
            ]

    assert statuses[None] == [401] * security.GUESSES + [429] * 2
    assert statuses["127.0.0.1"] == [401] * (security.GUESSES + 2), "a proxy that is trusted tells them apart"


def test_a_form_of_more_bytes_than_one_holds_is_refused(browse: Open, reconciler: Reconciler) -> None:
    client = browse(reconciler, TOKEN)

    answer = client.post("/sign-in", data={"token": "x" * (security.MOST_BYTES + 1 - len("token="))})
    just = client.post("/sign-in", data={"token": "x" * (security.MOST_BYTES - len("token="))})

    assert (answer.status_code, just.status_code) == (413, 401)
    assert "at most 4096 bytes" in answer.text


def test_no_more_of_a_form_is_read_than_one_holds(browse: Open, reconciler: Reconciler) -> None:
    scope = {"type": "http", "method": "POST", "path": "/sign-in", "headers": [], "query_string": b"", "scheme": "http"}
    read, sent = 0, []

    async def receive() -> Message:
        nonlocal read
        read += 1024
        return {"type": "http.request", "body": b"x" * 1024, "more_body": read < 100 * 1024}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(browse(reconciler, TOKEN).app(scope, receive, send))

    assert sent[0]["status"] == 413
    assert read == security.MOST_BYTES + 1024


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", "[", ""])
def test_without_a_token_no_other_name_leads_here(browse: Open, reconciler: Reconciler, host: str) -> None:
    client = browse(reconciler)

    told = {client.get(path, headers={"Host": host}).status_code for path in ("/", "/api/ledger", "/static/style.css")}

    assert told == {421}
    assert browse(reconciler, TOKEN).get("/sign-in", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8765", "127.0.0.1:8765", "[::1]:8765", "[::1]"])
def test_this_machine_is_served_under_each_of_its_own_names(browse: Open, reconciler: Reconciler, host: str) -> None:
    assert browse(reconciler).get("/api/openapi.json", headers={"Host": host}).status_code == 200


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
