"""What each system predicts for every expected player, against the line that most bookmakers offer.

Every expected player has a row for every system: without a line it says NO_LINE, without enough history or with
features that are not ready PASS. A prediction is kept whatever is recommended; of a player who is reported out it is
not active. A system that fails is named, and the others are published (R-001).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated

import numpy as np
import pandas as pd

from nba_pipeline.contracts import Before, Column, Kept, Phase, Table, Today, When
from nba_pipeline.frames import Missing, Partial, Rows
from nba_pipeline.models import ModelRefused, ModelStore
from nba_pipeline.systems import past_games
from nba_pipeline.systems.artifact import open_model
from nba_pipeline.systems.base import NO_LINE, OVER, PASS, UNDER, Slate, System, recommend
from nba_pipeline.systems.distribution import CHANCES, Distribution
from nba_pipeline.systems.roster import SYSTEMS
from nba_pipeline.tables.predictions.points_model import LEARNED, with_weaknesses

NO_DISTRIBUTION = "no prediction, or no points model that knows how far the system misses"
NO_CHANCES = "no line, no prediction, or too few earlier games with a line to calibrate on"
NO_LINE_KNOWN = "no bookmaker quoted the player before the day's last call"

# What the injury report says of who will not play, whatever a system expects of him.
PLAYER_OUT = "out"

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
        Column("predicted_std", float, "Standard deviation of his points around it", "points", 1, 60, NO_DISTRIBUTION),
        Column("over_probability", float, "Calibrated probability of more than the line", None, 0, 1, NO_CHANCES),
        Column("push_probability", float, "Probability of exactly the line", None, 0, 1, NO_CHANCES),
        Column(
            "market_over_probability",
            float,
            "What the price says of the over, without the bookmaker's margin",
            low=0.4,
            high=0.6,
            null="no line, or no book with a market price for it",
        ),
        Column(
            "confidence_score",
            float,
            "100 x calibrated probability of the recommended side, pushes apart",
            "percent",
            0,
            100,
            "no side is recommended, or the system has no calibrated distribution",
        ),
        Column("recommendation", str, "The side to take", values=(OVER, UNDER, PASS, NO_LINE)),
        Column("reason", str, "Why no side is recommended", null="a side is recommended"),
        Column("model", str, "The points model that served the day", null="too little history for one"),
        Column("is_active", bool, "Whether the prediction stands: not of a player who is reported out"),
    ],
)

READY = (
    "team_defense_zone_analysis",
    "player_shot_zone_analysis",
    "player_composite_factors",
    "player_daily_cache",
    "ml_feature_store_v2",
)

IDENTITY = ["game_date", "game_id", "player_id", "player_name", "team", "opponent"]
MARKET = {"points_line": "line", "points_line_mean": "line_mean", "market_over_probability": "market_over_probability"}
KEY = ["game_date", "game_id", "player_id"]


def player_prop_predictions(
    ml_feature_store_v2: Annotated[pd.DataFrame, Today()],
    player_form: Annotated[pd.DataFrame, Today()],
    upcoming_player_game_context: Annotated[pd.DataFrame, Today()],
    team_defense_zone_analysis: Annotated[pd.DataFrame, Today()],
    points_model: Annotated[pd.DataFrame, Today()],
    player_game_summary: Annotated[Rows, Before(seasons=2)],
    models: Annotated[ModelStore, Kept()],
) -> Partial:
    made, missing = [], []
    for slate, distributions in slates(
        ml_feature_store_v2,
        player_form,
        upcoming_player_game_context,
        team_defense_zone_analysis,
        points_model,
        player_game_summary,
        models,
    ):
        rows = slate.rows
        for system in SYSTEMS:
            try:
                predicted = system.predict(slate)
                made.append(_judged(system, predicted, rows, distributions.get(system.system_id)))
            except Exception as error:  # a system that fails is named, the others are published
                why = str(error) if isinstance(error, ModelRefused) else f"{type(error).__name__}: {error}"
                missing += [Missing(day, f"system {system.system_id}", why) for day in rows["game_date"].unique()]
    columns = [column.name for column in CONTRACT.columns]
    return Partial(pd.concat(made, ignore_index=True) if made else pd.DataFrame(columns=columns), missing)


def slates(
    features: pd.DataFrame,
    form: pd.DataFrame,
    context: pd.DataFrame,
    defense: pd.DataFrame,
    points_model: pd.DataFrame,
    summary: Rows,
    models: ModelStore,
) -> Iterator[tuple[Slate, Mapping[str, Distribution]]]:
    """What the systems see of the expected players, a slate for each serving model; the distributions are by system."""
    players = with_weaknesses(_players(features, form, context), defense)
    serving = points_model[["game_date", "model"]]
    players = players.merge(serving, on="game_date", how="left", validate="many_to_one")
    past = past_games.appearances(summary.frame(past_games.COLUMNS))
    for model, rows in players.groupby("model", dropna=False, sort=True):
        yield _served(rows, past, None if pd.isna(model) else str(model), models)


def _players(features: pd.DataFrame, form: pd.DataFrame, context: pd.DataFrame) -> pd.DataFrame:
    """Every expected player with his features and what the market says. Raises ValueError where a player lacks them."""
    players = context[[*IDENTITY, "is_home", "injury_status", *MARKET]].rename(columns=MARKET)
    players = players[players["game_id"].isin(features["game_id"])]  # a game without features is a gap
    form = form[form["game_id"].isin(features["game_id"])]
    slate = players.merge(features, on=KEY, validate="one_to_one").merge(form, on=KEY, validate="one_to_one")
    if not len(slate) == len(players) == len(features) == len(form):
        raise ValueError(
            f"{len(players)} players are expected, {len(features)} have features and {len(form)} have form, "
            f"but only {len(slate)} are the same"
        )
    return slate


def _served(
    rows: pd.DataFrame, past: pd.DataFrame, model: str | None, store: ModelStore
) -> tuple[Slate, Mapping[str, Distribution]]:
    """The slate with what its model expects, and the distribution around each system's predictions."""
    if model is None:
        return Slate(rows, past), {}
    try:
        serving = open_model(model, store, list(rows["game_date"].unique()), LEARNED)
    except ModelRefused as refused:
        return Slate(rows, past, refused=refused), {}
    fitted = serving.model
    slate = Slate(rows, past, serving.regressions.predict(rows), fitted.weights, fitted.market_share)
    return slate, fitted.distributions


