"""Zone matchup: a weak defence gives points to those who shoot from there, and to nobody else."""

from __future__ import annotations

import pandas as pd
import pytest

from nba_pipeline.systems.base import Slate
from nba_pipeline.systems.zone_matchup_v1 import WEAKNESSES, ZONES, predict

NEUTRAL = {"points_avg_season": 20.0, "fga_ew_5": 10.0, "fatigue_score": 100.0, "home_away": 0.5}
UNKNOWN = dict.fromkeys(
    [*ZONES, *WEAKNESSES, "pace_score", "shot_zone_mismatch_score", "usage_spike_score", "back_to_back"]
)


def expected(**values: float | None) -> float:
    return predict(Slate(pd.DataFrame([UNKNOWN | NEUTRAL | values]), pd.DataFrame())).iloc[0]


@pytest.mark.parametrize(
    ("known", "points"),
    [
        ({}, 0.0),
        ({"pct_paint": 0.5, "paint_fg_pct_vs_league": 4.0}, 10 * 0.5 * 0.04 * 2),
        ({"pct_three": 0.5, "three_fg_pct_vs_league": -4.0}, -10 * 0.5 * 0.04 * 3),
        ({"pct_mid_range": 1.0, "mid_range_fg_pct_vs_league": 4.0}, 10 * 0.04 * 2),
        ({"pct_paint": 0.0, "paint_fg_pct_vs_league": 30.0}, 0.0),
        ({"pct_paint": 0.5}, 0.0),
        ({"pace_score": 1.0}, 0.4),
        ({"fatigue_score": 80.0}, -1.0),
        ({"home_away": 1.0}, 0.1),
    ],
)
def test_what_the_game_adds_to_the_season(known, points):
    assert expected(**known) == pytest.approx(20.0 + points)


def test_the_zones_add_up():
    paint = {"pct_paint": 0.5, "paint_fg_pct_vs_league": 4.0}
    three = {"pct_three": 0.5, "three_fg_pct_vs_league": 6.0}

    assert expected(**paint, **three) - 20 == pytest.approx(expected(**paint) - 20 + expected(**three) - 20)


def test_before_the_first_game_of_a_season_nothing_is_said():
    assert pd.isna(expected(points_avg_season=None))
