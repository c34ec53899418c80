"""The zones of the floor, and when enough is known of them. Shots from the own half belong to none."""

from __future__ import annotations

import ibis.expr.types as ir

# In the order that decides between equally frequent ones, with what a make is worth.
POINTS = {"paint": 2, "mid_range": 2, "three": 3}
ZONES = tuple(POINTS)
IN_WORDS = {"paint": "in the paint", "mid_range": "from mid-range", "three": "from beyond the arc"}


def enough_known(games_with_zones: ir.IntegerValue, games: ir.IntegerValue) -> ir.BooleanValue:
    """Whether zones are known of at least half of the games.

    Few seasons have zones, and no playoffs: a handful of old games would pass for a team's present.
    """
    return 2 * games_with_zones >= games
