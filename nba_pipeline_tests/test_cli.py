"""The command: what the operator reads, and the exit code that a script sees."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import duckdb
import pytest
from click.testing import CliRunner, Result

import nba_pipeline
from nba_pipeline.cli import main
from nba_pipeline.cli.doctor import ledgers
from nba_pipeline.registry import all_tables
from nba_pipeline.warehouse.engine import Ledger


@pytest.fixture
def nba(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NBA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("NBA_SOURCE", "archive")
    monkeypatch.setenv("NBA_ARCHIVE_DIR", str(tmp_path))

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(main, arguments)

    return invoke


def test_no_archive_is_a_sentence_and_exit_code_2(nba, monkeypatch) -> None:
    monkeypatch.setenv("NBA_ARCHIVE_DIR", "/nowhere")

    said = nba("run", "--date", "2026-01-15")

    assert said.exit_code == 2
    assert "NBA_ARCHIVE_DIR: /nowhere is not a directory" in said.stderr
    assert "Traceback" not in said.output


def test_a_date_that_is_none_is_told_how_to_write_one(nba) -> None:
    said = nba("run", "--date", "15/01/2026")

    assert said.exit_code == 2
    assert "'15/01/2026' is no date; write it like 2026-01-15, or today, or yesterday" in said.stderr


def test_a_range_that_ends_before_it_starts_is_refused(nba) -> None:
    said = nba("backfill", "--start", "2026-01-15", "--end", "2026-01-14")

    assert said.exit_code == 2
    assert "--end 2026-01-14 is before --start 2026-01-15" in said.stderr


def test_a_summer_has_nothing_to_backfill(nba) -> None:
    said = nba("backfill", "--start", "2025-07-10", "--end", "2025-08-10")

    assert said.exit_code == 2
    assert "off-season" in said.stderr


def test_predictions_before_the_first_run_say_how_to_make_them(nba) -> None:
    said = nba("predictions", "--date", "2026-01-15")

    assert said.exit_code == 2
    assert "There is no warehouse" in said.stderr
    assert "nba run or nba backfill" in said.stderr


def test_an_empty_archive_fails_the_run_with_the_reason_as_json(nba) -> None:
    said = nba("run", "--date", "2026-01-15", "--phase", "pregame", "--json")

    run, ledger = json.loads(said.stdout)
    assert said.exit_code == 2
    assert run["status"] == "FAILED"
    assert "holds no schedule files; check NBA_ARCHIVE_DIR" in run["failures"][0]
    assert {finding["check"] for finding in run["findings"]} >= {"write_verified", "contract_holds"}
    assert run["silent_checks"] == []
    assert (ledger["job"], ledger["status"]) == ("ledger", "FAILED")
    assert "nobody knows who is expected" in ledger["failures"][0]


def test_doctor_names_what_is_wrong_and_what_is_well(nba) -> None:
    said = nba("doctor", "--json")

    probes = {probe["probe"]: probe for probe in json.loads(said.stdout)}
    assert said.exit_code == 1
    assert probes["source"]["ok"] is False
    assert "holds no schedule files" in probes["source"]["finding"]
    assert probes["warehouse"]["ok"] is True
    assert probes["warehouse"]["finding"].startswith(f"{len(all_tables())} tables as their contracts say")


def test_doctor_compares_every_ledger_there_is_with_its_declaration(nba, tmp_path: Path) -> None:
    declared = {
        ledger.name
        for loaded in walk_packages(nba_pipeline.__path__, "nba_pipeline.")
        for ledger in vars(import_module(loaded.name)).values()
        if isinstance(ledger, Ledger)
    }
    assert {ledger.name for ledger in ledgers()} == declared
    nba("doctor")
    with duckdb.connect(str(tmp_path / "home" / "warehouse.duckdb")) as warehouse:
        warehouse.execute("ALTER TABLE nba_reliability.repairs RENAME COLUMN outcome TO ended")

    probes = {probe["probe"]: probe for probe in json.loads(nba("doctor", "--json").stdout)}

    assert probes["warehouse"]["ok"] is False
    assert probes["warehouse"]["finding"].startswith("nba_reliability.repairs in ")
    assert "made from another contract; different columns: ended, outcome." in probes["warehouse"]["finding"]
