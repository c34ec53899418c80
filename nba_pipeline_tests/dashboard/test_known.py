"""What is asked for stays fresh without anybody waiting, and what cannot be looked at is told as it was last known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest

from nba_pipeline.clock import FixedClock
from nba_pipeline.dashboard import known
from nba_pipeline.dashboard.known import Known, LastKnown, noting

MORNING = datetime(2026, 1, 15, 11, tzinfo=UTC)


class Busy(Exception):
    """Somebody else has the store."""


class Store:
    """A store that counts how often it was opened, and can be busy."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.clock = FixedClock(MORNING)
        self.seconds = 100.0
        self.opened = 0
        self.refused = 0
        self.busy = False
        self.says = "whole"
        self.mark: str | None = None
        self.last_known = LastKnown(self.open, self.clock, Busy, lambda store: store.mark)
        monkeypatch.setattr(known, "monotonic", lambda: self.seconds)
        monkeypatch.setattr(known, "sleep", lambda _: None)

    @contextmanager
    def open(self) -> Iterator[Store]:
        if self.busy:
            self.refused += 1
            raise Busy("in use by a run")
        self.opened += 1
        yield self

    def ask(self, question: str, look: Callable[[Store], str] = lambda store: store.says) -> Known[str]:
        return self.last_known.ask(question, look)

    def passes(self, seconds: float) -> None:
        self.seconds += seconds
        self.clock.moment += timedelta(seconds=seconds)


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Store:
    return Store(monkeypatch)


def test_who_asks_finds_what_was_looked_at_in_the_background(store: Store) -> None:
    store.ask("the day")
    store.passes(known.FRESH_SECONDS * 0.9)
    store.says = "a gap"
    store.last_known.look_again()
    store.passes(known.FRESH_SECONDS * 0.9)
    store.busy = True  # whoever looked himself now would not see the gap

    assert store.ask("the day") == Known("a gap", MORNING + timedelta(seconds=known.FRESH_SECONDS * 0.9))


def test_what_nobody_asks_for_any_more_is_left_alone(store: Store) -> None:
    store.ask("the day")
    store.passes(known.WANTED_SECONDS)

    store.last_known.look_again()

    assert store.opened == 1


def test_a_question_stays_wanted_while_what_was_made_from_its_answer_is_asked_for(store: Store) -> None:
    with noting() as made_from:
        store.ask("the day")
    store.passes(known.WANTED_SECONDS * 0.6)
    assert [holds() for holds in made_from] == [False]
    store.passes(known.WANTED_SECONDS * 0.6)

    store.last_known.look_again()

    assert store.opened == 2


def test_what_was_looked_at_again_is_no_longer_what_something_was_made_from(store: Store) -> None:
    with noting() as made_from:
        store.ask("the day")
    before = [holds() for holds in made_from]
    store.passes(known.FRESH_SECONDS * 0.6)
    store.last_known.look_again()

    assert (before, [holds() for holds in made_from]) == ([True], [False])


def test_a_busy_store_leaves_the_last_answer_with_its_moment_and_the_reason(store: Store) -> None:
    store.ask("the day")
    store.passes(known.FRESH_SECONDS * 0.6)
    store.busy = True
    store.last_known.look_again()

    told = store.ask("the day")
    assert told == Known("whole", MORNING, "in use by a run")

    store.passes(known.RETRY_SECONDS)
    store.last_known.look_again()
    assert store.ask("the day") is told  # a page that was made from it still stands

    store.busy = False
    store.passes(known.RETRY_SECONDS)
    store.last_known.look_again()
    assert store.ask("the day") == Known("whole", store.clock.now())


def test_a_question_that_cannot_be_answered_takes_no_other_with_it(store: Store) -> None:
    broken = False

    def look(store: Store) -> str:
        if broken:
            raise Busy("never made")
        return store.says

    store.ask("the table", look)
    store.ask("the day")
    broken = True
    store.says = "a gap"
    store.passes(known.FRESH_SECONDS * 0.6)

    store.last_known.look_again()

    assert store.ask("the table", look) == Known("whole", MORNING, "never made")
    assert store.ask("the day") == Known("a gap", store.clock.now())


