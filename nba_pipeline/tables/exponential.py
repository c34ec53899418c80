"""Exponentially weighted means over a player's latest games, in integers until the one division.

The game `age` games before the latest weighs 0.5 ** (age / half-life), in whole parts of 2 ** 20. Two engines may
compute that power a last bit apart, and their weights are equal all the same: none lies near a half, but for powers
of two, which both have exactly.
"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nba_pipeline.tables.exact import UNITS

PARTS = 2**20


def weight(age: ir.IntegerValue, half_life: int) -> ir.IntegerValue:
    """What the game `age` games before the latest counts for; `half_life` is in games."""
    return (PARTS * ibis.literal(0.5) ** (age / half_life)).round().cast("int64")


def in_units(column: ir.NumericColumn) -> ir.IntegerColumn:
    """A column of stored values as whole ten-thousandths, which is what the functions below take."""
    return (column * UNITS).round().cast("int64")


def weighted_mean(units: ir.IntegerColumn, weights: ir.IntegerColumn) -> ir.FloatingValue:
    """The weighted mean, rounded to four decimals; null of no values."""
    known = weights.sum(where=units.notnull())
    return ((units * weights).sum() / known.nullif(0)).round() / UNITS


def weighted_ratio(above: ir.IntegerColumn, below: ir.IntegerColumn, weights: ir.IntegerColumn) -> ir.FloatingValue:
    """The weighted sum of one column by that of another, rounded to four decimals; null by zero."""
    return ((above * weights).sum() / (below * weights).sum().nullif(0) * UNITS).round() / UNITS
