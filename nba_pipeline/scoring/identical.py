"""Identical rows: what every system predicts and what was played, and what each system alone would lose of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from nba_pipeline.scoring.reading import GAME
from nba_pipeline.scoring.resampling import Codes, Floats
from nba_pipeline.systems.roster import SYSTEMS

ALL, LINED = "all", "lined"
_ORDER = {system.system_id: position for position, system in enumerate(SYSTEMS)}
POPULATIONS = {
    ALL: "every player-game that was played and that every system predicts",
    LINED: "of these, the ones with a bookmaker's line before tip-off",
}


@dataclass(frozen=True)
class Coverage:
    """Of `played` player-games a system predicts `predicted`; `lost_alone` are those that all others predict."""

    system_id: str
    played: int
    predicted: int
    lost_alone: int


@dataclass(frozen=True)
class Games:
    """Player-games, one row each: what happened and was offered, and beside it, in columns by system, what was said.

    - games: day (a number for each game day), month, actual_points, minutes, line, closing_line_mean, market, prices
    - predicted: expected points; over: probability of the over if decided; recommended: the side or why there is none
    """

    games: pd.DataFrame
    predicted: pd.DataFrame
    over: pd.DataFrame
    recommended: pd.DataFrame

    def __len__(self) -> int:
        return len(self.games)

    @property
    def systems(self) -> Sequence[str]:
        return list(self.predicted.columns)

    @property
    def days(self) -> Codes:
        return self.games["day"].to_numpy(dtype=np.int64)

    @property
    def n_days(self) -> int:
        return int(self.games["day"].nunique())

    def error(self, system_id: str) -> Floats:
        """What a system predicted less what came, game by game, in points."""
        return (self.predicted[system_id] - self.games["actual_points"]).to_numpy(dtype=np.float64)

    def where(self, holds: pd.Series) -> Games:
        """The games of which it holds."""
        return Games(*(frame[holds] for frame in (self.games, self.predicted, self.over, self.recommended)))

    def of(self, systems: Sequence[str]) -> Games:
        """The same games with what some of the systems said."""
        frames = (frame[list(systems)] for frame in (self.predicted, self.over, self.recommended))
        return Games(self.games, *frames)


def played(rows: pd.DataFrame) -> Games:
    """All player-games that were played, predicted or not."""
    rows = rows[rows["actual_points"].notna()].sort_values([*GAME, "system_id"])
    rows = rows.assign(number=rows.groupby(GAME, sort=False).ngroup())
    games = rows.drop_duplicates("number").set_index("number")
    systems = sorted(rows["system_id"].unique(), key=lambda one: (_ORDER.get(one, len(_ORDER)), one))
    said = {
        name: rows.pivot(index="number", columns="system_id", values=name)[systems]
        for name in ("predicted_points", "over", "recommendation")
    }
    offered = ["line", "closing_line_mean", "market", "over_price", "under_price"]
    games = games[["game_date", "actual_points", "minutes", *offered]].assign(
        day=pd.factorize(games["game_date"], sort=True)[0],
        month=[f"{day:%Y-%m}" for day in games["game_date"]],
    )
    numbers = ["actual_points", "minutes", *offered]
    return Games(
        games=games.astype(dict.fromkeys(numbers, float)),
        predicted=said["predicted_points"].astype(float),
        over=said["over"].astype(float),
        recommended=said["recommendation"],
    )


def silent_systems(games: Games) -> list[str]:
    """Systems that predicted nobody: they cannot be compared, and the others are compared without them."""
    return [system_id for system_id in games.systems if games.predicted[system_id].isna().all()]


def identical(games: Games) -> Games:
    """The games that every system predicts; none without a system."""
    return games.where(games.predicted.notna().all(axis=1) & bool(games.systems))


def coverage(games: Games) -> list[Coverage]:
    """What each system predicts of these games, and what it alone takes from the comparison."""
    known = games.predicted.notna()
    lacking = (~known).sum(axis=1)
    return [
        Coverage(system_id, len(games), int(known[system_id].sum()), int((~known[system_id] & (lacking == 1)).sum()))
        for system_id in games.systems
    ]