def test_a_look_that_fails_in_the_background_is_met_by_the_next_who_asks(store: Store) -> None:
    broken = False

    def look(_: Store) -> str:
        if broken:
            raise ZeroDivisionError
        return "fine"

    store.ask("the table", look)
    store.ask("the day")
    broken = True
    store.passes(known.FRESH_SECONDS * 0.6)

    store.last_known.look_again()

    assert store.ask("the day").as_of == store.clock.now()
    with pytest.raises(ZeroDivisionError):
        store.ask("the table", look)


def test_the_store_is_given_back_between_looks_for_those_who_write(store: Store) -> None:
    def slow(store: Store) -> str:
        store.seconds += known.HELD_SECONDS
        return store.says

    for question in ("one", "two", "three"):
        store.ask(question, slow)
    store.passes(known.FRESH_SECONDS * 0.6)

    store.last_known.look_again()

    assert store.opened == 6


def test_after_a_refusal_whoever_asks_something_else_is_told_without_another_try(store: Store) -> None:
    store.ask("the day")
    store.passes(known.RETRY_SECONDS)
    store.busy = True

    told = [store.ask(question) for question in ("one", "two", "three")]

    assert told == [Known(None, None, "in use by a run")] * 3
    assert store.refused == 1
    store.busy = False
    store.passes(known.FRESH_SECONDS)
    assert store.ask("one").value == "whole"


def test_that_the_store_can_be_opened_is_known_without_a_question(store: Store) -> None:
    store.busy = True
    store.last_known.stay_in_touch()
    assert store.last_known.opening == Known(None, None, "in use by a run")

    store.busy = False
    store.passes(known.RETRY_SECONDS)
    store.last_known.stay_in_touch()
    opened_at = store.clock.now()
    assert store.last_known.opening == Known(None, opened_at)

    store.busy = True
    store.passes(known.WANTED_SECONDS)
    store.last_known.stay_in_touch()
    assert store.last_known.opening == Known(None, opened_at, "in use by a run")


def test_where_a_look_costs_there_is_none_until_the_mark_is_another_one(store: Store) -> None:
    looks: list[str] = []

    def counted(store: Store) -> str:
        looks.append(store.says)
        return store.says

    store.mark = "one receipt"
    store.ask("the day", counted)
    store.passes(known.FRESH_SECONDS * 0.6)
    store.last_known.look_again()
    assert store.ask("the day", counted) == Known("whole", store.clock.now())
    assert looks == ["whole"]

    store.mark, store.says = "two receipts", "a gap"
    store.passes(known.FRESH_SECONDS * 0.6)
    store.last_known.look_again()
    assert store.ask("the day", counted) == Known("a gap", store.clock.now())

    store.passes(known.UNCHANGED_SECONDS)
    store.ask("the day", counted)
    assert looks == ["whole", "a gap", "a gap"], "no mark is believed for ever"


def test_where_a_look_costs_what_could_not_be_answered_is_asked_again_once_a_minute(store: Store) -> None:
    looks: list[float] = []

    def fails(store: Store) -> str:
        looks.append(store.seconds)
        raise Busy("more bytes than allowed")

    store.mark = "one receipt"
    for _ in range(60):
        assert store.ask("the day", fails).problem == "more bytes than allowed"
        store.passes(known.RETRY_SECONDS)
        store.last_known.look_again()

    assert len(looks) == 60 * known.RETRY_SECONDS // known.FAILED_SECONDS + 1


def test_an_answer_is_kept_fresh_by_the_look_of_whoever_asked_it_last(store: Store) -> None:
    store.ask("the season", lambda _: "until yesterday")
    store.ask("the season", lambda _: "until today")
    store.passes(known.FRESH_SECONDS * 0.6)

    store.last_known.look_again()

    assert store.ask("the season", lambda _: "until today").value == "until today"
