"""What the dashboard knows: short looks at a store, kept for a while, told with the moment of the look.

One process writes the warehouse file at a time, and a reader keeps it from opening: a look is short, is shared by
all who ask the same, and when it is not to be had, the last one is told with its moment and the reason.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from time import monotonic
from typing import Any, Generic, TypeVar

from nba_pipeline.clock import Clock

S = TypeVar("S")
T = TypeVar("T")
A = TypeVar("A", covariant=True)

FRESH_SECONDS = 10.0
MOST_ANSWERS = 256


@dataclass(frozen=True)
class Known(Generic[A]):
    """An answer and the moment of which it is true. `problem` says why it is not newer, or why there is none."""

    value: A | None
    as_of: datetime | None
    problem: str | None = None


class LastKnown(Generic[S]):
    """Asks a store, at most once in a while for each question, and remembers the answers.

    `unusable` is what the store raises where it cannot be asked.
    """

    def __init__(
        self, open_store: Callable[[], AbstractContextManager[S]], clock: Clock, unusable: type[Exception]
    ) -> None:
        self._open_store = open_store
        self._clock = clock
        self._unusable = unusable
        self._answers: OrderedDict[Hashable, tuple[float, Known[Any]]] = OrderedDict()
        self._looking = Lock()

    def ask(self, question: Hashable, look: Callable[[S], T]) -> Known[T]:
        """The answer to a question, by a look that is younger than `FRESH_SECONDS` or by a new one.

        While somebody else looks, the last answer is good enough; only who has none yet waits.
        """
        kept = self._answers.get(question)
        if kept is not None and monotonic() - kept[0] < FRESH_SECONDS:
            return kept[1]
        if not self._looking.acquire(blocking=kept is None):
            return kept[1] if kept else Known(None, None, "another look is under way")
        try:
            kept = self._answers.get(question)
            if kept is None or monotonic() - kept[0] >= FRESH_SECONDS:
                kept = (monotonic(), self._looked(look, kept[1] if kept else None))
                self._answers[question] = kept
                self._answers.move_to_end(question)
                while len(self._answers) > MOST_ANSWERS:
                    self._answers.popitem(last=False)
            return kept[1]
        finally:
            self._looking.release()

    def _looked(self, look: Callable[[S], T], before: Known[T] | None) -> Known[T]:
        try:
            with self._open_store() as store:
                return Known(look(store), self._clock.now())
        except self._unusable as error:  # shown on the page, which is all that a page can do
            return Known(before.value if before else None, before.as_of if before else None, str(error))
