"""A home with live services, whose jobs are run at moments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import dagster as dg
from services import Services
from small_day import DAY

from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.launch import RunOutcome, launch
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.run_findings import observation_of_run
from nba_pipeline.registry import table
from nba_pipeline.warehouse.reading import read, receipts_of


@dataclass(frozen=True)
class Desk:
    pipeline: Pipeline
    instance: dg.DagsterInstance
    services: Services

    def run(self, job: str, at: datetime) -> RunOutcome:
        self.services.moment = self.pipeline.clock.moment = at
        return launch(self.pipeline, job, Days.only(DAY), self.instance)

    def told(self, outcome: RunOutcome) -> str:
        """All that is alerted of a run."""
        run = self.instance.get_run_by_id(outcome.run_id)
        told = observation_of_run(self.instance, run, "http://ui")
        return "\n".join(finding.text for condition in told.conditions for finding in condition.findings)

    def rows(self, name: str, day: date = DAY) -> list[dict]:
        with self.pipeline.open_engine(read_only=True) as engine:
            reading = read(engine, table(name).contract, Days.only(day))
            assert not reading.unverified
            return engine.fetch(reading.rows).to_pylist()

    def published(self, name: str) -> bool:
        with self.pipeline.open_engine(read_only=True) as engine:
            return not read(engine, table(name).contract, Days.only(DAY)).unverified

    def made_at(self, name: str) -> datetime:
        """When the published day of a table was made."""
        with self.pipeline.open_engine(read_only=True) as engine:
            (receipt,) = receipts_of(engine, [table(name).name], Days.only(DAY))
        return receipt.published_at
