"""What the probabilities of the over are worth, against the market's on the same priced games."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nba_pipeline.scoring.identical import Games
from nba_pipeline.scoring.resampling import (
    Floats,
    Interval,
    is_small,
    mean_interval,
    share_interval,
    verdict,
)

MARKET = "the market"
BINS = 10
_NEVER, _SURELY = 1e-6, 1 - 1e-6


@dataclass(frozen=True)
class Bin:
    """Games of like probability: what was said of the over on average, and how often it came, with its interval."""

    rows: int
    said: float
    came: float
    interval: Interval | None


@dataclass(frozen=True)
class Chances:
    """The probabilities of a system, or of the market. `by_chance` is the calibration error to be expected of so many
    games even if every probability were right.
    """

    system_id: str
    brier: float
    log_loss: float
    calibration_error: float
    by_chance: float
    bins: Sequence[Bin]
    brier_minus_market: float | None = None
    interval: Interval | None = None
    says: str | None = None


@dataclass(frozen=True)
class Probabilities:
    """On games with a believable price and a probability by every system that gives any; pushes are left out."""

    rows: int
    days: int
    small: bool
    lined: int
    unpriced: int
    pushes: int
    silent: Sequence[str]
    chances: Sequence[Chances]


def probabilities(lined: Games) -> Probabilities:
    """Judge the probabilities of games with a line. Systems that give none at all are named, not judged."""
    silent = [system_id for system_id in lined.systems if lined.over[system_id].isna().all()]
    talking = lined.of([system_id for system_id in lined.systems if system_id not in silent])
    priced = talking.games["market"].notna() & talking.over.notna().all(axis=1)
    pushed = talking.games["actual_points"] == talking.games["line"]
    judged = talking.where(priced & ~pushed)
    return Probabilities(
        rows=len(judged),
        days=judged.n_days,
        small=is_small(len(judged), judged.n_days),
        lined=len(lined),
        unpriced=int((~priced).sum()),
        pushes=int((priced & pushed).sum()),
        silent=silent,
        chances=_chances(judged) if len(judged) else [],
    )


def _chances(games: Games) -> list[Chances]:
    over = (games.games["actual_points"] > games.games["line"]).to_numpy().astype(np.float64)
    market = games.games["market"].to_numpy()
    reference = squared(market, over)
    judged = [_of(MARKET, market, over)]
    for system_id in games.systems:
        said = games.over[system_id].to_numpy()
        difference = squared(said, over) - reference
        interval = mean_interval(difference, games.days)
        compared = {
            "brier_minus_market": float(difference.mean()),
            "interval": interval,
            "says": verdict(interval, len(games), games.n_days),
        }
        judged.append(Chances(**_of(system_id, said, over).__dict__ | compared))
    return judged


def _of(system_id: str, said: Floats, came: Floats) -> Chances:
    bins = equal_mass_bins(said, came)
    return Chances(
        system_id=system_id,
        brier=float(squared(said, came).mean()),
        log_loss=log_loss(said, came),
        calibration_error=calibration_error(bins),
        by_chance=_by_chance(bins),
        bins=bins,
    )


def squared(said: Floats, came: Floats) -> Floats:
    """The squared error of each probability: its mean is the Brier score."""
    return (said - came) ** 2


def log_loss(said: Floats, came: Floats) -> float:
    """The mean surprise, in nats."""
    sure = np.clip(said, _NEVER, _SURELY)
    return float(-np.where(came == 1, np.log(sure), np.log1p(-sure)).mean())


def equal_mass_bins(said: Floats, came: Floats) -> list[Bin]:
    """Groups of equally many games by what was said, lowest first; of equal ones in the order of the games."""
    order = np.argsort(said, kind="stable")
    return [
        Bin(
            len(part),
            float(said[part].mean()),
            float(came[part].mean()),
            share_interval(int(came[part].sum()), len(part)),
        )
        for part in np.array_split(order, min(BINS, len(order)))
    ]


def calibration_error(bins: Sequence[Bin]) -> float:
    """The mean distance between what was said and what came, weighted by games."""
    return sum(b.rows * abs(b.said - b.came) for b in bins) / sum(b.rows for b in bins)


def _by_chance(bins: Sequence[Bin]) -> float:
    """The mean distance if what was said is right: that of a normal distribution of the share's spread."""
    spread = [b.rows * np.sqrt(2 / np.pi * b.said * (1 - b.said) / b.rows) for b in bins]
    return float(sum(spread) / sum(b.rows for b in bins))
