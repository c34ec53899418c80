"""The points model of a month: of the games before it alone, the same each time, and never a worse one unsaid."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest
from invented import FEBRUARY, FIRST, JANUARY, MARCH, NOISE, from_day, games, history, points_model

from nba_pipeline.models import ModelStore
from nba_pipeline.systems import training
from nba_pipeline.systems.artifact import PointsModel
from nba_pipeline.systems.regression import BOOSTED, Regressions
from nba_pipeline.systems.training import points_models, regressions


def made(store: ModelStore, name: str | None) -> PointsModel:
    assert name is not None
    return PointsModel.from_text(store.load(name))


def test_equal_games_give_the_same_model(trained, store: ModelStore):
    _, name = trained

    assert points_model(MARCH, history(), store) == name


def test_months_together_have_the_models_that_each_has_alone(trained, store: ModelStore):
    _, name = trained

    together = points_models([FEBRUARY, MARCH], history(), store)

    assert together == {FEBRUARY: points_model(FEBRUARY, history(), ModelStore(store.directory / "alone")), MARCH: name}
    assert together[FEBRUARY] != name


def test_results_and_lines_of_the_month_or_later_change_nothing(trained, store: ModelStore):
    _, name = trained

    def go_on(rows: pd.DataFrame) -> pd.DataFrame:
        later = rows.assign(game_date=rows["game_date"] + (MARCH - FIRST), points=50, line=3.5)
        return pd.concat([rows, later], ignore_index=True)

    assert points_model(MARCH, history(go_on), store) == name


def test_a_result_of_the_day_before_changes_the_model(trained, store: ModelStore):
    _, name = trained

    assert points_model(MARCH, history(from_day(MARCH - timedelta(days=1), points=0)), store) != name


def test_a_model_that_is_known_is_not_trained_again(trained, monkeypatch: pytest.MonkeyPatch):
    kept, name = trained
    monkeypatch.setattr(training, "train", None)
    unread = replace(history(), fetch_rows=lambda: pytest.fail("the rows were read"))

    assert points_model(MARCH, unread, kept) == name


def test_other_parameters_are_another_recipe(trained, store: ModelStore, monkeypatch: pytest.MonkeyPatch):
    kept, _ = trained
    monkeypatch.setitem(training.VERSIONS, "lightgbm", "0.0.0")

    recalled = training._recipe("points model", MARCH, history())

    assert kept.recall(recalled) is None


@pytest.mark.parametrize("cutoff", [date(2025, 10, 20), date(2025, 11, 15), JANUARY - timedelta(days=45)])
def test_with_too_little_history_there_is_no_model(cutoff: date, store: ModelStore):
    assert points_model(cutoff, history(), store) is None


def test_without_a_month_to_try_it_on_there_is_no_model(store: ModelStore):
    december = date(2025, 12, 1)

    assert points_model(december, history(), store) is None
    name = regressions(december, history(), store)
    assert name is not None, "there was enough to learn from"
    assert Regressions.from_text(store.load(name)).cutoff == december


def test_what_is_learned_predicts_games_that_it_has_not_seen(trained):
    kept, name = trained
    learned = Regressions.from_text(kept.load(made(kept, name).regressions))
    unseen = games(seed=2)

    missed = (learned.predict(unseen)[BOOSTED] - unseen["points"]).abs().mean()

    assert missed < 0.9 * NOISE  # the mean size of the noise itself is 0.8 of its deviation
    assert learned.trained_until == MARCH - timedelta(days=1)


def test_the_newer_training_serves_while_it_is_as_good(trained):
    kept, name = trained
    model = made(kept, name)

    assert model.serves == "challenger"
    assert Regressions.from_text(kept.load(model.regressions)).cutoff == MARCH
    assert model.champion_mae == pytest.approx(model.challenger_mae, abs=0.05)


def test_a_newer_training_that_is_worse_does_not_follow_the_older(store: ModelStore):
    def spoilt(rows: pd.DataFrame) -> pd.DataFrame:
        # absolute errors forgive a quarter of all games, and not two fifths
        rows = rows[rows["game_date"] >= date(2025, 11, 10)]
        in_january = (rows["game_date"] >= JANUARY) & (rows["game_date"] < FEBRUARY)
        return rows.assign(points=rows["points"].mask(in_january, 60))

    model = made(store, points_model(MARCH, history(spoilt), store))

    assert model.serves == "champion"
    assert Regressions.from_text(store.load(model.regressions)).cutoff == JANUARY
    assert model.challenger_mae > model.champion_mae + 1
    assert "trained a month later they miss by" in model.reason


def test_lines_and_prices_teach_the_blind_systems_nothing(trained, store: ModelStore):
    kept, name = trained
    was = made(kept, name)

    now = made(
        store, points_model(MARCH, history(from_day(date(2025, 10, 1), line=3.5, line_mean=3.5, market=0.58)), store)
    )

    assert now.weights == was.weights
    assert now.distributions["ensemble_v1"].variance == was.distributions["ensemble_v1"].variance
    assert store.load(now.regressions) == kept.load(was.regressions)
    assert now.market_share != was.market_share


def test_without_lines_nothing_is_calibrated_and_the_market_is_not_followed(store: ModelStore):
    unlined = history(lambda rows: rows.assign(line=float("nan"), line_mean=float("nan")))

    model = made(store, points_model(MARCH, unlined, store))

    assert model.market_share is None
    assert {d.calibration for d in model.distributions.values()} == {None}
    assert "market_aware_v1" not in model.distributions


def test_the_line_goes_on_beyond_the_best_player_seen(trained):
    kept, name = trained
    learned = Regressions.from_text(kept.load(made(kept, name).regressions))
    form = ["points_avg_last_5", "points_avg_last_10", "points_avg_season", "minutes"]
    best = games().nlargest(1, "points_avg_season")
    better = best.assign(**{column: best[column] + 10.0 for column in form})

    more = learned.predict(better)[BOOSTED] - learned.predict(best)[BOOSTED]

    assert more.item() > 5.0  # trees alone know no more than the best that they have seen
