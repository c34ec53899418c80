"""The box-score formulas, as published in Basketball-Reference's glossary, and the arithmetic that they need.
A division by zero is null.

Each takes columns and returns a column; what a table calls its columns is not known here.
"""

from __future__ import annotations

from typing import NamedTuple

import ibis
import ibis.expr.types as ir

_FREE_THROW_WEIGHT = 0.44  # the share of free throws that end a shooter's possession


class Side(NamedTuple):
    """The columns of one team's boxscore that tell its possessions."""

    fgm: ir.NumericValue
    fga: ir.NumericValue
    fta: ir.NumericValue
    oreb: ir.NumericValue
    dreb: ir.NumericValue
    turnovers: ir.NumericValue

    @classmethod
    def of(cls, boxscore: ir.Table, prefix: str = "") -> Side:
        return cls(*(boxscore[prefix + column] for column in cls._fields))


def ratio(numerator: ir.NumericValue, denominator: ir.NumericValue) -> ir.NumericValue:
    return numerator / denominator.nullif(0)


def within(value: ir.NumericValue, low: float, high: float) -> ir.NumericValue:
    """A value held between two bounds, null where it is null. Shorter SQL than `clip`, which repeats it nine times."""
    return ibis.cases((value < low, low), (value > high, high), else_=value)


def ts_pct(points: ir.NumericValue, fga: ir.NumericValue, fta: ir.NumericValue) -> ir.NumericValue:
    """True shooting: PTS / (2 * (FGA + 0.44 * FTA)). A fraction; above 1 only on a handful of shots."""
    return ratio(points, 2 * (fga + _FREE_THROW_WEIGHT * fta))


def efg_pct(fgm: ir.NumericValue, fg3m: ir.NumericValue, fga: ir.NumericValue) -> ir.NumericValue:
    """Effective field goals: (FG + 0.5 * 3P) / FGA. A fraction, at most 1.5."""
    return ratio(fgm + 0.5 * fg3m, fga)


def possessions_used(fga: ir.NumericValue, fta: ir.NumericValue, turnovers: ir.NumericValue) -> ir.NumericValue:
    """Possessions that ended in the hands of a player, or of a team: FGA + 0.44 * FTA + TOV."""
    return fga + _FREE_THROW_WEIGHT * fta + turnovers


def usage_rate(
    used: ir.NumericValue, minutes: ir.NumericValue, team_used: ir.NumericValue, team_minutes: ir.NumericValue
) -> ir.NumericValue:
    """The share of his team's possessions that a player used while on the floor, in percent.

    100 * (used * (Tm MP / 5)) / (MP * Tm used), where both `used` are `possessions_used`.
    """
    return 100 * ratio(used * (team_minutes / 5), minutes * team_used)


def _one_sided(own: Side, opponent: Side) -> ir.NumericValue:
    rebounded = ratio(own.oreb, own.oreb + opponent.dreb)
    return own.fga + 0.4 * own.fta - 1.07 * rebounded * (own.fga - own.fgm) + own.turnovers


def possessions(own: Side, opponent: Side) -> ir.NumericValue:
    """A team's estimated possessions in a game: the mean of both sides' estimates, so equal for both.

    One side's: FGA + 0.4 * FTA - 1.07 * (ORB / (ORB + Opp DRB)) * (FGA - FG) + TOV.
    """
    return 0.5 * (_one_sided(own, opponent) + _one_sided(opponent, own))


def pace(possessions: ir.NumericValue, team_minutes: ir.NumericValue) -> ir.NumericValue:
    """Possessions in 48 minutes: 48 * possessions / (Tm MP / 5)."""
    return 48 * ratio(possessions, team_minutes / 5)


def rating(points: ir.NumericValue, possessions: ir.NumericValue) -> ir.NumericValue:
    """Points per 100 possessions: the offensive rating of points scored, the defensive of points allowed."""
    return 100 * ratio(points, possessions)


def overtime_periods(players_minutes: ir.NumericValue) -> ir.NumericValue:
    """Overtimes of a game from one team's minutes: 240 in regulation, 25 for each overtime.

    Older boxscores hold whole minutes, which add up to within 5 of the truth. Nonsense comes out negative.
    """
    return ((players_minutes - 240) / 25).round().cast("int64")


def team_minutes(overtime_periods: ir.NumericValue) -> ir.NumericValue:
    """The minutes that five players on the floor share, exactly: 240 + 25 per overtime."""
    return (240 + 25 * overtime_periods).cast("float64")
