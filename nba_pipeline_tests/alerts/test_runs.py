"""Every check that fails is told, also in a green run; so is one that says nothing, and a run that fails."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import dagster as dg
import pytest
from desk import AT
from receiver import Receiver

from nba_pipeline.alerts.incidents import open_incidents
from nba_pipeline.clock import FixedClock
from nba_pipeline.orchestration import alerting
from nba_pipeline.orchestration.alert_sensors import alerts_of_runs, delivery_of_alerts
from nba_pipeline.orchestration.alerting import Alerts
from nba_pipeline.orchestration.launch import open_instance
from nba_pipeline.orchestration.partitions import GAME_DAYS
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.settings import Settings

DAY = "2026-01-15"
WARN, ERROR = dg.AssetCheckSeverity.WARN, dg.AssetCheckSeverity.ERROR


@dataclass
class Night:
    """One table with one check, whose run goes as it is told."""

    instance: dg.DagsterInstance
    pipeline: Pipeline
    receiver: Receiver
    answer: dg.AssetCheckResult | None = field(default_factory=lambda: dg.AssetCheckResult(passed=True))
    error: Exception | None = None
    blocking: bool = False

    def run(self, day: str = DAY) -> bool:
        @dg.asset(name="boxscores", partitions_def=GAME_DAYS)
        def boxscores() -> None:
            if self.error:
                raise self.error

        @dg.asset_check(asset=boxscores, blocking=self.blocking)
        def every_game_is_there() -> dg.AssetCheckResult:
            return self.answer  # type: ignore[return-value]

        job = dg.define_asset_job("postgame", selection=dg.AssetSelection.assets(boxscores))
        defs = dg.Definitions([boxscores], asset_checks=[every_game_is_there], jobs=[job])
        resolved = defs.resolve_job_def("postgame")
        return resolved.execute_in_process(instance=self.instance, partition_key=day, raise_on_error=False).success

    def look(self) -> None:
        """What the daemon does twice a minute."""
        for sensor in (alerts_of_runs, delivery_of_alerts):
            with dg.build_sensor_context(self.instance, resources={"pipeline": self.pipeline}) as context:
                assert isinstance(sensor.evaluate_tick(context).skip_message, str)

    @property
    def told(self) -> list[tuple[str, str]]:
        """The headers and the lines of all Slack messages."""
        blocks = [message["attachments"][0]["blocks"] for message in self.receiver.received]
        return [(of_one[0]["text"]["text"], of_one[2]["text"]["text"].strip("`\n")) for of_one in blocks]


@pytest.fixture
def pipeline(tmp_path: Path, receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> Pipeline:
    monkeypatch.setenv("NBA_SLACK_WEBHOOK", receiver.webhook)
    return Pipeline(given=Settings(home=tmp_path, lock_timeout=0), own_clock=FixedClock(AT))


@pytest.fixture
def night(pipeline: Pipeline, receiver: Receiver) -> Iterator[Night]:
    with dg.DagsterInstance.ephemeral() as instance:
        yield Night(instance, pipeline, receiver)


def test_on_the_instance_of_one_machine_runs_are_seen_once_and_in_order(pipeline: Pipeline, receiver: Receiver) -> None:
    with open_instance(pipeline.settings.dagster_home) as instance:
        night = Night(instance, pipeline, receiver, error=RuntimeError("the league is out of reach"))
        night.run()
        night.look()
        night.error = None
        night.run()
        night.look()
        night.look()

    assert [header for header, _ in night.told] == [
        f":rotating_light: Run failed: postgame {DAY}",
        f":white_check_mark: Recovered: postgame {DAY}",
    ]


def test_a_check_that_only_warns_in_a_green_run_is_told_once_and_so_is_its_recovery(night: Night) -> None:
    night.answer = dg.AssetCheckResult(passed=False, severity=WARN, description="1 games missing: 0022500584")
    assert night.run()
    night.look()
    night.look()
    night.run()
    night.look()
    night.answer = dg.AssetCheckResult(passed=True)
    night.run()
    night.look()

    name = f"boxscores every_game_is_there {DAY}"
    assert night.told == [
        (f":warning: Checks failed: postgame {DAY}", f"• [WARN] {name}: 1 games missing: 0022500584"),
        (f":white_check_mark: Recovered: postgame {DAY}", f"• recovered: {name}"),
    ]
    assert night.receiver.received[0]["attachments"][0]["color"] == "#FFA500"


def test_a_check_that_does_not_block_and_fails_is_told(night: Night) -> None:
    night.answer = dg.AssetCheckResult(passed=False, description="no rows")
    assert night.run()
    night.look()

    ((header, lines),) = night.told
    assert header == f":warning: Checks failed: postgame {DAY}"
    assert lines == f"• [ERROR] boxscores every_game_is_there {DAY}: no rows"


def test_a_check_that_was_planned_and_never_answers_is_told_although_the_run_is_green(night: Night) -> None:
    night.answer, night.blocking = None, True
    assert night.run()
    night.look()

    ((header, lines),) = night.told
    assert header == f":warning: Checks failed: postgame {DAY}"
    assert "[SILENT] boxscores every_game_is_there 2026-01-15: it was planned and never answered" in lines

    night.answer = dg.AssetCheckResult(passed=True)
    night.run()
    night.look()
    assert night.told[1][0] == f":white_check_mark: Recovered: postgame {DAY}"


def test_a_run_that_fails_is_told_with_its_error_its_day_a_link_and_what_to_do(night: Night) -> None:
    night.error = RuntimeError("the league is out of reach")
    assert not night.run()
    night.look()

    ((header, lines),) = night.told
    run_id = night.instance.get_runs()[0].run_id
    assert header == f":rotating_light: Run failed: postgame {DAY}"
    assert lines == f"• [FAILED] postgame {DAY}: boxscores: RuntimeError: the league is out of reach"
    (to_do,) = [b["text"]["text"] for b in night.receiver.received[0]["attachments"][0]["blocks"][3:]]
    assert to_do == f"To act: `nba run --date {DAY} --phase postgame`\n<http://127.0.0.1:3000/runs/{run_id}|Look>"

    night.error = None
    night.run()
    night.look()
    assert night.told[1] == (f":white_check_mark: Recovered: postgame {DAY}", f"• recovered: postgame {DAY}")


def test_a_failure_and_the_success_after_it_keep_their_order_also_when_both_are_seen_late(night: Night) -> None:
    night.error = RuntimeError("the league is out of reach")
    night.run()
    night.error = None
    night.run()
    night.look()

    assert [header for header, _ in night.told] == [
        f":rotating_light: Run failed: postgame {DAY}",
        f":white_check_mark: Recovered: postgame {DAY}",
    ]


def test_many_runs_at_once_are_told_together_as_they_stand_in_the_end(
    night: Night, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alerting, "MANY_RUNS", 2)
    night.answer = dg.AssetCheckResult(passed=False, description="no rows")
    for day in ("2026-01-13", "2026-01-14"):
        night.run(day)
    night.answer = dg.AssetCheckResult(passed=True)
    night.run("2026-01-13")
    night.look()
    night.look()

    assert night.told == [
        (
            ":warning: Checks or runs failed: 3 runs, postgame 2026-01-13 to postgame 2026-01-13",
            "• [ERROR] boxscores every_game_is_there 2026-01-14: no rows",
        )
    ]


def test_another_day_that_goes_well_mends_nothing(night: Night) -> None:
    night.answer = dg.AssetCheckResult(passed=False, description="no rows")
    night.run()
    night.answer = dg.AssetCheckResult(passed=True)
    night.run("2026-01-14")
    night.look()

    assert len(night.told) == 1


def test_runs_of_long_before_alerts_were_kept_are_history(night: Night) -> None:
    night.error = RuntimeError("the league is out of reach")
    night.run()
    tomorrow = Alerts(night.pipeline, FixedClock(alerting.SystemClock().now() + timedelta(days=2)))

    assert tomorrow.examine_runs(night.instance) == 0


def test_a_run_that_cannot_be_examined_is_told_as_such(night: Night, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError("the event log is torn")

    night.run()
    with monkeypatch.context() as torn:
        torn.setattr(alerting, "observation_of_run", fail)
        night.look()

    ((header, lines),) = night.told
    assert header == ":rotating_light: Run not examined: postgame"
    assert lines == "• The record of the run cannot be examined: ValueError: the event log is torn"


def torn(*_: object) -> None:
    raise ValueError("the event log is torn")


def test_a_run_that_can_be_examined_in_the_end_is_told_and_no_longer_open(
    night: Night, monkeypatch: pytest.MonkeyPatch
) -> None:
    night.answer = dg.AssetCheckResult(passed=False, description="no rows")
    night.run()
    with monkeypatch.context() as patched:
        patched.setattr(alerting, "observation_of_run", torn)
        night.look()
        night.look()
    assert [header for header, _ in night.told] == [":rotating_light: Run not examined: postgame"]

    night.look()
    night.look()

    run_id = night.instance.get_runs()[0].run_id
    assert night.told[1:] == [
        (
            f":warning: Checks failed: postgame {DAY}",
            f"• [ERROR] boxscores every_game_is_there {DAY}: no rows\n• recovered: record of run {run_id}",
        )
    ]


def test_a_run_that_is_examined_late_does_not_undo_what_later_runs_said(
    night: Night, monkeypatch: pytest.MonkeyPatch
) -> None:
    night.error = RuntimeError("the league is out of reach")
    night.run()
    with monkeypatch.context() as patched:
        patched.setattr(alerting, "observation_of_run", torn)
        night.look()
    night.error = None
    night.run()

    night.look()

    run_id = night.instance.get_runs()[-1].run_id
    assert night.told[1:] == [(f":white_check_mark: Recovered: postgame {DAY}", f"• recovered: record of run {run_id}")]
    with Alerts.of(night.pipeline).database.reading() as connection:
        assert open_incidents(connection) == []


def test_a_range_is_told_day_by_day(night: Night) -> None:
    days = {date(2026, 1, 14): True, date(2026, 1, 15): False}

    @dg.asset(name="boxscores", partitions_def=GAME_DAYS, backfill_policy=dg.BackfillPolicy.single_run())
    def boxscores(context) -> dg.MaterializeResult:
        for day, passed in days.items():
            context.log_event(
                dg.AssetCheckEvaluation(
                    asset_key=context.asset_key, check_name="every_game_is_there", passed=passed, partition=f"{day}"
                )
            )
        return dg.MaterializeResult(check_results=[])

    tags = {"dagster/asset_partition_range_start": "2026-01-14", "dagster/asset_partition_range_end": "2026-01-15"}
    job = dg.define_asset_job("all_phases", selection=[boxscores])
    resolved = dg.Definitions([boxscores], jobs=[job]).resolve_job_def("all_phases")
    assert resolved.execute_in_process(instance=night.instance, tags=tags).success
    night.look()

    ((header, lines),) = night.told
    assert header == ":warning: Checks failed: all_phases 2026-01-14 … 2026-01-15"
    assert lines == "• [ERROR] boxscores every_game_is_there 2026-01-15: it says no reason"
