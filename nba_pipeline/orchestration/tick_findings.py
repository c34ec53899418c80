"""What the ticks of schedules and sensors say: one that raises asks for no run, and Dagster goes on without a word."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import dagster as dg

from nba_pipeline.alerts.conditions import Condition, Finding, Level, Observation

KEY = "tick:"

# Who has not ticked for so long while others did is in the program no more: it was renamed or taken away.
# A sensor looks at least every hour, the rarest schedule once a week.
_GONE_AFTER: Mapping[str, timedelta] = {"SENSOR": timedelta(days=1)}
_GONE_AFTER_OTHERWISE = timedelta(days=8)
_NEWEST = 20  # ticks among which the last that ended is: those after it were cut off with their daemon


def observations_of_ticks(instance: dg.DagsterInstance, ui_url: str) -> list[Observation]:
    """What each schedule and sensor came to when it was last evaluated, nothing of one that never was; and that it
    could be read.
    """
    if instance.schedule_storage is None:  # of one process, in which nothing ticks
        return []
    last: dict[tuple[str, str], tuple[Any, bool]] = {}
    for state in instance.all_instigator_state():
        ticks = instance.get_ticks(state.instigator_origin_id, state.selector_id, limit=_NEWEST)
        ended = next((tick for tick in ticks if tick.is_completed), None)
        named = (state.instigator_type.value, state.instigator_name)
        if ended and (named not in last or last[named][0].timestamp < ended.timestamp):
            last[named] = (ended, state.is_running)
    newest = max((tick.timestamp for tick, _ in last.values()), default=0.0)
    return [_reading(ui_url)] + [
        _observation(kind, name, tick, _why_silent(kind, newest - tick.timestamp, runs), ui_url)
        for (kind, name), (tick, runs) in sorted(last.items(), key=lambda one: one[0])
    ]


def unreadable_ticks(error: str, ui_url: str) -> Observation:
    """That nothing can be said of any schedule or sensor."""
    return _reading(ui_url, Finding("unreadable", f"[UNKNOWN] What schedules and sensors came to: {error}"))


def _reading(ui_url: str, finding: Finding | None = None) -> Observation:
    subject = "the watch over schedules and sensors"
    level = Level.RED if finding else Level.OK
    return Observation(
        subject=subject,
        header=":rotating_light: Schedules and sensors cannot be watched",
        summary="Nobody knows whether they do their work",
        conditions=[Condition(f"{KEY}record", subject, level, [finding] if finding else [])],
        link=f"{ui_url.rstrip('/')}/automation",
        command="nba doctor",
    )


def _why_silent(kind: str, behind: float, runs: bool) -> str | None:
    """Why nothing more is to be expected of a schedule or sensor; None of one that is evaluated."""
    if not runs:
        return "was stopped"
    gone = _GONE_AFTER.get(kind, _GONE_AFTER_OTHERWISE)
    return "is no longer there" if behind > gone.total_seconds() else None


def _observation(kind: str, name: str, tick: Any, silent: str | None, ui_url: str) -> Observation:
    subject = f"{kind.lower()} {name}"
    failed = tick.is_failure and silent is None
    at = datetime.fromtimestamp(tick.timestamp, UTC)
    finding = Finding("failed", f"[FAILED] {subject} at {at:%Y-%m-%d %H:%M} UTC: {_error(tick)}")
    condition = Condition(
        key=f"{KEY}{kind.lower()}:{name}",
        name=f"{subject}, which {silent}" if silent else subject,
        level=Level.RED if failed else Level.OK,
        findings=[finding] if failed else [],
    )
    return Observation(
        subject=subject,
        header=f":rotating_light: {kind.capitalize()} failed: {name}",
        summary="It does nothing until a tick of it succeeds; everything else goes on",
        conditions=[condition],
        link=f"{ui_url.rstrip('/')}/automation",
        command="nba doctor",
    )


def _error(tick: Any) -> str:
    """What was raised. Dagster wraps it in errors that only name the schedule or sensor."""
    error = tick.error
    while error is not None and error.cause is not None:
        error = error.cause
    return error.message.strip() if error and error.message else "it failed without a message"
