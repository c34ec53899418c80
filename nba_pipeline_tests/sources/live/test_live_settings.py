"""The settings of the live services are checked, and no value of a secret one is told."""

from __future__ import annotations

import pytest
from unconfigured import forget_settings

from nba_pipeline.settings import ConfigurationError
from nba_pipeline.sources.live.settings import load_live_settings


@pytest.fixture(autouse=True)
def no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    forget_settings(monkeypatch)


def test_without_variables_the_real_services_are_asked_with_manners():
    settings = load_live_settings()

    assert settings.cdn_url == "https://cdn.nba.com/static/json"
    assert (settings.stats_url, settings.stats_timeout) == ("https://stats.nba.com/stats", 15)
    assert (settings.odds_api_key, settings.request_interval, settings.odds_historical) == (None, 1, False)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("NBA_ODDS_API_KEY", "short"),
        ("NBA_BALLDONTLIE_API_KEY", "short"),
        ("NBA_BALLDONTLIE_API_KEY", "not-ascii-\u00e9-key"),
        ("NBA_BALLDONTLIE_API_KEY", "two\nlines-of-a-key"),
        ("NBA_BALLDONTLIE_URL", "api.balldontlie.io"),
        ("NBA_CDN_URL", "cdn.nba.com"),
        ("NBA_CDN_URL", "http://user:planted-5e1f@cdn"),
        ("NBA_INJURY_REPORT_URL", "https://planted-5e1f@cdn/reports"),
        ("NBA_ODDS_API_URL", "https://odds/v4?apiKey=planted-5e1f"),
        ("NBA_STATS_URL", "https://stats/x#planted-5e1f"),
        ("NBA_CDN_URL", "http://cdn:planted-5e1f/x"),
        ("NBA_CDN_URL", "http://cdn:99999"),
        ("NBA_CDN_URL", "http:///static"),
        ("NBA_CDN_URL", "http://cdn/\n"),
        ("NBA_ODDS_REGIONS", "us;eu"),
        ("NBA_ODDS_DAILY_CREDITS", "-1"),
        ("NBA_LIVE_OFFLINE", "perhaps"),
        ("NBA_REQUEST_TIMEOUT", "0"),
        ("NBA_STATS_TIMEOUT", "600"),
        ("NBA_STATS_URL", "stats.nba.com"),
    ],
)
def test_a_wrong_value_is_named_and_not_repeated(monkeypatch, variable, value):
    monkeypatch.setenv(variable, value)

    with pytest.raises(ConfigurationError) as raised:
        load_live_settings()

    assert str(raised.value).startswith(f"{variable} is not usable; set it to ")
    assert value not in str(raised.value).removeprefix(variable).split("set it to")[0]
    assert "5e1f" not in str(raised.value)


def test_an_address_may_have_a_port_and_a_path(monkeypatch):
    monkeypatch.setenv("NBA_CDN_URL", "http://127.0.0.1:8080/static/")

    assert load_live_settings().cdn_url == "http://127.0.0.1:8080/static"


@pytest.mark.parametrize("variable", ["NBA_ODDS_API_KEY", "NBA_BALLDONTLIE_API_KEY"])
def test_a_key_is_hidden_wherever_settings_are_shown(monkeypatch, variable):
    monkeypatch.setenv(variable, "planted-key-5e1f")

    assert "planted-key-5e1f" not in f"{load_live_settings()!r} {load_live_settings().model_dump_json()}"
