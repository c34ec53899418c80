"""The features of every expected player, each with its value and where it comes from.

A missing value is null with the source `missing`: no default ever passes for a real one.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

import ibis
import ibis.expr.types as ir

from nba_pipeline.contracts import Before, Column, Phase, Table, Today, When
from nba_pipeline.tables.asof import known_before
from nba_pipeline.tables.exact import mean
from nba_pipeline.tables.predictions.features import FEATURES, stored

OPPONENT_GAMES = 15
INJURY_RISK = {"available": 0.0, "probable": 1.0, "questionable": 2.0, "doubtful": 3.0, "out": 3.0}

CONTRACT = Table(
    name="nba_predictions.ml_feature_store_v2",
    grain="game x expected player",
    phase=Phase.PRECOMPUTE,
    when=When.PREGAME,
    key=("game_date", "game_id", "player_id"),
    columns=[
        Column("game_date", date, "Game day, US/Eastern"),
        Column("game_id", str, "The league's id of the game"),
        Column("player_id", int, "The league's id of the player"),
        *[column for feature in FEATURES for column in feature.columns],
    ],
)


def ml_feature_store_v2(
    upcoming_player_game_context: Annotated[ir.Table, Today()],
    upcoming_team_game_context: Annotated[ir.Table, Today()],
    player_daily_cache: Annotated[ir.Table, Today()],
    player_game_summary: Annotated[ir.Table, Before(seasons=2)],
    team_offense_game_summary: Annotated[ir.Table, Before(seasons=2)],
    team_defense_game_summary: Annotated[ir.Table, Before(seasons=2)],
) -> ir.Table:
    players = upcoming_player_game_context
    rest = upcoming_team_game_context.select("game_date", "game_id", "team", "days_since_last_game")
    rows = (
        players.inner_join(player_daily_cache, ["game_date", "game_id", "player_id"])
        .left_join(rest, ["game_date", "game_id", "team"], rname="own_{name}")
        .rename(own_rest="days_since_last_game")
        .drop("own_game_date", "own_game_id", "own_team")
    )
    rows = (
        rows.left_join(
            rest,
            [
                rows.game_date == rest.game_date,
                rows.game_id == rest.game_id,
                rows.opponent == rest.team,
            ],
            rname="opponent_{name}",
        )
        .rename(opponent_rest="days_since_last_game")
        .drop("opponent_game_date", "opponent_game_id", "opponent_team")
    )
    rows = known_before(
        rows, _opponent_form(team_offense_game_summary, team_defense_game_summary), by=["opponent"]
    ).drop("state_date")
    rows = known_before(rows, _meetings(player_game_summary), by=["player_id", "opponent"]).drop("state_date")
    return rows.select("game_date", "game_id", "player_id", **stored(_values(rows)))


def _values(rows: ir.Table) -> dict[str, ir.Value]:
    """The features that today's inputs can give, by name."""
    share = rows.minutes_avg_last_10 / rows.minutes_avg_season.nullif(0) - 1
    trend = rows.points_avg_last_2 - rows.points_avg_games_3_to_5
    rest = rows.own_rest - rows.opponent_rest
    return {
        "points_avg_last_5": rows.points_avg_last_5,
        "points_avg_last_10": rows.points_avg_last_10,
        "points_avg_season": rows.points_avg_season,
        "points_std_last_10": rows.points_std_last_10,
        "games_in_last_7_days": rows.games_last_7.cast("float64"),
        "rest_advantage": rest.clip(-2, 2).cast("float64"),
        "injury_risk": rows.injury_status.cases(*INJURY_RISK.items()),
        "recent_trend": _steps(trend, small=2, large=5),
        "minutes_change": _steps(share, small=0.1, large=0.2),
        "opponent_def_rating": rows.opponent_defensive_rating,
        "opponent_pace": rows.opponent_recent_pace,
        "home_away": rows.is_home.cast("int64").cast("float64"),
        "back_to_back": rows.back_to_back.cast("int64").cast("float64"),
        "playoff_game": rows.playoff_game.cast("int64").cast("float64"),
        "pct_free_throw": rows.free_throw_share_last_10.clip(upper=0.5),
        "team_pace": rows.team_pace_last_10,
        "team_off_rating": rows.team_offensive_rating_last_10,
        "team_win_pct": rows.team_win_pct,
        "vegas_points_line": rows.points_line_mean,
        "vegas_opening_line": rows.opening_line,
        "vegas_line_move": rows.line_move,
        "has_vegas_line": rows.points_line.notnull().cast("int64").cast("float64"),
        "avg_points_vs_opponent": rows.meetings_points,
        "games_vs_opponent": rows.meetings.fill_null(0).cast("float64"),
        "minutes_avg_last_10": rows.minutes_avg_last_10,
        "ppm_avg_last_10": rows.points_per_minute_last_10,
    }


def _steps(change: ir.FloatingValue, small: float, large: float) -> ir.Value:
    """A change as a rank from -2 to 2; null where it is not known."""
    return ibis.cases(
        (change >= large, 2.0),
        (change >= small, 1.0),
        (change <= -large, -2.0),
        (change <= -small, -1.0),
        (change.notnull(), 0.0),
        else_=ibis.null("float64"),
    )


def _opponent_form(offense: ir.Table, defense: ir.Table) -> ir.Table:
    """One row per team and game day, named as an opponent: what it allowed of late, and how fast its games were."""
    recent = ibis.window(group_by="team", order_by="game_date", preceding=OPPONENT_GAMES - 1, following=0)
    paces = offense.select("game_id", "team", "pace")
    games = defense.select("game_date", "game_id", "team", "defensive_rating").inner_join(paces, ["game_id", "team"])
    return games.select(
        "game_date",
        opponent=games.team,
        opponent_defensive_rating=mean(games.defensive_rating, recent),
        opponent_recent_pace=mean(games.pace, recent),
    )


def _meetings(summary: ir.Table) -> ir.Table:
    """One row per player, opponent and game day: his games against that opponent until then."""
    games = summary.filter(summary.status == "PLAYED")
    until = ibis.window(group_by=["player_id", "opponent"], order_by="game_date", preceding=None, following=0)
    return games.select(
        "game_date",
        "player_id",
        "opponent",
        meetings=games.count().over(until),
        meetings_points=mean(games.points, until),
    )


def expected_games(upcoming_player_game_context: ir.Table) -> ir.Table:
    """Every game whose players are expected."""
    return upcoming_player_game_context.select("game_date", "game_id").distinct()
