"""Runs a job for a range of game days in this process, on the instance that the Dagster UI shows."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import dagster as dg

from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.graph import build_definitions
from nba_pipeline.orchestration.pipeline import Pipeline

_RANGE_START, _RANGE_END = "dagster/asset_partition_range_start", "dagster/asset_partition_range_end"
_QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


@dataclass(frozen=True)
class Finding:
    """A check that did not pass."""

    asset: str
    check: str
    severity: str
    reason: str


@dataclass(frozen=True)
class RunOutcome:
    """What came of a run. `silent` are checks that were planned and never answered, which is a failure."""

    job: str
    days: Days
    run_id: str
    succeeded: bool
    failures: Sequence[str]
    findings: Sequence[Finding]
    silent: Sequence[str]

    @property
    def exit_code(self) -> int:
        """0 all well, 1 published with gaps, 2 something was not published."""
        if not self.succeeded or self.silent:
            return 2
        return 1 if self.findings else 0


def prepare_home(dagster_home: Path) -> None:
    """Create the instance's directory with its configuration; an existing configuration is the operator's."""
    dagster_home.mkdir(parents=True, exist_ok=True)
    configuration = dagster_home / "dagster.yaml"
    if not configuration.exists():
        with resources.as_file(resources.files("nba_pipeline.orchestration") / "dagster.yaml") as packaged:
            shutil.copyfile(packaged, configuration)


def open_instance(dagster_home: Path) -> dg.DagsterInstance:
    prepare_home(dagster_home)
    return dg.DagsterInstance.from_config(str(dagster_home))


def launch(pipeline: Pipeline, job: str, days: Days, instance: dg.DagsterInstance) -> RunOutcome:
    """Run a job to its end. A failing step is part of the outcome; only a broken program raises."""
    definition = build_definitions(pipeline).resolve_job_def(job)
    days_tags = {_RANGE_START: f"{days.first}", _RANGE_END: f"{days.last}"}
    result = definition.execute_in_process(
        instance=instance,
        run_config=_QUIET,
        raise_on_error=False,
        tags={"nba/game_days": f"{days}", **(days_tags if len(days) > 1 else {})},
        partition_key=f"{days.first}" if len(days) == 1 else None,
    )
    return RunOutcome(
        job=job,
        days=days,
        run_id=result.run_id,
        succeeded=result.success,
        failures=[_failure(event) for event in result.all_events if event.is_step_failure],
        findings=_findings(result.all_events),
        silent=sorted(key.to_user_string() for key in silent_checks(instance, result.run_id)),
    )


def silent_checks(instance: dg.DagsterInstance, run_id: str) -> set[dg.AssetCheckKey]:
    """Checks that were planned and never reported, of steps that did start.

    A step that was not started, because its inputs failed, has no say: the failure before it has.
    """
    planned = _checks(instance, run_id, dg.DagsterEventType.ASSET_CHECK_EVALUATION_PLANNED)
    answered = _checks(instance, run_id, dg.DagsterEventType.ASSET_CHECK_EVALUATION)
    starts = instance.get_records_for_run(run_id, of_type=dg.DagsterEventType.STEP_START).records
    started = {record.event_log_entry.step_key for record in starts}
    return {key for key, step in planned.items() if key not in answered and step in started}


def _checks(
    instance: dg.DagsterInstance, run_id: str, event_type: dg.DagsterEventType
) -> dict[dg.AssetCheckKey, str | None]:
    records = instance.get_records_for_run(run_id, of_type=event_type).records
    events = [(r.event_log_entry.dagster_event, r.event_log_entry.step_key) for r in records]
    return {event.event_specific_data.asset_check_key: step for event, step in events if event}  # type: ignore[union-attr]


def _failure(event: dg.DagsterEvent) -> str:
    data = event.step_failure_data
    if data.user_failure_data is not None and data.user_failure_data.description:
        return data.user_failure_data.description
    return f"{event.step_key}: {data.error.message if data.error else 'failed without a message'}"


def _findings(events: Sequence[dg.DagsterEvent]) -> list[Finding]:
    """The failed checks. A range reports each day and then all of them: the last word of a check counts."""
    found: dict[tuple[str, str], Finding] = {}
    for event in events:
        if event.event_type is not dg.DagsterEventType.ASSET_CHECK_EVALUATION:
            continue
        evaluation = event.asset_check_evaluation_data
        if evaluation.passed:
            continue
        key = (evaluation.asset_key.to_user_string(), evaluation.check_name)
        found[key] = Finding(*key, evaluation.severity.value, evaluation.description or "")
    return list(found.values())
