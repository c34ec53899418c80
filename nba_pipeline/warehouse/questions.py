"""Several questions in one query. A warehouse counts and bills queries, whatever they ask for; and what is asked
together is answered as of one moment.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.schema as sch
import pyarrow as pa
import pyarrow.compute as pc

from nba_pipeline.warehouse.engine import Engine, Relation
from nba_pipeline.warehouse.templates import Query

NUMBER = "question"


def answers(engine: Engine, questions: Mapping[str, Relation]) -> dict[str, pa.Table]:
    """The answer to each question, by its name. What fails one of them fails them all."""
    if not questions:
        return {}
    found = engine.fetch(engine.together(list(questions.values())))
    answered: dict[str, pa.Table] = {}
    for number, (name, asked) in enumerate(questions.items()):
        places = _places(asked.schema())
        own = found.filter(pc.equal(found[NUMBER], number))
        answered[name] = own.select(list(places.values())).rename_columns(list(places))
    return answered


def union(questions: Sequence[Query], quoted: Callable[[str], str], type_of: Callable[[dt.DataType], str]) -> Query:
    """One query with the rows of all questions, each with the number of its question, in an engine's own words.

    The questions share columns by type: the second date of any of them is in the second column of dates.
    """
    columns: dict[str, dt.DataType] = {}
    for asked in questions:
        columns |= {place: _plain(asked.columns[name]) for name, place in _places(asked.columns).items()}
    branches = []
    for number, asked in enumerate(questions):
        own = {place: name for name, place in _places(asked.columns).items()}
        cells = ", ".join(
            f"CAST({quoted(own[place]) if place in own else 'NULL'} AS {type_of(dtype)}) AS {quoted(place)}"
            for place, dtype in columns.items()
        )
        branches.append(f"SELECT {number} AS {quoted(NUMBER)}, {cells} FROM ({asked.sql}) AS asked_{number}")  # noqa: S608
    return Query(" UNION ALL ".join(branches), ibis.schema({NUMBER: "!int64", **columns}))


def _places(columns: sch.Schema) -> dict[str, str]:
    """In which column of the union each column stands."""
    seen: Counter[str] = Counter()
    places = {}
    for name, dtype in columns.items():
        kind = "moment" if dtype.is_timestamp() else str(_plain(dtype))
        places[name] = f"{kind}_{seen[kind]}"
        seen[kind] += 1
    return places


def _plain(dtype: dt.DataType) -> dt.DataType:
    """The type that stands for all of its kind, and may be null. A column without any value may be of any type."""
    if dtype.is_timestamp():
        return dt.Timestamp("UTC")
    if dtype.is_integer():
        return dt.int64
    if dtype.is_floating():
        return dt.float64
    return dt.string if dtype.is_null() else dtype.copy(nullable=True)
