"""Means that come out equal however an engine orders its additions.

A stored float has four decimals, so a mean of ten has five: one in ten lies exactly between two stored values,
where the last bit of a sum decides. Sums of integers have no last bit to lose.
"""

from __future__ import annotations

import ibis.expr.builders as bl
import ibis.expr.types as ir

UNITS = 10**4


def total(column: ir.NumericColumn, over: bl.WindowBuilder | None = None) -> ir.FloatingValue:
    """The sum of a column of stored values, at their four decimals; null of no values."""
    units = (column * UNITS).round().cast("int64").sum()
    return (units if over is None else units.over(over)) / UNITS


def mean(column: ir.NumericColumn, over: bl.WindowBuilder | None = None) -> ir.FloatingValue:
    """The mean of a column of stored values, rounded to four decimals; null of no values."""
    units, n = (column * UNITS).round().cast("int64").sum(), column.count()
    if over is not None:
        units, n = units.over(over), n.over(over)
    return (units / n.nullif(0)).round() / UNITS
