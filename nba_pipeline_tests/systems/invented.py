"""Half a season of invented games to learn from: a hundred players a day who score about what they scored of late."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import pandas as pd

from nba_pipeline.models import ModelStore
from nba_pipeline.systems.past_games import appearances
from nba_pipeline.systems.training import History, points_models
from nba_pipeline.systems.zone_matchup_v1 import SHOTS, WEAKNESSES, ZONES

FIRST, LAST = date(2025, 10, 1), date(2026, 2, 28)
PLAYERS = 100
NOISE = 4.0
FEATURES = ["points_avg_last_5", "points_avg_last_10", "points_avg_season", "fatigue_score", "home_away", "minutes"]
ADJUSTMENTS = ["shot_zone_mismatch_score", "pace_score", "usage_spike_score", "back_to_back"]

JANUARY, FEBRUARY, MARCH = date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)

Change = Callable[[pd.DataFrame], pd.DataFrame]


def games(seed: int = 1) -> pd.DataFrame:
    """One row per player and day, as `History.rows` wants them; every second player has a line."""
    rng = np.random.default_rng(seed)
    days = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
    rows = pd.DataFrame(
        [(day, f"{day:%y%m%d}", player) for day in days for player in range(PLAYERS)],
        columns=["game_date", "game_id", "player_id"],
    )
    skill = 2 + 24 * rows["player_id"] / PLAYERS
    for name in FEATURES[:3]:
        rows[name] = (skill + rng.normal(0, 1.5, len(rows))).clip(lower=0).round(4)
    rows["minutes"] = (skill + 8).round(4)
    rows["home_away"] = rng.integers(0, 2, len(rows)).astype(float)
    rows["fatigue_score"] = 100.0
    rows[[*ADJUSTMENTS, *WEAKNESSES]] = 0.0
    rows[[*ZONES, SHOTS]] = 0.3
    rows["points"] = (skill + rng.normal(0, NOISE, len(rows))).clip(lower=0).round().astype(int)
    lined = rows["player_id"] % 2 == 0
    rows["line"] = (skill.round() + 0.5 * (rows["player_id"] % 4 == 0)).where(lined)
    rows["line_mean"] = rows["line"]
    rows["market"] = pd.Series(0.5 + 0.02 * rng.normal(size=len(rows))).clip(0.41, 0.59).where(lined)
    return rows.assign(opponent="BOS", is_home=rows["home_away"] == 1, status="PLAYED")


def history(change: Change | None = None) -> History:
    """The invented games, changed or not, as something to learn from; its digest is that of its rows."""
    rows = games() if change is None else change(games())

    def digest(before: date) -> str:
        seen = rows[rows["game_date"] < before]
        return f"{int(pd.util.hash_pandas_object(seen.astype({'game_date': str})).sum())}"

    return History(FEATURES, lambda: rows, lambda: appearances(rows), digest, lambda before: "")


def from_day(first: date, **values: object) -> Change:
    """A change of all rows from a day on."""

    def change(rows: pd.DataFrame) -> pd.DataFrame:
        later = rows["game_date"] >= first
        return rows.assign(**{name: rows[name].mask(later, value) for name, value in values.items()})

    return change


def points_model(cutoff: date, history: History, store: ModelStore) -> str | None:
    """The name of the model of one month."""
    return points_models([cutoff], history, store)[cutoff]
