"""What a simulated season costs over fetching a real one at a request a second, and whether memory grows with it."""

from __future__ import annotations

import resource
from datetime import UTC, date, datetime
from time import perf_counter

from benchmarks.report import Ratio
from nba_pipeline.game_day import Days, season_days
from nba_pipeline.sources.answers import ANSWERS
from nba_pipeline.sources.simulated.source import SimulatedSource

SEASON = 2024
LATER = datetime(2030, 1, 1, tzinfo=UTC)

# Of a live service each game takes a request for its boxscore and one for its odds, the least that can be.
REQUESTS_A_GAME = 2


def measure() -> list[Ratio]:
    """Every kind of answer for a season. The memory is the process's highest, after a month and after the season."""
    source = SimulatedSource(seed=7)
    _answer(source, Days(date(SEASON, 10, 1), date(SEASON, 11, 20)))
    after_a_month = _peak_megabytes()
    start = perf_counter()
    games = _answer(SimulatedSource(seed=7), season_days(SEASON))
    seconds = perf_counter() - start
    return [
        Ratio("a season simulated / fetched at a request a second", seconds, float(REQUESTS_A_GAME * games), 1 / 50),
        Ratio("peak memory after a season / after a month of it", _peak_megabytes(), after_a_month, 3.0, "MB"),
    ]


def _answer(source: SimulatedSource, days: Days) -> int:
    """Fetch all that there is of these days; how many games they have."""
    games = 0
    for kind in ANSWERS:
        rows = source.parse(kind, source.fetch(kind, days, LATER))
        games = rows.num_rows if kind == "schedule" else games
    return games


def _peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
