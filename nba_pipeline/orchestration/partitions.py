"""The game day as a Dagster partition, and how a table's view of an input maps days to days."""

from __future__ import annotations

import dagster as dg

from nba_pipeline.contracts import Before, Seen
from nba_pipeline.game_day import EASTERN, FIRST_GAME_DAY

# Today is a partition from midnight Eastern: its pre-game tables are made before its games.
GAME_DAYS = dg.DailyPartitionsDefinition(start_date=FIRST_GAME_DAY.isoformat(), timezone=EASTERN.key, end_offset=1)

_DAYS_A_SEASON = 365


def partition_mapping(seen: Seen) -> dg.PartitionMapping:
    """`Today` and `Results` map a day to itself, `Before` to the days that it may reach back to."""
    if not isinstance(seen, Before):
        return dg.IdentityPartitionMapping()
    reach = seen.days if seen.days is not None else _DAYS_A_SEASON * (seen.seasons or 1)
    return dg.TimeWindowPartitionMapping(start_offset=-reach, end_offset=-1, allow_nonexistent_upstream_partitions=True)
