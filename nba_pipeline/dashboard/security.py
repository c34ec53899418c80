"""Who may look, and what a browser may do with a page: a token, a limit on guesses, and strict headers."""

from __future__ import annotations

import hmac
from collections import deque
from collections.abc import MutableMapping
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "nba_dashboard"
SIGN_IN = "/sign-in"
DOCS = "/api/docs"

GUESSES, GUESS_SECONDS = 10, 60.0
MOST_BYTES = 4096  # of a form: who has no token yet fills no memory
LOCAL_NAMES = ("127.0.0.1", "localhost", "::1")  # this machine, as itself would write it

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}


def is_for_programs(path: str) -> bool:
    """Whether who asks for this reads JSON; the description of the endpoints is for people."""
    return path.startswith("/api/") and path != DOCS


class StrictHeaders:
    """Every answer forbids what no page here needs: inline scripts and styles, other hosts, frames, caches."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, with_headers)


class LocalNamesOnly:
    """Answers whoever asked for this machine. A page of elsewhere, whose name leads here, learns nothing."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or _name_asked_for(scope) in LOCAL_NAMES:
            await self._app(scope, receive, send)
            return
        message = "without a token only this machine is served, under the name localhost; set NBA_DASHBOARD_TOKEN"
        await refusal(421, message)(scope, receive, send)


def _name_asked_for(scope: Scope) -> str | None:
    """The name in a request's Host, without a port."""
    try:
        return urlsplit(f"//{Headers(scope=scope).get('host', '')}").hostname
    except ValueError:  # no name at all
        return None


class Guard:
    """Compares in constant time, and not at all after too many wrong guesses in a minute."""

    def __init__(self, token: str) -> None:
        self._token = token.encode()
        self._failures: MutableMapping[str, deque[float]] = {}

    def knows(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self._token)

    @property
    def cookie(self) -> str:
        """What the cookie of somebody who signed in holds: no one finds the token from it."""
        return hmac.digest(self._token, COOKIE.encode(), "sha256").hex()

    def admits(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self.cookie.encode())

    def is_shut(self, host: str) -> bool:
        """Whether this host has guessed too often of late."""
        failures = self._failures.get(host, deque())
        while failures and monotonic() - failures[0] > GUESS_SECONDS:
            failures.popleft()
        return len(failures) >= GUESSES

    def refuse(self, host: str) -> None:
        self._failures.setdefault(host, deque(maxlen=GUESSES)).append(monotonic())
        if len(self._failures) > 1024:
            self._failures.pop(next(iter(self._failures)))


class TokenRequired:
    """Every page and endpoint asks for the token: as a bearer token, or in the cookie that signing in sets."""

    def __init__(self, app: ASGIApp, guard: Guard) -> None:
        self._app = app
        self._guard = guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if scope["type"] != "http" or path == SIGN_IN or path.startswith("/static/"):
            await self._app(scope, receive, send)
            return
        refused = self._refusal(scope, path)
        await (refused or self._app)(scope, receive, send)

    def _refusal(self, scope: Scope, path: str) -> Response | None:
        host = host_of(scope)
        if self._guard.is_shut(host):
            return too_many_guesses()
        bearer, cookie = _given(scope)
        if (bearer and self._guard.knows(bearer)) or (cookie and self._guard.admits(cookie)):
            return None
        if bearer or cookie:
            self._guard.refuse(host)
        if is_for_programs(path):
            return refusal(401, "send the token as: Authorization: Bearer …")
        return RedirectResponse(SIGN_IN, 303)


def too_many_guesses() -> Response:
    return refusal(429, f"too many wrong tokens; try again in {GUESS_SECONDS:.0f} seconds")


def refusal(status: int, message: str) -> Response:
    return JSONResponse({"error": {"status": status, "message": message}}, status)


def host_of(scope: Scope) -> str:
    client: tuple[str, int] | None = scope.get("client")
    return client[0] if client else "unknown"


def _given(scope: MutableMapping[str, Any]) -> tuple[str | None, str | None]:
    """The bearer token and the cookie of a request."""
    headers = Headers(scope=scope)
    kind, _, token = headers.get("authorization", "").partition(" ")
    bearer = token.strip() if kind.lower() == "bearer" else None
    return bearer, cookie_parser(headers.get("cookie", "")).get(COOKIE)
