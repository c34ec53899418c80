"""The proxy that stands before Dagster's web server: the real one, on the committed Caddyfile."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import httpx
import pytest
from deployed import DEPLOY

CADDY = Path(sys.executable).with_name("caddy")
PASSWORD = "a password of the test's own"  # noqa: S105  # no secret


def caddy(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603
        [CADDY, *arguments], env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def environment() -> dict[str, str]:
    return {
        "NBA_UI_HOST": "ui.test",
        "NBA_DASHBOARD_HOST": "dashboard.test",
        "NBA_UI_USER": "operator",
        "NBA_UI_PASSWORD_HASH": caddy("hash-password", "--plaintext", PASSWORD).stdout.strip(),
    }


class Upstream(BaseHTTPRequestHandler):
    """Answers with the Authorization that it was given."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.headers.get("Authorization", "none").encode())

    def log_message(self, *_: object) -> None:
        """Tests are quiet."""


@pytest.fixture(scope="module")
def proxy(environment: dict[str, str]) -> Iterator[httpx.Client]:
    """A client of the proxy, whose sites it finds behind a socket, without TLS, and one upstream for both."""
    adapted = caddy("adapt", "--config", str(DEPLOY / "Caddyfile"), **environment)
    config = json.loads(adapted.stdout)
    with tempfile.TemporaryDirectory() as place, ThreadingHTTPServer(("127.0.0.1", 0), Upstream) as upstream:
        serving = Thread(target=upstream.serve_forever)
        serving.start()
        (server,) = config["apps"]["http"]["servers"].values()
        server |= {"listen": [f"unix/{place}/s"], "automatic_https": {"disable": True}}
        config["admin"] = {"disabled": True}
        text = json.dumps(config)
        for name in ("webserver:3000", "dashboard:8765"):
            text = text.replace(name, f"127.0.0.1:{upstream.server_port}")
        file = Path(place, "caddy.json")
        file.write_text(text)
        with subprocess.Popen([CADDY, "run", "--config", file], stderr=subprocess.PIPE, text=True) as process:  # noqa: S603
            try:
                while "serving initial configuration" not in process.stderr.readline():
                    assert process.poll() is None
                with httpx.Client(transport=httpx.HTTPTransport(uds=f"{place}/s")) as client:
                    yield client
            finally:
                process.terminate()
                upstream.shutdown()
                serving.join()


@pytest.mark.slow
@pytest.mark.parametrize("auth", [None, ("operator", "a guess"), ("somebody", PASSWORD)])
def test_a_stranger_comes_no_further_than_the_proxy(proxy: httpx.Client, auth: tuple[str, str] | None) -> None:
    for path in ("/", "/graphql", "/server_info"):
        assert proxy.get(f"http://ui.test{path}", auth=auth).status_code == 401


@pytest.mark.slow
def test_the_operator_reaches_the_web_server_which_never_sees_his_password(proxy: httpx.Client) -> None:
    answer = proxy.get("http://ui.test/", auth=("operator", PASSWORD))

    assert (answer.status_code, answer.text) == (200, "none")


@pytest.mark.slow
def test_the_dashboards_own_token_goes_through(proxy: httpx.Client) -> None:
    answer = proxy.get("http://dashboard.test/api/health", headers={"Authorization": "Bearer t"})

    assert (answer.status_code, answer.text) == (200, "Bearer t")


@pytest.mark.slow
@pytest.mark.parametrize("missing", ["NBA_UI_HOST", "NBA_UI_USER", "NBA_UI_PASSWORD_HASH"])
def test_without_a_name_or_a_password_the_proxy_does_not_start(environment: dict[str, str], missing: str) -> None:
    given = {**environment, missing: ""}

    assert caddy("validate", "--config", str(DEPLOY / "Caddyfile"), **environment).returncode == 0
    assert caddy("validate", "--config", str(DEPLOY / "Caddyfile"), **given).returncode != 0
