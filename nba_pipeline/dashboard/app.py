"""The dashboard's routes: pages for people, JSON for programs, nothing that writes."""

from __future__ import annotations

import csv
import io
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs

from jinja2 import Environment, PackageLoader, select_autoescape
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from nba_pipeline.dashboard import api, openapi, pages
from nba_pipeline.dashboard.answers import Answers
from nba_pipeline.dashboard.api import MOST_DAYS
from nba_pipeline.dashboard.facts import Facts
from nba_pipeline.dashboard.ledger_page import ledger_page
from nba_pipeline.dashboard.model_page import model_page
from nba_pipeline.dashboard.pages import Page
from nba_pipeline.dashboard.refreshing import kept_fresh
from nba_pipeline.dashboard.security import (
    COOKIE,
    DOCS,
    HEADERS,
    MOST_BYTES,
    SIGN_IN,
    Guard,
    LocalNamesOnly,
    StrictHeaders,
    TokenRequired,
    host_of,
    is_for_programs,
    too_many_guesses,
)
from nba_pipeline.dashboard.slate import slate_of
from nba_pipeline.dashboard.why import why_page
from nba_pipeline.game_day import EASTERN, FIRST_GAME_DAY, Days
from nba_pipeline.orchestration.pipeline import Pipeline

Endpoint = Callable[[Request], Awaitable[Response]]

_PAGES = Environment(
    loader=PackageLoader("nba_pipeline.dashboard"), autoescape=select_autoescape(), trim_blocks=True, lstrip_blocks=True
)
_PAGES.filters["eastern"] = lambda moment: f"{moment.astimezone(EASTERN):%Y-%m-%d %H:%M}" if moment else ""
_PAGES.filters["number"] = lambda value, digits=1: "" if value is None else f"{value:.{digits}f}"


