"""What a game day costs in a warehouse that counts: on record with each step, and summed up for the operator."""

from __future__ import annotations

from collections import Counter
from datetime import date

import dagster as dg

from nba_pipeline.game_day import Days
from nba_pipeline.registry import all_tables
from nba_pipeline.warehouse.engine import Usage

QUERIES, LOAD_JOBS, BYTES_BILLED = "queries", "load_jobs", "bytes_billed"

# More often than this no table is made in a day, repairs and corrections included.
MOST_STEPS = 100


def cost_of(days: Days, usage: Usage | None) -> dict[str, int]:
    """The metadata of a step that made one day. What a range asked for is not any one day's."""
    if usage is None or len(days) > 1:
        return {}
    return {QUERIES: usage.queries, LOAD_JOBS: usage.loads, BYTES_BILLED: usage.bytes_billed}


def spent_on(day: date, instance: dg.DagsterInstance) -> Counter[str] | None:
    """What all steps that made this day by itself cost together; None where none is on record."""
    spent: Counter[str] = Counter()
    for name in all_tables():
        made = dg.AssetRecordsFilter(asset_key=dg.AssetKey(name.split(".")), asset_partitions=[f"{day}"])
        for record in instance.fetch_materializations(made, limit=MOST_STEPS).records:
            materialized = record.asset_materialization
            metadata = materialized.metadata if materialized else {}
            for kind in (QUERIES, LOAD_JOBS, BYTES_BILLED):
                if kind in metadata:
                    spent[kind] += int(str(metadata[kind].value))
    return spent if QUERIES in spent else None
