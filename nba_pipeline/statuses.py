"""The states of games, players and game days, in one spelling for sources, tables and rules."""

from __future__ import annotations

from enum import StrEnum


class GameStatus(StrEnum):
    """A postponed game is UPCOMING, and marked `postponed`."""

    UPCOMING = "UPCOMING"
    IN_PROGRESS = "IN_PROGRESS"
    FINAL = "FINAL"


class DayState(StrEnum):
    """How far a game day is. UNKNOWN: the schedule is missing or in doubt, which is never a pass."""

    NO_GAMES = "NO_GAMES"
    UPCOMING = "UPCOMING"
    IN_PROGRESS = "IN_PROGRESS"
    FINAL = "FINAL"
    UNKNOWN = "UNKNOWN"


class PlayerStatus(StrEnum):
    """What a boxscore says of a player: appeared, dressed but did not play, or not even dressed."""

    PLAYED = "PLAYED"
    DNP = "DNP"
    INACTIVE = "INACTIVE"


class InjuryStatus(StrEnum):
    """The league's five grades. NOT_SUBMITTED is said of a whole team whose report is still due."""

    OUT = "OUT"
    DOUBTFUL = "DOUBTFUL"
    QUESTIONABLE = "QUESTIONABLE"
    PROBABLE = "PROBABLE"
    AVAILABLE = "AVAILABLE"
    NOT_SUBMITTED = "NOT_SUBMITTED"
