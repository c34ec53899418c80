"""The environment is read as it is meant, and every mistake in it is told in one line."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from unconfigured import forget_settings

from nba_pipeline.settings import ConfigurationError, Settings, load_settings, of_home, remember


@pytest.fixture(autouse=True)
def no_variables(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    forget_settings(monkeypatch)
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
        "seed": 7,
        "archive_dir": None,
        "warehouse": "duckdb",
        "bigquery_project": None,
        "bigquery_location": "US",
        "bigquery_prefix": "",
        "bigquery_credentials": None,
        "bigquery_byte_limit": 10_000_000_000,
        "now": None,
        "lock_timeout": 30,
        "dashboard_token": None,
        "dashboard_proxy": None,
        "readiness": "warn",
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
    monkeypatch.setenv("NBA_BIGQUERY_PROJECT", "league")
    monkeypatch.setenv("NBA_BIGQUERY_LOCATION", "europe-west1")
    monkeypatch.setenv("NBA_BIGQUERY_PREFIX", "staging_")
    monkeypatch.setenv("NBA_BIGQUERY_CREDENTIALS", "a key")
    monkeypatch.setenv("NBA_BIGQUERY_BYTE_LIMIT", "20000000")
    monkeypatch.setenv("NBA_NOW", "2026-01-15T06:00:00-05:00")
    monkeypatch.setenv("NBA_LOCK_TIMEOUT", "2.5")

    settings = load_settings()

    assert settings.source == "archive"
    assert settings.archive_dir == tmp_path / "answers"
    assert settings.warehouse == "bigquery"
    assert (settings.bigquery_project, settings.bigquery_location) == ("league", "europe-west1")
    assert (settings.bigquery_prefix, settings.bigquery_byte_limit) == ("staging_", 20_000_000)
    assert settings.bigquery_credentials.get_secret_value() == "a key"
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


@pytest.mark.parametrize("seed", ["-1", "1.5", "lucky", "4294967296"])
def test_a_malformed_seed_is_refused(monkeypatch, seed):
    assert complaint(monkeypatch, NBA_SEED=seed) == [
        f"NBA_SEED: {seed!r} is not usable; set it to a whole number from 0 to 4294967295."
    ]


def test_a_home_remembers_what_it_was_made_from(monkeypatch, tmp_path):
    (tmp_path / "answers").mkdir()
    made_from = {"NBA_SOURCE": "archive", "NBA_ARCHIVE_DIR": "answers", "NBA_NOW": "2026-01-15T06:00:00-05:00"}
    for name, value in made_from.items():
        monkeypatch.setenv(name, value)
    first = load_settings()
    remember(first, with_clock=True)
    for name in made_from:
        monkeypatch.delenv(name)

    assert load_settings() == first


def test_the_environment_comes_before_what_a_home_remembers(monkeypatch):
    remember(load_settings().model_copy(update={"now": datetime(2026, 1, 15, 11, tzinfo=UTC)}), with_clock=True)
    monkeypatch.setenv("NBA_NOW", "2026-01-16T06:00:00-05:00")

    assert load_settings().now == datetime(2026, 1, 16, 11, tzinfo=UTC)


def test_a_frozen_clock_is_forgotten_unless_asked_for(monkeypatch):
    remember(load_settings().model_copy(update={"now": datetime(2026, 1, 15, 11, tzinfo=UTC)}))

    assert load_settings().now is None


def test_a_later_setting_does_not_change_what_a_home_remembers(monkeypatch, tmp_path):
    remember(load_settings())
    remember(load_settings().model_copy(update={"seed": 8}))

    assert (tmp_path / ".nba" / "nba.env").read_text() == "NBA_SOURCE=simulated\nNBA_SEED=7\n"


@pytest.mark.parametrize("variables", [{"NBA_SEED": "8"}, {"NBA_SOURCE": "live"}], ids=str)
def test_games_of_another_league_are_kept_out_of_a_home(monkeypatch, tmp_path, variables):
    remember(load_settings())

    (line,) = complaint(monkeypatch, **variables)

    assert line.startswith(f"{tmp_path / '.nba'} was made with NBA_SOURCE=simulated NBA_SEED=7; with ")
    assert line.endswith("Set NBA_HOME to another directory, or unset the two.")


def test_real_games_may_come_from_an_archive_and_later_live(monkeypatch, tmp_path):
    (tmp_path / "answers").mkdir()
    monkeypatch.setenv("NBA_SOURCE", "archive")
    monkeypatch.setenv("NBA_ARCHIVE_DIR", "answers")
    remember(load_settings())
    monkeypatch.setenv("NBA_SOURCE", "live")

    assert load_settings().source == "live"


def test_a_mistake_in_the_homes_file_is_told_with_its_place(monkeypatch, tmp_path):
    remember(load_settings())
    file = tmp_path / ".nba" / "nba.env"
    file.write_text("NBA_SORCE=simulated\n")

    assert complaint(monkeypatch) == [f"NBA_SORCE in {file} is no variable of this program; remove the line."]


def test_every_field_says_what_to_set_it_to():
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_bigquery_needs_a_project(monkeypatch):
    assert complaint(monkeypatch, NBA_WAREHOUSE="bigquery") == [
        "NBA_WAREHOUSE=bigquery needs NBA_BIGQUERY_PROJECT: set it to the id of the Google Cloud project that holds "
        "the tables."
    ]


def test_a_prefix_that_no_dataset_can_begin_with_is_refused(monkeypatch):
    (line,) = complaint(monkeypatch, NBA_BIGQUERY_PREFIX="staging-")

    assert line == "NBA_BIGQUERY_PREFIX: 'staging-' is not usable; set it to letters, digits and _, like staging_."


def test_another_home_is_looked_for_where_it_was_made(monkeypatch, tmp_path):
    monkeypatch.setenv("NBA_WAREHOUSE", "bigquery")
    monkeypatch.setenv("NBA_BIGQUERY_PROJECT", "league")
    here = load_settings()
    other = here.model_copy(update={"home": tmp_path / "other", "bigquery_prefix": "other_"})
    remember(other)

    assert of_home(tmp_path / "other", here) == other
    assert of_home(tmp_path / "embedded", here).warehouse == "duckdb"


def test_credentials_are_no_part_of_what_a_home_remembers(monkeypatch, tmp_path):
    monkeypatch.setenv("NBA_WAREHOUSE", "bigquery")
    monkeypatch.setenv("NBA_BIGQUERY_PROJECT", "league")
    monkeypatch.setenv("NBA_BIGQUERY_CREDENTIALS", "a secret")

    remember(load_settings())

    assert "NBA_BIGQUERY_PROJECT=league\n" in (tmp_path / ".nba" / "nba.env").read_text()
    assert "secret" not in (tmp_path / ".nba" / "nba.env").read_text()
