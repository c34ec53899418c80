"""What tables that work on frames are given and give: histories framed in part, rows with what is missing of them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

import ibis
import pandas as pd

from nba_pipeline.warehouse.engine import Engine
from nba_pipeline.warehouse.templates import Query


@dataclass(frozen=True)
class Rows:
    """The verified rows of an input, fetched when they are asked for. `hashes` are the contents of its days."""

    engine: Engine
    rows: Query
    hashes: Mapping[date, str] = field(default_factory=dict)

    def digest(self, before: date) -> str:
        """One digest of all rows of earlier days, known without reading them."""
        held = "".join(f"{day}:{content}|" for day, content in sorted(self.hashes.items()) if day < before)
        return hashlib.sha256(held.encode()).hexdigest()[:32]

    def frame(self, columns: Sequence[str]) -> pd.DataFrame:
        """These columns of all rows."""
        held = ", ".join(f"{name} {dtype}" for name, dtype in self.rows.columns.items())
        chosen = self.engine.template(
            f"frame of {', '.join(columns)} out of {held}",
            lambda: ibis.table(self.rows.columns, name="asked").select(*columns),
            {"asked": self.rows},
        )
        frame: pd.DataFrame = self.engine.fetch(chosen).to_pandas()
        return frame


class Missing(NamedTuple):
    """A part of a day that could not be made and belongs to no one game: a system, a newer model, an event's odds."""

    game_date: date
    what: str
    reason: str


@dataclass(frozen=True)
class Partial:
    """The rows that could be made, and by name what could not: the day is published, and DEGRADED."""

    rows: pd.DataFrame
    missing: Sequence[Missing]
