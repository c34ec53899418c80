"""The asset graph on a given pipeline: every table, its checks, the rules that judge its days, and the jobs on them."""

from __future__ import annotations

from collections.abc import Sequence

import dagster as dg

from nba_pipeline.orchestration.assets import table_asset
from nba_pipeline.orchestration.jobs import check_job, daily_jobs, ledger_job, reconcile_job
from nba_pipeline.orchestration.model_check import model_check
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.reconciliation import rule_checks
from nba_pipeline.orchestration.run_warehouse import run_warehouse
from nba_pipeline.registry import TableModule, all_tables


def asset_graph(pipeline: Pipeline, changed: Sequence[TableModule] = ()) -> dg.Definitions:
    """All that a run needs. What asks for runs by itself is beside it, see `nba_pipeline.orchestration.automation`.

    `changed` modules take the places of those with their names: a drill's, with a defect in them.
    """
    modules = {**all_tables(), **{module.name: module for module in changed}}
    model = model_check()
    refresh = check_job(
        "model_refresh",
        dg.AssetSelection.checks(*model.check_keys),
        "Proves that the serving points model can be opened and predicts.",
    )
    return dg.Definitions(
        assets=[table_asset(module) for module in modules.values()],
        asset_checks=[rule_checks(), model],
        jobs=[*daily_jobs(), ledger_job(), reconcile_job(), refresh],
        resources={"pipeline": pipeline, "warehouse": run_warehouse(pipeline)},
        executor=dg.in_process_executor,
    )
