"""Probabilities that add up, fall as the line rises, and hold on games that they were not fitted on."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nba_pipeline.systems.distribution import LEAST_LINED, Calibration, Distribution, fit

predictions = st.floats(0, 50)
half_lines = st.integers(0, 59).map(lambda whole: whole + 0.5)
whole_lines = st.integers(1, 60).map(float)
calibrations = st.builds(Calibration, intercept=st.floats(-0.2, 0.2), model=st.floats(0, 1.5), market=st.floats(0, 1.5))


def around(calibration: Calibration | None) -> Distribution:
    return Distribution(centre=(0.95, 0.8), variance=(2.3, 12.0), calibration=calibration)


def chances(calibration: Calibration, predicted: float, line: float, market: float | None = None) -> pd.Series:
    columns = [pd.Series([value], dtype=float) for value in (predicted, line, market)]
    return around(calibration).probabilities(*columns).iloc[0]


@given(calibrations, predictions, st.one_of(half_lines, whole_lines))
def test_over_under_and_push_are_probabilities_that_leave_nothing_out(calibration, predicted, line):
    row = chances(calibration, predicted, line)

    assert 0.0 <= row["over_probability"] <= 1.0
    assert 0.0 <= row["push_probability"] <= 1.0
    assert row["over_probability"] + row["push_probability"] <= 1.0 + 1e-12


@given(predictions, whole_lines)
def test_only_a_whole_line_can_be_met_exactly(predicted, line):
    even = Calibration(0.0, 1.0, 0.0)

    assert chances(even, predicted, line + 0.5)["push_probability"] == 0.0
    over_lower, over_higher = (chances(even, predicted, at)["over_probability"] for at in (line - 0.5, line + 0.5))
    assert chances(even, predicted, line)["push_probability"] == pytest.approx(over_lower - over_higher, abs=1e-5)


@given(calibrations, predictions, st.integers(2, 100))
def test_a_higher_line_is_never_more_likely_passed(calibration, predicted, halves):
    lower, higher = (chances(calibration, predicted, n / 2) for n in (halves, halves + 1))

    of_decided = [row["over_probability"] / (1.0 - row["push_probability"]) for row in (lower, higher)]
    assert of_decided[0] >= of_decided[1] - 1e-12


@given(calibrations, st.floats(0, 45), half_lines)
def test_more_points_expected_never_make_the_over_less_likely(calibration, predicted, line):
    less, more = (chances(calibration, p, line)["over_probability"] for p in (predicted, predicted + 1))

    assert more >= less - 1e-9


@given(predictions)
def test_all_scores_together_are_certain(predicted):
    whole = np.arange(-1.0, 200.0)
    more = around(None).more_than(whole, np.full(len(whole), predicted))

    assert more[0] == pytest.approx(1.0)
    assert more[-1] == pytest.approx(0.0, abs=1e-9)
    assert (np.diff(more) <= 1e-12).all()


def test_without_a_price_the_market_counts_as_even():
    calibration = Calibration(0.0, 0.5, 1.0)

    priced, unpriced = (chances(calibration, 20.0, 20.5, market)["over_probability"] for market in (0.5, None))

    assert priced == unpriced


def test_without_a_line_a_prediction_or_a_calibration_there_is_no_chance():
    even = Calibration(0.0, 1.0, 0.0)
    nothing = ["over_probability", "push_probability"]

    assert chances(even, 20.0, np.nan)[nothing].isna().all()
    assert chances(even, np.nan, 20.5).isna().all()
    assert around(None).probabilities(*[pd.Series([20.5])] * 3)[nothing].isna().all(axis=None)


def drawn(rows: int, seed: int) -> list[pd.Series]:
    """Predictions two points too high, points around the truth, lines beside it, prices without meaning."""
    rng = np.random.default_rng(seed)
    true = rng.uniform(8, 28, rows)
    points = np.maximum(0, np.round(true + rng.normal(0, 6, rows)))
    line = np.round(true + rng.normal(0, 2, rows)) + 0.5
    return [pd.Series(values) for values in (true + 2, points, line, np.full(rows, np.nan))]


def test_what_is_said_to_happen_happens_as_often_on_games_not_fitted_on():
    fitted = fit(*drawn(20_000, seed=1), sees_the_market=False)
    predicted, points, line, market = drawn(20_000, seed=2)

    told = fitted.probabilities(predicted, line, market)

    tenths = pd.qcut(told["over_probability"], 10, labels=False)
    off = (told["over_probability"] - (points > line)).groupby(tenths).mean()
    assert off.abs().max() < 0.03
    assert told["over_probability"].std() > 0.05
    assert told["predicted_std"].mean() == pytest.approx(6.0, abs=0.2)


def test_a_system_that_is_blind_to_the_market_gives_its_price_no_weight():
    rows = drawn(5_000, seed=1)
    rows[3] = pd.Series(np.where(rows[1] > rows[2], 0.55, 0.45))

    assert fit(*rows, sees_the_market=False).calibration.market == 0.0
    assert fit(*rows, sees_the_market=True).calibration.market > 1.0


def test_a_slope_is_never_negative():
    predicted, points, line, market = drawn(5_000, seed=1)

    assert fit(2 * line - predicted, points, line, market, sees_the_market=False).calibration.model == 0.0


def test_too_few_lines_calibrate_nothing():
    assert fit(*drawn(LEAST_LINED - 1, seed=1), sees_the_market=False).calibration is None
