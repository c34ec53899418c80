"""Finding the latest official injury report: its address is the time of its publication in US/Eastern."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from nba_pipeline.game_day import EASTERN
from nba_pipeline.sources.base import SourceError
from nba_pipeline.sources.live.http import Client, NotThere, Reply

_EVERY_QUARTER_SINCE = date(2025, 12, 22)  # before that every hour
_LOOKS_BACK = 5


def latest_report(client: Client, base: str, as_of: datetime) -> Reply:
    """The newest report that is there. Raises SourceError if none of the last ones is."""
    addresses = report_addresses(base, as_of)
    for address in addresses:
        try:
            return client.get(address)
        except NotThere:
            continue
    raise SourceError(
        f"none of the last {len(addresses)} injury reports is there, from {addresses[-1]} to {addresses[0]}; "
        "look whether the league names them otherwise"
    )


def report_addresses(base: str, as_of: datetime) -> list[str]:
    """Where the last reports before a moment should be, the newest first."""
    now = as_of.astimezone(EASTERN)
    by_quarter = now.date() >= _EVERY_QUARTER_SINCE
    every = timedelta(minutes=15) if by_quarter else timedelta(hours=1)
    # published at half past, under the name of the hour, until they came every quarter
    last = now.replace(minute=now.minute // 15 * 15 if by_quarter else 0, second=0, microsecond=0)
    name = "%Y-%m-%d_%I_%M%p" if by_quarter else "%Y-%m-%d_%I%p"
    return [f"{base}/Injury-Report_{last - back * every:{name}}.pdf" for back in range(_LOOKS_BACK)]
