"""Which trained model serves each game day: of a month's days the one made of everything before the month.

The model itself is kept as a text named by its hash. A newer training that proves worse on the month before does not
follow: the older one keeps serving, the row says so, and the day is DEGRADED.
"""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Annotated

import pandas as pd

from nba_pipeline.contracts import Before, Column, Kept, Phase, Table, Today, When
from nba_pipeline.frames import Missing, Partial, Rows
from nba_pipeline.models import ModelStore
from nba_pipeline.statuses import PlayerStatus
from nba_pipeline.systems import past_games, training
from nba_pipeline.systems.artifact import CHALLENGER, CHAMPION, Serving, open_model, test_predict
from nba_pipeline.systems.regression import SEED
from nba_pipeline.systems.zone_matchup_v1 import WEAKNESSES
from nba_pipeline.tables.precompute.player_form import CONTRACT as FORM
from nba_pipeline.tables.predictions.features import FEATURES

KEY = ["game_date", "game_id", "player_id"]
CLASSIC = [feature.name for feature in FEATURES]
FORM_FEATURES = [column.name for column in FORM.columns if column.name not in KEY]

# The models are blind to the market: an error in a line must not become an error in what it is compared with.
MARKET = {"vegas_points_line", "vegas_opening_line", "vegas_line_move", "has_vegas_line"}
LEARNED = [name for name in CLASSIC if name not in MARKET] + FORM_FEATURES

OPPONENT = ["game_date", "team"]

NEWER_TRAINING = "a newer training"

CONTRACT = Table(
    name="nba_predictions.points_model",
    grain="game day",
    phase=Phase.PREDICTIONS,
    when=When.PREGAME,
    key=("game_date",),
    columns=[
        Column("game_date", date, "Game day, US/Eastern"),
        Column("model", str, "The model: the SHA-256 of its text"),
        Column("serves", str, "The month's own training, or an older one", values=(CHALLENGER, CHAMPION)),
        Column("reason", str, "How newer and older training did on the month before"),
        Column("challenger_mae", float, "Mean absolute error of the newer training there", "points", 0, 50),
        Column("champion_mae", float, "Of the older one, same games", "points", 0, 50, "there is no older training"),
        Column("cutoff", date, "Nothing from this day on was trained on"),
        Column("trained_from", date, "First day of the training games"),
        Column("trained_until", date, "Their last day"),
        Column("rows", int, "Player-games trained on", low=training.LEAST_ROWS),
        Column("evidence_from", date, "First day of the games that spread, calibration and weights were fitted on"),
        Column("evidence_until", date, "Their last day"),
        Column("evidence_rows", int, "Player-games fitted on", low=1),
        Column("evidence_lined", int, "Of these, with a line", low=0),
        Column("n_features", int, "Features of the model", low=1),
        Column("features_hash", str, "The SHA-256 of their names in order"),
        Column("lightgbm", str, "Version of the library that trained it"),
        Column("seed", int, "Seed of the training"),
    ],
    may_be_empty=f"too little history: fewer than {training.LEAST_ROWS} player-games on {training.LEAST_DAYS} game "
    "days, and a month after them to try the model on",
)


def points_model(
    upcoming_team_game_context: Annotated[pd.DataFrame, Today()],
    ml_feature_store_v2: Annotated[Rows, Before(seasons=12, whole=False)],
    player_form: Annotated[Rows, Before(seasons=12, whole=False)],
    player_game_summary: Annotated[Rows, Before(seasons=12, whole=False)],
    team_defense_zone_analysis: Annotated[Rows, Before(seasons=2, whole=False)],
    models: Annotated[ModelStore, Kept()],
) -> Partial:
    learned = (ml_feature_store_v2, player_form, player_game_summary)
    history = training.History(
        features=LEARNED,
        fetch_rows=lambda: _played(*learned, team_defense_zone_analysis),
        fetch_past=lambda: past_games.appearances(player_game_summary.frame(past_games.COLUMNS)),
        digest=lambda before: " ".join(rows.digest(before) for rows in learned),
        digest_beside=team_defense_zone_analysis.digest,
    )
    rows, missing = [], []
    days = pd.Series(sorted(upcoming_team_game_context["game_date"].unique()), dtype=object)
    months = {month: list(of_month) for month, of_month in days.groupby(days.map(lambda day: day.replace(day=1)))}
    names = training.points_models(list(months), history, models)
    for cutoff, of_month in months.items():
        name = names[cutoff]
        if name is None:
            continue
        serving = open_model(name, models, of_month, LEARNED)
        test_predict(serving)
        rows += [{"game_date": day, "model": name} | _about(serving) for day in of_month]
        if serving.model.serves == CHAMPION:
            missing += [Missing(day, NEWER_TRAINING, serving.model.reason) for day in of_month]
    return Partial(pd.DataFrame(rows, columns=[column.name for column in CONTRACT.columns]), missing)


def _played(features: Rows, form: Rows, summary: Rows, defense: Rows) -> pd.DataFrame:
    """Every appearance with its features, its points, and what the market said of it before tip-off."""
    lines = {"closing_line": "line", "closing_over_probability": "market"}
    appearances = summary.frame([*KEY, "opponent", "is_home", "status", "points", *lines]).rename(columns=lines)
    appearances = appearances[appearances["status"] == PlayerStatus.PLAYED].drop(columns="status")
    rows = appearances.merge(features.frame([*KEY, *CLASSIC]), on=KEY, validate="one_to_one")
    rows = rows.merge(form.frame([*KEY, *FORM_FEATURES]), on=KEY, validate="one_to_one")
    rows = with_weaknesses(rows, defense.frame([*OPPONENT, *WEAKNESSES]))
    return rows.assign(line_mean=rows["vegas_points_line"])


def with_weaknesses(rows: pd.DataFrame, defense: pd.DataFrame) -> pd.DataFrame:
    """Players' games with what the opponent allows by zone, null where that is not known."""
    weak = defense[[*OPPONENT, *WEAKNESSES]].rename(columns={"team": "opponent"})
    return rows.merge(weak, on=["game_date", "opponent"], how="left", validate="many_to_one")


def _about(serving: Serving) -> dict[str, object]:
    model, regressions = serving.model, serving.regressions
    return {
        "serves": model.serves,
        "reason": model.reason,
        "challenger_mae": model.challenger_mae,
        "champion_mae": model.champion_mae,
        "cutoff": regressions.cutoff,
        "trained_from": regressions.trained_from,
        "trained_until": regressions.trained_until,
        "rows": regressions.rows,
        "evidence_from": model.evidence_from,
        "evidence_until": model.evidence_until,
        "evidence_rows": model.evidence_rows,
        "evidence_lined": model.evidence_lined,
        "n_features": len(regressions.features),
        "features_hash": hashlib.sha256(" ".join(regressions.features).encode()).hexdigest(),
        "lightgbm": regressions.versions["lightgbm"],
        "seed": SEED,
    }
