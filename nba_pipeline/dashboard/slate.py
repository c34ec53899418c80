"""A day's predictions with what came of them."""

from __future__ import annotations

from datetime import date

import pandas as pd

from nba_pipeline.dashboard.facts import Facts, Frame
from nba_pipeline.dashboard.known import Known
from nba_pipeline.game_day import Days
from nba_pipeline.systems.base import OVER, UNDER

KEY = ["game_id", "player_id", "system_id"]
RESULT = ["actual_points", "outcome"]


def slate_of(facts: Facts, day: date) -> tuple[Known[Frame], pd.DataFrame]:
    """All systems' predictions of a day, the sides that they take and the largest edges first, equal ones by their key.

    A row has the player's points and the outcome where they are known; what is missing is None.
    """
    days = Days.only(day)
    known = facts.frame("player_prop_predictions", days)
    grades = facts.frame("prediction_accuracy", days, (*KEY, *RESULT)).value
    if known.value is None or known.value.rows.empty:
        return known, pd.DataFrame()
    rows = known.value.rows
    graded = rows.assign(**dict.fromkeys(RESULT)) if grades is None else rows.merge(grades.rows, on=KEY, how="left")
    takes = graded["recommendation"].isin([OVER, UNDER])
    size = graded["edge"].astype(float).abs().fillna(-1.0)
    ascending = {"takes": False, "size": False} | dict.fromkeys(KEY, True)
    in_order = graded.assign(takes=takes, size=size).sort_values([*ascending], ascending=[*ascending.values()])
    in_order = in_order.drop(columns=["takes", "size"])
    return known, in_order.astype(object).where(in_order.notna(), None)  # type: ignore[call-overload]  # the stubs know no None
