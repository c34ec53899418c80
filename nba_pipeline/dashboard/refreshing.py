"""What keeps known facts fresh while the dashboard is served, so that requests find them and wait for none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from nba_pipeline.dashboard.facts import Facts

PAUSE_SECONDS = 0.5


@contextmanager
def kept_fresh(facts: Facts) -> Iterator[None]:
    """Judges the season, and looks again, in the background, at what is asked for, until the block ends.

    What would hold up every request is done before.
    """
    from nba_pipeline import drawing  # takes a while to load

    drawing.ready()
    over = Event()

    def look_again() -> None:
        while not over.wait(PAUSE_SECONDS):
            facts.look_again()

    # a season that cannot be judged is the failure of whoever opens its page, and stops no other look
    threads = [
        Thread(target=look_again, daemon=True),
        Thread(target=lambda: facts.standing(facts.season()), daemon=True),
    ]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in threads:
            thread.join()
