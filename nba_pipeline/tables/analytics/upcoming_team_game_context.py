"""How each team of today's games comes into its game: rest, form, the bookmakers' spread, starters out."""

from __future__ import annotations

from typing import Annotated

import ibis.expr.types as ir
from ibis import _

from nba_pipeline.contracts import Before, Column, Phase, Table, Today, When
from nba_pipeline.tables import injuries, lines, slate
from nba_pipeline.tables.analytics.team_offense_game_summary import CONTRACT as OFFENSE
from nba_pipeline.tables.analytics.upcoming_player_game_context import CONTRACT as PLAYERS
from nba_pipeline.tables.asof import in_days_before, known_before
from nba_pipeline.tables.states import team_states

_STARTERS = 5
_NO_GAME_LINE = "no book has one for the game"

CONTRACT = Table(
    name="nba_analytics.upcoming_team_game_context",
    grain="game x team",
    phase=Phase.ANALYTICS,
    when=When.PREGAME,
    key=("game_date", "game_id", "team"),
    columns=[
        *[OFFENSE[name] for name in ("game_date", "game_id", "team", "opponent", "is_home", "season", "season_type")],
        PLAYERS["tipoff_at"],
        Column("days_since_last_game", int, "1 after a game yesterday", "days", 1, 400, "no earlier game is known"),
        Column("back_to_back", bool, "The team played yesterday"),
        Column("games_last_7", int, "Games in the 7 days before", "games", 0, 6),
        Column("wins_this_season", int, "Games won this season, of any kind", "games", 0, 110),
        Column("losses_this_season", int, "Games lost this season, of any kind", "games", 0, 110),
        Column("streak", int, "Latest games won (positive) or lost (negative) in a row this season", "games", -40, 40),
        Column("spread", float, "The team's handicap, negative for a favourite", "points", -40, 40, _NO_GAME_LINE),
        PLAYERS["total"],
        Column(
            "implied_points", float, "The team's share of the total by the spread", "points", 60, 170, _NO_GAME_LINE
        ),
        Column(
            "starters_out",
            int,
            "Reported out or doubtful, of the five recent players with most minutes a game this season",
            low=0,
            high=_STARTERS,
            null="no injury report covers the team's game",
        ),
    ],
)


def upcoming_team_game_context(
    schedule: Annotated[ir.Table, Today()],
    game_lines: Annotated[ir.Table, Today()],
    upcoming_player_game_context: Annotated[ir.Table, Today()],
    team_offense_game_summary: Annotated[ir.Table, Before(seasons=2)],
) -> ir.Table:
    games = slate.to_be_played(schedule)
    rows = slate.team_games(games)
    rows = known_before(rows, team_states(team_offense_game_summary), ["team"])
    results = team_offense_game_summary.select("game_date", "team")
    rows = in_days_before(rows, results, ["team"], 7, {"games_last_7": _.count()})
    rows = rows.left_join(lines.game_line(game_lines, slate.last_call(games)), "game_id", rname="line_{name}")
    rows = rows.left_join(_starters_out(upcoming_player_game_context), ["game_id", "team"], rname="out_{name}")
    rows = rows.mutate(
        days_since_last_game=_.game_date.delta(_.state_date, unit="day"),
        games_last_7=_.games_last_7.fill_null(0),
        spread=_.is_home.ifelse(_.home_spread, -_.home_spread),
        **{
            column: (_.latest_season == _.season).ifelse(_[measure], 0)
            for column, measure in [
                ("wins_this_season", "wins"),
                ("losses_this_season", "losses"),
                ("streak", "streak"),
            ]
        },
    )
    rows = rows.mutate(
        back_to_back=(_.days_since_last_game == 1).fill_null(False),
        implied_points=(_.total - _.spread) / 2,
    )
    return rows.select([column.name for column in CONTRACT.columns])


def _starters_out(players: ir.Table) -> ir.Table:
    """Per game and team; null where the report does not cover the team."""
    starter_out = (players.minutes_rank <= _STARTERS) & players.injury_status.isin(injuries.MISSING)
    players = players.mutate(starter_out=starter_out.ifelse(1, 0), covered=players.star_teammates_out.notnull())
    return players.filter(_.covered).group_by("game_id", "team").agg(starters_out=_.starter_out.sum())


def expected_games(schedule: ir.Table) -> ir.Table:
    return slate.to_be_played(schedule).select("game_date", "game_id")
