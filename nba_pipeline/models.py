"""Where trained models are kept: text files named by their content, and an index of what was made from what."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from nba_pipeline.files import write_whole


class ModelRefused(Exception):
    """A model cannot be used: it is not there, not what was kept, or not meant for this use."""


@dataclass(frozen=True)
class ModelStore:
    """A directory of models. A model is a text; its name is the SHA-256 of its bytes."""

    directory: Path

    def keep(self, model: str) -> str:
        """Write the model, read it back, and return its name. Raises ModelRefused where they differ."""
        name = _digest(model.encode())
        path = self._path(name)
        if not path.exists():
            write_whole(path, model.encode())
        self.load(name)
        return name

    def load(self, name: str) -> str:
        """The model of that name. Raises ModelRefused where it is missing or changed."""
        path = self._path(name)
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            raise ModelRefused(f"the model {name[:16]} is not in {self.directory}; train it again") from None
        found = _digest(content)
        if found != name:
            raise ModelRefused(
                f"{path} was changed: its hash is {found[:16]}, {name[:16]} was kept; delete it and train again"
            )
        return content.decode()

    def recall(self, recipe: str) -> str | None:
        """The name of the model made before by this recipe, an exact description of code, data and parameters."""
        path = self._index(recipe)
        name = path.read_text() if path.exists() else None
        return name if name and self._path(name).exists() else None

    def note(self, recipe: str, name: str) -> None:
        """Remember which model a recipe gives."""
        write_whole(self._index(recipe), name.encode())

    def _path(self, name: str) -> Path:
        return self.directory / f"{name}.json"

    def _index(self, recipe: str) -> Path:
        return self.directory / "recipes" / _digest(recipe.encode())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
