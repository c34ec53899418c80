"""Two real months, and a whole simulated season, lived through run by run with the real command, are the days that a
backfill makes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from nba_pipeline.game_day import Days, season_days
from nba_pipeline.registry import all_tables
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.warehouse.reading import receipts_of

NBA = Path(sys.executable).with_name("nba")


@dataclass(frozen=True)
class Season:
    """A source by its environment, and days of it that have something of everything."""

    environment: Mapping[str, str]
    days: Days


@pytest.fixture
def archive(archive_dir: Path) -> Season:
    """With the Cup final that has no boxscores, matinees at Christmas, and days without games."""
    environment = {"NBA_SOURCE": "archive", "NBA_ARCHIVE_DIR": str(archive_dir)}
    return Season(environment, Days(date(2025, 12, 1), date(2026, 1, 31)))


@pytest.fixture
def simulated() -> Season:
    """From the first game to the last of the finals, by way of the break, trades, and postponed games."""
    return Season({"NBA_SOURCE": "simulated"}, season_days(2025))


@pytest.fixture(params=["archive", "simulated"])
def season(request: pytest.FixtureRequest) -> Season:
    return request.getfixturevalue(request.param)


def nba(home: Path, season: Season, command: str, *arguments: str) -> dict:
    environment = {**os.environ, **season.environment, "NBA_HOME": str(home)}
    days = ("--start", f"{season.days.first}", "--end", f"{season.days.last}")
    said = subprocess.run(  # noqa: S603
        [NBA, command, *days, *arguments, "--json"], env=environment, capture_output=True, text=True
    )
    assert said.returncode == 0, said.stdout + said.stderr
    return json.loads(said.stdout)


def hashes(home: Path, days: Days) -> dict[tuple[str, date], tuple[int, str]]:
    with DuckDBEngine(home / "warehouse.duckdb") as engine:
        receipts = receipts_of(engine, list(all_tables()), days)
    return {(r.table_name, r.game_date): (r.rows, r.content_hash) for r in receipts}


@pytest.mark.long
@pytest.mark.timeout(10_800)
def test_days_replayed_equal_the_days_backfilled(season: Season, tmp_path: Path) -> None:
    whole, lived = tmp_path / "whole", tmp_path / "lived"
    nba(whole, season, "backfill")

    report = nba(lived, season, "replay", "--last-runs-only", "--no-record", "--compare-with", str(whole))

    assert report["status"] == "PASS"
    assert report["runs"] == 2 * len(season.days)
    assert report["differences"] == []
    assert hashes(lived, season.days) == hashes(whole, season.days)
    assert len(hashes(lived, season.days)) == len(all_tables()) * len(season.days)
