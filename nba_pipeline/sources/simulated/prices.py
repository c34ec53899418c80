"""Probabilities and American odds."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from nba_pipeline.sources.simulated.numbers import Floats, Ints

_ERF = np.vectorize(math.erf, otypes=[np.float64])


def normal_share_above(distance: Floats) -> Floats:
    """The part of a normal curve that lies above this many deviations below its mean."""
    share: Floats = 0.5 * (1 + _ERF(distance / math.sqrt(2)))
    return share


def over_probability(mean: Floats, line: Floats) -> Floats:
    """How likely a player who is expected to score `mean` scores more than the line."""
    return normal_share_above((mean - line) / (1.2 + 1.3 * np.sqrt(np.maximum(mean, 1.0))))


def american(probability: Floats, margin: Floats | float) -> Ints:
    """The price of a bet that wins with this probability, of which the bookmaker keeps the margin."""
    paid = np.clip(probability * (1 + margin), 0.02, 0.98)
    favourite, outsider = -100 * paid / (1 - paid), 100 * (1 - paid) / paid
    price: npt.NDArray[np.int64] = np.round(np.where(paid >= 0.5, favourite, outsider)).astype(np.int64)
    return price
