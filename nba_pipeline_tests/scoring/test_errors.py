"""Errors as worked out by hand, and what may be said of them beside the line."""

from __future__ import annotations

import pytest
from graded_rows import a_season, games, row, scores

from nba_pipeline.scoring.errors import errors, slices
from nba_pipeline.scoring.identical import LINED


def test_errors_by_hand():
    rows = [
        row("careful", 12, 10, player=1, closing_line_mean=11.0),  # misses by +2, the line by 1
        row("careful", 5, 11, player=2, closing_line_mean=8.0, day=1),  # by -6, the line by 3
    ]

    (found,) = errors(games(rows), with_line=True)

    assert (found.mae, found.bias) == (4.0, -2.0)
    assert found.rmse == pytest.approx((40 / 2) ** 0.5)
    assert (found.line_mae, found.minus_line) == (2.0, 2.0)
    assert (found.interval, found.says) == (None, "small sample")  # two days say nothing of others


def test_a_small_sample_is_called_small_whatever_it_shows():
    rows = [row("careful", 30, 10, player=p, day=d) for p in range(9) for d in range(33)]

    (found,) = errors(games(rows), with_line=True)

    assert found.interval.low == found.interval.high == 20.0
    assert (found.rows, found.small, found.says) == (297, True, "small sample")


def test_few_days_are_a_small_sample_however_many_rows_they_hold():
    (found,) = errors(games([row("careful", 30, 10, player=p, day=d) for p in range(20) for d in range(29)]), True)

    assert (found.rows, found.days, found.says) == (580, 29, "small sample")


def test_enough_of_a_difference_is_said():
    judged = scores(a_season()).populations[LINED].errors

    assert {e.system_id: e.says for e in judged} == {"bold": "worse", "careful": "worse"}
    assert all(e.rows == 800 and e.days == 40 and not e.small for e in judged)


def test_an_interval_with_zero_in_it_shows_no_difference():
    rows = [
        row("careful", 10 + 2 * (d % 2), 10, player=p, day=d, closing_line_mean=11.0)
        for p in range(10)
        for d in range(40)
    ]

    (found,) = errors(games(rows), with_line=True)

    assert found.interval.low < 0 < found.interval.high
    assert found.says == "unclear"


def test_the_parts_add_up_to_the_whole():
    of = games(
        [
            row("careful", 12, 10, player=p, day=d, minutes=m, closing_line_mean=line)
            for p, d, m, line in ((1, 0, 11.9, 7.5), (2, 20, 12.0, 8.0), (3, 40, 40.0, 30.5))
        ]
    )

    found = {by: {part.name: part.errors[0].rows for part in parts} for by, parts in slices(of, True).items()}

    assert found == {
        "month": {"2026-01": 2, "2026-02": 1},
        "minutes played": {"0 to 12": 1, "12 to 20": 1, "36 and more": 1},
        "line": {"0 to 8": 1, "8 to 12": 1, "25 and more": 1},
    }
