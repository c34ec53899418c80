"""R-007 as the operator is told it: the gaps of a game day, from the results that are on record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from nba_pipeline.alerts.acceptances import Acceptance, by_rule
from nba_pipeline.alerts.conditions import Condition, Finding, Level, Observation
from nba_pipeline.reliability.on_record import Answer
from nba_pipeline.reliability.results import RuleStatus
from nba_pipeline.reliability.rules.base import Severity
from nba_pipeline.statuses import DayState

KEY = "reconciliation:"
_OVER = (DayState.FINAL, DayState.NO_GAMES)
_FINAL_GAMES, _PREDICTIONS = "A2", "D5"  # the rules that count what the message shows


def reconciled(
    day: date, answers: Sequence[Answer], link: str, accepted: Sequence[Acceptance] = ()
) -> Observation | None:
    """What the newest answers of a day say; None while they say neither that it has gaps nor that it is whole.

    Gaps that were accepted, as they stand, count as nothing that is to be told.
    """
    known = by_rule((answer for answer in answers if answer.is_gap), accepted)
    gaps = [answer for answer in answers if answer.is_gap and answer.rule_id not in known]
    level = _level(answers, gaps)
    if level is None:
        return None
    return Observation(
        subject=f"R-007: reconciliation of {day}",
        header=f":warning: R-007: Pipeline Reconciliation Failed - {day}",
        summary=f"Found {len(gaps)} data gaps across pipeline phases",
        conditions=[
            Condition(f"{KEY}{day}", f"reconciliation of {day}", level, [_finding(gap, accepted) for gap in gaps])
        ],
        link=link,
        command=f"nba run --date {day}; nba reconcile --date {day}",
        day=day,
        fields={
            "Games (Final)": _counted(answers, _FINAL_GAMES, "expected"),
            "Predictions": _counted(answers, _PREDICTIONS, "actual"),
        },
        accepted=[f"{rule_id}: {one.message}; {one}" for rule_id, one in known.items()],
    )


def _level(answers: Sequence[Answer], gaps: Sequence[Answer]) -> Level | None:
    states = {answer.day_state for answer in answers}
    if DayState.UNKNOWN in states or any(gap.severity is Severity.HIGH for gap in gaps):
        return Level.RED
    if gaps:
        return Level.ORANGE
    pending = any(answer.status is RuleStatus.PENDING for answer in answers)
    return Level.OK if states <= set(_OVER) and not pending else None


def _finding(gap: Answer, accepted: Sequence[Acceptance]) -> Finding:
    """The gap. Beyond what was accepted of it, it is another finding than the one that was told before that."""
    text = f"[{gap.severity}] Phase {gap.phase}: {gap.message}"
    before = [one.id for one in accepted if one.rule_id == gap.rule_id]
    if not before:
        return Finding(gap.rule_id, text, size=max(gap.lost, 1))
    return Finding(f"{gap.rule_id} beyond {before[-1]}", f"{text} (more than was accepted)", size=max(gap.lost, 1))


def _counted(answers: Sequence[Answer], rule_id: str, count: str) -> str:
    number = next((getattr(answer, count) for answer in answers if answer.rule_id == rule_id), None)
    return "unknown" if number is None else str(number)
