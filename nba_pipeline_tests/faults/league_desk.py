"""What an operator has, in process: a league to live in, and the daily jobs run for real."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import dagster as dg
from league import League, moment

from nba_pipeline.clock import FixedClock
from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.automation import build_definitions
from nba_pipeline.orchestration.launch import RunOutcome, run_job
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.registry import all_tables, table
from nba_pipeline.settings import Settings
from nba_pipeline.warehouse.reading import Reading, read, receipts_of

FIRST = date(2026, 1, 5)
TODAY = date(2026, 1, 15)


@dataclass
class Desk:
    """What the operator has: a league to live in, jobs to run, and tables to look at."""

    league: League
    pipeline: Pipeline
    clock: FixedClock
    instance: dg.DagsterInstance

    def run(self, job: str, first: date, last: date | None = None) -> RunOutcome:
        return run_job(self.definitions().resolve_job_def(job), Days(first, last or first), self.instance)

    def definitions(self) -> dg.Definitions:
        return build_definitions(self.pipeline)

    def morning(self, day: date) -> RunOutcome:
        """The pre-game job at 16:00 Eastern of the day."""
        self.clock.moment = moment(day, 16)
        return self.run("pregame", day)

    def morning_after(self, day: date) -> RunOutcome:
        """The post-game job at 06:00 Eastern of the next day."""
        self.clock.moment = moment(day + timedelta(days=1), 6)
        return self.run("postgame", day)

    def look(self, name: str, day: date) -> Reading:
        with self.pipeline.open_engine() as engine:
            return read(engine, table(name).contract, Days.only(day))

    def rows(self, name: str, day: date) -> list[dict]:
        """A verified day of a table, in the order of its key."""
        contract = table(name).contract
        with self.pipeline.open_engine() as engine:
            rows = engine.fetch(read(engine, contract, Days.only(day)).rows)
        return rows.sort_by([(column, "ascending") for column in contract.key]).to_pylist()

    def hashes(self, day: date) -> dict[str, str]:
        with self.pipeline.open_engine() as engine:
            return {r.table_name: r.content_hash for r in receipts_of(engine, list(all_tables()), Days.only(day))}


def open_desk(home: Path, instance: dg.DagsterInstance) -> Desk:
    clock = FixedClock(moment(TODAY, 6))
    league = League(Days(FIRST, TODAY + timedelta(days=3)))
    pipeline = Pipeline(given=Settings(home=home, lock_timeout=2))
    pipeline.source = league
    pipeline.clock = clock
    return Desk(league, pipeline, clock, instance)
