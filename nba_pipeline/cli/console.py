"""What the commands share: dates, tables, JSON, and errors as sentences."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import compress
from typing import Any

import click
from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.markup import escape, render
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from nba_pipeline.alerts.database import AlertsUnusable
from nba_pipeline.clock import Clock, today
from nba_pipeline.orchestration.launch import RecordUnusable
from nba_pipeline.settings import ConfigurationError
from nba_pipeline.sources.base import SourceError
from nba_pipeline.warehouse.errors import WarehouseError

COULD_NOT_RUN = 2
SHORT = 12  # characters of a word that no table cuts, like a status or a team

out = Console()
err = Console(stderr=True)


class Sentences(click.Group):
    """A group whose commands end with a sentence and exit code 2 where the operator must act."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (ConfigurationError, SourceError, WarehouseError, AlertsUnusable, RecordUnusable) as error:
            complain(str(error))
            sys.exit(COULD_NOT_RUN)


def complain(sentence: str) -> None:
    """What went wrong, on stderr, word for word: a path in it can be copied, however narrow the terminal is."""
    err.print(f"[bold red]nba:[/] {escape(sentence)}", highlight=False, soft_wrap=True)


def counted_bar() -> Progress:
    """On stderr: what is being done, how many parts of it are, and since when."""
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=err,
    )


def game_date(text: str, clock: Clock) -> date:
    """`2026-01-15`, `today` or `yesterday` as a game day."""
    named = {"today": 0, "yesterday": 1}
    if text in named:
        return today(clock) - timedelta(days=named[text])
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"{text!r} is no date; write it like 2026-01-15, or today, or yesterday") from None


def _cut(widths: Sequence[int], kept: Sequence[bool], room: int) -> list[int]:
    """Widths that fit into the room: those not kept share what the kept ones leave, the narrow ones first."""
    found = list(widths)
    room -= sum(width for width, is_kept in zip(widths, kept, strict=True) if is_kept)
    others = sorted((width, position) for position, width in enumerate(widths) if not kept[position])
    for number, (width, position) in enumerate(others):
        found[position] = max(1, min(width, room // (len(others) - number)))
        room -= found[position]
    return found


def print_json(document: object) -> None:
    """One JSON document, and nothing else, on stdout."""
    click.echo(json.dumps(document, indent=2, default=_plain, allow_nan=False))


def _plain(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a JSON answer")


def print_table(
    title: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    right: Sequence[str] = (),
    wrapped: Sequence[str] = (),
) -> None:
    """A table without a frame. Where the terminal is narrow, names are cut, `wrapped` texts go on in the next line,
    and numbers and short words are never touched. A column that says nothing in any row is left out.
    """
    table = Table(title=title, title_justify="left", title_style="bold", header_style="bold", box=SIMPLE_HEAD)
    table.padding = (0, 1, 0, 0)  # between columns two spaces, of which the box draws one
    texts = [["" if cell is None else str(cell) for cell in row] for row in rows]
    if texts:
        told = [any(row[position] for row in texts) for position in range(len(columns))]
        columns, *texts = (list(compress(row, told)) for row in (columns, *texts))
    widths = [
        max(cell_len(render(text).plain) for text in [column, *(row[position] for row in texts)])
        for position, column in enumerate(columns)
    ]
    kept = [column in right or width <= SHORT for column, width in zip(columns, widths, strict=True)]
    if not wrapped:
        widths = _cut(widths, kept, out.width - 2 * len(columns) - 1)
    for column, width, is_kept in zip(columns, widths, kept, strict=True):
        table.add_column(
            column,
            justify="right" if column in right else "left",
            no_wrap=column not in wrapped,
            min_width=width if is_kept else None,
            max_width=None if is_kept or wrapped else width,
        )
    for row in texts:
        table.add_row(*row)
    out.print(table)
