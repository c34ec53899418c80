"""How code is changed for a rehearsal: a build of a table that does as it did, but for one thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any

import pandas as pd

from nba_pipeline.drill.rehearsal import Rehearsal

Build = Callable[..., Any]

CONTRACT, WRITTEN = "contract_holds", "write_verified"


def rows_changed(change: Callable[[Any], Any]) -> Callable[[Build], Build]:
    """A build whose rows are changed before they are handed over."""

    def build(honest: Build) -> Build:
        @wraps(honest)
        def changed(**inputs: Any) -> Any:
            return change(honest(**inputs))

        return changed

    build.__name__ = change.__name__
    return build


def predictions_changed(change: Callable[[pd.DataFrame], pd.DataFrame]) -> Callable[[Build], Build]:
    """A build of predictions whose rows are changed."""

    def of_part(partial: Any) -> Any:
        return replace(partial, rows=change(partial.rows))

    of_part.__name__ = change.__name__
    return rows_changed(of_part)


def whole_day(day: Rehearsal) -> None:
    day.pregame()
    day.postgame()
    day.reconcile()
