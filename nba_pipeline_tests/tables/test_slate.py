"""When a game's lines must have been known: before it, or before the last call of its day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import ibis
from small_league import OPENING, League, rows_of

from nba_pipeline.game_day import eastern
from nba_pipeline.tables import slate
from nba_pipeline.tables.raw.schedule import CONTRACT as SCHEDULE


def cutoffs(league: League, function) -> dict[str, datetime]:
    rows = function(ibis.memtable(rows_of(SCHEDULE, league.rows["schedule"]))).to_pyarrow().to_pylist()
    return {row["game_id"]: row["cutoff_at"] for row in rows}


def test_last_call_is_a_quarter_hour_before_the_first_known_tipoff_of_the_day():
    league = League()
    early = league.game(OPENING, "ATL", "BOS", time(13))
    late = league.game(OPENING, "CHI", "DAL", time(22))
    unknown = league.game(OPENING, "LAL", "LAC", None)
    next_day = league.game(OPENING + timedelta(days=1), "ATL", "DAL", time(20))

    first = eastern(OPENING, time(12, 45))
    tomorrow = eastern(OPENING + timedelta(days=1), time(19, 45))
    assert cutoffs(league, slate.last_call) == {early: first, late: first, unknown: first, next_day: tomorrow}


def test_without_any_tipoff_the_cutoff_is_never_later_than_noon_in_the_east():
    winter, summer = League(), League()
    in_january = winter.game(date(2026, 1, 5), "ATL", "BOS", None)
    in_october = summer.game(date(2025, 10, 21), "ATL", "BOS", None)

    assert cutoffs(winter, slate.last_call) == {in_january: datetime(2026, 1, 5, 16, tzinfo=UTC)}
    assert cutoffs(summer, slate.own_tipoff) == {in_october: eastern(date(2025, 10, 21), time(12))}


def test_every_game_has_two_sides():
    league = League()
    league.game(OPENING, "ATL", "BOS")

    sides = slate.team_games(ibis.memtable(rows_of(SCHEDULE, league.rows["schedule"]))).to_pyarrow().to_pylist()

    assert sorted((s["team"], s["opponent"], s["is_home"]) for s in sides) == [
        ("ATL", "BOS", True),
        ("BOS", "ATL", False),
    ]
