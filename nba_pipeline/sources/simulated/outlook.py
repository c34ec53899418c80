"""What may be expected of a game before it starts, from the absences that are known at a moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
import numpy.typing as npt

from nba_pipeline.sources.simulated.games import REGULATION, Side, expected_points
from nba_pipeline.sources.simulated.numbers import Floats, Ints
from nba_pipeline.sources.simulated.rotation import expected_minutes
from nba_pipeline.sources.simulated.season import DRESSED, Season, TeamSheet


@dataclass(frozen=True)
class Outlook:
    """One team's expected points by player, from each piece of news to the next.

    `points[k]` holds from `news_at[k - 1]` on, `points[0]` before any news; nobody is expected to score while
    he is known to be out. Moments are POSIX seconds.
    """

    players: Ints
    news_at: Floats
    points: Floats

    def at(self, moments: npt.NDArray[np.float64]) -> Floats:
        """Expected points at each moment: the shape of the moments, and a player's axis after it."""
        known: Floats = self.points[np.searchsorted(self.news_at, moments, side="right")]
        return known


def outlook(season: Season, sheet: TeamSheet, pace: float, opening: datetime) -> Outlook:
    """From the opening of the books on: who drops out later is counted on until then."""
    late = sorted(
        (absence.known_at.timestamp(), player)
        for player, absence in sheet.absences.items()
        if absence.known_at > opening
    )
    dropped = [player for _moment, player in late]
    players = np.concatenate([sheet.side.players, np.array(dropped, dtype=np.int64)])
    worth = np.concatenate([sheet.side.worth, np.array([sheet.absent_worth[player] for player in dropped])])
    here = len(sheet.side.players)
    states = [_expected(season, players, worth, sheet.side.edge, pace, gone) for gone in _still_counted_on(here, late)]
    return Outlook(players, np.array([moment for moment, _player in late]), np.stack(states))


def _still_counted_on(here: int, late: Sequence[tuple[float, int]]) -> list[Ints]:
    """The places of those who are counted on, before any news and after each."""
    return [
        np.concatenate([np.arange(here), np.arange(here + known, here + len(late))]) for known in range(len(late) + 1)
    ]


def _expected(season: Season, players: Ints, worth: Floats, edge: float, pace: float, counted_on: Ints) -> Floats:
    best = counted_on[np.argsort(-worth[counted_on], kind="stable")][:DRESSED]
    side = Side(players[best], worth[best], edge)
    points = np.zeros(len(players))
    points[best] = expected_points(side, expected_minutes(side.worth, REGULATION), pace, season.skills)
    return points
