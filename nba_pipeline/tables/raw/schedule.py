"""The league's games: when, who against whom, and, once they are over, the score."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import ibis.expr.types as ir

from nba_pipeline.contracts import Column, Fetched, Phase, Table, When
from nba_pipeline.statuses import GameStatus

_NOT_OVER = "the game is not over"

CONTRACT = Table(
    name="nba_raw.schedule",
    grain="game",
    phase=Phase.RAW,
    when=When.PREGAME | When.POSTGAME,
    key=("game_date", "game_id"),
    columns=[
        Column("game_date", date, "US/Eastern day under which the league files the game"),
        Column("game_id", str, "The league's id; its first three digits tell the kind of game"),
        Column("season", int, "Year in which the season began", low=2015, high=2100),
        Column(
            "season_type",
            str,
            "What the game counts for",
            values=("Regular Season", "NBA Cup Final", "Play-In", "Playoffs"),
        ),
        Column("tipoff_at", datetime, "Tip-off", null="not set yet, or the source does not tell it"),
        Column("home_team", str, "The home team's three letters"),
        Column("away_team", str, "The visitors' three letters"),
        Column("status", str, "How far the game is", values=tuple(GameStatus), after_game=True),
        Column("home_score", int, "Points of the home team", "points", 0, 250, null=_NOT_OVER, after_game=True),
        Column("away_score", int, "Points of the visitors", "points", 0, 250, null=_NOT_OVER, after_game=True),
        Column("postponed", bool, "Called off for this day; it will be played under another date, or never"),
    ],
    may_be_empty="no games are scheduled",
)


def schedule(answer: Annotated[ir.Table, Fetched("schedule")]) -> ir.Table:
    return answer.select([column.name for column in CONTRACT.columns])
