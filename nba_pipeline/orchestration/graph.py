"""The whole asset graph, on a given pipeline."""

from __future__ import annotations

from collections.abc import Sequence

import dagster as dg

from nba_pipeline.orchestration.alert_sensors import alert_sensors
from nba_pipeline.orchestration.assets import table_asset
from nba_pipeline.orchestration.automation import automation
from nba_pipeline.orchestration.jobs import daily_jobs, ledger_job, reconcile_job
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.reconciliation import rule_checks
from nba_pipeline.registry import TableModule, all_tables


def build_definitions(pipeline: Pipeline, changed: Sequence[TableModule] = ()) -> dg.Definitions:
    """All assets, rules, jobs and what runs them by itself. Commands and tests pass a pipeline of their own.

    `changed` modules take the places of those with their names: a drill's, with a defect in them.
    """
    modules = {**all_tables(), **{module.name: module for module in changed}}
    graph = dg.Definitions(
        assets=[table_asset(module) for module in modules.values()],
        asset_checks=[rule_checks()],
        jobs=[*daily_jobs(), ledger_job(), reconcile_job()],
        sensors=alert_sensors(),
        resources={"pipeline": pipeline},
        executor=dg.in_process_executor,
    )
    return dg.Definitions.merge(graph, automation())
