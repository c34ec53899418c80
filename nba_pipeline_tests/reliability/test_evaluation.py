"""How rules are evaluated: one that fails takes no other with it, every answer is kept, and a range equals its days."""

from __future__ import annotations

import json
from datetime import timedelta

import ibis.expr.types as ir
import pytest
from faults.league_desk import FIRST
from reconciler import ANSWERS, CHECKS, TODAY, TOMORROW, Reconciler, answer, named, of_rules

from nba_pipeline.game_day import Days
from nba_pipeline.reliability.reconciliation import ResultsNotStored
from nba_pipeline.reliability.results import RESULTS, RuleStatus
from nba_pipeline.reliability.rulebook import all_rules
from nba_pipeline.reliability.rules.base import ALL, Due, Expected, Judged, Severity, rule
from nba_pipeline.statuses import DayState
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine

x1 = rule(
    "X1",
    phase=3,
    severity=Severity.LOW,
    due=Due.FINAL,
    holds_with=ALL,
    counts=("games", "games"),
    sentence="",
    remedy="",
)


def test_a_rule_that_raises_is_an_error_of_the_highest_severity_and_the_others_are_judged(
    reconciler: Reconciler,
) -> None:
    @x1
    def asks_for_a_column_that_is_not_there(schedule: Expected, player_boxscores: Judged) -> ir.Table:
        return schedule.semi_join(player_boxscores, "game_id").select("analysis_date")

    reconciled = reconciler.of(rules=[*all_rules(), asks_for_a_column_that_is_not_there])

    wrong = answer(reconciled, "asks_for_a_column_that_is_not_there")
    assert (wrong.status, wrong.severity, reconciled.status) == (RuleStatus.ERROR, "HIGH", "FAIL")
    assert "analysis_date" in wrong.message
    assert reconciled.gaps == [wrong]
    assert named(reconciled, RuleStatus.PASS) == CHECKS


def test_a_rule_whose_query_fails_in_the_warehouse_takes_no_other_rule_with_it(reconciler: Reconciler) -> None:
    @x1
    def takes_a_name_for_a_number(schedule: Expected, player_boxscores: Judged) -> ir.Table:
        named = player_boxscores.player_name.cast("int64") > 0
        return player_boxscores.select("game_date", "game_id", subject="game_id", present=named)

    others = [one for one in all_rules() if one.phase == 3]
    reconciled = reconciler.of(rules=[*others, takes_a_name_for_a_number])

    wrong = answer(reconciled, "takes_a_name_for_a_number")
    assert (wrong.status, "could not run" in wrong.message) == (RuleStatus.ERROR, True)
    assert reconciled.gaps == [wrong]


def test_an_outage_of_the_queries_is_no_pass(reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = DuckDBEngine.fetch

    def fetch(engine: DuckDBEngine, rows):
        sql = engine._sql(rows)
        if "present" in sql:
            raise RuntimeError("quota exceeded")
        return honest(engine, rows)

    monkeypatch.setattr(DuckDBEngine, "fetch", fetch)

    reconciled = reconciler.of()

    assert named(reconciled, RuleStatus.ERROR) == CHECKS
    assert {r.message for r in of_rules(reconciled)} == {"The check could not run: RuntimeError: quota exceeded"}
    assert reconciled.document()["gaps_found"] == len(all_rules())


def test_a_warehouse_that_cannot_be_read_leaves_every_day_unknown(
    reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fetch(engine: DuckDBEngine, rows):
        raise RuntimeError("the disk is gone")

    monkeypatch.setattr(DuckDBEngine, "fetch", fetch)

    reconciled = reconciler.of()

    assert (reconciled.status, reconciled.day.state) == ("FAIL", DayState.UNKNOWN)
    assert named(reconciled, RuleStatus.ERROR) == CHECKS


def test_every_evaluation_is_kept_with_one_row_a_rule(reconciler: Reconciler) -> None:
    whole = reconciler.of()
    reconciler.lose("player_prop_predictions")
    reconciler.desk.clock.moment += timedelta(hours=1)

    damaged = reconciler.of()

    stored = reconciler.stored()
    assert [row["evaluation_id"] for row in stored] == [whole.evaluation_id] * ANSWERS + [
        damaged.evaluation_id
    ] * ANSWERS
    assert {row["status"] for row in stored[:ANSWERS]} == {"PASS", "EMPTY_OK"}
    (gap,) = [row for row in stored[ANSWERS:] if row["status"] == "FAIL"]
    assert (gap["check_name"], gap["game_date"], gap["severity"]) == ("Predictions", TODAY, "HIGH")
    assert (gap["expected"], gap["actual"], gap["missing_unlisted"]) == (36, 0, 16)
    assert json.loads(gap["missing"]) == list(answer(damaged, "Predictions").missing)
    assert gap["reason"] == "nba_predictions.player_prop_predictions: it was never published"
    assert {row["day_state"] for row in stored} == {"FINAL"}


@pytest.mark.parametrize("lost", [0, 2])
def test_results_that_are_not_stored_as_they_were_found_raise_and_leave_nothing(
    reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch, lost: int
) -> None:
    honest = DuckDBEngine._append

    def append(engine: DuckDBEngine, ledger: str, rows) -> None:
        if ledger == RESULTS.name and not lost:
            raise OSError("no space left on device")
        honest(engine, ledger, rows.slice(lost))

    monkeypatch.setattr(DuckDBEngine, "_append", append)

    told = f"grew by {ANSWERS - lost} rows, not by {ANSWERS}" if lost else "no space left"
    with pytest.raises(ResultsNotStored, match=told):
        reconciler.of()

    monkeypatch.undo()
    assert reconciler.stored() == []


def test_a_range_judged_at_once_equals_its_days_judged_alone(reconciler: Reconciler) -> None:
    reconciler.lose("player_daily_cache")
    reconciler.rewrite("player_prop_predictions", lambda rows: rows[:3], day=FIRST + timedelta(days=1))
    days = Days(FIRST - timedelta(days=1), TOMORROW)

    together = reconciler.over(days)

    alone = [reconciler.of(day) for day in days]
    assert [one.day for one in together] == [one.day for one in alone]
    assert [one.results for one in together] == [one.results for one in alone]
    assert {one.status for one in together} == {"PASS", "FAIL"}
    assert len(reconciler.stored()) == 2 * len(days) * ANSWERS
