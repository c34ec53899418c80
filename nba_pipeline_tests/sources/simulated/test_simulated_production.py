"""The pipeline takes the simulated league as it is: no day is refused, no game held back."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from nba_pipeline.clock import FixedClock
from nba_pipeline.game_day import Days, eastern
from nba_pipeline.production import produce
from nba_pipeline.registry import all_tables, table
from nba_pipeline.sources.simulated.source import SimulatedSource
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.warehouse.reading import read
from nba_pipeline.warehouse.receipts import State
from nba_pipeline.world import World

THREE_WEEKS = Days(date(2025, 10, 21), date(2025, 11, 10))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("simulated")


@pytest.fixture(scope="module")
def published(home):
    clock = FixedClock(eastern(date(2025, 11, 12), time(6)))
    with DuckDBEngine(home / "warehouse.duckdb") as engine:
        world = World(engine, SimulatedSource(7), home / "landing", home / "models", clock)
        return {name: produce(module, THREE_WEEKS, world, run_id="weeks") for name, module in all_tables().items()}


@pytest.mark.slow
def test_every_table_of_three_weeks_is_made_without_a_gap(published):
    assert {name: made.refused for name, made in published.items() if made.refused} == {}
    receipts = {name: made.receipts for name, made in published.items()}

    degraded = [(n, day) for n, days in receipts.items() for day, r in days.items() if r.state is State.DEGRADED]
    assert degraded == []
    assert all(len(days) == len(THREE_WEEKS) for days in receipts.values())
    raw = {name: sum(receipt.rows for receipt in days.values()) for name, days in receipts.items() if "raw" in name}
    # nobody else tells of the simulated league's games
    assert [name for name, rows in raw.items() if not rows] == ["nba_raw.second_boxscores"]


@pytest.mark.slow
def test_the_names_of_all_quotes_resolve(published, home):
    with DuckDBEngine(home / "warehouse.duckdb") as engine:
        rows = {
            name: engine.fetch(read(engine, table(name).contract, THREE_WEEKS).rows).to_pandas()
            for name in ("points_props", "player_boxscores")
        }
    named = rows["player_boxscores"][["game_id", "player_lookup"]]
    quotes = rows["points_props"].merge(named, on=["game_id", "player_lookup"], how="left", indicator=True)
    lost = quotes[quotes["_merge"] == "left_only"]

    assert len(quotes) > 40_000
    assert lost.empty
