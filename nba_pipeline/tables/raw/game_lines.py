"""Each game's spread, total and moneylines, as a bookmaker quotes them.

Of several quotes of a book its last one before the day's last call is kept, as tables made before the games may know
no later one. A book that lists a game again under a later start quotes it during play: where the moments do not tell
quotes apart, the one for the earliest start is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated

import ibis
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.contracts import Column, Fetched, Phase, Table, Today, When
from nba_pipeline.tables import lines, slate

_BOOK = ("game_date", "game_id", "bookmaker")
_NOT_QUOTED = "the book does not quote it"
_NO_PRICE = f"{_NOT_QUOTED}, or with {lines.NO_AMERICAN_PRICE}"

# What a real market can say. Feeds also hold halves, typing errors (a total of 1955.5) and closed prices.
_PLAUSIBLE: Mapping[str, tuple[int, int]] = {
    "home_spread": (-40, 40),
    "total": (120, 350),
    "home_moneyline": (-20_000, 20_000),
    "away_moneyline": (-20_000, 20_000),
}


def _quoted(name: str, dtype: type, description: str, unit: str | None = None, null: str = _NOT_QUOTED) -> Column:
    low, high = _PLAUSIBLE[name]
    return Column(name, dtype, description, unit=unit, low=low, high=high, null=null)


CONTRACT = Table(
    name="nba_raw.game_lines",
    grain="game x bookmaker",
    phase=Phase.RAW,
    when=When.PREGAME | When.POSTGAME,
    key=_BOOK,
    columns=[
        Column("game_date", date, "US/Eastern day of the game"),
        Column("game_id", str, "The league's id of the game, found by the day and the teams"),
        Column("bookmaker", str, "Who quotes; `unnamed` where the source does not tell"),
        Column("quoted_at", datetime, "When the quote was known; 09:00 US/Eastern of the day if nobody noted it"),
        _quoted("home_spread", float, "Points that the home team gets; negative if it gives them", "points"),
        _quoted("total", float, "Points of both teams together", "points"),
        _quoted("home_moneyline", int, "American odds on the home team", null=_NO_PRICE),
        _quoted("away_moneyline", int, "American odds on the visitors", null=_NO_PRICE),
        Column("n_quotes", int, "Answer rows that this row was chosen from", low=1),
    ],
    may_be_empty="no bookmaker quotes the day, or not yet",
)


def game_lines(
    answer: Annotated[ir.Table, Fetched("game_lines")],
    schedule: Annotated[ir.Table, Today()],
) -> ir.Table:
    quotes = _judged(answer, schedule).filter(_.reason.isnull())
    quotes = quotes.left_join(slate.last_call(slate.to_be_played(schedule)), "game_id", rname="called_{name}")
    quotes = quotes.mutate(in_time=(_.quoted_at < _.cutoff_at).fill_null(False))
    quotes = quotes.mutate(known_at=_.in_time.ifelse(_.quoted_at, ibis.null("timestamp('UTC')")))
    start = ibis.coalesce(_.listed_tipoff_at, _.quoted_at)
    numbers = [quotes[name].fill_null(0) for name in _PLAUSIBLE]
    best = ibis.window(group_by=_BOOK, order_by=[~_.in_time, _.known_at.desc(), start, _.quoted_at, *numbers])
    quotes = quotes.mutate(rank=ibis.row_number().over(best), n_quotes=_.count().over(ibis.window(group_by=_BOOK)))
    moneylines = {name: lines.american(_[name]) for name in ("home_moneyline", "away_moneyline")}
    rows = quotes.filter(_.rank == 0).mutate(**moneylines)
    return rows.select([column.name for column in CONTRACT.columns])


def set_aside(answer: ir.Table, schedule: ir.Table) -> ir.Table:
    """Quotes of games that are not on the schedule, and numbers that no market says."""
    return (
        _judged(answer, schedule)
        .filter(_.reason.notnull())
        .select(
            "game_date",
            "game_id",
            item=_.away_team + ibis.literal(" at ") + _.home_team + ibis.literal(" by ") + _.bookmaker,
            reason=_.reason,
        )
    )


def _judged(answer: ir.Table, schedule: ir.Table) -> ir.Table:
    """The answer with each quote's game, and the reason why it cannot be taken."""
    teams = ["game_date", "home_team", "away_team"]
    quotes = answer.left_join(schedule.select(*teams, "game_id"), teams, rname="game_{name}")
    implausible = [
        (~quotes[name].between(low, high), f"{name} is not between {low} and {high}")
        for name, (low, high) in _PLAUSIBLE.items()
    ]
    missing = (quotes.game_id.isnull(), "the schedule has no game of these teams on this day")
    return quotes.mutate(reason=ibis.cases(missing, *implausible, else_=ibis.null("string")))
