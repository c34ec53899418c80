"""Gaps that can be filled are retried, and what the source corrected is published again: by the daily jobs.

Nothing here makes a table. A repair is the day's own job, run once more, and what came of it on record. These jobs are
no asset checks: whoever materializes a table in the UI runs its checks, and must not start a repair by that.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import dagster as dg

from nba_pipeline.contracts import When
from nba_pipeline.game_day import Days, game_day_of
from nba_pipeline.hours import ATTEMPTS_A_DAY, CORRECTED_FOR, is_due
from nba_pipeline.orchestration.assets import CORRECTION as CORRECTION_TAG
from nba_pipeline.orchestration.partitions import GAME_DAYS
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.reliability.corrections import Correction, compared_tables, correction
from nba_pipeline.reliability.evaluation import states
from nba_pipeline.reliability.evidence import Evidence
from nba_pipeline.reliability.gaps import Gap, open_gaps
from nba_pipeline.reliability.repairs import CORRECTION, Outcome, Repair, attempts_today, record, repairs_of
from nba_pipeline.reliability.results import told
from nba_pipeline.statuses import DayState
from nba_pipeline.warehouse.asking import asking
from nba_pipeline.warehouse.engine import Engine

_JOBS = {When.PREGAME: "pregame", When.POSTGAME: "postgame"}


def repairable(days: Days, engine: Engine, now: datetime) -> list[Gap]:
    """The gaps of days that can be filled now.

    Before the first tip-off those are tables of the pre-game job, once they are due. After it, a prediction would be
    none: until the morning after, nothing can be filled, and then only what the games brought.
    """
    due = {day: When.POSTGAME for day in days if is_due(When.POSTGAME, day, now)}
    today = game_day_of(now)
    if today in days and is_due(When.PREGAME, today, now):
        (state,) = states(Evidence(engine, Days.only(today), {"schedule"}), now)
        if state.state not in (DayState.IN_PROGRESS, DayState.FINAL):
            due[today] = When.PREGAME
    return open_gaps(engine, due, now)


def worth_trying(gaps: Sequence[Gap], engine: Engine, now: datetime) -> list[Gap]:
    """Those that were not given up for today. For a game that is not over there is no limit on the first morning."""
    if not gaps:
        return []
    attempts = repairs_of(engine, Days(gaps[0].game_date, gaps[-1].game_date))
    return [gap for gap in gaps if _waits(gap, now) or attempts_today(gap, attempts, now) < ATTEMPTS_A_DAY]


def _waits(gap: Gap, now: datetime) -> bool:
    return gap.waits and game_day_of(now) <= gap.game_date + timedelta(days=1)


@dataclass
class Standing:
    """How things stand after a look: what there is to tell, and what only the operator can mend."""

    said: list[str] = field(default_factory=list)
    urgent: list[str] = field(default_factory=list)


LookAfter = Callable[[date, Pipeline, dg.DagsterInstance], Standing]


def repair(day: date, pipeline: Pipeline, instance: dg.DagsterInstance) -> Standing:
    """Run the day's job once if a gap is worth it, write down what came of it, and say which gaps are given up."""
    now = pipeline.clock.now()
    with pipeline.open() as world:
        left = repairable(Days.only(day), world.engine, now)
        tried = worth_trying(left, world.engine, now)
    if not tried:
        return Standing(["nothing is to be tried"], _given_up(left))
    when = When.POSTGAME if game_day_of(now) > day else When.PREGAME
    run_id = _make_again(_JOBS[when], day, pipeline, instance)
    now = pipeline.clock.now()
    with pipeline.open() as world:
        left = open_gaps(world.engine, {day: when}, now)
        earlier = repairs_of(world.engine, Days.only(day))
        repairs = [_attempt(gap, gap in left, earlier, now, run_id) for gap in tried]
        record(world.engine, repairs)
        again = worth_trying(left, world.engine, now)
    return Standing([str(repair) for repair in repairs], _given_up([gap for gap in left if gap not in again]))


def _given_up(gaps: Sequence[Gap]) -> list[str]:
    return [f"given up for today after {ATTEMPTS_A_DAY} attempts, tried again tomorrow: {gap}" for gap in gaps]


