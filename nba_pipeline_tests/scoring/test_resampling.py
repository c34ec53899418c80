"""Intervals: the same every time, by whole days, and Wilson's as worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from nba_pipeline.scoring import resampling
from nba_pipeline.scoring.resampling import Interval, difference_interval, mean_interval, share_interval

RANDOM = np.random.default_rng(1)


def test_the_same_numbers_give_the_same_interval():
    values, days = RANDOM.normal(size=600), np.repeat(np.arange(60), 10)

    first = mean_interval(values, days)
    resampling._draws.cache_clear()

    assert mean_interval(values, days) == first


def test_rows_of_one_day_are_drawn_together():
    """Ten equal rows a day are no more evidence than one of them."""
    of_days = RANDOM.normal(size=60)

    once = mean_interval(of_days, np.arange(60))
    ten_times = mean_interval(np.repeat(of_days, 10), np.repeat(np.arange(60), 10))
    as_if_alone = mean_interval(np.repeat(of_days, 10), np.arange(600))

    assert (ten_times.low, ten_times.high) == pytest.approx((once.low, once.high))
    assert as_if_alone.high - as_if_alone.low < 0.5 * (once.high - once.low)


def test_the_interval_is_about_two_standard_errors_to_each_side():
    values = RANDOM.normal(3.0, 2.0, size=400)

    found = mean_interval(values, np.arange(400))

    error = values.std() / 20
    assert found.low == pytest.approx(values.mean() - 1.96 * error, abs=0.15 * error)
    assert found.high == pytest.approx(values.mean() + 1.96 * error, abs=0.15 * error)


def test_a_day_with_more_rows_weighs_more():
    """One day of 91 zeros and nine of a single one: where the long day is drawn, it swamps the others."""
    values, days = np.array([0.0] * 91 + [1.0] * 9), np.array([0] * 91 + list(range(1, 10)))

    found = mean_interval(values, days)

    assert found.low < 0.05
    assert found.high == 1.0  # one draw in three has not got the long day


def test_a_value_that_is_always_the_same_is_sure():
    assert mean_interval(np.full(30, 2.5), np.arange(30)) == Interval(2.5, 2.5)


def test_few_days_have_no_interval():
    assert mean_interval(np.arange(900.0), np.repeat(np.arange(9), 100)) is None


def test_the_interval_of_a_difference_is_as_wide_as_both_parts_are_unsure():
    values, others = RANDOM.normal(3.0, 2.0, size=400), RANDOM.normal(1.0, 2.0, size=400)
    days = np.arange(400)

    found = difference_interval(values, days, others, days)

    error = (values.var() / 400 + others.var() / 400) ** 0.5
    difference = values.mean() - others.mean()
    assert found.low == pytest.approx(difference - 1.96 * error, abs=0.15 * error)
    assert found.high == pytest.approx(difference + 1.96 * error, abs=0.15 * error)


def test_parts_that_look_alike_are_not_for_that_sure_to_be_equal():
    """If both drew the same days, every draw of the difference would be zero."""
    values = RANDOM.normal(size=400)

    found = difference_interval(values, np.arange(400), values, np.arange(400))

    assert found.high - found.low > 3 * values.std() / 20


def test_few_days_of_either_part_have_no_interval():
    many, few = np.arange(60.0), np.arange(9.0)

    assert difference_interval(many, np.arange(60), few, np.arange(9)) is None
    assert difference_interval(few, np.arange(9), many, np.arange(60)) is None


def test_wilson_by_hand():
    found = share_interval(6, 10)

    # (0.6 + 3.8416/20 ± 1.96 * sqrt(0.6 * 0.4 / 10 + 3.8416 / 400)) / (1 + 3.8416 / 10)
    assert (found.low, found.high) == pytest.approx((0.3127, 0.8318), abs=1e-4)
    assert share_interval(0, 0) is None
    assert share_interval(0, 4).low == 0.0
