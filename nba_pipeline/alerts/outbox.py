"""The outbox: every message is kept until each configured channel of its kind has accepted it, in order.

Delivery is at least once. A process that dies between the channel's answer and the mark leaves the message to be
sent again; a receiver can tell the repetition by its `dedup_key`.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Any

import sqlalchemy as sa

from nba_pipeline.alerts.channels import Channel, NotDelivered
from nba_pipeline.alerts.conditions import Kind
from nba_pipeline.alerts.database import AlertDatabase, deliveries, messages
from nba_pipeline.clock import Clock

FIRST_RETRY, LONGEST_RETRY = timedelta(seconds=15), timedelta(minutes=15)
CLAIM = timedelta(minutes=2)  # longer than any channel takes to answer or to time out
BUDGET = 30.0  # seconds that one delivery may take: Dagster gives a sensor sixty
_AT_ONCE = 200


@dataclass(frozen=True)
class Waiting:
    """A message that is not delivered. `error` is what the last attempt on any channel came to."""

    id: int
    kind: str
    dedup_key: str
    document: Mapping[str, Any]
    created_at: datetime
    attempts: int
    next_attempt_at: datetime | None
    error: str | None


def put(
    connection: sa.Connection, kind: Kind, dedup_key: str, document: Mapping[str, object], now: datetime
) -> int | None:
    """Keep a message, in the transaction of what it tells. None if one with this key is kept already."""
    if connection.execute(sa.select(messages.c.id).where(messages.c.dedup_key == dedup_key)).first():
        return None
    row = {"kind": kind, "dedup_key": dedup_key, "document": document, "created_at": now}
    kept: int = connection.execute(messages.insert().values(**row).returning(messages.c.id)).scalar_one()
    return kept


def deliver(database: AlertDatabase, channels: Sequence[Channel], clock: Clock, at_once: bool = False) -> int:
    """Deliver what is due, or, `at_once`, everything that waits; how many deliveries a channel accepted.

    On each channel messages keep their order: one that fails holds up those behind it, unless the channel refused
    just this one.
    """
    with database.reading() as connection:
        if not _undelivered(connection):
            return 0
    accepted, until = 0, time.monotonic() + BUDGET
    for channel in channels:
        for message in _pending(database, channel):
            turn = _Turn.LATER if time.monotonic() > until else _claim(database, message, channel, clock.now(), at_once)
            if turn is _Turn.LATER:
                break
            if turn is _Turn.PASSED_OVER:
                continue
            failure = _send(database, channel, message)
            _mark(database, message, channel, clock.now(), failure)
            accepted += failure is None
            if failure is not None and not failure.only_this:
                break
    _settle(database, channels, clock.now())
    return accepted


def waiting(connection: sa.Connection) -> list[Waiting]:
    """All undelivered messages, in order."""
    of_message = sa.select(
        deliveries.c.message_id,
        sa.func.max(deliveries.c.attempts).label("attempts"),
        sa.func.min(deliveries.c.next_attempt_at).label("next_attempt_at"),
        sa.func.max(deliveries.c.last_error).label("error"),
    ).where(deliveries.c.accepted_at.is_(None))
    tried = of_message.group_by(deliveries.c.message_id).subquery()
    rows = connection.execute(
        sa.select(messages, tried.c.attempts, tried.c.next_attempt_at, tried.c.error)
        .outerjoin(tried, tried.c.message_id == messages.c.id)
        .where(messages.c.delivered_at.is_(None))
        .order_by(messages.c.id)
    )
    return [
        Waiting(
            id=row.id,
            kind=row.kind,
            dedup_key=row.dedup_key,
            document=row.document,
            created_at=row.created_at,
            attempts=row.attempts or 0,
            next_attempt_at=row.next_attempt_at,
            error=row.error,
        )
        for row in rows
    ]


def last_delivered(connection: sa.Connection, at_most: int) -> list[dict[str, Any]]:
    """The messages that were delivered last, the latest first."""
    rows = connection.execute(
        sa.select(messages)
        .where(messages.c.delivered_at.is_not(None))
        .order_by(messages.c.delivered_at.desc(), messages.c.id.desc())
        .limit(at_most)
    )
    return [dict(row._mapping) for row in rows]


def retry_after(attempts: int) -> timedelta:
    """How long to wait after that many attempts: twice as long each time, up to a limit."""
    doublings = min(attempts - 1, 20)
    return min(FIRST_RETRY * (1 << doublings), LONGEST_RETRY)


def _undelivered(connection: sa.Connection) -> bool:
    return (
        connection.execute(sa.select(messages.c.id).where(messages.c.delivered_at.is_(None)).limit(1)).first()
        is not None
    )


def _pending(database: AlertDatabase, channel: Channel) -> list[sa.Row[Any]]:
    accepted = sa.exists().where(
        deliveries.c.message_id == messages.c.id,
        deliveries.c.channel == channel.name,
        deliveries.c.accepted_at.is_not(None),
    )
    pending = messages.c.delivered_at.is_(None) & (messages.c.kind == channel.kind) & ~accepted
    with database.reading() as connection:
        return list(connection.execute(sa.select(messages).where(pending).order_by(messages.c.id).limit(_AT_ONCE)))


class _Turn(Enum):
    """NOW: this process sends it. LATER: neither it nor what is behind it. PASSED_OVER: it waits, the rest does not."""

    NOW = auto()
    LATER = auto()
    PASSED_OVER = auto()


def _claim(database: AlertDatabase, message: sa.Row[Any], channel: Channel, now: datetime, at_once: bool) -> _Turn:
    """Claim the message for this process, if it is due and no other process is at it."""
    place = {"message_id": message.id, "channel": channel.name}
    of_this = sa.and_(*(deliveries.c[name] == value for name, value in place.items()))
    with database.writing() as connection:
        row = connection.execute(sa.select(deliveries).where(of_this).with_for_update()).first()
        if row is None:
            first = {"attempts": 1, "refused": False, "claimed_until": now + CLAIM}
            connection.execute(deliveries.insert().values(**place, **first))
            return _Turn.NOW
        if row.accepted_at is not None:
            return _Turn.PASSED_OVER
        if row.claimed_until is not None and row.claimed_until > now:
            return _Turn.LATER
        if not at_once and row.next_attempt_at is not None and row.next_attempt_at > now:
            return _Turn.PASSED_OVER if row.refused else _Turn.LATER
        again = {"attempts": row.attempts + 1, "claimed_until": now + CLAIM}
        connection.execute(deliveries.update().where(of_this).values(**again))
        return _Turn.NOW


def _send(database: AlertDatabase, channel: Channel, message: sa.Row[Any]) -> NotDelivered | None:
    try:
        channel.send(message.document, message.dedup_key)
    except NotDelivered as failure:
        return failure
    except Exception as error:  # recorded as the attempt's error; the message stays where it is
        return NotDelivered(f"{type(error).__name__}: {error}")
    return None


def _mark(
    database: AlertDatabase, message: sa.Row[Any], channel: Channel, now: datetime, failure: NotDelivered | None
) -> None:
    of_this = (deliveries.c.message_id == message.id) & (deliveries.c.channel == channel.name)
    with database.writing() as connection:
        if failure is None:
            outcome: dict[str, object] = {"accepted_at": now, "claimed_until": None, "last_error": None}
        else:
            attempts = connection.execute(sa.select(deliveries.c.attempts).where(of_this)).scalar_one()
            wait = max(retry_after(attempts), failure.retry_after or timedelta(0))
            error = database.settings.redacted(str(failure))[:500]
            outcome = {
                "next_attempt_at": now + wait,
                "claimed_until": None,
                "last_error": f"{channel.name}: {error}",
                "refused": failure.only_this,
            }
        connection.execute(deliveries.update().where(of_this).values(**outcome))


def _settle(database: AlertDatabase, channels: Sequence[Channel], now: datetime) -> None:
    """A message is delivered when every channel of its kind that is configured now has accepted it."""
    with database.writing() as connection:
        for kind in {channel.kind for channel in channels}:
            names = [channel.name for channel in channels if channel.kind == kind]
            accepted = sa.select(sa.func.count()).where(
                deliveries.c.message_id == messages.c.id,
                deliveries.c.channel.in_(names),
                deliveries.c.accepted_at.is_not(None),
            )
            done = (messages.c.kind == kind) & messages.c.delivered_at.is_(None)
            whole = accepted.scalar_subquery() == len(names)
            connection.execute(messages.update().where(done & whole).values(delivered_at=now))
