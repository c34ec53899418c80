"""What is asked of staged rows before they are published. Each finding is data: who, what, why."""

from __future__ import annotations

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.schema as sch
import ibis.expr.types as ir

from nba_pipeline.contracts import PARTITION, Column, Table

LARGEST = 2.0**53  # beyond it, a float at its declared precision has lost its last digits


def schema_faults(table: Table, schema: sch.Schema) -> list[str]:
    """How the columns of a batch differ from the contract: missing, unknown, of another type."""
    declared = {column.name for column in table.columns}
    faults = [f"column {name!r} is missing" for name in sorted(declared - set(schema))]
    faults += [f"column {name!r} is not in the contract" for name in sorted(set(schema) - declared)]
    for column in table.columns:
        if column.name in schema and not _fits(column, schema[column.name]):
            faults.append(f"column {column.name!r} is {schema[column.name]}, the contract says {column.dtype}")
    return faults


def _fits(column: Column, dtype: dt.DataType) -> bool:
    """Whether a value of this type can be stored without changing its meaning."""
    if dtype.is_null():
        return column.null is not None
    declared = dt.dtype(column.dtype)
    if declared.is_floating():
        return bool(dtype.is_numeric() and not dtype.is_boolean())
    if declared.is_integer():
        return bool(dtype.is_integer())
    if isinstance(dtype, dt.Timestamp):
        return bool(declared.is_timestamp() and dtype.timezone == "UTC")
    return type(dtype) is type(declared)


def conformed(table: Table, rows: ir.Table) -> ir.Table:
    """The rows as the contract stores them: its columns in its order, its types, its precision."""
    return rows.select(**{column.name: _stored(column, rows[column.name]) for column in table.columns})


def _stored(column: Column, value: ir.Value) -> ir.Value:
    declared = dt.dtype(column.dtype)
    if value.type().copy(nullable=True) != declared:
        value = value.cast(declared)
    if column.type is float:
        return value.round(column.decimals)
    if declared.is_timestamp():
        return value.truncate("s")
    return value


def day_facts(table: Table, stage: ir.Table) -> ir.Table:
    """Per game day: `rows` and `keys`, the number of different keys."""
    per_key = stage.group_by(list(table.key)).agg(n=stage.count())
    return per_key.group_by(PARTITION).agg(rows=per_key.n.sum(), keys=per_key.count())


def broken_rows(table: Table, stage: ir.Table) -> ir.Table:
    """Per game day and game (per day, where rows have no game): rows that break a column's promise, with one reason."""
    rules = [rule for column in table.columns for rule in _rules(column, stage[column.name])]
    by = [PARTITION, "game_id"] if table.has_games else [PARTITION]
    judged = stage.select(*by, reason=ibis.cases(*rules, else_=ibis.null("string")))
    broken = judged.filter(judged.reason.notnull())
    return broken.group_by(by).agg(reason=broken.reason.min(), broken=broken.count())


def hashable(table: Table, stage: ir.Table) -> ir.Table:
    """The staged rows, without the floats that no content hash can be made of: a row that loses one here is broken,
    see `broken_rows`, and its day is asked for again without it.
    """
    return stage.mutate(
        **{column.name: _finite(column, stage[column.name]) for column in table.columns if column.type is float}
    )


def _finite(column: Column, value: ir.Value) -> ir.Value:
    """The value where it is a number that is stored exactly, else null; no comparison with NaN is true that is `<`."""
    return ibis.cases((value.abs() < LARGEST / 10**column.decimals, value), else_=ibis.null("float64"))


def _rules(column: Column, value: ir.Value) -> list[tuple[ir.BooleanValue, str]]:
    rules = []
    if not column.null:
        rules.append((value.isnull(), f"{column.name} is null"))
    if column.type is float:
        rules.append((value.isnan() | value.isinf(), f"{column.name} is not a number"))
        if column.low is None or column.high is None:
            too_large = value.abs() >= LARGEST / 10**column.decimals
            rules.append((too_large, f"{column.name} is too large to be stored exactly"))
    if column.low is not None:
        rules.append((value < column.low, f"{column.name} is below {column.low:g}"))
    if column.high is not None:
        rules.append((value > column.high, f"{column.name} is above {column.high:g}"))
    if column.values:
        rules.append((value.notin(list(column.values)), f"{column.name} is not one of {', '.join(column.values)}"))
    return rules
