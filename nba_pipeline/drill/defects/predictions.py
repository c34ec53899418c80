"""What changed code does to predictions and grades: systems gone or biased, models of the future, gaps read as DNPs."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import wraps
from typing import Any

import ibis
import pandas as pd

from nba_pipeline.drill.catchers import ByRule, Check
from nba_pipeline.drill.defects.altering import CONTRACT, Build, predictions_changed, whole_day
from nba_pipeline.drill.defects.base import GRADES, MODEL, PREDICTIONS, SUMMARY, Defect, Stage, other_games, served
from nba_pipeline.drill.rehearsal import Rehearsal
from nba_pipeline.systems.artifact import CHALLENGER, PointsModel
from nba_pipeline.systems.base import OVER
from nba_pipeline.systems.training import LEAST_ROWS

SILENT, ONE_SIDED = "moving_average", 6.0

_DAYS = ("game_date", "cutoff", "trained_from", "trained_until", "evidence_from", "evidence_until")
_NO_MODEL = {
    **{"model": "0" * 64, "serves": CHALLENGER, "reason": "invented", "challenger_mae": 5.0, "champion_mae": None},
    **{"rows": LEAST_ROWS, "evidence_rows": 1, "evidence_lined": 0, "n_features": 1, "features_hash": "0" * 64},
    **{"lightgbm": "0", "seed": 0},
}


def _without_one_system(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["system_id"] != SILENT]


def _all_over(rows: pd.DataFrame) -> pd.DataFrame:
    """Everybody scores more than his line."""
    lined = rows["line"].notna()
    predicted = rows["predicted_points"].mask(lined, rows["line"] + ONE_SIDED)
    return rows.assign(
        predicted_points=predicted,
        edge=rows["edge"].mask(lined, ONE_SIDED),
        recommendation=rows["recommendation"].mask(lined, OVER),
        reason=rows["reason"].mask(lined, None),
    )


def _void_without_boxscore(honest: Build) -> Build:
    """Who is in no boxscore did not play, whether there is a boxscore or not."""

    @wraps(honest)
    def changed(**inputs: Any) -> Any:
        schedule = inputs["schedule"]
        graded = honest(**inputs)
        everywhere = honest(**{**inputs, "schedule": schedule.mutate(postponed=ibis.literal(True))})
        return graded.union(everywhere.anti_join(graded, ["game_date", "game_id", "player_id", "system_id"]))

    return changed


def _from_the_future(honest: Build) -> Build:
    """The day's model has seen the day; where no model serves it yet, one is named that is not there."""

    @wraps(honest)
    def changed(**inputs: Any) -> Any:
        partial, store = honest(**inputs), inputs["models"]
        if partial.rows.empty:
            days = sorted(inputs["upcoming_team_game_context"]["game_date"].unique())
            return replace(partial, rows=pd.DataFrame([_NO_MODEL | dict.fromkeys(_DAYS, d) for d in days]))
        day = partial.rows["game_date"].max()
        model = PointsModel.from_text(store.load(partial.rows["model"].iloc[0]))
        ahead = replace(model, cutoff=day + timedelta(days=1), evidence_until=day)
        return replace(partial, rows=partial.rows.assign(model=store.keep(ahead.text())))

    return changed


def _no_boxscore_is_no_dnp(day: Rehearsal) -> None:
    day.misbehave("dropped_game")
    day.change(GRADES, _void_without_boxscore)
    day.postgame()


def _silent_system(day: Rehearsal) -> None:
    day.change(PREDICTIONS, predictions_changed(_without_one_system))
    whole_day(day)


def _one_sided(day: Rehearsal) -> None:
    day.change(PREDICTIONS, predictions_changed(_all_over))
    whole_day(day)


def _stale_model(day: Rehearsal) -> None:
    day.change(MODEL, _from_the_future)
    whole_day(day)


PREDICTED = (
    Defect(
        14,
        "a missing boxscore is graded as DNP",
        "the boxscores of one game are missing, and the grades are void for who is in none",
        Stage.AFTERNOON,
        _no_boxscore_is_no_dnp,
        (Check(GRADES, CONTRACT, "graded without a boxscore"),),
        other_games(SUMMARY),
    ),
    Defect(
        16,
        "one system is silent",
        f"{SILENT} predicts nobody and says nothing",
        Stage.MORNING,
        _silent_system,
        (ByRule("D2", says=SILENT),),
        served(PREDICTIONS),
    ),
    Defect(
        17,
        "all predictions one-sided",
        f"every prediction lies {ONE_SIDED:g} points over the line",
        Stage.MORNING,
        _one_sided,
        (ByRule("D2"),),
        served(PREDICTIONS),
    ),
    Defect(
        32,
        "a stale model or one trained on the future",
        "the day is served by a model that has seen the day, or by one that is gone",
        Stage.MORNING,
        _stale_model,
        (Check(PREDICTIONS, CONTRACT, "points_model_v1"),),
        served(PREDICTIONS),
    ),
)
