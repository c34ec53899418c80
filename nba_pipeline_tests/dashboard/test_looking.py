"""Looking changes nothing, asks for the token, and answers while somebody writes."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path
from threading import Event
from time import perf_counter

import pytest
from client import Open
from faults.league_desk import TODAY
from reconciler import Reconciler
from starlette.testclient import TestClient

from nba_pipeline.dashboard import api, known, pages, security
from nba_pipeline.dashboard.app import build_app
from nba_pipeline.dashboard.known import LastKnown
from nba_pipeline.dashboard.security import COOKIE, is_for_programs
from nba_pipeline.dashboard.standing import Standing
from nba_pipeline.scoring import charts

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
    model = client.get("/model").text
    warehouse = reconciler.desk.pipeline.settings.home / "warehouse.duckdb"
    writer = subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", HOLD, str(warehouse)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert writer.stdout.readline() == "held\n"
        start = perf_counter()
        told, html = client.get("/api/reliability/summary").json(), client.get("/reliability").text
        seconds = perf_counter() - start
        of_the_model = client.get("/model").text
    finally:
        writer.communicate("")

    assert told["r007"] == before["r007"]
    assert told["as_of"] == before["as_of"]
    assert "is in use by another process" in told["problem"]
    assert "Not from now." in html
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
    client = TestClient(build_app(reconciler.desk.pipeline), raise_server_exceptions=False)

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
