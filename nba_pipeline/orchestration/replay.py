"""A range of past game days, lived through: the clock moves from one due run to the next, and each is launched.

What a run may know is what the source knew at its moment. The days are made by the jobs that make every other day;
a replayed day therefore equals the backfilled one, or somebody has seen the future.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime

import dagster as dg

from nba_pipeline.clock import FixedClock
from nba_pipeline.game_day import Days, eastern, playing_days
from nba_pipeline.hours import JOBS, DueRun, due_runs
from nba_pipeline.orchestration.last_call import MORNING, last_call_known_at
from nba_pipeline.orchestration.launch import RunOutcome, launch
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.registry import all_tables, made
from nba_pipeline.warehouse.engine import Engine
from nba_pipeline.warehouse.errors import WarehouseError
from nba_pipeline.warehouse.reading import receipts_of
from nba_pipeline.world import World

_NEVER = datetime.min.replace(tzinfo=UTC)
NOT_PUBLISHED = 2  # the exit code of a run that failed


class LivedOtherwise(WarehouseError):
    """The warehouse holds days that were published at a later moment than the replay has come to."""


def timeline(days: Days, world: World, last_runs_only: bool = False) -> list[DueRun]:
    """The due runs of all game days of a range, in the order of their moments; summers have none.

    With `last_runs_only`, each job runs once for a day, at the last of its moments. The earlier runs publish what the
    last one replaces: the days come out the same, and only their revisions are fewer.
    """
    runs: list[DueRun] = []
    for day in (day for part in playing_days(days) for day in part):
        of_day = due_runs(day, last_call(day, world))
        runs += {run.job: run for run in of_day}.values() if last_runs_only else of_day
    return sorted(runs)


def last_call(day: date, world: World) -> datetime | None:
    """The moment of the last call of a day as it is known when it comes; None without games.

    It is asked for in the morning, and again at each moment that it names: when the first game is postponed,
    the last call moves.
    """
    moment = eastern(day, MORNING)
    while (known := last_call_known_at(moment, day, world)) is not None and known > moment:
        moment = known
    return None if known is None else moment


def still_to_live(runs: Sequence[DueRun], engine: Engine) -> list[DueRun]:
    """The runs of which some table was not published at their moment or later: where a replay goes on.

    Raises LivedOtherwise where that would turn back the clock of a day.
    """
    days = Days(min(run.day for run in runs), max(run.day for run in runs))
    receipts = receipts_of(engine, list(all_tables()), days)
    published = {(receipt.table_name, receipt.game_date): receipt.published_at for receipt in receipts}
    due = [
        run
        for run in runs
        if any(published.get((module.name, run.day), _NEVER) < run.moment for module in made(JOBS[run.job]))
    ]
    # a day may be lived from its first due run on, and not after its last run
    until = {run.day: run.moment for run in runs} | {run.day: run.moment for run in reversed(due)}
    beyond = sorted({day for (_table, day), moment in published.items() if moment > until.get(day, moment)})
    if beyond:
        raise LivedOtherwise(
            f"{len(beyond)} days, {beyond[0]} to {beyond[-1]}, were published at a later moment than the replay has "
            "come to: by a backfill, a repair, other code or a replay with other options. A replay cannot unlearn what "
            "that knew. Replay into another NBA_HOME"
        )
    return due


def live(
    runs: Sequence[DueRun],
    pipeline: Pipeline,
    clock: FixedClock,
    open_record: Callable[[], AbstractContextManager[dg.DagsterInstance]],
    announce: Callable[[DueRun], None] = lambda _: None,
) -> list[RunOutcome]:
    """Live through the runs, each announced before. The first one that fails is the last: the next would build on it.

    `clock` is the pipeline's own; `open_record` opens the Dagster instance that keeps the record of a run.
    """
    outcomes: list[RunOutcome] = []
    for run in runs:
        announce(run)
        clock.moment = run.moment
        with open_record() as instance:
            outcomes.append(launch(pipeline, run.job, Days.only(run.day), instance))
        if outcomes[-1].exit_code == NOT_PUBLISHED:
            break
    return outcomes
