"""What the operator is told of days: gaps, late phases, a missing reconciliation, a warehouse out of reach."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import dagster as dg
import pytest
from alerts.receiver import Receiver, receiver  # noqa: F401  # a fixture
from asked import Asked
from click.testing import CliRunner, Result
from reconciler import TODAY, TOMORROW, Reconciler
from unconfigured import forget_settings

from nba_pipeline.alerts.database import AlertsUnusable
from nba_pipeline.alerts.incidents import open_incidents
from nba_pipeline.alerts.reconciled import reconciled
from nba_pipeline.cli import main
from nba_pipeline.clock import FixedClock
from nba_pipeline.game_day import eastern
from nba_pipeline.orchestration import alert_sensors
from nba_pipeline.orchestration.alert_sensors import alerts_of_late_phases, alerts_of_runs, delivery_of_alerts
from nba_pipeline.orchestration.alerting import Alerts
from nba_pipeline.orchestration.lateness import late_phases
from nba_pipeline.reliability.on_record import Answer
from nba_pipeline.reliability.results import RuleStatus
from nba_pipeline.reliability.rulebook import all_rules
from nba_pipeline.reliability.rules.base import Severity
from nba_pipeline.statuses import DayState
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine

YESTERDAY = TODAY - timedelta(days=1)


@dataclass
class Operator:
    """Whom the daemon tells by Slack what it sees at the reconciler's desk."""

    reconciler: Reconciler
    receiver: Receiver
    cursor: str | None = None

    def at(self, day: date, hour: int, minute: int = 0) -> Operator:
        self.reconciler.desk.clock.moment = eastern(day, time(hour, minute))
        return self

    def look(self) -> list[str]:
        """One round of the daemon; the headers of what was told since the last one."""
        before = len(self.receiver.received)
        resources = {"pipeline": self.reconciler.desk.pipeline}
        instance = self.reconciler.desk.instance
        with dg.build_sensor_context(instance, cursor=self.cursor, resources=resources) as context:
            self.cursor = alerts_of_late_phases.evaluate_tick(context).cursor
        with dg.build_sensor_context(instance, resources=resources) as context:
            delivery_of_alerts.evaluate_tick(context)
        return self.receiver.headers_of_messages[before:]

    @property
    def last(self) -> list[str]:
        """The texts of the last message."""
        blocks = self.receiver.received[-1]["attachments"][0]["blocks"]
        return [text["text"] for block in blocks for text in [block.get("text"), *block.get("fields", [])] if text]

    @property
    def open(self) -> list[str]:
        with Alerts.of(self.reconciler.desk.pipeline).database.reading() as connection:
            return [incident.key for incident in open_incidents(connection)]


@pytest.fixture(autouse=True)
def slack(monkeypatch: pytest.MonkeyPatch, receiver: Receiver) -> None:  # noqa: F811
    forget_settings(monkeypatch)
    monkeypatch.setenv("NBA_SLACK_WEBHOOK", receiver.webhook)


@pytest.fixture
def morning(reconciler: Reconciler, receiver: Receiver) -> Operator:  # noqa: F811
    """The morning after TODAY, which was run well; nothing was reconciled yet."""
    return Operator(reconciler, receiver)


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


def test_a_day_that_is_not_over_is_neither_bad_nor_well() -> None:
    pending = Answer(
        TODAY, eastern(TODAY, time(21)), DayState.IN_PROGRESS, "A2", "", 1, Severity.HIGH, RuleStatus.PENDING, 0, 0, ""
    )

    assert reconciled(TODAY, [pending], "link") is None
    assert reconciled(TODAY, [replace(pending, status=RuleStatus.FAIL)], "link") is not None
    assert reconciled(TODAY, [replace(pending, status=RuleStatus.PASS)], "link") is None


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


def test_a_reconciliation_that_did_not_come_is_told_and_so_is_that_it_came(morning: Operator) -> None:
    assert morning.at(TOMORROW, 6, 14).look() == []

    assert morning.at(TOMORROW, 6, 15).look() == [":rotating_light: R-007: No reconciliation of 2026-01-15"]
    assert morning.last[2] == "```\n• 2026-01-15 was not reconciled by 06:15 US/Eastern of 2026-01-16\n```"

    morning.reconciler.of(TODAY)
    assert morning.look() == [":white_check_mark: Recovered: reconciliation of 2026-01-15 by 06:15"]


def test_a_reconciliation_of_the_day_before_it_was_over_does_not_count(morning: Operator) -> None:
    morning.at(TODAY, 21).reconciler.of(TODAY)

    assert morning.at(TOMORROW, 7).look() == [":rotating_light: R-007: No reconciliation of 2026-01-15"]


@contextmanager
def held(warehouse: Path) -> Iterator[None]:
    """Another process has the warehouse open for writing."""
    holds = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", holds, str(warehouse)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:  # noqa: S603
        assert other.stdout.readline() == "held\n"
        try:
            yield
        finally:
            other.communicate("")


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


Nba = Callable[..., Result]


