"""What the environment decides, typed and checked: the `NBA_*` variables. Secrets do not belong here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, BeforeValidator, Field, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class ConfigurationError(Exception):
    """The environment is not usable. One line a problem: which variable, and what to do."""


def _absolute(path: Path) -> Path:
    return path.expanduser().resolve()


def _with_time_zone(value: object) -> object:
    # pydantic alone would read 20260115 as seconds since 1970
    if isinstance(value, str) and datetime.fromisoformat(value).tzinfo is None:
        raise ValueError("no time zone")
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
    archive_dir: Directory | None = Field(default=None, description="the directory of the archived answers")
    warehouse: Literal["duckdb", "bigquery"] = Field(default="duckdb", description="duckdb or bigquery")
    now: Moment | None = Field(
        default=None, description="a moment with its time zone, like 2026-01-15T06:00:00-05:00, or unset it"
    )
    """Freezes the clock, for replays and tests."""
    lock_timeout: float = Field(default=30, ge=0, allow_inf_nan=False, description="a number of seconds, 0 or more")
    """How many seconds to wait for another process to release its lock."""

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


def load_settings() -> Settings:
    """Read the environment, once, where the program starts. Raises ConfigurationError."""
    try:
        return Settings()
    except ValidationError as invalid:
        raise ConfigurationError("\n".join(_problems(invalid))) from None


def _problems(invalid: ValidationError) -> Iterator[str]:
    for error in invalid.errors():
        if error["loc"]:
            name = str(error["loc"][0])
            remedy = f"set it to {Settings.model_fields[name].description}."
            yield f"NBA_{name.upper()}: {error['input']!r} is not usable; {remedy}"
        else:
            yield str(error["ctx"]["error"])
