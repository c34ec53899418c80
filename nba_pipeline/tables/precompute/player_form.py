"""What earns its place beside the classic features: exponential form, and the rotation around the player.

All of it comes from games strictly before the day, of this season and the one before, and from the day's injury
report. Nothing of the market is in it: neither lines, spreads and totals, nor who is quoted.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, NamedTuple

import ibis
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.contracts import Before, Column, Phase, Table, Today, When
from nba_pipeline.statuses import PlayerStatus
from nba_pipeline.tables import expected, formulas, injuries
from nba_pipeline.tables.analytics.upcoming_player_game_context import CONTRACT as CONTEXT
from nba_pipeline.tables.asof import known_before
from nba_pipeline.tables.exact import mean, total
from nba_pipeline.tables.exponential import in_units, weight, weighted_mean, weighted_ratio

# An exponential mean looks no further back.
GAMES = 60
RATE_HALF_LIFE = 60
RATE = f"points_per_minute_ew_{RATE_HALF_LIFE}"
EFFICIENCY = f"points_per_possession_ew_{RATE_HALF_LIFE}"


class Exponential(NamedTuple):
    """A mean of what a player did in his last `GAMES` games; bounds and unit are those of one game."""

    measure: str
    half_life: int
    what: str
    unit: str
    low: float
    high: float

    @property
    def name(self) -> str:
        return f"{self.measure}_ew_{self.half_life}"


EXPONENTIALS = (
    Exponential("points", 2, "Points", "points", 0, 90),
    Exponential("points", 5, "Points", "points", 0, 90),
    Exponential("points", 25, "Points", "points", 0, 90),
    Exponential("possessions_used", 5, "FGA + 0.44 FTA + TOV", "possessions", 0, 90),
    Exponential("fga", 5, "Shots from the field", "shots", 0, 80),
    Exponential("usage_rate", 20, "Usage rate", "percent", 0, 300),
    Exponential("minutes", 5, "Minutes", "minutes", 0, 75),
    Exponential("rebounds", 15, "Rebounds", "rebounds", 0, 60),
    Exponential("plus_minus", 20, "Score margin while on the floor", "points", -100, 100),
)
# How much he played of late, as the day's context has it.
LOAD = ("games_last_14", "minutes_last_7")

HALF_LIVES = sorted({column.half_life for column in EXPONENTIALS} | {RATE_HALF_LIFE})

_NO_GAME = "no earlier game this season or last"
_NOT_TOLD = f"no earlier game this season or last, or the source tells it of none of the last {GAMES}"
_NO_POSSESSION = f"no possession used in the last {GAMES} games of which the source tells it"
_NO_TEAM = "his team is not known before the game, or has no earlier game"
_NO_ROTATION = "not one of his team's recent players"
_NO_REPORT = "no injury report covers his team's game"

CONTRACT = Table(
    name="nba_precompute.player_form",
    grain="game x expected player",
    phase=Phase.PRECOMPUTE,
    when=When.PREGAME,
    key=("game_date", "game_id", "player_id"),
    columns=[
        Column("game_date", date, "Game day, US/Eastern"),
        Column("game_id", str, "The league's id of the game"),
        Column("player_id", int, "The league's id of the player"),
        *[
            Column(
                column.name,
                float,
                f"{column.what}: mean with a half-life of {column.half_life} games",
                column.unit,
                column.low,
                column.high,
                _NO_GAME if column.measure in ("points", "minutes") else _NOT_TOLD,
            )
            for column in EXPONENTIALS
        ],
        Column(
            RATE,
            float,
            f"Points by minutes, both with a half-life of {RATE_HALF_LIFE} games",
            "points per minute",
            0,
            30,
            f"no minutes in the last {GAMES} games",
        ),
        Column(
            EFFICIENCY,
            float,
            f"Points by possessions used, both with a half-life of {RATE_HALF_LIFE} games",
            "points per possession",
            0,
            20,
            _NO_POSSESSION,
        ),
        Column(
            "points_of_volume",
            float,
            f"possessions_used_ew_5 at {EFFICIENCY}: his volume of late without its luck",
            "points",
            0,
            150,
            _NO_POSSESSION,
        ),
        Column("minutes_last_game", float, "Minutes in his latest game", "minutes", 0, 75, _NO_GAME),
        Column("minutes_avg_last_3", float, "Mean of the last 3 games", "minutes", 0, 75, _NO_GAME),
        *[CONTEXT[name] for name in LOAD],
        Column("days_since_last_game", int, "1 after a game yesterday", "days", 1, 800, _NO_GAME),
        Column("team_game_number", int, "Earlier games of his team this season", "games", 0, 120, _NO_TEAM),
        Column(
            "team_games_missed",
            int,
            "Games of his team since his latest one",
            "games",
            0,
            expected.LAST_GAMES - 1,
            _NO_ROTATION,
        ),
        Column(
            "rotation_rank",
            int,
            "Rank by minutes_ew_5 among his team's recent players, 1 for most",
            low=1,
            high=30,
            null=_NO_ROTATION,
        ),
        Column(
            "teammates_points_present",
            float,
            "points_ew_5 of the other recent players who appeared in the team's latest game, together",
            "points",
            0,
            300,
            _NO_TEAM,
        ),
        Column(
            "teammates_minutes_absent",
            float,
            "minutes_ew_5 of the other recent players who missed the team's latest game, together",
            "minutes",
            0,
            600,
            _NO_TEAM,
        ),
        Column(
            "teammates_points_out",
            float,
            "points_ew_5 of the other recent players whom the injury report calls out or doubtful, together",
            "points",
            0,
            300,
            _NO_REPORT,
        ),
    ],
)


def player_form(
    upcoming_player_game_context: Annotated[ir.Table, Today()],
    player_game_summary: Annotated[ir.Table, Before(seasons=2)],
    team_offense_game_summary: Annotated[ir.Table, Before(seasons=2)],
) -> ir.Table:
    games = _appearances(player_game_summary)
    players = upcoming_player_game_context.select(
        *("game_date", "game_id", "player_id", "team", "season"),
        *("expected_because", "injury_status", "star_teammates_out", *LOAD),
    )
    rows = known_before(players, _latest(games), ["player_id"]).rename(last_game_date="state_date")
    form = _form(games, rows.select("player_id", "latest").distinct())
    rows = rows.left_join(form, ["player_id", "latest"], rname="form_{name}")
    rows = _with_rotation(_with_team(rows, team_offense_game_summary))
    rows = rows.mutate(days_since_last_game=_.game_date.delta(_.last_game_date, unit="day"))
    return rows.select([column.name for column in CONTRACT.columns])


def _appearances(summary: ir.Table) -> ir.Table:
    """The games that each player appeared in, numbered from 0."""
    games = summary.filter(_.status == PlayerStatus.PLAYED)
    number = ibis.row_number().over(ibis.window(group_by="player_id", order_by="game_date"))
    return games.mutate(number=number, possessions_used=formulas.possessions_used(_.fga, _.fta, _.turnovers))


def _latest(games: ir.Table) -> ir.Table:
    """One row per player and game day: the number of that day's game, its minutes, and those of the last three."""
    last_3 = ibis.window(group_by="player_id", order_by="game_date", preceding=2, following=0)
    return games.select(
        "player_id",
        "game_date",
        latest="number",
        minutes_last_game="minutes",
        minutes_avg_last_3=mean(games.minutes, last_3),
    )


