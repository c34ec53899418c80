"""Bets: the side that the prediction points to, at the price that was quoted, by the distance to the line."""

from __future__ import annotations

import pandas as pd
import pytest
from graded_rows import games, row

from nba_pipeline.scoring.bets import Bets, bets, gain


def of(edge: str, rows) -> Bets:
    (found,) = [b for b in bets(games(rows)) if b.edge == edge]
    return found


def test_american_prices_by_hand():
    assert list(gain(pd.Series([150.0, -200.0, -110.0, None]))) == pytest.approx([1.5, 0.5, 100 / 110, 100 / 110])


def test_hits_and_return_by_hand():
    rows = [
        row("careful", 12.5, 15, player=1, over_price=150, under_price=-170),  # over won: +1.5
        row("careful", 7.5, 12, player=2, over_price=-120, under_price=100),  # under lost: -1
        row("careful", 7.1, 6, player=3, over_price=100, under_price=-200, day=1),  # under won: +0.5
        row("careful", 12.9, 14, player=4, day=1),  # over won at the usual price
    ]

    found = of("2 to 3", rows)

    assert (found.rows, found.days, found.quoted, found.hit_rate) == (4, 2, 3, 0.75)
    assert found.profit == pytest.approx((1.5 - 1 + 0.5 + 100 / 110) / 4)
    assert found.profit_interval is None  # of two days
    assert found.small


def test_a_push_is_no_bet_and_is_counted():
    found = of("2 to 3", [row("careful", 12.5, 10), row("careful", 12.5, 11, player=2)])

    assert (found.rows, found.pushes, found.hit_rate) == (1, 1, 1.0)


def test_each_game_is_in_one_bucket_by_the_size_of_its_edge():
    predicted = [10.5, 11.0, 8.0, 13.0, 14.0, 4.0, 30.0, 10.0]  # the last one points nowhere
    rows = [row("careful", p, 12, player=n) for n, p in enumerate(predicted)]

    found = {b.edge: b.rows for b in bets(games(rows))}

    assert found == {"recommended": 0, "0 to 1": 1, "1 to 2": 1, "2 to 3": 1, "3 to 4": 1, "4 to 6": 1, "6 and more": 2}


def test_only_what_was_recommended_is_counted_as_taken():
    rows = [
        row("careful", 13, 12, player=1, recommendation="OVER"),
        row("careful", 7, 12, player=2, recommendation="UNDER"),
        row("careful", 13, 12, player=3, recommendation="PASS"),
    ]

    assert (of("recommended", rows).rows, of("recommended", rows).hit_rate) == (2, 0.5)


def test_nothing_bet_has_no_rate():
    found = of("6 and more", [row("careful", 10.5, 12)])

    assert (found.rows, found.hit_rate, found.hit_interval, found.profit, found.profit_interval) == (
        0,
        None,
        None,
        None,
        None,
    )
