"""The warehouse of a run: steps that follow each other within moments share one connection.

To open and to close a file costs a tenth of a second, which is as much as a small step does. Yet whoever waits for the
file, like a command beside the run, is to wait for moments only: a connection is shared for no longer than
HELD_SECONDS, in which a daily job is done.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from time import monotonic

import dagster as dg

from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.warehouse.asking import UNNAMED, asking
from nba_pipeline.warehouse.engine import Engine

HELD_SECONDS = 5.0


class RunWarehouse:
    """One run's way to the warehouse, for one step at a time. What its steps ask is asked by the run's job."""

    def __init__(self, pipeline: Pipeline, job: str) -> None:
        self._pipeline = pipeline
        self._job = job
        self._engine: Engine | None = None
        self._opened = ExitStack()
        self._opened_at = 0.0

    @contextmanager
    def open(self) -> Iterator[Engine]:
        """The warehouse for one step. A step that fails leaves no connection to the next."""
        with asking(self._job):
            if self._engine is None:
                self._engine = self._opened.enter_context(self._pipeline.open_engine())
                self._opened_at = monotonic()
            try:
                yield self._engine
            except BaseException:
                self.close()
                raise
        if monotonic() - self._opened_at > HELD_SECONDS:
            self.close()

    def close(self) -> None:
        """Let others have the file."""
        self._engine = None
        self._opened.close()


def run_warehouse(pipeline: Pipeline) -> dg.ResourceDefinition:
    """The resource of a run, which ends with it."""

    def of_a_run(context: dg.InitResourceContext) -> Iterator[RunWarehouse]:
        warehouse = RunWarehouse(pipeline, context.run.job_name if context.run else UNNAMED)
        try:
            yield warehouse
        finally:
            warehouse.close()

    return dg.ResourceDefinition(of_a_run, description="The warehouse, which the steps of a run share.")
