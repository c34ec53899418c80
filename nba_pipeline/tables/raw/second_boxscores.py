"""What a second source says of who played in a game, how long and with how many points: to hold the first one against.

It knows none of the league's ids. Its games are found by the day and the teams; whom its names mean is asked where the
two sources are compared.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

import ibis
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.contracts import Column, Fetched, Phase, Table, Today, When
from nba_pipeline.tables import slate

CONTRACT = Table(
    name="nba_raw.second_boxscores",
    grain="game x player on a team's sheet, as a second source has them",
    phase=Phase.RAW,
    when=When.POSTGAME,
    key=("game_date", "game_id", "team", "player_name"),
    columns=[
        Column("game_date", date, "US/Eastern day of the game"),
        Column("game_id", str, "The league's id of the game, found by the day and the teams"),
        Column("team", str, "The player's team, three letters"),
        Column("player_name", str, "Name as the second source writes it"),
        Column("player_lookup", str, "The name as a join key, see `nba_pipeline.names`"),
        Column(
            "minutes",
            float,
            "Minutes on the floor, whole ones; 0 for who did not play, or only for seconds",
            unit="minutes",
            low=0,
            high=75,
            null="the source does not tell, as of who did not play",
        ),
        Column("points", int, "Points scored", "points", 0, 100, null="the source does not tell"),
    ],
    may_be_empty="no game is played on the day",
)


def second_boxscores(
    answer: Annotated[ir.Table, Fetched("second_boxscores")],
    schedule: Annotated[ir.Table, Today()],
) -> ir.Table:
    return _placed(answer, schedule).filter(_.game_id.notnull()).select([column.name for column in CONTRACT.columns])


def set_aside(answer: ir.Table, schedule: ir.Table) -> ir.Table:
    """Players of games that are not on the schedule."""
    strays = _placed(answer, schedule).filter(_.game_id.isnull())
    return strays.select(
        "game_date",
        "game_id",
        item=_.player_name + ibis.literal(" of ") + _.team,
        reason=ibis.literal("the schedule has no game of these teams on this day"),
    )


def _placed(answer: ir.Table, schedule: ir.Table) -> ir.Table:
    """The answer with each game's id: a team plays once a day, so home and away may be confused."""
    sides = slate.team_games(schedule).select("game_date", "team", "opponent", "game_id")
    return answer.left_join(sides, ["game_date", "team", "opponent"], rname="side_{name}")
