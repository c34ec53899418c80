"""`nba doctor`: whether everything that the pipeline needs is there, before it is needed."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from datetime import timedelta

import click

from nba_pipeline.cli.console import print_json, print_table
from nba_pipeline.cli.run import as_json
from nba_pipeline.clock import today
from nba_pipeline.game_day import Days, season_days, season_of
from nba_pipeline.orchestration.launch import open_instance
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.registry import all_tables
from nba_pipeline.warehouse.reading import receipts_of

LEAST_FREE_BYTES = 2 * 10**9


def _settings(pipeline: Pipeline) -> str:
    settings = pipeline.settings
    return f"NBA_HOME {settings.home}, source {settings.source}, warehouse {settings.warehouse}"


def _clock(pipeline: Pipeline) -> str:
    frozen = " (frozen by NBA_NOW)" if pipeline.settings.now else ""
    return f"{pipeline.clock.now():%Y-%m-%d %H:%M} UTC, game day {today(pipeline.clock)}{frozen}"


def _disk(pipeline: Pipeline) -> str:
    home = pipeline.settings.home
    home.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(home).free
    if free < LEAST_FREE_BYTES:
        raise OSError(f"only {free / 1e9:.1f} GB free under {home}; make room for at least 2 GB")
    return f"{free / 1e9:.0f} GB free"


def _source(pipeline: Pipeline) -> str:
    return pipeline.source.describe()


def _warehouse(pipeline: Pipeline) -> str:
    with pipeline.open_engine() as engine:
        for module in all_tables().values():
            engine.ensure(module.contract)
        day = today(pipeline.clock)
        everything = Days(season_days(season_of(day) - 15).first, day + timedelta(days=1))
        receipts = receipts_of(engine, list(all_tables()), everything)
    days = [receipt.game_date for receipt in receipts]
    span = f"{min(days)} … {max(days)}" if days else "nothing published yet"
    return f"{len(all_tables())} tables as their contracts say, {len(receipts)} verified days of tables, {span}"


def _dagster(pipeline: Pipeline) -> str:
    with open_instance(pipeline.settings.dagster_home) as instance:
        return f"{instance.get_runs_count()} runs on record in {pipeline.settings.dagster_home}"


PROBES: dict[str, Callable[[Pipeline], str]] = {
    "configuration": _settings,
    "clock": _clock,
    "disk": _disk,
    "source": _source,
    "warehouse": _warehouse,
    "dagster": _dagster,
}


@click.command()
@as_json
def doctor(as_json: bool) -> None:
    """Configuration, clock, disk, source and warehouse: what is well, and what to do about the rest."""
    pipeline = Pipeline()
    findings = [(name, *_examine(probe, pipeline)) for name, probe in PROBES.items()]
    if as_json:
        print_json([{"probe": name, "ok": ok, "finding": finding} for name, ok, finding in findings])
    else:
        rows = [(name, "[green]ok[/]" if ok else "[red]not ok[/]", finding) for name, ok, finding in findings]
        print_table("nba doctor", ["probe", "", "finding"], rows)
    sys.exit(0 if all(ok for _, ok, _ in findings) else 1)


def _examine(probe: Callable[[Pipeline], str], pipeline: Pipeline) -> tuple[bool, str]:
    """A probe that raises is a finding, whatever it raises."""
    try:
        return True, probe(pipeline)
    except Exception as error:
        return False, str(error) or type(error).__name__
