"""The hours are the wall's, each asks once for a run of a game day, and a day without games says EMPTY_OK."""

from __future__ import annotations

import platform
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import dagster as dg
import pytest
from dagster._core.definitions.schedule_definition import ScheduleExecutionData
from dagster._utils.schedules import schedule_execution_time_iterator
from faults.league import League

from nba_pipeline.clock import FixedClock
from nba_pipeline.definitions import defs
from nba_pipeline.game_day import Days, eastern
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.production import produce
from nba_pipeline.registry import table
from nba_pipeline.settings import Settings
from nba_pipeline.sources.simulated.calendar import season_calendar
from nba_pipeline.sources.simulated.source import SimulatedSource

EASTERN = ZoneInfo("America/New_York")
SEASON = Days(date(2025, 10, 1), date(2026, 6, 30))
GAMES, REST = date(2025, 10, 1), date(2025, 10, 3)
REPOSITORY = defs.get_repository_def()
SCHEDULES = ("pregame_hours", "postgame_hours", "reconcile_hours", "corrections_hours", "model_refresh_hours")


@pytest.fixture
def pipeline(tmp_path: Path) -> Pipeline:
    pipeline = Pipeline(given=Settings(home=tmp_path, lock_timeout=0), own_clock=FixedClock(eastern(GAMES, time(6))))
    pipeline.source = League(SEASON)
    return pipeline


def evaluate(pipeline: Pipeline, name: str, day: date, hour: int) -> ScheduleExecutionData:
    """A tick of a schedule at an hour of the Eastern wall, as the daemon evaluates it."""
    at = datetime.combine(day, time(hour), EASTERN)
    pipeline.clock.moment = at.astimezone(UTC)
    with (
        dg.DagsterInstance.ephemeral() as instance,
        dg.build_schedule_context(instance, at, {"pipeline": pipeline}, REPOSITORY) as context,
    ):
        return REPOSITORY.get_schedule_def(name).evaluate_tick(context)


def tick(pipeline: Pipeline, name: str, day: date, hour: int) -> list[tuple[str, str]] | str:
    """The runs that are asked for, by key and game day, or why none is."""
    said = evaluate(pipeline, name, day, hour)
    return said.skip_message or [(str(run.run_key), str(run.partition_key)) for run in said.run_requests]


def read_schedule(pipeline: Pipeline, day: date, hour: int) -> None:
    pipeline.clock.moment = eastern(day, time(hour))
    with pipeline.open() as world:
        produce(table("schedule"), Days.only(day), world, run_id="test")


@pytest.mark.parametrize("name", SCHEDULES)
def test_every_schedule_runs_by_itself_in_the_east_and_says_what_for(name: str) -> None:
    schedule = REPOSITORY.get_schedule_def(name)

    assert schedule.default_status is dg.DefaultScheduleStatus.RUNNING
    assert schedule.execution_timezone == "America/New_York"
    assert schedule.description
    assert REPOSITORY.get_job(schedule.job_name).partitions_def is not None


@pytest.mark.parametrize("name", ["before_the_games", "gaps_to_fill", "days_to_reconcile_again", "repairs_to_confirm"])
def test_every_sensor_runs_by_itself_and_says_what_for(name: str) -> None:
    sensor = REPOSITORY.get_sensor_def(name)

    assert sensor.default_status is dg.DefaultSensorStatus.RUNNING
    assert sensor.description


def test_the_day_before_and_the_day_after(pipeline: Pipeline) -> None:
    assert tick(pipeline, "pregame_hours", GAMES, 11) == [("pregame 2025-10-01 11:00", "2025-10-01")]
    assert tick(pipeline, "pregame_hours", GAMES, 16) == [("pregame 2025-10-01 16:00", "2025-10-01")]
    morning = GAMES + timedelta(days=1)
    assert tick(pipeline, "postgame_hours", morning, 5) == [("postgame 2025-10-01 05:00", "2025-10-01")]
    assert tick(pipeline, "reconcile_hours", morning, 6) == [("reconcile 2025-10-01 06:00", "2025-10-01")]
    assert tick(pipeline, "corrections_hours", morning, 7) == [("corrections 2025-10-01 07:00", "2025-10-01")]
    assert tick(pipeline, "postgame_hours", morning, 10) == [("postgame 2025-10-01 10:00", "2025-10-01")]


def test_a_run_tells_its_game_day_its_phase_and_why(pipeline: Pipeline) -> None:
    (request,) = evaluate(pipeline, "pregame_hours", GAMES, 11).run_requests

    assert {name: value for name, value in request.tags.items() if name.startswith("nba/")} == {
        "nba/game_days": "2025-10-01",
        "nba/phase": "pregame",
        "nba/host": platform.node(),
        "nba/due": "11:00",
    }


