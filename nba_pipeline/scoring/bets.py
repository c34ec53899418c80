"""What betting on the predicted side would have brought, by the distance between prediction and line."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from nba_pipeline.scoring.identical import Games
from nba_pipeline.scoring.resampling import Interval, is_small, mean_interval, share_interval
from nba_pipeline.systems.base import OVER, UNDER

# Lower bounds of the edge in points, the last one open.
EDGES = (0, 1, 2, 3, 4, 6)
TAKEN = "recommended"

USUAL_PRICE = -110.0  # where the tables hold no price for the line
BREAK_EVEN = 110 / 210


@dataclass(frozen=True)
class Bets:
    """Bets of one unit on the side that a prediction points to, pushes left out: their stake comes back.

    `edge` is the bucket of the distance to the line, in points, or the bets that the system recommends. `profit` is
    the mean return of a unit staked, less the unit. The others than `quoted` are paid at the usual price.
    """

    system_id: str
    edge: str
    rows: int
    days: int
    small: bool
    pushes: int
    quoted: int
    hit_rate: float | None
    hit_interval: Interval | None
    profit: float | None
    profit_interval: Interval | None


def bets(lined: Games) -> list[Bets]:
    """For each system, what it recommends, and every lined game by edge."""
    return [row for system_id in lined.systems for row in _of_system(system_id, lined)]


def _of_system(system_id: str, lined: Games) -> list[Bets]:
    games = lined.games[lined.games["line"].notna()]
    edge = lined.predicted.loc[games.index, system_id] - games["line"]
    recommended = lined.recommended.loc[games.index, system_id].isin([OVER, UNDER])
    placed = games.assign(
        edge=edge,
        won=np.where(edge > 0, games["actual_points"] > games["line"], games["actual_points"] < games["line"]),
        pushed=games["actual_points"] == games["line"],
        price=games["over_price"].where(edge > 0, games["under_price"]),
    )[edge != 0]
    size = placed["edge"].abs()
    buckets: dict[str, pd.Series] = {TAKEN: recommended.loc[placed.index]}
    for low, high in zip(EDGES, (*EDGES[1:], np.inf), strict=True):
        name = f"{low:g} to {high:g}" if np.isfinite(high) else f"{low:g} and more"
        buckets[name] = (size >= low) & (size < high)
    return [_outcome(system_id, name, placed[among]) for name, among in buckets.items()]


def _outcome(system_id: str, edge: str, placed: pd.DataFrame) -> Bets:
    decided = placed[~placed["pushed"]]
    won, days = decided["won"].to_numpy(dtype=bool), decided["day"].to_numpy()
    profit = np.where(won, gain(decided["price"]), -1.0)
    hits, n_days = int(won.sum()), len(np.unique(days))
    return Bets(
        system_id=system_id,
        edge=edge,
        rows=len(decided),
        days=n_days,
        small=is_small(len(decided), n_days),
        pushes=int(placed["pushed"].sum()),
        quoted=int(decided["price"].notna().sum()),
        hit_rate=hits / len(decided) if len(decided) else None,
        hit_interval=share_interval(hits, len(decided)),
        profit=float(profit.mean()) if len(decided) else None,
        profit_interval=mean_interval(profit, days) if len(decided) else None,
    )


def gain(price: pd.Series) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """What a unit brings beside itself when it wins at this American price, or at the usual one where there is none."""
    american = price.fillna(USUAL_PRICE).to_numpy(dtype=np.float64)
    return np.where(american > 0, american / 100, 100 / np.abs(american))