def build_app(pipeline: Pipeline, token: str | None = None, ui_url: str = "http://127.0.0.1:3000") -> Starlette:
    """The application on a pipeline's home. With a token, every page and endpoint asks for it."""
    facts, answers = Facts(pipeline), Answers()
    guard = Guard(token) if token else None

    def kept(make: Callable[[Request], Response]) -> Endpoint:
        async def endpoint(request: Request) -> Response:
            question = (request.url.path, str(request.query_params), facts.today)
            return await answers.of(question, lambda: make(request))

        return endpoint

    def shown(template: str, made: Callable[[Request], Page]) -> Endpoint:
        return kept(lambda request: HTMLResponse(render(template, made(request), request)))

    def told(document: Callable[[Request], object]) -> Endpoint:
        return kept(lambda request: api.answer(document(request)))

    def render(template: str, page: Page, request: Request) -> str:
        return _PAGES.get_template(template).render(
            page=page, ui_url=ui_url, path=request.url.path, signed_in=guard is not None, **page.values
        )

    def reliability(request: Request) -> Page:
        return pages.reliability(facts, _number(request, "days", (3, 7, 30, 0), 3))

    def predictions(request: Request) -> Page:
        return pages.predictions(facts, _day(request, facts.today), request.query_params.get("system"))

    def ledger(request: Request) -> Page:
        return ledger_page(facts, _day(request, facts.today), request.query_params.get("player"))

    def why(request: Request) -> Page:
        player = request.query_params.get("player")
        if not player:
            raise HTTPException(400, "say whose prediction is asked for: player=, a name or the league's number")
        return why_page(facts, _day(request, facts.today), player)

    def api_ledger(request: Request) -> object:
        return api.ledger(facts, _day(request, facts.today), request.query_params.get("player"))

    def api_reconciliation(request: Request) -> object:
        if "date" in request.query_params:
            days = Days.only(_day(request, facts.today))
        else:
            days = facts.last_days(_whole(request, "days", 7))
        return api.reconciliation(facts, days)

    def api_predictions(request: Request) -> object:
        return api.predictions(facts, _day(request, facts.today))

    def export(request: Request) -> Response:
        day = _day(request, facts.today)
        slate = slate_of(facts, day)
        if not slate.is_known:
            status = 503 if slate.predictions.value is None else 404
            return api.error(status, f"the predictions of {day} are not known: {slate.why_none}")
        rows = slate.rows.assign(results_missing=slate.why_no_results)
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(rows.columns)
        writer.writerows(rows.itertuples(index=False))
        headers = {"Content-Disposition": f'attachment; filename="predictions-{day}.csv"'}
        return PlainTextResponse(text.getvalue(), media_type="text/csv", headers=headers)

    def health(_: Request) -> Response:
        return api.answer(*api.health(facts))

    async def sign_in(request: Request) -> Response:
        if guard is None:
            return RedirectResponse("/", 303)
        if request.method == "GET":
            return HTMLResponse(render("sign_in.html", Page("Sign in"), request))
        host = host_of(request.scope)
        if guard.is_shut(host):
            return too_many_guesses()
        form = await _body(request)
        given = parse_qs(form.decode(errors="replace")).get("token", [""])[0]
        if not guard.knows(given):
            guard.refuse(host)
            return HTMLResponse(render("sign_in.html", Page("Sign in", {"wrong": True}), request), 401)
        signed_in = RedirectResponse("/", 303)
        signed_in.set_cookie(
            COOKIE, guard.cookie, httponly=True, samesite="strict", secure=request.url.scheme == "https"
        )
        return signed_in

    routes = [
        Route("/", shown("overview.html", lambda _: pages.overview(facts))),
        Route("/reliability", shown("reliability.html", reliability)),
        Route("/partials/reliability-tab", shown("reliability_tab.html", reliability)),
        Route("/rules/{rule_id}", shown("rule.html", lambda r: pages.rule_history(facts, r.path_params["rule_id"]))),
        Route("/season", shown("season.html", lambda _: pages.season(facts))),
        Route("/ledger", shown("ledger.html", ledger)),
        Route("/predictions", shown("predictions.html", predictions)),
        Route("/predictions/explain", shown("why.html", why)),
        Route("/predictions.csv", kept(export)),
        Route("/model", shown("model.html", lambda _: model_page(facts))),
        Route("/api/reliability/reconciliation", told(api_reconciliation)),
        Route("/api/reliability/summary", told(lambda _: api.summary(facts))),
        Route("/api/ledger", told(api_ledger)),
        Route("/api/predictions", told(api_predictions)),
        Route("/api/health", health),
        Route("/api/openapi.json", told(lambda _: openapi.document())),
        Route(DOCS, shown("api_docs.html", lambda _: Page("API", {"document": openapi.document()}))),
        Route(SIGN_IN, sign_in, methods=["GET", "POST"]),
        Mount("/static", StaticFiles(directory=Path(__file__).with_name("static"))),
    ]
    door = Middleware(LocalNamesOnly) if guard is None else Middleware(TokenRequired, guard=guard)
    middleware = [Middleware(StrictHeaders), door]

    def failed(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        message = str(error.detail) if isinstance(error, HTTPException) else "the dashboard failed; its log says why"
        if is_for_programs(request.url.path):
            answer = api.error(status, message)
        else:
            html = render("error.html", Page(f"Error {status}", {"message": message}), request)
            answer = HTMLResponse(html, status)
        # Starlette answers a failure from outside all middleware
        answer.headers.update(HEADERS)
        return answer

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        with kept_fresh(facts):
            yield

    handlers = {HTTPException: failed, 500: failed}
    return Starlette(routes=routes, middleware=middleware, exception_handlers=handlers, lifespan=lifespan)


async def _body(request: Request) -> bytes:
    """What a form sends. Raises 413 where that is more than one holds, and reads no further."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            raise HTTPException(413, f"a form has at most {MOST_BYTES} bytes")
    return body


def _day(request: Request, default: date) -> date:
    """The game day that is asked for. Raises 400 with a sentence where it is none."""
    text = request.query_params.get("date")
    if not text:
        return default
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise HTTPException(400, f"{text[:40]!r} is no date; write it like 2026-01-15") from None
    if not FIRST_GAME_DAY <= day <= date(2100, 1, 1):
        raise HTTPException(400, f"{day} is no game day; the first is {FIRST_GAME_DAY}")
    return day


def _whole(request: Request, name: str, default: int) -> int:
    text = request.query_params.get(name, f"{default}")
    if not text.isdecimal() or len(text) > len(f"{MOST_DAYS}") or not 1 <= int(text) <= MOST_DAYS:
        raise HTTPException(400, f"{name} must be a whole number from 1 to {MOST_DAYS}")
    return int(text)


def _number(request: Request, name: str, allowed: tuple[int, ...], default: int) -> int:
    text = request.query_params.get(name, f"{default}")
    if text not in map(str, allowed):
        raise HTTPException(400, f"{name} must be one of {', '.join(map(str, allowed))}")
    return int(text)
