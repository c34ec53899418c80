"""Where a player is in a phase: there, or the reason why not, from a closed list."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Whereabouts(StrEnum):
    """One word for each phase of a player's way. `is_loss` marks what somebody has to mend."""

    description: str
    is_loss: bool

    def __new__(cls, word: str, description: str, is_loss: bool = False) -> Whereabouts:
        member = str.__new__(cls, word)
        member._value_ = word
        member.description, member.is_loss = description, is_loss
        return member

    THERE = "there", "he is there; as a grade, also where his prediction came out void"
    DNP = "dnp", "he is there, dressed, and did not play"
    INACTIVE = "inactive", "he is there, and was not dressed"
    NOT_QUALITY_READY = "not_quality_ready", "he is there, but too much of his features is missing to bet on them"
    OUT = "out", "the injury report counted on him as out or doubtful, and the complete boxscore does not name him"
    NOT_IN_BOXSCORE = "not_in_boxscore", "the complete boxscore does not name him: he did not play"
    NO_LINE = "no_line", "no bookmaker quoted him before the day's last call"
    LINES_NOT_HAD = "lines_not_had", "the source gave no lines of the day or of his game: who quoted him is not known"
    TOO_LITTLE_HISTORY = "too_little_history", "the system knows too little of him, or has no model yet"
    GAME_POSTPONED = "game_postponed", "the game was called off for the day"
    NOT_OVER_YET = "not_over_yet", "the schedule does not say that the game is over"
    UNEXPECTED = "unexpected", "he played, and nothing had made him expected: a debut, a return, a trade"
    UNRESOLVED_NAME = "unresolved_name", "a line or the injury report names him, and the name is nobody's for certain"
    NOT_PUBLISHED = "not_published", "the table's day is not verified", True
    HELD_BACK = "held_back", "his game is held back whole, from this table or from what it is made of", True
    GAME_MISSING = "game_missing", "the table's day lacks his game, and so does its quarantine", True
    MISSING_BOXSCORE = "missing_boxscore", "the game is over, and its boxscore did not come", True
    SYSTEM_FAILED = "system_failed", "the prediction system failed for the day", True
    UNACCOUNTED = "unaccounted", "he was lost, and nothing says why", True


# Words that stand for a row: he is in the table, though he may not have played or be good enough to bet on.
HAS_A_ROW = (Whereabouts.THERE, Whereabouts.DNP, Whereabouts.INACTIVE, Whereabouts.NOT_QUALITY_READY)

MEANINGS: Mapping[str, str] = {str(word): word.description for word in Whereabouts}

LOSSES = tuple(word for word in Whereabouts if word.is_loss)


def words_table() -> str:
    """The closed list as a Markdown table."""
    lines = ["| word | meaning | to mend |", "|---|---|---|"]
    lines += [f"| `{word}` | {word.description} | {'yes' if word.is_loss else ''} |" for word in Whereabouts]
    return "\n".join(lines) + "\n"
