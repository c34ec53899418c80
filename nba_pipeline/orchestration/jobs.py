"""The jobs. One process a run: the tables share one warehouse file, and a step costs less than a process."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from typing import Any

import dagster as dg

from nba_pipeline.contracts import When
from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.assets import asset_key
from nba_pipeline.orchestration.checks import check_specs
from nba_pipeline.orchestration.dead_runs import HOST
from nba_pipeline.orchestration.partitions import GAME_DAYS
from nba_pipeline.orchestration.reconciliation import check_key
from nba_pipeline.registry import TableModule, made, table
from nba_pipeline.reliability.ledger import LEDGER
from nba_pipeline.reliability.rulebook import all_rules

LEDGER_JOB = "ledger"
DAYS_TAG = "nba/game_days"
RULES = dg.AssetSelection.checks(*[check_key(rule) for rule in all_rules()])


def _job(
    name: str, selection: dg.AssetSelection, description: str, config: dg.PartitionedConfig[Any] | None = None
) -> dg.UnresolvedAssetJobDefinition:
    return dg.define_asset_job(
        name, selection=selection, description=description, config=config, executor_def=dg.in_process_executor
    )


def _tables(modules: Sequence[TableModule]) -> dg.AssetSelection:
    """The tables with the checks of their writes. The rules compare phases, and wait until the day has them all."""
    keys = [asset_key(module.name) for module in modules]
    checks = [spec.key for module in modules for spec in check_specs(module, asset_key(module.name))]
    return dg.AssetSelection.assets(*keys).without_checks() | dg.AssetSelection.checks(*checks)


def daily_jobs() -> list[dg.UnresolvedAssetJobDefinition]:
    pregame, postgame = _tables(made(When.PREGAME)), _tables(made(When.POSTGAME))
    return [
        _job("pregame", pregame, "Schedule, lines, context, form, features and predictions of a game day."),
        _job("postgame", postgame, "Boxscores, summaries and grades of a game day that is over."),
        _job(
            "all_phases",
            _tables(made(When.PREGAME | When.POSTGAME)),
            "Every table of a range of game days, in one run.",
        ),
    ]


def ledger_job() -> dg.UnresolvedAssetJobDefinition:
    """For after a run that failed: Dagster does not make in it what comes after a failed step, as the ledger does."""
    return _job(LEDGER_JOB, _tables([table(LEDGER)]), "Where every player of a game day is, as far as it was made.")


def check_job(name: str, checks: dg.AssetSelection, description: str) -> dg.UnresolvedAssetJobDefinition:
    # Dagster infers the partitions of a job from its assets, and these have only checks
    game_days = dg.PartitionedConfig(GAME_DAYS, run_config_for_partition_key_fn=lambda _: {})
    return _job(name, checks, description, game_days)


def reconcile_job() -> dg.UnresolvedAssetJobDefinition:
    return check_job("reconcile", RULES, "R-007: compares the phases of a game day, and stores what it finds.")


def day_tags(job: str, days: Days) -> dict[str, str]:
    """What tells a run from others in the UI: its game days and its phase, which is its job; and where it runs."""
    return {DAYS_TAG: f"{days}", "nba/phase": job, HOST: platform.node()}
