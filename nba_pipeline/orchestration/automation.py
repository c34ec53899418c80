"""All that Dagster loads: the asset graph, and what runs it by itself, schedules and sensors with jobs of their own."""

from __future__ import annotations

import dagster as dg

from nba_pipeline.orchestration.alert_sensors import alert_sensors
from nba_pipeline.orchestration.graph import asset_graph
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.repair import repair_jobs
from nba_pipeline.orchestration.schedules import schedules
from nba_pipeline.orchestration.second_looks import second_look_sensors
from nba_pipeline.orchestration.sensors import sensors


def build_definitions(pipeline: Pipeline) -> dg.Definitions:
    """The graph and its automation. Tests pass a pipeline of their own."""
    automation = dg.Definitions(
        jobs=repair_jobs(),
        schedules=schedules(),
        sensors=[*alert_sensors(), *sensors(), *second_look_sensors()],
    )
    return dg.Definitions.merge(asset_graph(pipeline), automation)
