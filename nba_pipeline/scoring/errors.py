"""How far predictions miss, in points, and whether by more than the bookmakers' line on the same games."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd

from nba_pipeline.scoring.identical import Games
from nba_pipeline.scoring.resampling import Interval, is_small, mean_interval, verdict

# Lower bounds of the groups, the last one open.
MINUTES = (0, 12, 20, 28, 36)
LINES = (0, 8, 12, 18, 25)


@dataclass(frozen=True)
class Errors:
    """The errors of a system. The last four compare it with the line, where there is one."""

    system_id: str
    rows: int
    days: int
    small: bool
    mae: float
    rmse: float
    bias: float
    line_mae: float | None = None
    minus_line: float | None = None
    interval: Interval | None = None
    says: str | None = None


@dataclass(frozen=True)
class Slice:
    """A part of the games, and the errors on it."""

    name: str
    errors: Sequence[Errors]


def errors(games: Games, with_line: bool) -> list[Errors]:
    """The errors of each system on these games."""
    return [_errors(system_id, games, with_line) for system_id in games.systems] if len(games) else []


def _errors(system_id: str, games: Games, with_line: bool) -> Errors:
    error = games.error(system_id)
    own = Errors(
        system_id=system_id,
        rows=len(games),
        days=games.n_days,
        small=is_small(len(games), games.n_days),
        mae=float(np.abs(error).mean()),
        rmse=float(np.sqrt((error**2).mean())),
        bias=float(error.mean()),
    )
    if not with_line:
        return own
    line_miss = np.abs((games.games["closing_line_mean"] - games.games["actual_points"]).to_numpy())
    difference = np.abs(error) - line_miss
    interval = mean_interval(difference, games.days)
    compared = {
        "line_mae": float(line_miss.mean()),
        "minus_line": float(difference.mean()),
        "interval": interval,
        "says": verdict(interval, len(games), games.n_days),
    }
    return Errors(**own.__dict__ | compared)


def slices(games: Games, with_line: bool) -> dict[str, list[Slice]]:
    """The errors by month, by minutes played, and, against the line, by its size."""
    told: dict[str, pd.Series] = {
        "month": games.games["month"],
        "minutes played": _grouped(games.games["minutes"], MINUTES),
    }
    if with_line:
        told["line"] = _grouped(games.games["closing_line_mean"], LINES)
    return {by: _slices(games, groups, with_line) for by, groups in told.items()}


def _slices(games: Games, groups: pd.Series, with_line: bool) -> list[Slice]:
    names: Mapping[str, None] = dict.fromkeys(groups.sort_values(kind="stable"))
    return [Slice(str(name), errors(games.where(groups == name), with_line)) for name in names]


def _grouped(values: pd.Series, bounds: Sequence[float]) -> pd.Series:
    """The group of each value, in words, in the order of the bounds."""
    names = [f"{low:g} to {high:g}" for low, high in pairwise(bounds)] + [f"{bounds[-1]:g} and more"]
    return pd.cut(values, [*bounds, np.inf], right=False, labels=names)
