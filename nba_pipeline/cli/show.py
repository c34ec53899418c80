"""`nba predictions`: what was predicted, and why."""

from __future__ import annotations

import math
import sys
from datetime import date

import click
import pandas as pd

from nba_pipeline.cli.console import game_date, out, print_json, print_table
from nba_pipeline.cli.explain import explanations, show_explanation
from nba_pipeline.cli.run import as_json
from nba_pipeline.explanation.players import NoSuchPlayer, find_player
from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.registry import table
from nba_pipeline.reliability.ledger import ledger
from nba_pipeline.systems.roster import SYSTEMS
from nba_pipeline.warehouse.errors import WarehouseError
from nba_pipeline.warehouse.reading import Reading, read

_SHOWN = {
    "player_name": "player",
    "team": "team",
    "opponent": "vs",
    "system_id": "system",
    "predicted_points": "points",
    "line": "line",
    "edge": "edge",
    "recommendation": "take",
    "reason": "why not",
}


@click.command()
@click.option("--date", "day", required=True, help="The game day: 2026-01-15, today or yesterday.")
@click.option("--player", metavar="NAME", help="Only this player; his surname will do if nobody else has it.")
@click.option(
    "--system", type=click.Choice([system.system_id for system in SYSTEMS]), help="Only this system; else all."
)
@click.option("--explain", is_flag=True, help="With --player: features and what they add, similar games, provenance.")
@as_json
def predictions(day: str, player: str | None, system: str | None, explain: bool, as_json: bool) -> None:
    """A day's predictions, best edges first; of one player also why."""
    if explain and player is None:
        raise click.UsageError("--explain takes one prediction apart: say whose, with --player NAME")
    pipeline = Pipeline()
    wanted = game_date(day, pipeline.clock)
    slate = _best_first(pipeline, wanted)
    if player is not None and wanted not in slate[1].unverified:
        slate = _of_player(pipeline.aliases.player(player), *slate)
    frame, reading = slate
    unverified = reading.unverified.get(wanted)
    explained = explanations(pipeline, frame, reading) if explain and not unverified else []
    frame = frame if system is None else frame[frame["system_id"] == system]
    if as_json:
        without, doubt = _unpredicted(pipeline, wanted)
        document = {
            "date": wanted,
            "unverified": unverified,
            "predictions": _records(frame),
            "unpredicted": None if doubt else without,
            "ledger_unverified": doubt,
        }
        print_json(document | ({"explanations": [one.document() for one in explained]} if explain else {}))
    else:
        _show(wanted, frame, reading, system)
        if player is None:
            _show_unpredicted(pipeline, wanted)
        for one in explained:
            show_explanation(one)
    sys.exit(1 if unverified else 0)


def show_predictions(pipeline: Pipeline, day: date, at_most: int) -> None:
    """Print a day's best edges."""
    _show(day, *_best_first(pipeline, day), at_most=at_most)


def _show(
    day: date, frame: pd.DataFrame, reading: Reading, system: str | None = None, at_most: int | None = None
) -> None:
    if day in reading.unverified:
        out.print(f"No verified predictions for {day}: {reading.unverified[day]}. Make them with: nba run --date {day}")
        return
    expected = frame["player_id"].nunique()
    lined = frame[frame["line"].notna()]["player_id"].nunique()
    players = f"{expected} player{'' if expected == 1 else 's'}, {lined} with a line"
    shown = frame.head(at_most) if at_most else frame
    columns = {name: title for name, title in _SHOWN.items() if name != "system_id" or system is None}
    print_table(
        f"Predictions for {day}{f' by {system}' if system else ''}: {players}"
        + (f"; the {len(shown)} best edges" if at_most else ""),
        [*columns.values()],
        [cells(row) for row in shown[[*columns]].itertuples(index=False)],
        right=["points", "line", "edge"],
    )
    if not reading.receipts[0].rows:
        out.print(f"No predictions: {reading.receipts[0].reason}")


def _of_player(name: str, frame: pd.DataFrame, reading: Reading) -> tuple[pd.DataFrame, Reading]:
    """The player's predictions. Raises BadParameter with who may be meant."""
    slate = dict(zip(frame["player_id"], frame["player_name"], strict=True))
    try:
        return frame[frame["player_id"] == find_player(name, slate)], reading
    except NoSuchPlayer as error:
        raise click.BadParameter(str(error), param_hint="--player") from None


def _show_unpredicted(pipeline: Pipeline, day: date) -> None:
    """Who is expected and has no prediction at all, by the word of the ledger."""
    without, doubt = _unpredicted(pipeline, day)
    if doubt:
        out.print(f"[yellow]Who is without a prediction is not known: {doubt}[/]", highlight=False)
    elif without:
        named = ", ".join(f"{one['player_name']} ({one['reason']})" for one in without)
        out.print(f"Without a prediction: {named}. See: nba ledger --date {day}", highlight=False)


def _unpredicted(pipeline: Pipeline, day: date) -> tuple[list[dict[str, object]], str | None]:
    """Those without a prediction, and why the ledger cannot tell, where it cannot."""
    try:
        with pipeline.open_engine(read_only=True) as engine:
            return ledger(engine, day).unpredicted, None
    except WarehouseError as error:
        return [], str(error)


def _best_first(pipeline: Pipeline, day: date) -> tuple[pd.DataFrame, Reading]:
    frame, reading = frame_of(pipeline, "player_prop_predictions", Days.only(day))
    frame = frame.sort_values("edge", key=lambda edge: edge.abs(), ascending=False, na_position="last", kind="stable")
    return frame.sort_values("recommendation", key=lambda r: ~r.isin(["OVER", "UNDER"]), kind="stable"), reading


def frame_of(pipeline: Pipeline, name: str, days: Days) -> tuple[pd.DataFrame, Reading]:
    """The verified rows of a table's days, in the order of its key, and what is known about the others."""
    contract = table(name).contract
    with pipeline.open_engine(read_only=True) as engine:
        reading = read(engine, contract, days)
        return engine.fetch(reading.rows).to_pandas().sort_values([*contract.key], ignore_index=True), reading


def _records(frame: pd.DataFrame) -> list[dict[str, object]]:
    return [{str(k): None if _is_missing(v) else v for k, v in row.items()} for row in frame.to_dict("records")]


def _is_missing(value: object) -> bool:
    return value is None or value is pd.NaT or (isinstance(value, float) and math.isnan(value))


def cells(row: object) -> list[object]:
    """A row as it is shown: numbers with two decimals, nothing for what is missing."""
    return [
        None if _is_missing(value) else f"{value:.2f}" if isinstance(value, float) else value
        for value in row  # type: ignore[attr-defined]  # a row of a frame or a dictionary's values
    ]
