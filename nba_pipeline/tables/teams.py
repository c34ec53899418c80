"""A team's game: its boxscore beside the opponent's, with the possessions and minutes that rates need.

Turnovers are the players'. Those credited to the team, half a possession a game, are told for few seasons.
"""

from __future__ import annotations

import ibis.expr.types as ir
from ibis import _

from nba_pipeline.tables import formulas
from nba_pipeline.tables.formulas import Side

SHOOTING = ("fgm", "fga", "fg3m", "fg3a", "ftm", "fta", "oreb", "dreb", "turnovers")


def team_sides(team_boxscores: ir.Table, player_boxscores: ir.Table) -> ir.Table:
    """One row per game and team: `team_boxscores`, the opponent's columns as `opponent_*`, and
    overtime_periods, minutes (five players', together) and possessions.
    """
    opponents = team_boxscores.select("game_id", opponent="team", **{f"opponent_{name}": name for name in SHOOTING})
    summed = player_boxscores.group_by("game_id", "team").agg(players_minutes=_.minutes.sum())
    sides = team_boxscores.left_join(opponents, ["game_id", "opponent"], rname="other_{name}")
    sides = sides.left_join(summed, ["game_id", "team"], rname="summed_{name}")
    sides = sides.mutate(
        overtime_periods=formulas.overtime_periods(_.players_minutes),
        possessions=formulas.possessions(Side.of(sides), Side.of(sides, "opponent_")),
    )
    return sides.mutate(minutes=formulas.team_minutes(_.overtime_periods))
