"""Runs a job for a range of game days in this process, on the instance that the Dagster UI shows."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import dagster as dg
from filelock import FileLock
from sqlalchemy.exc import SQLAlchemyError

from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.dead_runs import end_dead_runs
from nba_pipeline.orchestration.graph import asset_graph
from nba_pipeline.orchestration.jobs import day_tags
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.records import RANGE_END, RANGE_START, failure_text, silent_checks
from nba_pipeline.registry import TableModule

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


class RecordUnusable(Exception):
    """Dagster's record of runs could not be opened or kept, and without it nothing runs."""


@contextmanager
def _with_the_record() -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, OSError) as error:
        said = getattr(error, "orig", None) or error
        raise RecordUnusable(
            f"Dagster's record of runs under NBA_HOME cannot be opened or kept: {said}. Is the disk full, or not to be "
            "written to? Mend that, and run it again"
        ) from error


def prepare_home(dagster_home: Path) -> None:
    """Create the instance's directory: its configuration (an existing one is the operator's) and its databases."""
    open_instance(dagster_home).dispose()


@_with_the_record()
def open_instance(dagster_home: Path) -> dg.DagsterInstance:
    """The instance of a home. It is opened by one process at a time.

    The first to open it creates Dagster's databases. Two that did so at once would both stamp the schema's
    version, and a database that is stamped twice is never opened again ("more than one head present").
    Raises RecordUnusable.
    """
    dagster_home.mkdir(parents=True, exist_ok=True)
    with FileLock(dagster_home / ".opening"):
        configuration = dagster_home / "dagster.yaml"
        if not configuration.exists():
            with resources.as_file(resources.files("nba_pipeline.orchestration") / "dagster.yaml") as packaged:
                shutil.copyfile(packaged, configuration)
        return dg.DagsterInstance.from_config(str(dagster_home))


def launch(
    pipeline: Pipeline,
    job: str,
    days: Days,
    instance: dg.DagsterInstance,
    changed: Sequence[TableModule] = (),
    tags: Mapping[str, str] | None = None,
) -> RunOutcome:
    """Run a job of the asset graph to its end; `changed` as for `asset_graph`, and otherwise as `run_job` does."""
    return run_job(asset_graph(pipeline, changed).resolve_job_def(job), days, instance, tags)


@_with_the_record()
def run_job(
    job: dg.JobDefinition, days: Days, instance: dg.DagsterInstance, tags: Mapping[str, str] | None = None
) -> RunOutcome:
    """Run a job to its end. A failing step is part of the outcome; only a broken program raises, and RecordUnusable.

    What a dead run holds is freed first: this one would wait for it for ever.
    """
    end_dead_runs(instance)
    days_tags = {RANGE_START: f"{days.first}", RANGE_END: f"{days.last}"}
    result = job.execute_in_process(
        instance=instance,
        run_config=_QUIET,
        raise_on_error=False,
        tags={**day_tags(job.name, days), **(days_tags if len(days) > 1 else {}), **(tags or {})},
        partition_key=f"{days.first}" if len(days) == 1 else None,
    )
    return RunOutcome(
        job=job.name,
        days=days,
        run_id=result.run_id,
        succeeded=result.success,
        failures=[failure_text(event) for event in result.all_events if event.is_step_failure],
        findings=_findings(result.all_events),
        silent=sorted(key.to_user_string() for key in silent_checks(instance, result.run_id)),
    )


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
