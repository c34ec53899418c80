"""The weekly look at the model: what serves opens and predicts, and whatever does not is red."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import dagster as dg
import pyarrow as pa
import pytest
from invented import FEATURES, MARCH

from nba_pipeline.clock import FixedClock
from nba_pipeline.game_day import Days
from nba_pipeline.models import ModelStore
from nba_pipeline.orchestration import model_check
from nba_pipeline.orchestration.launch import RunOutcome, launch
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.settings import Settings
from nba_pipeline.systems.artifact import CHALLENGER, CHAMPION, open_model
from nba_pipeline.tables.predictions.points_model import CONTRACT, _about
from nba_pipeline.warehouse.batch import Batch
from nba_pipeline.warehouse.publication import publish

MONDAY = MARCH + timedelta(days=1)
NOON = datetime(2026, 3, 2, 17, tzinfo=UTC)

Refresh = Callable[[date], RunOutcome]


@pytest.fixture
def pipeline(trained, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pipeline:
    monkeypatch.setattr(model_check, "LEARNED", FEATURES)
    pipeline = Pipeline(given=Settings(home=tmp_path), own_clock=FixedClock(NOON))
    shutil.copytree(trained[0].directory, pipeline.settings.models_dir)
    pipeline.open_engine().__exit__()
    return pipeline


@pytest.fixture
def refresh(pipeline: Pipeline) -> Refresh:
    def run(day: date = MONDAY) -> RunOutcome:
        with dg.DagsterInstance.ephemeral() as instance:
            return launch(pipeline, "model_refresh", Days.only(day), instance)

    return run


def publish_model(pipeline: Pipeline, name: str, serves: str = CHALLENGER) -> None:
    """The row of the day before MONDAY, as the pre-game job publishes it."""
    about = _about(open_model(name, ModelStore(pipeline.settings.models_dir), [MARCH], FEATURES))
    row = {"game_date": MARCH, "model": name} | about | {"serves": serves}
    rows = pa.Table.from_pylist([row], schema=CONTRACT.schema().to_pyarrow())
    with pipeline.open_engine() as engine:
        batch = Batch(CONTRACT, Days.only(MARCH), engine.upload(rows), "code", "run", NOON)
        assert publish(engine, replace(batch, missing={})).refused == {}


def test_a_model_that_opens_and_predicts_passes(pipeline: Pipeline, refresh: Refresh, trained) -> None:
    publish_model(pipeline, trained[1])

    assert refresh(MONDAY).exit_code == 0


def test_a_model_whose_file_is_gone_is_red(pipeline: Pipeline, refresh: Refresh, trained) -> None:
    publish_model(pipeline, trained[1])
    (pipeline.settings.models_dir / f"{trained[1]}.json").unlink()

    outcome = refresh(MONDAY)

    assert outcome.exit_code == 2
    assert f"the model {trained[1][:16]} is not in" in outcome.findings[0].reason


def test_a_newer_training_that_was_refused_is_a_warning(pipeline: Pipeline, refresh: Refresh, trained) -> None:
    publish_model(pipeline, trained[1], serves=CHAMPION)

    outcome = refresh(MONDAY)

    assert (outcome.exit_code, outcome.findings[0].severity) == (1, "WARN")


def test_a_week_without_a_published_model_is_red_and_the_summer_is_not(refresh: Refresh) -> None:
    outcome = refresh(MONDAY)

    assert outcome.exit_code == 2
    assert "no model was published for 2026-02-24 … 2026-03-02" in outcome.findings[0].reason
    assert refresh(date(2026, 8, 3)).exit_code == 0
