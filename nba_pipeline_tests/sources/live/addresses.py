"""Where the services on the loopback are: as settings, as the variables of a process, and as the source of a home."""

from __future__ import annotations

from pathlib import Path

from services import Services
from small_day import CDN, KEY, ODDS, REPORTS, SECOND, SECOND_KEY

from nba_pipeline.clock import Clock
from nba_pipeline.sources.live.hosts import Hosts
from nba_pipeline.sources.live.http import Client
from nba_pipeline.sources.live.settings import LiveSettings
from nba_pipeline.sources.live.source import LiveSource


def _given(services: Services) -> dict[str, str]:
    return {
        "cdn_url": services.address + CDN,
        "odds_api_url": services.address + ODDS,
        "injury_report_url": services.address + REPORTS,
        "odds_api_key": KEY,
        "balldontlie_url": services.address + SECOND,
        "balldontlie_api_key": SECOND_KEY,
    }


def live_settings(services: Services, **others: object) -> LiveSettings:
    return LiveSettings(**(_given(services) | others))


def live_variables(services: Services, **others: str) -> dict[str, str]:
    """With `NBA_SOURCE=live` and without pauses between requests. A variable that is empty counts as not set."""
    given = {f"NBA_{name.upper()}": value for name, value in _given(services).items()}
    return {"NBA_SOURCE": "live", "NBA_REQUEST_INTERVAL": "0", **given, **others}


def live_source(services: Services, home: Path, clock: Clock) -> LiveSource:
    """As the home would open it, in the time of a clock, without pauses and without balldontlie."""
    client = Client(Hosts(home / "live"), interval=0, timeout=20, clock=clock)
    settings = live_settings(services, balldontlie_api_key=None)
    return LiveSource(settings, home / "live", home / "landing", client)
