"""Brier, log loss and calibration error as worked out by hand, on the same priced rows for all, without pushes."""

from __future__ import annotations

import math

import numpy as np
import pytest
from graded_rows import a_season, games, row, scores

from nba_pipeline.scoring.probabilities import MARKET, calibration_error, equal_mass_bins, probabilities

SAID, CAME = np.array([0.6, 0.4, 0.7, 0.5]), np.array([1.0, 0.0, 0.0, 1.0])


def four_games(**changed):
    """The four games above, over or under a line of ten, with a market that says 0.5 of each."""
    rows = [
        row("careful", 10, 12 if came else 8, player=p, over=said, market=0.5)
        for p, (said, came) in enumerate(zip(SAID, CAME, strict=True))
    ]
    rows[0] |= changed
    return rows


def test_brier_and_log_loss_by_hand():
    market, careful = probabilities(games(four_games())).chances

    assert careful.brier == pytest.approx((0.16 + 0.16 + 0.49 + 0.25) / 4)
    assert careful.log_loss == pytest.approx(-(math.log(0.6) + math.log(0.6) + math.log(0.3) + math.log(0.5)) / 4)
    assert (market.system_id, market.brier, market.log_loss) == (MARKET, 0.25, pytest.approx(math.log(2)))
    assert careful.brier_minus_market == pytest.approx(0.265 - 0.25)


def test_the_calibration_error_by_hand():
    said = np.array([0.1, 0.1, 0.3, 0.3, 0.8, 0.8])
    came = np.array([0.0, 1.0, 0.0, 0.0, 1.0, 1.0])

    bins = equal_mass_bins(np.repeat(said, 10), np.repeat(came, 10))  # of 60, ten bins of six

    assert [b.rows for b in bins] == [6] * 10
    # the lowest twenty say 0.1 and half of them come; 0.3 and none; 0.8 and all
    assert calibration_error(equal_mass_bins(said, came)) == pytest.approx((0.1 + 0.9 + 0.3 + 0.3 + 0.2 + 0.2) / 6)


def test_bins_hold_equally_many_and_rise():
    bins = equal_mass_bins(np.random.default_rng(2).uniform(size=1003), np.ones(1003))

    assert {b.rows for b in bins} == {100, 101}
    assert [b.said for b in bins] == sorted(b.said for b in bins)


def test_chance_alone_gives_the_error_that_is_named():
    """Probabilities that are exactly right miss by about what `by_chance` says."""
    random = np.random.default_rng(5)
    found = []
    for _ in range(200):
        said = random.uniform(0.4, 0.6, size=500)
        came = (random.uniform(size=500) < said).astype(float)
        found.append(calibration_error(equal_mass_bins(said, came)))
    rows = [
        row("careful", 10, 12 if c else 8, player=n, over=s, market=s)
        for n, (s, c) in enumerate(zip(said, came, strict=True))
    ]

    assert probabilities(games(rows)).chances[1].by_chance == pytest.approx(np.mean(found), rel=0.1)


def test_pushes_are_left_out_and_counted():
    found = probabilities(games(four_games(actual_points=10)))

    assert (found.rows, found.pushes, found.unpriced) == (3, 1, 0)


def test_rows_without_a_price_are_left_out_and_counted():
    found = probabilities(games(four_games(market=None)))

    assert (found.rows, found.pushes, found.unpriced) == (3, 0, 1)


def test_a_game_of_which_one_system_gives_no_probability_counts_for_none():
    bold = [r | {"system_id": "bold"} for r in four_games(over=None)]

    found = probabilities(games(four_games() + bold))

    assert found.rows == 3
    assert {c.system_id: sum(b.rows for b in c.bins) for c in found.chances} == {MARKET: 3, "bold": 3, "careful": 3}


def test_a_system_without_any_probability_is_named_and_not_judged():
    bold = [r | {"system_id": "bold", "over": None} for r in four_games()]

    found = probabilities(games(four_games() + bold))

    assert (found.silent, found.rows) == (["bold"], 4)


def test_probabilities_that_are_worse_than_the_price_are_said_to_be():
    judged = {c.system_id: c for c in scores(a_season()).probabilities.chances}

    assert judged["careful"].brier > judged[MARKET].brier
    assert judged["careful"].says == "worse"
