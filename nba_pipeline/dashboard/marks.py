"""How the states of tables and phases look, a sign and words for each, never a colour alone; and what is not known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from nba_pipeline.dashboard.known import Known
from nba_pipeline.reliability.outputs import Output, OutputState
from nba_pipeline.reliability.phases import PhaseOfDay

SIGNS: Mapping[OutputState, str] = {
    OutputState.COMPLETE: "●",
    OutputState.DEGRADED: "◐",
    OutputState.EMPTY_OK: "○",
    OutputState.EXPECTED: "-",
    OutputState.BLOCKED: "⊘",
    OutputState.FAILED: "!",
    OutputState.MISSING: "✕",
}

WORDS: Mapping[OutputState, str] = {
    OutputState.COMPLETE: "complete",
    OutputState.DEGRADED: "degraded",
    OutputState.EMPTY_OK: "rightly empty",
    OutputState.EXPECTED: "not due yet",
    OutputState.BLOCKED: "blocked",
    OutputState.FAILED: "failed",
    OutputState.MISSING: "never published",
}


@dataclass(frozen=True)
class Lack:
    """Tables of one phase of a day that are in one state for one reason."""

    game_date: date
    phase: str
    state: OutputState
    tables: Sequence[str]
    why: str


def unseen(known: Known[object]) -> str | None:
    """Why nothing is known of what was asked; None where something is."""
    return (known.problem or "nobody looked") if known.value is None else None


def why(output: Output) -> str:
    """What there is to say of a table beside its state; nothing of one that is just complete."""
    blocked = f"blocked by {', '.join(output.blocked_by)}" if output.blocked_by else None
    return ": ".join(part for part in (blocked, output.reason) if part)


def told(output: Output) -> str:
    """A table of a day in words."""
    counted = output.state.value if output.rows is None else f"{output.state.value}, {output.rows} rows"
    return ": ".join(part for part in (counted, why(output)) if part)


def lacks(phase: PhaseOfDay) -> Sequence[Lack]:
    """What keeps a phase from being complete, the worst first."""
    return _alike(phase, phase.unwell)


def remarks(phase: PhaseOfDay) -> Sequence[Lack]:
    """All that there is to say of a phase's tables, the worst first: also why some are rightly empty or not due."""
    return _alike(phase, [output for output in phase.outputs if output.state is not OutputState.COMPLETE])


def _alike(phase: PhaseOfDay, outputs: Sequence[Output]) -> Sequence[Lack]:
    alike: dict[tuple[OutputState, str], list[str]] = {}
    for output in outputs:
        alike.setdefault((output.state, why(output)), []).append(output.module.name)
    of = phase.game_date, phase.phase.name.lower()
    found = [Lack(*of, state, tables, reason) for (state, reason), tables in alike.items()]
    return sorted(found, key=lambda lack: list(OutputState).index(lack.state))


def counted(phase: PhaseOfDay) -> str:
    """How many of a phase's tables are there."""
    there = sum(output.rows is not None for output in phase.outputs)
    return f"{there} of {len(phase.outputs)} tables are there"
