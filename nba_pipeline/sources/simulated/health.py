"""Who can play: injuries, illness, rest and personal reasons, how long they last, and when they become known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import numpy as np
import numpy.typing as npt

from nba_pipeline.game_day import eastern
from nba_pipeline.sources.simulated.numbers import Floats
from nba_pipeline.statuses import InjuryStatus

_PER_GAME = 0.034  # how often a player of usual frailty drops out, a game
_RESTS = 0.05  # and how often he rests, over thirty, on the second of two nights
_OUT_BEFORE_THE_SEASON = 0.07
_DOUBTED = 0.055  # plays, and yet the report of the morning names him


@dataclass(frozen=True)
class Cause:
    """Why players miss games: in the report's words, how often among causes, and for how many days."""

    reason: str
    weight: float
    days: tuple[int, int]


CAUSES: Sequence[Cause] = [
    Cause("Injury/Illness - N/A; Illness", 0.16, (1, 4)),
    Cause("Injury/Illness - {part}; Soreness", 0.27, (1, 6)),
    Cause("Injury/Illness - {part}; Contusion", 0.12, (2, 9)),
    Cause("Injury/Illness - {part}; Sprain", 0.17, (4, 20)),
    Cause("Injury/Illness - {part}; Strain", 0.14, (8, 35)),
    Cause("Injury/Illness - {part}; Fracture", 0.035, (28, 75)),
    Cause("Injury/Illness - {part}; Surgery", 0.03, (45, 280)),
    Cause("Personal Reasons", 0.075, (1, 5)),
]
REST = Cause("Rest", 0.0, (1, 1))

_PARTS = (
    "Ankle",
    "Knee",
    "Hamstring",
    "Calf",
    "Hip",
    "Groin",
    "Back",
    "Shoulder",
    "Wrist",
    "Foot",
    "Achilles",
    "Thumb",
)
_LONG = [cause for cause in CAUSES if cause.days[0] >= 28]


@dataclass(frozen=True)
class Absence:
    """A player misses the games before `until`. Before `known_at`, the report says `doubt` of him, or nothing."""

    reason: str
    until: date
    known_at: datetime
    doubt: InjuryStatus | None


@dataclass(frozen=True)
class Doubt:
    """A player plays, though the report says `doubt` of him before `settled_at`."""

    reason: str
    settled_at: datetime
    doubt: InjuryStatus


class Health:
    """The state of all players of a season, by their place in the rosters, as the days go by."""

    def __init__(self, frailty: Floats, ages: npt.NDArray[np.int64], opens: date, chance: np.random.Generator) -> None:
        self._frailty, self._ages = frailty, ages
        self.absences: dict[int, Absence] = {}
        for player in np.flatnonzero(chance.random(len(frailty)) < _OUT_BEFORE_THE_SEASON * frailty).tolist():
            reason, days = _drawn(_LONG, chance)
            until = opens + timedelta(days=int(days * chance.random()))
            self.absences[player] = Absence(reason, until, eastern(opens - timedelta(days=7), time(12)), None)

    def morning(
        self, day: date, tipoffs: dict[int, datetime], second_night: set[int], chance: np.random.Generator
    ) -> dict[int, Doubt]:
        """Bring the players who may play today (their tip-offs, and who plays on a second night) to this day.

        New absences are added, past ones end. Returned are the players about whom there is doubt, and who play.
        """
        self.absences = {player: absence for player, absence in self.absences.items() if absence.until > day}
        healthy = np.array([player for player in tipoffs if player not in self.absences], dtype=np.int64)
        drops_out = chance.random(len(healthy)) < _PER_GAME * self._frailty[healthy]
        rests = chance.random(len(healthy)) < _RESTS * (self._ages[healthy] > 30)
        doubted = chance.random(len(healthy)) < _DOUBTED
        doubts: dict[int, Doubt] = {}
        for place in np.flatnonzero(drops_out | rests | doubted).tolist():
            player = int(healthy[place])
            if drops_out[place]:
                self.absences[player] = self._absence(CAUSES, day, tipoffs[player], chance)
            elif rests[place] and player in second_night:
                self.absences[player] = self._absence([REST], day, tipoffs[player], chance)
            elif doubted[place]:
                doubts[player] = _doubt(day, tipoffs[player], chance)
        return doubts

    @staticmethod
    def _absence(causes: Sequence[Cause], day: date, tipoff: datetime, chance: np.random.Generator) -> Absence:
        reason, days = _drawn(causes, chance)
        known_at = _news(day, tipoff, (0.40, 0.42, 0.18), chance)
        doubt = chance.choice(
            [InjuryStatus.QUESTIONABLE, InjuryStatus.DOUBTFUL, InjuryStatus.PROBABLE, ""], p=(0.57, 0.2, 0.02, 0.21)
        )
        return Absence(reason, day + timedelta(days=days), known_at, InjuryStatus(doubt) if doubt else None)


def _drawn(causes: Sequence[Cause], chance: np.random.Generator) -> tuple[str, int]:
    weights = np.array([cause.weight for cause in causes])
    even = np.full(len(causes), 1 / len(causes))
    cause = causes[int(chance.choice(len(causes), p=weights / weights.sum() if weights.sum() else even))]
    part = f"{('Left', 'Right')[int(chance.integers(2))]} {_PARTS[int(chance.integers(len(_PARTS)))]}"
    low, high = cause.days
    # most are back soon: the square leans towards the low end
    return cause.reason.format(part=part), low + round((high - low) * float(chance.random()) ** 2)


def _doubt(day: date, tipoff: datetime, chance: np.random.Generator) -> Doubt:
    reason, _ = _drawn(CAUSES[:4], chance)
    doubt = InjuryStatus.PROBABLE if chance.random() < 0.45 else InjuryStatus.QUESTIONABLE
    return Doubt(reason, _news(day, tipoff, (0.0, 0.65, 0.35), chance), doubt)


def _news(day: date, tipoff: datetime, when: tuple[float, float, float], chance: np.random.Generator) -> datetime:
    """A moment on the evening before, during the day, or in the last hour and a half before the tip-off."""
    at = int(chance.choice(3, p=when))
    if at == 0:
        return eastern(day - timedelta(days=1), time(18)) + timedelta(minutes=int(chance.integers(0, 300)))
    if at == 1:
        noon = eastern(day, time(9)) + timedelta(minutes=int(chance.integers(30, 470)))
        return min(noon, tipoff - timedelta(minutes=150))
    return tipoff - timedelta(minutes=int(chance.integers(15, 90)))
