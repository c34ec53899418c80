"""Several processes and one warehouse file: one writes at a time, and one that is killed leaves whole days only."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic, sleep

import pytest
from builders import (
    EVER,
    FINDINGS,
    TABLE,
    THREE_DAYS,
    TODAY,
    all_receipts,
    entry,
    game,
    kept,
    publish_rows,
    receipt_of,
    shown,
    stages,
)

from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.warehouse.engine import Fingerprint, fingerprints
from nba_pipeline.warehouse.errors import WarehouseBusy, WarehouseError

pytestmark = pytest.mark.slow

# Forked from a process that has loaded the engines and opened none.
processes = multiprocessing.get_context("forkserver")
processes.set_forkserver_preload(
    ["pytest", "pandas", "nba_pipeline.warehouse.publication", "nba_pipeline.warehouse.duckdb.engine"]
)


def full_days(points: int) -> list[dict]:
    """Three days; one version of them differs from another in every row."""
    return [cells for day in THREE_DAYS for name in ("G1", "G2") for cells in game(name, 10, day, points=points)]


def publish_without_end(file: Path, ready) -> None:
    with DuckDBEngine(file) as engine:
        version = 0
        while True:
            version += 1
            publish_rows(engine, THREE_DAYS, full_days(version % 100), run_id=f"run {version}")
            ready.set()


def append_and_die(file: Path) -> None:
    engine = DuckDBEngine(file)  # held, for one that nobody holds is closed in order
    engine.append(FINDINGS, entry("second"))
    os._exit(9)


def hold(file: Path, ready, enough) -> None:
    with DuckDBEngine(file):
        ready.set()
        enough.wait(30)


def publish_the_same_day(file: Path, points: int, both, outcomes) -> None:
    both.wait(30)
    for _ in range(3):
        with DuckDBEngine(file) as engine:
            publication = publish_rows(engine, TODAY, game("G1", players=5, points=points), run_id=f"run {points}")
        outcomes.put((points, [receipt.revision for receipt in publication.receipts.values()]))


@contextmanager
def running(target, *arguments) -> Iterator[BaseProcess]:
    process = processes.Process(target=target, args=arguments, daemon=True)
    process.start()
    try:
        yield process
    finally:
        process.kill()
        process.join(10)


def test_a_process_killed_at_any_moment_leaves_every_day_whole(tmp_path):
    file = tmp_path / "warehouse.duckdb"

    for kill in range(15):
        ready = processes.Event()
        with running(publish_without_end, file, ready) as process:
            assert ready.wait(30)
            sleep(kill * 0.017)
            process.kill()
            process.join(10)

        with DuckDBEngine(file) as engine:
            now = shown(engine)
            held = fingerprints(engine, TABLE, engine.slice(TABLE.name, TABLE.schema(), EVER))
            left_behind = stages(engine)
        assert now.unverified == {}
        assert held == {r.game_date: Fingerprint(r.rows, r.content_hash) for r in now.receipts}
        assert {
            day: len({r["points"] for r in now.rows if r["game_date"] == day}) for day in THREE_DAYS
        } == dict.fromkeys(THREE_DAYS, 1)
        assert len({receipt.publication_id for receipt in now.receipts}) == 1
        assert left_behind == []
        assert {path.name for path in tmp_path.iterdir()} == {"warehouse.duckdb", "compiled"}

    with DuckDBEngine(file) as engine:
        publish_rows(engine, THREE_DAYS, full_days(100))
        assert {cells["points"] for cells in shown(engine).rows} == {100}


def test_two_processes_that_publish_the_same_day_take_turns(tmp_path):
    file = tmp_path / "warehouse.duckdb"
    both, outcomes = processes.Barrier(2), processes.Queue()

    with (
        running(publish_the_same_day, file, 10, both, outcomes),
        running(publish_the_same_day, file, 20, both, outcomes),
    ):
        published = [outcomes.get(timeout=60) for _ in range(6)]

    assert sorted(points for points, _ in published) == [10] * 3 + [20] * 3
    assert sorted(revision for _, revisions in published for revision in revisions) == [1, 2, 3, 4, 5, 6]
    with DuckDBEngine(file) as engine:
        now = shown(engine, TODAY)
        last = receipt_of(engine)
        written = all_receipts(engine)
    assert now.unverified == {}
    assert last.revision == 6
    assert {f"run {cells['points']}" for cells in now.rows} == {last.run_id}
    assert len(now.rows) == 5
    assert [receipt["revision"] for receipt in written] == [1, 2, 3, 4, 5, 6]


def test_who_cannot_wait_for_another_process_is_told_which_file_is_in_use(tmp_path):
    file = tmp_path / "warehouse.duckdb"
    ready, enough = processes.Event(), processes.Event()

    with running(hold, file, ready, enough):
        assert ready.wait(30)
        began = monotonic()
        with pytest.raises(WarehouseBusy) as busy:
            DuckDBEngine(file, lock_timeout=0.3)
        waited = monotonic() - began
        enough.set()

    assert str(busy.value).startswith(f"{file} is in use by another process")
    assert "Let it finish or stop it, then try again." in str(busy.value)
    assert 0.2 < waited < 5


def test_who_can_wait_for_another_process_gets_its_turn(tmp_path):
    file = tmp_path / "warehouse.duckdb"
    ready, enough = processes.Event(), processes.Event()

    with running(hold, file, ready, enough):
        assert ready.wait(30)
        enough.set()
        with DuckDBEngine(file, lock_timeout=20) as engine:
            publish_rows(engine, TODAY, game("G1"))
            assert shown(engine, TODAY).rows == game("G1")


def test_a_file_that_is_no_warehouse_is_not_said_to_be_in_use(tmp_path):
    file = tmp_path / "clock" / "warehouse.duckdb"
    file.parent.mkdir()
    file.write_text("<html>not a warehouse</html>" * 1000)

    with pytest.raises(WarehouseError, match="cannot be opened") as refused:
        DuckDBEngine(file, lock_timeout=0.2)

    assert not isinstance(refused.value, WarehouseBusy)


def test_what_a_writer_kept_before_it_was_killed_changes_the_mark(tmp_path: Path) -> None:
    file = tmp_path / "warehouse.duckdb"
    with DuckDBEngine(file) as engine:
        engine.append(FINDINGS, entry("first"))
    with DuckDBEngine(file, read_only=True) as reader:
        before = reader.mark([FINDINGS.name])

    killed = processes.Process(target=append_and_die, args=[file])
    killed.start()
    killed.join(30)

    assert killed.exitcode == 9
    with DuckDBEngine(file, read_only=True) as reader:
        assert kept(reader) == ["first", "second"]
        assert reader.mark([FINDINGS.name]) != before
