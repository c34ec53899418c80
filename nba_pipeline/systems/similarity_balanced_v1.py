"""Similarity: what a player scored in those of his own earlier games that were most like today's."""

from __future__ import annotations

import pandas as pd

from nba_pipeline.systems.base import Slate
from nba_pipeline.systems.past_games import appearances, as_of

MOST, LEAST = 20, 5  # games

# How much of a likeness of 100 each aspect is worth, and how far apart two games must be in it to have none of it.
OPPONENT, REST, VENUE, FORM = 40.0, 30.0, 15.0, 15.0
OPPONENT_APART = 10.0  # points a game that the opponent allows
REST_APART = 3.0  # days
FORM_APART = 10.0  # points a game of late


def predict(slate: Slate) -> pd.Series:
    """The mean of the most similar games, weighted by likeness; null of fewer than five."""
    games = appearances(slate.past)
    month = slate.rows["game_date"].map(lambda day: day.replace(day=1))
    # the pairs of a whole season at once would take gigabytes
    parts = [_of(rows, games) for _, rows in slate.rows.groupby(month)]
    return pd.concat(parts).reindex(slate.rows.index) if parts else slate.nothing()


def most_similar(rows: pd.DataFrame, games: pd.DataFrame) -> pd.DataFrame:
    """The games that a prediction is made of, the most alike first: `row` (the index of the row to be predicted),
    `likeness` (0 to 100), `game_date_then`, `opponent_then` and `points`. `games` are appearances.
    """
    today = as_of(rows[["game_date", "player_id", "opponent", "is_home"]], games).reset_index(names="row")
    pairs = today.merge(games, on="player_id", suffixes=("", "_then"))
    pairs = pairs[pairs["game_date_then"] < pairs["game_date"]]
    pairs = pairs.assign(likeness=_likeness(pairs))
    best = pairs.sort_values(["row", "likeness", "game_date_then"], ascending=[True, False, False])
    return best[best.groupby("row").cumcount() < MOST]


def _of(rows: pd.DataFrame, games: pd.DataFrame) -> pd.Series:
    best = most_similar(rows, games)
    best = best.assign(weighted=best["likeness"] * best["points"])
    sums = best.groupby("row").agg(weighted=("weighted", "sum"), likeness=("likeness", "sum"), n=("points", "size"))
    return (sums["weighted"] / sums["likeness"])[(sums["n"] >= LEAST) & (sums["likeness"] > 0)]


def _likeness(pairs: pd.DataFrame) -> pd.Series:
    """From 0 to 100. What is not known of either game counts as unlike."""
    return (
        OPPONENT * _near(pairs, "allowed", OPPONENT_APART)
        + REST * _near(pairs, "rest", REST_APART)
        + VENUE * (pairs["is_home"] == pairs["is_home_then"]).astype(float)
        + FORM * _near(pairs, "form", FORM_APART)
    )


def _near(pairs: pd.DataFrame, aspect: str, apart: float) -> pd.Series:
    return (1.0 - (pairs[aspect] - pairs[f"{aspect}_then"]).abs() / apart).clip(lower=0.0).fillna(0.0)
