"""The weekly look at the points model: the month's training is made by the first run of the month, and served on.

A model is trained when a month begins, or when the history before the month was corrected; a training in between would
be the same. So what a week needs is the proof that what serves can still be opened and predicts, and the word if a
newer training was refused.
"""

from datetime import date, timedelta
from pathlib import Path

import dagster as dg

from nba_pipeline.game_day import Days, is_off_season
from nba_pipeline.models import ModelStore
from nba_pipeline.orchestration.assets import WRITER_POOL, asset_key
from nba_pipeline.orchestration.checks import Claim
from nba_pipeline.orchestration.cost import note_cost
from nba_pipeline.orchestration.partitions import GAME_DAYS
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.run_warehouse import RunWarehouse
from nba_pipeline.reliability.results import told
from nba_pipeline.systems.artifact import CHAMPION, open_model, test_predict
from nba_pipeline.tables.predictions.points_model import CONTRACT, LEARNED
from nba_pipeline.warehouse.engine import Engine, Usage
from nba_pipeline.warehouse.reading import read

_CLAIM = Claim(
    "The newest published points model can be opened, is not too old for the day, and predicts. If this fails, what "
    "it and the ensemble predict is missing or in doubt. A warning means that an older training serves on, because the "
    "newer one did worse on the month before.",
    "read the reason and make the model again with: nba run --date DAY; after a warning see how far its predictions "
    "were off with: nba score --start DAY --end DAY",
)


def model_check() -> dg.AssetChecksDefinition:
    asset = asset_key(CONTRACT.name)

    @dg.asset_check(
        name="the_serving_model_predicts",
        asset=asset,
        blocking=True,
        partitions_def=GAME_DAYS,
        pool=WRITER_POOL,
        description=_CLAIM.description,
    )
    def evaluate(
        context: dg.AssetCheckExecutionContext,
        pipeline: dg.ResourceParam[Pipeline],
        warehouse: dg.ResourceParam[RunWarehouse],
    ) -> dg.AssetCheckResult:
        day = date.fromisoformat(context.partition_key)
        usage: Usage | None = None
        try:
            with (
                warehouse.open() as engine,
                engine.working_on(CONTRACT.name, Days.only(day), context.run.run_id) as usage,
            ):
                return _judged(day, engine, pipeline.settings.models_dir)
        except Exception as error:  # a check that could not run has failed
            return dg.AssetCheckResult(passed=False, description=told(error))
        finally:
            note_cost(context.op_execution_context, asset, Days.only(day), usage, "the look at the model")

    return evaluate


def _judged(day: date, engine: Engine, models: Path) -> dg.AssetCheckResult:
    """How the model of the last week's newest game day stands."""
    if is_off_season(day):
        return dg.AssetCheckResult(passed=True, description="EMPTY_OK: off-season")
    week = Days(day - timedelta(days=6), day)
    reading = read(engine, CONTRACT, week)
    rows = engine.fetch(reading.rows).to_pylist()
    if not reading.receipts:
        why = f"no model was published for {week}; make one with: nba run --date {day}"
        return dg.AssetCheckResult(passed=False, description=why)
    if not rows:
        return dg.AssetCheckResult(passed=True, description=f"EMPTY_OK: {reading.receipts[-1].reason}")
    newest = max(rows, key=lambda row: row["game_date"])
    test_predict(open_model(newest["model"], ModelStore(models), [day], LEARNED))
    return dg.AssetCheckResult(
        passed=newest["serves"] != CHAMPION,
        severity=dg.AssetCheckSeverity.WARN,
        description=f"{newest['model'][:16]}, trained until {newest['trained_until']}, predicts: {newest['reason']}",
    )
