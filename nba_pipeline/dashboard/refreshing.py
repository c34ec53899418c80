"""What keeps known facts fresh while the dashboard is served, so that requests find them and wait for none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from nba_pipeline.dashboard.facts import Facts

PAUSE_SECONDS = 0.5


@contextmanager
def kept_fresh(facts: Facts) -> Iterator[None]:
    """Looks again, in the background, at what is asked for, until the block ends."""
    over = Event()

    def look_again() -> None:
        facts.standing(facts.season())  # which takes seconds to judge for the first time
        while not over.wait(PAUSE_SECONDS):
            facts.look_again()

    thread = Thread(target=look_again, name="facts", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
