"""What the commands share: dates, tables, JSON, and errors as sentences."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from nba_pipeline.alerts.database import AlertsUnusable
from nba_pipeline.clock import Clock, today
from nba_pipeline.settings import ConfigurationError
from nba_pipeline.sources.base import SourceError
from nba_pipeline.warehouse.errors import WarehouseError

COULD_NOT_RUN = 2

out = Console()
err = Console(stderr=True)


class Sentences(click.Group):
    """A group whose commands end with a sentence and exit code 2 where the operator must act."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (ConfigurationError, SourceError, WarehouseError, AlertsUnusable) as error:
            err.print(f"[bold red]nba:[/] {error}", highlight=False)
            sys.exit(COULD_NOT_RUN)


def game_date(text: str, clock: Clock) -> date:
    """`2026-01-15`, `today` or `yesterday` as a game day."""
    named = {"today": 0, "yesterday": 1}
    if text in named:
        return today(clock) - timedelta(days=named[text])
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"{text!r} is no date; write it like 2026-01-15, or today, or yesterday") from None


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
    and numbers are never touched.
    """
    table = Table(title=title, title_justify="left", title_style="bold", header_style="bold", box=SIMPLE_HEAD)
    table.padding = (0, 1, 0, 0)  # between columns two spaces, of which the box draws one
    texts = [["" if cell is None else str(cell) for cell in row] for row in rows]
    for position, column in enumerate(columns):
        numeric = column in right
        widest = max([8, *(len(row[position]) for row in texts)]) if numeric else None
        table.add_column(
            column, justify="right" if numeric else "left", no_wrap=column not in wrapped, min_width=widest
        )
    for row in texts:
        table.add_row(*row)
    out.print(table)
