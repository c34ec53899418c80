"""What the environment says about channels is checked, and a wrong value is named without being shown."""

from __future__ import annotations

import pytest

from nba_pipeline.alerts.settings import AlertSettings, load_alert_settings
from nba_pipeline.settings import ConfigurationError

POSTGRES = "the address of a PostgreSQL database, postgresql://USER:PASSWORD@HOST/DATABASE"


@pytest.mark.parametrize(
    ("variables", "complaint"),
    [
        (
            {"NBA_SLACK_WEBHOOK": "hooks.slack.com/planted"},
            "NBA_SLACK_WEBHOOK is not usable; set it to an address that begins with https:// or http://.",
        ),
        (
            {"NBA_WEBHOOK_URL": "file:///etc/planted"},
            "NBA_WEBHOOK_URL is not usable; set it to an address that begins with https:// or http://.",
        ),
        (
            {"NBA_PUBSUB_TOPIC": "planted"},
            "NBA_PUBSUB_TOPIC is not usable; set it to projects/PROJECT/topics/TOPIC.",
        ),
        ({"NBA_ALERTS_URL": "planted"}, f"NBA_ALERTS_URL is not usable; set it to {POSTGRES}."),
        ({"NBA_ALERTS_URL": "mysql://nba:planted@db/alerts"}, f"NBA_ALERTS_URL is not usable; set it to {POSTGRES}."),
        (
            {"NBA_SLACK_TOKEN": "planted"},
            "NBA_SLACK_TOKEN and NBA_SLACK_CHANNEL belong together: set both, or neither.",
        ),
    ],
    ids=str,
)
def test_a_wrong_variable_is_named_and_its_value_is_not_shown(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], complaint: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    with pytest.raises(ConfigurationError) as raised:
        load_alert_settings()

    assert str(raised.value) == complaint
    assert raised.value.__cause__ is None
    assert raised.value.__suppress_context__


def test_a_password_is_a_secret_also_by_itself() -> None:
    settings = AlertSettings(alerts_url="postgresql://nba:planted@db/alerts")

    assert settings.redacted("password authentication failed with planted") == "password authentication failed with ***"
    assert "planted" not in repr(settings)


def test_every_field_says_what_to_set_it_to() -> None:
    assert [name for name, field in AlertSettings.model_fields.items() if not field.description] == []
