"""Where alerts go, from the environment alone: most of it is secret, and a home's file is no place for secrets."""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from nba_pipeline.settings import ConfigurationError

_HIDDEN = "***"
_ADDRESS = "an address that begins with https:// or http://"
Text = TypeVar("Text", str, SecretStr)


def _plain(value: str | SecretStr) -> str:
    return value.get_secret_value() if isinstance(value, SecretStr) else value


def _address(value: Text) -> Text:
    if not _plain(value).startswith(("https://", "http://")):
        raise ValueError("no address")
    return value


def _database(value: SecretStr) -> SecretStr:
    try:
        kind = make_url(value.get_secret_value()).get_backend_name()
    except ArgumentError:
        raise ValueError("no database") from None
    if kind != "postgresql":
        raise ValueError("another database")
    return value


SecretAddress = Annotated[SecretStr, AfterValidator(_address)]


class AlertSettings(BaseSettings):
    """Each field is the variable `NBA_` + its name. No value of a secret one appears in a text, an error or a log."""

    model_config = SettingsConfigDict(env_prefix="NBA_", env_ignore_empty=True, frozen=True, hide_input_in_errors=True)

    slack_webhook: SecretAddress | None = Field(default=None, description=_ADDRESS)
    slack_token: SecretStr | None = Field(default=None, description="a Slack token")
    slack_channel: str | None = Field(default=None, description="the channel that the token may write to")
    slack_url: Annotated[str, AfterValidator(_address)] = Field(default="https://slack.com/api/", description=_ADDRESS)
    webhook_url: SecretAddress | None = Field(default=None, description=_ADDRESS)
    pubsub_topic: str | None = Field(
        default=None, pattern=r"^projects/[^/]+/topics/[^/]+$", description="projects/PROJECT/topics/TOPIC"
    )
    alerts_url: Annotated[SecretStr, AfterValidator(_database)] | None = Field(
        default=None, description="the address of a PostgreSQL database, postgresql://USER:PASSWORD@HOST/DATABASE"
    )
    ui_url: Annotated[str, AfterValidator(_address)] = Field(default="http://127.0.0.1:3000", description=_ADDRESS)

    @model_validator(mode="after")
    def _token_and_channel(self) -> AlertSettings:
        if (self.slack_token is None) != (self.slack_channel is None):
            raise ValueError("NBA_SLACK_TOKEN and NBA_SLACK_CHANNEL belong together: set both, or neither.")
        return self

    def redacted(self, text: str) -> str:
        """The text without any secret of these settings, wherever it came from."""
        for secret in self._secrets():
            text = text.replace(secret, _HIDDEN)
        return text

    def _secrets(self) -> list[str]:
        """The secrets, the longest first: a password may also stand in the address around it."""
        known = [self.slack_webhook, self.slack_token, self.webhook_url, self.alerts_url]
        secrets = {secret.get_secret_value() for secret in known if secret is not None}
        if self.alerts_url is not None:
            password = make_url(self.alerts_url.get_secret_value()).password
            secrets |= {password} if password else set()
        return sorted(secrets, key=len, reverse=True)


def load_alert_settings() -> AlertSettings:
    """Read the environment. Raises ConfigurationError, which names the variables and no value."""
    try:
        return AlertSettings()
    except ValidationError as invalid:
        raise ConfigurationError(
            "\n".join(_problem(error["loc"], error["msg"]) for error in invalid.errors())
        ) from None


def _problem(place: tuple[int | str, ...], said: str) -> str:
    if not place:
        return said.removeprefix("Value error, ")
    name = str(place[0])
    return f"NBA_{name.upper()} is not usable; set it to {AlertSettings.model_fields[name].description}."
