"""Memory and time of one and of five seasons, each in a process of its own, without Dagster's record."""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
from pathlib import Path
from time import perf_counter

from benchmarks.homes import backfill
from benchmarks.report import Ratio

ONE = (2024,)
FIVE = (2021, 2022, 2023, 2024, 2025)
SEASONS_OF_DATA = 4.6  # the archive's last season ends in January


def measure(scratch: Path) -> list[Ratio]:
    seconds_of_one, _ = _in_a_process(scratch / "one", ONE)
    seconds_of_five, megabytes = _in_a_process(scratch / "five", FIVE)
    shutil.rmtree(scratch)
    return [
        Ratio("peak memory of the five-season backfill / 2 GB", megabytes, 2048.0, 1.0, unit="MB"),
        Ratio(
            "seconds a season of five / seconds of one alone", seconds_of_five / SEASONS_OF_DATA, seconds_of_one, 1.5
        ),
    ]


def _in_a_process(home: Path, seasons: tuple[int, ...]) -> tuple[float, float]:
    command = [sys.executable, "-m", "benchmarks.scale", str(home), *map(str, seasons)]
    seconds, megabytes = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()  # noqa: S603
    return float(seconds), float(megabytes)


if __name__ == "__main__":
    start = perf_counter()
    backfill(Path(sys.argv[1]), [int(season) for season in sys.argv[2:]])
    sys.stdout.write(f"{perf_counter() - start} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}")
