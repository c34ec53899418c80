"""Form of every expected player and his team before the game, from games strictly before its day.

An average over the last n games takes as many as there are, over this season and the one before. A season's
average starts anew with each season.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

import ibis
import ibis.expr.builders as bl
import ibis.expr.types as ir

from nba_pipeline.contracts import Before, Column, Phase, Table, Today, When
from nba_pipeline.tables.analytics.player_game_summary import CONTRACT as SUMMARY
from nba_pipeline.tables.asof import known_before
from nba_pipeline.tables.exact import mean, total

NO_GAME = "no earlier game this season or last"
NO_SEASON_GAME = "no earlier game this season"
NO_TEAM = "the player's team is not known before the game, or it has no earlier game"

# Recent usage, and the one that projects the next game's.
_USAGE = {"usage_rate_last_7": 7, "usage_rate_last_20": 20}

CONTRACT = Table(
    name="nba_precompute.player_daily_cache",
    grain="game x expected player",
    phase=Phase.PRECOMPUTE,
    when=When.PREGAME,
    key=("game_date", "game_id", "player_id"),
    columns=[
        Column("game_date", date, "Game day, US/Eastern"),
        Column("game_id", str, "The league's id of the game"),
        Column("player_id", int, "The league's id of the player"),
        Column("last_game_date", date, "Day of his latest game before this one", null=NO_GAME),
        Column("games_known", int, "Earlier games this season and last", unit="games", low=0, high=250),
        Column("games_this_season", int, "Earlier games this season", unit="games", low=0, high=120),
        Column("points_avg_last_2", float, "Mean of the last 2 games", "points", 0, 90, NO_GAME),
        Column(
            "points_avg_games_3_to_5",
            float,
            "Mean of the 3 games before the last 2",
            "points",
            0,
            90,
            "fewer than 5 games",
        ),
        Column("points_avg_last_5", float, "Mean of the last 5 games", "points", 0, 90, NO_GAME),
        Column("points_avg_last_10", float, "Mean of the last 10 games", "points", 0, 90, NO_GAME),
        Column("points_avg_season", float, "Mean of this season's games", "points", 0, 90, NO_SEASON_GAME),
        Column(
            "points_std_last_10",
            float,
            "Sample standard deviation, last 10 games",
            "points",
            0,
            60,
            "fewer than 2 games",
        ),
        Column("minutes_avg_last_10", float, "Mean of the last 10 games", "minutes", 0, 63, NO_GAME),
        Column("minutes_avg_season", float, "Mean of this season's games", "minutes", 0, 63, NO_SEASON_GAME),
        Column(
            "points_per_minute_last_10",
            float,
            "Points by minutes, last 10 games",
            "points per minute",
            0,
            30,
            "no minutes in the last 10 games",
        ),
        *[
            Column(
                name,
                float,
                f"Usage rate over the last {games} games, weighted by minutes",
                "percent",
                0,
                SUMMARY["usage_rate"].high,
                "no game with a known usage rate",
            )
            for name, games in _USAGE.items()
        ],
        Column(
            "ts_pct_last_10",
            float,
            "True shooting over the last 10 games: PTS / (2 (FGA + 0.44 FTA))",
            "share",
            0,
            1.5,
            "no shots in the last 10 games",
        ),
        Column(
            "free_throw_share_last_10",
            float,
            "Points from free throws, last 10 games: FTM / PTS",
            "share",
            0,
            1,
            "no points in the last 10 games",
        ),
        Column(
            "team_pace_last_10",
            float,
            "Mean pace of his team's last 10 games",
            "possessions per 48 minutes",
            70,
            140,
            NO_TEAM,
        ),
        Column(
            "team_offensive_rating_last_10",
            float,
            "Mean offensive rating of his team's last 10 games",
            "points per 100 possessions",
            60,
            160,
            NO_TEAM,
        ),
        Column(
            "team_win_pct",
            float,
            "Share of this season's games that his team won",
            "share",
            0,
            1,
            "no earlier game of his team this season",
        ),
    ],
)


def player_daily_cache(
    upcoming_player_game_context: Annotated[ir.Table, Today()],
    player_game_summary: Annotated[ir.Table, Before(seasons=2)],
    team_offense_game_summary: Annotated[ir.Table, Before(seasons=2)],
) -> ir.Table:
    targets = upcoming_player_game_context.select("game_date", "game_id", "player_id", "team", "season")
    with_form = known_before(targets, _player_form(player_game_summary), by=["player_id"])
    with_team = known_before(
        with_form.rename(last_game_date="state_date"), _team_form(team_offense_game_summary), by=["team"]
    )
    this_season = with_team.form_season == with_team.season
    team_this_season = with_team.team_season == with_team.season
    return with_team.select(
        "game_date",
        "game_id",
        "player_id",
        "last_game_date",
        games_known=with_team.games_known.fill_null(0),
        games_this_season=this_season.ifelse(with_team.season_games, 0).fill_null(0),
        points_avg_last_2=with_team.points_avg_last_2,
        points_avg_games_3_to_5=with_team.points_avg_games_3_to_5,
        points_avg_last_5=with_team.points_avg_last_5,
        points_avg_last_10=with_team.points_avg_last_10,
        points_avg_season=this_season.ifelse(with_team.season_points, None),
        points_std_last_10=with_team.points_std_last_10,
        minutes_avg_last_10=with_team.minutes_avg_last_10,
        minutes_avg_season=this_season.ifelse(with_team.season_minutes, None),
        points_per_minute_last_10=with_team.points_per_minute_last_10,
        **{name: with_team[name] for name in _USAGE},
        ts_pct_last_10=with_team.ts_pct_last_10,
        free_throw_share_last_10=with_team.free_throw_share_last_10,
        team_pace_last_10=with_team.team_pace_last_10,
        team_offensive_rating_last_10=with_team.team_offensive_rating_last_10,
        team_win_pct=team_this_season.ifelse(with_team.season_wins, None),
    )


def _player_form(summary: ir.Table) -> ir.Table:
    """One row per player and game day: his form after that day's game."""
    games = summary.filter(summary.status == "PLAYED")

    def last(n: int, skip: int = 0) -> bl.WindowBuilder:
        rows = {"preceding": (n + skip - 1, skip)} if skip else {"preceding": n - 1, "following": 0}
        return ibis.window(group_by="player_id", order_by="game_date", **rows)

    career = ibis.window(group_by="player_id", order_by="game_date", preceding=None, following=0)
    season = ibis.window(group_by=["player_id", "season"], order_by="game_date", preceding=None, following=0)
    shots = games.fga + 0.44 * games.fta
    return games.select(
        "game_date",
        "player_id",
        form_season=games.season,
        games_known=games.count().over(career),
        season_games=games.count().over(season),
        points_avg_last_2=mean(games.points, last(2)),
        points_avg_games_3_to_5=(games.count().over(last(3, skip=2)) == 3).ifelse(
            mean(games.points, last(3, skip=2)), None
        ),
        points_avg_last_5=mean(games.points, last(5)),
        points_avg_last_10=mean(games.points, last(10)),
        season_points=mean(games.points, season),
        points_std_last_10=games.points.std(how="sample").over(last(10)),
        minutes_avg_last_10=mean(games.minutes, last(10)),
        season_minutes=mean(games.minutes, season),
        points_per_minute_last_10=games.points.sum().over(last(10)) / total(games.minutes, last(10)).nullif(0),
        **{name: _usage(games, last(span)) for name, span in _USAGE.items()},
        ts_pct_last_10=games.points.sum().over(last(10)) / (2 * shots.sum().over(last(10))).nullif(0),
        free_throw_share_last_10=games.ftm.sum().over(last(10)) / games.points.sum().over(last(10)).nullif(0),
    )


def _usage(games: ir.Table, over: bl.WindowBuilder) -> ir.FloatingValue:
    """The usage rate over some games, weighted by the minutes of those of which it is known."""
    minutes = games.usage_rate.notnull().ifelse(games.minutes, None)
    return total(games.usage_rate * games.minutes, over) / total(minutes, over).nullif(0)


def _team_form(games: ir.Table) -> ir.Table:
    """One row per team and game day: its form after that day's game."""
    last_10 = ibis.window(group_by="team", order_by="game_date", preceding=9, following=0)
    season = ibis.window(group_by=["team", "season"], order_by="game_date", preceding=None, following=0)
    return games.select(
        "game_date",
        "team",
        team_season=games.season,
        team_pace_last_10=mean(games.pace, last_10),
        team_offensive_rating_last_10=mean(games.offensive_rating, last_10),
        season_wins=mean(games.won.cast("int64"), season),
    )


def expected_games(upcoming_player_game_context: ir.Table) -> ir.Table:
    """Every game whose players are expected."""
    return upcoming_player_game_context.select("game_date", "game_id").distinct()
