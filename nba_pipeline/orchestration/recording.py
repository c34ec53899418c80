"""Puts events on Dagster's record from inside a step, whole: who stops a run waits for the event that is being kept.

Inside a step Dagster raises SIGINT and SIGTERM wherever the program stands. Raised while its record is kept, that
leaves the record's lock taken, and the step, which is to record its own end, waits for itself for ever.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg

_STOPS = (signal.SIGINT, signal.SIGTERM)


def record(context: dg.AssetExecutionContext | dg.OpExecutionContext, event: dg.UserEvent) -> None:
    """Keep an event of the step. Raises what a signal that came meanwhile raises, once it is kept."""
    with _stops_later():
        context.log_event(event)


@contextmanager
def _stops_later() -> Iterator[None]:
    """Signals that stop a run are handled when the block has ended, as they would have been before it."""
    if threading.current_thread() is not threading.main_thread():
        yield  # signals are handled in the main thread alone
        return
    came: list[int] = []
    handlers = {stop: signal.signal(stop, lambda number, _: came.append(number)) for stop in _STOPS}
    try:
        yield
    finally:
        for stop, handler in handlers.items():
            signal.signal(stop, handler)
        for number in dict.fromkeys(came):
            signal.raise_signal(number)
