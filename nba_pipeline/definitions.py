"""What Dagster loads."""

from nba_pipeline.orchestration.automation import build_definitions
from nba_pipeline.orchestration.pipeline import Pipeline

defs = build_definitions(Pipeline())
