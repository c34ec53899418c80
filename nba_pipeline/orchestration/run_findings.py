"""What a run that ended says of the days that it was for: every check that failed, whether the run is green or red,
checks that never answered, failures that no check explains, and which days of which tables were published.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import dagster as dg

from nba_pipeline.alerts.conditions import Condition, Finding, Level, Observation
from nba_pipeline.alerts.incidents import Incident
from nba_pipeline.contracts import When
from nba_pipeline.game_day import Days
from nba_pipeline.hours import JOBS
from nba_pipeline.orchestration.checks import BLIND_TO_ITS_GAMES, CONTRACT_HOLDS, PHASE_4_IS_READY, WRITE_VERIFIED
from nba_pipeline.orchestration.reconciliation import RESULT
from nba_pipeline.orchestration.records import days_of, failure_text, silent_checks
from nba_pipeline.readiness import HEADER
from nba_pipeline.registry import made
from nba_pipeline.reliability.outputs import Failure, TableDay

_CHECK = "check:"  # what the keys of checks begin with
_NO_DAY = "no day"  # what keys end with that are of none
UNEXAMINED = "unexamined:"  # what the keys of runs begin with whose record could not be read

# A green run of the one has done what the others should have.
_COVERS: Mapping[str, Sequence[str]] = {"all_phases": ("all_phases", "pregame", "postgame")}

_MAKES = {**JOBS, "all_phases": When.PREGAME | When.POSTGAME}

# Of the checks of a table that was not published, the first is told: it says most of why.
_TELLING = (CONTRACT_HOLDS, PHASE_4_IS_READY, BLIND_TO_ITS_GAMES, WRITE_VERIFIED)


@dataclass(frozen=True)
class _Evaluated:
    """One check's last word on one day. `is_rule`: the rule answered, and the reconciliation tells what."""

    key: dg.AssetCheckKey
    day: date | None
    passed: bool
    is_rule: bool
    severity: str
    reason: str
    step: str | None


def observation_of_run(instance: dg.DagsterInstance, run: dg.DagsterRun, ui_url: str) -> Observation:
    days = days_of(run)
    evaluated = list(_evaluations(instance, run, days))
    conditions = [_of_check(one) for one in evaluated]
    conditions += [_of_silence(key, day) for key in sorted(silent_checks(instance, run.run_id)) for day in _each(days)]
    explained = {one.step for one in evaluated if not one.passed and one.severity == "ERROR"}
    conditions += [*_of_run(instance, run, days, explained), examined(run)]
    named = f"{run.job_name} {days}" if days else f"{run.job_name} {run.run_id[:8]}"
    red = run.status is dg.DagsterRunStatus.FAILURE
    return Observation(
        subject=named,
        header=f":rotating_light: Run failed: {named}" if red else f":warning: Checks failed: {named}",
        summary="What failed is not published; the last good day stays visible" if red else "The run itself is green",
        conditions=conditions,
        link=link_of(run.run_id, ui_url),
        command=_command(run.job_name, days),
        day=days.first if days and len(days) == 1 else None,
    )


def all_of(observations: Sequence[Observation], ui_url: str) -> Observation:
    """Many runs as one observation: what each condition came to in the end."""
    last_word = {condition.key: condition for one in observations for condition in one.conditions}
    named = f"{len(observations)} runs, {observations[0].subject} to {observations[-1].subject}"
    return Observation(
        subject=named,
        header=f":warning: Checks or runs failed: {named}",
        summary="So many ended since the last look; this is how things stand after them",
        conditions=list(last_word.values()),
        link=f"{ui_url.rstrip('/')}/runs",
        command="nba alerts",
    )


def in_the_end(observation: Observation, later: Sequence[Observation]) -> Observation:
    """An observation that comes late: of whatever later runs spoke of, too, their last word holds."""
    last_word = {condition.key: condition for one in later for condition in one.conditions}
    conditions = [last_word.get(condition.key, condition) for condition in observation.conditions]
    return replace(observation, conditions=conditions)


