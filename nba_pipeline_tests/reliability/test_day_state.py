"""How far a game day is: by the schedule that is proven, by the clock, and never over in doubt."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import ibis
import pytest

from nba_pipeline.game_day import Days, eastern
from nba_pipeline.reliability.day_state import GameDay, game_days
from nba_pipeline.statuses import DayState
from nba_pipeline.warehouse.reading import Reading
from nba_pipeline.warehouse.receipts import Gap, Receipt, State, gaps_as_json
from nba_pipeline.warehouse.templates import Query

DAY = date(2026, 1, 15)
SUMMER = date(2025, 8, 1)
NO_GAMES = "no games are scheduled"


def at(hour: int, minute: int = 0, day: date = DAY) -> datetime:
    return eastern(day, time(hour, minute))


def game(number: int = 1, status: str = "UPCOMING", hour: int | None = 19, postponed: bool = False, day=DAY) -> dict:
    tipoff = None if hour is None else at(hour, day=day)
    return {
        "game_date": day, "game_id": f"G{number}", "status": status, "tipoff_at": tipoff, "postponed": postponed,
    }  # fmt: skip


def read(rows: int, day: date = DAY, gaps: tuple[Gap, ...] = (), reason: str | None = None, read_at=None) -> Reading:
    receipt = Receipt(
        receipt_id="receipt", publication_id="publication", table_name="nba_raw.schedule", game_date=day, revision=1,
        state=State.COMPLETE if rows else State.EMPTY_OK, rows=rows, content_hash="hash", reason=reason,
        gaps_json=gaps_as_json({gap.game_id: gap.reason for gap in gaps}), inputs_json="{}", code_version="code",
        run_id="run", published_at=read_at or at(9, day=day),
    )  # fmt: skip
    return Reading(Query("", ibis.schema({})), [receipt], {})


def state(games: list[dict], now: datetime, schedule: Reading | None = None, day: date = DAY) -> GameDay:
    return game_days([day], schedule or read(len(games), day), games, now)[day]


@pytest.mark.parametrize(
    ("games", "now", "expected"),
    [
        ([game(1), game(2, hour=22)], at(18, 59), DayState.UPCOMING),
        ([game(1), game(2, hour=22)], at(19), DayState.IN_PROGRESS),
        ([game(1, "IN_PROGRESS"), game(2, hour=22)], at(18, 59), DayState.IN_PROGRESS),
        ([game(1, "FINAL"), game(2, hour=22)], at(21), DayState.IN_PROGRESS),
        ([game(1, "FINAL"), game(2, "FINAL")], at(23), DayState.FINAL),
        ([game(1, hour=None)], at(11, 59), DayState.UPCOMING),
        ([game(1, hour=None)], at(12), DayState.IN_PROGRESS),
    ],
)
def test_a_day_is_as_far_as_its_games_are(games: list[dict], now: datetime, expected: DayState) -> None:
    assert state(games, now).state is expected


@pytest.mark.parametrize(("hour", "expected"), [(5, DayState.IN_PROGRESS), (6, DayState.UNKNOWN)])
def test_a_schedule_that_was_not_read_again_is_in_doubt_the_morning_after(hour: int, expected: DayState) -> None:
    found = state([game(1, "FINAL"), game(2)], at(hour, day=DAY + timedelta(days=1)))

    assert found.state is expected
    if expected is DayState.UNKNOWN:
        assert "read 2026-01-15 09:00 Eastern, does not say that G2 is over" in found.reason
        assert "nba run --date 2026-01-15" in found.reason


@pytest.mark.parametrize(
    ("day", "utc_hour"), [(date(2026, 3, 7), 10), (date(2025, 10, 31), 10), (date(2025, 11, 1), 11)]
)
def test_the_morning_after_is_six_in_the_east_also_when_clocks_change(day: date, utc_hour: int) -> None:
    morning = datetime(day.year, day.month, day.day, utc_hour, tzinfo=at(9).tzinfo) + timedelta(days=1)

    assert state([game(day=day)], morning - timedelta(minutes=1), day=day).state is DayState.IN_PROGRESS
    assert state([game(day=day)], morning, day=day).state is DayState.UNKNOWN


def test_a_day_that_is_over_stays_over() -> None:
    assert state([game(1, "FINAL")], at(12, day=date(2027, 1, 1))) == GameDay(DAY, DayState.FINAL, "1 game over", 1, 1)


def test_a_postponed_game_is_not_waited_for() -> None:
    games = [game(1, "FINAL"), game(2, postponed=True)]

    assert state(games, at(6, day=date(2026, 1, 16))) == GameDay(DAY, DayState.FINAL, "1 game over", 1, 1)


def test_a_day_whose_games_are_all_postponed_has_none() -> None:
    found = state([game(1, postponed=True), game(2, postponed=True)], at(23))

    assert (found.state, found.reason, found.games) == (DayState.NO_GAMES, "2 games postponed", 0)


def test_a_day_without_games_says_why() -> None:
    found = state([], at(23), read(0, reason=NO_GAMES))

    assert (found.state, found.reason) == (DayState.NO_GAMES, NO_GAMES)


def test_a_summer_day_needs_no_schedule() -> None:
    nothing = Reading(Query("", ibis.schema({})), [], {})

    assert state([], at(12, day=SUMMER), nothing, SUMMER) == GameDay(SUMMER, DayState.NO_GAMES, "off-season")


def test_a_schedule_that_was_never_published_leaves_the_day_unknown() -> None:
    nothing = Reading(Query("", ibis.schema({})), [], {DAY: "it was never published"})

    found = state([], at(23), nothing)

    assert found.state is DayState.UNKNOWN
    assert found.reason.startswith("nba_raw.schedule: it was never published; read it again with: nba run --date")


@pytest.mark.parametrize(
    ("schedule", "why"),
    [
        (read(0, reason="the archive holds no schedule for 2025-26"), "the archive holds no schedule"),
        (read(0, reason=NO_GAMES, read_at=at(23, day=DAY - timedelta(days=1))), "last read before the day began"),
        (read(1, gaps=(Gap("G2", "home_score 999 is above 250"),)), "games are held back: G2 (home_score 999"),
    ],
)
def test_a_schedule_that_may_lack_games_leaves_the_day_unknown(schedule: Reading, why: str) -> None:
    games = [game(1, "FINAL")] if schedule.receipts[0].rows else []

    found = state(games, at(6, day=date(2026, 1, 16)), schedule)

    assert found.state is DayState.UNKNOWN
    assert why in found.reason


def test_days_of_a_range_are_judged_each_by_its_own_games() -> None:
    tomorrow = DAY + timedelta(days=1)
    both = Reading(Query("", ibis.schema({})), [read(1).receipts[0], read(1, tomorrow).receipts[0]], {})

    found = game_days(Days(DAY, tomorrow), both, [game(1, "FINAL"), game(2, day=tomorrow)], at(6, day=tomorrow))

    assert [day.state for day in found.values()] == [DayState.FINAL, DayState.UPCOMING]
