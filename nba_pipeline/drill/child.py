"""Processes of their own for a drill: one that is killed in mid-write, one that holds the warehouse."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from multiprocessing.synchronize import Event

import dagster as dg

from nba_pipeline.clock import FixedClock
from nba_pipeline.drill.engines import killing
from nba_pipeline.drill.faulty import FaultyPipeline
from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.launch import launch
from nba_pipeline.settings import Settings
from nba_pipeline.warehouse.connection import open_warehouse

# A forked process would share the connections of the one that it comes from.
PROCESSES = multiprocessing.get_context("spawn")
_PATIENCE = 60  # seconds


def killed_in_mid_write(settings: Settings, moment: datetime, day: date, table: str) -> int | None:
    """Run the post-game job in a process that is killed while that table is written; its exit code."""
    process = PROCESSES.Process(target=_die, args=(settings, moment, day, table))
    process.start()
    process.join(_PATIENCE)
    process.kill()
    process.join()
    return process.exitcode


@contextmanager
def holding_the_warehouse(settings: Settings) -> Iterator[None]:
    """Another process has the warehouse open for writing."""
    ready, enough = PROCESSES.Event(), PROCESSES.Event()
    process = PROCESSES.Process(target=_hold, args=(settings, ready, enough), daemon=True)
    process.start()
    try:
        ready.wait(_PATIENCE)
        yield
    finally:
        enough.set()
        process.join(_PATIENCE)
        process.kill()


def _die(settings: Settings, moment: datetime, day: date, table: str) -> None:
    pipeline = FaultyPipeline(given=settings, own_clock=FixedClock(moment), wrapper=killing(table))
    with dg.DagsterInstance.ephemeral() as instance:
        launch(pipeline, "postgame", Days.only(day), instance)


def _hold(settings: Settings, ready: Event, enough: Event) -> None:
    with open_warehouse(settings):
        ready.set()
        enough.wait(_PATIENCE)
