"""What a game day costs in a warehouse that counts: on record with each step, and summed up for the operator."""

from __future__ import annotations

from collections import Counter
from datetime import date

import dagster as dg

from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.recording import record
from nba_pipeline.registry import all_tables
from nba_pipeline.warehouse.engine import Usage

QUERIES, STATEMENTS, LOAD_JOBS, BYTES_BILLED = "queries", "statements", "load_jobs", "bytes_billed"
KINDS = (QUERIES, STATEMENTS, LOAD_JOBS, BYTES_BILLED)

# More often than this no table is made in a day, repairs and corrections included.
MOST_STEPS = 100


def cost_of(days: Days, usage: Usage | None) -> dict[str, int]:
    """The metadata of a step that worked on one day. What a range asked for is not any one day's."""
    if usage is None or len(days) > 1:
        return {}
    counted = (usage.queries, usage.statements, usage.loads, usage.bytes_billed)
    return dict(zip(KINDS, counted, strict=True))


def note_cost(context: dg.OpExecutionContext, asset: dg.AssetKey, days: Days, usage: Usage | None, who: str) -> None:
    """Put on record what a step cost that materialized nothing: it failed, or judges what others made."""
    cost = cost_of(days, usage)
    if cost:
        said = f"What {who} cost."
        record(context, dg.AssetObservation(asset, said, partition=f"{days.first}", metadata=cost))


def spent_on(day: date, instance: dg.DagsterInstance) -> Counter[str] | None:
    """What all steps that worked on this day by itself cost together; None where none is on record."""
    spent: Counter[str] = Counter()
    for name in all_tables():
        of_day = dg.AssetRecordsFilter(asset_key=dg.AssetKey(name.split(".")), asset_partitions=[f"{day}"])
        made = instance.fetch_materializations(of_day, limit=MOST_STEPS).records
        seen = instance.fetch_observations(of_day, limit=MOST_STEPS).records
        for kept in (*made, *seen):
            event = kept.asset_materialization or kept.asset_observation
            metadata = event.metadata if event else {}
            for kind in KINDS:
                if kind in metadata:
                    spent[kind] += int(str(metadata[kind].value))
    return spent if QUERIES in spent else None
