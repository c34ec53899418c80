"""SQL that is compiled once for each version of the code, and then only filled in.

Building and compiling an expression costs more than running it on a day's rows. The SQL of a table depends on
the code alone, if its inputs are names: the days come in with the relations that the names stand for.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

import ibis
import ibis.expr.schema as sch
import ibis.expr.types as ir

from nba_pipeline.files import write_whole

PACKAGE = Path(__file__).parents[1]


@dataclass(frozen=True)
class Query:
    """SQL in an engine's dialect, and the columns that it yields."""

    sql: str
    columns: sch.Schema

    def schema(self) -> sch.Schema:
        return self.columns

    def over(self, relations: Mapping[str, str]) -> Query:
        """This query with each name that it reads standing for a query of its own."""
        if not relations:
            return self
        named = ", ".join(f"{name} AS ({sql})" for name, sql in relations.items())
        own = self.sql.removeprefix("WITH ")
        return Query(f"WITH {named}{', ' if own != self.sql else ' '}{own}", self.columns)


class Templates:
    """Templates of one dialect, kept in memory and, across processes, in a directory that may be deleted."""

    def __init__(self, dialect: str, directory: Path) -> None:
        self._dialect = dialect
        self._directory = directory

    def get(self, key: str, build: Callable[[], ir.Table]) -> Query:
        """The template of that key. `build` yields the expression, over unbound tables, if it is not there."""
        return _in_memory(self._dialect, self._directory, key) or self._compile(key, build)

    def _compile(self, key: str, build: Callable[[], ir.Table]) -> Query:
        expression = build()
        template = Query(str(ibis.to_sql(expression, dialect=self._dialect, pretty=False)), expression.schema())
        columns = {name: str(dtype) for name, dtype in template.columns.items()}
        kept = json.dumps({"sql": template.sql, "schema": columns})
        write_whole(_path(self._dialect, self._directory, key), kept.encode())
        _in_memory.cache_clear()
        return template


@cache
def _in_memory(dialect: str, directory: Path, key: str) -> Query | None:
    path = _path(dialect, directory, key)
    if not path.exists():
        return None
    content = json.loads(path.read_text(encoding="utf8"))
    return Query(content["sql"], ibis.schema(content["schema"]))


def _path(dialect: str, directory: Path, key: str) -> Path:
    digest = hashlib.sha256(f"{dialect}|{key}".encode()).hexdigest()[:24]
    return directory / _versions() / f"{digest}.json"


@cache
def _versions() -> str:
    """One name for all that the compiled SQL depends on: this package's source, Ibis and sqlglot."""
    versions = hashlib.sha256(f"{version('ibis-framework')}|{version('sqlglot')}".encode())
    for path in sorted(PACKAGE.rglob("*.py")):
        versions.update(path.read_bytes())
    return versions.hexdigest()[:24]
