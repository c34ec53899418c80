"""Whether a system leans another way of late: as worked out by hand, and no word where too little is known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import numpy as np
import pytest
from graded_rows import FIRST, games, row, scores

from nba_pipeline.scoring import tables
from nba_pipeline.scoring.drift import RECENT_DAYS, drift
from nba_pipeline.scoring.identical import ALL


def days_with(bias: Callable[[int], float], days: int = 2 * RECENT_DAYS, players: int = 10) -> list[dict]:
    """Predictions that miss by this much on each day, a little more on some players."""
    return [
        row("careful", 20 + bias(day) + 0.1 * (player % 3 - 1), 20, player=player, day=day)
        for day in range(days)
        for player in range(players)
    ]


def test_a_bias_that_rose_is_told_with_its_size_and_since_when():
    (found,) = drift(games(days_with(lambda day: 1.5 if day >= RECENT_DAYS else -0.5)))

    assert (found.recent.days, found.before.days) == (RECENT_DAYS, RECENT_DAYS)
    assert found.since == FIRST + timedelta(days=RECENT_DAYS)
    assert found.difference == pytest.approx(2.0)
    assert (found.recent.bias, found.before.bias) == pytest.approx((1.49, -0.51))
    assert found.interval.low == pytest.approx(2.0)
    assert found.says == "higher"


def test_a_bias_that_fell_is_lower_and_one_that_only_wavers_is_unclear():
    (fell,) = drift(games(days_with(lambda day: -1.0 if day >= RECENT_DAYS else 0.0)))
    (wavers,) = drift(games(days_with(lambda day: 1.0 if day % 2 else -1.0)))

    assert fell.says == "lower"
    assert wavers.interval.low < 0 < wavers.interval.high
    assert wavers.says == "unclear"


def test_few_days_before_are_a_small_sample_whatever_they_show():
    (found,) = drift(games(days_with(lambda day: 9.0 if day >= 29 else 0.0, days=29 + RECENT_DAYS, players=20)))

    assert found.before.days == 29
    assert found.difference == pytest.approx(9.0)
    assert found.says == "small sample"


def test_without_a_day_before_nothing_is_known():
    assert drift(games(days_with(lambda day: 1.0, days=RECENT_DAYS))) == []


def test_the_last_days_are_the_last_on_which_anybody_is_compared():
    """A day of which only one of two systems has predictions is none of the last days."""
    both = [
        row(system_id, 21, 20, player=player, day=day)
        for system_id in ("careful", "bold")
        for day in range(RECENT_DAYS + 1)
        for player in range(3)
    ]
    alone = [row("careful", 90, 20, player=player, day=RECENT_DAYS + 5) for player in range(3)]

    found = drift(games(both + alone))

    assert [(d.recent.bias, d.recent.days, d.before.days) for d in found] == [(1.0, RECENT_DAYS, 1)] * 2


def test_the_table_says_of_how_many_games_it_speaks():
    random = np.random.default_rng(5)
    rows = days_with(lambda _: float(random.normal()), days=70)

    told = tables.drift(scores(rows), ALL)

    assert told.title == "Bias in points, all: since 2026-02-10, 300 player-games on 30 days; before, 400 on 40"
    assert [(said[0], said[-1]) for said in told.rows] == [("careful", "unclear")]