def test_a_day_without_games_has_one_run_of_each_job_and_is_reconciled(pipeline: Pipeline) -> None:
    assert tick(pipeline, "pregame_hours", REST, 11) == [("pregame 2025-10-03 11:00", "2025-10-03")]
    read_schedule(pipeline, REST, 11)

    nothing = "EMPTY_OK: no games are scheduled; the run at {} published that"
    assert tick(pipeline, "pregame_hours", REST, 16) == nothing.format("11:00")
    morning = REST + timedelta(days=1)
    assert tick(pipeline, "postgame_hours", morning, 5) == [("postgame 2025-10-03 05:00", "2025-10-03")]
    assert tick(pipeline, "postgame_hours", morning, 10) == nothing.format("05:00")
    assert tick(pipeline, "reconcile_hours", morning, 6) == [("reconcile 2025-10-03 06:00", "2025-10-03")]


def test_a_day_whose_schedule_is_in_doubt_is_not_skipped(pipeline: Pipeline) -> None:
    read_schedule(pipeline, REST, 11)
    with pipeline.open_engine() as engine:
        engine._rows("DELETE FROM nba_reliability.receipts WHERE game_date = $1", [REST])

    assert tick(pipeline, "pregame_hours", REST, 16) == [("pregame 2025-10-03 16:00", "2025-10-03")]


def test_an_hour_after_the_games_have_begun_predicts_nothing(pipeline: Pipeline) -> None:
    pipeline.source.change("schedule", lambda rows: [r | {"tipoff_at": eastern(GAMES, time(13))} for r in rows])
    read_schedule(pipeline, GAMES, 11)

    assert tick(pipeline, "pregame_hours", GAMES, 16) == ("the games of 2025-10-01 have begun: 0 of 2 games over")


def test_the_all_star_break_is_days_without_games(pipeline: Pipeline) -> None:
    pipeline.source = SimulatedSource(seed=7)
    day = season_calendar(2025).all_star.first
    read_schedule(pipeline, day, 11)

    said = tick(pipeline, "pregame_hours", day, 16)

    assert str(said).startswith("EMPTY_OK: no games are scheduled")


def test_the_summer_has_no_runs_but_is_reconciled_every_day(pipeline: Pipeline) -> None:
    day = date(2026, 8, 3)  # a Monday
    off_season = "is EMPTY_OK: off-season. The reconciliation of the day says so too, and is stored"

    assert tick(pipeline, "pregame_hours", day, 11) == f"2026-08-03 {off_season}"
    assert tick(pipeline, "postgame_hours", day, 5) == f"2026-08-02 {off_season}"
    assert tick(pipeline, "corrections_hours", day, 7) == f"2026-07-27 … 2026-08-02 {off_season}"
    assert tick(pipeline, "model_refresh_hours", day, 12) == f"2026-08-03 {off_season}"
    assert tick(pipeline, "reconcile_hours", day, 6) == [("reconcile 2026-08-02 06:00", "2026-08-02")]
    assert tick(pipeline, "corrections_hours", date(2026, 7, 2), 7) == [("corrections 2026-07-01 07:00", "2026-07-01")]


def test_a_home_whose_clock_stands_still_runs_nothing(tmp_path: Path) -> None:
    frozen = Pipeline(
        given=Settings(home=tmp_path, now=eastern(GAMES, time(6))), own_clock=FixedClock(eastern(GAMES, time(6)))
    )

    assert "NBA_NOW stands still at 2025-10-01 10:00" in str(tick(frozen, "pregame_hours", GAMES, 11))


@pytest.mark.parametrize(("change", "hours"), [(date(2026, 3, 8), 23), (date(2025, 11, 2), 25)])
def test_over_a_clock_change_the_reconciliation_stays_at_six_and_judges_the_short_or_long_day(
    pipeline: Pipeline, change: date, hours: int
) -> None:
    schedule = REPOSITORY.get_schedule_def("reconcile_hours")
    ticks = schedule_execution_time_iterator(
        datetime.combine(change - timedelta(days=1), time(12), EASTERN).timestamp(),
        schedule.cron_schedule,
        schedule.execution_timezone,
        ascending=True,
    )
    first, second, third = (next(ticks) for _ in range(3))

    assert [moment.astimezone(EASTERN).time() for moment in (first, second, third)] == [time(6)] * 3
    assert [moment.astimezone(EASTERN).date() - change for moment in (first, second, third)] == [
        timedelta(days=n) for n in range(3)
    ]
    midnights = [datetime.combine(change + timedelta(days=n), time(0), EASTERN).astimezone(UTC) for n in (0, 1)]
    assert midnights[1] - midnights[0] == timedelta(hours=hours)
    assert tick(pipeline, "reconcile_hours", change + timedelta(days=1), 6) == [
        (f"reconcile {change} 06:00", f"{change}")
    ]
