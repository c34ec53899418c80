"""Where every player of a day is, phase by phase, and wherever he is not, the reason why.

A row for each expected player, for each name of a line or an injury report that is nobody's, and for each player who
played without being expected. It is made before the games and after them, and when its inputs are missing above all:
an input day that cannot be proven counts as absent, and the receipts and the quarantine say why.

Each phase's word is the first cause: who was lost in one phase has the same word in those that are made from it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated

import ibis
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.contracts import Absences, Column, Phase, Results, Table, When
from nba_pipeline.statuses import GameStatus, PlayerStatus
from nba_pipeline.systems.roster import SYSTEMS
from nba_pipeline.tables import injuries, players
from nba_pipeline.tables.analytics.player_game_summary import CONTRACT as SUMMARY
from nba_pipeline.tables.analytics.upcoming_player_game_context import CONTRACT as CONTEXT
from nba_pipeline.tables.precompute.player_daily_cache import CONTRACT as CACHE
from nba_pipeline.tables.predictions.ml_feature_store_v2 import CONTRACT as FEATURES
from nba_pipeline.tables.predictions.player_prop_predictions import CONTRACT as PREDICTIONS
from nba_pipeline.tables.predictions.prediction_accuracy import CONTRACT as GRADES
from nba_pipeline.tables.raw.player_boxscores import CONTRACT as BOXSCORES
from nba_pipeline.tables.raw.points_props import CONTRACT as PROPS
from nba_pipeline.tables.reliability import lacking, lines_not_had
from nba_pipeline.tables.reliability.lacking import lacks, word
from nba_pipeline.tables.reliability.whereabouts import Whereabouts

_GAME = ("game_date", "game_id")
_PLAYER = (*_GAME, "player_id")

SYSTEM_COLUMNS = {system.system_id: f"system_{system.system_id}" for system in SYSTEMS}

# A player's way: each column of the ledger, and the table that it speaks of. `line` is a column of the context.
PHASES: Mapping[str, Table] = {
    "context": CONTEXT,
    "line": CONTEXT,
    "daily_cache": CACHE,
    "features": FEATURES,
    **dict.fromkeys(SYSTEM_COLUMNS.values(), PREDICTIONS),
    "boxscore": BOXSCORES,
    "summary": SUMMARY,
    "grade": GRADES,
}

# The mark of a row that is there.
_YES = ibis.literal(True)

_MEANINGS = {
    "context": "Expected, with what is known of him before the game",
    "line": "Whether a bookmaker quotes him",
    "daily_cache": "His form",
    "features": "His features, and whether they are good enough to bet on",
    **{column: f"A prediction of {system}" for system, column in SYSTEM_COLUMNS.items()},
    "boxscore": "The boxscore of the game",
    "summary": "The summary of his game",
    "grade": "The grades of his predictions",
}

CONTRACT = Table(
    name="nba_reliability.player_ledger",
    grain="game x expected player, unresolved name or unexpected player",
    phase=Phase.RELIABILITY,
    when=When.PREGAME | When.POSTGAME,
    key=(*_GAME, "subject"),
    columns=[
        Column("game_date", date, "Game day, US/Eastern"),
        Column("game_id", str, "The league's id of the game"),
        Column("subject", str, "The player's id as a text, or a name that is nobody's"),
        Column("player_id", int, "The league's id of the player", null="the name is nobody's for certain"),
        Column("player_name", str, "As the league spells it, or the name"),
        Column("player_lookup", str, "The name as a join key", null="no table that is there tells his name"),
        Column("team", str, "His team in this game", null="not known"),
        Column(
            "is_expected",
            bool,
            "Whether he was expected before the game",
            null="the context that would say so is not there",
        ),
        *[Column(name, str, meaning, values=tuple(Whereabouts)) for name, meaning in _MEANINGS.items()],
        Column("is_accounted", bool, "Whether every phase has him or says why not"),
        Column(
            "because",
            str,
            "What receipt or quarantine say of the first loss, else of the lines that were not had, in their words",
            null="they speak of neither",
        ),
    ],
    may_be_empty="no game has a player who is expected or played, as far as the day's tables are there",
)


def player_ledger(
    schedule: Annotated[ir.Table, Results(whole=False)],
    points_props: Annotated[ir.Table, Results(whole=False)],  # for what it lacks
    upcoming_player_game_context: Annotated[ir.Table, Results(whole=False)],
    player_daily_cache: Annotated[ir.Table, Results(whole=False)],
    ml_feature_store_v2: Annotated[ir.Table, Results(whole=False)],
    player_prop_predictions: Annotated[ir.Table, Results(whole=False)],
    player_boxscores: Annotated[ir.Table, Results(whole=False)],
    player_game_summary: Annotated[ir.Table, Results(whole=False)],
    prediction_accuracy: Annotated[ir.Table, Results(whole=False)],
    absences: Annotated[ir.Table, Absences()],
) -> ir.Table:
    played = player_boxscores.filter(_.status == PlayerStatus.PLAYED)
    ready = [upcoming_player_game_context, player_daily_cache, ml_feature_store_v2, player_prop_predictions]
    summed = player_game_summary.filter(_.status == PlayerStatus.PLAYED)
    known = ibis.union(*[rows.select(_PLAYER) for rows in (*ready, played, summed, prediction_accuracy)], distinct=True)
    rows = _subjects(known, lacking.unresolved_names(absences), player_boxscores)
    rows = lacking.beside(rows, absences, [*dict.fromkeys(PHASES.values()), PROPS], list(SYSTEM_COLUMNS))
    rows = _joined(
        rows,
        (schedule.select(*_GAME, "postponed", is_over=_.status == GameStatus.FINAL), _GAME),
        (lines_not_had.of_games(schedule, absences), _GAME),
        (_context(upcoming_player_game_context), _PLAYER),
        (ibis.union(*[table.select(_PLAYER) for table in ready[1:]], distinct=True).mutate(was_expected=_YES), _PLAYER),
        (player_daily_cache.select(_PLAYER).mutate(in_daily_cache=_YES), _PLAYER),
        (ml_feature_store_v2.select(*_PLAYER, "is_quality_ready", in_features=_YES), _PLAYER),
        (_counted(player_prop_predictions), _PLAYER),
        (_sheet(player_boxscores), _PLAYER),
        (player_game_summary.select(*_PLAYER, summary_status="status"), _PLAYER),
        (prediction_accuracy.select(_PLAYER).distinct().mutate(graded=_YES), _PLAYER),
    )
    rows = _with_context(rows)
    rows = _made_from_context(rows, "daily_cache", after=["context"])
    rows = _made_from_context(rows, "features", after=["context", "daily_cache"])
    rows = _with_systems(rows)
    rows = _with_boxscore(rows)
    rows = _with_summary_and_grade(rows)
    rows = rows.select(
        *[name for name in CONTRACT.schema() if name in rows.columns and name != "player_name"],
        lines_not_had=lines_not_had.reason(rows),
        is_accounted=ibis.and_(*[rows[name] != Whereabouts.UNACCOUNTED for name in PHASES]),
        player_name=ibis.coalesce(rows.player_name, rows.player_lookup, ibis.literal("player ") + rows.subject),
    )
    of_systems = {column: system for system, column in SYSTEM_COLUMNS.items()}
    rows = lacking.with_reasons(rows, absences, {**PHASES, "line": PROPS}, of_systems)
    return rows.select([column.name for column in CONTRACT.columns])


def _subjects(known: ir.Table, names: ir.Table, boxscores: ir.Table) -> ir.Table:
    """Every player that any table knows, and the names that are nobody's: whom they mean, a boxscore may tell."""
    told = players.named_in_boxscore(boxscores).rename(told_id="player_id")
    names = names.left_join(told, ["game_id", "player_lookup"], rname="told_{name}")
    named = names.select(*_GAME, player_id=_.told_id, named_as=_.player_lookup)
    seen = known.left_join(named, _PLAYER, rname="named_{name}").select(*_PLAYER, "named_as")
    return seen.union(named.anti_join(known, _PLAYER)).mutate(
        subject=ibis.coalesce(_.player_id.cast("string"), _.named_as)
    )


