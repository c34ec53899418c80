"""docker-compose.yaml: its grammar, its commands, its variables, and who is reached from outside."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import httpx
import pytest
import uvicorn
import yaml
from compose_spec import PyCompose
from deployed import DEPLOY

from nba_pipeline.alerts.settings import AlertSettings
from nba_pipeline.cli.dashboard import serving
from nba_pipeline.dashboard.app import build_app
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.settings import Settings, load_settings
from nba_pipeline.sources.live.settings import LiveSettings

COMPOSE = yaml.safe_load((DEPLOY / "docker-compose.yaml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = [name for name, service in SERVICES.items() if service["image"] == "nba-pipeline"]
PROXY_ONLY = {"NBA_UI_HOST", "NBA_UI_USER", "NBA_UI_PASSWORD_HASH", "NBA_DASHBOARD_HOST"}
TOKEN = "a token of the test's own"  # noqa: S105  # no secret


def test_the_file_is_in_the_language_of_compose() -> None:
    merged = json.loads(json.dumps({name: part for name, part in COMPOSE.items() if not name.startswith("x-")}))

    compose = PyCompose.from_json(json.dumps(merged))

    compose.validate()
    assert sorted(compose.service_names()) == sorted(SERVICES)


def test_the_validator_is_not_one_that_accepts_everything() -> None:
    with pytest.raises(ValueError, match="helthcheck"):
        PyCompose.from_json(json.dumps({"services": {"watch": {"image": "nba", "helthcheck": {}}}}))


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in OURS if name != "watch"])
def test_a_services_command_and_its_options_exist(name: str) -> None:
    program, *arguments = SERVICES[name]["command"]
    words = [word for word in arguments if re.fullmatch(r"[a-z-]+", word) and not word.startswith("-")]
    command = [Path(sys.executable).with_name(program), *words[: 2 if program == "dagster" else 1], "--help"]
    if program == "dagster-webserver":
        command = [command[0], "--help"]

    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603

    options = [word for word in arguments if word.startswith("-")]
    assert [option for option in options if not re.search(rf"(^|[\s,]){option}\b", said)] == []


@pytest.mark.parametrize("name", SERVICES)
def test_every_variable_of_a_container_is_one_that_the_program_reads(name: str) -> None:
    known = {
        f"NBA_{field.upper()}" for kind in (Settings, AlertSettings, LiveSettings) for field in kind.model_fields
    } | (PROXY_ONLY if name == "proxy" else set())

    given = {variable for variable in SERVICES[name].get("environment", {}) if variable.startswith("NBA_")}

    assert given - known == set()


def test_the_example_names_every_variable_that_the_file_asks_for() -> None:
    asked = set(re.findall(r"\$\{(\w+)", (DEPLOY / "docker-compose.yaml").read_text()))
    offered = set(re.findall(r"^(\w+)=", (DEPLOY / ".env.example").read_text(), re.MULTILINE))

    assert asked == offered


def test_what_must_be_secret_has_no_default() -> None:
    text = (DEPLOY / "docker-compose.yaml").read_text()

    for name in ("POSTGRES_PASSWORD", "NBA_DASHBOARD_TOKEN", "NBA_UI_USER", "NBA_UI_PASSWORD_HASH"):
        uses = re.findall(rf"\$\{{{name}[^}}]*\}}", text)
        assert uses == [f"${{{name}:?set it in .env}}"] * len(uses)
        assert uses


def test_only_the_proxy_is_reached_from_outside() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]
    assert [
        name for name, service in SERVICES.items() if service.get("network_mode") or service.get("privileged")
    ] == []


def test_secrets_reach_only_the_containers_that_need_them() -> None:
    def holders(variable: str) -> list[str]:
        return [name for name, service in SERVICES.items() if variable in service.get("environment", {})]

    assert holders("NBA_ODDS_API_KEY") == holders("NBA_BALLDONTLIE_API_KEY") == ["code"]
    assert holders("NBA_DASHBOARD_TOKEN") == ["dashboard"]
    for channel in ("NBA_SLACK_WEBHOOK", "NBA_SLACK_TOKEN", "NBA_WEBHOOK_URL"):
        assert holders(channel) == ["code", "watch"]
    assert holders("DAGSTER_POSTGRES_URL") == ["prepare", "code", "daemon", "webserver", "watch"]


@pytest.mark.parametrize("name", [name for name in SERVICES if name != "prepare"])
def test_whoever_runs_for_long_says_whether_it_is_well(name: str) -> None:
    assert SERVICES[name]["healthcheck"]["test"][0] == "CMD"
    assert SERVICES[name]["restart"] == "unless-stopped"


def test_nobody_opens_the_record_before_it_is_whole() -> None:
    asked = SERVICES["postgres"]["healthcheck"]["test"]
    assert asked[asked.index("-h") + 1] == "127.0.0.1", "its socket answers while its databases are still made"
    assert SERVICES["prepare"]["depends_on"] == {"postgres": {"condition": "service_healthy"}}
    for name in set(OURS) - {"prepare"}:
        assert SERVICES[name]["depends_on"] == {"prepare": {"condition": "service_completed_successfully"}}


@pytest.mark.parametrize("name", SERVICES)
def test_what_is_mounted_is_there_and_images_have_a_version(name: str) -> None:
    sources = [volume.split(":")[0] for volume in SERVICES[name]["volumes"]]

    assert [source for source in sources if source.startswith("./") and not (DEPLOY / source).is_file()] == []
    assert [source for source in sources if not source.startswith("./") and source not in COMPOSE["volumes"]] == []
    assert name in OURS or re.search(r":\d+\.\d+", SERVICES[name]["image"])


def test_the_web_server_finds_the_code() -> None:
    (entry,) = yaml.safe_load((DEPLOY / "workspace.yaml").read_text())["load_from"]
    server, command = entry["grpc_server"], SERVICES["code"]["command"]

    assert server["host"] in SERVICES
    assert f"{server['port']}" == command[command.index("-p") + 1]
    assert SERVICES["code"]["hostname"], "runs of a container without a name outlive it on record"


@contextmanager
def dashboard(home: Path, **told: Any) -> Iterator[int]:
    """The port of a dashboard that serves this home."""
    app = build_app(Pipeline(Settings(home=home)), TOKEN)
    server = uvicorn.Server(uvicorn.Config(app, **{**told, "port": 0, "log_level": "error"}))
    thread = Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            thread.join(0.02)
        yield server.servers[0].sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        thread.join()


def is_well(port: int, token: str) -> bool:
    """What the container's own health check says of that dashboard."""
    _, *check = SERVICES["dashboard"]["healthcheck"]["test"]
    command = [sys.executable, *(word.replace(":8765", f":{port}") for word in check[1:])]
    environment = {**os.environ, "NBA_DASHBOARD_TOKEN": token}
    return subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 0  # noqa: S603


def test_the_dashboards_health_is_that_it_can_look_at_the_warehouse(tmp_path: Path) -> None:
    with Pipeline(Settings(home=tmp_path)).open_engine():
        pass
    with dashboard(tmp_path) as port:
        assert is_well(port, TOKEN)
        assert not is_well(port, "another token of 16")
    assert not is_well(port, TOKEN), "nobody answers any more"


def test_the_dashboard_believes_the_proxy_that_a_browser_came_over_tls(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NBA_HOME", str(tmp_path))
    monkeypatch.setenv("NBA_DASHBOARD_PROXY", SERVICES["dashboard"]["environment"]["NBA_DASHBOARD_PROXY"])
    with dashboard(tmp_path, **serving(load_settings())) as port:
        answer = httpx.post(
            f"http://127.0.0.1:{port}/sign-in",
            data={"token": TOKEN},
            headers={"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.7"},
        )

    assert "Secure" in answer.headers["set-cookie"]


def test_a_dashboard_without_a_readable_warehouse_is_not_well(tmp_path: Path) -> None:
    (tmp_path / "warehouse.duckdb").write_text("this is no database")
    with dashboard(tmp_path) as port:
        assert not is_well(port, TOKEN)
