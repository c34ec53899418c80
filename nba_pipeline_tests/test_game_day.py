"""The game day is the Eastern date, and every day belongs to exactly one season."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nba_pipeline.game_day import (
    EASTERN,
    Days,
    by_season,
    eastern,
    game_day_of,
    is_off_season,
    playing_days,
    season_days,
    season_name,
    season_of,
)

CLOCKS_GO_BACK = date(2025, 11, 2)
CLOCKS_GO_FORWARD = date(2026, 3, 8)

some_day = st.dates(date(2015, 10, 1), date(2032, 12, 31))
some_days = st.tuples(some_day, st.integers(0, 1200)).map(lambda t: Days(t[0], t[0] + timedelta(days=t[1])))


@pytest.mark.parametrize(
    ("day", "season"),
    [
        (date(2025, 9, 30), 2024),
        (date(2025, 10, 1), 2025),
        (date(2025, 12, 31), 2025),
        (date(2026, 1, 1), 2025),
        (date(2026, 6, 30), 2025),
        (date(2026, 7, 1), 2025),
        (date(2020, 10, 11), 2019),
        (date(2020, 11, 30), 2019),
        (date(2020, 12, 22), 2020),
        (date(2021, 7, 20), 2020),
        (date(2021, 9, 30), 2020),
        (date(2021, 10, 1), 2021),
    ],
)
def test_a_season_begins_in_october_and_the_summer_belongs_to_the_one_before(day, season):
    assert season_of(day) == season


@pytest.mark.parametrize(
    ("day", "off"),
    [
        (date(2025, 6, 30), False),
        (date(2025, 7, 1), True),
        (date(2025, 9, 30), True),
        (date(2025, 10, 1), False),
        (date(2020, 8, 15), False),
        (date(2020, 10, 11), False),
        (date(2020, 11, 15), True),
        (date(2021, 7, 20), False),
        (date(2021, 8, 1), True),
    ],
)
def test_the_summer_is_off_season_and_the_bubble_was_none(day, off):
    assert is_off_season(day) is off


def test_a_season_is_named_as_the_league_writes_it():
    assert [season_name(season) for season in (1999, 2009, 2025)] == ["1999-00", "2009-10", "2025-26"]


@given(day=some_day)
def test_a_day_of_play_lies_in_the_days_of_its_season_and_of_no_other(day):
    seasons = [season for season in range(2014, 2034) if day in season_days(season)]
    assert seasons == ([] if is_off_season(day) else [season_of(day)])


@given(days=some_days)
def test_a_range_split_by_season_covers_every_day_exactly_once(days):
    parts = by_season(days)
    assert [day for part in parts for day in part] == list(days)


@given(days=some_days)
def test_each_part_of_a_split_range_lies_in_one_season(days):
    parts = by_season(days)
    assert [{season_of(day) for day in part} for part in parts] == [{season_of(part.first)} for part in parts]
    assert len({season_of(part.first) for part in parts}) == len(parts)


def test_the_summer_goes_with_the_season_before_it():
    assert by_season(Days(date(2025, 6, 1), date(2025, 10, 31))) == [
        Days(date(2025, 6, 1), date(2025, 9, 30)),
        Days(date(2025, 10, 1), date(2025, 10, 31)),
    ]


@given(days=some_days)
def test_playing_days_are_the_range_without_its_summers(days):
    played = [day for part in playing_days(days) for day in part]
    assert played == [day for day in days if not is_off_season(day)]


def test_a_range_within_a_summer_has_no_playing_days():
    assert playing_days(Days(date(2025, 7, 4), date(2025, 8, 4))) == []


def test_playing_days_leave_the_summers_out():
    assert playing_days(Days(date(2024, 6, 1), date(2026, 7, 15))) == [
        Days(date(2024, 6, 1), date(2024, 6, 30)),
        Days(date(2024, 10, 1), date(2025, 6, 30)),
        Days(date(2025, 10, 1), date(2026, 6, 30)),
    ]


def test_a_range_counts_both_ends_and_may_be_empty():
    week, none = Days(date(2026, 1, 12), date(2026, 1, 18)), Days(date(2026, 1, 18), date(2026, 1, 12))
    assert list(week) == [date(2026, 1, day) for day in range(12, 19)]
    assert len(week) == 7
    assert (len(none), list(none), date(2026, 1, 15) in none) == (0, [], False)
    assert (date(2026, 1, 12) in week, date(2026, 1, 18) in week, date(2026, 1, 19) in week) == (True, True, False)


def test_a_range_is_told_by_its_ends():
    assert str(Days(date(2026, 1, 12), date(2026, 1, 18))) == "2026-01-12 … 2026-01-18"
    assert str(Days.only(date(2026, 1, 12))) == "2026-01-12"


@pytest.mark.parametrize("day", [CLOCKS_GO_BACK, CLOCKS_GO_FORWARD])
def test_a_day_of_23_or_25_hours_is_one_day(day):
    around = Days(day - timedelta(days=1), day + timedelta(days=1))
    assert list(around) == [day - timedelta(days=1), day, day + timedelta(days=1)]
    assert len(around) == 3


@pytest.mark.parametrize(
    ("day", "seven_in_the_evening"),
    [
        (CLOCKS_GO_BACK - timedelta(days=1), datetime(2025, 11, 1, 23, tzinfo=UTC)),
        (CLOCKS_GO_BACK, datetime(2025, 11, 3, 0, tzinfo=UTC)),
        (CLOCKS_GO_FORWARD - timedelta(days=1), datetime(2026, 3, 8, 0, tzinfo=UTC)),
        (CLOCKS_GO_FORWARD, datetime(2026, 3, 8, 23, tzinfo=UTC)),
    ],
)
def test_an_evening_in_the_east_moves_in_utc_when_the_clocks_change(day, seven_in_the_evening):
    assert eastern(day, time(19)) == seven_in_the_evening
    assert eastern(day, time(19)).tzinfo is UTC


@pytest.mark.parametrize("day", [CLOCKS_GO_BACK, CLOCKS_GO_FORWARD])
def test_a_day_begins_and_ends_at_eastern_midnight_when_the_clocks_change(day):
    begins, ends = eastern(day, time(0)), eastern(day + timedelta(days=1), time(0))

    assert game_day_of(begins) == game_day_of(ends - timedelta(seconds=1)) == day
    assert game_day_of(begins - timedelta(seconds=1)) == day - timedelta(days=1)
    assert game_day_of(ends) == day + timedelta(days=1)
    assert (ends - begins) == timedelta(hours=25 if day == CLOCKS_GO_BACK else 23)


@given(day=some_day, at=st.times())
def test_a_wall_clock_time_falls_on_its_own_game_day(day, at):
    assert game_day_of(eastern(day, at)) == day


@given(moment=st.datetimes(datetime(2015, 10, 1), datetime(2032, 12, 31), timezones=st.just(UTC)))
def test_the_game_day_does_not_depend_on_the_zone_in_which_a_moment_is_told(moment):
    assert game_day_of(moment.astimezone(EASTERN)) == game_day_of(moment)


def test_half_past_ten_in_the_west_is_after_midnight_in_the_east():
    assert game_day_of(datetime.fromisoformat("2026-01-15T22:30:00-08:00")) == date(2026, 1, 16)
