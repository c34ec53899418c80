"""Days that are run by run asked of the live services are the days that the league said directly, in all tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path

import dagster as dg
import pytest
from addresses import live_source
from asked_league import AskedLeague
from known_league import KnownLeague
from services import serving
from told_league import ToldLeague
from unconfigured import forget_settings

from nba_pipeline.clock import FixedClock
from nba_pipeline.game_day import Days, eastern
from nba_pipeline.hours import DueRun
from nba_pipeline.orchestration.launch import launch
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.replay import live, timeline
from nba_pipeline.registry import all_tables
from nba_pipeline.reliability.equality import differences
from nba_pipeline.settings import Settings
from nba_pipeline.sources.base import Source
from nba_pipeline.statuses import GameStatus
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.warehouse.reading import receipts_of
from nba_pipeline.world import World

SEED = 5
BACKFILLED = Days(date(2025, 10, 21), date(2025, 10, 24))  # from opening night on, so that nothing lies before it
LIVED = Days(date(2025, 10, 25), date(2025, 10, 26))
BEGINS = eastern(LIVED.first, time(4))
# No second source tells this league, and the model needs a month of games.
UNTOLD = {"nba_raw.second_boxscores", "nba_predictions.points_model"}


def due_runs(scratch: Path) -> Sequence[DueRun]:
    """The daily jobs at the hours of the schedules, and at each day's last call."""
    with DuckDBEngine(scratch / "scratch.duckdb") as engine:
        league = AskedLeague(KnownLeague(SEED))
        return timeline(LIVED, World(engine, league, scratch, scratch, FixedClock(BEGINS)))


def lived(home: Path, source: Source, clock: FixedClock, runs: Sequence[DueRun]) -> None:
    pipeline = Pipeline(given=Settings(home=home), own_clock=clock)
    pipeline.source = source
    clock.moment = BEGINS
    with dg.DagsterInstance.ephemeral() as instance:
        outcomes = [launch(pipeline, "all_phases", BACKFILLED, instance)]
    outcomes += live(runs, pipeline, clock, dg.DagsterInstance.ephemeral)
    assert [outcome.exit_code for outcome in outcomes] == [lacks_shots(BACKFILLED, BEGINS), *map(due_code, runs)], (
        outcomes
    )


def due_code(run: DueRun) -> int:
    return lacks_shots(Days.only(run.day), run.moment) if run.job == "postgame" else 0


def lacks_shots(days: Days, at: datetime) -> int:
    """The exit code of a run for finished games: 1 where the shots of one are not known, and all else is."""
    league = KnownLeague(SEED)
    over = {game["game_id"] for game in league.rows("schedule", days, at) if game["status"] == GameStatus.FINAL}
    return int(over != {row["game_id"] for row in league.rows("shot_zones", days, at)})


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_days_lived_with_the_services_equal_what_the_league_said_at_the_same_moments(tmp_path, monkeypatch):
    forget_settings(monkeypatch)
    here, there, clock, runs = tmp_path / "live", tmp_path / "direct", FixedClock(BEGINS), due_runs(tmp_path)

    lived(there, AskedLeague(KnownLeague(SEED)), clock, runs)
    with serving(ToldLeague(KnownLeague(SEED), clock)) as services:
        lived(here, live_source(services, here, clock), clock, runs)

    days = Days(BACKFILLED.first, LIVED.last)
    with DuckDBEngine(here / "warehouse.duckdb") as ours, DuckDBEngine(there / "warehouse.duckdb") as theirs:
        assert differences(ours, theirs, days) == []
        told = {receipt.table_name for receipt in receipts_of(ours, list(all_tables()), days) if receipt.rows}
    assert set(all_tables()) - told == UNTOLD
