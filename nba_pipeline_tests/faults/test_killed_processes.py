"""A process may die at any moment: what is visible is whole, and the next run completes."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest
from record_league import DAYS

from nba_pipeline.ingest import INGEST_BATCHES
from nba_pipeline.registry import all_tables
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.warehouse.reading import NEVER_PUBLISHED, verify
from nba_pipeline.warehouse.receipts import LEDGERS

KILLS = 50
SCRIPT = Path(__file__).with_name("record_league.py")


def recording(home: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, str(SCRIPT), str(home)])  # noqa: S603


def what_is_wrong(home: Path) -> dict[str, dict]:
    """Days that hold something else than their receipts prove; a day that was never published is no fault."""
    with DuckDBEngine(home / "warehouse.duckdb") as engine:
        return {
            name: wrong
            for name, module in all_tables().items()
            if (wrong := {d: why for d, why in verify(engine, module.contract, DAYS).items() if why != NEVER_PUBLISHED})
        }


def tables_left(home: Path) -> set[str]:
    with DuckDBEngine(home / "warehouse.duckdb") as engine:
        return set(engine._catalog)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_backfill_killed_at_fifty_moments_leaves_no_day_half_written(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert recording(home).wait() == 0  # also compiles what every later run finds compiled
    (home / "warehouse.duckdb").unlink()
    began = monotonic()
    assert recording(home).wait() == 0
    whole_run = monotonic() - began
    (home / "warehouse.duckdb").unlink()
    moments = random.Random(50)  # noqa: S311  # the same moments every time, as far as the machine allows
    killed = 0

    for _ in range(KILLS):
        process, began = recording(home), monotonic()
        try:
            assert process.wait(moments.uniform(0.4, 0.98) * whole_run) == 0
            whole_run = monotonic() - began  # the machine has become quicker
        except subprocess.TimeoutExpired:
            process.kill()
            killed += process.wait() != 0
        if (home / "warehouse.duckdb").exists():
            assert what_is_wrong(home) == {}
            assert tables_left(home) <= {*all_tables(), *LEDGERS, INGEST_BATCHES.name}

    assert killed > KILLS / 2
    assert recording(home).wait() == 0
    with DuckDBEngine(home / "warehouse.duckdb") as engine:
        unproven = {name: verify(engine, module.contract, DAYS) for name, module in all_tables().items()}
    assert not any(unproven.values()), unproven
