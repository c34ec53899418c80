"""Where the live services are and how they are asked, from the environment alone: keys belong in no home's file."""

from __future__ import annotations

from typing import Annotated

import httpx
from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from nba_pipeline.settings import ConfigurationError

_ADDRESS = "an address like https://host/path, https:// or http://, with no user, password, query or fragment"
_PORTS = range(1, 2**16)


def _address(value: str) -> str:
    """What is asked under it is kept and told with its address: nothing in that may be a secret."""
    try:
        url = httpx.URL(value)
    except httpx.InvalidURL:
        raise ValueError("no address") from None
    is_web = url.scheme in ("https", "http") and url.host and (url.port is None or url.port in _PORTS)
    if not is_web or any(mark in value for mark in "@?#"):
        raise ValueError("no address")
    return value.rstrip("/")


def _of_a_header(value: SecretStr) -> SecretStr:
    # what HTTP cannot send in a header would be refused with the key in the error
    if not (value.get_secret_value().isascii() and value.get_secret_value().isprintable()):
        raise ValueError("no key")
    return value


Address = Annotated[str, AfterValidator(_address)]
HeaderSecret = Annotated[SecretStr, AfterValidator(_of_a_header)]


class LiveSettings(BaseSettings):
    """Each field is the variable `NBA_` + its name. No value of a secret one appears in a text, an error or a log."""

    model_config = SettingsConfigDict(env_prefix="NBA_", env_ignore_empty=True, frozen=True, hide_input_in_errors=True)

    cdn_url: Address = Field(default="https://cdn.nba.com/static/json", description=_ADDRESS)
    stats_url: Address = Field(default="https://stats.nba.com/stats", description=_ADDRESS)
    injury_report_url: Address = Field(default="https://ak-static.cms.nba.com/referee/injury", description=_ADDRESS)
    odds_api_url: Address = Field(default="https://api.the-odds-api.com/v4", description=_ADDRESS)
    odds_api_key: SecretStr | None = Field(default=None, min_length=8, description="a key of The Odds API, or unset it")
    odds_regions: str = Field(default="us", pattern=r"^[a-z0-9_]+(,[a-z0-9_]+)*$", description="regions like us,us_dfs")
    """Whose books are asked for; each region costs as much again."""
    odds_daily_credits: int = Field(default=200, ge=0, description="a number of credits, 0 or more")
    """What may be spent at The Odds API on one game day of the clock."""
    odds_historical: bool = Field(default=False, description="true or false")
    """Whether the odds of past days are bought: ten credits where a live answer costs one, on a paid plan only."""
    balldontlie_url: Address = Field(default="https://api.balldontlie.io/v1", description=_ADDRESS)
    balldontlie_api_key: HeaderSecret | None = Field(
        default=None, min_length=8, description="a key of balldontlie, or unset it"
    )
    live_offline: bool = Field(default=False, description="true or false")
    """Whether nobody is asked, and days are told by what landed of them."""
    request_interval: float = Field(default=1, ge=0, le=60, description="seconds from 0 to 60")
    """The least time between two requests to one host, in seconds."""
    request_timeout: float = Field(default=20, gt=0, le=120, description="seconds, at most 120")
    """How long one request may take as a whole, in seconds."""
    stats_timeout: float = Field(default=15, gt=0, le=120, description="seconds, at most 120")
    """The same for stats.nba.com, which answers in a few seconds or never."""


def load_live_settings() -> LiveSettings:
    """Read the environment. Raises ConfigurationError, which names the variables and no value."""
    try:
        return LiveSettings()
    except ValidationError as invalid:
        raise ConfigurationError("\n".join(_problem(str(error["loc"][0])) for error in invalid.errors())) from None


def _problem(name: str) -> str:
    return f"NBA_{name.upper()} is not usable; set it to {LiveSettings.model_fields[name].description}."
