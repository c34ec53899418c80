"""The environment is read as it is meant, and every mistake in it is told in one line."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nba_pipeline.settings import ConfigurationError, Settings, load_settings


@pytest.fixture(autouse=True)
def no_variables(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.upper().startswith("NBA_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def complaint(monkeypatch: pytest.MonkeyPatch, **variables: str) -> list[str]:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError) as raised:
        load_settings()
    return str(raised.value).splitlines()


def test_an_empty_environment_is_a_simulated_season_on_duckdb(tmp_path):
    settings = load_settings()

    assert settings.model_dump() == {
        "home": tmp_path / ".nba",
        "source": "simulated",
        "archive_dir": None,
        "warehouse": "duckdb",
        "now": None,
        "lock_timeout": 30,
    }


def test_all_state_lies_under_an_absolute_home(monkeypatch, tmp_path):
    monkeypatch.setenv("NBA_HOME", "season/../state")

    settings = load_settings()

    assert settings.home == tmp_path / "state"
    assert settings.landing_dir == tmp_path / "state/landing"
    assert settings.models_dir == tmp_path / "state/models"
    assert settings.dagster_home == tmp_path / "state/dagster"


def test_a_tilde_is_the_users_home_also_where_no_shell_expands_it(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NBA_HOME", "~/state")

    assert load_settings().home == tmp_path / "state"


def test_every_variable_is_read(monkeypatch, tmp_path):
    (tmp_path / "answers").mkdir()
    monkeypatch.setenv("NBA_SOURCE", "archive")
    monkeypatch.setenv("NBA_ARCHIVE_DIR", "answers")
    monkeypatch.setenv("NBA_WAREHOUSE", "bigquery")
    monkeypatch.setenv("NBA_NOW", "2026-01-15T06:00:00-05:00")
    monkeypatch.setenv("NBA_LOCK_TIMEOUT", "2.5")

    settings = load_settings()

    assert settings.source == "archive"
    assert settings.archive_dir == tmp_path / "answers"
    assert settings.warehouse == "bigquery"
    assert settings.now == datetime(2026, 1, 15, 11, 0, tzinfo=UTC)
    assert settings.lock_timeout == 2.5


def test_an_empty_variable_counts_as_not_set(monkeypatch):
    assert complaint(monkeypatch, NBA_SOURCE="archive", NBA_ARCHIVE_DIR="") == [
        "NBA_SOURCE=archive needs NBA_ARCHIVE_DIR: set it to the directory of the archived answers."
    ]


def test_an_archive_that_is_not_there_is_refused(monkeypatch, tmp_path):
    assert complaint(monkeypatch, NBA_SOURCE="archive", NBA_ARCHIVE_DIR="gone") == [
        f"NBA_ARCHIVE_DIR: {tmp_path / 'gone'} is not a directory; set it to the directory of the archived answers."
    ]


@pytest.mark.parametrize(
    "moment",
    ["2026-01-15T06:00:00", "2026-01-15", "20260115", "1768474800", "yesterday"],
)
def test_a_moment_without_its_time_zone_is_refused(monkeypatch, moment):
    assert complaint(monkeypatch, NBA_NOW=moment) == [
        f"NBA_NOW: {moment!r} is not usable; "
        "set it to a moment with its time zone, like 2026-01-15T06:00:00-05:00, or unset it."
    ]


@pytest.mark.parametrize("seconds", ["-1", "nan", "inf", "soon"])
def test_a_lock_is_awaited_for_a_number_of_seconds(monkeypatch, seconds):
    (line,) = complaint(monkeypatch, NBA_LOCK_TIMEOUT=seconds)

    assert line.startswith("NBA_LOCK_TIMEOUT: ")
    assert line.endswith("is not usable; set it to a number of seconds, 0 or more.")


def test_each_wrong_variable_has_a_line_of_its_own(monkeypatch):
    assert complaint(monkeypatch, NBA_SOURCE="arcive", NBA_WAREHOUSE="snowflake") == [
        "NBA_SOURCE: 'arcive' is not usable; set it to archive, simulated or live.",
        "NBA_WAREHOUSE: 'snowflake' is not usable; set it to duckdb or bigquery.",
    ]


def test_every_field_says_what_to_set_it_to():
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []
