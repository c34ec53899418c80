"""One try at a defect: a copy of the drill's home, jobs that are run on it for real, and what was said."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from time import monotonic
from typing import Any

import dagster as dg

from nba_pipeline.alerts.outbox import Waiting, waiting
from nba_pipeline.alerts.settings import AlertSettings
from nba_pipeline.clock import FixedClock
from nba_pipeline.drill.aside import MORNING_AFTER
from nba_pipeline.drill.catchers import Report
from nba_pipeline.drill.engines import Wrapper
from nba_pipeline.drill.faulty import FaultyPipeline
from nba_pipeline.game_day import Days, eastern
from nba_pipeline.orchestration.alerting import Alerts
from nba_pipeline.orchestration.launch import RunOutcome, launch
from nba_pipeline.registry import TableModule, all_tables, table
from nba_pipeline.reliability.results import RESULTS
from nba_pipeline.reliability.rulebook import all_rules
from nba_pipeline.settings import Settings
from nba_pipeline.sources.base import Source
from nba_pipeline.sources.faults import Fault, Strike
from nba_pipeline.sources.misbehaviour import MisbehavingSource
from nba_pipeline.warehouse.engine import Fingerprint
from nba_pipeline.warehouse.reading import Reading, read, receipts_of, verify
from nba_pipeline.warehouse.receipts import Receipt

VERDICT = time(6)  # the day is reconciled
VERIFIED_DAYS = timedelta(days=3)  # so many earlier days are compared cell by cell


@dataclass(frozen=True)
class Moments:
    """The day of the drill, the game day before it, and when its jobs run."""

    day: date
    day_before: date
    last_call: datetime
    first_tipoff: datetime

    def after(self, hour: time, day: date | None = None) -> datetime:
        """That hour, US/Eastern, of the morning after."""
        return eastern((day or self.day) + timedelta(days=1), hour)


@dataclass
class Rehearsal:
    """What a defect is injected into, and what came of it. Times count from the first thing that was done."""

    settings: Settings
    source: Source
    moments: Moments
    instance: dg.DagsterInstance
    reports: list[Report] = field(default_factory=list)
    outcomes: list[RunOutcome] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.clock = FixedClock(self.moments.last_call)
        self.pipeline = FaultyPipeline(given=self.settings, own_clock=self.clock)
        self.pipeline.source = self.source
        self.alerts = Alerts(self.pipeline, self.clock)
        self.alerts.settings = AlertSettings.model_construct()  # nothing that is told here leaves the drill
        self._faults: list[Fault] = []
        self._changed: dict[str, TableModule] = {}
        self._before = self._receipts()
        self._told_before = {message.id for message in self._outbox()}
        self._began = monotonic()

    # what goes wrong

    def misbehave(self, name: str, day: date | None = None, **more: Any) -> Strike:
        """The source has a fault on the day of the drill; where it strikes."""
        self._faults.append(Fault(name, day or self.moments.day, **more))
        self.pipeline.source = MisbehavingSource(self.source, self._faults)
        return self.pipeline.source.strikes()[-1]

    def heal(self) -> None:
        """All is well again: source, tables and warehouse."""
        self._faults.clear()
        self._changed.clear()
        self.pipeline.source, self.pipeline.wrapper = self.source, None

    def change(self, name: str, build: Callable[[Callable[..., Any]], Callable[..., Any]], **more: Any) -> None:
        """The code of a table has a defect: `build` is given the honest function and returns another."""
        module = table(name)
        self._changed[module.name] = replace(
            module, build=build(module.build), code_version=f"drill {len(self._changed)} {build.__name__}", **more
        )

    @contextmanager
    def warehouse(self, wrapper: Wrapper) -> Iterator[None]:
        """The warehouse is broken for a while."""
        self.pipeline.wrapper = wrapper
        try:
            yield
        finally:
            self.pipeline.wrapper = None

    # what the operator's jobs do

    def pregame(self, day: date | None = None) -> RunOutcome:
        self.clock.moment = self.moments.last_call if day is None else eastern(day, time(11))
        return self.run("pregame", Days.only(day or self.moments.day))

    def postgame(self, day: date | None = None, hour: time = MORNING_AFTER) -> RunOutcome:
        day = day or self.moments.day
        self.clock.moment = self.moments.after(hour, day)
        return self.run("postgame", Days.only(day))

    def run(self, job: str, days: Days) -> RunOutcome:
        """A job as the daemon runs it, and what was heard of it."""
        outcome = launch(self.pipeline, job, days, self.instance, list(self._changed.values()))
        self.outcomes.append(outcome)
        claims = {rule.claim for rule in all_rules()}
        for finding in outcome.findings:
            if finding.check not in claims:
                about = finding.asset.replace("/", ".")
                self._report(finding.check, about, finding.severity, finding.reason)
        for check in outcome.silent:
            self._report("silent check", None, "ERROR", check)
        if not outcome.succeeded and not outcome.findings:
            self._report("run", None, "ERROR", "; ".join(outcome.failures))
        self.alerts.examine_runs(self.instance)
        self.hear()
        return outcome

    def reconcile(self, day: date | None = None, at: datetime | None = None) -> None:
        """The job that reconciles a day, and what it stored."""
        day = day or self.moments.day
        self.clock.moment = at or self.moments.after(VERDICT, day)
        self.run("reconcile", Days.only(day))
        for row in self.stored(day):
            if row["status"] in ("FAIL", "ERROR"):
                said = f"{row['message']} {', '.join(json.loads(row['missing']))}"
                self._report(row["rule_id"], None, row["status"], said)
        self.alerts.record(self.alerts.look_at_warehouse())
        self.hear()

    def stored(self, day: date) -> list[dict[str, Any]]:
        """What the newest evaluation of a day stored."""
        with self.pipeline.open_engine() as engine:
            rows: list[dict[str, Any]] = engine.fetch(engine.entries(RESULTS, Days.only(day))).to_pylist()
        newest = max((row["evaluated_at"] for row in rows), default=None)
        return [row for row in rows if row["evaluated_at"] == newest]

    def report(self, by: str, said: str) -> None:
        """Something that the drill itself saw go wrong."""
        self._report(by, None, "ERROR", said)

    def _report(self, by: str, about: str | None, status: str, said: str) -> None:
        self.reports.append(Report(by, about, status, said, monotonic() - self._began))

    def hear(self) -> None:
        """What the operator would have been told since the rehearsal began; it stays in the outbox of the copy."""
        told = [message for message in self._outbox() if message.id not in self._told_before]
        self.messages = [str(message.document["header"]) for message in told]

    def _outbox(self) -> list[Waiting]:
        with self.alerts.database.reading() as connection:
            return waiting(connection)

    # what is to be seen

    def look(self, name: str, day: date | None = None) -> Reading:
        with self.pipeline.open_engine() as engine:
            return read(engine, table(name).contract, Days.only(day or self.moments.day))

    def rows(self, name: str, day: date | None = None) -> list[dict[str, Any]]:
        with self.pipeline.open_engine() as engine:
            reading = read(engine, table(name).contract, Days.only(day or self.moments.day))
            rows: list[dict[str, Any]] = engine.fetch(reading.rows).to_pylist()
        return rows

    def receipts_before(self, name: str) -> dict[date, Receipt]:
        """The receipts of a table when the rehearsal began."""
        return {day: receipt for (of, day), receipt in self._before.items() if of == table(name).name}

    def damaged(self) -> list[str]:
        """Days that are served and are not what their receipts prove, or that lost their receipts."""
        first = self.moments.day - VERIFIED_DAYS
        wrong = []
        with self.pipeline.open_engine() as engine:
            for name, module in all_tables().items():
                receipts = {d: Fingerprint(r.rows, r.content_hash) for d, r in self.receipts_before(name).items()}
                for day, why in verify(engine, module.contract, Days(first, self.moments.day)).items():
                    if day < self.moments.day and day in receipts:
                        wrong.append(f"{name} {day}: {why}")
        return wrong

    def _receipts(self) -> dict[tuple[str, date], Receipt]:
        days = Days(self.moments.day - VERIFIED_DAYS, self.moments.day)
        with self.pipeline.open_engine() as engine:
            found: Sequence[Receipt] = receipts_of(engine, list(all_tables()), days)
        return {(receipt.table_name, receipt.game_date): receipt for receipt in found}