def examined(run: dg.DagsterRun) -> Condition:
    """A run whose record could be read, though perhaps not at first."""
    return Condition(f"{UNEXAMINED}{run.run_id}", f"record of run {run.run_id}", Level.OK)


def unexamined(run: dg.DagsterRun, error: Exception, ui_url: str) -> Observation:
    """A run whose record cannot be read is no good run."""
    finding = Finding("unexamined", f"The record of the run cannot be examined: {type(error).__name__}: {error}")
    return Observation(
        subject=f"run {run.run_id}",
        header=f":rotating_light: Run not examined: {run.job_name}",
        summary="Nobody knows what its checks said",
        conditions=[replace(examined(run), level=Level.RED, findings=[finding])],
        link=link_of(run.run_id, ui_url),
        command="nba doctor",
    )


def failures_of(incidents: Sequence[Incident]) -> dict[TableDay, Failure]:
    """Which tables were tried for which days and failed, by the incidents that are open.

    A run whose failure no check explains stands for all that its job makes.
    """
    red = [one for one in incidents if one.level is Level.RED and not one.key.endswith(_NO_DAY)]
    found: dict[TableDay, Failure] = {}
    for job, when in _MAKES.items():
        for one in (one for one in red if one.key.startswith(run_prefix(job))):
            failure = Failure(f"{job} run", "; ".join(one.reasons))
            found |= {(module.name, _day_in(one.key)): failure for module in made(when)}
    for check in reversed(_TELLING):
        for one in (one for one in red if one.key.startswith(_CHECK) and f":{check}:" in one.key):
            reason = "; ".join(one.reasons)
            waits = reason.startswith(HEADER)
            by = PHASE_4_IS_READY if waits else check
            found[one.key.split(":")[1], _day_in(one.key)] = Failure(by, reason.removeprefix(":warning: "), waits)
    return found


def _day_in(key: str) -> date:
    return date.fromisoformat(key.rpartition(":")[2])


def run_prefix(job: str) -> str:
    """What the keys of the incidents of a job's failed runs begin with."""
    return f"run:{job}:"


def link_of(run_id: str, ui_url: str) -> str:
    return f"{ui_url.rstrip('/')}/runs/{run_id}"


def completions_of(instance: dg.DagsterInstance, run: dg.DagsterRun) -> list[dict[str, object]]:
    """One message for each table, with the days that this run published, in the order of publication."""
    records = instance.get_records_for_run(run.run_id, of_type=dg.DagsterEventType.ASSET_MATERIALIZATION).records
    tables: dict[str, dict[str, dict[str, object]]] = {}
    for record in records:
        made = record.asset_materialization
        if made is None or made.partition is None or "receipt" not in made.metadata:
            continue
        tables.setdefault(".".join(made.asset_key.path), {})[made.partition] = {
            "game_date": made.partition,
            "state": made.metadata["state"].value,
            "rows": made.metadata["dagster/partition_row_count"].value,
            "receipt": made.metadata["receipt"].value,
        }
    return [
        {"table": table, "run_id": run.run_id, "job": run.job_name, "days": [days[day] for day in sorted(days)]}
        for table, days in tables.items()
    ]


def _evaluations(instance: dg.DagsterInstance, run: dg.DagsterRun, days: Days | None) -> Iterator[_Evaluated]:
    """The last word of every check on every day. In a range a check speaks of each day and then of all of them;
    of all only, where no single day was judged.
    """
    records = instance.get_records_for_run(run.run_id, of_type=dg.DagsterEventType.ASSET_CHECK_EVALUATION).records
    by_day: dict[tuple[dg.AssetCheckKey, date | None], _Evaluated] = {}
    of_all: dict[dg.AssetCheckKey, _Evaluated] = {}
    for record in records:
        entry = record.event_log_entry
        event = entry.get_dagster_event().asset_check_evaluation_data
        day = date.fromisoformat(event.partition) if event.partition else None
        said = _Evaluated(
            key=event.asset_check_key,
            day=day,
            passed=event.passed,
            is_rule=RESULT in event.metadata,
            severity=event.severity.value,
            reason=event.description or "it says no reason",
            step=entry.step_key,
        )
        if day is None:
            of_all[said.key] = said
        else:
            by_day[said.key, day] = said
    judged = {key for key, _ in by_day}
    yield from by_day.values()
    for key, said in of_all.items():
        if key not in judged:
            yield from (_Evaluated(**{**said.__dict__, "day": day}) for day in _each(days))


