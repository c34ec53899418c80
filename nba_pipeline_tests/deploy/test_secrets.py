"""No value of a secret is in a file of the deployment: each has a name and comes from elsewhere."""

from __future__ import annotations

import re
import subprocess

import pytest
from deployed import DEPLOY

from nba_pipeline.alerts.settings import AlertSettings
from nba_pipeline.settings import Settings
from nba_pipeline.sources.live.settings import LiveSettings

ROOT = DEPLOY.parent
PAGE = ROOT / "docs" / "deploy.md"
FILES = sorted(path for path in DEPLOY.rglob("*") if path.is_file() and path.name != ".env")

SECRET = [
    f"NBA_{name.upper()}"
    for kind in (Settings, AlertSettings, LiveSettings)
    for name, field in kind.model_fields.items()
    if "Secret" in str(field.annotation)
] + ["NBA_UI_PASSWORD_HASH", "POSTGRES_PASSWORD", "DAGSTER_POSTGRES_URL", "postgresql-password", "postgresqlPassword"]

_GIVEN = re.compile(rf"^[^\w$#]*({'|'.join(map(re.escape, SECRET))})[\"']?[ \t]*[=:][ \t]*[\"']?(\S+)", re.MULTILINE)
_LOOKS_LIKE_ONE = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY|\bxox[abps]-|hooks\.slack\.com/services/|\$2[aby]\$|://[^\s:/@]+:(?!\$\{)[^\s@]+@"
)


def given(text: str) -> list[str]:
    """What stands where only a reference to the environment, like ${NAME}, may stand; and what looks like a secret."""
    named = [name for name, value in _GIVEN.findall(text) if "${" not in value]
    return [*named, *_LOOKS_LIKE_ONE.findall(text)]


@pytest.mark.parametrize("path", [*FILES, PAGE], ids=lambda path: path.name)
def test_no_secret_has_its_value_in_a_file(path) -> None:
    assert given(path.read_text()) == []


@pytest.mark.parametrize(
    "planted",
    [
        "NBA_DASHBOARD_TOKEN=0123456789abcdef",
        "      NBA_ODDS_API_KEY: abcdef0123456789",
        'NBA_SLACK_TOKEN: "xyz"',
        "DAGSTER_POSTGRES_URL: postgresql://nba:open@postgres/dagster",
        "postgresqlPassword: test",
        "NBA_UI_PASSWORD_HASH='$2a$14$abc'",
        "-----BEGIN PRIVATE KEY-----",
    ],
)
def test_a_planted_secret_is_found(planted: str) -> None:
    assert given(f"# a comment\n{planted}\n") != []


def test_secrets_of_the_program_are_known() -> None:
    assert {"NBA_BIGQUERY_CREDENTIALS", "NBA_DASHBOARD_TOKEN", "NBA_ALERTS_URL", "NBA_ODDS_API_KEY"} <= set(SECRET)
    assert "NBA_BALLDONTLIE_API_KEY" in SECRET


def test_the_operators_own_file_stays_out_of_the_repository() -> None:
    ignored = subprocess.run(["git", "check-ignore", "-q", DEPLOY / ".env"], cwd=ROOT, check=False)  # noqa: S603, S607

    assert ignored.returncode == 0
