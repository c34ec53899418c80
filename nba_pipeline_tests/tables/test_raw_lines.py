"""Every quote is kept, merged with others of its snapshot, or set aside by name."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import ibis.expr.types as ir
import pytest
from raw_days import GAME, TIPOFF, Rows, answer, real, said, scheduled

from nba_pipeline.game_day import Days
from nba_pipeline.hours import LAST_CALL
from nba_pipeline.tables.raw import game_lines, points_props


def quote(**more) -> dict:
    return {
        "home_team": "BOS",
        "away_team": "NYK",
        "player_name": "Jayson Tatum",
        "player_lookup": "jaysontatum",
        "bookmaker": "fanduel",
        "book_type": "sportsbook",
        "line": 27.5,
        "over_price": -110,
        "under_price": -110,
        "snapshot_at": TIPOFF - timedelta(hours=3),
        "snapshot_known": True,
        **more,
    }


def props(*quotes: dict, games: ir.Table | None = None) -> tuple[Rows, Rows]:
    """The rows that are kept and those set aside; together they are all that came in."""
    given = {
        "answer": answer("points_props", list(quotes)),
        "schedule": scheduled() if games is None else games,
    }
    kept, left_out = said(points_props.points_props, **given), said(points_props.set_aside, **given)
    assert sum(row["n_quotes"] for row in kept) + len(left_out) == len(quotes)
    return kept, left_out


@pytest.mark.parametrize(
    "teams",
    [
        {"home_team": "BOS", "away_team": "NYK"},
        {"home_team": "NYK", "away_team": "BOS"},
        {"home_team": None, "away_team": None, "game_id": GAME},
    ],
)
def test_a_quote_finds_its_game_by_the_teams_or_the_id(teams):
    [kept], _ = props(quote(**teams))
    assert kept["game_id"] == GAME


def test_a_quote_without_teams_finds_its_game_by_its_event():
    named = quote(event_id="e1", bookmaker="a")
    nameless = quote(event_id="e1", bookmaker="b", home_team=None, away_team=None)
    lost = quote(event_id="e2", bookmaker="c", home_team=None, away_team=None)

    kept, [left_out] = props(named, nameless, lost)

    assert sorted(row["bookmaker"] for row in kept) == ["a", "b"]
    assert left_out["item"] == "Jayson Tatum by c"
    assert left_out["reason"] == "the quote names no team, and no other quote of its event tells the game"


def test_a_quote_of_a_game_that_is_not_played_that_day_is_set_aside():
    kept, [left_out] = props(quote(home_team="CHI", away_team="MIA", game_id="0022599999"))

    assert kept == []
    assert left_out["reason"] == "the schedule has no game of these teams on this day"


def test_of_several_lines_in_a_snapshot_the_most_balanced_is_kept():
    [kept], _ = props(
        quote(line=24.5, over_price=-190, under_price=150),
        quote(line=26.5, over_price=-115, under_price=-105),
        quote(line=29.5, over_price=130, under_price=-160),
    )
    assert (kept["line"], kept["n_quotes"]) == (26.5, 3)


def test_of_equally_balanced_lines_the_lower_is_kept():
    [kept], _ = props(quote(line=28.5), quote(line=26.5), quote(line=27.5))
    assert kept["line"] == 26.5


def test_books_and_snapshots_stay_apart():
    later = TIPOFF - timedelta(minutes=30)
    kept, _ = props(quote(), quote(bookmaker="betmgm"), quote(snapshot_at=later))
    assert sorted(row["minutes_before_tipoff"] for row in kept) == [30, 180, 180]


def test_a_snapshot_from_the_game_stays_with_negative_minutes():
    [kept], _ = props(quote(snapshot_at=TIPOFF + timedelta(minutes=6)))
    assert kept["minutes_before_tipoff"] == -6


def test_without_a_tipoff_there_are_no_minutes_before_it():
    [kept], _ = props(quote(), games=scheduled({"tipoff_at": None}))
    assert kept["minutes_before_tipoff"] is None


def test_a_price_that_no_book_can_quote_is_no_price():
    [kept], _ = props(quote(over_price=-2, under_price=-130))
    assert (kept["over_price"], kept["under_price"]) == (None, -130)


def test_a_moneyline_that_no_book_can_quote_is_no_price_and_costs_no_spread():
    quoted = BY_A_BOOK | {"quoted_at": TIPOFF - timedelta(hours=8), "home_spread": -3.5}
    quoted |= {"home_moneyline": 50, "away_moneyline": 130}

    [kept] = said(game_lines.game_lines, answer=answer("game_lines", [quoted]), schedule=scheduled())

    assert (kept["home_spread"], kept["home_moneyline"], kept["away_moneyline"]) == (-3.5, None, 130)


BY_A_BOOK = {"home_team": "BOS", "away_team": "NYK", "bookmaker": "draftkings", "listed_tipoff_at": TIPOFF}


def spread_of(*moments: datetime) -> float | None:
    """The spread that is kept of a book's quotes at these moments, which are -1, -2, …"""
    quotes = [BY_A_BOOK | {"quoted_at": at, "home_spread": -float(n)} for n, at in enumerate(moments, start=1)]
    [kept] = said(game_lines.game_lines, answer=answer("game_lines", quotes), schedule=scheduled())
    assert kept["n_quotes"] == len(moments)
    return kept["home_spread"]


