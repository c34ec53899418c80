"""What a team allowed its opponent in each game, by zone where the source knows zones."""

from __future__ import annotations

from typing import Annotated

import ibis.expr.types as ir
from ibis import _

from nba_pipeline.contracts import Column, Phase, Results, Table, When
from nba_pipeline.tables import formulas, slate, teams
from nba_pipeline.tables.analytics.team_offense_game_summary import CONTRACT as OFFENSE
from nba_pipeline.tables.raw.team_boxscores import CONTRACT as TEAM_BOXSCORES

_ZONES = {"paint": "the paint", "mid_range": "mid-range", "three": "behind the arc"}
_ALLOWED = {f"{zone}_{kind}_allowed": f"{zone}_{kind}" for zone in _ZONES for kind in ("fga", "fgm")}


def _zone_column(zone: str, kind: str) -> Column:
    what = {"fga": "attempts", "fgm": "makes"}[kind]
    return Column(
        f"{zone}_{kind}_allowed",
        int,
        f"The opponent's {what} from {_ZONES[zone]}",
        unit="shots",
        low=0,
        high=120,
        null="the source has no shot zones for the game, or not yet",
    )


CONTRACT = Table(
    name="nba_analytics.team_defense_game_summary",
    grain="game x team",
    phase=Phase.ANALYTICS,
    when=When.POSTGAME,
    key=("game_date", "game_id", "team"),
    columns=[
        *[OFFENSE[name] for name in ("game_date", "game_id", "team", "opponent", "is_home", "season", "season_type")],
        TEAM_BOXSCORES["opponent_points"],
        *[
            Column(f"opponent_{name}", int, f"The opponent's {name}", low=OFFENSE[name].low, high=OFFENSE[name].high)
            for name in teams.SHOOTING
        ],
        Column("opponent_possessions", float, "Estimated possessions, the same for both", "possessions", 60, 170),
        Column("defensive_rating", float, "Points allowed per 100 possessions", "points", 50, 180),
        Column("opponent_ts_pct", float, "The opponent's true shooting", "fraction", 0.2, 0.95),
        Column("opponent_efg_pct", float, "The opponent's effective field goals", "fraction", 0.2, 0.95),
        *[_zone_column(zone, kind) for zone in _ZONES for kind in ("fga", "fgm")],
    ],
)


def team_defense_game_summary(
    team_boxscores: Annotated[ir.Table, Results()],
    player_boxscores: Annotated[ir.Table, Results()],
    shot_zones: Annotated[ir.Table, Results()],
    schedule: Annotated[ir.Table, Results()],
) -> ir.Table:
    sides = teams.team_sides(team_boxscores, player_boxscores)
    zones = shot_zones.group_by("game_id", opponent="team").agg(
        **{allowed: shot_zones[taken].sum() for allowed, taken in _ALLOWED.items()}
    )
    games = schedule.select("game_id", "season", "season_type")
    rows = sides.left_join(games, "game_id", rname="schedule_{name}")
    rows = rows.left_join(zones, ["game_id", "opponent"], rname="zone_{name}")
    return rows.mutate(
        opponent_possessions=_.possessions,
        defensive_rating=formulas.rating(_.opponent_points, _.possessions),
        opponent_ts_pct=formulas.ts_pct(_.opponent_points, _.opponent_fga, _.opponent_fta),
        opponent_efg_pct=formulas.efg_pct(_.opponent_fgm, _.opponent_fg3m, _.opponent_fga),
    ).select([column.name for column in CONTRACT.columns])


def expected_games(schedule: ir.Table) -> ir.Table:
    return slate.to_be_played(schedule).select("game_date", "game_id")
