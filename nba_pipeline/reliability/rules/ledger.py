"""The ledger: nobody is unaccounted for, and each phase's rows are those that the ledger says are there."""

from __future__ import annotations

from collections.abc import Callable

import ibis
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.reliability.rules.base import ALL, Consulted, Due, Expected, Judged, Rule, Severity, rule
from nba_pipeline.reliability.rules.subjects import GAME, PLAYER, players
from nba_pipeline.statuses import PlayerStatus
from nba_pipeline.tables.reliability.player_ledger import SYSTEM_COLUMNS
from nba_pipeline.tables.reliability.whereabouts import HAS_A_ROW

PHASE = 7
_TELL_AGAIN = "see who it is with: nba ledger --date {date}; make tables and ledger again with: nba run --date {date}"


@rule(
    "L1",
    phase=PHASE,
    severity=Severity.HIGH,
    due=Due.FIRST_TIPOFF,
    holds_with=ALL,
    counts=("players of the day", "players accounted for"),
    sentence="Unaccounted for: {missing} players: [{named}]",
    remedy=_TELL_AGAIN,
)
def nobody_is_unaccounted_for(upcoming_player_game_context: Expected, player_ledger: Judged) -> ir.Table:
    """Everybody who is expected or played is in the ledger, and wherever he is not in a phase it says why."""
    expected = players(upcoming_player_game_context).rename(name="subject").mutate(subject=_.player_id.cast("string"))
    told = player_ledger.select(*GAME, "subject", name="player_name", present="is_accounted")
    both = told.outer_join(expected, [*GAME, "subject"], rname="expected_{name}")
    return both.select(
        **{name: ibis.coalesce(both[name], both[f"expected_{name}"]) for name in GAME},
        subject=ibis.coalesce(both.name, both.expected_name),
        present=both.present.fill_null(False),
    )


def _conserves(id: str, due: Due, what: str) -> Callable[[Callable[..., ir.Table]], Rule]:
    return rule(
        id,
        phase=PHASE,
        severity=Severity.HIGH,
        due=due,
        holds_with=ALL,
        counts=(f"players of the ledger or {what}", "players told alike"),
        sentence=f"The ledger and {what} differ on {{missing}} players: [{{named}}]",
        remedy=_TELL_AGAIN,
    )


def _alike(schedule: ir.Table, found: ir.Table, ledger: ir.Table, told: ir.IntegerValue) -> ir.Table:
    """Each player of a table or of the ledger, and whether it `told` of as many of his rows as were `found`.

    A game that is on no schedule is not the ledger's affair.
    """
    told_rows = ledger.mutate(told=told).filter(_.player_id.notnull()).select(*PLAYER, "told", name="player_name")
    found_rows = found.group_by(PLAYER).agg(found=_.count())
    both = told_rows.outer_join(found_rows, PLAYER, rname="found_{name}")
    key = {name: ibis.coalesce(both[name], both[f"found_{name}"]) for name in PLAYER}
    both = both.select(**key, name=both.name, told=both.told.fill_null(0), found=both.found.fill_null(0))
    named = both.select(
        *GAME,
        subject=ibis.coalesce(both.name, ibis.literal("player ") + both.player_id.cast("string")),
        present=both.told == both.found,
    )
    return named.semi_join(schedule, GAME)


def _one(ledger: ir.Table, phase: str) -> ir.IntegerValue:
    """The one row that a phase has of a player who is there."""
    return ledger[phase].isin([str(word) for word in HAS_A_ROW]).cast("int64")


def _known_to(ledger: ir.Table, rows: ir.Table) -> ir.Table:
    """Without those who neither were expected nor played: of them the ledger needs no word."""
    told = ledger.select(PLAYER).mutate(is_told=ibis.literal(True))
    beside = rows.select(*PLAYER, "status").left_join(told, PLAYER, rname="told_{name}")
    return beside.filter((beside.status == PlayerStatus.PLAYED) | beside.is_told)


@_conserves("L2", Due.FIRST_TIPOFF, "the context")
def the_ledger_has_the_players_of_the_context(
    schedule: Expected, upcoming_player_game_context: Consulted, player_ledger: Judged
) -> ir.Table:
    """Those whom the ledger has in the context are those of the context."""
    return _alike(schedule, upcoming_player_game_context, player_ledger, _one(player_ledger, "context"))


@_conserves("L3", Due.FIRST_TIPOFF, "the daily cache")
def the_ledger_has_the_players_of_the_daily_cache(
    schedule: Expected, player_daily_cache: Consulted, player_ledger: Judged
) -> ir.Table:
    """Those whom the ledger has in the daily cache are those of the daily cache."""
    return _alike(schedule, player_daily_cache, player_ledger, _one(player_ledger, "daily_cache"))


@_conserves("L4", Due.FIRST_TIPOFF, "the features")
def the_ledger_has_the_players_with_features(
    schedule: Expected, ml_feature_store_v2: Consulted, player_ledger: Judged
) -> ir.Table:
    """Those who have features by the ledger are those who have."""
    return _alike(schedule, ml_feature_store_v2, player_ledger, _one(player_ledger, "features"))


@_conserves("L5", Due.FIRST_TIPOFF, "the predictions")
def the_ledger_has_the_predictions(
    schedule: Expected, player_prop_predictions: Consulted, player_ledger: Judged
) -> ir.Table:
    """The predictions that a player has by the ledger are as many as he has."""
    predicted = player_prop_predictions.filter(_.is_active, _.predicted_points.notnull())
    told = [_one(player_ledger, column) for column in SYSTEM_COLUMNS.values()]
    return _alike(schedule, predicted, player_ledger, ibis.literal(0) + sum(told))


@_conserves("L6", Due.FINAL, "the boxscores")
def the_ledger_has_the_players_of_the_boxscores(
    schedule: Expected, player_boxscores: Consulted, player_ledger: Judged
) -> ir.Table:
    """Those whom the ledger has in a boxscore are those of the boxscores who were expected or played."""
    return _alike(schedule, _known_to(player_ledger, player_boxscores), player_ledger, _one(player_ledger, "boxscore"))


@_conserves("L7", Due.FINAL, "the summaries")
def the_ledger_has_the_players_of_the_summaries(
    schedule: Expected, player_game_summary: Consulted, player_ledger: Judged
) -> ir.Table:
    """Those whom the ledger has in the summary are those of the summaries who were expected or played."""
    return _alike(
        schedule, _known_to(player_ledger, player_game_summary), player_ledger, _one(player_ledger, "summary")
    )


@_conserves("L8", Due.FINAL, "the grades")
def the_ledger_has_the_graded_players(
    schedule: Expected, prediction_accuracy: Consulted, player_ledger: Judged
) -> ir.Table:
    """Those who are graded by the ledger are those who are graded."""
    graded = prediction_accuracy.select(PLAYER).distinct()
    return _alike(schedule, graded, player_ledger, _one(player_ledger, "grade"))
