"""Turns what was seen into what must be told: one message when a state changes, none while it stays as it is.

An incident opens with the first bad look at a condition and closes with the first good one; both are told. In between
the operator hears of it again only if it gets worse than he was ever told: a higher level, a finding that was not
there before, a finding that grew. What gets better without being well, or comes and goes, is not told again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

import sqlalchemy as sa

from nba_pipeline.alerts.conditions import Condition, Kind, Level, Observation, message_of
from nba_pipeline.alerts.database import AlertDatabase, incidents
from nba_pipeline.alerts.outbox import put

_AT_ONCE = 500  # keys in one query


@dataclass(frozen=True)
class Incident:
    """Something that is wrong now, as it was last seen."""

    key: str
    name: str
    level: Level
    day: date | None
    findings: Sequence[str]
    link: str
    command: str
    opened_at: datetime
    changed_at: datetime

    @property
    def reasons(self) -> Sequence[str]:
        """What is found, without the name, and the day at its end, where the findings repeat them."""
        said = [text.partition(f"{self.name}: ")[2] or text for text in self.findings]
        return [text.removeprefix(f"{self.name.rpartition(' ')[2]}: ") for text in said]


def record(database: AlertDatabase, observations: Iterable[Observation], now: datetime) -> None:
    """Record what was seen of several subjects, each in a transaction of its own."""
    for observation in observations:
        with database.writing() as connection:
            observe(connection, observation.redacted(database.settings.redacted), now)


def observe(connection: sa.Connection, observation: Observation, now: datetime) -> int | None:
    """Record what was seen and, in the same transaction, put what changed into the outbox: the id of the message."""
    known = _known(connection, [condition.key for condition in observation.conditions])
    worse, recovered = [], []
    for condition in observation.conditions:
        before = known.get(condition.key)
        if condition.level is Level.OK:
            if before is not None and before.level > Level.OK:
                recovered.append(condition)
                _close(connection, condition, now)
        elif before is None or before.level == Level.OK:
            worse.append(condition)
            _open(connection, condition, observation, now)
        else:
            if _is_worse(condition, before):
                worse.append(condition)
            _update(connection, condition, before, observation, now)
    if not worse and not recovered:
        return None
    told = message_of(observation, worse, recovered)
    return put(connection, Kind.ALERT, uuid4().hex, told.document(), now)


def open_incidents(connection: sa.Connection, prefix: str = "") -> list[Incident]:
    """What is wrong now, the longest-standing first; `prefix` is that of the conditions' keys."""
    rows = connection.execute(
        sa.select(incidents)
        .where(incidents.c.level > Level.OK, incidents.c.key.startswith(prefix, autoescape=True))
        .order_by(incidents.c.opened_at, incidents.c.key)
    )
    return [
        Incident(
            key=row.key,
            name=row.name,
            level=Level(row.level),
            day=row.day,
            findings=row.findings,
            link=row.link,
            command=row.command,
            opened_at=row.opened_at,
            changed_at=row.changed_at,
        )
        for row in rows
    ]


def _known(connection: sa.Connection, keys: Sequence[str]) -> dict[str, sa.Row[tuple[object, ...]]]:
    found: dict[str, sa.Row[tuple[object, ...]]] = {}
    for start in range(0, len(keys), _AT_ONCE):
        asked = incidents.c.key.in_(keys[start : start + _AT_ONCE])
        found |= {row.key: row for row in connection.execute(sa.select(incidents).where(asked).with_for_update())}
    return found


def _is_worse(condition: Condition, before: sa.Row[tuple[object, ...]]) -> bool:
    """Worse than the operator was ever told since it opened."""
    grown = any(finding.size > before.told.get(finding.id, 0) for finding in condition.findings)
    return condition.level > before.told_level or grown


def _open(connection: sa.Connection, condition: Condition, observation: Observation, now: datetime) -> None:
    connection.execute(incidents.delete().where(incidents.c.key == condition.key))
    told = {finding.id: finding.size for finding in condition.findings}
    row = {"key": condition.key, "told_level": condition.level, "told": told, "opened_at": now}
    connection.execute(incidents.insert().values(**row, **_as_seen(condition, observation, now)))


def _update(
    connection: sa.Connection,
    condition: Condition,
    before: sa.Row[tuple[object, ...]],
    observation: Observation,
    now: datetime,
) -> None:
    told = dict(before.told)
    for finding in condition.findings:
        told[finding.id] = max(finding.size, told.get(finding.id, 0))
    changed = {"told_level": max(condition.level, before.told_level), "told": told}
    seen = _as_seen(condition, observation, now)
    if all(seen[name] == before._mapping[name] for name in ("level", "findings")):
        seen["changed_at"] = before.changed_at
    connection.execute(incidents.update().where(incidents.c.key == condition.key).values(**changed, **seen))


def _close(connection: sa.Connection, condition: Condition, now: datetime) -> None:
    well = {"level": Level.OK, "findings": [], "changed_at": now}
    connection.execute(incidents.update().where(incidents.c.key == condition.key).values(**well))


def _as_seen(condition: Condition, observation: Observation, now: datetime) -> dict[str, object]:
    return {
        "name": condition.name,
        "level": condition.level,
        "day": observation.day,
        "findings": [finding.text for finding in condition.findings],
        "link": observation.link,
        "command": observation.command,
        "changed_at": now,
    }
