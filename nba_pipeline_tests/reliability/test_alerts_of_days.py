"""What the operator is told of days: gaps, that they are mended, and that a reconciliation did not come."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import dagster as dg
import pytest
from alerted import Operator
from reconciler import TODAY, TOMORROW

from nba_pipeline.alerts.reconciled import reconciled
from nba_pipeline.game_day import eastern
from nba_pipeline.orchestration.alert_sensors import alerts_of_runs, delivery_of_alerts
from nba_pipeline.orchestration.alerting import Alerts
from nba_pipeline.reliability.on_record import Answer
from nba_pipeline.reliability.results import RuleStatus
from nba_pipeline.reliability.rulebook import all_rules
from nba_pipeline.reliability.rules.base import Severity
from nba_pipeline.statuses import DayState
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine


def test_gaps_are_told_once_as_the_operator_knows_them_and_so_is_that_they_are_mended(morning: Operator) -> None:
    morning.reconciler.lose("player_prop_predictions")
    morning.reconciler.lose("player_daily_cache")
    found = morning.reconciler.of(TODAY).gaps

    assert ":warning: R-007: Pipeline Reconciliation Failed - 2026-01-15" in morning.look()
    (told,) = [m for m in morning.receiver.received if "R-007" in m["text"]]
    _, summary, gaps, fields, act = told["attachments"][0]["blocks"]
    assert told["attachments"][0]["color"] == "#FF0000"
    assert summary["text"]["text"] == f"*Found {len(found)} data gaps across pipeline phases*"
    assert {
        "• [MEDIUM] Phase 4: No daily cache records for 2026-01-15",
        "• [HIGH] Phase 5: No predictions for 2026-01-15 despite 36 ML feature records",
        "• [MEDIUM] Phase 5: Low prediction coverage: only 0/36 players (0.0%)",
    } < set(gaps["text"]["text"].splitlines()[1:-1])
    assert [field["text"] for field in fields["fields"]] == ["*Games (Final):*\n2", "*Predictions:*\n0"]
    assert "nba run --date 2026-01-15; nba reconcile --date 2026-01-15" in act["text"]["text"]

    morning.at(TOMORROW, 6, 5).reconciler.of(TODAY)
    assert [morning.look(), morning.look()] == [[], []], "the same findings again, and looks at them"

    assert morning.reconciler.desk.run("pregame", TODAY).exit_code == 0
    assert morning.reconciler.desk.run("postgame", TODAY).exit_code == 0
    morning.at(TOMORROW, 6, 10).reconciler.of(TODAY)
    assert ":white_check_mark: Recovered: R-007: reconciliation of 2026-01-15" in morning.look()
    assert morning.open == []


def test_the_job_that_reconciles_is_told_at_once_as_gaps_and_not_as_failed_checks_too(morning: Operator) -> None:
    morning.reconciler.lose("player_prop_predictions")
    assert not morning.reconciler.desk.run("reconcile", TODAY).succeeded

    resources = {"pipeline": morning.reconciler.desk.pipeline}
    for sensor in (alerts_of_runs, delivery_of_alerts):
        with dg.build_sensor_context(morning.reconciler.desk.instance, resources=resources) as context:
            sensor.evaluate_tick(context)

    told = morning.receiver.headers_of_messages
    assert ":warning: R-007: Pipeline Reconciliation Failed - 2026-01-15" in told
    assert not [header for header in told if "Run failed" in header or "Checks failed" in header]


def test_a_reconciliation_that_could_not_run_is_told_check_by_check(
    morning: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no space left on device")

    alerts = Alerts.of(morning.reconciler.desk.pipeline)
    with monkeypatch.context() as full:
        full.setattr(DuckDBEngine, "append", refuse)
        morning.reconciler.desk.run("reconcile", TODAY)
    alerts.examine_runs(morning.reconciler.desk.instance)
    assert len(morning.open) == len(all_rules())

    morning.reconciler.desk.run("reconcile", TODAY)
    alerts.examine_runs(morning.reconciler.desk.instance)
    assert morning.open == []


def test_a_lesser_gap_is_orange(morning: Operator) -> None:
    morning.reconciler.lose("player_shot_zone_analysis")
    morning.reconciler.of(TODAY)
    morning.look()

    colors = {m["text"]: m["attachments"][0]["color"] for m in morning.receiver.received}
    assert colors[":warning: R-007: Pipeline Reconciliation Failed - 2026-01-15"] == "#FFA500"


def test_a_whole_day_and_a_day_in_progress_are_not_told(morning: Operator) -> None:
    morning.reconciler.of(TODAY)
    assert morning.look() == []

    assert morning.reconciler.desk.morning(TOMORROW).exit_code == 0
    morning.at(TOMORROW, 21)
    morning.reconciler.of(TOMORROW)
    assert morning.look() == []


def test_a_day_that_is_not_over_is_neither_bad_nor_well() -> None:
    pending = Answer(
        TODAY, eastern(TODAY, time(21)), DayState.IN_PROGRESS, "A2", "", 1, Severity.HIGH, RuleStatus.PENDING, 0, 0, ""
    )

    assert reconciled(TODAY, [pending], "link") is None
    assert reconciled(TODAY, [replace(pending, status=RuleStatus.FAIL)], "link") is not None
    assert reconciled(TODAY, [replace(pending, status=RuleStatus.PASS)], "link") is None


def test_a_reconciliation_that_did_not_come_is_told_and_so_is_that_it_came(morning: Operator) -> None:
    assert morning.at(TOMORROW, 6, 14).look() == []

    assert morning.at(TOMORROW, 6, 15).look() == [":rotating_light: R-007: No reconciliation of 2026-01-15"]
    assert morning.last[2] == "```\n• 2026-01-15 was not reconciled by 06:15 US/Eastern of 2026-01-16\n```"

    morning.reconciler.of(TODAY)
    assert morning.look() == [":white_check_mark: Recovered: reconciliation of 2026-01-15 by 06:15"]


def test_a_reconciliation_of_the_day_before_it_was_over_does_not_count(morning: Operator) -> None:
    morning.at(TODAY, 21).reconciler.of(TODAY)

    assert morning.at(TOMORROW, 7).look() == [":rotating_light: R-007: No reconciliation of 2026-01-15"]
