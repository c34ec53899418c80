"""What a day's tables lack, beside each row of the ledger: by table, by game, and by prediction system."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import ibis
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.contracts import Table, When
from nba_pipeline.tables import players
from nba_pipeline.tables.analytics.upcoming_player_game_context import CONTRACT as CONTEXT
from nba_pipeline.tables.reliability.whereabouts import LOSSES, Whereabouts
from nba_pipeline.warehouse.absences import Absence

# The kinds of absence that concern every player of a day, or of a game.
_OF_DAY, _OF_GAME = (Absence.DAY,), (Absence.HELD_BACK, Absence.GAME)


def word(where: Whereabouts) -> ir.StringScalar:
    return ibis.literal(str(where), "string")


def unresolved_names(absences: ir.Table) -> ir.Table:
    """The names of lines and injury reports that are nobody's for certain: game_date, game_id, player_lookup."""
    items = absences.filter(
        _.kind == Absence.ITEM, _.table_name == CONTEXT.name, _.reason != players.SECOND_SPELLING, _.game_id.notnull()
    )
    return items.select("game_date", "game_id", player_lookup=_.what).distinct()


def lost_games(absences: ir.Table) -> ir.Table:
    """The games that the context lacks."""
    of_games = absences.filter(_.table_name == CONTEXT.name, _.kind.isin(list(_OF_GAME)))
    return of_games.select("game_date", "game_id").distinct()


def lost_days(absences: ir.Table) -> ir.Table:
    """The days that the context lacks, with the reason."""
    of_days = absences.filter(_.table_name == CONTEXT.name, _.kind == Absence.DAY)
    return of_days.select(
        "game_date", reason=ibis.literal(f"nobody knows who is expected: {CONTEXT.name}: ") + of_days.reason
    )


def beside(rows: ir.Table, absences: ir.Table, tables: Sequence[Table], systems: Sequence[str]) -> ir.Table:
    """Add the word for what each of the tables lacks of the row's day or game, and why each system failed."""
    told = _told(rows, absences, tables, systems)
    words = {
        _lacks(table): ibis.cases(
            (told[_column(table, Absence.DAY)].notnull(), word(Whereabouts.NOT_PUBLISHED)),
            (told[_column(table, Absence.HELD_BACK)].notnull(), word(Whereabouts.HELD_BACK)),
            (told[_column(table, Absence.GAME)].notnull(), word(_never_came(table))),
        )
        for table in tables
    }
    return told.select(*rows.columns, **words, **{failure(system): told[failure(system)] for system in systems})


def lacks(rows: ir.Table, table: Table) -> ir.StringValue:
    """The word for what the table lacks of the row's day or game, null where it lacks neither."""
    return rows[_lacks(table)]


def failure(system: str) -> str:
    """The column with the reason why a system failed, null where it did not."""
    return f"{system}_failure"


def with_reasons(
    rows: ir.Table, absences: ir.Table, phases: Mapping[str, Table], failures: Mapping[str, str]
) -> ir.Table:
    """Add `because`, the reason of the first loss on the row's way: of the phase's table, or of its column's system.

    Who lost nothing has the reason for which his line was not to be had, if it was not.
    """
    told = _told(rows, absences, list(dict.fromkeys(phases.values())), list(failures.values()))
    reasons = []
    for column, table in phases.items():
        own = ibis.literal(f"{table.name}: ") + ibis.coalesce(
            *[told[_column(table, kind)] for kind in (*_OF_DAY, *_OF_GAME)]
        )
        if column in failures:
            own = ibis.coalesce(own, ibis.literal(f"{failures[column]}: ") + told[failure(failures[column])])
        lost = told[column].isin([str(loss) for loss in LOSSES])
        reasons.append(lost.ifelse(own, ibis.null("string")))
    return told.select(*rows.columns, because=ibis.coalesce(*reasons, told.lines_not_had))


def _told(rows: ir.Table, absences: ir.Table, tables: Sequence[Table], systems: Sequence[str]) -> ir.Table:
    """The rows with each table's reasons for day and game, and each system's failure, in a column each."""
    of_day = {_column(table, kind): _reason(table, kind) for table in tables for kind in _OF_DAY}
    of_game = {_column(table, kind): _reason(table, kind) for table in tables for kind in _OF_GAME}
    failed = {
        failure(system): _.reason.max(where=(_.kind == Absence.PART) & (_.what == f"system {system}"))
        for system in systems
    }
    days = absences.group_by("game_date").agg(**of_day, **failed)
    games = absences.filter(_.game_id.notnull()).group_by("game_date", "game_id").agg(**of_game)
    rows = rows.left_join(days, "game_date", rname="lacking_{name}").drop("lacking_game_date")
    rows = rows.left_join(games, ["game_date", "game_id"], rname="lacking_{name}")
    return rows.drop("lacking_game_date", "lacking_game_id")


def _never_came(table: Table) -> Whereabouts:
    return Whereabouts.GAME_MISSING if When.PREGAME in table.when else Whereabouts.MISSING_BOXSCORE


def _lacks(table: Table) -> str:
    return f"{table.short_name}_lacks"


def _column(table: Table, kind: Absence) -> str:
    return f"{table.short_name}_{kind.name.lower()}"


def _reason(table: Table, kind: Absence) -> ir.Deferred:
    return _.reason.max(where=(_.table_name == table.name) & (_.kind == kind))
