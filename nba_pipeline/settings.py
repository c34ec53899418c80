"""What the environment decides, typed and checked: the `NBA_*` variables. Secrets do not belong here, see
`nba_pipeline.alerts.settings`.

A home remembers what it was made from in its file `nba.env`, which stands behind the environment: whoever opens
the home later need not say it again, and cannot mix invented games with real ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Literal

from dotenv import dotenv_values
from pydantic import (
    AfterValidator,
    AwareDatetime,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

REMEMBERED = "nba.env"


class ConfigurationError(Exception):
    """The environment is not usable. One line a problem: which variable, and what to do."""


def _absolute(path: Path) -> Path:
    return path.expanduser().resolve()


def _with_time_zone(value: object) -> object:
    # pydantic alone would read 20260115 as seconds since 1970
    if isinstance(value, str) and datetime.fromisoformat(value).tzinfo is None:
        raise ValueError("no time zone")
    return value


def _proxies(value: str) -> str:
    if value != "*":
        for place in value.split(","):
            ip_network(place.strip())
    return value


Directory = Annotated[Path, AfterValidator(_absolute)]
Moment = Annotated[AwareDatetime, BeforeValidator(_with_time_zone)]


class Settings(BaseSettings):
    """Each field is the variable `NBA_` + its name. An empty variable counts as not set.

    A field's description completes "set it to …" in the error that a wrong value gets.
    """

    model_config = SettingsConfigDict(env_prefix="NBA_", env_ignore_empty=True, frozen=True)

    home: Directory = Field(default=Path(".nba"), description="the directory that holds all state")
    source: Literal["archive", "simulated", "live"] = Field(
        default="simulated", description="archive, simulated or live"
    )
    seed: int = Field(default=7, ge=0, lt=2**32, description="a whole number from 0 to 4294967295")
    """Which of the simulated leagues; only for NBA_SOURCE=simulated."""
    archive_dir: Directory | None = Field(default=None, description="the directory of the archived answers")
    warehouse: Literal["duckdb", "bigquery"] = Field(default="duckdb", description="duckdb or bigquery")
    bigquery_project: str | None = Field(
        default=None, pattern=r"^[a-z0-9:.-]+$", description="the id of the Google Cloud project that holds the tables"
    )
    bigquery_location: str = Field(
        default="US", pattern=r"^[A-Za-z0-9-]+$", description="a location of BigQuery, like US or europe-west1"
    )
    bigquery_prefix: str = Field(
        default="", pattern=r"^[A-Za-z0-9_]{0,64}$", description="letters, digits and _, like staging_"
    )
    """What the names of datasets begin with, so that several environments can share a project."""
    bigquery_credentials: SecretStr | None = Field(
        default=None, description="a service account's key, its JSON in Base64, or unset it"
    )
    """Unset, Google's application default credentials count."""
    bigquery_byte_limit: int = Field(
        default=10 * 10**9, ge=10**7, description="a number of bytes from 10000000, BigQuery's own minimum for a table"
    )
    """A job that would be billed for more bytes than this fails without cost."""
    now: Moment | None = Field(
        default=None, description="a moment with its time zone, like 2026-01-15T06:00:00-05:00, or unset it"
    )
    """Freezes the clock, for replays and tests."""
    lock_timeout: float = Field(default=30, ge=0, allow_inf_nan=False, description="a number of seconds, 0 or more")
    """How many seconds to wait for another process to release its lock."""
    dashboard_token: SecretStr | None = Field(
        default=None, min_length=16, description="a secret of at least 16 characters, or unset it"
    )
    """What the dashboard asks everybody for, if it is set."""
    dashboard_proxy: Annotated[str, AfterValidator(_proxies)] | None = Field(
        default=None, description="addresses or networks, like 10.0.0.5 or 172.16.0.0/12, with commas between, or *"
    )
    """Whose word the dashboard takes for who asks, and that it was over TLS; unset, nobody's."""
    readiness: Literal["warn", "block"] = Field(default="warn", description="warn or block")
    """What becomes of predictions where phase 4 is not ready (R-006), see `nba_pipeline.readiness`."""

    @model_validator(mode="after")
    def _project_is_named(self) -> Settings:
        if self.warehouse == "bigquery" and self.bigquery_project is None:
            remedy = Settings.model_fields["bigquery_project"].description
            raise ValueError(f"NBA_WAREHOUSE=bigquery needs NBA_BIGQUERY_PROJECT: set it to {remedy}.")
        return self

    @model_validator(mode="after")
    def _archive_is_there(self) -> Settings:
        remedy = f"set it to {Settings.model_fields['archive_dir'].description}."
        if self.source == "archive" and self.archive_dir is None:
            raise ValueError(f"NBA_SOURCE=archive needs NBA_ARCHIVE_DIR: {remedy}")
        if self.source == "archive" and self.archive_dir and not self.archive_dir.is_dir():
            raise ValueError(f"NBA_ARCHIVE_DIR: {self.archive_dir} is not a directory; {remedy}")
        return self

    @property
    def landing_dir(self) -> Path:
        return self.home / "landing"

    @property
    def models_dir(self) -> Path:
        return self.home / "models"

    @property
    def dagster_home(self) -> Path:
        return self.home / "dagster"


