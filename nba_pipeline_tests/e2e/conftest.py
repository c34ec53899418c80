"""Homes made from the real archive, once a session."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from nba_pipeline.clock import SystemClock
from nba_pipeline.game_day import Days, playing_days
from nba_pipeline.production import produce
from nba_pipeline.registry import all_tables
from nba_pipeline.sources.archive import ArchiveSource
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.world import World

Backfill = Callable[[Path, date, date], Path]


@pytest.fixture(scope="session")
def open_home(archive_dir: Path) -> Callable[[Path], World]:
    def opened(home: Path) -> World:
        engine = DuckDBEngine(home / "warehouse.duckdb")
        return World(engine, ArchiveSource(archive_dir), home / "landing", home / "models", SystemClock())

    return opened


@pytest.fixture(scope="session")
def backfilled(open_home: Callable[[Path], World]) -> Backfill:
    """Make every table of a range in a home, as `nba backfill` does but without Dagster's record of it."""

    def backfill(home: Path, first: date, last: date) -> Path:
        for part in playing_days(Days(first, last)):
            for module in all_tables().values():
                world = open_home(home)
                with world.engine:
                    assert produce(module, part, world, run_id="backfill").refused == {}
        return home

    return backfill


@pytest.fixture(scope="session")
def seasons_home(backfilled: Backfill, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """2024-25 whole and 2025-26 to the archive's end."""
    return backfilled(tmp_path_factory.mktemp("seasons"), date(2024, 10, 22), date(2026, 1, 31))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever needs two real seasons waits for them to be made, models and all: minutes, and once for all."""
    for item in items:
        if "seasons_home" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.slow)
            item.add_marker(pytest.mark.timeout(1800))
            item.add_marker(pytest.mark.xdist_group("two real seasons"))
