"""The boosted trees on the ridge: expected points, fitted to absolute errors, so half of his games are above them."""

from __future__ import annotations

import pandas as pd

from nba_pipeline.systems.base import Slate
from nba_pipeline.systems.regression import BOOSTED


def predict(slate: Slate) -> pd.Series:
    """Expected points; null without a model or an earlier game of the player. Raises ModelRefused."""
    return slate.expected_by(BOOSTED)