def _form(games: ir.Table, moments: ir.Table) -> ir.Table:
    """Per player and number of his latest game, what is weighted exponentially over that game and those before."""
    measures = sorted({column.measure for column in EXPONENTIALS})
    history = games.select("player_id", "number", **{measure: in_units(games[measure]) for measure in measures})
    # a power is dear: one for each age, and not for each game of each player
    ages = games.select(age="number").distinct().filter(_.age < GAMES)
    ages = ages.mutate(**{f"weight_{half_life}": weight(ages.age, half_life) for half_life in HALF_LIVES})
    seen = moments.cross_join(ages).mutate(number=_.latest - _.age)
    seen = seen.inner_join(history, ["player_id", "number"]).mutate()
    weights = seen[f"weight_{RATE_HALF_LIFE}"]
    of_told = seen.possessions_used.notnull().ifelse(seen.points, ibis.null("int64"))
    form = seen.group_by("player_id", "latest").agg(
        **{c.name: weighted_mean(seen[c.measure], seen[f"weight_{c.half_life}"]) for c in EXPONENTIALS},
        **{RATE: weighted_ratio(seen.points, seen.minutes, weights)},
        **{EFFICIENCY: weighted_ratio(of_told, seen.possessions_used, weights)},
    )
    return form.mutate(points_of_volume=form.possessions_used_ew_5 * form[EFFICIENCY])


