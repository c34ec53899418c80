"""What the regressions make of a feature that is missing, and of a rest longer than any that they were trained on."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from nba_pipeline.systems.regression import BOOSTED, RIDGE, Regressions, train

FEATURES = ["season_average", "form", "days_since_last_game"]
GAMES = 2_000


@pytest.fixture(scope="module")
def games() -> pd.DataFrame:
    """Players whose form is about their season's average, after rests of days; every feature is known."""
    dice = np.random.default_rng(3)
    average = dice.uniform(2.0, 30.0, GAMES)
    form = average + dice.normal(0.0, 2.0, GAMES)
    rest = dice.integers(1, 8, GAMES).astype(float)
    points = 0.6 * average + 0.4 * form - 0.3 * rest + dice.normal(0.0, 4.0, GAMES)
    first = date(2025, 1, 1)
    days = [first + timedelta(days=number // 20) for number in range(GAMES)]
    values = {"season_average": average, "form": form, "days_since_last_game": rest, "points": points.clip(min=0.0)}
    return pd.DataFrame({"game_date": days, **values})


@pytest.fixture(scope="module")
def learned(games: pd.DataFrame) -> Regressions:
    return train(games, FEATURES, date(2026, 1, 1))


def test_a_star_without_a_season_s_average_is_still_a_star(games: pd.DataFrame, learned: Regressions):
    stars = games.nlargest(20, "season_average")
    opening_night = stars.assign(season_average=np.nan)

    off = (learned.predict(opening_night) - learned.predict(stars)).mean()

    assert off.abs().max() < 1.5  # as everybody's mean the average would cost them eight points


def test_the_ridge_with_a_feature_missing_is_the_ridge_of_the_others(games: pd.DataFrame, learned: Regressions):
    of_others = train(games, FEATURES[1:], date(2026, 1, 1))
    some = games.head(50)

    without = learned.predict(some.assign(season_average=np.nan))[RIDGE]

    assert without.to_numpy() == pytest.approx(of_others.predict(some)[RIDGE].to_numpy(), abs=1e-4)


def test_who_has_no_feature_at_all_is_expected_to_score_as_everybody(games: pd.DataFrame, learned: Regressions):
    nothing = games.head(1).assign(**dict.fromkeys(FEATURES, np.nan))

    assert learned.predict(nothing)[RIDGE].item() == pytest.approx(games["points"].mean(), abs=1e-4)


def test_rows_are_filled_in_alike_alone_and_among_others(games: pd.DataFrame, learned: Regressions):
    some = games.head(3).astype({"form": float})
    some.loc[some.index[1], "form"] = np.nan
    some.loc[some.index[2], ["form", "season_average"]] = np.nan

    together = learned.predict(some)

    alone = pd.concat([learned.predict(some.loc[[row]]) for row in some.index])
    pd.testing.assert_frame_equal(together, alone, check_exact=False, atol=1e-6)


def test_a_summer_is_no_longer_a_rest_than_two_weeks(games: pd.DataFrame, learned: Regressions):
    some = games.head(20)

    summer = learned.predict(some.assign(days_since_last_game=180.0))
    two_weeks = learned.predict(some.assign(days_since_last_game=14.0))

    assert summer[BOOSTED].to_numpy() == pytest.approx(two_weeks[BOOSTED].to_numpy())
    assert summer[RIDGE].to_numpy() == pytest.approx(two_weeks[RIDGE].to_numpy())