def _joined(rows: ir.Table, *sides: tuple[ir.Table, tuple[str, ...]]) -> ir.Table:
    """Rows with the columns of each side, null where it has no row. One chain of joins keeps the SQL flat."""
    joined, added = rows, list(rows.columns)
    for number, (side, by) in enumerate(sides):
        added += [name for name in side.columns if name not in by]
        side = side.rename({f"side_{number}_{name}": name for name in by})
        joined = joined.left_join(side, [rows[name] == side[f"side_{number}_{name}"] for name in by])
    return joined.select(*added)


def _context(context: ir.Table) -> ir.Table:
    about = ["player_name", "player_lookup", "team", "injury_status", "points_line"]
    return context.select(*_PLAYER, *about, in_context=_YES)


def _counted(predictions: ir.Table) -> ir.Table:
    """Of each player and system, how many predictions were made, how many stand, how many of those have a number."""
    of_system = {name: predictions.system_id == name for name in SYSTEM_COLUMNS}
    stands = predictions.is_active
    return predictions.group_by(_PLAYER).agg(
        **{f"{name}_made": predictions.count(where=it) for name, it in of_system.items()},
        **{f"{name}_active": predictions.count(where=it & stands) for name, it in of_system.items()},
        **{f"{name}_numbers": predictions.predicted_points.count(where=it & stands) for name, it in of_system.items()},
        made=predictions.count(),
        standing=predictions.count(where=stands),
    )


