"""A write that fails, or a check that cannot run, is on record as failed, and the last good day stays visible."""

from __future__ import annotations

from datetime import timedelta

import dagster as dg
import pytest
from league import moment
from league_desk import TODAY, Desk

from nba_pipeline.orchestration.assets import asset_key
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine

YESTERDAY = TODAY - timedelta(days=1)
BOXSCORES = asset_key("nba_raw.player_boxscores")


def failed_checks(desk: Desk, run_id: str) -> set[tuple[str, str]]:
    records = desk.instance.get_records_for_run(run_id, of_type=dg.DagsterEventType.ASSET_CHECK_EVALUATION).records
    evaluations = [record.event_log_entry.dagster_event.event_specific_data for record in records]
    return {(e.asset_key.path[-1], e.check_name) for e in evaluations if not e.passed}


def was_materialized(desk: Desk, run_id: str) -> bool:
    records = desk.instance.get_records_for_run(run_id, of_type=dg.DagsterEventType.ASSET_MATERIALIZATION).records
    return BOXSCORES in {record.asset_key for record in records}


def lose_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = DuckDBEngine._insert

    def insert(engine: DuckDBEngine, target: str, rows) -> None:
        honest(engine, target, rows)
        if target == '"nba_raw"."player_boxscores"':
            engine._rows(f"DELETE FROM {target} WHERE player_id = 1000")  # noqa: S608

    monkeypatch.setattr(DuckDBEngine, "_insert", insert)


def test_a_write_that_reports_success_and_lost_a_row_is_found_by_reading_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.morning(TODAY)
    lose_a_row(monkeypatch)

    outcome = desk.morning_after(TODAY)

    assert outcome.exit_code == 2
    assert any("read back. Nothing was published." in failure for failure in outcome.failures)
    assert ("player_boxscores", "write_verified") in failed_checks(desk, outcome.run_id)
    assert not was_materialized(desk, outcome.run_id)
    assert desk.look("player_boxscores", TODAY).receipts == []


def test_a_failed_rewrite_leaves_the_last_good_day_visible(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    good, good_rows = desk.look("player_boxscores", YESTERDAY).receipts, desk.rows("player_boxscores", YESTERDAY)
    lose_a_row(monkeypatch)

    outcome = desk.run("postgame", YESTERDAY)

    assert outcome.exit_code == 2
    assert desk.look("player_boxscores", YESTERDAY).receipts == good
    assert desk.rows("player_boxscores", YESTERDAY) == good_rows


def test_an_audit_whose_own_query_fails_is_a_failure_and_no_pass(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the audit's query timed out")

    monkeypatch.setattr("nba_pipeline.warehouse.publication.answers", fail)

    outcome = desk.run("postgame", YESTERDAY)

    assert outcome.exit_code == 2
    assert any("RuntimeError: the audit's query timed out" in failure for failure in outcome.failures)
    assert {("schedule", "write_verified"), ("schedule", "contract_holds")} <= failed_checks(desk, outcome.run_id)
    assert outcome.silent == []


def test_a_source_that_sends_fewer_games_than_yesterday_is_refused(desk: Desk) -> None:
    desk.league.lose_boxscores(of=desk.league.games(YESTERDAY)[0])

    outcome = desk.run("postgame", YESTERDAY)

    assert outcome.exit_code == 2
    assert any("36 rows became 18 without a reason" in failure for failure in outcome.failures)
    assert desk.look("player_boxscores", YESTERDAY).receipts[0].rows == 36


def test_a_day_left_by_a_run_that_never_proved_it_is_not_read(desk: Desk) -> None:
    with desk.pipeline.open_engine() as engine:
        engine._rows("DELETE FROM nba_reliability.receipts WHERE game_date = $1", [YESTERDAY])

    outcome = desk.morning(TODAY)

    assert outcome.exit_code == 2
    assert any("2026-01-14 (it holds rows without a receipt)" in failure for failure in outcome.failures)
    assert any("nba backfill --start 2026-01-14" in failure for failure in outcome.failures)


def test_games_that_are_not_over_are_named_and_not_counted_as_lost(desk: Desk) -> None:
    desk.morning(TODAY)
    desk.clock.moment = moment(TODAY, 23)  # the first game ended at 22:00, the second is being played

    outcome = desk.run("postgame", TODAY)

    over, running = desk.league.games(TODAY)
    receipt = desk.look("player_boxscores", TODAY).receipts[0]
    assert outcome.exit_code == 1
    assert [gap.game_id for gap in receipt.gaps] == [running.game_id]
    assert {row["game_id"] for row in desk.rows("player_boxscores", TODAY)} == {over.game_id}


def test_a_day_of_rest_is_empty_for_a_reason(desk: Desk) -> None:
    rest = TODAY + timedelta(days=1)
    assert desk.morning(TODAY).exit_code == desk.morning_after(TODAY).exit_code == 0

    assert desk.morning(rest).exit_code == 0
    assert desk.morning_after(rest).exit_code == 0

    for name in ("schedule", "player_boxscores", "player_prop_predictions", "prediction_accuracy"):
        (receipt,) = desk.look(name, rest).receipts
        assert (receipt.state, receipt.rows, bool(receipt.reason)) == ("EMPTY_OK", 0, True)
