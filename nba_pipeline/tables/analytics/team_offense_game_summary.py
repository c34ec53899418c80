"""What a team did with the ball in each game, and at what pace."""

from __future__ import annotations

from typing import Annotated

import ibis.expr.types as ir
from ibis import _

from nba_pipeline.contracts import Column, Phase, Results, Table, When
from nba_pipeline.tables import formulas, slate, teams
from nba_pipeline.tables.raw.schedule import CONTRACT as SCHEDULE
from nba_pipeline.tables.raw.team_boxscores import CONTRACT as TEAM_BOXSCORES

CONTRACT = Table(
    name="nba_analytics.team_offense_game_summary",
    grain="game x team",
    phase=Phase.ANALYTICS,
    when=When.POSTGAME,
    key=("game_date", "game_id", "team"),
    columns=[
        *[TEAM_BOXSCORES[name] for name in ("game_date", "game_id", "team", "opponent", "is_home")],
        *[SCHEDULE[name] for name in ("season", "season_type")],
        *[TEAM_BOXSCORES[name] for name in ("won", "points", *teams.SHOOTING)],
        Column("overtime_periods", int, "Overtimes played, from the players' minutes", low=0, high=6),
        Column("minutes", float, "Minutes of five players: 240, and 25 for each overtime", "minutes", 240, 390),
        Column("possessions", float, "Estimated possessions, the same for both teams", "possessions", 60, 170),
        Column("pace", float, "Possessions in 48 minutes", "possessions", 65, 140),
        Column("offensive_rating", float, "Points per 100 possessions", "points", 50, 180),
        Column("ts_pct", float, "True shooting", "fraction", 0.2, 0.95),
        Column("efg_pct", float, "Effective field goals", "fraction", 0.2, 0.95),
    ],
)


def team_offense_game_summary(
    team_boxscores: Annotated[ir.Table, Results()],
    player_boxscores: Annotated[ir.Table, Results()],
    schedule: Annotated[ir.Table, Results()],
) -> ir.Table:
    sides = teams.team_sides(team_boxscores, player_boxscores)
    games = schedule.select("game_id", "season", "season_type")
    rows = sides.left_join(games, "game_id", rname="schedule_{name}").mutate(
        pace=formulas.pace(_.possessions, _.minutes),
        offensive_rating=formulas.rating(_.points, _.possessions),
        ts_pct=formulas.ts_pct(_.points, _.fga, _.fta),
        efg_pct=formulas.efg_pct(_.fgm, _.fg3m, _.fga),
    )
    return rows.select([column.name for column in CONTRACT.columns])


def expected_games(schedule: ir.Table) -> ir.Table:
    return slate.to_be_played(schedule).select("game_date", "game_id")
