"""Warehouses that fail: each wraps an engine and breaks one of its promises."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, ItemsView, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, cast

import ibis.expr.types as ir

from nba_pipeline.registry import table
from nba_pipeline.warehouse.engine import Engine, Fingerprint, Relation, Replacement
from nba_pipeline.warehouse.templates import Query

Wrapper = Callable[[Engine], Engine]


class _Wrapped:
    """An engine with whatever a subclass makes of it; the rest is the honest engine's."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __enter__(self) -> _Wrapped:
        self._engine.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self._engine.__exit__(*error)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)


def _wrapper(kind: Callable[[Engine], _Wrapped]) -> Wrapper:
    return lambda engine: cast(Engine, kind(engine))


def _replacing(name: str, write: Callable[[Engine, Replacement], None]) -> Wrapper:
    """An engine that writes that table in another way."""

    class Replacing(_Wrapped):
        def replace(self, replacement: Replacement) -> None:
            if replacement.table.name == table(name).name:
                write(self._engine, replacement)
            else:
                self._engine.replace(replacement)

    return _wrapper(Replacing)


def losing_a_row(name: str) -> Wrapper:
    """Takes all rows, writes one fewer, and says nothing."""

    def write(engine: Engine, replacement: Replacement) -> None:
        rows = sum(fingerprint.rows for fingerprint in replacement.fingerprints.values())
        engine.replace(replace(replacement, rows=replacement.rows.limit(rows - 1)))

    return _replacing(name, write)


def writing_nothing(name: str) -> Wrapper:
    """Says that it wrote, and leaves what an earlier run left."""
    return _replacing(name, lambda _engine, _replacement: None)


def refusing(name: str) -> Wrapper:
    """Refuses to replace rows that are still in a streaming buffer."""

    def write(_: Engine, replacement: Replacement) -> None:
        raise RuntimeError(f"DELETE over {replacement.table.name} would affect rows in the streaming buffer")

    return _replacing(name, write)


class _DeadlyFingerprints(dict[date, Fingerprint]):
    """Fingerprints that kill the process which compares them with what was read back: in mid-transaction."""

    def items(self) -> ItemsView[date, Fingerprint]:  # type: ignore[override]
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError("a killed process does not come here")


def killing(name: str) -> Wrapper:
    """Kills its own process when the rows are written and not yet committed."""

    def write(engine: Engine, replacement: Replacement) -> None:
        engine.replace(replace(replacement, fingerprints=_DeadlyFingerprints(replacement.fingerprints)))

    return _replacing(name, write)


def failing_template(key: str) -> Wrapper:
    """Fails at the queries whose keys begin so."""

    class Failing(_Wrapped):
        def template(self, asked: str, build: Callable[[], ir.Table], relations: Mapping[str, Relation]) -> Query:
            if asked.startswith(key):
                raise RuntimeError("the query of the check timed out")
            return self._engine.template(asked, build, relations)

    return _wrapper(Failing)
