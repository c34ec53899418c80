"""Phase 4, as of the day: what is predicted from adds up to the games before it, neither more nor fewer."""

from __future__ import annotations

from typing import Annotated

import ibis.expr.types as ir
from ibis import _

from nba_pipeline.contracts import Before
from nba_pipeline.reliability.rules.base import ALL, Due, Examined, Expected, Role, Severity, rule
from nba_pipeline.reliability.rules.subjects import GAME, PLAYER, first_fact, players_by_id, whole
from nba_pipeline.statuses import PlayerStatus
from nba_pipeline.tables.analytics.player_game_summary import CONTRACT as SUMMARY
from nba_pipeline.tables.precompute.player_daily_cache import CONTRACT as CACHE
from nba_pipeline.warehouse.receipts import changes, current

# The season so far.
History = Annotated[ir.Table, Role.CONSULTED, Before(seasons=1)]


@rule(
    "C4",
    phase=4,
    severity=Severity.HIGH,
    due=Due.FINAL,
    holds_with=ALL,
    counts=("players with form", "players whose form is of the games before the day"),
    sentence="Form is not of the games before the day: {named}",
    remedy="do not bet on what was made of it; see with nba doctor whether a day of the summary was lost, then: "
    "nba run --date {date} --phase pregame",
)
def form_is_of_the_games_before_the_day(
    player_daily_cache: Examined,
    upcoming_player_game_context: Expected,
    player_game_summary: History,
    receipts: History,
) -> ir.Table:
    """Games and points of the season so far, as the daily cache has them, are those of the games before the day.

    They are added up anew, and not by what made the cache. Where an earlier day of the summary has changed since,
    freshness (F1) says so instead.
    """
    form = player_daily_cache.select(*PLAYER, games=_.games_this_season, average=_.points_avg_season.fill_null(0))
    rows = players_by_id(form, upcoming_player_game_context).inner_join(form, PLAYER)
    before = _before(upcoming_player_game_context.select(*PLAYER, "season"), player_game_summary)
    rows = rows.left_join(before, PLAYER, rname="before_{name}")
    rows = rows.left_join(_overtaken(receipts), "game_date", rname="overtaken_{name}")
    told = (rows.games, rows.games * rows.average)
    there = (rows.games_before.fill_null(0), rows.points_before.fill_null(0))
    differs = (told[0] != there[0]) | ((told[1] - there[1]).abs() > 0.5)
    said = _sum(*told) + " in the cache, " + _sum(*there) + " before the day"
    fact = first_fact((differs & rows.overtaken.isnull(), said))
    return rows.select(*GAME, "subject", present=fact.isnull(), fact=fact)


def _before(expected: ir.Table, summary: ir.Table) -> ir.Table:
    """Games and points of each expected player in his season before the day. Not by what made the cache."""
    played = summary.filter(_.status == PlayerStatus.PLAYED)
    played = played.select("player_id", "season", "points", played_on="game_date")
    pairs = expected.inner_join(played, ["player_id", "season"], rname="played_{name}")
    earlier = pairs.filter(pairs.played_on < pairs.game_date)
    return earlier.group_by(PLAYER).agg(games_before=_.count(), points_before=_.points.sum())


def _overtaken(receipts: ir.Table) -> ir.Table:
    """The days whose daily cache was made before an earlier day of the summary changed."""
    made = current(receipts).filter(_.table_name == CACHE.name).select("game_date", made_at="published_at")
    changed = changes(receipts).filter(_.table_name == SUMMARY.name)
    changed = changed.select(changed_on="game_date", changed_at="published_at")
    later = made.inner_join(changed, [made.game_date > changed.changed_on, made.made_at < changed.changed_at])
    return later.select("game_date", overtaken=True).distinct()


def _sum(games: ir.NumericValue, points: ir.NumericValue) -> ir.StringValue:
    return whole(games) + " games and " + whole(points) + " points"
