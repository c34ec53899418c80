"""Similarity: what a player scored in those of his own earlier games that were most like today's."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from nba_pipeline.systems.base import Slate
from nba_pipeline.systems.past_games import as_of

MOST, LEAST = 20, 5  # games

# How much of a likeness of 100 each aspect is worth, and how far apart two games must be in it to have none of it.
OPPONENT, REST, VENUE, FORM = 40.0, 30.0, 15.0, 15.0
OPPONENT_APART = 10.0  # points a game that the opponent allows
REST_APART = 3.0  # days
FORM_APART = 10.0  # points a game of late
ASPECTS = ["allowed", "rest", "is_home", "form"]

Numbers = npt.NDArray[np.intp]
Floats = npt.NDArray[np.float64]


def predict(slate: Slate) -> pd.Series:
    """The mean of the most similar games, weighted by likeness; null of fewer than five."""
    month = slate.rows["game_date"].map(lambda day: day.replace(day=1))
    # the pairs of a whole season at once would take gigabytes
    parts = [_of(rows, slate.past) for _, rows in slate.rows.groupby(month)]
    return pd.concat(parts).reindex(slate.rows.index) if parts else slate.nothing()


def most_similar(rows: pd.DataFrame, games: pd.DataFrame) -> pd.DataFrame:
    """The games that a prediction is made of, the most alike first: `row` (the index of the row to be predicted),
    `likeness` (0 to 100), `game_date_then`, `opponent_then` and `points_then`. `games` are appearances.
    """
    today = as_of(rows[["game_date", "player_id", "opponent", "is_home"]], games)
    newest_first = games.sort_values("game_date", ascending=False, kind="stable")
    now, then = _pairs(today, newest_first)
    likeness = _likeness(today[ASPECTS].take(now), newest_first[ASPECTS].take(then))
    of_each_row = np.split(np.arange(len(now)), np.flatnonzero(np.diff(now)) + 1)
    best = np.concatenate([pairs[np.argsort(-likeness[pairs], kind="stable")[:MOST]] for pairs in of_each_row])
    found = newest_first[["game_date", "opponent", "points"]].take(then[best]).add_suffix("_then")
    return found.assign(row=today.index.to_numpy()[now[best]], likeness=likeness[best]).reset_index(drop=True)


def _pairs(today: pd.DataFrame, games: pd.DataFrame) -> tuple[Numbers, Numbers]:
    """The positions of each row and of each earlier game of the same player, in the order of both."""
    rows = pd.DataFrame({"player_id": today["player_id"].to_numpy(), "now": np.arange(len(today))})
    played = pd.DataFrame({"player_id": games["player_id"].to_numpy(), "then": np.arange(len(games))})
    pairs = rows.merge(played, on="player_id")
    now, then = pairs["now"].to_numpy(), pairs["then"].to_numpy()
    in_order = np.argsort(now * len(games) + then)
    now, then = now[in_order], then[in_order]
    before = games["game_date"].to_numpy()[then] < today["game_date"].to_numpy()[now]
    return now[before], then[before]


def _of(rows: pd.DataFrame, games: pd.DataFrame) -> pd.Series:
    best = most_similar(rows, games)
    best = best.assign(weighted=best["likeness"] * best["points_then"])
    sums = best.groupby("row").agg(
        weighted=("weighted", "sum"), likeness=("likeness", "sum"), n=("points_then", "size")
    )
    return (sums["weighted"] / sums["likeness"])[(sums["n"] >= LEAST) & (sums["likeness"] > 0)]


def _likeness(now: pd.DataFrame, then: pd.DataFrame) -> Floats:
    """Of each pair, from 0 to 100. What is not known of either game counts as unlike."""
    same_venue = now["is_home"].to_numpy() == then["is_home"].to_numpy()
    likeness = (
        OPPONENT * _near(now, then, "allowed", OPPONENT_APART)
        + REST * _near(now, then, "rest", REST_APART)
        + VENUE * same_venue.astype(np.float64)
        + FORM * _near(now, then, "form", FORM_APART)
    )
    return np.asarray(likeness)


def _near(now: pd.DataFrame, then: pd.DataFrame, aspect: str, apart: float) -> Floats:
    away = np.abs(now[aspect].to_numpy(dtype=np.float64) - then[aspect].to_numpy(dtype=np.float64))
    return np.asarray(np.nan_to_num(np.maximum(1.0 - away / apart, 0.0), nan=0.0))
