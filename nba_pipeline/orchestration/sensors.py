"""The runs whose moment the data tells: the last call, lines that moved, gaps that can be filled."""

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Self

import dagster as dg

from nba_pipeline.contracts import When
from nba_pipeline.game_day import EASTERN, Days, eastern, game_day_of, is_off_season
from nba_pipeline.hours import (
    ATTEMPTS_A_DAY,
    CORRECTED_FOR,
    LAST_CALL,
    LINES_LOOKED_AT_EVERY,
    PREGAME_HOURS,
    due_by,
    due_runs,
)
from nba_pipeline.orchestration.last_call import MORNING, last_call_known_at
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.records import newest_ended
from nba_pipeline.orchestration.repair import repairable, worth_trying
from nba_pipeline.orchestration.schedules import OFF_SEASON, request, stands_still
from nba_pipeline.registry import table
from nba_pipeline.sources.base import SourceError
from nba_pipeline.sources.landing import ask, digest_of
from nba_pipeline.warehouse.asking import asking
from nba_pipeline.warehouse.errors import WarehouseError
from nba_pipeline.warehouse.reading import receipts_of
from nba_pipeline.world import World

LINES = ("points_props", "game_lines")

_UNDER_WAY = [
    dg.DagsterRunStatus.QUEUED,
    dg.DagsterRunStatus.NOT_STARTED,
    dg.DagsterRunStatus.STARTING,
    dg.DagsterRunStatus.STARTED,
]


@dataclass(frozen=True)
class Look:
    """What the sensor before the games keeps between its ticks: the day, its last call, and when it asked."""

    day: date
    last_call: datetime | None
    at: datetime

    @classmethod
    def from_cursor(cls, cursor: str | None, day: date) -> Self | None:
        """What was kept of this day, if anything was."""
        kept = json.loads(cursor) if cursor else {}
        if kept.get("day") != f"{day}":
            return None
        last_call = kept["last_call"] and datetime.fromisoformat(kept["last_call"])
        return cls(day, last_call, datetime.fromisoformat(kept["at"]))

    def cursor(self) -> str:
        last_call = self.last_call and self.last_call.isoformat()
        return json.dumps({"day": f"{self.day}", "last_call": last_call, "at": self.at.isoformat()})

    def is_last_call(self, now: datetime) -> bool:
        return self.last_call is not None and self.last_call <= now < self.last_call + LAST_CALL

    def is_over(self, now: datetime) -> bool:
        return self.last_call is not None and now >= self.last_call + LAST_CALL

    def is_recent(self, now: datetime) -> bool:
        return now - self.at < LINES_LOOKED_AT_EVERY


def before_the_games(now: datetime, cursor: str | None, pipeline: Pipeline, under_way: bool) -> dg.SensorResult:
    """A run at the last call, and one whenever the source's lines are not those that were published.

    The source is asked each half hour, and again when the last call has come: it moves with a postponed game.
    """
    day = game_day_of(now)
    if is_off_season(day):
        return _nothing(f"{day} is {OFF_SEASON}", cursor)
    if now < eastern(day, MORNING):
        return _nothing(f"the last call is asked for at {MORNING:%H:%M}", cursor)
    kept = Look.from_cursor(cursor, day)
    if kept and (kept.is_over(now) or (kept.is_recent(now) and not kept.is_last_call(now))):
        return _nothing(f"looked at {_local(kept.at)}: {_last_call_in_words(kept)}", cursor)
    with pipeline.open(read_only=True) as world:
        look = Look(day, _last_call(now, day, world, kept), now)
        if look.is_last_call(now):
            return _run(day, f"last call {_local(look.last_call)}", look)
        if look.last_call is None or look.is_over(now):
            return _nothing(_last_call_in_words(look), look.cursor())
        dear = world.source.too_dear(day, _runs_to_come(now, look), now)
        if dear:
            return _nothing(f"{dear}; {_last_call_in_words(look)}", look.cursor())
        moved = _moved_lines(now, day, world)
    if moved is None or under_way:
        return _nothing(f"no other lines than published; {_last_call_in_words(look)}", look.cursor())
    return _run(day, moved, look)


def _last_call(now: datetime, day: date, world: World, kept: Look | None) -> datetime | None:
    """The day's last call. Once it has come, a silent source does not undo it: the run that fails is what is seen."""
    try:
        return last_call_known_at(now, day, world)
    except SourceError:
        if kept and kept.is_last_call(now):
            return kept.last_call
        raise


def _runs_to_come(now: datetime, look: Look) -> int:
    """How many runs may yet ask for the lines before the games: those of the hours, and the one that a look brings."""
    return 1 + sum(run.job == "pregame" and run.moment > now for run in due_runs(look.day, look.last_call))


