"""Where players and teams stand after each of their game days, one row each, to be read with `known_before`."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.statuses import PlayerStatus
from nba_pipeline.tables.exact import mean


def player_states(summary: ir.Table) -> ir.Table:
    """One row per player and game day of `player_game_summary`, also of days when he did not play.

    latest_team and latest_season are those of the row. last_appearance, and the same for this team, look over
    the whole history; season_games, points_per_game and minutes_per_game over the appearances of the season.
    """
    played = _.status == PlayerStatus.PLAYED
    # on the day of a trade both teams may list a player as inactive
    one_a_day = ibis.window(group_by=["player_id", "game_date"], order_by=[~played, _.game_id])
    days = summary.mutate(rank=ibis.row_number().over(one_a_day)).filter(_.rank == 0)
    ever, for_team, in_season = (
        ibis.cumulative_window(group_by=by, order_by="game_date")
        for by in (["player_id"], ["player_id", "team"], ["player_id", "season"])
    )
    days = days.mutate(appearances=played.cast("int64"), appeared=played.ifelse(_.game_date, ibis.null("date")))
    days = days.mutate(
        last_appearance=_.appeared.max().over(ever),
        last_appearance_for_team=_.appeared.max().over(for_team),
        season_games=_.appearances.sum().over(in_season),
        points_per_game=mean(days.points, in_season),
        minutes_per_game=mean(days.minutes, in_season),
    )
    return days.select(
        "player_id",
        "game_date",
        "player_name",
        "player_lookup",
        "last_appearance",
        "last_appearance_for_team",
        "season_games",
        "points_per_game",
        "minutes_per_game",
        latest_team="team",
        latest_season="season",
    )


def team_states(offense: ir.Table) -> ir.Table:
    """One row per team and game day of `team_offense_game_summary`: the season's record and streak.

    streak counts the latest equal results of the season: 3 after three wins, -2 after two losses.
    """
    season = ibis.cumulative_window(group_by=["team", "season"], order_by="game_date")
    games = offense.mutate(win=_.won.cast("int64"), loss=(~_.won).cast("int64"))
    games = games.mutate(played=_.win.count().over(season), wins=_.win.sum().over(season))
    games = games.mutate(
        last_win=(_.played * _.win).max().over(season), last_loss=(_.played * _.loss).max().over(season)
    )
    return games.select(
        "team",
        "game_date",
        "wins",
        latest_season="season",
        losses=_.played - _.wins,
        streak=_.last_win - _.last_loss,
    )
