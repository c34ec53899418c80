"""The one system that sees the market: it moves from the mean of the books' lines towards the ensemble."""

from __future__ import annotations

import numpy as np
import pandas as pd

from nba_pipeline.systems import ensemble_v1
from nba_pipeline.systems.base import Slate

PARTS = 20


def predict(slate: Slate) -> pd.Series:
    """Expected points, without a line the ensemble's; null without a market's share. Raises ModelRefused."""
    own = ensemble_v1.predict(slate)
    if slate.market_share is None:
        return slate.nothing()
    market = slate.rows["line_mean"].astype(float).fillna(own)
    return slate.market_share * market + (1.0 - slate.market_share) * own


def fit_market_share(own: pd.Series, line_mean: pd.Series, points: pd.Series) -> float:
    """How far the market is believed, in twentieths: the share that misses least on rows with a line."""
    lined = own.notna() & line_mean.notna()
    ensemble, market, actual = (values[lined].to_numpy(dtype=float) for values in (own, line_mean, points))
    shares = np.arange(PARTS + 1) / PARTS
    misses = [float(np.abs(s * market + (1 - s) * ensemble - actual).mean().round(9)) for s in shares]
    return float(shares[int(np.argmin(misses))])