def _judged(
    system: System, predicted: pd.Series, rows: pd.DataFrame, distribution: Distribution | None
) -> pd.DataFrame:
    """A system's rows: its predictions with their distribution, and the side that they recommend."""
    line, market = rows["line"].astype(float), rows["market_over_probability"].astype(float)
    recommended = recommend(predicted, line, rows["not_ready_because"], system.least_edge, system.enough)
    if distribution is None:
        chances = pd.DataFrame(np.nan, index=rows.index, columns=list(CHANCES))
    else:
        chances = distribution.probabilities(predicted, line, market)
    judged = rows[[*IDENTITY, "line", "line_mean", "market_over_probability", "model"]].assign(
        system_id=system.system_id,
        predicted_points=predicted,
        is_active=rows["injury_status"] != PLAYER_OUT,
        **{str(name): column for name, column in {**recommended, **chances}.items()},
    )
    return judged.assign(confidence_score=_confidence(judged))


def _confidence(rows: pd.DataFrame) -> pd.Series:
    """100 x the probability of the recommended side where the line is not met exactly; null without a side."""
    over = rows["over_probability"] / (1.0 - rows["push_probability"])
    of_side = over.where(rows["recommendation"] == OVER, 1.0 - over)
    return 100.0 * of_side.where(rows["recommendation"].isin([OVER, UNDER]))


def expected_games(upcoming_player_game_context: pd.DataFrame) -> pd.DataFrame:
    """Every game whose players are expected."""
    return upcoming_player_game_context[["game_date", "game_id"]].drop_duplicates()
