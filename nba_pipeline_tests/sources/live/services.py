"""The live services, replayed on the loopback: small invented answers, with everything that can go wrong."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

Json = dict


@dataclass(frozen=True)
class Trouble:
    """How an answer goes wrong: with this status, headers or body, `slow` by so many seconds a piece, or `cut` off.

    With `stuck` it is the headers that come piece by piece.
    """

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    media_type: str | None = None
    slow: float = 0
    cut: bool = False
    stuck: bool = False


TOO_MANY = Trouble(429)
WAIT_SEVEN = Trouble(429, {"Retry-After": "7"})
WAIT_AN_HOUR = Trouble(429, {"Retry-After": "3600"})
BROKEN = Trouble(500)
WEB_PAGE = Trouble(body=b"<!DOCTYPE html><p>Be right back", media_type="text/html")
EMPTY = Trouble(body=b"")
CUT = Trouble(cut=True)
SLOW = Trouble(slow=0.1)
SLOW_HEADERS = Trouble(slow=0.1, stuck=True)


@dataclass
class Services:
    """What lies under each path, and the troubles to come: `troubles[part of a path]` are used up one a request.

    The last of several stays, so that a list of one means that it is always so. Under a path that answers by its
    query, `by_query` holds the answers, and the troubles are looked for in the query, too. Who asks for what changed
    since is told so where nothing goes wrong; `conditions` are what was asked by, None where the whole was.
    """

    moment: datetime
    answers: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    by_query: dict[str, list[tuple[Mapping[str, str], bytes]]] = field(default_factory=dict)
    troubles: dict[str, list[Trouble]] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    queries: list[dict[str, list[str]]] = field(default_factory=list)
    agents: list[str | None] = field(default_factory=list)
    authorizations: list[str | None] = field(default_factory=list)
    conditions: list[str | None] = field(default_factory=list)
    address: str = ""

    def put(self, path: str, body: bytes, media_type: str = "application/json") -> None:
        self.answers[path] = (media_type, body)

    def put_by_query(self, path: str, query: Mapping[str, str], body: bytes) -> None:
        """JSON for whoever asks with all of these parameters; what is put later comes first."""
        self.by_query.setdefault(path, []).insert(0, (query, body))

    def answer(self, path: str, query: Mapping[str, list[str]]) -> tuple[str, bytes] | None:
        for wanted, body in self.by_query.get(path, []):
            if all(query.get(name) == [value] for name, value in wanted.items()):
                return "application/json", body
        return self.answers.get(path)

    def trouble(self, part: str, *troubles: Trouble) -> None:
        self.troubles[part] = list(troubles)

    def next_trouble(self, path: str) -> Trouble:
        for part, troubles in self.troubles.items():
            if part in path:
                return troubles.pop(0) if len(troubles) > 1 else troubles[0]
        return Trouble()


def validators_of(body: bytes) -> dict[str, str]:
    return {"ETag": f'"{sha256(body).hexdigest()[:16]}"'}


@contextmanager
def serving(services: Services) -> Iterator[Services]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            url = urlsplit(self.path)
            services.asked.append(url.path)
            services.queries.append(parse_qs(url.query))
            services.agents.append(self.headers.get("User-Agent"))
            services.authorizations.append(self.headers.get("Authorization"))
            condition = self.headers.get("If-None-Match") or self.headers.get("If-Modified-Since")
            services.conditions.append(condition)
            trouble = services.next_trouble(f"{url.path}?{url.query}" if url.path in services.by_query else url.path)
            if trouble.stuck:
                self._drip(b"HTTP/1.1 200 OK\r\nX-Way: " + b"long " * 40, trouble.slow)
                self.close_connection = True
                return
            found = services.answer(url.path, parse_qs(url.query))
            media_type, body = found or ("text/plain", b"nothing here")
            known = found is not None or trouble.body is not None
            status = trouble.status if known or trouble.status != 200 else 404
            body = body if trouble.body is None else trouble.body
            headers = {**validators_of(body), **services.headers, **trouble.headers}
            if trouble == Trouble() and condition in headers.values():
                status, body = 304, b""
            self.send_response_only(status)
            self.send_header("Date", format_datetime(services.moment, usegmt=True))
            if status != 304:
                self.send_header("Content-Type", trouble.media_type or media_type)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Connection", "close")
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.close_connection = True
            if trouble.cut:
                self.wfile.write(body[: len(body) // 2])
            elif trouble.slow:
                self._drip(body, trouble.slow)
            else:
                self.wfile.write(body)

        def _drip(self, body: bytes, pause: float) -> None:
            """Piece by piece, each in time: only the whole is too slow."""
            for place in range(len(body)):
                try:
                    self.wfile.write(body[place : place + 1])
                    self.wfile.flush()
                except OSError:
                    return  # the client has given up, as it should
                time.sleep(pause)

        def log_message(self, *_: object) -> None:
            """Tests are quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    services.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield services
    finally:
        server.shutdown()
        server.server_close()
