"""The Dagster home: whoever opens it first creates it whole, also when several do so at once."""

from __future__ import annotations

import multiprocessing
from multiprocessing.synchronize import Barrier
from pathlib import Path

from nba_pipeline.orchestration.launch import open_instance

TOGETHER = 6


def open_together(home: Path, start: Barrier) -> None:
    start.wait(timeout=60)
    with open_instance(home) as instance:
        assert instance.get_runs() == []


def test_a_new_home_opened_by_several_processes_at_once_is_whole(tmp_path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    start = spawn.Barrier(TOGETHER)
    openers = [spawn.Process(target=open_together, args=(tmp_path, start)) for _ in range(TOGETHER)]
    for opener in openers:
        opener.start()
    for opener in openers:
        opener.join(timeout=90)
    assert [opener.exitcode for opener in openers] == [0] * TOGETHER


def test_the_operators_configuration_is_left_as_it_is(tmp_path: Path) -> None:
    written = "telemetry:\n  enabled: false\n# ours\n"
    (tmp_path / "dagster.yaml").write_text(written)
    with open_instance(tmp_path):
        assert (tmp_path / "dagster.yaml").read_text() == written
