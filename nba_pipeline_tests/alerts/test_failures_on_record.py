"""Which tables failed, as far as the alerts know of runs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import dagster as dg
import pytest
from desk import AT

from nba_pipeline.alerts.incidents import Incident, open_incidents
from nba_pipeline.clock import FixedClock
from nba_pipeline.contracts import When
from nba_pipeline.orchestration.alerting import Alerts
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.run_findings import failures_of
from nba_pipeline.registry import made
from nba_pipeline.reliability.outputs import Failure
from nba_pipeline.settings import Settings

DAY = date(2026, 1, 15)
DIED = "it ended without a step that says why: its process may have been killed"


def after_a_run_that_died(home: Path, job: str, day: date | None = DAY) -> Sequence[Incident]:
    """What is open once the alerts have looked at it."""
    alerts = Alerts.of(Pipeline(given=Settings(home=home), own_clock=FixedClock(AT)))
    tags = {"dagster/partition": f"{day}"} if day else {}
    with dg.DagsterInstance.ephemeral() as instance:
        instance.add_run(dg.DagsterRun(job_name=job, status=dg.DagsterRunStatus.FAILURE, tags=tags))
        assert alerts.examine_runs(instance) == 1
    with alerts.database.reading() as connection:
        return open_incidents(connection)


@pytest.mark.parametrize(
    ("job", "when"),
    [("pregame", When.PREGAME), ("postgame", When.POSTGAME), ("all_phases", When.PREGAME | When.POSTGAME)],
)
def test_a_run_that_died_without_a_word_is_the_failure_of_all_that_its_job_makes(
    tmp_path: Path, job: str, when: When
) -> None:
    failures = failures_of(after_a_run_that_died(tmp_path, job))

    assert failures == {(module.name, DAY): Failure(f"{job} run", DIED) for module in made(when)}


@pytest.mark.parametrize(("job", "day"), [("reconcile", DAY), ("pregame", None)])
def test_a_run_that_makes_no_table_or_is_for_no_day_is_the_failure_of_none(
    tmp_path: Path, job: str, day: date | None
) -> None:
    found = after_a_run_that_died(tmp_path, job, day)

    assert [incident.key for incident in found] == [f"run:{job}:{day or 'no day'}"]
    assert failures_of(found) == {}
