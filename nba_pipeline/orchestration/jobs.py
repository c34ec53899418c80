"""The daily jobs. One process a run: the tables share one warehouse file, and a step costs less than a process."""

from __future__ import annotations

import dagster as dg

from nba_pipeline.contracts import When
from nba_pipeline.orchestration.assets import asset_key
from nba_pipeline.registry import made


def _job(name: str, when: When, description: str) -> dg.UnresolvedAssetJobDefinition:
    return dg.define_asset_job(
        name,
        selection=dg.AssetSelection.assets(*[asset_key(module.name) for module in made(when)]),
        description=description,
        executor_def=dg.in_process_executor,
    )


def daily_jobs() -> list[dg.UnresolvedAssetJobDefinition]:
    return [
        _job("pregame", When.PREGAME, "Schedule, lines, context, form, features and predictions of a game day."),
        _job("postgame", When.POSTGAME, "Boxscores, summaries and grades of a game day that is over."),
        _job("all_phases", When.PREGAME | When.POSTGAME, "Every table of a range of game days, in one run."),
    ]
