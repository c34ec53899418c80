"""What learning and predicting cost, in a process of its own: an evening of eleven games by all systems among them."""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from benchmarks.homes import ARCHIVE_ENDS, backfill, days_of, open_world, played, tables_before
from benchmarks.report import Ratio
from nba_pipeline.game_day import Days
from nba_pipeline.production import produce
from nba_pipeline.registry import table
from nba_pipeline.statuses import PlayerStatus
from nba_pipeline.systems import past_games, similarity_balanced_v1
from nba_pipeline.systems.base import Slate
from nba_pipeline.systems.regression import train
from nba_pipeline.tables.predictions.points_model import LEARNED
from nba_pipeline.warehouse.reading import read

FIVE = (2021, 2022, 2023, 2024, 2025)
EVENING = Days.only(date(2025, 12, 29))  # eleven games
WEEK_BEFORE = Days.only(date(2025, 12, 22))

Result = TypeVar("Result")


def measure(scratch: Path) -> list[Ratio]:
    home = scratch / "home"
    backfill(home, FIVE, tables_before("points_model"))
    command = [sys.executable, "-m", "benchmarks.prediction", str(home)]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)  # noqa: S603
    shutil.rmtree(scratch)
    return [
        Ratio(f"training on {told['rows']:,} player-games / a minute", told["training"], 60.0, 1.0),
        Ratio("predicting as many / 20,000 a second", told["predicting"], told["rows"] / 20_000, 1.0),
        Ratio("similar games of five seasons / two minutes", told["similarity"], 120.0, 1.0),
        Ratio("an evening of eleven games by all systems / 5 s", told["evening"], 5.0, 1.0),
        Ratio("peak memory of all this / 2 GB", told["megabytes"], 2048.0, 1.0, unit="MB"),
    ]


def _measured(home: Path) -> dict[str, float]:
    games = played(home, FIVE)
    learned, training = _timed(lambda: train(games, LEARNED, ARCHIVE_ENDS + timedelta(days=1)))
    _, predicting = _timed(lambda: learned.predict(games))
    slate = _five_seasons(home)
    _, similarity = _timed(lambda: similarity_balanced_v1.predict(slate))
    return {
        "rows": len(games),
        "training": training,
        "predicting": predicting,
        "similarity": similarity,
        "evening": _evening(home),
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _timed(work: Callable[[], Result]) -> tuple[Result, float]:
    start = perf_counter()
    return work(), perf_counter() - start


def _five_seasons(home: Path) -> Slate:
    """Every appearance as a row to be predicted."""
    days = Days(days_of(FIVE[0]).first, ARCHIVE_ENDS)
    world = open_world(home)
    with world.engine as engine:
        summary = engine.fetch(read(engine, table("player_game_summary").contract, days).rows).to_pandas()
    past = summary[past_games.COLUMNS]
    return Slate(past[past["status"] == PlayerStatus.PLAYED].reset_index(drop=True), past_games.appearances(past))


def _evening(home: Path) -> float:
    """Seconds to publish the evening's predictions, its model known and the code compiled by an earlier day."""
    for days in (WEEK_BEFORE, EVENING):
        for name in ("points_model", "player_prop_predictions"):
            world = open_world(home)
            with world.engine:
                _, seconds = _timed(lambda: produce(table(name), days, world, run_id="benchmark"))  # noqa: B023
    return seconds


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_measured(Path(sys.argv[1]))))
