"""An operator whom the daemon tells by Slack what it sees, and who has the commands at hand."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

import dagster as dg
from alerts.receiver import Receiver
from click.testing import Result
from reconciler import Reconciler

from nba_pipeline.alerts.incidents import open_incidents
from nba_pipeline.game_day import eastern
from nba_pipeline.orchestration.alert_sensors import alerts_of_late_phases, delivery_of_alerts
from nba_pipeline.orchestration.alerting import Alerts

Nba = Callable[..., Result]


@dataclass
class Operator:
    """Whom the daemon tells by Slack what it sees at the reconciler's desk."""

    reconciler: Reconciler
    receiver: Receiver
    cursor: str | None = None

    def at(self, day: date, hour: int, minute: int = 0) -> Operator:
        self.reconciler.desk.clock.moment = eastern(day, time(hour, minute))
        return self

    def look(self) -> list[str]:
        """One round of the daemon; the headers of what was told since the last one."""
        before = len(self.receiver.received)
        resources = {"pipeline": self.reconciler.desk.pipeline}
        instance = self.reconciler.desk.instance
        with dg.build_sensor_context(instance, cursor=self.cursor, resources=resources) as context:
            self.cursor = alerts_of_late_phases.evaluate_tick(context).cursor
        with dg.build_sensor_context(instance, resources=resources) as context:
            delivery_of_alerts.evaluate_tick(context)
        return self.receiver.headers_of_messages[before:]

    @property
    def last(self) -> list[str]:
        """The texts of the last message."""
        blocks = self.receiver.received[-1]["attachments"][0]["blocks"]
        return [text["text"] for block in blocks for text in [block.get("text"), *block.get("fields", [])] if text]

    @property
    def open(self) -> list[str]:
        with Alerts.of(self.reconciler.desk.pipeline).database.reading() as connection:
            return [incident.key for incident in open_incidents(connection)]


@contextmanager
def held(warehouse: Path) -> Iterator[None]:
    """Another process has the warehouse open for writing."""
    holds = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", holds, str(warehouse)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:  # noqa: S603
        assert other.stdout.readline() == "held\n"
        try:
            yield
        finally:
            other.communicate("")
