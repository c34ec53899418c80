"""What is scored: verified grades, with what was said and offered before the games."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import ibis
import ibis.expr.types as ir
import pandas as pd

from nba_pipeline.game_day import Days
from nba_pipeline.registry import table
from nba_pipeline.tables.predictions.prediction_accuracy import TRACE
from nba_pipeline.warehouse.engine import Engine
from nba_pipeline.warehouse.reading import Reading, read
from nba_pipeline.warehouse.receipts import State

GRADES, PREDICTIONS, CONTEXT = "prediction_accuracy", "player_prop_predictions", "upcoming_player_game_context"
GAME = ["game_date", "game_id", "player_id"]


@dataclass(frozen=True)
class Graded:
    """Graded predictions, a row per player's game and system.

    `over` is the probability of the over where the line is not met exactly, `market` what the price says of it.
    `unverified` days are not among the rows; `incomplete` ones are, without what the reason names. `regraded` counts
    the grades that were changed since they were first published.
    """

    rows: pd.DataFrame
    unverified: Mapping[date, str]
    incomplete: Mapping[date, str]
    regraded: int


def read_scored(engine: Engine, days: Days) -> dict[str, Reading]:
    """What is scored of these days, by table, and how far it is proven."""
    return {name: read(engine, table(name).contract, days) for name in (GRADES, PREDICTIONS, CONTEXT)}


def graded(engine: Engine, days: Days) -> Graded:
    """All that can be scored of these days, and why the others cannot."""
    return graded_of(engine, days, read_scored(engine, days))


def graded_of(engine: Engine, days: Days, readings: Mapping[str, Reading]) -> Graded:
    """The same, of what was read already."""
    unverified: dict[date, str] = {}
    for name, one in readings.items():
        for day, why in one.unverified.items():
            unverified.setdefault(day, f"{name}: {why}")
    asked = engine.template(
        "scored rows",
        lambda: with_what_was_said(*[ibis.table(table(name).contract.schema(), name=name) for name in readings]),
        {name: reading.rows for name, reading in readings.items()},
    )
    rows = engine.fetch(asked).to_pandas()
    for day in rows.loc[~rows["is_of_these"], "game_date"].unique():
        unverified.setdefault(
            day, f"its grades are of other predictions than stand now; repeat: nba run --date {day} --phase postgame"
        )
    kept = rows[~rows["game_date"].isin(list(unverified))].drop(columns="is_of_these")
    regraded = engine.fetch(engine.entries(TRACE, days)).num_rows
    return Graded(kept, dict(sorted(unverified.items())), _incomplete(readings, unverified), regraded)


def with_what_was_said(grades: ir.Table, predictions: ir.Table, context: ir.Table) -> ir.Table:
    """Each grade with the probabilities of its prediction and the prices of its line.

    `is_of_these`: the prediction that was graded is the one that stands.
    """
    said = predictions.select(
        *GAME,
        "system_id",
        said_points=predictions.predicted_points,
        over=predictions.over_probability / (1 - predictions.push_probability),
        market=predictions.market_over_probability,
        stands=predictions.is_active,
    )
    prices = context.select(*GAME, "over_price", "under_price")
    rows = grades.left_join(said, [*GAME, "system_id"], rname="said_{name}")
    rows = rows.left_join(prices, GAME, rname="price_{name}")
    graded_columns = ("system_id", "predicted_points", "line", "closing_line_mean", "recommendation", "minutes")
    return rows.select(
        *GAME,
        *graded_columns,
        *("actual_points", "over", "market", "over_price", "under_price"),
        is_of_these=rows.stands.fill_null(False) & rows.predicted_points.identical_to(rows.said_points),
    )


def _incomplete(readings: Mapping[str, Reading], unverified: Mapping[date, str]) -> dict[date, str]:
    """Days that are scored without games or systems that they should have."""
    found: dict[date, str] = {}
    for name in (PREDICTIONS, GRADES):
        for receipt in readings[name].receipts:
            if receipt.state is State.DEGRADED and receipt.game_date not in unverified:
                found.setdefault(receipt.game_date, f"{name}: {receipt.reason}")
    return dict(sorted(found.items()))
