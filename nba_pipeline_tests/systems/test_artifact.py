"""A stale model, one that has seen the future, one of other features or another library: none of them serves."""

from __future__ import annotations

import json
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from invented import FEATURES, MARCH

from nba_pipeline.models import ModelRefused, ModelStore
from nba_pipeline.systems import artifact
from nba_pipeline.systems.artifact import LONGEST_SERVICE, PointsModel, open_model
from nba_pipeline.systems.regression import Regressions


def test_a_model_serves_the_days_of_its_month(trained):
    kept, name = trained

    serving = open_model(name, kept, [MARCH, MARCH + timedelta(days=30)], FEATURES)

    assert serving.model.cutoff == serving.regressions.cutoff == MARCH


def test_what_is_kept_comes_back_equal(trained):
    kept, name = trained
    model = PointsModel.from_text(kept.load(name))

    assert PointsModel.from_text(model.text()) == model
    assert Regressions.from_text(kept.load(model.regressions)).text() == kept.load(model.regressions)


@pytest.mark.parametrize("day", [MARCH - timedelta(days=1), date(2025, 11, 1)])
def test_a_model_that_has_seen_the_future_is_refused(trained, day: date):
    kept, name = trained

    with pytest.raises(ModelRefused, match=f"has seen games until 2026-03-01 and cannot predict {day}"):
        open_model(name, kept, [day], FEATURES)


def test_a_stale_model_is_refused_on_the_day_after_its_longest_service(trained):
    kept, name = trained
    last = MARCH + timedelta(days=LONGEST_SERVICE - 1)

    open_model(name, kept, [last], FEATURES)
    with pytest.raises(ModelRefused, match=r"is stale: 94 days of the season lie between its cutoff 2026-03-01"):
        open_model(name, kept, [last + timedelta(days=1)], FEATURES)


def test_a_summer_makes_no_model_stale(trained):
    kept, name = trained

    with pytest.raises(ModelRefused, match=r"is stale: 123 days"):
        open_model(name, kept, [date(2026, 10, 1)], FEATURES)


@pytest.mark.parametrize(
    ("features", "named"),
    [(FEATURES[:-1], "minutes"), ([*FEATURES, "new"], "new"), (FEATURES[::-1], "their order")],
)
def test_a_model_of_other_features_is_refused(trained, features: list[str], named: str):
    kept, name = trained

    with pytest.raises(ModelRefused, match=rf"was trained on other features \({named}\)"):
        open_model(name, kept, [MARCH], features)


def test_a_model_of_another_major_version_of_the_library_is_refused(trained, monkeypatch: pytest.MonkeyPatch):
    kept, name = trained
    monkeypatch.setattr(artifact.lgb, "__version__", "99.0.0")

    with pytest.raises(ModelRefused, match=r"was trained with LightGBM 4\.\S+, this is 99\.0\.0"):
        open_model(name, kept, [MARCH], FEATURES)


@pytest.mark.parametrize("of_regressions", [False, True])
def test_a_model_whose_text_was_changed_is_refused(trained, tmp_path: Path, of_regressions: bool):
    kept, name = trained
    copy = ModelStore(Path(shutil.copytree(kept.directory, tmp_path / "copy")))
    changed = PointsModel.from_text(kept.load(name)).regressions if of_regressions else name
    path = copy.directory / f"{changed}.json"
    path.write_text(path.read_text().replace("2026-03-01", "2026-01-01"))

    with pytest.raises(ModelRefused, match="was changed"):
        open_model(name, copy, [MARCH], FEATURES)


def test_a_model_whose_regressions_are_lost_is_refused(trained, tmp_path: Path):
    kept, name = trained
    copy = ModelStore(Path(shutil.copytree(kept.directory, tmp_path / "copy")))
    (copy.directory / f"{PointsModel.from_text(kept.load(name)).regressions}.json").unlink()

    with pytest.raises(ModelRefused, match="is not in"):
        open_model(name, copy, [MARCH], FEATURES)


@pytest.mark.parametrize("text", [json.dumps({"kind": "something else"}), "[]"])
def test_another_document_is_no_model(store: ModelStore, text: str):
    name = store.keep(text)

    with pytest.raises(ModelRefused, match="is no nba points model"):
        open_model(name, store, [MARCH], FEATURES)
