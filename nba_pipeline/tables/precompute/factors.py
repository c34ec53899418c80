"""The four factors that set today's game apart from a player's usual one, as columns of columns.

More is always better for the player: 100 is fresh, and a positive score lets expect more points than usual.
"""

from __future__ import annotations

from typing import NamedTuple

import ibis
import ibis.expr.types as ir

from nba_pipeline.tables.formulas import within

LARGEST_MISMATCH = 10.0  # percentage points
LARGEST_PACE = 3.0
LARGEST_SPIKE = 3.0

# Who takes half of his shots in one zone lives on it.
_PRIMARY_RATE = 50.0
_CLEAR_MISMATCH, _CLEAR_WEIGHT = 5.0, 1.2
_SPIKE_WEIGHT = 0.3
_ONE_STAR_OUT, _MORE_STARS_OUT = 1.15, 1.30


class Load(NamedTuple):
    """What a player has behind him. What is null takes nothing off."""

    back_to_back: ir.BooleanValue
    days_rest: ir.IntegerValue
    games_last_7: ir.IntegerValue
    minutes_last_7: ir.FloatingValue
    back_to_backs_last_14: ir.IntegerValue
    age: ir.IntegerValue


def fatigue_score(load: Load) -> ir.IntegerValue:
    """How fresh he is, 0 to 100: 100 less what each burden takes off."""
    burdens = (
        ibis.cases((load.back_to_back, -15), (load.days_rest >= 3, 5), else_=0),
        ibis.cases((load.games_last_7 >= 4, -10), else_=0),
        ibis.cases((load.minutes_last_7 > 240, -10), else_=0),
        ibis.cases((load.minutes_last_7 > 35 * load.games_last_7, -8), else_=0),
        ibis.cases((load.back_to_backs_last_14 >= 2, -12), (load.back_to_backs_last_14 == 1, -5), else_=0),
        ibis.cases((load.age >= 35, -10), (load.age >= 30, -5), else_=0),
    )
    return within(sum(burdens, start=ibis.literal(100, "int64")), 0, 100)


def shot_zone_mismatch_score(opponent_vs_league: ir.FloatingValue, zone_rate: ir.FloatingValue) -> ir.FloatingValue:
    """What the opponent allows in the player's primary zone over the league, by how much he lives on that zone.

    Both in percent: field goal percentage over the league's, and share of his attempts. A mismatch of more than
    5 points counts a fifth more, within 10.
    """
    mismatch = opponent_vs_league * within(zone_rate / _PRIMARY_RATE, 0.0, 1.0)
    clear = (mismatch.abs() > _CLEAR_MISMATCH).ifelse(_CLEAR_WEIGHT, 1.0)
    return within(mismatch * clear, -LARGEST_MISMATCH, LARGEST_MISMATCH)


def expected_pace(own: ir.FloatingValue, opponent: ir.FloatingValue, league: ir.FloatingValue) -> ir.FloatingValue:
    """Possessions in 48 minutes that two paces promise: how far each stands from the league's, on top of it."""
    return own + opponent - league


def pace_score(expected: ir.FloatingValue, league: ir.FloatingValue) -> ir.FloatingValue:
    """Half of the possessions that the game has over the league's pace, within 3."""
    return within((expected - league) / 2, -LARGEST_PACE, LARGEST_PACE)


def usage_spike_score(
    projected: ir.FloatingValue, recent: ir.FloatingValue, star_teammates_out: ir.IntegerValue
) -> ir.FloatingValue:
    """Three tenths of what the projected usage has over the recent one (both in percent), within 3.

    A spike grows with the star teammates who are out, and a fall in usage does not: nobody loses shots because
    a star is missing. Without an injury report nobody is known to be out.
    """
    spike = (projected - recent) * _SPIKE_WEIGHT
    stars = ibis.cases(
        (spike <= 0, 1.0),
        (star_teammates_out > 1, _MORE_STARS_OUT),
        (star_teammates_out == 1, _ONE_STAR_OUT),
        else_=1.0,
    )
    return within(spike * stars, -LARGEST_SPIKE, LARGEST_SPIKE)
