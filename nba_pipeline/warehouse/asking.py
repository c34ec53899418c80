"""Who asks a warehouse: a command, a sensor, a job, the dashboard. One that bills queries writes it on each of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

UNNAMED = "python"  # a program of somebody's own

_asker = ContextVar("asker", default=UNNAMED)


@contextmanager
def asking(name: str) -> Iterator[None]:
    """What is asked in this block is asked by this one, whoever called it."""
    token = _asker.set(name)
    try:
        yield
    finally:
        _asker.reset(token)


def asker() -> str:
    """Who asks now."""
    return _asker.get()