def _sheet(boxscores: ir.Table) -> ir.Table:
    about = {"sheet_name": "player_name", "sheet_lookup": "player_lookup", "sheet_team": "team"}
    return boxscores.select(*_PLAYER, "status", **about)


def _with_context(rows: ir.Table) -> ir.Table:
    """Add `context`, `line` and `is_expected`, and why somebody is not in the context."""
    lost = lacks(rows, CONTEXT)
    absent = ibis.cases(
        (rows.in_context, ibis.null("string")),
        (rows.named_as.notnull(), word(Whereabouts.UNRESOLVED_NAME)),
        (lost.notnull(), lost),
        (rows.was_expected, word(Whereabouts.UNACCOUNTED)),
        else_=word(Whereabouts.UNEXPECTED),
    )
    rows = rows.mutate(context_word=absent, no_line=lines_not_had.why_no_line(rows))
    return rows.mutate(
        context=rows.context_word.fill_null(word(Whereabouts.THERE)),
        line=ibis.coalesce(rows.context_word, rows.no_line, word(Whereabouts.THERE)),
        is_expected=ibis.cases(
            (rows.in_context | rows.named_as.notnull(), True), (rows.context_word == Whereabouts.UNEXPECTED, False)
        ),
    )


def _made_from_context(rows: ir.Table, column: str, after: Sequence[str]) -> ir.Table:
    """Add a phase that has a row for everybody who is in the phases `after` which it comes."""
    earlier = [rows[f"{phase}_word"] for phase in after]
    absent = ibis.coalesce(*earlier, lacks(rows, PHASES[column]), word(Whereabouts.UNACCOUNTED))
    return rows.mutate(**{f"{column}_word": rows[f"in_{column}"].isnull().ifelse(absent, ibis.null("string"))})