def _attempt(gap: Gap, still_open: bool, earlier: Sequence[Repair], now: datetime, run_id: str) -> Repair:
    attempt = attempts_today(gap, earlier, now) + 1
    exhausted = attempt >= ATTEMPTS_A_DAY and not _waits(gap, now)
    left = Outcome.GIVEN_UP if exhausted else Outcome.OPEN
    outcome = left if still_open else Outcome.REPAIRED
    return Repair(gap.game_date, gap.table, gap.subject, gap.reason, attempt, now, outcome, run_id)


def correct(day: date, pipeline: Pipeline, instance: dg.DagsterInstance) -> Standing:
    """Compare the days up to this one with the source; make again what it corrected, reconcile it, and say so."""
    days = Days(day - timedelta(days=CORRECTED_FOR - 1), day)
    standing = Standing()
    for one in days:
        found, problems = _compared(one, pipeline)
        if found:
            run_id, left = _correct_day(one, found, pipeline, instance)
            standing.said += [f"{one}: {corrected.reason}; made again by run {run_id[:8]}" for corrected in found]
            problems |= left
        standing.urgent += [f"{one} {name}: {problem}" for name, problem in problems.items()]
    standing.said += [] if standing.said else [f"{days} are as the source has them"]
    return standing


def _compared(day: date, pipeline: Pipeline) -> tuple[list[Correction], dict[str, str]]:
    """The corrections of a day, and the tables that could not be compared, with the reason."""
    found: list[Correction] = []
    problems: dict[str, str] = {}
    with pipeline.open() as world:
        for module in compared_tables():
            try:
                corrected = correction(module, day, world)
            except Exception as error:  # that table's answer, which is a failure
                problems[module.name] = f"could not be compared with the source: {told(error)}"
            else:
                found += [corrected] if corrected else []
    return found, problems


def _correct_day(
    day: date, found: list[Correction], pipeline: Pipeline, instance: dg.DagsterInstance
) -> tuple[str, dict[str, str]]:
    """Make the day again; the run that did it, and by table what is still not as the source has it."""
    reason = "; ".join(corrected.reason for corrected in found)
    run_id = _make_again("postgame", day, pipeline, instance, {CORRECTION_TAG: reason})
    left, problems = _compared(day, pipeline)
    problems |= {corrected.table: f"still {corrected.reason}: run {run_id[:8]} says why" for corrected in left}
    now = pipeline.clock.now()
    with pipeline.open() as world:
        outcomes = {c: Outcome.GIVEN_UP if c.table in problems else Outcome.REPAIRED for c in found}
        record(
            world.engine,
            [Repair(day, c.table, CORRECTION, c.reason, 1, now, outcome, run_id) for c, outcome in outcomes.items()],
        )
    return run_id, problems


def _make_again(
    job: str, day: date, pipeline: Pipeline, instance: dg.DagsterInstance, tags: Mapping[str, str] | None = None
) -> str:
    """The day's own job as a run of its own, and the day reconciled after it; the id of the run."""
    from nba_pipeline.orchestration.launch import launch  # the graph that it launches from holds this step

    made = launch(pipeline, job, Days.only(day), instance, tags=tags)
    launch(pipeline, "reconcile", Days.only(day), instance, tags=tags)
    return made.run_id


def repair_jobs() -> list[dg.JobDefinition]:
    return [
        _job("repair", f"Asks again for what a game day lacks, {ATTEMPTS_A_DAY} times a day and gap.", repair),
        _job("corrections", f"Makes again what the source corrected in the {CORRECTED_FOR} days up to this.", correct),
    ]


def _job(name: str, description: str, look_after: LookAfter) -> dg.JobDefinition:
    """One step for a game day. It fails with what needs the operator; the rest it logs."""

    @dg.op(name=f"{name}_step", description=description)
    def step(context: dg.OpExecutionContext, pipeline: dg.ResourceParam[Pipeline]) -> None:
        with asking(name):
            standing = look_after(date.fromisoformat(context.partition_key), pipeline, context.instance)
        for line in standing.said:
            context.log.info(line)
        if standing.urgent:
            raise dg.Failure("; ".join(standing.urgent), allow_retries=False)

    @dg.job(name=name, description=description, partitions_def=GAME_DAYS, executor_def=dg.in_process_executor)
    def job() -> None:
        step()

    return job
