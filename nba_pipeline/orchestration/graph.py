"""The whole asset graph, on a given pipeline."""

from __future__ import annotations

import dagster as dg

from nba_pipeline.orchestration.assets import table_asset
from nba_pipeline.orchestration.jobs import daily_jobs
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.registry import all_tables


def build_definitions(pipeline: Pipeline) -> dg.Definitions:
    """All assets and jobs. Commands and tests pass a pipeline of their own."""
    return dg.Definitions(
        assets=[table_asset(module) for module in all_tables().values()],
        jobs=daily_jobs(),
        resources={"pipeline": pipeline},
        executor=dg.in_process_executor,
    )
