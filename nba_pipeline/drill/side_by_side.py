"""A drill's rehearsals side by side: each has a copy of its own, so a process for each core takes the next defect."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import fields
from typing import Any

from nba_pipeline.drill.catalogue import chosen
from nba_pipeline.drill.child import PROCESSES
from nba_pipeline.drill.defects.base import Defect
from nba_pipeline.drill.drill import Drill, Outcome

MOST_PROCESSES = 4  # each may take a gigabyte for its copy of the warehouse

_drill: Drill  # of a process that takes defects


def rehearse_all(drill: Drill, defects: Sequence[Defect]) -> Iterator[Outcome]:
    """The outcome of each defect of the catalogue, as they come. `drill.control` has to be run before."""
    processes = min(os.cpu_count() or 1, MOST_PROCESSES, len(defects))
    if processes < 2:
        yield from map(drill.rehearse, defects)
        return
    pool = ProcessPoolExecutor(processes, PROCESSES, initializer=_take, initargs=(drill,))
    try:
        rehearsals = {pool.submit(_rehearse, defect.number): defect for defect in defects}
        for rehearsal in as_completed(rehearsals):
            yield Outcome(rehearsals[rehearsal], **rehearsal.result())
    finally:
        pool.shutdown(cancel_futures=True)


def _take(drill: Drill) -> None:
    global _drill  # what a process is begun with stays with it
    _drill = drill


def _rehearse(number: int) -> dict[str, Any]:
    """What came of a defect, without the defect: functions do not travel between processes."""
    (defect,) = chosen([number])
    outcome = _drill.rehearse(defect)
    return {part.name: getattr(outcome, part.name) for part in fields(outcome) if part.name != "defect"}
