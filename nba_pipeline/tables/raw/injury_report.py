"""The league's injury report: who is out, doubtful, questionable, probable or available, report by report.

A team that has not submitted its report has one row, with status NOT_SUBMITTED, no name and an empty
`player_lookup`: that its players are missing from the report then says nothing about them.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import ibis.expr.types as ir

from nba_pipeline.contracts import Column, Fetched, Phase, Table, Today, When
from nba_pipeline.statuses import InjuryStatus
from nba_pipeline.tables import slate

CONTRACT = Table(
    name="nba_raw.injury_report",
    grain="report x player",
    phase=Phase.RAW,
    when=When.PREGAME | When.POSTGAME,
    key=("game_date", "report_at", "team", "player_lookup"),
    columns=[
        Column("game_date", date, "US/Eastern day of the game that the report speaks of"),
        Column("game_id", str, "The team's game of that day", null="the schedule has no game of the team"),
        Column("report_at", datetime, "When the report was published; 09:00 US/Eastern where only its day is known"),
        Column("team", str, "The player's team, three letters"),
        Column("player_lookup", str, "The name as a join key; empty in the row of a team that has not submitted"),
        Column("player_name", str, "Name as the report writes it", null="the team has not submitted its report"),
        Column("status", str, "What the report says of the player", values=tuple(InjuryStatus)),
        Column("reason", str, "Why, in the report's words", null="the report gives no reason"),
    ],
    may_be_empty="the league has published no report for the day, or not yet",
)


def injury_report(
    answer: Annotated[ir.Table, Fetched("injury_report")],
    schedule: Annotated[ir.Table, Today()],
) -> ir.Table:
    games = slate.team_games(schedule).select("game_date", "team", "game_id")
    rows = answer.left_join(games, ["game_date", "team"], rname="game_{name}")
    return rows.select([column.name for column in CONTRACT.columns])
