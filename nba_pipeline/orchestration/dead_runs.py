"""Runs whose process died without a word: killed, out of memory, or with its machine.

Dagster keeps such a run as started for ever, with the writer's pool that it held, and every later run would wait
for it. Here it is ended as the failure that it is: alerts tell it, and what it held is free. A run in a pod of its own
is looked after by Dagster's run monitoring, which asks Kubernetes; here it is only dead when it is silent.
"""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import dagster as dg

from nba_pipeline.clock import Clock, SystemClock

HOST = "nba/host"  # the tag of a run with the machine whose process it is
# Of a run on another machine, or that came to no step, only this can be seen. Every step and every table speaks;
# the longest of them, a table of all seasons, takes minutes.
SILENT_FOR = timedelta(hours=2)
_POD = "Kubernetes Job name"  # in the event with which dagster-k8s gives a run a pod of its own
_KERNEL = Path("/proc/stat")  # where it tells when it booted; elsewhere than on Linux a number is all there is
_CLOCKS_DIFFER_BY = 60.0  # seconds, between the moment that the kernel gives a process and the one that it writes
_UNDER_WAY = [
    dg.DagsterRunStatus.NOT_STARTED,
    dg.DagsterRunStatus.STARTING,
    dg.DagsterRunStatus.STARTED,
    dg.DagsterRunStatus.CANCELING,
]


@dataclass(frozen=True)
class _Process:
    """Who said of himself, at a moment in seconds since 1970, that he executes a run."""

    pid: int
    at: float


def end_dead_runs(instance: dg.DagsterInstance, clock: Clock | None = None) -> list[str]:
    """End each run whose process is gone, free what it held, and say which they were."""
    now = (clock or SystemClock()).now().timestamp()
    ended = []
    for record in instance.get_run_records(dg.RunsFilter(statuses=_UNDER_WAY)):
        run = record.dagster_run
        why = _why_dead(instance, run, now)
        if why and _is_under_way(instance, run.run_id):
            instance.report_run_failed(run, why)
            instance.event_log_storage.free_concurrency_slots_for_run(run.run_id)
            ended.append(run.run_id)
    return ended


def _why_dead(instance: dg.DagsterInstance, run: dg.DagsterRun, now: float) -> str | None:
    process = _process_of(instance, run) if run.tags.get(HOST) == platform.node() else None
    if process:
        return None if _lives(process) else f"its process {process.pid} is gone: it was killed, or ran out of memory"
    newest = instance.get_records_for_run(run.run_id, limit=1, ascending=False).records
    silent = now - newest[0].event_log_entry.timestamp if newest else 0.0
    hours = SILENT_FOR / timedelta(hours=1)
    return f"nothing was heard of it for {hours:g} hours: its process is gone" if silent > hours * 3600 else None


def _is_under_way(instance: dg.DagsterInstance, run_id: str) -> bool:
    """Also now that its process is gone: it may have ended the run before that."""
    run = instance.get_run_by_id(run_id)
    return run is not None and run.status in _UNDER_WAY


def _process_of(instance: dg.DagsterInstance, run: dg.DagsterRun) -> _Process | None:
    """The process that executes the steps of the run; None before it has come to the first, and in another pod."""
    records = instance.get_records_for_run(run.run_id, of_type=dg.DagsterEventType.ENGINE_EVENT).records
    for entry in (record.event_log_entry for record in records):
        told = entry.get_dagster_event().engine_event_data.metadata
        if _POD in told:  # the tag names the machine that asked for the run, where the number is another process's
            return None
        pid = told.get("pid")
        if pid is not None:
            return _Process(int(str(pid.value)), entry.timestamp)
    return None


def _lives(process: _Process) -> bool:
    """Whether that very process lives: by now another one may have its number."""
    try:
        os.kill(process.pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    if not _KERNEL.exists():
        return True
    try:
        said = Path(f"/proc/{process.pid}/stat").read_text()
    except OSError:  # it ended since
        return False
    # after the name, which is in parentheses and may hold anything: the state, …, and the start in ticks since boot
    fields = said.rpartition(")")[2].split()
    booted = next(line for line in _KERNEL.read_text().splitlines() if line.startswith("btime"))
    began = int(booted.split()[1]) + int(fields[19]) / os.sysconf("SC_CLK_TCK")
    return fields[0] != "Z" and began <= process.at + _CLOCKS_DIFFER_BY
