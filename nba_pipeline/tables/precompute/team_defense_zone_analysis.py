"""How every team has defended of late: ratings, pace, and what it allowed by zone beside the league.

A team's last 15 games lie strictly before the day, in this season or the one before. The league's figures are those of
all teams' last 15 games, on the same day.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

import ibis
import ibis.expr.types as ir

from nba_pipeline.contracts import Before, Column, Phase, Table, Today, When
from nba_pipeline.tables.asof import known_before
from nba_pipeline.tables.exact import mean, total
from nba_pipeline.tables.formulas import ratio
from nba_pipeline.tables.precompute.zones import IN_WORDS, POINTS, ZONES, enough_known

GAMES = 15

_SHOTS = tuple(f"{zone}_{kind}" for zone in ZONES for kind in ("fga", "fgm"))
_NO_ZONES = f"shot zones are known of fewer than half of its last {GAMES} games"
_NO_SHOTS = f"{_NO_ZONES}, or nobody shot from there"


def _zone_columns(zone: str) -> list[Column]:
    where = IN_WORDS[zone]
    return [
        Column(f"{zone}_fga_per_100", float, f"Attempts allowed {where}", "per 100 possessions", 0, 120, _NO_ZONES),
        Column(f"{zone}_points_per_100", float, f"Points allowed {where}", "per 100 possessions", 0, 300, _NO_ZONES),
        Column(f"{zone}_fg_pct", float, f"Field goal percentage allowed {where}", "percent", 0, 100, _NO_SHOTS),
        Column(
            f"{zone}_fg_pct_vs_league",
            float,
            f"{zone}_fg_pct minus all teams' together; positive for a weak defence",
            "percentage points",
            -100,
            100,
            _NO_SHOTS,
        ),
    ]


CONTRACT = Table(
    name="nba_precompute.team_defense_zone_analysis",
    grain="game day x team that has played this season or the last",
    phase=Phase.PRECOMPUTE,
    when=When.PREGAME,
    key=("game_date", "team"),
    columns=[
        Column("game_date", date, "Game day, US/Eastern"),
        Column("team", str, "The team's three letters"),
        Column("last_game_date", date, "Day of its latest game before"),
        Column("games", int, f"Games that the figures are of, the last {GAMES} at most", "games", 1, GAMES),
        Column("games_with_zones", int, "Of these, games whose shot zones are known", "games", 0, GAMES),
        Column("defensive_rating", float, "Mean points allowed per 100 possessions", "points", 50, 180),
        Column("pace", float, "Mean possessions in 48 minutes", "possessions", 65, 140),
        Column("league_pace", float, "Mean pace of all teams", "possessions", 65, 140),
        *[column for zone in ZONES for column in _zone_columns(zone)],
    ],
    may_be_empty="no team has played before: history begins here",
)


def team_defense_zone_analysis(
    schedule: Annotated[ir.Table, Today()],
    team_defense_game_summary: Annotated[ir.Table, Before(seasons=2)],
    team_offense_game_summary: Annotated[ir.Table, Before(seasons=2)],
) -> ir.Table:
    days = schedule.select("game_date").distinct()
    teams = team_defense_game_summary.select("team").distinct()
    form = _form(team_defense_game_summary, team_offense_game_summary)
    rows = known_before(days.cross_join(teams), form, ["team"])
    rows = rows.filter(rows.state_date.notnull())
    enough = enough_known(rows.games_with_zones, rows.games)
    rows = rows.mutate(**{name: enough.ifelse(rows[name], None) for name in (*_SHOTS, "zone_possessions")})
    return rows.select(
        *("game_date", "team", "games", "games_with_zones", "defensive_rating", "pace"),
        last_game_date=rows.state_date,
        league_pace=mean(rows.pace, ibis.window(group_by="game_date")),
        **{name: value for zone in ZONES for name, value in _allowed(rows, zone).items()},
    )


def _form(defense: ir.Table, offense: ir.Table) -> ir.Table:
    """One row per team and game day: its last games until then, shots and possessions as sums."""
    recent = ibis.window(group_by="team", order_by="game_date", preceding=GAMES - 1, following=0)
    games = defense.inner_join(offense.select("game_id", "team", "pace"), ["game_id", "team"])
    zones_known = games.paint_fga_allowed.notnull()
    return games.select(
        "game_date",
        "team",
        games=games.pace.count().over(recent),
        games_with_zones=games.paint_fga_allowed.count().over(recent),
        defensive_rating=mean(games.defensive_rating, recent),
        pace=mean(games.pace, recent),
        zone_possessions=total(zones_known.ifelse(games.opponent_possessions, None), recent),
        **{name: games[f"{name}_allowed"].sum().over(recent) for name in _SHOTS},
    )


def _allowed(rows: ir.Table, zone: str) -> dict[str, ir.Value]:
    """A zone's columns, from the sums over each team's games. The league's percentage is of all teams' shots."""
    attempts, makes = rows[f"{zone}_fga"], rows[f"{zone}_fgm"]
    league = ibis.window(group_by="game_date")
    allowed = 100 * ratio(makes, attempts)
    return {
        f"{zone}_fga_per_100": 100 * ratio(attempts, rows.zone_possessions),
        f"{zone}_points_per_100": 100 * ratio(POINTS[zone] * makes, rows.zone_possessions),
        f"{zone}_fg_pct": allowed,
        f"{zone}_fg_pct_vs_league": allowed - 100 * ratio(makes.sum().over(league), attempts.sum().over(league)),
    }
