"""Record the league's first days into a home, table by table: the process that tests kill."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from league import League, moment

from nba_pipeline.clock import FixedClock
from nba_pipeline.game_day import Days
from nba_pipeline.production import produce
from nba_pipeline.registry import all_tables
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.world import World

DAYS = Days(date(2026, 1, 5), date(2026, 1, 12))


def record(home: Path) -> None:
    for module in all_tables().values():
        with DuckDBEngine(home / "warehouse.duckdb") as engine:
            world = World(
                engine, League(DAYS), home / "landing", home / "models", FixedClock(moment(date(2026, 1, 13), 6))
            )
            refused = produce(module, DAYS, world, run_id="recording").refused
            if refused:
                raise SystemExit(f"{module.name}: {refused}")


if __name__ == "__main__":
    record(Path(sys.argv[1]))
