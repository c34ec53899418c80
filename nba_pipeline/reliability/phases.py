"""Where each phase of a game day stands, from the receipts of its tables and the hours at which they are due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from nba_pipeline.contracts import Phase
from nba_pipeline.game_day import Days
from nba_pipeline.registry import all_tables
from nba_pipeline.reliability.day_state import GameDay
from nba_pipeline.reliability.evaluation import SCHEDULE, states
from nba_pipeline.reliability.evidence import Evidence
from nba_pipeline.reliability.published import is_due
from nba_pipeline.warehouse.engine import Engine
from nba_pipeline.warehouse.reading import receipts_of
from nba_pipeline.warehouse.receipts import Receipt, State


class PhaseState(StrEnum):
    """EXPECTED: nothing of the phase is due yet. MISSING: something is due and not published."""

    EXPECTED = "EXPECTED"
    MISSING = "MISSING"
    DEGRADED = "DEGRADED"
    EMPTY_OK = "EMPTY_OK"
    COMPLETE = "COMPLETE"


@dataclass(frozen=True)
class PhaseOfDay:
    """One phase of one game day; `missing` are tables that are due without a receipt, `reasons` of degraded ones."""

    game_date: date
    phase: Phase
    state: PhaseState
    missing: Sequence[str]
    reasons: Sequence[str]


def phases(engine: Engine, days: Days, now: datetime) -> list[PhaseOfDay]:
    """Every phase of every day, in order."""
    receipts = {(r.game_date, r.table_name): r for r in receipts_of(engine, list(all_tables()), days)}
    known = states(Evidence(engine, days, {SCHEDULE}), now)
    return [_phase_of_day(day, phase, receipts) for day in known for phase in Phase]


def _phase_of_day(day: GameDay, phase: Phase, receipts: dict[tuple[date, str], Receipt]) -> PhaseOfDay:
    tables = [module for module in all_tables().values() if module.contract.phase is phase]
    found = [receipts[day.game_date, m.name] for m in tables if (day.game_date, m.name) in receipts]
    missing = [m.name for m in tables if (day.game_date, m.name) not in receipts and is_due(m, day)]
    reasons = [f"{r.table_name}: {r.reason}" for r in found if r.state is State.DEGRADED]
    return PhaseOfDay(day.game_date, phase, _state(found, missing), missing, reasons)


def _state(found: Sequence[Receipt], missing: Sequence[str]) -> PhaseState:
    """The state that asks most of the operator; some tables of a day with games are rightly empty."""
    published = {receipt.state for receipt in found}
    if missing:
        return PhaseState.MISSING
    if State.DEGRADED in published:
        return PhaseState.DEGRADED
    if State.COMPLETE in published:
        return PhaseState.COMPLETE
    return PhaseState.EMPTY_OK if published else PhaseState.EXPECTED
