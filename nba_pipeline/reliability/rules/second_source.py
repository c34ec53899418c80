"""Phase 2, raw: what a second source says of the games, held against the boxscores that all else is made of."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.reliability.rules.base import ALL, Consulted, Due, Expected, Judged, Severity, rule
from nba_pipeline.reliability.rules.subjects import GAME, PLAYER, final_games, first_fact, short, together
from nba_pipeline.statuses import PlayerStatus
from nba_pipeline.tables import players
from nba_pipeline.tables.raw.player_boxscores import CONTRACT as FIRST
from nba_pipeline.tables.raw.second_boxscores import CONTRACT as SECOND
from nba_pipeline.warehouse.receipts import State, current

# One source tells seconds, the other whole minutes, which it rounds so that a team's are 240.
MINUTES_APART = 1

_SUMS = {"minutes": _.minutes.sum().fill_null(0), "points": _.points.sum().fill_null(0)}


@rule(
    "A8",
    phase=2,
    severity=Severity.MEDIUM,
    due=Due.FINAL,
    holds_with=ALL,
    counts=("players to confirm", "players confirmed by a second source"),
    sentence="Two sources do not tell the same: {named}",
    remedy="see the game's own report for who is right, and read both again with: nba run --date {date} "
    "--phase postgame; a name that is only spelled otherwise is taught with: nba names add",
)
def two_sources_tell_the_same(
    schedule: Expected, second_boxscores: Judged, player_boxscores: Consulted, receipts: Consulted
) -> ir.Table:
    """In every final game a second source has the same players on the floor, each with the same points and with
    minutes within one of the boxscore's. Nobody is expected of a day that has no second source, for a reason on
    record; a game without a boxscore is A2's finding, and one whose boxscore the second source told itself is named.
    """
    told = final_games(schedule).semi_join(player_boxscores, GAME)
    alone = current(receipts).filter(_.table_name == SECOND.name, _.state == State.EMPTY_OK)
    same = _not_from_the_league(told, receipts).mutate(fact=ibis.literal("its boxscore is the second source's own"))
    games = told.anti_join(alone, "game_date").anti_join(same, GAME)
    unconfirmed = games.anti_join(second_boxscores, GAME).mutate(fact=ibis.literal("no second source has it"))
    compared = games.semi_join(second_boxscores, GAME)
    first = player_boxscores.semi_join(compared, GAME)
    found = together(
        _compared(first, second_boxscores.semi_join(compared, GAME)),
        unconfirmed.union(same).select(*GAME, "subject", "fact"),
    )
    return found.select(*GAME, "subject", "fact", present=found.fact.isnull())


def _not_from_the_league(games: ir.Table, receipts: ir.Table) -> ir.Table:
    """Of games with a boxscore, those whose day says by the game's id that the league's own is lacking."""
    lacking = current(receipts).filter(_.table_name == FIRST.name).select("game_date", "gaps")
    joined = games.inner_join(lacking, "game_date")
    return joined.filter(joined.gaps.contains(joined.game_id)).select(*GAME, "subject")


def _compared(first: ir.Table, second: ir.Table) -> ir.Table:
    """Everybody whom either source has on the floor of these games; `fact` is what both say where they differ.

    The second source's names lead to the players of the boxscore itself. Two that lead to one are counted together.
    """
    known = _named(first, second).filter(_.player_id.notnull()).group_by(PLAYER).agg(**_SUMS)
    ours = first.select(
        *PLAYER,
        subject="player_name",
        minutes=_.minutes.fill_null(0),
        points=_.points.fill_null(0),
        on_floor=_.status == PlayerStatus.PLAYED,
    )
    both = ours.left_join(known, PLAYER, rname="second_{name}").mutate(
        second_known=_.second_player_id.notnull(),
        second_minutes=_.second_minutes.fill_null(0),
        second_points=_.second_points.fill_null(0),
    )
    both = both.filter(_.on_floor | (_.second_minutes > 0) | (_.second_points > 0))
    differ = (both.minutes.round(2) - both.second_minutes).abs() > MINUTES_APART
    differ |= both.points != both.second_points
    mine = _sheet(both.on_floor, ibis.literal("did not play"), both.minutes, both.points)
    theirs = _sheet(both.second_known, ibis.literal("not named"), both.second_minutes, both.second_points)
    fact = first_fact((differ, mine + "; the second source: " + theirs))
    only = strangers(first, second)
    alone = "not in the boxscore; the second source: " + _numbers(only.minutes, only.points)
    return together(both.select(*GAME, "subject", fact=fact), only.select(*GAME, subject="player_name", fact=alone))


def strangers(first: ir.Table, second: ir.Table) -> ir.Table:
    """Names by which the second source has somebody on the floor, and which lead to nobody of the game's boxscore.

    A row a game and name, with join key, team, minutes and points. Who was not on the floor need not be in a boxscore.
    """
    nobody = _named(first, second).filter(_.player_id.isnull())
    sums = nobody.group_by(*GAME, "player_name").agg(player_lookup=_.player_lookup.max(), team=_.team.max(), **_SUMS)
    return sums.filter((_.minutes > MINUTES_APART) | (_.points > 0))


def _named(first: ir.Table, second: ir.Table) -> ir.Table:
    """The second source's rows with the `player_id` of whom their names mean in the boxscore, null for nobody."""
    return second.left_join(players.named_in_boxscore(first), ["game_id", "player_lookup"], rname="named_{name}")


def _sheet(
    there: ir.BooleanValue, otherwise: ir.StringValue, minutes: ir.NumericValue, points: ir.NumericValue
) -> ir.StringValue:
    return there.ifelse(_numbers(minutes, points), otherwise)


def _numbers(minutes: ir.NumericValue, points: ir.NumericValue) -> ir.StringValue:
    return short(minutes) + " minutes, " + points.cast("string") + " points"
