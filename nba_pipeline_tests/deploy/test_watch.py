"""The container of the dead-man's switch: when it asks, when it rests, and when it says that it is no watch."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from deployed import DEPLOY

WATCH = DEPLOY / "nba-watch"

# A round of the script asks `date` for the day and for the hour, may ask `nba watch`, and sleeps. The programs here
# answer from lists, a line a round; when the list of hours is over, sleep ends the script.
_PROGRAMS = {
    "date": 'case "$1" in +%F) head -1 days ;; +%H%M) head -1 hours ;; esac',
    "nba": 'echo "$*" >> asked; code=$(head -1 codes); sed -i 1d codes; exit "$code"',
    "sleep": 'echo "$1" >> slept; sed -i 1d hours; sed -i 1d days; [ -s hours ]',
}


@dataclass(frozen=True)
class Container:
    """A directory that stands for the container: its programs, its answers, its heartbeat."""

    directory: Path

    def run(self, *rounds: str, answers: Sequence[int]) -> list[str]:
        """Live through rounds like "2026-01-15 0620"; what `nba` was asked with."""
        self._write("days", [moment.split()[0] for moment in rounds])
        self._write("hours", [moment.split()[1] for moment in rounds])
        self._write("codes", [f"{code}" for code in answers])
        self._start()
        asked = self.directory / "asked"
        assert self._lines("slept") == ["300"] * len(rounds)
        assert self._lines("codes") == [], "an answer that nobody asked for"
        return self._lines("asked") if asked.exists() else []

    @property
    def is_well(self) -> bool:
        return self._start("health").returncode == 0

    @property
    def beat(self) -> Path:
        return self.directory / "nba-watched"

    def _start(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        path = f"{self.directory}:{os.environ['PATH']}"
        environment = {"PATH": path, "TMPDIR": str(self.directory)}
        return subprocess.run(  # noqa: S603
            [WATCH, *arguments], cwd=self.directory, env=environment, capture_output=True, timeout=30, check=False
        )

    def _write(self, name: str, lines: Sequence[str]) -> None:
        (self.directory / name).write_text("".join(f"{line}\n" for line in lines))

    def _lines(self, name: str) -> list[str]:
        return (self.directory / name).read_text().splitlines()


@pytest.fixture
def container(tmp_path: Path) -> Container:
    for name, body in _PROGRAMS.items():
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\n{body}\n")
        program.chmod(0o755)
    return Container(tmp_path)


def test_it_asks_until_yesterday_is_reconciled_and_then_rests(container: Container) -> None:
    rounds = [f"2026-01-15 {hour}" for hour in ("0618", "0623", "0628", "0633", "2359")]

    asked = container.run(*rounds, answers=[1, 1, 0])

    assert asked == ["watch --by 06:15"] * 3


def test_it_asks_again_the_next_day(container: Container) -> None:
    asked = container.run("2026-01-15 0618", "2026-01-15 0900", "2026-01-16 0000", "2026-01-16 0618", answers=[0, 0, 0])

    assert len(asked) == 3


def test_that_the_hour_has_not_come_is_no_reason_to_rest(container: Container) -> None:
    # nba watch answers 0 before its hour as well
    asked = container.run("2026-01-15 0610", "2026-01-15 0615", "2026-01-15 0620", answers=[0, 0, 1])

    assert len(asked) == 3


@pytest.mark.parametrize("answer", [0, 1])
def test_a_watch_that_found_out_is_well(container: Container, answer: int) -> None:
    assert not container.is_well
    container.run("2026-01-15 0618", answers=[answer])

    assert container.is_well


@pytest.mark.parametrize("answer", [2, 127])
def test_a_watch_that_cannot_find_out_is_not_well(container: Container, answer: int) -> None:
    container.run("2026-01-15 0618", answers=[answer])

    assert not container.is_well


def test_a_watch_that_hangs_is_not_well(container: Container) -> None:
    container.run("2026-01-15 0618", answers=[0])
    long_ago = container.beat.stat().st_mtime - 16 * 60
    os.utime(container.beat, (long_ago, long_ago))

    assert not container.is_well
