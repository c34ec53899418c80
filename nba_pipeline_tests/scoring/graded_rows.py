"""Graded predictions, made up row by row, as `nba_pipeline.scoring.reading` gives them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import pandas as pd

from nba_pipeline.game_day import Days
from nba_pipeline.scoring.identical import Games, identical, played
from nba_pipeline.scoring.reading import Graded
from nba_pipeline.scoring.scores import Scores, score

FIRST = date(2026, 1, 1)
SYSTEMS = ("careful", "bold")

Row = dict[str, object]


def row(system_id: str, predicted: float | None, actual: float | None, player: int = 1, day: int = 0, **more) -> Row:
    """A prediction of a player on a day, by default of one with a line of ten and no price."""
    usual = {
        "game_date": FIRST + timedelta(days=day),
        "game_id": f"G{day}",
        "player_id": player,
        "system_id": system_id,
        "predicted_points": predicted,
        "line": 10.0,
        "closing_line_mean": 10.0,
        "recommendation": "PASS",
        "minutes": 30.0,
        "actual_points": actual,
        "over": None,
        "market": None,
        "over_price": None,
        "under_price": None,
    }
    return usual | more


def frame(rows: Sequence[Row]) -> pd.DataFrame:
    return pd.DataFrame(rows)


def games(rows: Sequence[Row]) -> Games:
    return identical(played(frame(rows)))


def scores(rows: Sequence[Row] | pd.DataFrame, **graded) -> Scores:
    rows = rows if isinstance(rows, pd.DataFrame) else frame(rows)
    days = Days(rows["game_date"].min(), rows["game_date"].max())
    return score(Graded(rows, **{"unverified": {}, "incomplete": {}, "regraded": 0} | graded), days)


def a_season(days: int = 40, players: int = 20, seed: int = 3) -> pd.DataFrame:
    """Games of which the line knows more than `careful`, and `careful` more than `bold`; every price is even."""
    random = np.random.default_rng(seed)
    made = []
    for day in range(days):
        for player in range(players):
            line = 8.5 + player
            actual = max(0, round(line + random.normal(0, 5)))
            common = {"line": line, "closing_line_mean": line, "market": 0.5, "over_price": -110, "under_price": -110}
            for system_id, spread in (("careful", 2.0), ("bold", 6.0)):
                predicted = max(0.0, line + random.normal(0, spread))
                over = 0.7 if predicted > line else 0.3
                side = "OVER" if predicted > line else "UNDER"
                made.append(
                    row(system_id, predicted, actual, player, day, over=over, recommendation=side, **common)
                    | {"minutes": 10.0 + player}
                )
    return frame(made)
