"""What runs by itself: schedules and sensors, with the jobs that only they ask for."""

from __future__ import annotations

import dagster as dg

from nba_pipeline.orchestration.jobs import check_job
from nba_pipeline.orchestration.model_check import model_check
from nba_pipeline.orchestration.repair import repair_jobs
from nba_pipeline.orchestration.schedules import schedules
from nba_pipeline.orchestration.second_looks import second_look_sensors
from nba_pipeline.orchestration.sensors import sensors


def automation() -> dg.Definitions:
    model = model_check()
    refresh = check_job(
        "model_refresh",
        dg.AssetSelection.checks(*model.check_keys),
        "Proves that the serving points model can be opened and predicts.",
    )
    return dg.Definitions(
        asset_checks=[model],
        jobs=[*repair_jobs(), refresh],
        schedules=schedules(),
        sensors=[*sensors(), *second_look_sensors()],
    )
