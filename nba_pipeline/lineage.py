"""Column lineage: which columns of its inputs a column is made from, read from the table's own expression.

What only chooses rows is left out: filters, keys of joins and groups, the windows over which is added up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import ibis.expr.operations as ops
import ibis.expr.types as ir

from nba_pipeline import expressions
from nba_pipeline.registry import TableModule

_LEAVES = (ops.UnboundTable, ops.DatabaseTable)


def column_lineage(module: TableModule) -> Mapping[str, Sequence[str]]:
    """By column, names like `player_game_summary.points`; none for a constant or a count of rows.

    Of a table whose function works on frames nothing can be told: it is empty.
    """
    return {} if expressions.takes_frames(module) else lineage_of(expressions.rows_expression(module))


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
