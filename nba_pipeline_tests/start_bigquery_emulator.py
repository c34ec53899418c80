"""Starts the emulator of BigQuery in its environment, where it then parses each text once. It knows nothing of ours.

The emulator takes a statement through some twenty passes, and each parses the text again, most of them to find
nothing to do: three quarters of its time. What a text parses to depends on the text alone, so keeping it changes no
answer. Each pass gets a tree of its own, which it may change. Nothing else of the emulator is touched.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from sqlglot import exp
from sqlglot.dialects.dialect import Dialect

# Between two passes of a statement few other texts are parsed, and a table's tree has thousands of nodes.
KEPT = 64

Parse = Callable[..., list[exp.Expr | None]]


def remembering(parse: Parse) -> Parse:
    """`Dialect.parse`, which keeps what it found, and answers with copies. What cannot be parsed is told each time."""

    @lru_cache(KEPT)
    def parsed(dialect: Dialect, settings: str, sql: str, options: tuple[Any, ...]) -> Any:
        return parse(dialect, sql, **dict(options))

    def answer(dialect: Dialect, sql: str, **options: Any) -> list[exp.Expr | None]:
        # dialects of one kind are equal, whatever their settings
        trees = parsed(dialect, repr(vars(dialect)), sql, tuple(sorted(options.items())))
        return [None if tree is None else tree.copy() for tree in trees]

    return answer


if __name__ == "__main__":
    from bqemulator.cli import main

    Dialect.parse = remembering(Dialect.parse)
    main()