@pytest.fixture
def nba(morning: Operator, monkeypatch: pytest.MonkeyPatch) -> Nba:
    def invoke(*arguments: str) -> Result:
        monkeypatch.setenv("NBA_HOME", str(morning.reconciler.desk.pipeline.settings.home))
        monkeypatch.setenv("NBA_NOW", morning.reconciler.desk.clock.now().isoformat())
        monkeypatch.setenv("NBA_LOCK_TIMEOUT", "0")
        return CliRunner().invoke(main, arguments)

    return invoke


def test_the_watch_is_quiet_before_its_hour_and_when_the_day_is_reconciled(nba: Nba, morning: Operator) -> None:
    early = nba("watch", "--by", "06:15")
    morning.reconciler.of(TODAY)
    morning.at(TOMORROW, 6, 15)
    done = nba("watch", "--by", "06:15")

    assert (early.exit_code, early.stdout) == (
        0,
        "It is not 06:15 in the East yet; 2026-01-15 may still be reconciled\n",
    )
    assert (done.exit_code, done.stdout) == (0, "2026-01-15 is reconciled\n")
    assert morning.receiver.received == []


def test_the_watch_tells_of_a_day_that_is_not_reconciled_once_and_fails_every_time(nba: Nba, morning: Operator) -> None:
    morning.at(TOMORROW, 6, 15)
    said = [nba("watch", "--by", "06:15") for _ in range(2)]

    assert [one.exit_code for one in said] == [1, 1]
    assert said[0].stdout == "2026-01-15 was not reconciled by 06:15\n"
    assert morning.receiver.headers_of_messages == [":rotating_light: R-007: No reconciliation of 2026-01-15"]


def test_the_watch_tells_of_a_warehouse_that_it_cannot_read_and_exits_with_2(nba: Nba, morning: Operator) -> None:
    morning.at(TOMORROW, 6, 15)
    with held(morning.reconciler.desk.pipeline.settings.home / "warehouse.duckdb"):
        said = nba("watch", "--by", "06:15")

    assert said.exit_code == 2
    assert "is in use by another process" in said.stderr
    assert morning.receiver.headers_of_messages == [":rotating_light: The warehouse cannot be watched"]


def test_the_watch_tells_also_where_the_alerts_cannot_be_kept(nba: Nba, morning: Operator) -> None:
    (morning.reconciler.desk.pipeline.settings.home / "alerts.sqlite").write_bytes(b"this is no database" * 100)
    morning.at(TOMORROW, 6, 15)

    said = nba("watch", "--by", "06:15")

    assert said.exit_code == 2
    assert "file is not a database" in said.stderr
    assert morning.receiver.headers_of_messages == [":rotating_light: The warehouse cannot be watched"]


def test_the_watch_sends_only_what_is_wrong_where_the_disk_is_full(
    nba: Nba, morning: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AlertsUnusable("database or disk is full")

    monkeypatch.setattr(Alerts, "record", refuse)
    morning.at(TOMORROW, 6, 15)

    said = nba("watch", "--by", "06:15")

    assert said.exit_code == 2
    assert "database or disk is full" in said.stderr
    assert morning.receiver.headers_of_messages == [":rotating_light: R-007: No reconciliation of 2026-01-15"]


def test_the_command_shows_what_is_open_and_undelivered_and_delivers_on_request(nba: Nba, morning: Operator) -> None:
    quiet = nba("alerts")
    assert (quiet.exit_code, quiet.stdout.split("\n")[0]) == (0, "0 open")

    morning.receiver.down = True
    morning.at(TOMORROW, 6, 15)
    assert nba("watch", "--by", "06:15").exit_code == 1
    shown = nba("alerts", "--json")
    document = json.loads(shown.stdout)
    assert shown.exit_code == 1
    assert [incident["key"] for incident in document["open"]] == ["late-reconciliation:2026-01-15"]
    assert [message["error"] for message in document["undelivered"]] == ["slack webhook: HTTP 503"]
    assert nba("alerts").stdout.count("HTTP 503") == 1
    assert len(morning.receiver.paths) == 1, "looking sends nothing"

    morning.receiver.down = False
    morning.reconciler.of(TODAY)
    delivered = nba("alerts", "--deliver")
    assert delivered.exit_code == 0, delivered.stdout
    assert morning.receiver.headers_of_messages == [
        ":rotating_light: R-007: No reconciliation of 2026-01-15",
        ":white_check_mark: Recovered: reconciliation of 2026-01-15 by 06:15",
    ]


def test_the_doctor_says_where_alerts_go(nba: Nba, morning: Operator, monkeypatch: pytest.MonkeyPatch) -> None:
    def alerts() -> dict:
        return next(one for one in json.loads(nba("doctor", "--json").stdout) if one["probe"] == "alerts")

    assert alerts() == {"probe": "alerts", "ok": True, "finding": "delivered by slack webhook; 0 messages wait"}
    morning.receiver.down = True
    morning.at(TOMORROW, 7).look()
    failing = alerts()
    assert not failing["ok"]
    assert failing["finding"].startswith("1 messages wait; slack webhook: HTTP 503")
    monkeypatch.delenv("NBA_SLACK_WEBHOOK")
    assert alerts()["finding"].startswith("no channel is configured: alerts are only kept, and shown by nba alerts (1 ")
