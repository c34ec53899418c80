"""Where each phase of a game day stands, by its tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from nba_pipeline.contracts import Phase, When
from nba_pipeline.reliability.outputs import Output, OutputState, TableDay

# Of these the worst is the state of the phase.
UNWELL = (OutputState.FAILED, OutputState.MISSING, OutputState.BLOCKED, OutputState.DEGRADED)


@dataclass(frozen=True)
class PhaseOfDay:
    """One phase of one game day, and its tables."""

    game_date: date
    phase: Phase
    outputs: Sequence[Output]

    @property
    def state(self) -> OutputState:
        """The state that asks most of the operator; some tables of a day with games are rightly empty.

        COMPLETE, too, while what only comes after the games is still expected.
        """
        states = {output.state for output in self.outputs}
        for state in UNWELL:
            if state in states:
                return state
        if _comes_in_parts(self.outputs):
            return OutputState.EXPECTED
        there = (OutputState.COMPLETE, OutputState.EMPTY_OK)
        return next((state for state in there if state in states), OutputState.EXPECTED)

    @property
    def unwell(self) -> Sequence[Output]:
        """The tables to look at."""
        return [output for output in self.outputs if output.state in UNWELL]


def phases(outputs: Mapping[TableDay, Output]) -> list[PhaseOfDay]:
    """Every phase of every day, in order."""
    by_phase: dict[tuple[date, Phase], list[Output]] = {}
    for (_, day), output in outputs.items():
        by_phase.setdefault((day, output.module.contract.phase), []).append(output)
    return [
        PhaseOfDay(day, phase, by_phase[day, phase])
        for day in dict.fromkeys(day for day, _ in by_phase)
        for phase in Phase
    ]


def _comes_in_parts(outputs: Sequence[Output]) -> bool:
    """Whether some of what one job makes are there, and others still to come."""
    before = {bool(When.PREGAME in o.module.contract.when) for o in outputs if o.state is OutputState.EXPECTED}
    return any(
        (When.PREGAME in o.module.contract.when) in before for o in outputs if o.state is not OutputState.EXPECTED
    )
