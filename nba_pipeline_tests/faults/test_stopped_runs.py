"""A run that is stopped (SIGTERM, Ctrl-C) ends, wherever its program stands, and its process with it."""

from __future__ import annotations

import os
import re
import shutil
import signal
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Lock
from typing import Any

import dagster as dg
import pytest
from dagster._core.events.log import EventLogEntry
from dagster._core.storage.event_log import SqliteEventLogStorage
from league_desk import TODAY, Desk, open_desk

import nba_pipeline
from nba_pipeline.orchestration import recording
from nba_pipeline.orchestration.launch import open_instance


class _Impatient(AbstractContextManager[None]):
    """The record's lock, of which whoever waits too long is told that nobody will release it."""

    def __init__(self) -> None:
        self._lock = Lock()

    def __enter__(self) -> None:
        assert self._lock.acquire(timeout=3), "the record's lock was left taken"

    def __exit__(self, *_: object) -> None:
        self._lock.release()


@pytest.fixture
def recorded_desk(recorded_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk whose runs are recorded in files, as an operator's are."""
    home = Path(shutil.copytree(recorded_home, tmp_path / "home"))
    with open_instance(home / "dagster") as instance:
        monkeypatch.setattr(instance.event_log_storage, "_db_lock", _Impatient())
        yield open_desk(home, instance)


class _StoppedInside(AbstractContextManager[Any]):
    """A connection to the record: as soon as it has its lock, the process is told to stop, once."""

    def __init__(self, connection: AbstractContextManager[Any], stop: list[signal.Signals]) -> None:
        self._connection, self._stop = connection, stop

    def __enter__(self) -> Any:
        entered = self._connection.__enter__()
        if self._stop:
            os.kill(os.getpid(), self._stop.pop())
        return entered

    def __exit__(self, *raised: Any) -> bool | None:
        return self._connection.__exit__(*raised)


@pytest.fixture
def stop(monkeypatch: pytest.MonkeyPatch) -> list[signal.Signals]:
    """A signal that is put here comes while the next result of a check is put on record."""
    planned: list[signal.Signals] = []
    connect, store = SqliteEventLogStorage._connect, SqliteEventLogStorage.store_event
    coming: list[signal.Signals] = []

    def store_event(self: SqliteEventLogStorage, event: EventLogEntry) -> None:
        if planned and event.dagster_event_type is dg.DagsterEventType.ASSET_CHECK_EVALUATION:
            coming.append(planned.pop())
        store(self, event)

    monkeypatch.setattr(SqliteEventLogStorage, "store_event", store_event)
    monkeypatch.setattr(
        SqliteEventLogStorage, "_connect", lambda self, shard: _StoppedInside(connect(self, shard), coming)
    )
    return planned


@pytest.mark.timeout(120)
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_run_that_is_stopped_while_it_is_put_on_record_ends(
    recorded_desk: Desk, stop: list[signal.Signals], number: signal.Signals
) -> None:
    stop.append(number)

    try:
        outcome = recorded_desk.run("postgame", TODAY - timedelta(days=2), TODAY - timedelta(days=1))
    except BaseException as error:  # what stops a run is no Exception, and would stop the tests
        pytest.fail(f"it is not on record how the run ended: {error!r}", pytrace=False)

    assert stop == [], "it came"
    assert outcome.exit_code == 2
    assert [failure.split(": ", 1)[1] for failure in outcome.failures] == ["it was stopped, by a signal, while it ran"]
    assert recorded_desk.instance.get_runs()[0].is_finished
    assert recorded_desk.run("postgame", TODAY - timedelta(days=1)).exit_code == 0, "the next one runs"


def test_every_event_of_a_step_is_put_on_record_whole() -> None:
    package = Path(nba_pipeline.__file__).parent
    keepers = {path.name for path in package.rglob("*.py") if re.search(r"\blog_event\(", path.read_text())}

    assert keepers == {Path(recording.__file__).name}


@contextmanager
def _counted(number: signal.Signals) -> Iterator[list[int]]:
    heard: list[int] = []
    before = signal.signal(number, lambda came, _: heard.append(came))
    try:
        yield heard
    finally:
        signal.signal(number, before)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_is_heard_once_after_the_event_and_at_once_without_one(number: signal.Signals) -> None:
    kept: list[object] = []

    class Step:
        def log_event(self, event: object) -> None:
            os.kill(os.getpid(), number)
            os.kill(os.getpid(), number)
            kept.append((event, list(heard)))

    with _counted(number) as heard:
        recording.record(Step(), "an event")  # type: ignore[arg-type]
        assert (kept, heard) == ([("an event", [])], [number])
        os.kill(os.getpid(), number)
        assert heard == [number, number]
