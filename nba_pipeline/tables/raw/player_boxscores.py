"""Every player on a team's sheet for a game: what he did, or why he did not play."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import ibis
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.contracts import Column, Fetched, Phase, Results, Table, When
from nba_pipeline.statuses import PlayerStatus
from nba_pipeline.tables import formulas, slate
from nba_pipeline.tables.raw import boxscore_faults as faults

_DID_NOT_PLAY = "did not play, or the source does not tell it"
_STATISTICS = [
    ("points", "Points scored", 100),
    ("fgm", "Field goals made", 45),
    ("fga", "Field goals attempted", 80),
    ("fg3m", "Three-pointers made", 25),
    ("fg3a", "Three-pointers attempted", 45),
    ("ftm", "Free throws made", 45),
    ("fta", "Free throws attempted", 60),
    ("oreb", "Offensive rebounds", 30),
    ("dreb", "Defensive rebounds", 45),
    ("rebounds", "Rebounds", 60),
    ("assists", "Assists", 40),
    ("steals", "Steals", 20),
    ("blocks", "Blocked shots", 20),
    ("turnovers", "Turnovers", 20),
    ("fouls", "Personal fouls", 8),
]

CONTRACT = Table(
    name="nba_raw.player_boxscores",
    grain="game x player on a team's sheet",
    phase=Phase.RAW,
    when=When.POSTGAME,
    key=("game_date", "game_id", "player_id"),
    columns=[
        Column("game_date", date, "US/Eastern day of the game"),
        Column("game_id", str, "The league's id of the game"),
        Column("team", str, "The player's team, three letters"),
        Column("opponent", str, "The other team, by the schedule"),
        Column("is_home", bool, "Whether his team is at home, by the schedule"),
        Column("player_id", int, "The league's id of the player", low=1),
        Column("player_name", str, "Name as the source writes it"),
        Column("player_lookup", str, "The name as a join key, see `nba_pipeline.names`"),
        Column("status", str, "Appeared, dressed without playing, or inactive", values=tuple(PlayerStatus)),
        Column("not_played_reason", str, "Why he did not play", null="played, or the source gives no reason"),
        Column("started", bool, "In the starting five", null="the source does not tell line-ups"),
        Column(
            "minutes",
            float,
            "Minutes on the floor; whole ones before 2025-26, and where a second source stands in",
            unit="minutes",
            low=0,
            high=75,
            null="did not play",
        ),
        *[Column(name, int, words, low=0, high=high, null=_DID_NOT_PLAY) for name, words, high in _STATISTICS],
        Column("plus_minus", int, "Score margin while on the floor", "points", -100, 100, null=_DID_NOT_PLAY),
    ],
)

_MIN_PLAYERS = 5
# Sources round each player's minutes; the sums of 26,312 real sides are at most 4 off.
_MINUTES_TOLERANCE = 5


def player_boxscores(
    answer: Annotated[ir.Table, Fetched("player_boxscores")],
    schedule: Annotated[ir.Table, Results()],
) -> ir.Table:
    sides = slate.team_games(schedule).select(*faults.GAME, "team", "opponent", "is_home")
    rows = answer.filter(_.player_id.notnull()).left_join(sides, [*faults.GAME, "team"], rname="side_{name}")
    return rows.select([column.name for column in CONTRACT.columns])


def set_aside(answer: ir.Table) -> ir.Table:
    """Players without the league's id: nothing could be joined to them."""
    return answer.filter(_.player_id.isnull()).select(
        *faults.GAME,
        item=_.player_name,
        reason=ibis.literal("the source gives no player id"),
    )


def expected_games(schedule: ir.Table) -> ir.Table:
    return slate.to_be_played(schedule).select(*faults.GAME)


def held_back(rows: ir.Table, schedule: ir.Table) -> ir.Table:
    """Games whose boxscores are incomplete, do not add up, or stand under two ids."""
    sums = rows.group_by([*faults.GAME, "team"]).agg(
        players=(_.minutes > 0).sum().fill_null(0),
        minutes=_.minutes.sum().fill_null(0),
        points=_.points.sum().fill_null(0),
    )
    sides = faults.sides_of(rows, schedule).left_join(sums, [*faults.GAME, "team"], rname="sum_{name}")
    sides = sides.mutate(**{name: sides[name].fill_null(0) for name in ("players", "minutes", "points")})
    return faults.one_reason(
        faults.not_on_the_schedule(rows, schedule),
        faults.not_final(rows, schedule),
        faults.team_not_in_the_game(rows, schedule),
        faults.team_in_two_games(rows, schedule),
        _player_in_two_games(rows, schedule),
        _rosters_only(sides),
        faults.wrong_score(sides),
        _minutes_that_do_not_add_up(sides),
    )


def _rosters_only(sides: ir.Table) -> ir.Table:
    few = sides.filter(_.players < _MIN_PLAYERS)
    return faults.finding(
        few,
        ibis.literal("rosters only: ") + few.team + " has " + few.players.cast("string") + " players with minutes",
    )


def _minutes_that_do_not_add_up(sides: ir.Table) -> ir.Table:
    overtimes = formulas.overtime_periods(sides.minutes).clip(lower=0)
    off = (sides.minutes - formulas.team_minutes(overtimes)).abs()
    wrong = sides.filter(off > _MINUTES_TOLERANCE)
    return faults.finding(
        wrong,
        ibis.literal("the minutes of ")
        + wrong.team
        + " add up to "
        + wrong.minutes.round().cast("int64").cast("string")
        + ", not to 240 and 25 for each overtime",
    )


def _player_in_two_games(rows: ir.Table, schedule: ir.Table) -> ir.Table:
    played = rows.semi_join(schedule, faults.GAME).filter(_.status == PlayerStatus.PLAYED)
    games = played.game_id.nunique().over(ibis.window(group_by=["game_date", "player_id"]))
    twice = played.mutate(games=games).filter(_.games > 1)
    return faults.finding(twice, twice.player_name + " appears in two games of the day")