def test_of_a_books_quotes_the_last_one_before_the_last_call_is_kept():
    in_the_morning, lately = TIPOFF - timedelta(hours=8), TIPOFF - LAST_CALL - timedelta(minutes=1)

    assert spread_of(in_the_morning, lately) == -2
    assert spread_of(lately, in_the_morning) == -1


def test_a_quote_that_no_run_before_the_games_could_know_takes_no_quotes_place():
    in_time, at_last_call = TIPOFF - timedelta(hours=8), TIPOFF - LAST_CALL

    assert spread_of(in_time, at_last_call, TIPOFF + timedelta(hours=1)) == -1


def test_of_a_book_that_quotes_too_late_the_first_quote_is_kept():
    assert spread_of(TIPOFF + timedelta(minutes=9), TIPOFF - timedelta(minutes=5)) == -2


def test_a_line_quoted_again_for_a_later_start_is_from_the_game():
    line = BY_A_BOOK | {"quoted_at": TIPOFF}
    before = line | {"home_spread": -3.5, "total": 232.5}
    during = line | {"listed_tipoff_at": TIPOFF + timedelta(minutes=12), "home_spread": 12.5, "total": 237.5}

    [kept] = said(game_lines.game_lines, answer=answer("game_lines", [during, before]), schedule=scheduled())

    assert (kept["home_spread"], kept["total"], kept["n_quotes"]) == (-3.5, 232.5, 2)


@pytest.mark.parametrize(
    ("numbers", "reason"),
    [
        ({"total": 1955.5}, "total is not between 120 and 350"),
        ({"home_spread": -216.0}, "home_spread is not between -40 and 40"),
        ({"away_moneyline": -100_000}, "away_moneyline is not between -20000 and 20000"),
        ({"home_team": "CHI"}, "the schedule has no game of these teams on this day"),
    ],
)
def test_a_game_line_that_no_market_says_is_set_aside(numbers, reason):
    line = {"home_team": "BOS", "away_team": "NYK", "bookmaker": "unnamed", "quoted_at": TIPOFF, **numbers}
    given = {"answer": answer("game_lines", [line]), "schedule": scheduled()}

    assert said(game_lines.game_lines, **given) == []
    assert [row["reason"] for row in said(game_lines.set_aside, **given)] == [reason]


def test_every_real_quote_is_kept_merged_or_set_aside(archive_dir):
    days = Days(date(2024, 10, 1), date(2025, 6, 30))
    given = {
        "answer": real(archive_dir, "points_props", days),
        "schedule": real(archive_dir, "schedule", days),
    }

    kept = points_props.points_props(**given).to_pyarrow()
    left_out = said(points_props.set_aside, **given)

    assert sum(kept["n_quotes"].to_pylist()) + len(left_out) == 23_259
    assert {(row["game_date"], row["item"].split()[-1]) for row in left_out} == {(date(2025, 1, 11), "underdog")}
