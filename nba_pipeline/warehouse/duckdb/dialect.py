"""DuckDB's SQL in small words: names, literals, types, and a cell as JSON."""

from __future__ import annotations

from functools import cache

import ibis.expr.datatypes as dt

from nba_pipeline.contracts import Column

_TYPES = {"int64": "BIGINT", "float64": "DOUBLE", "string": "VARCHAR", "boolean": "BOOLEAN", "date": "DATE"}


@cache
def type_of(dtype: dt.DataType) -> str:
    """A column's type in DuckDB's words."""
    plain = dtype.copy(nullable=True)
    return "TIMESTAMP WITH TIME ZONE" if plain.is_timestamp() else _TYPES[str(plain)]


def declared(dtype: dt.DataType) -> str:
    """The type as a table declares it."""
    return type_of(dtype) if dtype.nullable else f"{type_of(dtype)} NOT NULL"


def quoted(name: str) -> str:
    """A column, or a table with its dataset."""
    return ".".join(f'"{part}"' for part in name.split("."))


def literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def cell_as_json(column: Column, row: str) -> str:
    """A column of a row as JSON, which knows no NaN and no infinity: they become texts."""
    cell = f"{row}.{quoted(column.name)}"
    if column.type is not float:
        return f"to_json({cell})"
    return f"CASE WHEN isfinite({cell}) THEN to_json({cell}) ELSE to_json({cell}::VARCHAR) END"