def _with_team(rows: ir.Table, offense: ir.Table) -> ir.Table:
    """Add `in_rotation`, team_game_number and, for those in the rotation, team_games_missed."""
    ever, season = (ibis.cumulative_window(group_by=by, order_by="game_date") for by in ("team", ["team", "season"]))
    games = offense.select(
        "team",
        "game_date",
        team_season="season",
        team_games=offense.count().over(ever),
        team_season_games=offense.count().over(season),
    )
    rows = known_before(rows, games, ["team"])
    appeared = games.select("team", last_game_date="game_date", games_then="team_games")
    rows = rows.left_join(appeared, ["team", "last_game_date"], rname="then_{name}")
    missed = _.team_games - _.games_then
    return rows.mutate(
        team_game_number=ibis.cases((_.team_season == _.season, _.team_season_games), (_.team_season.notnull(), 0)),
        team_games_missed=(_.expected_because == expected.REASONS[0]).ifelse(missed, ibis.null("int64")),
    ).mutate(in_rotation=_.team_games_missed.notnull())


def _with_rotation(rows: ir.Table) -> ir.Table:
    """Add his rank among the team's recent players, and what the others of them bring."""
    nothing = ibis.null("float64")
    out = _.in_rotation & _.injury_status.isin(injuries.MISSING)
    rows = rows.mutate(
        points_present=(_.team_games_missed == 0).ifelse(_.points_ew_5, nothing),
        minutes_absent=(_.team_games_missed > 0).ifelse(_.minutes_ew_5, nothing),
        points_out=out.ifelse(_.points_ew_5, nothing),
    )
    by_minutes = ibis.window(group_by=["game_id", "team", "in_rotation"], order_by=[_.minutes_ew_5.desc(), _.player_id])
    rank = ibis.row_number().over(by_minutes) + 1
    with_history, reported = rows.team_season.notnull(), rows.star_teammates_out.notnull()
    return rows.mutate(
        rotation_rank=_.in_rotation.ifelse(rank, ibis.null("int64")),
        teammates_points_present=with_history.ifelse(_others(rows, "points_present"), nothing),
        teammates_minutes_absent=with_history.ifelse(_others(rows, "minutes_absent"), nothing),
        teammates_points_out=reported.ifelse(_others(rows, "points_out"), nothing),
    )


def _others(rows: ir.Table, measure: str) -> ir.FloatingValue:
    """What the other players of his team in the game have of a measure, together; none is zero."""
    team = ibis.window(group_by=["game_id", "team"])
    return total(rows[measure], team).fill_null(0) - rows[measure].fill_null(0)


def expected_games(upcoming_player_game_context: ir.Table) -> ir.Table:
    """Every game whose players are expected."""
    return upcoming_player_game_context.select("game_date", "game_id").distinct()
