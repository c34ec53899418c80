"""A day's predictions with what came of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import pandas as pd

from nba_pipeline.contracts import Table
from nba_pipeline.dashboard.facts import Facts, Frame
from nba_pipeline.dashboard.known import Known
from nba_pipeline.dashboard.marks import unseen
from nba_pipeline.game_day import Days
from nba_pipeline.hours import due_in_words
from nba_pipeline.systems.base import OVER, UNDER
from nba_pipeline.tables.predictions.player_prop_predictions import CONTRACT as PREDICTIONS
from nba_pipeline.tables.predictions.prediction_accuracy import CONTRACT as GRADES

KEY = ["game_id", "player_id", "system_id"]
RESULT = ["actual_points", "outcome"]


@dataclass(frozen=True)
class Slate:
    """All systems' predictions of a day, the sides that they take and the largest edges first, equal ones by their key.

    A row has the player's points and the outcome where they are known; what is missing is None. `why_none` says why no
    predictions are told, or fewer, `why_nothing` why there were none to make, and `why_no_results` why it is not told
    what came of them.
    """

    predictions: Known[Frame]
    grades: Known[Frame]
    rows: pd.DataFrame
    why_none: str | None
    why_nothing: Known[str] | None
    why_no_results: str | None

    @property
    def made_from(self) -> Sequence[Known[object]]:
        """All that it was made from."""
        return [known for known in (self.predictions, self.grades, self.why_nothing) if known is not None]

    @property
    def is_known(self) -> bool:
        """Whether the rows are all that was predicted, be it nothing."""
        return self.predictions.value is not None and not self.predictions.value.unverified


def slate_of(facts: Facts, day: date) -> Slate:
    """The slate of a day as it is published."""
    days, now = Days.only(day), facts.clock.now()
    predictions = facts.frame("player_prop_predictions", days)
    grades = facts.frame("prediction_accuracy", days, (*KEY, *RESULT))
    rows = _in_order(predictions.value.rows if predictions.value else _nothing(PREDICTIONS), grades.value)
    is_empty = predictions.value is not None and not predictions.value.unverified and rows.empty
    return Slate(
        predictions,
        grades,
        rows,
        why_none=_why(predictions, PREDICTIONS, day, now),
        why_nothing=facts.why_nothing_is_predicted(day) if is_empty else None,
        why_no_results=_why(grades, GRADES, day, now),
    )


def _why(known: Known[Frame], of: Table, day: date, now: datetime) -> str | None:
    """Why rows of a table's day are not known, or not there."""
    if known.value is None:
        return unseen(known)
    if day in known.value.unverified:
        return f"{known.value.unverified[day]}, {due_in_words(of.when, day, now)}"
    return known.value.reasons.get(day)


def _nothing(of: Table) -> pd.DataFrame:
    return pd.DataFrame(columns=[column.name for column in of.columns])


def _in_order(rows: pd.DataFrame, grades: Frame | None) -> pd.DataFrame:
    graded = rows.assign(**dict.fromkeys(RESULT)) if grades is None else rows.merge(grades.rows, on=KEY, how="left")
    takes = graded["recommendation"].isin([OVER, UNDER])
    size = graded["edge"].astype(float).abs().fillna(-1.0)
    ascending = {"takes": False, "size": False} | dict.fromkeys(KEY, True)
    in_order = graded.assign(takes=takes, size=size).sort_values([*ascending], ascending=[*ascending.values()])
    in_order = in_order.drop(columns=["takes", "size"])
    told: pd.DataFrame = in_order.astype(object).where(in_order.notna(), None)  # type: ignore[call-overload]  # the stubs know no None
    return told
