"""Gaps that an operator accepted, because nothing will ever fill them: which, why, by whom and when. Kept for ever.

An acceptance covers a gap as it stood. What is missing beyond it, or in another way, is told like any other gap. It
changes no answer of any rule: the day stays with its gap.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

import sqlalchemy as sa

from nba_pipeline.alerts.database import acceptances
from nba_pipeline.game_day import EASTERN


class Gap(Protocol):
    """What a rule answered of a day, whoever holds the answer. `lost` is expected less actual."""

    @property
    def rule_id(self) -> str: ...
    @property
    def game_date(self) -> date: ...
    @property
    def status(self) -> str: ...
    @property
    def missing(self) -> Sequence[str]: ...
    @property
    def lost(self) -> int: ...
    @property
    def blocked_by(self) -> str | None: ...
    @property
    def message(self) -> str: ...


@dataclass(frozen=True)
class Acceptance:
    """A gap of one rule and day as it stood when it was accepted. `undone_at` is set where that was taken back."""

    id: int
    day: date
    rule_id: str
    status: str
    missing: Sequence[str]
    lost: int
    blocked_by: str | None
    message: str
    reason: str
    accepted_by: str
    accepted_at: datetime
    undone_at: datetime | None
    undone_by: str | None

    def covers(self, gap: Gap) -> bool:
        """Whether the gap is the accepted one, or less of it."""
        same = (self.rule_id, self.day, self.status, self.blocked_by) == (
            gap.rule_id,
            gap.game_date,
            gap.status,
            gap.blocked_by,
        )
        return same and set(gap.missing) <= set(self.missing) and gap.lost <= self.lost

    def __str__(self) -> str:
        at = f"{self.accepted_at.astimezone(EASTERN):%Y-%m-%d %H:%M}"
        return f"accepted: {self.reason}, by {self.accepted_by}, {at} Eastern"


def accept(connection: sa.Connection, gaps: Iterable[Gap], reason: str, by: str, now: datetime) -> None:
    """Keep that these gaps are accepted as they stand."""
    rows = [
        {
            "day": gap.game_date,
            "rule_id": gap.rule_id,
            "status": str(gap.status),
            "missing": list(gap.missing),
            "lost": gap.lost,
            "blocked_by": gap.blocked_by,
            "message": gap.message,
            "reason": reason,
            "accepted_by": by,
            "accepted_at": now,
        }
        for gap in gaps
    ]
    if rows:
        connection.execute(acceptances.insert(), rows)


def undo(connection: sa.Connection, accepted: Iterable[Acceptance], by: str, now: datetime) -> None:
    """Take acceptances back. That they were made stays on record."""
    ids = [one.id for one in accepted]
    taken_back = acceptances.update().where(acceptances.c.id.in_(ids), acceptances.c.undone_at.is_(None))
    connection.execute(taken_back.values(undone_at=now, undone_by=by))


def accepted_gaps(connection: sa.Connection, day: date | None = None) -> list[Acceptance]:
    """The acceptances that stand, of a day or of all, the oldest first."""
    if not sa.inspect(connection).has_table(acceptances.name):  # nobody has accepted anything in this database yet
        return []
    stand = sa.select(acceptances).where(acceptances.c.undone_at.is_(None)).order_by(acceptances.c.id)
    rows = connection.execute(stand if day is None else stand.where(acceptances.c.day == day))
    return [Acceptance(**row._mapping) for row in rows]


def acceptance_of(gap: Gap, accepted: Iterable[Acceptance]) -> Acceptance | None:
    """The acceptance that covers this gap, the latest of several."""
    covering = [one for one in accepted if one.covers(gap)]
    return covering[-1] if covering else None


def by_rule(gaps: Iterable[Gap], accepted: Sequence[Acceptance]) -> Mapping[str, Acceptance]:
    """Of those gaps that are accepted, by rule, the acceptance."""
    return {gap.rule_id: one for gap in gaps if (one := acceptance_of(gap, accepted)) is not None}
