"""The ledger's page: a day's players through the phases, and one player's way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from nba_pipeline.dashboard.facts import Facts
from nba_pipeline.dashboard.marks import unseen
from nba_pipeline.dashboard.pages import Page, page
from nba_pipeline.hours import due_in_words
from nba_pipeline.reliability.ledger import Ledger, PhaseOfLedger, Row
from nba_pipeline.tables.reliability.player_ledger import CONTRACT, PHASES, SYSTEM_COLUMNS
from nba_pipeline.tables.reliability.whereabouts import HAS_A_ROW, LOSSES, MEANINGS, Whereabouts

MOST_NAMES = 200  # of players who are not everywhere; a day has some 400 players

_SYSTEMS = {column: system for system, column in SYSTEM_COLUMNS.items()}


@dataclass(frozen=True)
class Step:
    """One phase of a day: how many players are there, elsewhere for a reason, and lost, and the words behind them."""

    name: str
    phase: PhaseOfLedger

    @property
    def lost(self) -> int:
        return sum(number for word, number in self.phase.reasons.items() if word in LOSSES)

    @property
    def elsewhere(self) -> int:
        return self.phase.expected - self.phase.there - self.lost

    @property
    def words(self) -> Sequence[tuple[str, int, str, bool]]:
        """Each word with its number, its meaning and whether it is a loss."""
        return [(word, number, MEANINGS[word], word in LOSSES) for word, number in self.phase.reasons.items()]


def steps(told: Ledger) -> list[Step]:
    """The phases in their order."""
    return [Step(_name(phase.name), phase) for phase in told.phases]


def drawn(told: Ledger) -> str:
    """The chart of a day with players, as SVG. Days on which as many went the same ways share it."""
    from nba_pipeline.dashboard.ledger_chart import ledger_chart  # drawing takes a while to load

    names = [_name(phase).replace("_", " ") for phase in PHASES]
    ways = Counter(tuple(row[name] for name in PHASES) for row in told.rows)
    return ledger_chart(tuple(names), tuple(sorted(ways.items())))


def way(row: Row) -> list[Mapping[str, object]]:
    """Where a player is in each phase, and what that means."""
    return [
        {
            "phase": _name(name),
            "word": row[name],
            "meaning": MEANINGS[row[name]],
            "there": row[name] in HAS_A_ROW,
            "lost": row[name] in LOSSES,
        }
        for name in PHASES
    ]


def ledger_page(facts: Facts, day: date, player: str | None) -> Page:
    """A day's ledger, or one player of it: he is found by any spelling, or those who come near are offered."""
    known = facts.ledger(day)
    told = known.value if isinstance(known.value, Ledger) else None
    found = told.of(player) if told and player else []
    state = facts.state(day) if told and not told.rows else None
    values = {
        "day": day,
        "before": day - timedelta(days=1),
        "after": day + timedelta(days=1),
        "player": player,
        "ledger": told,
        "unseen": unseen(known),
        "why_none": None if told else known.value,
        "due": due_in_words(CONTRACT.when, day, facts.clock.now()),
        "steps": steps(told) if told else [],
        "chart": drawn(told) if told and told.rows and len(found) != 1 else None,
        "found": found,
        "near": told.nearest(player) if told and player and not found else [],
        "way": way(found[0]) if len(found) == 1 else [],
        "elsewhere": told.missing_somewhere[:MOST_NAMES] if told else [],
        "words_of": _words,
        "why_nobody": state and (state.value.reason if state.value else unseen(state)),
    }
    return page(f"Ledger of {day}", values, known, *([state] if state else []))


def _name(phase: str) -> str:
    """A phase as the pages name it: of a system's column the system."""
    return _SYSTEMS.get(phase, phase)


def _words(row: Row) -> list[tuple[str, bool]]:
    """Each word for a player who is not everywhere, once, and whether it is a loss."""
    words = dict.fromkeys(row[name] for name in PHASES if row[name] != Whereabouts.THERE)
    return [(word, word in LOSSES) for word in words]
