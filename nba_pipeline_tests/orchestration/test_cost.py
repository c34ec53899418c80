"""What a day cost is summed up from its steps, and what nobody recorded is no zero."""

from __future__ import annotations

from datetime import date

import dagster as dg

from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.cost import cost_of, spent_on
from nba_pipeline.warehouse.engine import Usage

DAY, NEXT = date(2026, 1, 15), date(2026, 1, 16)
SCHEDULE, BOXSCORES = dg.AssetKey(["nba_raw", "schedule"]), dg.AssetKey(["nba_raw", "player_boxscores"])


def made(instance: dg.DagsterInstance, key: dg.AssetKey, day: date, **metadata: int) -> None:
    instance.report_runless_asset_event(dg.AssetMaterialization(key, partition=f"{day}", metadata=metadata))


def test_a_day_costs_what_all_its_steps_asked_for() -> None:
    with dg.DagsterInstance.ephemeral() as instance:
        made(instance, SCHEDULE, DAY, **cost_of(Days.only(DAY), Usage(queries=8, loads=2, bytes_billed=10_000_000)))
        made(instance, SCHEDULE, DAY, **cost_of(Days.only(DAY), Usage(queries=5, loads=1, bytes_billed=0)))
        made(instance, BOXSCORES, DAY, **cost_of(Days.only(DAY), Usage(queries=9, loads=1, bytes_billed=20_000_000)))
        made(instance, BOXSCORES, NEXT, **cost_of(Days.only(NEXT), Usage(queries=100)))

        assert spent_on(DAY, instance) == {"queries": 22, "load_jobs": 4, "bytes_billed": 30_000_000}


def test_a_day_of_a_range_or_of_nobody_is_not_free_but_unknown() -> None:
    with dg.DagsterInstance.ephemeral() as instance:
        made(instance, SCHEDULE, DAY, **cost_of(Days(DAY, NEXT), Usage(queries=8)))

        assert spent_on(DAY, instance) is None
        assert spent_on(NEXT, instance) is None
