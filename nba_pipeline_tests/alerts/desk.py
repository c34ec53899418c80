"""What it takes to watch something and to deliver what there is to tell, without Dagster and without a warehouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from nba_pipeline.alerts.channels import alert_channels
from nba_pipeline.alerts.conditions import Condition, Finding, Level, Observation
from nba_pipeline.alerts.database import AlertDatabase
from nba_pipeline.alerts.incidents import Incident, open_incidents, record
from nba_pipeline.alerts.outbox import Waiting, deliver, waiting
from nba_pipeline.alerts.settings import AlertSettings
from nba_pipeline.clock import FixedClock

AT = datetime(2026, 1, 16, 11, 0, tzinfo=UTC)
DAY = date(2026, 1, 15)


def watched(key: str = "boxscores", level: Level = Level.RED, **findings: int) -> Condition:
    """A condition with findings by id, each with its size."""
    return Condition(
        key, key, level, [Finding(name, f"{size} {name} missing", size) for name, size in findings.items()]
    )


def seen(*conditions: Condition, subject: str = "the morning") -> Observation:
    return Observation(
        subject=subject,
        header=f":warning: {subject} failed",
        summary="Something is missing",
        conditions=conditions,
        link="http://127.0.0.1:3000/runs/abc",
        command="nba run --date 2026-01-15",
        day=DAY,
    )


@dataclass
class Post:
    """The outbox of one home. Every call opens it anew, like a process that was just started."""

    home: Path
    clock: FixedClock
    configured: dict[str, str]

    @property
    def settings(self) -> AlertSettings:
        return AlertSettings(**self.configured)

    @property
    def database(self) -> AlertDatabase:
        return AlertDatabase(self.home, self.settings)

    def watch(self, *conditions: Condition, subject: str = "the morning") -> None:
        record(self.database, [seen(*conditions, subject=subject)], self.clock.now())

    def deliver(self, at_once: bool = False) -> int:
        return deliver(self.database, alert_channels(self.settings), self.clock, at_once)

    def after(self, passed: timedelta) -> Post:
        self.clock.moment += passed
        return self

    @property
    def undelivered(self) -> Sequence[Waiting]:
        with self.database.reading() as connection:
            return waiting(connection)

    @property
    def open(self) -> Sequence[Incident]:
        with self.database.reading() as connection:
            return open_incidents(connection)
