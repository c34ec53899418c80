"""A real day, run as the operator runs it, is the day that a backfill makes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import dagster as dg

from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.assets import asset_key
from nba_pipeline.orchestration.launch import open_instance
from nba_pipeline.registry import all_tables
from nba_pipeline.warehouse.reading import receipts_of
from nba_pipeline.world import World

FIRST, DAY = date(2026, 1, 1), date(2026, 1, 15)
NBA = Path(sys.executable).with_name("nba")


def nba(home: Path, archive: Path, *arguments: str) -> list[dict]:
    environment = {**os.environ, "NBA_HOME": str(home), "NBA_SOURCE": "archive", "NBA_ARCHIVE_DIR": str(archive)}
    said = subprocess.run([NBA, *arguments, "--json"], env=environment, capture_output=True, text=True)  # noqa: S603
    assert said.returncode == 0, said.stdout + said.stderr
    return json.loads(said.stdout)


def hashes(world: World, day: date) -> dict[str, tuple[int, str]]:
    with world.engine:
        receipts = receipts_of(world.engine, list(all_tables()), Days.only(day))
    return {receipt.table_name: (receipt.rows, receipt.content_hash) for receipt in receipts}


def test_a_day_run_before_and_after_its_games_equals_the_backfilled_day(
    backfilled: Callable[[Path, date, date], Path],
    open_home: Callable[[Path], World],
    archive_dir: Path,
    tmp_path: Path,
) -> None:
    daily = backfilled(tmp_path / "daily", FIRST, date(2026, 1, 14))
    whole = backfilled(tmp_path / "whole", FIRST, DAY)

    pregame, postgame = nba(daily, archive_dir, "run", "--date", f"{DAY}")

    assert (pregame["status"], postgame["status"]) == ("PASS", "PASS")
    assert hashes(open_home(daily), DAY) == hashes(open_home(whole), DAY)
    assert set(hashes(open_home(daily), DAY)) == set(all_tables())
    with open_instance(daily / "dagster") as instance:
        assert {run.run_id for run in instance.get_runs()} == {pregame["run_id"], postgame["run_id"]}


def test_a_range_run_records_every_day_and_its_checks(archive_dir: Path, tmp_path: Path) -> None:
    (run,) = nba(tmp_path, archive_dir, "backfill", "--start", "2026-01-14", "--end", "2026-01-15")

    assert run["status"] == "PASS"
    with open_instance(tmp_path / "dagster") as instance:
        for name in all_tables():
            found = instance.fetch_materializations(asset_key(name), limit=10).records
            rows = {
                r.partition_key: r.asset_materialization.metadata["dagster/partition_row_count"].value for r in found
            }
            assert set(rows) == {"2026-01-14", "2026-01-15"}
            checks = instance.get_records_for_run(run["run_id"], of_type=dg.DagsterEventType.ASSET_CHECK_EVALUATION)
            days = {
                (e.check_name, e.partition)
                for r in checks.records
                if (e := r.event_log_entry.dagster_event.event_specific_data).asset_key == asset_key(name)
            }
            assert {(c, d) for c in ("write_verified", "contract_holds") for d in rows} <= days
