"""`nba predictions`: what was predicted, and why."""

from __future__ import annotations

import math
import sys
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

import click
import pandas as pd
from rich.markup import escape

from nba_pipeline.cli.console import game_date, out, print_json, print_table
from nba_pipeline.cli.explain import explanations, show_explanation
from nba_pipeline.cli.run import as_json
from nba_pipeline.explanation.players import NoSuchPlayer, find_player
from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.registry import table
from nba_pipeline.reliability.empty_days import why_nothing_is_predicted
from nba_pipeline.reliability.ledger import Ledger, NoLedger, ledger
from nba_pipeline.systems.roster import SYSTEMS
from nba_pipeline.tables.reliability.whereabouts import MEANINGS, Whereabouts
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


@dataclass(frozen=True)
class _Shown:
    """A day's predictions, and its ledger, with the reason where that is not verified and none of its rows are here."""

    day: date
    frame: pd.DataFrame
    reading: Reading
    told: Ledger
    doubt: str | None

    @property
    def unverified(self) -> str | None:
        return self.reading.unverified.get(self.day)

    def of_player(self, name: str) -> _Shown:
        """The player's part of it. Raises BadParameter with who may be meant."""
        names = {row["subject"]: row["player_name"] for row in self.told.rows}
        names |= dict(zip(self.frame["player_id"].astype(str), self.frame["player_name"], strict=True))
        try:
            subject = find_player(name, names)
        except NoSuchPlayer as error:
            why = f"{error}; the ledger tells of nobody: {self.doubt}" if self.doubt else f"{error}"
            raise click.BadParameter(why, param_hint="--player") from None
        told = Ledger(self.day, [row for row in self.told.rows if row["subject"] == subject], unknown={})
        return replace(self, frame=self.frame[self.frame["player_id"].astype(str) == subject], told=told)

    def of_system(self, system: str) -> _Shown:
        return replace(self, frame=self.frame[self.frame["system_id"] == system])

    def by_the_ledger(self) -> pd.DataFrame:
        """The predictions; of who has no line, the reason is the ledger's word for it."""
        words = {(row["game_id"], row["player_id"]): row["line"] for row in self.told.rows}
        players = zip(self.frame["game_id"], self.frame["player_id"], strict=True)
        told = pd.Series([words.get(player) for player in players], index=self.frame.index, dtype=object)
        quoted = (self.frame["reason"] != Whereabouts.NO_LINE) | told.isna()
        return self.frame.assign(reason=self.frame["reason"].where(quoted, told))


@click.command()
@click.option("--date", "day", required=True, help="The game day: 2026-01-15, today or yesterday.")
@click.option("--player", metavar="NAME", help="Only this player; his surname will do if nobody else has it.")
@click.option(
    "--system", type=click.Choice([system.system_id for system in SYSTEMS]), help="Only this system; else all."
)
@click.option("--explain", is_flag=True, help="With --player: features and what they add, similar games, provenance.")
@as_json
def predictions(day: str, player: str | None, system: str | None, explain: bool, as_json: bool) -> None:
    """A day's predictions, best edges first, and the word for whoever has none or no line; of one player also why."""
    if explain and player is None:
        raise click.UsageError("--explain takes one prediction apart: say whose, with --player NAME")
    pipeline = Pipeline()
    shown = _shown(pipeline, game_date(day, pipeline.clock))
    empty = None if shown.unverified or len(shown.frame) else _why_empty(pipeline, shown.day)
    if player is not None and (len(shown.frame) or shown.told.rows):
        shown = shown.of_player(pipeline.aliases.player(player))
    explained = explanations(pipeline, shown.frame, shown.reading) if explain and len(shown.frame) else []
    shown = shown if system is None else shown.of_system(system)
    if as_json:
        document = {
            "date": shown.day,
            "unverified": shown.unverified,
            "empty": empty,
            "predictions": _records(shown.by_the_ledger()),
            "unpredicted": None if shown.doubt else shown.told.unpredicted,
            "unlined": None if shown.doubt else shown.told.unlined,
            "unlined_because": None if shown.doubt else shown.told.lines_lost_because,
            "ledger_unverified": shown.doubt,
        }
        print_json(document | ({"explanations": [one.document() for one in explained]} if explain else {}))
    else:
        if empty:
            out.print(empty, highlight=False, soft_wrap=True)
        else:
            _show(shown, system)
        _show_without(shown, alone=player is not None)
        for one in explained:
            show_explanation(one)
    sys.exit(1 if shown.unverified else 0)


def show_predictions(pipeline: Pipeline, day: date, at_most: int) -> None:
    """Print a day's best edges."""
    _show(_shown(pipeline, day), at_most=at_most)


def _show(shown: _Shown, system: str | None = None, at_most: int | None = None) -> None:
    day, frame = shown.day, shown.by_the_ledger()
    if shown.unverified:
        out.print(f"No verified predictions for {day}: {shown.unverified}. Make them with: nba run --date {day}")
        return
    expected = frame["player_id"].nunique()
    lined = frame[frame["line"].notna()]["player_id"].nunique()
    players = f"{expected} player{'' if expected == 1 else 's'}, {lined} with a line"
    best = frame.head(at_most) if at_most else frame
    columns = {name: title for name, title in _SHOWN.items() if name != "system_id" or system is None}
    print_table(
        f"Predictions for {day}{f' by {system}' if system else ''}: {players}"
        + (f"; the {len(best)} best edges" if at_most else ""),
        [*columns.values()],
        [cells(row) for row in best[[*columns]].itertuples(index=False)],
        right=["points", "line", "edge"],
    )


def _show_without(shown: _Shown, alone: bool) -> None:
    """Who has no line and who no prediction at all, by the word of the ledger; of one player also what it means."""
    if shown.doubt:
        _say(f"[yellow]Who is without a prediction or a line, and why, is not known: {escape(shown.doubt)}[/]")
        return
    without, unlined = shown.told.unpredicted, shown.told.unlined
    if alone:
        for phase, words in (("a line", unlined), ("a prediction", without)):
            for one in words:
                _say(escape(f"{one['player_name']} is without {phase}: {one['reason']}, {MEANINGS[one['reason']]}"))
    else:
        if unlined:
            counts = Counter(one["reason"] for one in unlined).most_common()
            _say(f"Without a line: {', '.join(f'{number} {word}' for word, number in counts)}")
        if without:
            named = ", ".join(f"{one['player_name']} ({one['reason']})" for one in without)
            _say(escape(f"Without a prediction: {named}. See: nba ledger --date {shown.day}"))
        for game, why in shown.told.unknown.items():
            _say(escape(f"Of game {game} nobody knows who is expected: {why}"))
    for reason in shown.told.lines_lost_because:
        _say(escape(reason))


def _why_empty(pipeline: Pipeline, day: date) -> str:
    with pipeline.open_engine(read_only=True) as engine:
        return why_nothing_is_predicted(engine, day, pipeline.clock.now())


def _shown(pipeline: Pipeline, day: date) -> _Shown:
    frame, reading = _best_first(pipeline, day)
    try:
        with pipeline.open_engine(read_only=True) as engine:
            return _Shown(day, frame, reading, ledger(engine, day), doubt=None)
    except NoLedger as error:
        return _Shown(day, frame, reading, Ledger(day, [], unknown={}), doubt=str(error))


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


def _say(line: str) -> None:
    out.print(line, highlight=False, soft_wrap=True)
