"""What each team did in a game: the sums of its players, and the result."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import ibis
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.contracts import Column, Fetched, Phase, Results, Table, When
from nba_pipeline.tables import slate
from nba_pipeline.tables.raw import boxscore_faults as faults

_STATISTICS = [
    ("points", "Points scored", 40, 250),
    ("fgm", "Field goals made", 10, 80),
    ("fga", "Field goals attempted", 45, 150),
    ("fg3m", "Three-pointers made", 0, 45),
    ("fg3a", "Three-pointers attempted", 0, 90),
    ("ftm", "Free throws made", 0, 70),
    ("fta", "Free throws attempted", 0, 90),
    ("oreb", "Offensive rebounds", 0, 45),
    ("dreb", "Defensive rebounds", 8, 75),
    ("rebounds", "Rebounds, without those credited to the team", 10, 95),
    ("assists", "Assists", 0, 65),
    ("steals", "Steals", 0, 35),
    ("blocks", "Blocked shots", 0, 30),
    ("turnovers", "Turnovers, without those credited to the team", 0, 45),
    ("fouls", "Personal fouls", 0, 60),
]

CONTRACT = Table(
    name="nba_raw.team_boxscores",
    grain="game x team",
    phase=Phase.RAW,
    when=When.POSTGAME,
    key=("game_date", "game_id", "team"),
    columns=[
        Column("game_date", date, "US/Eastern day of the game"),
        Column("game_id", str, "The league's id of the game"),
        Column("team", str, "Three letters"),
        Column("opponent", str, "The other team, by the schedule"),
        Column("is_home", bool, "Whether the team is at home, by the schedule"),
        *[Column(name, int, words, low=low, high=high) for name, words, low, high in _STATISTICS],
        Column(
            "turnovers_with_team",
            int,
            "Turnovers with those credited to the team",
            low=0,
            high=50,
            null="the source does not tell them, as before 2025-26",
        ),
        Column("plus_minus", int, "Final margin", "points", -120, 120, null="the source does not tell it"),
        Column("opponent_points", int, "The opponent's final score, by the schedule", "points", 40, 250),
        Column("won", bool, "Whether the team won"),
    ],
)


def team_boxscores(
    answer: Annotated[ir.Table, Fetched("team_boxscores")],
    schedule: Annotated[ir.Table, Results()],
) -> ir.Table:
    sides = faults.scored_sides(schedule)
    sides = sides.select(*faults.GAME, "team", "opponent", "is_home", opponent_points="opponent_score")
    rows = answer.left_join(sides, [*faults.GAME, "team"], rname="side_{name}")
    rows = rows.mutate(won=_.points > _.opponent_points)
    return rows.select([column.name for column in CONTRACT.columns])


def expected_games(schedule: ir.Table) -> ir.Table:
    return slate.to_be_played(schedule).select(*faults.GAME)


def held_back(rows: ir.Table, schedule: ir.Table) -> ir.Table:
    """Games without both sides, with another score than the schedule's, or under two ids."""
    sides = faults.sides_of(rows, schedule)
    missing = sides.anti_join(rows, [*faults.GAME, "team"])
    points = rows.select(*faults.GAME, "team", "points")
    return faults.one_reason(
        faults.not_on_the_schedule(rows, schedule),
        faults.not_final(rows, schedule),
        faults.team_not_in_the_game(rows, schedule),
        faults.team_in_two_games(rows, schedule),
        faults.finding(missing, ibis.literal("no boxscore of ") + missing.team),
        faults.wrong_score(sides.inner_join(points, [*faults.GAME, "team"])),
    )
