"""A server on the loopback that answers like Slack and keeps what it is sent."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest


@dataclass
class Receiver:
    """A server that answers like Slack: `answers` are the next ones, `down` refuses everything with a 503."""

    server: ThreadingHTTPServer
    received: list[dict] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    authorizations: list[str | None] = field(default_factory=list)
    answers: list[tuple[int, dict[str, str], str]] = field(default_factory=list)
    down: bool = False

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    @property
    def webhook(self) -> str:
        """What Slack calls an incoming webhook: whoever knows the address may write."""
        return f"{self.address}/services/T0/B0/secret"

    @property
    def headers_of_messages(self) -> list[str]:
        """The headers of the Slack messages that were accepted."""
        return [message["attachments"][0]["blocks"][0]["text"]["text"] for message in self.received]

    def answer(self, path: str, authorization: str | None, body: dict) -> tuple[int, dict[str, str], str]:
        self.paths.append(path)
        self.authorizations.append(authorization)
        if self.down:
            return 503, {}, "out of service"
        status, headers, said = self.answers.pop(0) if self.answers else (200, {}, self._ok(path))
        if status == 200:
            self.received.append(body)
        return status, headers, said

    @staticmethod
    def _ok(path: str) -> str:
        return json.dumps({"ok": True}) if path.startswith("/api/") else "ok"


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers["Content-Length"]))
            status, headers, said = mine.answer(self.path, self.headers.get("Authorization"), json.loads(raw))
            self.send_response(status)
            for name, value in {"Content-Type": "text/plain", **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(said.encode())

        def log_message(self, *_: object) -> None:
            """Tests are quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    mine = Receiver(server)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield mine
    server.shutdown()
    server.server_close()
