"""The points lines that bookmakers offer on players, snapshot by snapshot.

Where a book quotes several lines on a player in one snapshot, the most balanced one is kept: the line whose
no-vig probability is nearest a half, then the lowest. Snapshots taken during the game stay in the table,
with negative `minutes_before_tipoff`; nothing made before the game may use them.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import ibis
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.contracts import Column, Fetched, Phase, Table, Today, When
from nba_pipeline.tables import lines, slate

_QUOTE = ("game_date", "game_id", "player_lookup", "bookmaker", "snapshot_at")
_NO_PRICE = f"the source gives no price, or {lines.NO_AMERICAN_PRICE}"

CONTRACT = Table(
    name="nba_raw.points_props",
    grain="game x player x bookmaker x snapshot",
    phase=Phase.RAW,
    when=When.PREGAME | When.POSTGAME,
    key=_QUOTE,
    columns=[
        Column("game_date", date, "US/Eastern day of the game"),
        Column("game_id", str, "The league's id of the game, found by the day and the teams"),
        Column("player_lookup", str, "The player's name as a join key, see `nba_pipeline.names`"),
        Column("bookmaker", str, "Who quotes; `consensus` is a mean over books"),
        Column("snapshot_at", datetime, "When the quote was seen; 09:00 US/Eastern of the day if unknown"),
        Column("snapshot_known", bool, "Whether `snapshot_at` was noted by the source"),
        Column(
            "minutes_before_tipoff",
            float,
            "From the snapshot to the tip-off; negative during the game",
            unit="minutes",
            low=-12 * 60,
            high=14 * 24 * 60,
            null="the tip-off is unknown",
        ),
        Column("player_name", str, "Name as the bookmaker writes it"),
        Column("book_type", str, "What kind of quote this is", values=lines.LINE_SOURCES),
        Column("line", float, "The points total offered over and under", unit="points", low=0.5, high=80),
        Column("over_price", int, "American odds on the over", low=-100_000, high=100_000, null=_NO_PRICE),
        Column("under_price", int, "American odds on the under", low=-100_000, high=100_000, null=_NO_PRICE),
        Column("n_books", int, "Books behind the quote", low=1, null="the source does not tell"),
        Column("n_quotes", int, "Answer rows that this row was chosen from", low=1),
    ],
    may_be_empty="no bookmaker quotes the day, or not yet",
)


def points_props(
    answer: Annotated[ir.Table, Fetched("points_props")],
    schedule: Annotated[ir.Table, Today()],
) -> ir.Table:
    placed = _placed(answer, schedule).filter(_.game_id.notnull())
    quotes = placed.mutate(over_price=lines.american(_.over_price), under_price=lines.american(_.under_price))
    # rounded, so that two engines agree on a tie
    imbalance = (lines.no_vig_over(_.over_price, _.under_price) - 0.5).abs().round(4).fill_null(1)
    prices = [_.over_price.fill_null(0), _.under_price.fill_null(0), _.n_books.fill_null(0)]
    balanced = ibis.window(group_by=_QUOTE, order_by=[imbalance, _.line, *prices, _.player_name])
    quotes = quotes.mutate(rank=ibis.row_number().over(balanced), n_quotes=_.count().over(ibis.window(group_by=_QUOTE)))
    tipoffs = schedule.select("game_date", "game_id", "tipoff_at")
    chosen = quotes.filter(_.rank == 0).left_join(tipoffs, ["game_date", "game_id"], rname="tipoff_{name}")
    seconds = chosen.tipoff_at.delta(chosen.snapshot_at, unit="second")
    rows = chosen.mutate(minutes_before_tipoff=seconds / 60)
    return rows.select([column.name for column in CONTRACT.columns])


def set_aside(answer: ir.Table, schedule: ir.Table) -> ir.Table:
    """Quotes whose game is not on the schedule: postponed, of another day, or without any team."""
    return (
        _placed(answer, schedule)
        .filter(_.game_id.isnull())
        .select(
            "game_date",
            "game_id",
            item=_.player_name + ibis.literal(" by ") + _.bookmaker,
            reason=_.home_team.isnull().ifelse(
                "the quote names no team, and no other quote of its event tells the game",
                "the schedule has no game of these teams on this day",
            ),
        )
    )


def _placed(answer: ir.Table, schedule: ir.Table) -> ir.Table:
    """The answer with the `game_id` of the day's schedule: as given, by the teams, or by the event.

    A team plays once a day, so its game is found even where home and away are confused. An event is what a
    bookmaker calls a game; one quote of it that is placed places them all.
    """
    given = schedule.select("game_date", given_game="game_id")
    sides = slate.team_games(schedule).select("game_date", home_team="team", away_team="opponent", team_game="game_id")
    quotes = answer.left_join(given, ["game_date", answer.game_id == given.given_game], rname="given_{name}").left_join(
        sides, ["game_date", "home_team", "away_team"], rname="side_{name}"
    )
    quotes = quotes.mutate(own_game=ibis.coalesce(_.given_game, _.team_game)).select(*answer.columns, "own_game")
    events = quotes.filter(_.event_id.notnull()).group_by("game_date", "event_id")
    events = events.agg(event_game=_.own_game.min(), games=_.own_game.nunique()).filter(_.games == 1).drop("games")
    quotes = quotes.left_join(events, ["game_date", "event_id"], rname="event_{name}")
    return quotes.mutate(game_id=ibis.coalesce(_.own_game, _.event_game)).select(*answer.columns)
