"""Who may look: whoever has the token, guesses but a few times a minute, and knows this machine by its name."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from browser import served
from client import PATHS, Open
from reconciler import Reconciler
from starlette.types import Message

from nba_pipeline.cli.dashboard import serving
from nba_pipeline.dashboard import security
from nba_pipeline.dashboard.app import build_app
from nba_pipeline.dashboard.security import COOKIE, is_for_programs

TOKEN = "correct horse battery"  # noqa: S105  # the test's own


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


def test_wrong_tokens_are_counted_whatever_host_the_guesser_says_to_be(reconciler: Reconciler) -> None:
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
