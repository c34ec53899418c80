"""The live source on replayed services, with a clock that stands and no real waiting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import dagster as dg
import pytest
from addresses import live_settings
from live_desk import Desk
from services import Services, serving
from small_day import DAY, MORNING, before_the_games
from standing_time import StandingTime

from nba_pipeline.aliases import Aliases
from nba_pipeline.clock import FixedClock
from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.settings import Settings
from nba_pipeline.sources.base import SourceError
from nba_pipeline.sources.landing import Acquired, acquire
from nba_pipeline.sources.live.hosts import Hosts
from nba_pipeline.sources.live.http import Client
from nba_pipeline.sources.live.source import LiveSource

Rows = list[dict]


@pytest.fixture
def services() -> Iterator[Services]:
    with serving(Services(MORNING)) as started:
        before_the_games(started)
        yield started


@pytest.fixture
def standing() -> StandingTime:
    return StandingTime()


@pytest.fixture
def client(tmp_path: Path, standing: StandingTime) -> Client:
    return Client(Hosts(tmp_path / "live"), interval=1, timeout=0.5, clock=standing, sleep=standing.sleep)


@pytest.fixture
def live(services: Services, client: Client, tmp_path: Path) -> Callable[..., LiveSource]:
    """The source, with other settings, or aliases of the home, on request."""

    def opened(aliases: Callable[[], Aliases] = Aliases, **settings) -> LiveSource:
        mine = live_settings(services, **settings)
        return LiveSource(mine, tmp_path / "live", tmp_path / "landing", client, aliases)

    return opened


@pytest.fixture
def acquired(live: Callable[..., LiveSource], services: Services, tmp_path: Path) -> Callable[..., Acquired]:
    """What comes of asking for a kind and day: fetched, landed and parsed by a source of its own."""

    def of(kind: str, day=DAY, as_of: datetime | None = None, **settings) -> Acquired:
        return acquire(live(**settings), kind, Days.only(day), as_of or services.moment, tmp_path / "landing")

    return of


@pytest.fixture
def said(acquired: Callable[..., Acquired]) -> Callable[..., Rows]:
    """The rows of a kind and day."""
    return lambda *asked, **more: acquired(*asked, **more).rows.to_pylist()


@pytest.fixture
def complaint(said: Callable[..., Rows]) -> Callable[..., str]:
    """What is said instead of rows."""

    def of(kind: str, **more) -> str:
        with pytest.raises(SourceError) as raised:
            said(kind, **more)
        return str(raised.value)

    return of


@pytest.fixture
def desk(services: Services, live: Callable[..., LiveSource], tmp_path: Path) -> Iterator[Desk]:
    pipeline = Pipeline(given=Settings(home=tmp_path), own_clock=FixedClock(MORNING))
    pipeline.source = live()
    with dg.DagsterInstance.ephemeral() as instance:
        yield Desk(pipeline, instance, services)
