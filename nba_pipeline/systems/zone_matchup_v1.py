"""Zone matchup: the season's mean, and what this opponent gives away in the zones that he shoots from."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from nba_pipeline.systems.base import Slate
from nba_pipeline.systems.moving_average import adjustments

# share of his shots -> (the opponent's percentage there beside the league's, points a basket)
ZONES: Mapping[str, tuple[str, int]] = {
    "pct_paint": ("paint_fg_pct_vs_league", 2),
    "pct_mid_range": ("mid_range_fg_pct_vs_league", 2),
    "pct_three": ("three_fg_pct_vs_league", 3),
}
WEAKNESSES = [weakness for weakness, _ in ZONES.values()]
SHOTS = "fga_ew_5"


def zone_points(rows: pd.DataFrame) -> pd.Series:
    """Points that he gains by the opponent's weakness: shots x share of the zone x percentage x points a basket.
    A zone of which the one or the other is not known adds nothing.
    """
    shots = rows[SHOTS].astype(float)
    gains = [
        shots * rows[share].astype(float) * rows[weakness].astype(float) / 100 * points
        for share, (weakness, points) in ZONES.items()
    ]
    return pd.concat(gains, axis=1).sum(axis=1)


def predict(slate: Slate) -> pd.Series:
    """Expected points, never negative; null before his first game of the season."""
    rows = slate.rows
    season = rows["points_avg_season"].astype(float)
    # pace_score is half of the expected pace over the league's, of about a hundred possessions
    pace = season * 2 * rows["pace_score"].astype(float).fillna(0.0) / 100
    situation = adjustments(rows)[["fatigue_score", "home_away"]].sum(axis=1)
    return (season + zone_points(rows) + pace + situation).clip(lower=0.0)
