"""The data that benchmarks run on: real seasons from an archive, made once into a home that is thrown away."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from itertools import takewhile
from pathlib import Path

import pandas as pd

from nba_pipeline.clock import SystemClock
from nba_pipeline.game_day import Days, season_days
from nba_pipeline.production import produce
from nba_pipeline.registry import TableModule, all_tables, table
from nba_pipeline.sources.archive import ArchiveSource
from nba_pipeline.statuses import PlayerStatus
from nba_pipeline.systems.base import HISTORY
from nba_pipeline.tables.predictions.points_model import KEY, LEARNED
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.warehouse.reading import read
from nba_pipeline.world import World

BESIDE = Path(__file__).parents[2] / "shared" / "data" / "archive"


def archive_directory() -> Path:
    """NBA_ARCHIVE_DIR, or the archive beside the checkout; without either there is nothing to measure on."""
    directory = Path(os.environ.get("NBA_ARCHIVE_DIR", BESIDE))
    if not directory.is_dir():
        sys.exit(f"The benchmarks need an archive of real games: set NBA_ARCHIVE_DIR ({directory} is not there).")
    return directory


def open_world(home: Path) -> World:
    engine = DuckDBEngine(home / "warehouse.duckdb")
    return World(engine, ArchiveSource(archive_directory()), home / "landing", home / "models", SystemClock())


ARCHIVE_ENDS = date(2026, 1, 31)


def days_of(season: int) -> Days:
    """A season by the year in which it begins, as far as the archive goes."""
    days = season_days(season)
    return Days(days.first, min(days.last, ARCHIVE_ENDS))


def backfill(home: Path, seasons: Sequence[int], modules: Sequence[TableModule] = ()) -> None:
    """These tables, or all, of these seasons, without Dagster."""
    for season in seasons:
        for module in modules or all_tables().values():
            world = open_world(home)
            with world.engine:
                refused = produce(module, days_of(season), world, run_id="benchmark").refused
                if refused:
                    sys.exit(f"{module.name} was refused: {next(iter(refused.items()))}")


def tables_before(name: str) -> list[TableModule]:
    """The tables that are made before this one, by its short name, in their order."""
    return list(takewhile(lambda module: module.contract.short_name != name, all_tables().values()))


def played(home: Path, seasons: Sequence[int]) -> pd.DataFrame:
    """Every appearance from the first of these seasons to the last, with points and features, in the order of keys."""
    days = Days(days_of(min(seasons)).first, days_of(max(seasons)).last)
    world = open_world(home)
    with world.engine as engine:
        summary, features, form = (
            engine.fetch(read(engine, table(name).contract, days).rows).to_pandas()
            for name in ("player_game_summary", "ml_feature_store_v2", "player_form")
        )
    appearances = summary.loc[summary["status"] == PlayerStatus.PLAYED, [*KEY, "points"]]
    rows = appearances.merge(features, on=KEY, validate="one_to_one").merge(form, on=KEY, validate="one_to_one")
    known: pd.DataFrame = rows.loc[rows[HISTORY].notna(), [*KEY, "points", *LEARNED]]
    return known.sort_values(KEY, ignore_index=True)
