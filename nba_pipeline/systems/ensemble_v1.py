"""A weighted mean of at least two systems that are blind to the market, with weights from games none had seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import product

import numpy as np
import pandas as pd

from nba_pipeline.systems import moving_average, points_model_v1
from nba_pipeline.systems.base import Slate
from nba_pipeline.systems.regression import RIDGE

MEMBERS: Mapping[str, Callable[[Slate], pd.Series]] = {
    "points_model_v1": points_model_v1.predict,
    RIDGE: lambda slate: slate.expected_by(RIDGE),
    "moving_average": lambda slate: moving_average.predict(slate.rows),
}
LEAST_MEMBERS = 2
PARTS = 20  # a weight is so many twentieths


def predict(slate: Slate) -> pd.Series:
    """Expected points; null without a model or where fewer than two members know the player. Raises ModelRefused."""
    slate.require_model()
    if slate.weights is None:
        return slate.nothing()
    return weighted(members(slate), slate.weights)


def members(slate: Slate) -> pd.DataFrame:
    """What each member expects."""
    return pd.DataFrame({name: predict(slate) for name, predict in MEMBERS.items()})


def weighted(expected: pd.DataFrame, weights: Mapping[str, float]) -> pd.Series:
    """The weighted mean of the members that know the player."""
    weight = expected.notna().mul(pd.Series(weights))
    mean = expected.mul(weight).sum(axis=1) / weight.sum(axis=1).replace(0.0, np.nan)
    return mean.where(expected.notna().sum(axis=1) >= LEAST_MEMBERS)


def fit_weights(expected: pd.DataFrame, points: pd.Series) -> dict[str, float]:
    """The weights, in twentieths, with the least squared error on rows that all members know; the first of equals.

    Squared, for an ensemble says what is expected: by absolute errors the one member that fits them would stand alone.
    """
    known = expected.notna().all(axis=1)
    values, actual = expected[known].to_numpy(dtype=float), points[known].to_numpy(dtype=float)
    steps = product(range(PARTS + 1), repeat=expected.shape[1])
    shares = np.array([parts for parts in steps if sum(parts) == PARTS]) / PARTS
    misses = [float(((values @ share - actual) ** 2).mean().round(9)) for share in shares]
    best = shares[int(np.argmin(misses))]
    return {name: float(share) for name, share in zip(expected.columns, best, strict=True)}
