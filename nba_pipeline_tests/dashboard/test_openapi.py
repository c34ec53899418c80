"""The description of the endpoints: all of them are in it, and what they answer is what it says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from client import Open
from faults.league_desk import TODAY
from jsonschema import Draft202012Validator, FormatChecker
from reconciler import Reconciler
from starlette.routing import Route

from nba_pipeline.dashboard import openapi
from nba_pipeline.dashboard.app import build_app
from nba_pipeline.game_day import Days

TOKEN = "correct horse battery"  # noqa: S105  # the test's own
DOCUMENT = openapi.document()


def complaints(path: str, status: int, answer: Any) -> Iterator[str]:
    """Where an answer is not what is said of it."""
    content = DOCUMENT["paths"][path]["get"]["responses"][f"{status}"]["content"]
    schema = {**content["application/json"]["schema"], "components": DOCUMENT["components"]}
    for error in Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(answer):
        yield f"{error.json_path}: {error.message}"


def test_every_endpoint_is_described_and_no_other(reconciler: Reconciler) -> None:
    routes = build_app(reconciler.desk.pipeline).routes
    served = {route.path for route in routes if isinstance(route, Route) and route.path.startswith("/api/")}

    assert set(DOCUMENT["paths"]) == served
    assert len(served) >= 7


@pytest.mark.parametrize("name", list(DOCUMENT["components"]["schemas"]))
def test_every_shape_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(DOCUMENT["components"]["schemas"][name])


@pytest.mark.parametrize(
    "asked",
    [
        f"/api/reliability/reconciliation?date={TODAY}",
        "/api/reliability/reconciliation?days=5",
        "/api/reliability/summary",
        f"/api/ledger?date={TODAY}",
        f"/api/ledger?date={TODAY}&player=Bos+Playera",
        f"/api/ledger?date={TODAY + timedelta(days=30)}",
        f"/api/predictions?date={TODAY}",
        f"/api/predictions?date={TODAY - timedelta(days=1)}",
        "/api/health",
    ],
)
@pytest.mark.parametrize("state", ["never reconciled", "a gap", "no warehouse"])
def test_what_is_answered_is_what_is_described(browse: Open, reconciler: Reconciler, asked: str, state: str) -> None:
    if state == "a gap":
        reconciler.lose("player_boxscores")
        reconciler.over(Days.only(TODAY))
    if state == "no warehouse":
        (reconciler.desk.pipeline.settings.home / "warehouse.duckdb").unlink()

    answer = browse(reconciler).get(asked)

    assert list(complaints(asked.partition("?")[0], answer.status_code, answer.json())) == []


@pytest.mark.parametrize(
    ("asked", "token", "status"),
    [
        ("/api/predictions?date=x", None, 400),
        ("/api/reliability/reconciliation?days=0", None, 400),
        ("/api/ledger?date=1946-11-01", None, 400),
        ("/api/reliability/summary", TOKEN, 401),
    ],
)
def test_every_error_has_the_shape_that_is_described(
    browse: Open, reconciler: Reconciler, asked: str, token: str | None, status: int
) -> None:
    answer = browse(reconciler, token).get(asked)

    assert answer.status_code == status
    assert list(complaints(asked.partition("?")[0], status, answer.json())) == []


def test_an_answer_of_another_shape_is_noticed(browse: Open, reconciler: Reconciler) -> None:
    told = browse(reconciler).get(f"/api/predictions?date={TODAY}").json()
    first, *_ = told["predictions"]
    wrong = [
        {**first, "line": "10.5"},
        {**first, "recommendation": "MAYBE"},
        {**first, "game_date": None},
        {**first, "more": 1},
        {name: value for name, value in first.items() if name != "outcome"},
    ]

    found = [list(complaints("/api/predictions", 200, {**told, "predictions": [one]})) for one in wrong]

    assert [len(of_one) for of_one in found] == [1] * len(wrong)
    assert list(complaints("/api/predictions", 200, {**told, "predictions": [first]})) == []


def test_the_description_is_served_and_shown_by_our_own_page(browse: Open, reconciler: Reconciler) -> None:
    client = browse(reconciler)

    html = client.get("/api/docs").text

    assert client.get("/api/openapi.json").json() == DOCUMENT
    for path, of in DOCUMENT["paths"].items():
        assert f"<code>GET {path}</code>" in html
        for parameter in of["get"]["parameters"]:
            assert f"<code>{parameter['name']}</code>" in html
    for name in DOCUMENT["components"]["schemas"]:
        assert f'<details id="{name}">' in html


def test_who_has_not_signed_in_is_led_to_do_so_by_the_page_and_refused_by_the_endpoints(
    browse: Open, reconciler: Reconciler
) -> None:
    client = browse(reconciler, TOKEN)

    page, description = client.get("/api/docs"), client.get("/api/openapi.json")

    assert (page.status_code, page.headers["location"]) == (303, "/sign-in")
    assert description.status_code == 401
