"""A model is used only if it is the very one that was kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from nba_pipeline.models import ModelRefused, ModelStore


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    return ModelStore(tmp_path / "models")


def test_a_kept_model_is_loaded_as_it_was(store: ModelStore):
    name = store.keep('{"trees": 3}')

    assert store.load(name) == '{"trees": 3}'


def test_equal_models_are_one_file(store: ModelStore):
    assert store.keep("model") == store.keep("model")
    assert len(list(store.directory.glob("*.json"))) == 1


def test_a_changed_model_is_refused(store: ModelStore):
    name = store.keep("model")
    (store.directory / f"{name}.json").write_text("another model")

    with pytest.raises(ModelRefused, match=rf"was changed: its hash is .*, {name[:16]} was kept; delete it"):
        store.load(name)


def test_keeping_over_a_changed_file_does_not_pass_it_for_the_model(store: ModelStore):
    name = store.keep("model")
    (store.directory / f"{name}.json").write_text("another model")

    with pytest.raises(ModelRefused):
        store.keep("model")


def test_a_model_that_was_never_kept_is_refused(store: ModelStore):
    with pytest.raises(ModelRefused, match=r"is not in .*; train it again"):
        store.load("0" * 64)


def test_a_recipe_recalls_its_model_while_that_is_there(store: ModelStore):
    name = store.keep("model")
    store.note("data 1, code 1", name)

    assert store.recall("data 1, code 1") == name
    assert store.recall("data 2, code 1") is None

    (store.directory / f"{name}.json").unlink()
    assert store.recall("data 1, code 1") is None
