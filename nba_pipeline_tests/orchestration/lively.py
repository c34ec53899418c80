"""A league in which something happens during the day, and homes in which its days are lived through."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

import dagster as dg
from faults.league import Game, League, Rows

from nba_pipeline.clock import FixedClock
from nba_pipeline.game_day import Days, eastern
from nba_pipeline.orchestration.launch import RunOutcome, launch
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.replay import live, still_to_live, timeline
from nba_pipeline.registry import all_tables
from nba_pipeline.reliability.equality import Difference, differences
from nba_pipeline.settings import Settings
from nba_pipeline.sources.base import Answer, SourceError
from nba_pipeline.warehouse.reading import receipts_of

LONG_AFTER = eastern(date(2026, 2, 1), time(6))


@dataclass
class LivelyLeague(League):
    """Its bookmakers quote a late line five minutes before each game. It may postpone a game, or be out of reach."""

    late_line: float = 30.5
    postponed_from: tuple[str, datetime] | None = None
    outage_at: datetime | None = None

    def fetch(self, kind: str, days: Days, as_of: datetime) -> list[Answer]:
        if kind == "player_boxscores" and as_of == self.outage_at:
            raise SourceError("the league is out of reach")
        return super().fetch(kind, days, as_of)

    def _rows(self, kind: str, game: Game, as_of: datetime) -> Rows:
        rows = super()._rows(kind, game, as_of)
        if kind == "schedule" and self.postponed_from:
            game_id, announced = self.postponed_from
            rows = [row | {"postponed": row["game_id"] == game_id and as_of >= announced} for row in rows]
        quoted = game.tipoff_at - timedelta(minutes=5)
        if kind == "points_props" and as_of >= quoted:
            rows = rows + [row | {"snapshot_at": quoted, "line": self.late_line} for row in rows]
        return rows


@dataclass
class Life:
    """A home whose clock is moved by a replay."""

    pipeline: Pipeline
    clock: FixedClock

    @property
    def home(self) -> Path:
        return self.pipeline.settings.home

    def due(self, days: Days, last_runs_only: bool = False) -> list[tuple[str, str, date]]:
        """The timeline: UTC moment, job and game day of each run."""
        with self.pipeline.open() as world:
            runs = timeline(days, world, last_runs_only)
        return [(f"{run.moment:%m-%d %H:%M}", run.job, run.day) for run in runs]

    def live(self, days: Days, last_runs_only: bool = False) -> list[RunOutcome]:
        with self.pipeline.open() as world:
            due = still_to_live(timeline(days, world, last_runs_only), world.engine)
        return live(due, self.pipeline, self.clock, dg.DagsterInstance.ephemeral)

    def backfill(self, days: Days) -> RunOutcome:
        with dg.DagsterInstance.ephemeral() as instance:
            return launch(self.pipeline, "all_phases", days, instance)

    def hashes(self, days: Days) -> dict[tuple[str, date], tuple[int, str]]:
        with self.pipeline.open_engine() as engine:
            receipts = receipts_of(engine, list(all_tables()), days)
        return {(r.table_name, r.game_date): (r.rows, r.content_hash) for r in receipts}

    def revisions(self, table: str, days: Days) -> list[int]:
        with self.pipeline.open_engine() as engine:
            return [receipt.revision for receipt in receipts_of(engine, [table], days)]

    def differs_from(self, other: Life, days: Days) -> list[Difference]:
        with self.pipeline.open_engine() as here, other.pipeline.open_engine() as there:
            return differences(here, there, days)


def begin(home: Path, league: League) -> Life:
    clock = FixedClock(LONG_AFTER)
    pipeline = Pipeline(given=Settings(home=home), own_clock=clock)
    pipeline.source = league
    return Life(pipeline, clock)


def copy_compiled(of: Life, home: Path) -> Path:
    """A new home that needs to compile nothing."""
    shutil.copytree(of.home / "compiled", home / "compiled")
    return home
