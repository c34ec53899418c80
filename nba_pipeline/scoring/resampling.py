"""How sure a number is: intervals by drawing game days again, and of a share by Wilson's formula.

Games of one evening share their luck: whole days are drawn, never rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]

DRAWS, SEED, OTHER_SEED = 2000, 7, 8
CONFIDENCE = 0.95
_Z = 1.959964  # of a normal distribution, for that confidence

LEAST_DAYS, LEAST_ROWS = 30, 300
LEAST_DRAWN = 10  # days: an interval drawn from fewer is far too narrow
SMALL, BETTER, WORSE, UNCLEAR = "small sample", "better", "worse", "unclear"


@dataclass(frozen=True)
class Interval:
    """Where the true value lies with 95 % confidence."""

    low: float
    high: float


def is_small(rows: int, days: int) -> bool:
    """Whether so few rows or days are too few to claim anything of them."""
    return rows < LEAST_ROWS or days < LEAST_DAYS


def verdict(minus_reference: Interval | None, rows: int, days: int, below: str = BETTER, above: str = WORSE) -> str:
    """What may be said of an error beside another: nothing of a small sample, nothing where the interval holds zero."""
    if minus_reference is None or is_small(rows, days):
        return SMALL
    if minus_reference.high < 0:
        return below
    return above if minus_reference.low > 0 else UNCLEAR


def mean_interval(values: Floats, days: Codes) -> Interval | None:
    """The interval of the mean of these values, drawing their days again; None of too few days."""
    means = _drawn_means(values, days, SEED)
    return None if means is None else _middle(means)


def difference_interval(values: Floats, days: Codes, others: Floats, other_days: Codes) -> Interval | None:
    """The interval of the mean of these values less that of others, of other days; None of too few days of either."""
    # two parts of equally many days must not draw alike
    means, other_means = _drawn_means(values, days, SEED), _drawn_means(others, other_days, OTHER_SEED)
    return None if means is None or other_means is None else _middle(means - other_means)


def _drawn_means(values: Floats, days: Codes, seed: int) -> Floats | None:
    """The mean of each draw; None of too few days."""
    which, position = np.unique(days, return_inverse=True)
    if len(which) < LEAST_DRAWN:
        return None
    sums, counts = np.bincount(position, weights=values), np.bincount(position)
    drawn = _draws(len(which), seed)
    means: Floats = (drawn @ sums) / (drawn @ counts)
    return means


def _middle(drawn: Floats) -> Interval:
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(drawn, [tail, 1 - tail])
    return Interval(float(low), float(high))


@lru_cache(maxsize=32)
def _draws(days: int, seed: int) -> Floats:
    """How often each day is drawn, one row a draw: the same ones every time."""
    random = np.random.default_rng(seed)
    return random.multinomial(days, np.full(days, 1 / days), size=DRAWS).astype(np.float64)


def share_interval(hits: int, of: int) -> Interval | None:
    """Wilson's interval of a share; None of nothing."""
    if of == 0:
        return None
    share, spread = hits / of, _Z**2 / of
    centre = (share + spread / 2) / (1 + spread)
    half = _Z / (1 + spread) * np.sqrt(share * (1 - share) / of + spread / (4 * of))
    return Interval(max(0.0, float(centre - half)), min(1.0, float(centre + half)))
