"""The rules as asset checks: planned, answered and recorded for the day, red where the day is, never silent."""

from __future__ import annotations

import dagster as dg
import pytest
from reconciler import ANSWERS, TODAY, Reconciler

from nba_pipeline.definitions import defs
from nba_pipeline.orchestration.launch import RunOutcome
from nba_pipeline.orchestration.reconciliation import check_key
from nba_pipeline.reliability.rulebook import all_rules
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine

KEYS = {check_key(rule) for rule in all_rules()}


def evaluations(reconciler: Reconciler, outcome: RunOutcome) -> dict[dg.AssetCheckKey, dg.AssetCheckEvaluation]:
    records = reconciler.desk.instance.get_records_for_run(
        outcome.run_id, of_type=dg.DagsterEventType.ASSET_CHECK_EVALUATION
    ).records
    found = [record.event_log_entry.dagster_event.event_specific_data for record in records]
    return {evaluation.asset_check_key: evaluation for evaluation in found}


def test_every_rule_is_a_check_on_the_asset_that_it_judges() -> None:
    checks = defs.resolve_asset_graph().asset_check_keys

    assert checks >= KEYS
    assert len(KEYS) == len(all_rules())


def test_the_job_evaluates_every_rule_for_the_day_and_stores_the_results(reconciler: Reconciler) -> None:
    outcome = reconciler.desk.run("reconcile", TODAY)

    found = evaluations(reconciler, outcome)
    assert (outcome.exit_code, outcome.silent) == (0, [])
    assert found.keys() == KEYS
    assert all(evaluation.passed and evaluation.partition == f"{TODAY}" for evaluation in found.values())
    assert len(reconciler.stored()) == ANSWERS


def test_a_high_gap_fails_the_run_and_names_the_check(reconciler: Reconciler) -> None:
    reconciler.lose("player_prop_predictions")

    outcome = reconciler.desk.run("reconcile", TODAY)

    red = {key.name: e for key, e in evaluations(reconciler, outcome).items() if not e.passed}
    assert not outcome.succeeded
    assert {name for name, e in red.items() if e.description.startswith("FAIL")} == {
        "players_with_features_have_predictions"
    }
    assert "players_with_features_are_predicted" in red
    assert red["players_with_features_have_predictions"].severity is dg.AssetCheckSeverity.ERROR
    assert red["players_with_features_have_predictions"].description.startswith("FAIL: No predictions for 2026-01-15")
    assert outcome.silent == []


def test_a_lesser_gap_warns(reconciler: Reconciler) -> None:
    reconciler.rewrite("player_composite_factors", lambda rows: rows[1:])

    outcome = reconciler.desk.run("reconcile", TODAY)

    (finding,) = outcome.findings
    assert outcome.succeeded
    assert (finding.check, finding.severity) == ("every_expected_player_has_factors", "WARN")


def test_a_day_that_is_not_over_passes_no_check_and_fails_no_run(afternoon: Reconciler) -> None:
    outcome = afternoon.desk.run("reconcile", TODAY)

    found = evaluations(afternoon, outcome)
    assert outcome.succeeded
    assert {evaluation.passed for evaluation in found.values()} == {False}
    assert {evaluation.severity for evaluation in found.values()} == {dg.AssetCheckSeverity.WARN}


def test_results_that_cannot_be_stored_fail_every_check(
    reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch
) -> None:
    def append(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(DuckDBEngine, "append", append)

    outcome = reconciler.desk.run("reconcile", TODAY)

    assert (outcome.exit_code, outcome.silent) == (2, [])
    assert {evaluation.passed for evaluation in evaluations(reconciler, outcome).values()} == {False}
    assert any("no space left on device" in failure for failure in outcome.failures)


def test_a_daily_run_leaves_the_rules_to_the_job_that_sees_the_whole_day() -> None:
    for job in ("pregame", "postgame", "all_phases"):
        checks = defs.resolve_job_def(job).asset_layer.asset_graph.asset_check_keys
        assert checks
        assert not checks & KEYS
