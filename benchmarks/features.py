"""What the features of five seasons cost, made, proven and published, over the same SQL bare."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from benchmarks.homes import backfill, days_of, tables_before
from benchmarks.report import Ratio
from benchmarks.write_path import bare, measured, whole

FIVE = (2021, 2022, 2023, 2024, 2025)


def measure(scratch: Path) -> list[Ratio]:
    """Season by season, on what was fetched of them: every table up to the feature store, first whole, then bare."""
    home = scratch / "home"
    tables = tables_before("points_model")
    derived = [module for module in tables if not module.fetched]
    produced = alone = 0.0
    for season in FIVE:
        days = days_of(season)
        backfill(home, [season], [module for module in tables if module.fetched])
        produced += sum(measured(home, partial(whole, module=module, days=days)) for module in derived)
        alone += sum(measured(home, partial(bare, module=module, days=days)) for module in derived)
    shutil.rmtree(scratch)
    return [Ratio("features of five seasons: produced and published / the same SQL bare", produced, alone, 3.0)]
