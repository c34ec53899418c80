"""What the dashboard knows: short looks at a store, kept for a while, told with the moment of the look.

One process writes the warehouse file at a time, and a reader keeps it from opening: a look is short, is shared by
all who ask the same, and when it is not to be had, the last one is told with its moment and the reason.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, replace
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
RETRY_SECONDS = 1.0  # after a look that was not to be had; until then nobody tries another
UNCHANGED_SECONDS = 3600.0  # so long a store whose looks cost is believed that an answer cannot have changed
FAILED_SECONDS = 60.0  # after which such a store is asked again what it could not answer
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
    """An answer that is kept. `mark` is what the store said of itself when it was `seen_at`, where looks cost."""

    known: Known[Any]
    look: Callable[[S], Any]
    looked_at: float
    asked_at: float
    mark: str | None = None
    seen_at: float = 0.0
    failed: bool = False

    @property
    def age(self) -> float:
        return monotonic() - self.looked_at

    def stands(self, mark: str | None) -> bool:
        """Whether another look at a store of that mark would find the same."""
        patience = FAILED_SECONDS if self.failed else UNCHANGED_SECONDS
        return mark is not None and mark == self.mark and monotonic() - self.seen_at < patience


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

    `unusable` is what the store raises where it cannot be asked. `mark` says, where looks cost, a word that costs
    nothing and is another one once an answer can have changed; None where they do not.
    """

    def __init__(
        self,
        open_store: Callable[[], AbstractContextManager[S]],
        clock: Clock,
        unusable: type[Exception],
        mark: Callable[[S], str | None] = lambda _: None,
    ) -> None:
        self._open_store = open_store
        self._clock = clock
        self._unusable = unusable
        self._mark = mark
        self._answers: OrderedDict[Hashable, _Kept[S]] = OrderedDict()
        self._looking = Lock()
        self._opening: Known[None] | None = None
        self._opened_at = 0.0

    def ask(self, question: Hashable, look: Callable[[S], T]) -> Known[T]:
        """The answer to a question, by a look that is younger than `FRESH_SECONDS` or by a new one.

        While somebody else looks, the last answer is good enough; only who has none yet waits, and he only for a
        store that can be opened.
        """
        known = self._asked(question, look)
        note(lambda: self._still_holds(question, known))
        return known

    def _asked(self, question: Hashable, look: Callable[[S], T]) -> Known[T]:
        kept = self._wanted(question)
        if kept is not None:
            kept.look = look
            if kept.age < FRESH_SECONDS:
                return kept.known
        elif refusal := self._refusal():
            return self._keep(question, self._refused(None, look, refusal)).known
        if not self._looking.acquire(blocking=kept is None):
            return kept.known if kept else Known(None, None, "another look is under way")
        try:
            kept = self._answers.get(question)
            if kept is not None and kept.age < FRESH_SECONDS:
                return kept.known
            try:
                with self._opened() as (store, mark):
                    seen = self._seen(store, mark, look, kept)
            except self._unusable as error:  # shown on the page, which is all that a page can do
                seen = self._refused(kept, look, str(error))
            return self._keep(question, replace(seen, asked_at=monotonic())).known
        finally:
            self._looking.release()

    @property
    def opening(self) -> Known[None]:
        """Of when the store could be opened last, and why not since; whoever asks first waits for the first time."""
        if self._opening is None:
            self.stay_in_touch()
        return self._opening or Known(None, None, "nobody could look yet")

    def stay_in_touch(self) -> None:
        """Open the store, and ask it nothing, where nobody has opened it for a while."""
        patience = RETRY_SECONDS if self._opening and self._opening.problem else WANTED_SECONDS
        if self._opening is None or monotonic() - self._opened_at >= patience:
            with self._looking, suppress(self._unusable), self._opened():  # kept as `opening`
                pass

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
            with self._opened() as (store, mark):
                while due and monotonic() < until:
                    (question, kept), *due = due
                    try:
                        self._keep(question, self._seen(store, mark, kept.look, kept))
                    except Exception:  # whoever asks next looks himself, and it is his failure
                        self._answers.pop(question, None)
        except self._unusable as error:  # shown on every page that asks
            for question, kept in due:
                self._keep(question, self._refused(kept, kept.look, str(error)))
            return []
        return due

    @contextmanager
    def _opened(self) -> Iterator[tuple[S, str | None]]:
        """The store and its mark. For a while after it was refused nobody tries again: all are told the same."""
        if refusal := self._refusal():
            raise self._unusable(refusal)
        try:
            with self._open_store() as store:
                mark = self._mark(store)
                self._opening = Known(None, self._clock.now())
                self._opened_at = monotonic()
                yield store, mark
        except self._unusable as error:
            self._opening = Known(None, self._opening.as_of if self._opening else None, str(error))
            self._opened_at = monotonic()
            raise

    def _refusal(self) -> str | None:
        """Why the store could not be opened a moment ago."""
        if self._opening is None or monotonic() - self._opened_at >= RETRY_SECONDS:
            return None
        return self._opening.problem

    def _seen(self, store: S, mark: str | None, look: Callable[[S], Any], before: _Kept[S] | None) -> _Kept[S]:
        """What a look finds, or what it would find where the store says that nothing changed."""
        begun = monotonic()
        if before is not None and before.stands(mark):
            known = before.known if before.failed else Known(before.known.value, self._clock.now())
            return replace(before, known=known, looked_at=begun)
        failed = False
        try:
            known = Known(look(store), self._clock.now())
        except self._unusable as error:  # of this question alone
            known, failed = _before(before, str(error)), True
        now = monotonic()
        return _Kept(known, look, now, before.asked_at if before else now, mark, begun, failed)

    def _refused(self, before: _Kept[S] | None, look: Callable[[S], Any], problem: str) -> _Kept[S]:
        known, now = _before(before, problem), monotonic()
        return replace(before, known=known, looked_at=now) if before else _Kept(known, look, now, now)

    def _keep(self, question: Hashable, kept: _Kept[S]) -> _Kept[S]:
        self._answers[question] = kept
        self._answers.move_to_end(question)
        while len(self._answers) > MOST_ANSWERS:
            self._answers.popitem(last=False)
        return kept

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


def _before(kept: _Kept[Any] | None, problem: str) -> Known[Any]:
    """What was known before, and why it is not newer: the same answer as long as that stays so."""
    if kept is not None and kept.known.problem == problem:
        return kept.known
    return Known(kept.known.value if kept else None, kept.known.as_of if kept else None, problem)
