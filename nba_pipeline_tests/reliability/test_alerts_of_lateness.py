"""What the operator is told of phases that do not come by their hour, and of a warehouse out of reach."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import dagster as dg
import pytest
from alerted import Operator, held
from asked import Asked
from reconciler import TODAY, TOMORROW

from nba_pipeline.clock import FixedClock
from nba_pipeline.game_day import eastern
from nba_pipeline.orchestration import alert_sensors
from nba_pipeline.orchestration.alerting import Alerts
from nba_pipeline.orchestration.lateness import late_phases

YESTERDAY = TODAY - timedelta(days=1)


def test_a_post_game_phase_that_did_not_come_is_noticed_by_its_absence(morning: Operator) -> None:
    morning.reconciler.lose("player_game_summary")
    morning.reconciler.lose("prediction_accuracy")
    assert morning.at(TOMORROW, 5, 59).look() == []

    assert morning.at(TOMORROW, 6, 0).look() == [":warning: Late: postgame tables of 2026-01-15"]
    assert morning.last == [
        ":warning: Late: postgame tables of 2026-01-15",
        "*2 tables were due by 2026-01-16 06:00 US/Eastern and are not published*",
        "```\n• Phase 3: nba_analytics.player_game_summary is not published\n"
        "• Phase 6: nba_predictions.prediction_accuracy is not published\n```",
        "To act: `nba run --date 2026-01-15 --phase postgame`\n<http://127.0.0.1:3000/runs|Look>",
    ]
    assert morning.look() == []

    assert morning.reconciler.desk.run("postgame", TODAY).exit_code == 0
    assert morning.look() == [":white_check_mark: Recovered: postgame tables of 2026-01-15"]


def test_missing_phase_4_tables_are_told_as_r_006(morning: Operator) -> None:
    morning.at(TODAY, 12).reconciler.of(YESTERDAY)
    morning.reconciler.lose("player_daily_cache", TODAY)

    assert morning.look() == [":warning: R-006: Phase 4 Data Freshness Alert"]
    assert morning.last[1:3] == [
        "*2026-01-15: 1 of 6 phase-4 tables are missing*",
        "```\n• Phase 4: nba_precompute.player_daily_cache is not published\n```",
    ]
    assert {"*Date:*\n2026-01-15", "*player_form:*\n36 rows", "*player_daily_cache:*\nmissing"} < set(morning.last)


def test_a_day_that_was_never_begun_is_one_message(morning: Operator) -> None:
    morning.reconciler.of(TODAY)

    assert morning.at(TOMORROW, 12, 0).look() == [":warning: Late: pregame tables of 2026-01-16"]


def test_of_a_day_without_games_only_the_schedule_is_due(morning: Operator) -> None:
    morning.reconciler.of(TODAY)
    assert morning.reconciler.desk.morning(TOMORROW).exit_code == 0
    assert morning.reconciler.desk.league.games(TOMORROW) == []
    morning.reconciler.lose("player_daily_cache", TOMORROW)
    assert morning.at(TOMORROW, 12).look() == []

    morning.reconciler.lose("schedule", TOMORROW)
    late, freshness = morning.look()
    assert late == ":warning: Late: pregame tables of 2026-01-16"
    assert freshness == ":warning: R-006: Phase 4 Data Freshness Alert"


def test_nothing_is_late_in_summer(morning: Operator) -> None:
    with morning.reconciler.desk.pipeline.open_engine() as engine:
        july = [date(2026, 7, 14), date(2026, 7, 15)]
        found = late_phases(engine, july, eastern(date(2026, 7, 15), time(12)), "link")

    assert found == []


def test_the_warehouse_is_asked_when_a_phase_came_due_or_something_was_written_or_run_and_else_nothing(
    morning: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Asked.counting(monkeypatch)

    def asks(hour: int, minute: int = 0) -> bool:
        before = asked.total
        morning.at(TOMORROW, hour, minute).look()
        return asked.total > before

    assert [asks(4), asks(4, 10), asks(5, 50), asks(6), asks(6, 10)] == [True, False, False, True, False], "06:00"
    assert [asks(6, 15), asks(6, 25), asks(11, 55)] == [True, False, False], "the reconciliation is due"
    assert [asks(12), asks(12, 10)] == [True, False], "the tables of the new day are due"
    morning.reconciler.of(TODAY)
    assert [asks(12, 20), asks(12, 30)] == [True, False], "a command wrote something"
    morning.reconciler.desk.instance.add_run(dg.DagsterRun(job_name="pregame", status=dg.DagsterRunStatus.FAILURE))
    assert [asks(12, 40), asks(12, 50)] == [True, False], "a run ended"


def test_what_was_seen_and_could_not_be_kept_is_looked_at_again(
    morning: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left on the device")

    morning.at(TOMORROW, 6, 14).look()
    with monkeypatch.context() as patch:
        patch.setattr(Alerts, "record", full)
        with pytest.raises(OSError, match="no space left"):
            morning.at(TOMORROW, 6, 15).look()

    assert morning.at(TOMORROW, 6, 25).look() == [":rotating_light: R-007: No reconciliation of 2026-01-15"]


def test_a_warehouse_that_another_process_holds_is_an_outage_after_a_while(
    morning: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = FixedClock(datetime.fromisoformat("2026-01-16T11:00:00+00:00"))
    monkeypatch.setattr(Alerts, "of", classmethod(lambda cls, pipeline: cls(pipeline, clock)))
    morning.reconciler.of(TODAY)
    morning.reconciler.desk.pipeline.settings.__dict__["lock_timeout"] = 0
    with held(morning.reconciler.desk.pipeline.settings.home / "warehouse.duckdb"):
        assert morning.look() == []
        clock.moment += alert_sensors.BUSY_IS_FINE_FOR
        assert morning.look() == [":rotating_light: The warehouse cannot be watched"]
        assert "is in use by another process" in morning.last[2]
        assert morning.look() == []

    assert morning.look() == [":white_check_mark: Recovered: the watch over the warehouse"]


def test_a_warehouse_that_is_torn_is_told_at_once(morning: Operator) -> None:
    (morning.reconciler.desk.pipeline.settings.home / "warehouse.duckdb").write_bytes(b"torn" * 5000)

    assert morning.look() == [":rotating_light: The warehouse cannot be watched"]
