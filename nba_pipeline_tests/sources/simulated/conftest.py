"""One league for all tests: played once, asked often."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

import pytest

from nba_pipeline.game_day import Days, eastern
from nba_pipeline.sources.simulated.source import SimulatedSource

SEED = 7
FOUR_WEEKS = Days(date(2025, 10, 21), date(2025, 11, 17))
LONG_AFTER = eastern(date(2026, 7, 15), time(12))

Ask = Callable[..., list[dict]]


@pytest.fixture(scope="session")
def source() -> SimulatedSource:
    return SimulatedSource(SEED)


@pytest.fixture(scope="session")
def ask(source: SimulatedSource) -> Ask:
    """The rows of a kind, of the four weeks and long after them if nothing else is said."""

    def rows(
        kind: str, days: Days = FOUR_WEEKS, as_of: datetime = LONG_AFTER, of: SimulatedSource = source
    ) -> list[dict]:
        return of.parse(kind, of.fetch(kind, days, as_of)).to_pylist()

    return rows


@pytest.fixture(scope="session")
def games(ask: Ask) -> list[dict]:
    return [game for game in ask("schedule") if not game["postponed"]]


@pytest.fixture(scope="session")
def quotes(ask: Ask) -> list[dict]:
    return ask("points_props")


@pytest.fixture(scope="session")
def players(ask: Ask) -> list[dict]:
    return ask("player_boxscores")
