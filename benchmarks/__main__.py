"""Run all benchmarks, or those named: `python -m benchmarks [write_path] [dagster_record] [scale]`."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import dagster_record, scale, write_path
from benchmarks.homes import backfill
from benchmarks.report import Ratio, show


def main(names: list[str]) -> int:
    wanted = names or ["write_path", "dagster_record", "scale"]
    ratios: list[Ratio] = []
    with TemporaryDirectory() as directory:
        scratch = Path(directory)
        if "write_path" in wanted:
            sys.stderr.write("the write path\n")
            ratios += write_path.measure(scratch / "write_path")
        if "dagster_record" in wanted:
            sys.stderr.write("Dagster's record\n")
            backfill(scratch / "home", [2023, 2024])
            ratios += dagster_record.measure(scratch / "home", scratch / "dagster")
        if "scale" in wanted:
            sys.stderr.write("one and five seasons\n")
            ratios += scale.measure(scratch / "scale")
    show(ratios)
    return 0 if all(ratio.keeps for ratio in ratios) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
