"""What the dashboard knows: short looks at a store, kept for a while, told with the moment of the look.

One process writes the warehouse file at a time, and a reader keeps it from opening: a look is short, is shared by
all who ask the same, and when it is not to be had, the last one is told with its moment and the reason.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from time import monotonic, sleep
from typing import Any, Generic, TypeVar

from nba_pipeline.clock import Clock

S = TypeVar("S")
T = TypeVar("T")
A = TypeVar("A", covariant=True)

FRESH_SECONDS = 10.0
WANTED_SECONDS = 60.0  # so long after it was asked last, an answer is kept fresh
RETRY_SECONDS = 1.0  # after a look that was not to be had
HELD_SECONDS = 0.5  # for which the store is open at most before others have a turn; a look is not interrupted
MOST_ANSWERS = 256


@dataclass(frozen=True)
class Known(Generic[A]):
    """An answer and the moment of which it is true. `problem` says why it is not newer, or why there is none."""

    value: A | None
    as_of: datetime | None
    problem: str | None = None


@dataclass
class _Kept(Generic[S]):
    known: Known[Any]
    look: Callable[[S], Any]
    looked_at: float
    asked_at: float

    @property
    def age(self) -> float:
        return monotonic() - self.looked_at


_NOTED: ContextVar[list[Callable[[], bool]] | None] = ContextVar("noted", default=None)


def note(holds: Callable[[], bool]) -> None:
    """Note, for whoever keeps what is made from it, how to ask whether something that was told still holds."""
    noted = _NOTED.get()
    if noted is not None:
        noted.append(holds)


@contextmanager
def noting() -> Iterator[Sequence[Callable[[], bool]]]:
    """Gathers what is noted inside: of each answer, whether it is still the last one, and fresh."""
    noted: list[Callable[[], bool]] = []
    token = _NOTED.set(noted)
    try:
        yield noted
    finally:
        _NOTED.reset(token)


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
        self._answers: OrderedDict[Hashable, _Kept[S]] = OrderedDict()
        self._looking = Lock()

    def ask(self, question: Hashable, look: Callable[[S], T]) -> Known[T]:
        """The answer to a question, by a look that is younger than `FRESH_SECONDS` or by a new one.

        While somebody else looks, the last answer is good enough; only who has none yet waits.
        """
        known = self._asked(question, look)
        note(lambda: self._still_holds(question, known))
        return known

    def _asked(self, question: Hashable, look: Callable[[S], T]) -> Known[T]:
        kept = self._wanted(question)
        if kept is not None and kept.age < FRESH_SECONDS:
            return kept.known
        if not self._looking.acquire(blocking=kept is None):
            return kept.known if kept else Known(None, None, "another look is under way")
        try:
            kept = self._answers.get(question)
            if kept is not None and kept.age < FRESH_SECONDS:
                return kept.known
            try:
                with self._open_store() as store:
                    known = self._seen(store, look, kept)
            except self._unusable as error:  # shown on the page, which is all that a page can do
                known = _before(kept, error)
            self._keep(question, known, look)
            return known
        finally:
            self._looking.release()

    def look_again(self) -> None:
        """Look at all that was asked of late and will soon be too old, so that nobody who asks it again must wait."""
        due = [(question, kept) for question, kept in list(self._answers.items()) if _is_due(kept)]
        while due:
            with self._looking:
                due = self._looked_a_while(due)
            sleep(0.01)  # whoever waits to look for the first time comes in between

    def _looked_a_while(self, due: list[tuple[Hashable, _Kept[S]]]) -> list[tuple[Hashable, _Kept[S]]]:
        """Look at the first of these; those that are left."""
        until = monotonic() + HELD_SECONDS
        try:
            with self._open_store() as store:
                while due and monotonic() < until:
                    (question, kept), *due = due
                    try:
                        self._keep(question, self._seen(store, kept.look, kept), kept.look, kept.asked_at)
                    except Exception:  # whoever asks next looks himself, and it is his failure
                        self._answers.pop(question, None)
        except self._unusable as error:  # shown on every page that asks
            for question, kept in due:
                self._keep(question, _before(kept, error), kept.look, kept.asked_at)
            return []
        return due

    def _seen(self, store: S, look: Callable[[S], T], before: _Kept[S] | None) -> Known[T]:
        try:
            return Known(look(store), self._clock.now())
        except self._unusable as error:  # of this question alone
            return _before(before, error)

    def _keep(
        self, question: Hashable, known: Known[Any], look: Callable[[S], Any], asked_at: float | None = None
    ) -> None:
        now = monotonic()
        self._answers[question] = _Kept(known, look, now, now if asked_at is None else asked_at)
        self._answers.move_to_end(question)
        while len(self._answers) > MOST_ANSWERS:
            self._answers.popitem(last=False)

    def _wanted(self, question: Hashable) -> _Kept[S] | None:
        kept = self._answers.get(question)
        if kept is not None:
            kept.asked_at = monotonic()
        return kept

    def _still_holds(self, question: Hashable, known: Known[Any]) -> bool:
        kept = self._wanted(question)
        return kept is not None and kept.known is known and kept.age < FRESH_SECONDS


def _is_due(kept: _Kept[Any]) -> bool:
    patience = RETRY_SECONDS if kept.known.problem else FRESH_SECONDS / 2
    return kept.age >= patience and monotonic() - kept.asked_at < WANTED_SECONDS


def _before(kept: _Kept[Any] | None, error: Exception) -> Known[Any]:
    """What was known before, and why it is not newer: the same answer as long as that stays so."""
    if kept is not None and kept.known.problem == str(error):
        return kept.known
    return Known(kept.known.value if kept else None, kept.known.as_of if kept else None, str(error))
