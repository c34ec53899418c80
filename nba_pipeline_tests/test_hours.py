"""The hours of the daily jobs are wall-clock hours in the East, and none comes after the last call."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from nba_pipeline.contracts import When
from nba_pipeline.hours import due_by, due_runs, is_due, next_hour
from nba_pipeline.statuses import DayState


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def moments(day: str, last_call: str | None) -> list[tuple[str, str]]:
    due = due_runs(date.fromisoformat(day), utc(last_call) if last_call else None)
    return [(f"{run.moment:%m-%d %H:%M}", run.job) for run in due]


def after(now: str, state: DayState = DayState.UPCOMING) -> tuple[str, datetime]:
    """The job that comes next, and when, if every day is in that state."""
    coming = next_hour(utc(now), lambda *_: state)
    return coming.job, coming.moment


MORNING_AFTER = [("01-16 10:00", "postgame"), ("01-16 15:00", "postgame")]


def test_an_evening_runs_twice_by_day_then_at_the_last_call_and_twice_the_morning_after() -> None:
    assert moments("2026-01-15", "2026-01-15T23:45") == [
        ("01-15 16:00", "pregame"),
        ("01-15 21:00", "pregame"),
        ("01-15 23:45", "pregame"),
        *MORNING_AFTER,
    ]


def test_an_hour_after_the_last_call_is_left_out() -> None:
    matinee = moments("2026-01-19", "2026-01-19T17:45")

    assert [moment for moment, job in matinee if job == "pregame"] == ["01-19 16:00", "01-19 17:45"]


def test_an_hour_at_the_last_call_is_the_last_call() -> None:
    assert moments("2026-01-15", "2026-01-15T16:00") == [("01-15 16:00", "pregame"), *MORNING_AFTER]


def test_a_last_call_before_the_first_hour_is_the_only_run_before_the_games() -> None:
    assert moments("2026-01-15", "2026-01-15T15:45") == [("01-15 15:45", "pregame"), *MORNING_AFTER]


def test_a_day_without_games_has_the_first_hour_of_each_job() -> None:
    assert moments("2025-12-24", None) == [("12-24 16:00", "pregame"), ("12-25 10:00", "postgame")]


@pytest.mark.parametrize(
    ("day", "pregame", "postgame"),
    [
        ("2026-03-07", ["03-07 16:00", "03-07 21:00"], ["03-08 09:00", "03-08 14:00"]),
        ("2026-03-08", ["03-08 15:00", "03-08 20:00"], ["03-09 09:00", "03-09 14:00"]),
        ("2025-11-01", ["11-01 15:00", "11-01 20:00"], ["11-02 10:00", "11-02 15:00"]),
        ("2025-11-02", ["11-02 16:00", "11-02 21:00"], ["11-03 10:00", "11-03 15:00"]),
    ],
)
def test_where_the_clocks_change_the_hours_stay_those_of_the_wall(
    day: str, pregame: list[str], postgame: list[str]
) -> None:
    last_call = f"{day}T23:45"

    assert moments(day, last_call) == [
        *((moment, "pregame") for moment in [*pregame, f"{day[5:]} 23:45"]),
        *((moment, "postgame") for moment in postgame),
    ]


@pytest.mark.parametrize(
    ("now", "job", "moment"),
    [
        ("2026-01-16T09:59", "postgame", "2026-01-16T10:00"),  # 05:00 in the East
        ("2026-01-16T10:00", "reconcile", "2026-01-16T11:00"),
        ("2026-01-16T21:00", "postgame", "2026-01-17T10:00"),
        ("2026-03-08T08:00", "postgame", "2026-03-08T09:00"),  # the night in which summer time begins
    ],
)
def test_the_next_hour_is_the_first_that_has_not_struck(now: str, job: str, moment: str) -> None:
    assert after(now) == (job, utc(moment))


@pytest.mark.parametrize(
    ("now", "state", "job", "moment"),
    [
        ("2026-01-16T16:00", DayState.NO_GAMES, "postgame", "2026-01-17T10:00"),  # after 11:00 in the East
        ("2026-01-16T16:00", DayState.FINAL, "postgame", "2026-01-17T10:00"),
        ("2026-01-16T16:00", DayState.IN_PROGRESS, "postgame", "2026-01-17T10:00"),
        ("2026-01-16T16:00", DayState.UNKNOWN, "pregame", "2026-01-16T21:00"),
        ("2026-01-16T12:00", DayState.NO_GAMES, "pregame", "2026-01-16T16:00"),  # which publishes why it is empty
        ("2026-01-16T12:00", DayState.FINAL, "postgame", "2026-01-16T15:00"),
        ("2026-01-19T16:00", DayState.UPCOMING, "model_refresh", "2026-01-19T17:00"),  # a Monday
        ("2026-01-18T16:00", DayState.UPCOMING, "pregame", "2026-01-18T21:00"),
        ("2026-07-15T12:00", DayState.NO_GAMES, "reconcile", "2026-07-16T10:00"),  # in summer
        ("2026-07-13T12:00", DayState.NO_GAMES, "reconcile", "2026-07-14T10:00"),  # a Monday in summer
        ("2026-07-05T10:30", DayState.NO_GAMES, "corrections", "2026-07-05T11:00"),  # of days before the summer
        ("2026-07-01T08:00", DayState.FINAL, "postgame", "2026-07-01T09:00"),  # of the last day before it
    ],
)
def test_an_hour_that_a_schedule_leaves_out_is_not_promised(now: str, state: DayState, job: str, moment: str) -> None:
    assert after(now, state) == (job, utc(moment))


@pytest.mark.parametrize(
    ("when", "day", "hour"),
    [
        (When.PREGAME, "2026-01-15", "2026-01-15T17:00"),
        (When.PREGAME | When.POSTGAME, "2026-01-15", "2026-01-15T17:00"),
        (When.POSTGAME, "2026-01-15", "2026-01-16T11:00"),
        (When.POSTGAME, "2026-03-07", "2026-03-08T10:00"),  # the night in which summer time begins
    ],
)
def test_a_table_is_due_an_hour_after_the_first_run_that_makes_it(when: When, day: str, hour: str) -> None:
    of, due = date.fromisoformat(day), utc(hour)

    assert due_by(when, of) == due
    assert not is_due(when, of, due - timedelta(seconds=1))
    assert is_due(when, of, due)


def test_nothing_is_due_of_the_summer() -> None:
    assert not is_due(When.PREGAME, date(2026, 7, 15), utc("2026-08-01T00:00"))
