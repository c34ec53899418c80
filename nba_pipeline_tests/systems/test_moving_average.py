"""The moving average: form, then adjustments whose direction cannot be read upside down."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nba_pipeline.systems.moving_average import SIZES, adjustments, base, predict

FORM = ("points_avg_last_5", "points_avg_last_10", "points_avg_season")
TENS = dict.fromkeys(FORM, 10.0)
scores = st.floats(0, 100)


def features(**values: float | None) -> pd.DataFrame:
    """One row; what is not named is not known."""
    return pd.DataFrame([dict.fromkeys([*FORM, *SIZES, "fatigue_score", "home_away"]) | values])


def predicted(**values: float | None) -> float:
    return predict(features(**values))[0]


def test_the_moving_average_weights_recent_form():
    assert predicted(points_avg_last_5=20.0, points_avg_last_10=10.0, points_avg_season=5.0) == pytest.approx(14.0)


def test_before_the_first_game_of_a_season_the_recent_averages_share_its_weight():
    assert predicted(points_avg_last_5=16.0, points_avg_last_10=8.0) == pytest.approx(13.0)


def test_a_player_without_a_game_is_not_guessed():
    assert predict(features(fatigue_score=100.0)).isna().all()


def test_nobody_is_expected_to_score_less_than_nothing():
    assert predicted(**dict.fromkeys(FORM, 0.2), fatigue_score=50.0) == 0.0


@pytest.mark.parametrize(
    ("known", "points"),
    [
        ({"fatigue_score": 100.0}, 0.0),
        ({"fatigue_score": 60.0}, -2.0),
        ({"shot_zone_mismatch_score": 10.0}, 0.5),
        ({"pace_score": -3.0}, -0.3),
        ({"usage_spike_score": 3.0}, 2.1),
        ({"back_to_back": 1.0}, -0.1),
        ({"home_away": 1.0}, 0.1),
        ({"home_away": 0.0}, -0.1),
        ({}, 0.0),
    ],
)
def test_each_adjustment_is_worth_what_it_says(known, points):
    assert predicted(**TENS, **known) == pytest.approx(10.0 + points)


@given(scores, scores)
def test_a_fresh_player_never_gets_a_lower_fatigue_adjustment_than_a_tired_one(one, other):
    tired, fresh = sorted((one, other))

    points = [adjustments(features(fatigue_score=score)).loc[0, "fatigue_score"] for score in (tired, fresh)]

    assert points[0] <= points[1] <= 0.0
    assert predicted(**TENS, fatigue_score=tired) <= predicted(**TENS, fatigue_score=fresh)


@pytest.mark.parametrize("name", ["shot_zone_mismatch_score", "pace_score", "usage_spike_score", "home_away"])
def test_more_of_what_helps_never_lets_expect_less(name):
    assert predicted(**TENS, **{name: 0.0}) < predicted(**TENS, **{name: 1.0})


def test_the_base_knows_nothing_of_the_game():
    assert base(features(**TENS, fatigue_score=0.0, home_away=1.0))[0] == pytest.approx(10.0)
