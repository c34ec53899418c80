"""Total outages, through the commands: each is red while it lasts, says what to do, and leaves nothing behind."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest
from unconfigured import without_settings

NBA = Path(sys.executable).with_name("nba")
RUN = ("run", "--date", "2026-01-15", "--phase", "pregame")
RECONCILE = ("reconcile", "--date", "2026-01-15")
NOT_RUN = 2
FULL = 4096  # bytes that a file may have: no database finds room to write

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]


def nba(home: Path, *arguments: str, largest_file: int = resource.RLIM_INFINITY) -> subprocess.CompletedProcess[str]:
    """A command in a home, on a disk on which no file can grow beyond that many bytes."""
    environment = without_settings() | {
        "NBA_HOME": str(home),
        "NBA_NOW": "2026-01-15T16:00:00-05:00",
        "NBA_LOCK_TIMEOUT": "1",
    }

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, resource.RLIM_INFINITY))

    command = [NBA, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, preexec_fn=limit)  # noqa: S603


@contextmanager
def held(warehouse: Path) -> Iterator[None]:
    """This process has the warehouse open for writing."""
    with duckdb.connect(str(warehouse)):
        yield


def test_a_full_disk_is_red_and_when_there_is_room_again_all_is_well(tmp_path: Path) -> None:
    nothing = nba(tmp_path, *RUN, largest_file=FULL)
    assert nothing.returncode == NOT_RUN, nothing.stdout + nothing.stderr
    assert "Dagster's record of runs under NBA_HOME cannot be opened or kept" in nothing.stderr
    assert "Traceback" not in nothing.stderr

    well = nba(tmp_path, *RUN)
    assert well.returncode == 0, well.stdout + well.stderr

    lost = nba(tmp_path, *RECONCILE, largest_file=FULL)
    assert lost.returncode == NOT_RUN, lost.stdout + lost.stderr
    assert "Traceback" not in lost.stderr
    told = nba(tmp_path, "watch", "--by", "06:15", largest_file=FULL)
    assert told.returncode == NOT_RUN, told.stdout + told.stderr
    assert "cannot be read or kept" in told.stderr

    assert nba(tmp_path, *RECONCILE).returncode != NOT_RUN
    assert nba(tmp_path, "doctor").returncode == 0


def test_a_warehouse_that_another_process_holds_is_red_and_when_it_lets_go_all_is_well(tmp_path: Path) -> None:
    warehouse = tmp_path / "warehouse.duckdb"
    with held(warehouse):
        refused = nba(tmp_path, *RUN)
        looked = nba(tmp_path, *RECONCILE)

    assert (refused.returncode, looked.returncode) == (NOT_RUN, NOT_RUN), refused.stdout + looked.stdout
    assert "is in use by another process" in refused.stdout
    assert "is in use by another process" in looked.stderr

    well = nba(tmp_path, *RUN)
    assert well.returncode == 0, well.stdout + well.stderr
