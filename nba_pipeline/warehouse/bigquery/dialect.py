"""GoogleSQL in small words: names, literals, types, and a row as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

import ibis.expr.datatypes as dt

from nba_pipeline.contracts import PARTITION, Column
from nba_pipeline.game_day import Days

_TYPES = {"int64": "INT64", "float64": "FLOAT64", "string": "STRING", "boolean": "BOOL", "date": "DATE"}


def type_of(dtype: dt.DataType) -> str:
    """A column's type in BigQuery's words. A column without any value may be of any type: it is a text."""
    plain = dtype.copy(nullable=True)
    if plain.is_timestamp():
        return "TIMESTAMP"
    if plain.is_null():
        return "STRING"
    if plain.is_integer():
        return "INT64"
    if plain.is_floating():
        return "FLOAT64"
    return _TYPES[str(plain)]


def quoted(name: str) -> str:
    """A column, or a table with its dataset and project."""
    return ".".join(f"`{part}`" for part in name.split("."))


def columns(names: Iterable[str]) -> str:
    return ", ".join(map(quoted, names))


def literal(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r")
    return f"'{escaped}'"


def day_literal(day: date) -> str:
    return f"DATE '{day}'"


def one_of(days: Sequence[date]) -> str:
    return f"{PARTITION} IN ({', '.join(map(day_literal, days))})"


def within(days: Days) -> str:
    """The bound by date, which is what a query costs."""
    return f"{PARTITION} BETWEEN {day_literal(days.first)} AND {day_literal(days.last)}"


def row_as_json(cells: Sequence[Column], row: str) -> str:
    """The columns of a row as one JSON object, in which NaN and infinity are texts."""
    members = ", ".join(
        f"{_written(column, f'{row}.{quoted(column.name)}')} AS {quoted(column.name)}" for column in cells
    )
    return f"TO_JSON_STRING(STRUCT({members}))"


def _written(column: Column, cell: str) -> str:
    return f"FORMAT_TIMESTAMP('%F %T+00', {cell})" if column.type is datetime else cell
