"""Finding the latest official injury report: its address is the time of its publication in US/Eastern."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from nba_pipeline.game_day import EASTERN, Days
from nba_pipeline.sources.base import Answer, Said, Unanswered
from nba_pipeline.sources.live import injury_pdf
from nba_pipeline.sources.live.http import Client, LeftAlone, NoAnswer, NotThere, Reply
from nba_pipeline.sources.live.snapshots import as_answer

_EVERY_QUARTER_SINCE = date(2025, 12, 22)  # before that every hour
_LOOKS_BACK = 5


def said_of(day: date, client: Client, base: str, as_of: datetime, earlier: Sequence[Answer]) -> Said:
    """The newest report; where none can be had, that it is lacking beside the `earlier` ones of the day.

    Raises SourceError where the last of them is stale, or there is none.
    """
    try:
        return as_answer(injury_pdf.REPORT, Days.only(day), latest_report(client, base, as_of), as_of)
    except (NotThere, NoAnswer, LeftAlone) as error:
        last = max(map(injury_pdf.report_at, earlier), default=None)
        if last is None or as_of - last > injury_pdf.STALE_AFTER:
            raise
        return Unanswered(day, f"an injury report newer than that of {last:%Y-%m-%d %H:%M %Z}", f"{error}")


def latest_report(client: Client, base: str, as_of: datetime) -> Reply:
    """The newest report that is there. Raises NotThere if none of the last ones is, or another SourceError."""
    addresses = report_addresses(base, as_of)
    for address in addresses:
        try:
            return client.get(address)
        except NotThere:
            continue
    raise NotThere(
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
