"""What the record of a run says, for all who read it: commands, sensors, alerts."""

from __future__ import annotations

from datetime import date

import dagster as dg
from dagster._core.errors import DagsterExecutionInterruptedError

from nba_pipeline.game_day import Days

PARTITION = "dagster/partition"
ENDED = [dg.DagsterRunStatus.SUCCESS, dg.DagsterRunStatus.FAILURE]
RANGE_START, RANGE_END = "dagster/asset_partition_range_start", "dagster/asset_partition_range_end"


def days_of(run: dg.DagsterRun) -> Days | None:
    """The game days that a run was for; None if it was for no partition."""
    if PARTITION in run.tags:
        return Days.only(date.fromisoformat(run.tags[PARTITION]))
    if RANGE_START in run.tags:
        return Days(date.fromisoformat(run.tags[RANGE_START]), date.fromisoformat(run.tags[RANGE_END]))
    return None


def newest_ended(instance: dg.DagsterInstance) -> str | None:
    """The run that ended last. As long as it is the same, no run has changed the warehouse since."""
    ended = dg.RunsFilter(statuses=ENDED)
    newest = instance.get_run_records(ended, limit=1, order_by="update_timestamp", ascending=False)
    return newest[0].dagster_run.run_id if newest else None


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


def failure_text(event: dg.DagsterEvent) -> str:
    """What a failed step says of itself."""
    data = event.step_failure_data
    if data.user_failure_data is not None and data.user_failure_data.description:
        return data.user_failure_data.description
    error = data.error
    while error is not None and error.cause is not None:
        error = error.cause  # Dagster wraps what was raised in an error that only names the step
    if error is not None and error.cls_name == DagsterExecutionInterruptedError.__name__:
        return f"{event.step_key}: it was stopped, by a signal, while it ran"
    return f"{event.step_key}: {error.message.strip() if error else 'failed without a message'}"
