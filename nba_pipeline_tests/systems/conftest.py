"""What the tests of the systems share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings
from invented import MARCH, history, points_model

from nba_pipeline.models import ModelStore
from nba_pipeline.systems import regression

# frames are slow to make on a busy machine, and how slow says nothing of a system
settings.register_profile("frames", deadline=None)
settings.load_profile("frames")


@pytest.fixture(scope="session", autouse=True)
def _few_trees():
    """The invented games are simple, and training takes most of the time of these tests: few trees, of large steps."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(regression, "ROUNDS", 30)
        patch.setitem(regression.PARAMETERS, "learning_rate", 0.2)
        yield


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    return ModelStore(tmp_path / "models")


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[ModelStore, str]:
    """A store with the model that serves March, and its name. Whoever changes files takes a copy."""
    kept = ModelStore(tmp_path_factory.mktemp("trained") / "models")
    name = points_model(MARCH, history(), kept)
    assert name is not None
    return kept, name