def _with_systems(rows: ir.Table) -> ir.Table:
    """Add `daily_cache`, `features` and each system's word, and `prediction_word`: why none stands of him."""
    ready = rows.is_quality_ready.ifelse(word(Whereabouts.THERE), word(Whereabouts.NOT_QUALITY_READY))
    earlier = ibis.coalesce(rows.context_word, rows.features_word, lacks(rows, PREDICTIONS))
    withdrawn = ibis.cases(
        (rows.postponed, word(Whereabouts.GAME_POSTPONED)),
        (rows.injury_status.isin(injuries.MISSING), word(Whereabouts.OUT)),
        else_=word(Whereabouts.UNACCOUNTED),
    )
    rows = rows.mutate(
        daily_cache=rows.daily_cache_word.fill_null(word(Whereabouts.THERE)),
        features=ibis.coalesce(rows.features_word, ready),
        earlier=earlier,
        withdrawn=withdrawn,
    )
    words = {
        column: ibis.cases(
            (rows[f"{name}_numbers"] > 0, word(Whereabouts.THERE)),
            (rows[f"{name}_active"] > 0, word(Whereabouts.TOO_LITTLE_HISTORY)),
            (rows[f"{name}_made"] > 0, rows.withdrawn),
            (rows.earlier.notnull(), rows.earlier),
            (rows[lacking.failure(name)].notnull(), word(Whereabouts.SYSTEM_FAILED)),
            else_=word(Whereabouts.UNACCOUNTED),
        )
        for name, column in SYSTEM_COLUMNS.items()
    }
    first = next(iter(SYSTEM_COLUMNS.values()))
    rows = rows.mutate(**words)
    none_stands = ibis.cases(
        (rows.standing > 0, ibis.null("string")), (rows.made > 0, rows.withdrawn), else_=rows[first]
    )
    return rows.mutate(prediction_word=none_stands)


def _with_boxscore(rows: ir.Table) -> ir.Table:
    """Add `boxscore`, and who he is as far as only the boxscore tells."""
    lost = lacks(rows, BOXSCORES)
    not_there = ibis.cases(
        (rows.postponed, word(Whereabouts.GAME_POSTPONED)),
        (~rows.is_over, Whereabouts.NOT_OVER_YET),
        (lost.notnull(), lost),
        (rows.player_id.isnull(), word(Whereabouts.UNRESOLVED_NAME)),
        (rows.injury_status.isin(injuries.MISSING), word(Whereabouts.OUT)),
        else_=word(Whereabouts.NOT_IN_BOXSCORE),
    )
    rows = rows.mutate(
        boxscore_word=rows.status.isnull().ifelse(not_there, ibis.null("string")),
        player_name=ibis.coalesce(rows.player_name, rows.sheet_name),
        player_lookup=ibis.coalesce(rows.player_lookup, rows.sheet_lookup, rows.named_as),
        team=ibis.coalesce(rows.team, rows.sheet_team),
    )
    return rows.mutate(boxscore=ibis.coalesce(rows.boxscore_word, _as_played(rows.status)))


def _with_summary_and_grade(rows: ir.Table) -> ir.Table:
    absent = ibis.coalesce(rows.boxscore_word, lacks(rows, SUMMARY), word(Whereabouts.UNACCOUNTED))
    not_over = (~rows.is_over & ~rows.postponed).ifelse(word(Whereabouts.NOT_OVER_YET), ibis.null("string"))
    lost = ibis.coalesce(rows.prediction_word, not_over, lacks(rows, GRADES), word(Whereabouts.UNACCOUNTED))
    return rows.mutate(
        summary=rows.summary_status.notnull().ifelse(_as_played(rows.summary_status), absent),
        grade=rows.graded.notnull().ifelse(word(Whereabouts.THERE), lost),
    )


def _as_played(status: ir.StringValue) -> ir.StringValue:
    words = {
        PlayerStatus.PLAYED: Whereabouts.THERE,
        PlayerStatus.DNP: Whereabouts.DNP,
        PlayerStatus.INACTIVE: Whereabouts.INACTIVE,
    }
    return status.cases(*[(str(status), word(where)) for status, where in words.items()])


def expected_games(absences: ir.Table) -> ir.Table:
    """The games that the context lacks: unless somebody played in them, the ledger does not know whom they lost."""
    return lacking.lost_games(absences)


def held_back(rows: ir.Table, absences: ir.Table) -> ir.Table:
    """A day without a context of which nobody is known, which must not pass for a day without players."""
    return lacking.lost_days(absences).anti_join(rows, "game_date")
