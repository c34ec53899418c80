"""`nba predictions` and `nba score`: what was predicted, and how it came out."""

from __future__ import annotations

import math
import sys

import click
import pandas as pd

from nba_pipeline.cli.console import game_date, out, print_json, print_table
from nba_pipeline.cli.run import as_json
from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.registry import table
from nba_pipeline.scoring import score_systems
from nba_pipeline.warehouse.reading import Reading, read

_SHOWN = {
    "player_name": "player",
    "team": "team",
    "opponent": "against",
    "system_id": "system",
    "predicted_points": "points",
    "line": "line",
    "edge": "edge",
    "recommendation": "take",
    "reason": "why not",
}


@click.command()
@click.option("--date", "day", required=True, help="The game day: 2026-01-15, today or yesterday.")
@as_json
def predictions(day: str, as_json: bool) -> None:
    """A day's predictions, best edges first."""
    pipeline = Pipeline()
    wanted = game_date(day, pipeline.clock)
    frame, reading = _frame(pipeline, "player_prop_predictions", Days.only(wanted))
    frame = frame.sort_values("edge", key=lambda edge: edge.abs(), ascending=False, na_position="last")
    frame = frame.sort_values("recommendation", key=lambda r: ~r.isin(["OVER", "UNDER"]), kind="stable")
    unverified = reading.unverified.get(wanted)
    if as_json:
        print_json({"date": wanted, "unverified": unverified, "predictions": _records(frame)})
    elif unverified:
        out.print(f"No verified predictions for {wanted}: {unverified}. Make them with: nba run --date {wanted}")
    else:
        rows = frame[list(_SHOWN)].itertuples(index=False)
        title = f"Predictions for {wanted}: {len(frame)} players, {int(frame['line'].notna().sum())} with a line"
        print_table(title, list(_SHOWN.values()), [_cells(row) for row in rows], right=["points", "line", "edge"])
        if frame.empty:
            out.print(f"No games, no predictions: {reading.receipts[0].reason}")
    sys.exit(1 if unverified else 0)


@click.command()
@click.option("--start", required=True, help="The first game day.")
@click.option("--end", required=True, help="The last game day.")
@as_json
def score(start: str, end: str, as_json: bool) -> None:
    """Accuracy against results and lines, for all players and for those with a line, never mixed."""
    pipeline = Pipeline()
    days = Days(game_date(start, pipeline.clock), game_date(end, pipeline.clock))
    frame, reading = _frame(pipeline, "prediction_accuracy", days)
    scores = score_systems(frame)
    unverified = {f"{day}": why for day, why in reading.unverified.items()}
    if as_json:
        print_json({"start": days.first, "end": days.last, "unverified": unverified, "scores": scores})
    else:
        columns = list(scores[0]) if scores else ["system_id"]
        print_table(f"Accuracy {days}, points", columns, [_cells(row.values()) for row in scores], right=columns[2:])
        if unverified:
            out.print(f"[yellow]{len(unverified)} days are not verified and not counted, first {min(unverified)}.[/]")
    sys.exit(1 if unverified or not scores else 0)


def _frame(pipeline: Pipeline, name: str, days: Days) -> tuple[pd.DataFrame, Reading]:
    with pipeline.open_engine(read_only=True) as engine:
        reading = read(engine, table(name).contract, days)
        return engine.fetch(reading.rows).to_pandas(), reading


def _records(frame: pd.DataFrame) -> list[dict[str, object]]:
    return [{str(k): None if _is_missing(v) else v for k, v in row.items()} for row in frame.to_dict("records")]


def _is_missing(value: object) -> bool:
    return value is None or value is pd.NaT or (isinstance(value, float) and math.isnan(value))


def _cells(row: object) -> list[object]:
    return [
        None if _is_missing(value) else f"{value:.2f}" if isinstance(value, float) else value
        for value in row  # type: ignore[attr-defined]  # a row of a frame or a dictionary's values
    ]
