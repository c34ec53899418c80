"""What each system predicts for every expected player, against the line that most bookmakers offer.

Every expected player has a row for every system: without a line it says NO_LINE, without enough history PASS.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

import pandas as pd

from nba_pipeline.contracts import Column, Phase, Table, Today, When
from nba_pipeline.systems.base import NO_LINE, OVER, PASS, UNDER, System, recommend
from nba_pipeline.systems.roster import SYSTEMS

NO_LINE_KNOWN = "no bookmaker quoted the player before the day's first tip-off"

CONTRACT = Table(
    name="nba_predictions.player_prop_predictions",
    grain="game x expected player x system",
    phase=Phase.PREDICTIONS,
    when=When.PREGAME,
    key=("game_date", "game_id", "player_id", "system_id"),
    columns=[
        Column("game_date", date, "Game day, US/Eastern"),
        Column("game_id", str, "The league's id of the game"),
        Column("player_id", int, "The league's id of the player"),
        Column("system_id", str, "The system that predicts", values=tuple(s.system_id for s in SYSTEMS)),
        Column("player_name", str, "As the league spells it"),
        Column("team", str, "His team in this game", null="not known before the game"),
        Column("opponent", str, "The other team", null="not known before the game"),
        Column(
            "predicted_points", float, "Expected points", "points", 0, 90, "the system knows too little of the player"
        ),
        Column("line", float, "The total that most bookmakers offer over/under on", "points", 0.5, 60, NO_LINE_KNOWN),
        Column("line_mean", float, "Mean of the bookmakers' lines", "points", 0.5, 60, NO_LINE_KNOWN),
        Column("edge", float, "Prediction minus line", "points", -60, 90, "no line or no prediction"),
        Column(
            "confidence_score",
            float,
            "100 x calibrated probability of the recommended side",
            "percent",
            0,
            100,
            "the system has no calibrated distribution",
        ),
        Column("recommendation", str, "The side to take", values=(OVER, UNDER, PASS, NO_LINE)),
        Column("reason", str, "Why no side is recommended", null="a side is recommended"),
        Column("is_active", bool, "Whether this row is the system's current word"),
    ],
)

IDENTITY = ["game_date", "game_id", "player_id", "player_name", "team", "opponent", "line", "line_mean"]


def player_prop_predictions(
    ml_feature_store_v2: Annotated[pd.DataFrame, Today()],
    upcoming_player_game_context: Annotated[pd.DataFrame, Today()],
) -> pd.DataFrame:
    players = upcoming_player_game_context[
        ["game_date", "game_id", "player_id", "player_name", "team", "opponent", "points_line", "points_line_mean"]
    ].rename(columns={"points_line": "line", "points_line_mean": "line_mean"})
    players = players[players["game_id"].isin(ml_feature_store_v2["game_id"])]  # a game without features is a gap
    slate = players.merge(ml_feature_store_v2, on=["game_date", "game_id", "player_id"], validate="one_to_one")
    if not len(slate) == len(players) == len(ml_feature_store_v2):
        raise ValueError(
            f"{len(players)} players are expected and {len(ml_feature_store_v2)} have features, "
            f"but only {len(slate)} are the same"
        )
    return pd.concat([_predictions(system, slate) for system in SYSTEMS], ignore_index=True)


def _predictions(system: System, slate: pd.DataFrame) -> pd.DataFrame:
    predicted = system.predict(slate)
    line = slate["line"].astype(float)
    return slate[IDENTITY].assign(
        system_id=system.system_id,
        predicted_points=predicted,
        confidence_score=None,
        is_active=True,
        **{str(name): column for name, column in recommend(predicted, line, system.least_edge).items()},
    )


def expected_games(upcoming_player_game_context: pd.DataFrame) -> pd.DataFrame:
    """Every game whose players are expected."""
    return upcoming_player_game_context[["game_date", "game_id"]].drop_duplicates()
