"""Which model serves which day: each month has its own, days without one have no row, an older one is named."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest
from invented import FEATURES, MARCH

from nba_pipeline.frames import Missing, Partial
from nba_pipeline.models import ModelRefused, ModelStore
from nba_pipeline.systems.artifact import PointsModel
from nba_pipeline.tables.predictions import points_model as module
from nba_pipeline.tables.predictions.features import FEATURES as CLASSIC

COLUMNS = [column.name for column in module.CONTRACT.columns]


class NotRead:
    """A history that nobody needs, for the models are known."""

    def digest(self, before: date) -> str:
        return ""


@pytest.fixture
def days_of(monkeypatch: pytest.MonkeyPatch):
    """The table's rows for some days, where months have these models."""

    def made(days: list[date], models: dict[date, str | None], store: ModelStore) -> Partial:
        monkeypatch.setattr(module, "LEARNED", FEATURES)
        monkeypatch.setattr(module.training, "points_models", lambda cutoffs, *_: {day: models[day] for day in cutoffs})
        games = pd.DataFrame({"game_date": [day for day in days for _ in ("home", "away")]})
        return module.points_model(games, *[NotRead()] * 4, store)

    return made


def test_a_day_has_one_row_that_says_what_serves_it(days_of, trained):
    store, name = trained

    made = days_of([MARCH, MARCH + timedelta(days=1)], {MARCH: name}, store)

    assert list(made.rows.columns) == COLUMNS
    assert made.rows["game_date"].tolist() == [MARCH, MARCH + timedelta(days=1)]
    first = made.rows.iloc[0]
    assert (first["model"], first["cutoff"], first["serves"]) == (name, MARCH, "challenger")
    assert first["trained_until"] == MARCH - timedelta(days=1)
    assert made.missing == []


def test_a_month_without_enough_history_has_no_row_and_its_neighbour_has(days_of, trained):
    store, name = trained
    last_of_february = MARCH - timedelta(days=1)

    made = days_of([last_of_february, MARCH], {date(2026, 2, 1): None, MARCH: name}, store)

    assert made.rows["game_date"].tolist() == [MARCH]
    assert days_of([last_of_february], {date(2026, 2, 1): None}, store).rows.empty


def test_a_day_that_an_older_training_serves_is_named(days_of, trained):
    store, name = trained
    model = PointsModel.from_text(store.load(name))
    older = store.keep(model.text().replace('"serves": "challenger"', '"serves": "champion"'))

    made = days_of([MARCH], {MARCH: older}, store)

    assert made.rows["serves"].tolist() == ["champion"]
    assert made.missing == [Missing(MARCH, "a newer training", model.reason)]


def test_a_model_that_does_not_fit_the_day_is_never_recorded(days_of, trained):
    store, name = trained

    with pytest.raises(ModelRefused, match="cannot predict 2026-02-10"):
        days_of([date(2026, 2, 10)], {date(2026, 2, 1): name}, store)


def test_the_models_learn_every_feature_but_the_lines():
    unlearned = {feature.name for feature in CLASSIC} - set(module.LEARNED)

    assert unlearned == {"vegas_points_line", "vegas_opening_line", "vegas_line_move", "has_vegas_line"}
    assert "points_ew_5" in module.LEARNED
    assert len(module.LEARNED) == len(set(module.LEARNED))
