"""Phase 3, analytics: nobody is lost between a boxscore and its summary, and what it says is real."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.reliability.rules.base import ALL, Due, Examined, Expected, Judged, Severity, at_least, rule
from nba_pipeline.reliability.rules.subjects import (
    GAME,
    NO_GAME,
    PLAYER,
    columns,
    compared,
    final_games,
    first_fact,
    players,
    short,
)
from nba_pipeline.statuses import PlayerStatus

USAGE_KNOWN = 0.95

# With fewer values than these, equal ones prove nothing.
ENOUGH_TO_VARY = 20
VARYING = ("minutes", "points", "fga", "fgm", "fg3a", "fta", "rebounds", "assists", "usage_rate", "ts_pct", "efg_pct")

_MAKE_AGAIN = "make them again with: nba run --date {date} --phase postgame"


@rule(
    "B1",
    phase=3,
    severity=Severity.MEDIUM,
    worse=(Severity.HIGH, at_least(80)),
    due=Due.FINAL,
    holds_with=ALL,
    counts=("players of boxscores or analytics", "players of both"),
    sentence="Analytics and boxscores differ in {missing} players: {named}",
    remedy=_MAKE_AGAIN,
)
def analytics_and_boxscores_have_the_same_players(player_boxscores: Expected, player_game_summary: Judged) -> ir.Table:
    """Who is in a boxscore is in the analytics, and nobody else is."""
    expected = compared(players(player_boxscores), player_game_summary, by=PLAYER)
    expected = expected.mutate(fact=first_fact((~_.present, ibis.literal("not in the analytics"))))
    others = player_game_summary.anti_join(player_boxscores, PLAYER)
    return expected.union(
        others.select(
            *GAME, subject=_.player_name, present=ibis.literal(False), fact=ibis.literal("not in the boxscores")
        )
    )


@rule(
    "B2",
    phase=3,
    severity=Severity.MEDIUM,
    due=Due.FINAL,
    holds_with=ALL,
    counts=("games with analytics", "games whose usage is known"),
    sentence="Usage is not known: {named}",
    remedy="see whether the boxscores have shots and turnovers, and fetch them again with: "
    "nba run --date {date} --phase postgame",
)
def usage_is_known(player_game_summary: Examined) -> ir.Table:
    """In every game the usage rate is known of 95 % of those who played a minute."""
    played = player_game_summary.filter(_.status == PlayerStatus.PLAYED, _.minutes >= 1)
    games = played.group_by(GAME).agg(players=_.count(), known=_.usage_rate.count())
    few = games.known < USAGE_KNOWN * games.players
    told = games.known.cast("string") + " of " + games.players.cast("string") + " players"
    fact = first_fact((few, told))
    return games.select(*GAME, subject=games.game_id, present=fact.isnull(), fact=fact)


@rule(
    "B3",
    phase=3,
    severity=Severity.MEDIUM,
    due=Due.FINAL,
    holds_with=ALL,
    counts=("columns of the analytics", "columns that vary"),
    sentence="Columns that do not vary: {named}",
    remedy="look at the day in player_boxscores and player_game_summary, then: " + _MAKE_AGAIN,
)
def columns_that_should_vary_do(player_game_summary: Examined) -> ir.Table:
    """No statistic is the same for all players of a day who have it."""
    found = columns(player_game_summary.filter(_.status == PlayerStatus.PLAYED), VARYING)
    found = found.filter(_.known >= ENOUGH_TO_VARY)
    constant = found.values == 1
    fact = first_fact((constant, short(found.low) + " for all " + found.known.cast("string") + " players"))
    return found.select(
        "game_date", game_id=ibis.literal(NO_GAME), subject=found.column, present=fact.isnull(), fact=fact
    )


@rule(
    "B4",
    phase=3,
    severity=Severity.MEDIUM,
    familiar="Analytics vs Boxscores",
    due=Due.FINAL,
    holds_with=at_least(80),
    counts=("boxscore players", "analytics players"),
    sentence="Analytics missing players: expected ~{expected}, got {actual}",
    remedy=_MAKE_AGAIN,
)
def analytics_has_the_boxscore_players(player_boxscores: Expected, player_game_summary: Judged) -> ir.Table:
    """The players of the boxscores are those of the analytics."""
    return compared(players(player_boxscores), player_game_summary, by=PLAYER)


@rule(
    "B5",
    phase=3,
    severity=Severity.HIGH,
    familiar="Games with 0 Active Players",
    due=Due.FINAL,
    holds_with=ALL,
    counts=("final games", "games with active players"),
    sentence="Found {missing} games with 0 active players: [{named}]",
    remedy="fetch the boxscores again with: nba run --date {date} --phase postgame",
    needs=("player_boxscores",),
)
def every_final_game_has_active_players(schedule: Expected, player_game_summary: Judged) -> ir.Table:
    """In every game that is over somebody played: a roster without minutes is no boxscore."""
    return compared(final_games(schedule), player_game_summary.filter(_.minutes > 0), by=GAME)
