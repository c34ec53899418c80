"""The player ledger: kept up to date, and told for a day or a player."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from nba_pipeline.clock import Clock
from nba_pipeline.game_day import Days
from nba_pipeline.names import player_lookup
from nba_pipeline.production import out_of_date, produce
from nba_pipeline.registry import table
from nba_pipeline.sources.base import NoSource
from nba_pipeline.tables.raw.points_props import CONTRACT as PROPS
from nba_pipeline.tables.reliability.player_ledger import CONTRACT, PHASES, SYSTEM_COLUMNS
from nba_pipeline.tables.reliability.whereabouts import HAS_A_ROW, LOSSES, Whereabouts
from nba_pipeline.warehouse.batch import Publication
from nba_pipeline.warehouse.engine import Engine
from nba_pipeline.warehouse.errors import WarehouseError
from nba_pipeline.warehouse.reading import read
from nba_pipeline.world import World

Row = Mapping[str, Any]

LEDGER = CONTRACT.short_name

_NOWHERE = Path("/dev/null")  # nothing lands and no model is kept where tables are made from tables


def keep(engine: Engine, clock: Clock, days: Days, run_id: str) -> Publication | None:
    """Make the ledger from the first to the last day on which anything that it tells of has changed; None without."""
    module = table(CONTRACT.name)
    world = World(engine, NoSource(), _NOWHERE, _NOWHERE, clock)
    stale = out_of_date(module, days, world)
    return produce(module, Days(stale[0], stale[-1]), world, run_id) if stale else None


class NoLedger(WarehouseError):
    """A day has no verified ledger. The message says why, and how to make it."""


@dataclass(frozen=True)
class PhaseOfLedger:
    """One phase of a day: how many there should be, how many are there, and how many are not for which reason."""

    name: str
    table: str
    expected: int
    there: int
    reasons: Mapping[str, int]


@dataclass(frozen=True)
class Ledger:
    """A game day's ledger: its rows, in the order of game, team and name.

    `unknown` are games whose players nobody knows, with the reason: they were lost before anybody was expected.
    """

    game_date: date
    rows: Sequence[Row]
    unknown: Mapping[str, str]

    @property
    def phases(self) -> list[PhaseOfLedger]:
        return [_phase(name, self.rows) for name in PHASES]

    @property
    def unaccounted(self) -> list[Row]:
        return [row for row in self.rows if not row["is_accounted"]]

    @property
    def lost(self) -> list[Row]:
        """Those with a loss that somebody has to mend, the unaccounted among them."""
        return [row for row in self.rows if any(row[name] in LOSSES for name in PHASES)]

    @property
    def missing_somewhere(self) -> list[Row]:
        """Those who are not there in some phase, whatever the reason."""
        return [row for row in self.rows if any(row[name] != Whereabouts.THERE for name in PHASES)]

    @property
    def unpredicted(self) -> list[dict[str, str]]:
        """Who has no prediction of any system, be it because nobody expected him: name, team, and the word for it."""
        systems = list(SYSTEM_COLUMNS.values())
        without = [row for row in self.rows if all(row[name] != Whereabouts.THERE for name in systems)]
        return [_named(row, systems[0]) for row in without]

    @property
    def unlined(self) -> list[dict[str, str]]:
        """Who has no line: name, team, and the word for it."""
        return [_named(row, "line") for row in self.rows if row["line"] != Whereabouts.THERE]

    @property
    def lines_lost_because(self) -> list[str]:
        """What receipt or quarantine of the lines say of those who have none for another reason than silence."""
        reasons = {row["because"] or "" for row in self.rows if row["line"] != Whereabouts.THERE}
        return sorted(reason for reason in reasons if reason.startswith(f"{PROPS.name}: "))

    def of(self, name: str) -> list[Row]:
        """The rows of the players of this name, or else of those whose names hold it."""
        asked = player_lookup(name)
        exact = [row for row in self.rows if row["player_lookup"] == asked]
        return exact or [row for row in self.rows if asked and asked in (row["player_lookup"] or "")]

    def nearest(self, name: str) -> list[str]:
        """The names of the day that are spelled most like this one."""
        names = {row["player_lookup"]: row["player_name"] for row in self.rows if row["player_lookup"]}
        return [names[lookup] for lookup in get_close_matches(player_lookup(name), list(names), n=5)]

    def document(self) -> dict[str, object]:
        """The whole day as plain data."""
        return {
            "date": self.game_date,
            "players": len(self.rows),
            "unaccounted": len(self.unaccounted),
            "lost": len(self.lost),
            "unknown_games": dict(self.unknown),
            "phases": [phase.__dict__ for phase in self.phases],
            "ledger": list(self.rows),
        }


def ledger(engine: Engine, day: date) -> Ledger:
    """The ledger of a game day as it was last made. Raises NoLedger where it cannot be proven."""
    reading = read(engine, CONTRACT, Days.only(day))
    if reading.unverified:
        raise NoLedger(
            f"There is no verified ledger of {day}: {reading.unverified[day]}. Make it with: nba run --date {day}"
        )
    rows = engine.fetch(reading.rows).to_pylist()
    in_order = sorted(rows, key=lambda row: (row["game_id"], row["team"] or "", row["player_name"], row["subject"]))
    unknown = {gap.game_id: gap.reason for receipt in reading.receipts for gap in receipt.gaps}
    return Ledger(day, in_order, unknown)


def _named(row: Row, phase: str) -> dict[str, str]:
    return {"player_name": row["player_name"], "team": row["team"], "reason": row[phase]}


def _phase(name: str, rows: Sequence[Row]) -> PhaseOfLedger:
    words = Counter(row[name] for row in rows)
    there = sum(words[str(word)] for word in HAS_A_ROW)
    reasons = {str(word): words[str(word)] for word in Whereabouts if words[str(word)] and word != Whereabouts.THERE}
    return PhaseOfLedger(name, PHASES[name].name, len(rows), there, reasons)
