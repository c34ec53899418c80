"""`nba reconcile`: what the operator reads, and the exit code that a script sees."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result
from faults.league import moment
from faults.league_desk import Desk
from reconciler import ANSWERS, TODAY, Reconciler

from nba_pipeline.cli import main
from nba_pipeline.reliability.repairs import Outcome, Repair, record
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine

Nba = Callable[..., Result]


@pytest.fixture
def nba(monkeypatch: pytest.MonkeyPatch) -> Nba:
    def invoke(desk: Desk, *arguments: str) -> Result:
        monkeypatch.setenv("NBA_HOME", str(desk.pipeline.settings.home))
        monkeypatch.setenv("NBA_NOW", desk.clock.now().isoformat())
        monkeypatch.setenv("NBA_LOCK_TIMEOUT", "0")
        monkeypatch.setenv("COLUMNS", "200")
        return CliRunner().invoke(main, ["reconcile", *arguments])

    return invoke


def test_a_whole_day_is_told_as_pass_with_exit_code_0(nba: Nba, reconciler: Reconciler) -> None:
    said = nba(reconciler.desk, "--date", "yesterday")

    assert said.exit_code == 0, said.output
    assert said.stdout.startswith(f"PASS {TODAY} FINAL: 2 games over")
    assert len(reconciler.stored()) == ANSWERS


def test_gaps_are_told_by_name_with_exit_code_1(nba: Nba, reconciler: Reconciler) -> None:
    lost = sorted(row["player_name"] for row in reconciler.desk.rows("player_game_summary", TODAY))[::2]
    reconciler.rewrite("player_game_summary", lambda rows: [row for row in rows if row["player_name"] not in lost])
    reconciler.lose("player_daily_cache")

    said = nba(reconciler.desk, "--date", f"{TODAY}")

    assert said.exit_code == 1
    assert said.stdout.startswith(f"FAIL {TODAY} FINAL, 7 gaps")
    assert "Analytics missing players: expected ~36, got 18" in said.stdout
    assert "No daily cache records for 2026-01-15" in said.stdout
    assert f"Unaccounted for: 18 players: [{', '.join(lost)}]" in said.stdout
    assert f"  missing: {', '.join(lost)}" in said.stdout
    assert "nba_precompute.player_daily_cache: it was never published" in said.stdout


def test_json_is_one_document_and_nothing_else(nba: Nba, reconciler: Reconciler) -> None:
    reconciler.lose("player_daily_cache")

    said = nba(reconciler.desk, "--date", f"{TODAY}", "--json")

    document = json.loads(said.stdout)
    assert (said.exit_code, document["status"], document["date"]) == (1, "FAIL", f"{TODAY}")
    assert [(gap["check"], gap["blocked_by"]) for gap in document["gaps"]] == [
        ("Daily Cache", None),
        ("form_is_of_the_games_before_the_day", "Daily Cache"),
        ("every_expected_player_has_form", "Daily Cache"),
    ]
    assert document["evaluation_id"] == reconciler.stored()[0]["evaluation_id"]


def test_a_day_in_progress_is_pending_with_exit_code_0(nba: Nba, afternoon: Reconciler) -> None:
    afternoon.desk.clock.moment = moment(TODAY, 21)

    said = nba(afternoon.desk, "--date", "today")

    assert said.exit_code == 0, said.output
    assert said.stdout.startswith(f"PENDING {TODAY} IN_PROGRESS: 0 of 2 games over")


def test_a_day_that_has_not_begun_is_refused(nba: Nba, reconciler: Reconciler) -> None:
    said = nba(reconciler.desk, "--date", "2026-01-17")

    assert said.exit_code == 2
    assert "2026-01-17 has not begun; reconcile it from that day on" in said.stderr
    assert reconciler.stored() == []


def test_results_that_cannot_be_stored_end_with_exit_code_2_and_no_verdict(
    nba: Nba, reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch
) -> None:
    def append(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(DuckDBEngine, "append", append)

    said = nba(reconciler.desk, "--date", f"{TODAY}")

    assert said.exit_code == 2
    assert "no space left on device" in said.stderr
    assert "PASS" not in said.output


def test_whatever_else_prevents_it_ends_with_exit_code_2(
    nba: Nba, reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError("the warehouse belongs to another user")

    monkeypatch.setattr(DuckDBEngine, "__init__", refuse)

    said = nba(reconciler.desk, "--date", f"{TODAY}")

    assert said.exit_code == 2
    told = " ".join(said.stderr.split())
    assert "could not be reconciled: PermissionError: the warehouse belongs to another user" in told


def test_what_was_repaired_of_a_day_is_told_with_it(nba: Nba, reconciler: Reconciler) -> None:
    desk = reconciler.desk
    repaired_at = desk.clock.now()
    boxscores = "nba_raw.player_boxscores"
    with desk.pipeline.open_engine() as engine:
        record(engine, [Repair(TODAY, boxscores, "G1", "no rows", 2, repaired_at, Outcome.REPAIRED, "the run")])

    assert f"{boxscores} {TODAY}, G1: REPAIRED at " in nba(desk, "--date", f"{TODAY}").stdout
    (told,) = json.loads(nba(desk, "--date", f"{TODAY}", "--json").stdout)["repairs"]
    assert (told["subject"], told["attempt"], told["outcome"], told["run_id"]) == ("G1", 2, "REPAIRED", "the run")
