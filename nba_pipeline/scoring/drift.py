"""Whether predictions lean another way of late than before: the bias of the last game days beside all earlier ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from nba_pipeline.scoring.errors import Errors, errors
from nba_pipeline.scoring.identical import Games
from nba_pipeline.scoring.resampling import LEAST_DAYS, Interval, difference_interval, verdict

RECENT_DAYS = LEAST_DAYS  # game days: no fewer, for of fewer nothing may be said
HIGHER, LOWER = "higher", "lower"


@dataclass(frozen=True)
class Drift:
    """The errors of a system from a game day on, beside those before it, on identical rows.

    `difference` is the later bias less the earlier one, in points: above zero it predicts more than it used to,
    measured by what came.
    """

    system_id: str
    since: date
    recent: Errors
    before: Errors
    difference: float
    interval: Interval | None
    says: str


def drift(games: Games) -> list[Drift]:
    """The drift of each system over the last RECENT_DAYS game days; none where there is no day before them."""
    is_recent = games.games["day"].isin(np.unique(games.days)[-RECENT_DAYS:])
    recent, before = games.where(is_recent), games.where(~is_recent)
    if not len(before):
        return []
    pairs = zip(errors(recent, with_line=False), errors(before, with_line=False), strict=True)
    return [_of(of_late, earlier, recent, before) for of_late, earlier in pairs]


def _of(of_late: Errors, earlier: Errors, recent: Games, before: Games) -> Drift:
    system_id = of_late.system_id
    interval = difference_interval(recent.error(system_id), recent.days, before.error(system_id), before.days)
    return Drift(
        system_id=system_id,
        since=min(recent.games["game_date"]),
        recent=of_late,
        before=earlier,
        difference=of_late.bias - earlier.bias,
        interval=interval,
        says=verdict(
            interval, min(of_late.rows, earlier.rows), min(of_late.days, earlier.days), below=LOWER, above=HIGHER
        ),
    )
