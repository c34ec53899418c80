"""What the features add up to is what the boosted trees expect: nothing is left over and nothing counted twice."""

from __future__ import annotations

import numpy as np
import pytest
from invented import games, history

from nba_pipeline.models import ModelStore
from nba_pipeline.systems.artifact import PointsModel
from nba_pipeline.systems.regression import BASE, BOOSTED, Regressions


@pytest.fixture(scope="module")
def regressions(trained: tuple[ModelStore, str]) -> Regressions:
    store, name = trained
    return Regressions.from_text(store.load(PointsModel.from_text(store.load(name)).regressions))


def test_base_and_contributions_are_the_expectation(regressions: Regressions):
    rows = games().tail(200)

    added = regressions.contributions(rows)

    assert list(added.columns) == [*history().features, BASE]
    assert added.sum(axis=1).clip(lower=0.0).to_numpy() == pytest.approx(regressions.predict(rows)[BOOSTED].to_numpy())


def test_the_base_is_that_of_anybody(regressions: Regressions):
    assert regressions.contributions(games().tail(50))[BASE].nunique() == 1


def test_what_is_missing_adds_something_too(regressions: Regressions):
    rows = games().tail(5).assign(points_avg_last_5=np.nan)

    added = regressions.contributions(rows)

    assert added.sum(axis=1).clip(lower=0.0).to_numpy() == pytest.approx(regressions.predict(rows)[BOOSTED].to_numpy())
