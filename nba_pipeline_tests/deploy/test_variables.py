"""Every variable that the program reads reaches the containers that use it, or is left out for a reason."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from deployed import DEPLOY

from nba_pipeline.alerts.settings import AlertSettings
from nba_pipeline.settings import Settings
from nba_pipeline.sources.live.settings import LiveSettings

READ_BY: dict[type[Settings] | type[AlertSettings] | type[LiveSettings], set[str]] = {
    Settings: {"code", "dashboard", "watch"},
    AlertSettings: {"code", "watch"},
    LiveSettings: {"code"},
}
OTHERWISE_READ_BY = {
    "NBA_DASHBOARD_TOKEN": {"dashboard"},
    "NBA_DASHBOARD_PROXY": {"dashboard"},
    "NBA_READINESS": {"code"},
    "NBA_ALERTS_URL": {"code", "dashboard", "watch"},
}

_CLOCK = "what runs every day must not stand still"
_ADDRESS = "the services are where the program looks for them; a test has others"
_ASKING = "what runs every day asks; a day made again from what landed says so for its one command"
ANYWHERE = {"NBA_NOW": _CLOCK, "NBA_LIVE_OFFLINE": _ASKING} | dict.fromkeys(
    [f"NBA_{name}_URL" for name in ("SLACK", "CDN", "STATS", "INJURY_REPORT", "ODDS_API", "BALLDONTLIE")], _ADDRESS
)
NOT_IN_COMPOSE = ANYWHERE | {"NBA_HOME": "the image says it"}
NOT_IN_THE_CLUSTER = ANYWHERE | {
    "NBA_SEED": "its games are real",
    "NBA_ARCHIVE_DIR": "its games come from the live services; an archive is named for one command",
    "NBA_LOCK_TIMEOUT": "nobody waits for DuckDB's file",
    "NBA_BIGQUERY_CREDENTIALS": "an account is bound to its pod, and has no key",
}

KNOWN = {f"NBA_{field.upper()}": kind for kind in READ_BY for field in kind.model_fields}
SECRET = {name for name, kind in KNOWN.items() if "Secret" in str(kind.model_fields[name[4:].lower()].annotation)}

SERVICES: dict[str, dict[str, Any]] = yaml.safe_load((DEPLOY / "docker-compose.yaml").read_text())["services"]
PAGE = (DEPLOY.parent / "docs" / "deploy.md").read_text()


def readers(name: str) -> set[str]:
    return OTHERWISE_READ_BY.get(name, READ_BY[KNOWN[name]])


@pytest.mark.parametrize("name", sorted(KNOWN.keys() - NOT_IN_COMPOSE.keys()))
def test_a_variable_reaches_the_containers_that_read_it(name: str) -> None:
    holders = {service for service, told in SERVICES.items() if name in told.get("environment", {})}

    assert readers(name) - holders == set()


@pytest.mark.parametrize("name", sorted(KNOWN.keys() - NOT_IN_THE_CLUSTER.keys()))
def test_a_variable_has_its_place_in_the_cluster(name: str) -> None:
    settings, *_ = yaml.safe_load_all((DEPLOY / "kubernetes" / "settings.yaml").read_text())
    secrets = dict(re.findall(r"^\| `(nba-[\w-]+)` \| (.+) \|$", PAGE[PAGE.index("**3. Secrets**") :], re.MULTILINE))
    in_secrets = {secret for secret, holds in secrets.items() if f"`{name}`" in holds}

    # the channel as well: without its token, which the dashboard does not get, it is refused
    if name in SECRET | {"NBA_SLACK_CHANNEL"}:
        assert {reader for reader, taken in taken_in_the_cluster().items() if taken & in_secrets} >= readers(name)
        assert name not in settings["data"]
    else:
        assert name in settings["data"]
        assert {reader for reader, taken in taken_in_the_cluster().items() if "nba-settings" in taken} >= readers(name)


def taken_in_the_cluster() -> dict[str, set[str]]:
    """The config maps and secrets that each reader's containers take whole."""
    values = yaml.safe_load((DEPLOY / "helm-values.yaml").read_text())
    (code,) = values["dagster-user-deployments"]["deployments"]
    taken = {"code": {source["name"] for source in (*code["envConfigMaps"], *code["envSecrets"])}}
    for name in ("dashboard", "watch"):
        text = (DEPLOY / "kubernetes" / f"{name}.yaml").read_text()
        taken[name] = set(re.findall(r"(?:configMapRef|secretRef): \{name: ([\w-]+)\}", text))
    return taken


@pytest.mark.parametrize("left_out", [NOT_IN_COMPOSE, NOT_IN_THE_CLUSTER], ids=["compose", "cluster"])
def test_what_is_left_out_is_a_variable_that_is_not_there(left_out: dict[str, str]) -> None:
    compose = {variable for told in SERVICES.values() for variable in told.get("environment", {})}
    settings, *_ = yaml.safe_load_all((DEPLOY / "kubernetes" / "settings.yaml").read_text())
    given = compose if left_out is NOT_IN_COMPOSE else set(settings["data"])

    assert left_out.keys() - KNOWN.keys() == set()
    assert left_out.keys() & given == set()
