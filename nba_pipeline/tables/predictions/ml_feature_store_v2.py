"""The features of every expected player, each with its value and where it comes from, and how good the row is.

A missing value is null with the source `missing`: no default ever passes for a real one. Rows without quality are
kept: they say what is missing, and no side is recommended on them.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

import ibis
import ibis.expr.types as ir

from nba_pipeline.contracts import Before, Column, Phase, Table, Today, When
from nba_pipeline.statuses import PlayerStatus
from nba_pipeline.tables.asof import known_before
from nba_pipeline.tables.exact import mean
from nba_pipeline.tables.formulas import within
from nba_pipeline.tables.predictions import quality
from nba_pipeline.tables.predictions.features import FEATURES, stored

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
        *quality.COLUMNS,
    ],
)


def ml_feature_store_v2(
    upcoming_player_game_context: Annotated[ir.Table, Today()],
    upcoming_team_game_context: Annotated[ir.Table, Today()],
    player_daily_cache: Annotated[ir.Table, Today()],
    player_composite_factors: Annotated[ir.Table, Today()],
    player_shot_zone_analysis: Annotated[ir.Table, Today()],
    team_defense_zone_analysis: Annotated[ir.Table, Today()],
    player_game_summary: Annotated[ir.Table, Before(seasons=2)],
) -> ir.Table:
    rows = (
        upcoming_player_game_context.inner_join(player_daily_cache, ["game_date", "game_id", "player_id"])
        .inner_join(player_composite_factors, ["game_date", "game_id", "player_id"])
        .inner_join(player_shot_zone_analysis, ["game_date", "player_id"], rname="zones_{name}")
    )
    rest = upcoming_team_game_context.select("game_id", "team", own_rest="days_since_last_game")
    rows = rows.left_join(rest, ["game_id", "team"], rname="own_{name}")
    rows = rows.left_join(
        rest.rename(opponent="team", opponent_rest="own_rest"), ["game_id", "opponent"], rname="rest_{name}"
    )
    defense = team_defense_zone_analysis.select("game_date", "defensive_rating", "pace", opponent="team")
    rows = rows.left_join(defense, ["game_date", "opponent"], rname="defense_{name}")
    rows = known_before(rows, _meetings(player_game_summary), by=["player_id", "opponent"])
    return quality.judged(rows.select("game_date", "game_id", "player_id", **stored(_values(rows))))


def _values(rows: ir.Table) -> dict[str, ir.Value]:
    """Every feature by its name."""
    share = rows.minutes_avg_last_10 / rows.minutes_avg_season.nullif(0) - 1
    trend = rows.points_avg_last_2 - rows.points_avg_games_3_to_5
    return {
        "points_avg_last_5": rows.points_avg_last_5,
        "points_avg_last_10": rows.points_avg_last_10,
        "points_avg_season": rows.points_avg_season,
        "points_std_last_10": rows.points_std_last_10,
        "games_in_last_7_days": rows.games_last_7,
        "fatigue_score": rows.fatigue_score,
        "shot_zone_mismatch_score": rows.shot_zone_mismatch_score,
        "pace_score": rows.pace_score,
        "usage_spike_score": rows.usage_spike_score,
        "rest_advantage": within(rows.own_rest - rows.opponent_rest, -2, 2),
        "injury_risk": rows.injury_status.cases(*INJURY_RISK.items()),
        "recent_trend": _steps(trend, small=2, large=5),
        "minutes_change": _steps(share, small=0.1, large=0.2),
        "opponent_def_rating": rows.defensive_rating,
        "opponent_pace": rows.pace,
        "home_away": rows.is_home.cast("int64"),
        "back_to_back": rows.back_to_back.cast("int64"),
        "playoff_game": rows.playoff_game.cast("int64"),
        "pct_paint": rows.paint_rate_last_10 / 100,
        "pct_mid_range": rows.mid_range_rate_last_10 / 100,
        "pct_three": rows.three_rate_last_10 / 100,
        "pct_free_throw": within(rows.free_throw_share_last_10, 0.0, 0.5),
        "team_pace": rows.team_pace_last_10,
        "team_off_rating": rows.team_offensive_rating_last_10,
        "team_win_pct": rows.team_win_pct,
        "vegas_points_line": rows.points_line_mean,
        "vegas_opening_line": rows.opening_line,
        "vegas_line_move": rows.line_move,
        "has_vegas_line": rows.points_line.notnull().cast("int64"),
        "avg_points_vs_opponent": rows.meetings_points,
        "games_vs_opponent": rows.opponent.notnull().ifelse(rows.meetings.fill_null(0), None),
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


def _meetings(summary: ir.Table) -> ir.Table:
    """One row per player, opponent and game day: his games against that opponent until then."""
    games = summary.filter(summary.status == PlayerStatus.PLAYED)
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