def _each(days: Days | None) -> Sequence[date | None]:
    return list(days) if days else [None]


def _of_check(said: _Evaluated) -> Condition:
    name = _check_name(said.key, said.day)
    if said.passed or said.is_rule:
        return Condition(_check_key(said.key, said.day), name, Level.OK)
    finding = Finding("failed", f"[{said.severity}] {name}: {said.reason}")
    level = Level.RED if said.severity == "ERROR" else Level.ORANGE
    return Condition(_check_key(said.key, said.day), name, level, [finding])


def _of_silence(key: dg.AssetCheckKey, day: date | None) -> Condition:
    name = _check_name(key, day)
    return Condition(
        _check_key(key, day),
        name,
        Level.RED,
        [Finding("silent", f"[SILENT] {name}: it was planned and never answered, which is no pass")],
    )


def _of_run(
    instance: dg.DagsterInstance, run: dg.DagsterRun, days: Days | None, explained: set[str | None]
) -> list[Condition]:
    """A failure that no failed check explains; and, of a green run, that whatever failed before is over."""
    jobs = _COVERS.get(run.job_name, (run.job_name,))
    if run.status is dg.DagsterRunStatus.SUCCESS:
        return [Condition(_run_key(job, day), _run_name(job, day), Level.OK) for job in jobs for day in _each(days)]
    failures = instance.get_records_for_run(run.run_id, of_type=dg.DagsterEventType.STEP_FAILURE).records
    events = [record.event_log_entry.get_dagster_event() for record in failures]
    texts = [failure_text(event) for event in events if event.step_key not in explained]
    if not texts and explained:
        return []
    reason = "; ".join(texts) or _last_words(instance, run)
    return [
        Condition(
            _run_key(run.job_name, day),
            _run_name(run.job_name, day),
            Level.RED,
            [Finding("failed", f"[FAILED] {_run_name(run.job_name, day)}: {reason}")],
        )
        for day in _each(days)
    ]


def _last_words(instance: dg.DagsterInstance, run: dg.DagsterRun) -> str:
    """What was written down of the end of a run of which no step says why it failed."""
    records = instance.get_records_for_run(run.run_id, of_type=dg.DagsterEventType.RUN_FAILURE).records
    said = [record.event_log_entry.get_dagster_event().message for record in records]
    return (said and said[-1]) or "it ended without a step that says why: its process may have been killed"


def _check_key(key: dg.AssetCheckKey, day: date | None) -> str:
    return f"{_CHECK}{'.'.join(key.asset_key.path)}:{key.name}:{day or _NO_DAY}"


def _check_name(key: dg.AssetCheckKey, day: date | None) -> str:
    return f"{'.'.join(key.asset_key.path)} {key.name}" + (f" {day}" if day else "")


def _run_key(job: str, day: date | None) -> str:
    return f"{run_prefix(job)}{day or _NO_DAY}"


def _run_name(job: str, day: date | None) -> str:
    return f"{job} {day}" if day else job


def _command(job: str, days: Days | None) -> str:
    """What makes the days again, whatever job failed on them."""
    if days is None:
        return "nba doctor"
    if job == "reconcile":
        return f"nba reconcile --date {days.first}"
    if len(days) > 1:
        return f"nba backfill --start {days.first} --end {days.last}"
    phase = f" --phase {job}" if job in ("pregame", "postgame") else ""
    return f"nba run --date {days.first}{phase}"
