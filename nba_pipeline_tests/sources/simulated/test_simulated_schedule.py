"""Any season has the shape of a real one: 82 games a team, days off, a break, games late at night and put off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, time, timedelta

import pytest

from nba_pipeline.game_day import EASTERN, Days, eastern, season_days
from nba_pipeline.sources.simulated.calendar import season_calendar
from nba_pipeline.sources.simulated.fixtures import MOST_GAMES_A_DAY, Fixture, regular_season
from nba_pipeline.sources.simulated.league import TEAMS
from nba_pipeline.sources.simulated.source import SimulatedSource

SEASON = Days(date(2025, 10, 1), date(2026, 6, 30))
ONE_DAY = timedelta(days=1)


def played(fixtures: Iterable[Fixture]) -> list[Fixture]:
    return [fixture for fixture in fixtures if fixture.postponed_at is None]


def days_of(fixtures: Iterable[Fixture], team: int) -> list[date]:
    return sorted(fixture.game_date for fixture in fixtures if team in (fixture.home, fixture.away))


@pytest.mark.parametrize("season", [2015, 2019, 2020, 2025, 2064])
def test_a_regular_season_has_its_shape(season):
    fixtures, calendar = played(regular_season(7, season)), season_calendar(season)
    teams = range(len(TEAMS))

    assert {len(days_of(fixtures, team)) for team in teams} == {82}
    assert {sum(fixture.home == team for fixture in fixtures) for team in teams} == {41}
    assert {fixture.game_date for fixture in fixtures} <= set(season_days(season))
    assert max(Counter(fixture.game_date for fixture in fixtures).values()) == MOST_GAMES_A_DAY
    assert not {fixture.game_date for fixture in fixtures} & set(calendar.days_off)
    assert len(calendar.all_star) == 6


@pytest.mark.parametrize("season", [2019, 2025])
def test_teams_rest_as_real_ones_do(season):
    fixtures = played(regular_season(7, season))
    for team in range(len(TEAMS)):
        days = days_of(fixtures, team)
        second_nights = [day for day in days if day - ONE_DAY in days]

        assert len(set(days)) == 82
        assert 6 <= len(second_nights) <= 24
        assert not [day for day in second_nights if day + ONE_DAY in days]


def test_seasons_open_in_the_third_week_of_october_and_end_in_april():
    calendars = [season_calendar(season) for season in range(2015, 2080) if season != 2020]

    assert all(date(c.season, 10, 18) <= c.opens <= date(c.season, 10, 24) for c in calendars)
    assert all(date(c.season + 1, 4, 7) <= c.ends <= date(c.season + 1, 4, 16) for c in calendars)


def test_divisions_meet_four_times_and_conferences_twice():
    meetings = Counter(frozenset((f.home, f.away)) for f in played(regular_season(7, 2025)))

    assert meetings[frozenset((0, 1))] == 4
    assert meetings[frozenset((0, 29))] == 2
    assert {meetings[frozenset((0, other))] for other in range(5, 15)} == {3, 4}
    assert sum(meetings[frozenset((0, other))] for other in range(1, 30)) == 82


def test_late_games_end_on_the_next_day_and_weekends_have_afternoons(games):
    local = [game["tipoff_at"].astimezone(EASTERN) for game in games]

    assert all(at.date() == game["game_date"] for at, game in zip(local, games, strict=True))
    assert any(at.time() >= time(22, 0) for at in local)
    assert {at.weekday() for at in local if at.time() < time(18, 0)} == {5, 6}


def test_a_postponed_game_stays_on_its_day_and_is_played_later_under_another_id(source, ask):
    whole = regular_season(7, 2025)
    off = [fixture for fixture in whole if fixture.postponed_at is not None]
    for fixture in off:
        first = min(other.tipoff_at for other in whole if other.game_date == fixture.game_date)
        [again] = [
            other
            for other in whole
            if (other.home, other.away) == (fixture.home, fixture.away) and other.known_at > fixture.postponed_at
        ]

        assert fixture.postponed_at <= first - timedelta(hours=5)
        assert again.game_date > fixture.game_date + timedelta(days=9)
        assert again.game_id != fixture.game_id
    assert off

    def as_known(minutes: int) -> dict:
        moment = off[0].postponed_at + timedelta(minutes=minutes)
        rows = ask("schedule", Days.only(off[0].game_date), moment)
        return next(row for row in rows if row["game_id"] == off[0].game_id)

    assert (as_known(-1)["postponed"], as_known(0)["postponed"]) == (False, True)
    assert (as_known(3000)["status"], as_known(3000)["home_score"]) == ("UPCOMING", None)


def test_the_regular_season_is_known_from_its_first_day_on(ask):
    as_of = eastern(date(2025, 10, 1), time(0))

    rows = ask("schedule", SEASON, as_of, SimulatedSource(7))

    assert len(rows) == 1230
    assert {(row["status"], row["season_type"]) for row in rows} == {("UPCOMING", "Regular Season")}
    assert ask("schedule", SEASON, as_of - timedelta(seconds=1), SimulatedSource(7)) == []


@pytest.fixture(scope="module")
def whole_season() -> SimulatedSource:
    """A league of its own, played to the end, that the other tests' league does not wait for."""
    return SimulatedSource(7)


@pytest.mark.slow
def test_the_postseason_is_decided_by_its_results(whole_season, ask):
    rows = ask("schedule", SEASON, of=whole_season)
    play_in = [row for row in rows if row["season_type"] == "Play-In"]
    playoffs = [row for row in rows if row["season_type"] == "Playoffs"]
    winners = [row["home_team"] if row["home_score"] > row["away_score"] else row["away_team"] for row in playoffs]
    series = {row["game_id"][:-1] for row in playoffs}

    assert len(play_in) == 6
    assert len(series) == 15
    for name in series:
        won = Counter(winner for row, winner in zip(playoffs, winners, strict=True) if row["game_id"].startswith(name))
        assert max(won.values()) == 4
        assert sum(won.values()) <= 7
    assert {row["game_id"][7] for row in playoffs} == set("1234")
    assert Days(date(2026, 6, 4), date(2026, 6, 30)).first <= max(row["game_date"] for row in playoffs) <= SEASON.last


@pytest.mark.slow
def test_a_playoff_game_comes_on_the_schedule_when_it_is_decided(whole_season, ask):
    rows = [row for row in ask("schedule", SEASON, of=whole_season) if row["season_type"] != "Regular Season"]
    for row in rows[::7]:
        day = row["game_date"]
        two_days_before = eastern(day - ONE_DAY, time(0)) - timedelta(minutes=1)
        names = [known["game_id"] for known in ask("schedule", Days.only(day), two_days_before, whole_season)]
        known = ask("schedule", Days.only(day), eastern(day, time(6)), whole_season)

        assert row["game_id"] not in names
        assert row["game_id"] in [known_row["game_id"] for known_row in known]
