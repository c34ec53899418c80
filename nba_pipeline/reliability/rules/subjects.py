"""What rules look for, by name: games, teams' games, players, columns; which of them are there, and what was found."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.statuses import GameStatus

GAME = ("game_date", "game_id")
PLAYER = (*GAME, "player_id")

# The game of a subject that belongs to no single one.
NO_GAME = ""


def final_games(schedule: ir.Table) -> ir.Table:
    """The games that are over. A postponed game is none of them: it is still UPCOMING."""
    return schedule.filter(_.status == GameStatus.FINAL).select(*GAME, subject=_.game_id)


def players(rows: ir.Table) -> ir.Table:
    """The players of rows that name them."""
    return rows.select(*PLAYER, subject=_.player_name)


def players_by_id(rows: ir.Table, names: ir.Table) -> ir.Table:
    """The players of rows that know only ids, by the names that other rows give them."""
    known = names.select(*PLAYER, subject="player_name")
    joined = rows.select(PLAYER).left_join(known, PLAYER, rname="known_{name}")
    return joined.select(
        *PLAYER, subject=ibis.coalesce(joined.subject, ibis.literal("player ") + joined.player_id.cast("string"))
    )


def compared(expected: ir.Table, found: ir.Table, by: Sequence[str]) -> ir.Table:
    """Each expected subject, and whether anything is found of it."""
    marked = found.select(*by).distinct().mutate(present=ibis.literal(True))
    joined = expected.left_join(marked, list(by), rname="found_{name}")
    return joined.select(*GAME, "subject", present=joined.present.fill_null(False))


def together(rows: ir.Table, more: ir.Table) -> ir.Table:
    """Rows of the same columns, of which one side may say null where the other never does."""
    columns = {name: dtype.copy(nullable=True) for name, dtype in rows.schema().items()}
    return rows.cast(columns).union(more.cast(columns))


def first_fact(*facts: tuple[ir.BooleanValue, ir.StringValue]) -> ir.StringValue:
    """What is said of the first condition that holds; null where none does, and the subject is as it should be."""
    return ibis.cases(*facts, else_=ibis.null("string"))


def whole(number: ir.NumericValue) -> ir.StringValue:
    """A number without decimals, as text."""
    return number.round().cast("int64").cast("string")


def short(number: ir.NumericValue) -> ir.StringValue:
    """A number with two decimals at most, as text."""
    return number.round(2).cast("float64").cast("string")


def columns(rows: ir.Table, names: Sequence[str]) -> ir.Table:
    """Per day and column: `total` rows, `known` ones, different `values`, and `low`, `high`, `mean`, `deviation`."""
    numbers = rows.select("game_date", **{name: rows[name].cast("float64") for name in names})
    values = numbers.pivot_longer(list(names), names_to="column", values_to="value")
    return values.group_by("game_date", "column").agg(
        total=_.count(),
        known=_.value.count(),
        values=_.value.nunique(),
        low=_.value.min(),
        high=_.value.max(),
        mean=_.value.mean(),
        deviation=_.value.std(how="pop").fill_null(0),
    )
