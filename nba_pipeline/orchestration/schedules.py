"""The runs of the hours: each schedule asks for a run of a game day, or says why none is due."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Literal

import dagster as dg

from nba_pipeline.game_day import EASTERN, Days, game_day_of, is_off_season
from nba_pipeline.hours import (
    CORRECTED_FOR,
    CORRECTIONS_HOUR,
    MODEL_HOUR,
    MODEL_WEEKDAY,
    POSTGAME_HOURS,
    PREGAME_HOURS,
    RECONCILE_HOUR,
    cron,
)
from nba_pipeline.orchestration.jobs import day_tags
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.reliability.day_state import GameDay
from nba_pipeline.reliability.evaluation import states
from nba_pipeline.reliability.evidence import Evidence
from nba_pipeline.statuses import DayState
from nba_pipeline.warehouse.asking import asking
from nba_pipeline.warehouse.errors import WarehouseError

Due = dg.RunRequest | dg.SkipReason

OFF_SEASON = "EMPTY_OK: off-season. The reconciliation of the day says so too, and is stored"


def request(job: str, day: date, why: str) -> dg.RunRequest:
    """A run of a game day, once for each reason."""
    return dg.RunRequest(
        run_key=f"{job} {day} {why}", partition_key=f"{day}", tags={**day_tags(job, Days.only(day)), "nba/due": why}
    )


def stands_still(pipeline: Pipeline) -> str | None:
    """Why nothing may run by the hour in a home whose clock is frozen."""
    frozen = pipeline.settings.now
    return f"NBA_NOW stands still at {frozen:%Y-%m-%d %H:%M}: unset it, and the hours count again" if frozen else None


def state_of(day: date, pipeline: Pipeline) -> GameDay:
    """How far a day is, by its verified schedule; UNKNOWN where the warehouse cannot say, which excuses no run."""
    try:
        with pipeline.open_engine(read_only=True) as engine:
            (state,) = states(Evidence(engine, Days.only(day), {"schedule"}), pipeline.clock.now())
    except WarehouseError as error:
        return GameDay(day, DayState.UNKNOWN, str(error))
    return state


def daily(job: Literal["pregame", "postgame"], hours: Sequence[time], at: datetime, pipeline: Pipeline) -> Due:
    """The daily job at one of its hours. A day without games has the first of them, which publishes why it is empty."""
    local = at.astimezone(EASTERN)
    day = local.date() if job == "pregame" else local.date() - timedelta(days=1)
    if is_off_season(day):
        return dg.SkipReason(f"{day} is {OFF_SEASON}")
    if local.time() != hours[0]:
        state = state_of(day, pipeline)
        if state.state is DayState.NO_GAMES:
            return dg.SkipReason(f"EMPTY_OK: {state.reason}; the run at {hours[0]:%H:%M} published that")
        if job == "pregame" and state.state in (DayState.IN_PROGRESS, DayState.FINAL):
            return dg.SkipReason(f"the games of {day} have begun: {state.reason}")
    return request(job, day, f"{local:%H:%M}")


def of_yesterday(job: str, at: datetime) -> Due:
    """A job that looks back, on every day of the year: what there is to say of a day without games it says."""
    return request(job, game_day_of(at) - timedelta(days=1), f"{at.astimezone(EASTERN):%H:%M}")


def corrections(at: datetime) -> Due:
    yesterday = game_day_of(at) - timedelta(days=1)
    days = Days(yesterday - timedelta(days=CORRECTED_FOR - 1), yesterday)
    if all(is_off_season(day) for day in days):
        return dg.SkipReason(f"{days} is {OFF_SEASON}")
    return of_yesterday("corrections", at)


def model_refresh(at: datetime) -> Due:
    day = game_day_of(at)
    return dg.SkipReason(f"{day} is {OFF_SEASON}") if is_off_season(day) else request("model_refresh", day, "weekly")


def schedules() -> list[dg.ScheduleDefinition]:
    return [
        _schedule(
            "pregame",
            [cron(hour) for hour in PREGAME_HOURS],
            "Schedule, lines, features and predictions of today. The last call and lines that move are the sensor's.",
            lambda at, pipeline: daily("pregame", PREGAME_HOURS, at, pipeline),
        ),
        _schedule(
            "postgame",
            [cron(hour) for hour in POSTGAME_HOURS],
            "Boxscores, summaries and grades of yesterday; the later hour for what sources publish late. Until the "
            "day is complete, the repair sensor asks every hour.",
            lambda at, pipeline: daily("postgame", POSTGAME_HOURS, at, pipeline),
        ),
        _schedule(
            "reconcile",
            [cron(RECONCILE_HOUR)],
            "R-007: the reconciliation of yesterday, on every day of the year, with or without games.",
            lambda at, _: of_yesterday("reconcile", at),
        ),
        _schedule(
            "corrections",
            [cron(CORRECTIONS_HOUR)],
            f"Compares the last {CORRECTED_FOR} days with the source, and makes again what it corrected.",
            lambda at, _: corrections(at),
        ),
        _schedule(
            "model_refresh",
            [cron(MODEL_HOUR, MODEL_WEEKDAY)],
            "Proves that the serving points model can be opened and predicts. The month's is trained by its first run.",
            lambda at, _: model_refresh(at),
        ),
    ]


def _schedule(
    job: str, crons: Sequence[str], description: str, due: Callable[[datetime, Pipeline], Due]
) -> dg.ScheduleDefinition:
    @dg.schedule(
        name=f"{job}_hours",
        job_name=job,
        cron_schedule=list(crons),
        execution_timezone=EASTERN.key,
        default_status=dg.DefaultScheduleStatus.RUNNING,
        description=description,
    )
    def evaluate(context: dg.ScheduleEvaluationContext, pipeline: dg.ResourceParam[Pipeline]) -> Due:
        frozen = stands_still(pipeline)
        with asking(f"{job}_hours"):
            return dg.SkipReason(frozen) if frozen else due(context.scheduled_execution_time, pipeline)

    return evaluate