def _moved_lines(now: datetime, day: date, world: World) -> str | None:
    """Which answer on lines differs from the one that the day was made from; None from before the first run on.

    What is asked for here lands: the run that it brings finds it, and buys nothing again.
    """
    if now < eastern(day, PREGAME_HOURS[0]):
        return None
    lines = [table(name) for name in LINES]
    receipts = receipts_of(world.engine, [module.name for module in lines], Days.only(day))
    published = {receipt.table_name: receipt for receipt in receipts}
    for module in (module for module in lines if module.name in published):
        receipt = published[module.name]
        for asked, fetched in module.fetched.items():
            digest = digest_of(ask(world.source, fetched.kind, Days.only(day), now, world.landing).answers)
            if digest != receipt.inputs.get(asked):
                return f"{module.contract.short_name} moved {receipt.receipt_id[:8]} {digest[:16]}"
    return None


def _run(day: date, why: str, look: Look) -> dg.SensorResult:
    return dg.SensorResult(run_requests=[request("pregame", day, why)], cursor=look.cursor())


def _nothing(why: str, cursor: str | None) -> dg.SensorResult:
    return dg.SensorResult(skip_reason=why, cursor=cursor)


def _last_call_in_words(look: Look) -> str:
    return f"the last call is at {_local(look.last_call)}" if look.last_call else "EMPTY_OK: no games are to be played"


def _local(moment: datetime | None) -> str:
    return f"{moment.astimezone(EASTERN):%H:%M}" if moment else ""


def gaps_to_fill(now: datetime, pipeline: Pipeline) -> list[dg.RunRequest]:
    """A repair for each of the last days that lacks something worth another attempt, once an hour."""
    today = game_day_of(now)
    days = Days(today - timedelta(days=CORRECTED_FOR), today)
    with pipeline.open_engine(read_only=True) as engine:
        gaps = worth_trying(repairable(days, engine, now), engine, now)
    hour = f"in the hour {_hour(now)}"
    return [request("repair", day, hour) for day in sorted({gap.game_date for gap in gaps})]


def _hour(now: datetime) -> str:
    return f"{now.astimezone(EASTERN):%Y-%m-%d %H%z}"


def _turn(now: datetime) -> str:
    """Since when the same days are due: from then on only a run can make a gap where there was none."""
    today = game_day_of(now)
    turns = [due_by(When.POSTGAME, today - timedelta(days=1)), due_by(When.PREGAME, today)]
    return f"{today} {sum(now >= turn for turn in turns)}"


def sensors() -> list[dg.SensorDefinition]:
    @dg.sensor(
        name="before_the_games",
        job_name="pregame",
        minimum_interval_seconds=120,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Predicts once more at the day's last call, a quarter of an hour before the first tip-off, and "
        "whenever the source's lines are not those that were published.",
    )
    @asking("before_the_games")
    def before(context: dg.SensorEvaluationContext, pipeline: dg.ResourceParam[Pipeline]) -> dg.SensorResult:
        frozen, now = stands_still(pipeline), pipeline.clock.now()
        if frozen:
            return _nothing(frozen, context.cursor)
        under_way = "pregame" in _jobs_under_way(context.instance, game_day_of(now))
        try:
            return before_the_games(now, context.cursor, pipeline, under_way)
        except WarehouseError as error:  # in use by a run, or not made yet: the next tick looks again
            return _nothing(str(error), context.cursor)

    @dg.sensor(
        name="gaps_to_fill",
        job_name="repair",
        minimum_interval_seconds=300,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description=f"Asks again, every hour, for what one of the last {CORRECTED_FOR} days lacks: until all of its "
        f"games are complete, and {ATTEMPTS_A_DAY} times a day for a gap. Then the repair fails, and is red.",
    )
    @asking("gaps_to_fill")
    def fill(context: dg.SensorEvaluationContext, pipeline: dg.ResourceParam[Pipeline]) -> dg.SensorResult:
        frozen, now = stands_still(pipeline), pipeline.clock.now()
        if frozen:
            return _nothing(frozen, None)
        ended = newest_ended(context.instance)
        hourly, quiet = f"{ended} {_hour(now)}", f"{ended} {_turn(now)}"
        if context.cursor in (hourly, quiet):
            return _nothing("no run has ended since the last look", context.cursor)
        try:
            due = gaps_to_fill(now, pipeline)
        except WarehouseError as error:  # in use by a run, or not made yet: the next tick looks again
            return _nothing(str(error), None)
        if not due:
            return _nothing("nothing that could be filled now", quiet)
        idle = [one for one in due if not _jobs_under_way(context.instance, date.fromisoformat(f"{one.partition_key}"))]
        return dg.SensorResult(run_requests=idle, cursor=hourly)

    return [before, fill]


def _jobs_under_way(instance: dg.DagsterInstance, day: date) -> set[str]:
    """The jobs that run, or are about to, for a game day."""
    runs = instance.get_runs(dg.RunsFilter(statuses=_UNDER_WAY, tags={"dagster/partition": f"{day}"}))
    return {run.job_name for run in runs}
