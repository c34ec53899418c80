"""Three runs that a model with a leak does not survive, on real games of the archive.

- As-of proof: each pre-game table of a day is made again with everything from that day on cut off, and is the same.
- Shuffled points: who learned points that belong to other games knows no more than a constant does.
- A game's shift: features that end a game earlier cost little, for no single game is worth much; those of the game
  after, which know this one, take away most of the error. A feature that knew its own game would look like these.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks.homes import backfill, open_world, played, tables_before
from benchmarks.report import Ratio
from nba_pipeline.reliability.as_of import provable_tables, prove
from nba_pipeline.systems.regression import BOOSTED, train
from nba_pipeline.tables.predictions.points_model import LEARNED

SEASONS = (2023, 2024, 2025)
CUTOFF = date(2025, 10, 1)  # what is judged begins here, a season of three and a half months
PROVEN = date(2026, 1, 15)
SEED = 7


def measure(scratch: Path) -> list[Ratio]:
    home = scratch / "home"
    made = tables_before("points_model")
    backfill(home, SEASONS, made)
    games = played(home, (SEASONS[0], SEASONS[-1]))
    own = _error(games)
    learned = games["game_date"] < CUTOFF
    shuffled = games.assign(points=games["points"].mask(learned, _shuffled(games.loc[learned, "points"])))
    constant = (games.loc[~learned, "points"] - games.loc[learned, "points"].median()).abs().mean()
    return [
        _proofs(home, {m.name for m in made}),
        Ratio("error of a constant / of a model of shuffled points", constant, _error(shuffled), 1.01, "points"),
        Ratio("error with features a game older / with his own", _error(_moved(games, 1)), own, 1.05, "points"),
        Ratio("error with features that know the game / with his own", _error(_moved(games, -1)), own, 0.8, "points"),
    ]


def _proofs(home: Path, made: set[str]) -> Ratio:
    """How many tables of the day come out otherwise where nothing from that day on is known; none may."""
    world = open_world(home)
    with world.engine:
        proofs = [prove(module, PROVEN, world) for module in provable_tables() if module.name in made]
    failed = sum(not proof.holds for proof in proofs)
    return Ratio(f"tables of {PROVEN} that know its games / tables", float(failed), float(len(proofs)), 0.0, "tables")


def _error(games: pd.DataFrame) -> float:
    """The mean absolute error from the cutoff on, of a model of the games before it."""
    before = games["game_date"] < CUTOFF
    unseen = games[~before]
    predicted = train(games[before], LEARNED, CUTOFF).predict(unseen)[BOOSTED]
    return float((predicted - unseen["points"]).abs().mean())


def _shuffled(points: pd.Series) -> pd.Series:
    return pd.Series(np.random.default_rng(SEED).permutation(points.to_numpy()), index=points.index)


def _moved(games: pd.DataFrame, by: int) -> pd.DataFrame:
    """Each game with the features of the player's game so many before; where there is none, with unknown ones."""
    moved = games.groupby("player_id")[LEARNED].shift(by)
    return games.assign(**{str(name): moved[name] for name in moved})
