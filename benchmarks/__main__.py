"""Run all benchmarks, or those named: `python -m benchmarks [simulation] [write_path] …`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import (
    bigquery,
    dagster_record,
    dashboard,
    features,
    live,
    prediction,
    reconciliation,
    replay,
    sanity,
    scale,
    simulation,
    write_path,
)
from benchmarks.homes import backfill
from benchmarks.report import Ratio, show


def _record(scratch: Path) -> list[Ratio]:
    backfill(scratch / "home", [2023, 2024])
    return dagster_record.measure(scratch / "home", scratch / "dagster")


BENCHMARKS: Mapping[str, Callable[[Path], Sequence[Ratio]]] = {
    # first: it asks for the highest memory of the process so far
    "simulation": lambda _: simulation.measure(),
    "write_path": lambda scratch: write_path.measure(scratch),
    "dagster_record": _record,
    "scale": lambda scratch: scale.measure(scratch),
    "replay": lambda scratch: replay.measure(scratch),
    "reconciliation": lambda scratch: reconciliation.measure(scratch),
    "features": lambda scratch: features.measure(scratch),
    "prediction": lambda scratch: prediction.measure(scratch),
    "sanity": lambda scratch: sanity.measure(scratch),
    "live": lambda scratch: live.measure(scratch),
    "dashboard": lambda scratch: dashboard.measure(scratch),
    "bigquery": lambda scratch: bigquery.measure(scratch),
}


def main(names: list[str]) -> int:
    unknown = sorted(set(names) - set(BENCHMARKS))
    if unknown:
        sys.exit(f"no benchmark {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}")
    ratios: list[Ratio] = []
    with TemporaryDirectory() as directory:
        for name, measure in BENCHMARKS.items():
            if not names or name in names:
                sys.stderr.write(f"{name.replace('_', ' ')}\n")
                ratios += measure(Path(directory) / name)
    show(ratios)
    return 0 if all(ratio.keeps for ratio in ratios) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
