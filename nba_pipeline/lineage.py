"""Column lineage: which columns of its inputs a column is made from, read from the table's own expression.

What only chooses rows is left out: filters, keys of joins and groups, the windows over which is added up.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources

import ibis.expr.operations as ops
import ibis.expr.types as ir

from nba_pipeline import expressions
from nba_pipeline.registry import TableModule, all_tables

# Read where the graph is built: to derive it takes a second, and one table that cannot be built would hide them all.
RECORD = "column_lineage.json"
MOST_NAMED = 4

_LEAVES = (ops.UnboundTable, ops.DatabaseTable)


def column_lineage(module: TableModule) -> Mapping[str, Sequence[str]]:
    """By column, names like `player_game_summary.points`; none for a constant or a count of rows.

    Of a table whose function works on frames nothing can be told: it is empty.
    """
    return {} if expressions.takes_frames(module) else lineage_of(expressions.rows_expression(module))


def record() -> str:
    """The column lineage of all tables that are made from others, as it is kept."""
    made = {module.name: column_lineage(module) for module in all_tables().values() if not module.fetched}
    return json.dumps(made, indent=1, sort_keys=True) + "\n"


@cache
def recorded() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The column lineage by table and column, as it was when the docs were last made from the code."""
    kept: Mapping[str, Mapping[str, Sequence[str]]] = json.loads(
        (resources.files("nba_pipeline") / RECORD).read_text(encoding="utf8")
    )
    return kept


def in_words(columns: Sequence[str]) -> str:
    """The first of them, and how many more."""
    more = [f"{len(columns) - MOST_NAMED} more"] if len(columns) > MOST_NAMED else []
    return ", ".join([*columns[:MOST_NAMED], *more])


def lineage_of(rows: ir.Table) -> Mapping[str, Sequence[str]]:
    """The same of any expression."""
    relation, traced = rows.op(), _Traced()
    return {name: sorted(traced.of(relation, name)) for name in relation.schema}


class _Traced:
    """Columns of relations, each followed once to the columns of the inputs."""

    def __init__(self) -> None:
        self._known: dict[tuple[ops.Relation, str], frozenset[str]] = {}

    def of(self, relation: ops.Relation, column: str) -> frozenset[str]:
        if (relation, column) not in self._known:
            self._known[relation, column] = self._follow(relation, column)
        return self._known[relation, column]

    def _follow(self, relation: ops.Relation, column: str) -> frozenset[str]:
        if isinstance(relation, _LEAVES):
            return frozenset({f"{relation.name}.{column}"})
        if isinstance(relation, ops.Set):
            return self.of(relation.left, column) | self.of(relation.right, column)
        fields = _fields(relation.values[column])
        return frozenset().union(*(self.of(field.rel, field.name) for field in fields))


def _fields(value: ops.Node) -> Iterator[ops.Field]:
    """The columns in an expression, without those of its windows."""
    if isinstance(value, ops.Field):
        yield value
        return
    arguments = (value.func,) if isinstance(value, ops.WindowFunction) else value.args
    for argument in arguments:
        for part in argument if isinstance(argument, tuple) else (argument,):
            if isinstance(part, ops.Value):
                yield from _fields(part)
