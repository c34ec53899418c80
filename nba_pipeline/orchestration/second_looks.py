"""Days that count as bad although something of them was made since: they are judged again, or nobody would learn that
they are well. Whoever made them, a schedule, a repair, the UI or a command.

It asks the open incidents and the record of runs, and the warehouse nothing.
"""

from collections.abc import Collection
from datetime import date, timedelta

import dagster as dg

from nba_pipeline.alerts.reconciled import KEY as RECONCILED_KEY
from nba_pipeline.clock import Clock
from nba_pipeline.hours import CORRECTED_FOR
from nba_pipeline.orchestration.alerting import Alerts
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.records import ENDED, days_of
from nba_pipeline.orchestration.run_findings import run_prefix
from nba_pipeline.orchestration.schedules import request, stands_still

_MAKE = frozenset({"pregame", "postgame", "all_phases"})


def second_looks(instance: dg.DagsterInstance, job: str, bad: Collection[date], clock: Clock) -> list[dg.RunRequest]:
    """A run of a job that judges days, for each bad one of which anything was made after that job's last run."""
    if not bad:
        return []
    lately = dg.RunsFilter(statuses=ENDED, updated_after=clock.now() - timedelta(days=CORRECTED_FOR))
    records = instance.get_run_records(lately)
    requests = []
    for day in sorted(bad):
        made, judged = _newest(records, day, _MAKE), _newest(records, day, {job})
        if made and (judged is None or _ended(judged) < _ended(made)):
            requests.append(request(job, day, f"after run {made.dagster_run.run_id[:8]}"))
    return requests


def _newest(records: Collection[dg.RunRecord], day: date, jobs: Collection[str]) -> dg.RunRecord | None:
    """The run of these jobs on a day that ended last."""
    found = [
        one
        for one in records
        if one.dagster_run.job_name in jobs and (days := days_of(one.dagster_run)) is not None and day in days
    ]
    return max(found, key=_ended, default=None)


def _ended(record: dg.RunRecord) -> float:
    return record.end_time or 0.0


def second_look_sensors() -> list[dg.SensorDefinition]:
    return [
        _sensor(
            "days_to_reconcile_again",
            "reconcile",
            RECONCILED_KEY,
            "Reconciles a day with gaps again when anything of it was made since.",
        ),
        _sensor(
            "repairs_to_confirm",
            "repair",
            run_prefix("repair"),
            "Runs a failed repair again when anything of its day was made since: with no gap left it is well.",
        ),
    ]


def _sensor(name: str, job: str, incidents: str, description: str) -> dg.SensorDefinition:
    @dg.sensor(
        name=name,
        job_name=job,
        minimum_interval_seconds=120,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description=description,
    )
    def look(context: dg.SensorEvaluationContext, pipeline: dg.ResourceParam[Pipeline]) -> dg.SensorResult:
        frozen = stands_still(pipeline)
        if frozen:
            return dg.SensorResult(skip_reason=frozen)
        bad = Alerts.of(pipeline).open_days(incidents)
        due = second_looks(context.instance, job, bad, pipeline.clock)
        why = f"nothing was made since of the {len(bad)} days that count as bad"
        return dg.SensorResult(run_requests=due) if due else dg.SensorResult(skip_reason=why)

    return look
