"""Whether a player has no line because nobody quotes him, or because the source had no lines to give."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.tables import slate
from nba_pipeline.tables.raw.points_props import CONTRACT as PROPS
from nba_pipeline.tables.reliability.lacking import lacks, word
from nba_pipeline.tables.reliability.whereabouts import Whereabouts
from nba_pipeline.warehouse.absences import Absence

_GAME = ("game_date", "game_id")


def of_games(schedule: ir.Table, absences: ir.Table) -> ir.Table:
    """The games whose lines were not to be had: game_date, game_id, and `lines_not_had` with the reason.

    They are those of a day that has none for another reason than that nobody quotes it, and those that the day's
    receipt names as left without an answer.
    """
    told = absences.filter(_.table_name == PROPS.name)
    of_day = (told.kind == Absence.EMPTY) & ~told.reason.startswith(str(PROPS.may_be_empty))
    games = slate.team_games(schedule)  # from either side, for a bookmaker may confuse home and away
    named = ibis.literal("the points lines of ") + games.team + " at " + games.opponent
    of_part = (told.kind == Absence.PART) & (told.what == named)
    found = games.inner_join(told, [games.game_date == told.game_date, of_day | of_part]).select(*_GAME, "reason")
    return found.group_by(_GAME).agg(lines_not_had=ibis.literal(f"{PROPS.name}: ") + found.reason.max())


def why_no_line(rows: ir.Table) -> ir.StringValue:
    """The word for it, null where there is a line."""
    return ibis.cases(
        (rows.points_line.notnull(), ibis.null("string")),
        (rows.lines_not_had.notnull(), word(Whereabouts.LINES_NOT_HAD)),
        else_=ibis.coalesce(lacks(rows, PROPS), word(Whereabouts.NO_LINE)),
    )


def reason(rows: ir.Table) -> ir.StringValue:
    """Why the lines were not to be had, of whom that is the word."""
    return (rows.line == Whereabouts.LINES_NOT_HAD).ifelse(rows.lines_not_had, ibis.null("string"))