class _Home(BaseSettings):
    """Only where the home is, which must be known before its file can be read."""

    model_config = SettingsConfigDict(env_prefix="NBA_", env_ignore_empty=True, extra="ignore")

    home: Directory = Settings.model_fields["home"].default


def load_settings() -> Settings:
    """Read the environment and the home's file, once, where the program starts. Raises ConfigurationError."""
    remembered = _Home().home / REMEMBERED
    try:
        settings = Settings(_env_file=remembered)  # type: ignore[call-arg]  # an argument of pydantic-settings
    except ValidationError as invalid:
        raise ConfigurationError("\n".join(_problems(invalid, remembered))) from None
    _refuse_another_league(settings, remembered)
    return settings


def remember(settings: Settings, with_clock: bool = False) -> None:
    """Write into a new home what it is made from. What is there already is the operator's.

    A frozen clock is remembered only on request: a home that somebody means to use every day must not stand still.
    """
    file = settings.home / REMEMBERED
    if file.exists():
        return
    told: dict[str, str] = {"NBA_SOURCE": settings.source}
    if settings.source == "simulated":
        told["NBA_SEED"] = f"{settings.seed}"
    if settings.archive_dir is not None:
        told["NBA_ARCHIVE_DIR"] = f"{settings.archive_dir}"
    if settings.warehouse == "bigquery":
        told["NBA_WAREHOUSE"] = settings.warehouse
        told["NBA_BIGQUERY_PROJECT"] = f"{settings.bigquery_project}"
        told["NBA_BIGQUERY_LOCATION"] = settings.bigquery_location
        told["NBA_BIGQUERY_PREFIX"] = settings.bigquery_prefix
    if with_clock and settings.now is not None:
        told["NBA_NOW"] = settings.now.isoformat()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(f"{name}={value}\n" for name, value in told.items()))


def of_home(home: Path, settings: Settings) -> Settings:
    """These settings for another home, which knows itself where its warehouse is."""
    told = dotenv_values(home / REMEMBERED)
    kept = {
        name: told.get(f"NBA_{name.upper()}", Settings.model_fields[name].default)
        for name in ("warehouse", "bigquery_project", "bigquery_location", "bigquery_prefix")
    }
    return settings.model_copy(update={"home": home, **kept})


def _refuse_another_league(settings: Settings, remembered: Path) -> None:
    told = dotenv_values(remembered)
    if "NBA_SOURCE" not in told:
        return
    holds = (told["NBA_SOURCE"] == "simulated", told.get("NBA_SEED"))
    asked = (settings.source == "simulated", f"{settings.seed}")
    if holds[0] != asked[0] or (asked[0] and holds[1] not in (None, asked[1])):
        kept = " ".join(f"{name}={value}" for name, value in told.items() if name in ("NBA_SOURCE", "NBA_SEED"))
        raise ConfigurationError(
            f"{settings.home} was made with {kept}; with NBA_SOURCE={settings.source} NBA_SEED={settings.seed} its "
            "games would be mixed with those of another league. Set NBA_HOME to another directory, or unset the two."
        )


def _problems(invalid: ValidationError, remembered: Path) -> Iterator[str]:
    for error in invalid.errors():
        name = str(error["loc"][0]) if error["loc"] else None
        if name is None:
            yield str(error["ctx"]["error"])
        elif name in Settings.model_fields:
            remedy = f"set it to {Settings.model_fields[name].description}."
            yield f"NBA_{name.upper()}: {error['input']!r} is not usable; {remedy}"
        else:
            yield f"{name.upper()} in {remembered} is no variable of this program; remove the line."
