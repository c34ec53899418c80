"""A day that counts as bad is judged again once for whatever was made of it since, and for nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import dagster as dg
import pytest

from nba_pipeline.clock import SystemClock
from nba_pipeline.orchestration.partitions import GAME_DAYS
from nba_pipeline.orchestration.records import RANGE_END, RANGE_START
from nba_pipeline.orchestration.second_looks import second_looks

DAY = date(2026, 1, 15)


@pytest.fixture
def instance() -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.ephemeral() as instance:
        yield instance


def ran(instance: dg.DagsterInstance, job: str, first: date = DAY, last: date | None = None) -> str:
    """A run of a job on a day or a range has ended; the first letters of its id."""

    @dg.asset(partitions_def=GAME_DAYS, backfill_policy=dg.BackfillPolicy.single_run())
    def boxscores() -> None: ...

    resolved = dg.Definitions([boxscores], jobs=[dg.define_asset_job(job, "*")]).resolve_job_def(job)
    tags = {RANGE_START: f"{first}", RANGE_END: f"{last}"} if last else {}
    key = None if last else f"{first}"
    return resolved.execute_in_process(instance=instance, partition_key=key, tags=tags).run_id[:8]


def looks(instance: dg.DagsterInstance) -> list[str | None]:
    return [one.run_key for one in second_looks(instance, "reconcile", {DAY}, SystemClock())]


def test_what_was_made_before_the_verdict_is_no_reason(instance: dg.DagsterInstance) -> None:
    assert looks(instance) == []
    ran(instance, "postgame")
    ran(instance, "reconcile")

    assert looks(instance) == []


def test_what_was_made_after_the_verdict_is_a_reason_once(instance: dg.DagsterInstance) -> None:
    ran(instance, "reconcile")
    made = ran(instance, "postgame")

    assert looks(instance) == [f"reconcile {DAY} after run {made}"]
    ran(instance, "reconcile")
    assert looks(instance) == []


def test_a_range_that_holds_the_day_is_a_reason_and_another_day_is_none(instance: dg.DagsterInstance) -> None:
    ran(instance, "reconcile")
    ran(instance, "postgame", DAY + timedelta(days=1))
    assert looks(instance) == []

    made = ran(instance, "all_phases", DAY - timedelta(days=1), DAY + timedelta(days=1))
    assert looks(instance) == [f"reconcile {DAY} after run {made}"]


def test_a_day_that_counts_as_well_is_not_looked_at(instance: dg.DagsterInstance) -> None:
    ran(instance, "postgame")

    assert second_looks(instance, "reconcile", set(), SystemClock()) == []
