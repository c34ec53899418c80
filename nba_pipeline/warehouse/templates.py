"""SQL that is compiled once for each version of the code, and then only filled in.

Building and compiling an expression costs more than running it on a day's rows. The SQL of a table depends on
the code alone, if its inputs are names: the days come in with the relations that the names stand for.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
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
        return self._kept(key) or self._compile(key, build)

    def _compile(self, key: str, build: Callable[[], ir.Table]) -> Query:
        expression = build()
        template = Query(str(ibis.to_sql(expression, dialect=self._dialect, pretty=False)), expression.schema())
        columns = {name: str(dtype) for name, dtype in template.columns.items()}
        kept = json.dumps({"sql": template.sql, "schema": columns})
        # without it the next process compiles again, which is no failure of somebody who only reads
        with suppress(OSError):
            write_whole(_path(self._dialect, self._directory, key), kept.encode())
        _IN_MEMORY[self._dialect, self._directory, key] = template
        return template

    def _kept(self, key: str) -> Query | None:
        place = self._dialect, self._directory, key
        if place not in _IN_MEMORY:
            try:
                content = json.loads(_path(*place).read_text(encoding="utf8"))
            except OSError:  # not there, or not for us
                return None
            _IN_MEMORY[place] = Query(content["sql"], ibis.schema(content["schema"]))
        return _IN_MEMORY[place]


_IN_MEMORY: dict[tuple[str, Path, str], Query] = {}


def forget() -> None:
    """Read again what is kept in directories."""
    _IN_MEMORY.clear()


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
