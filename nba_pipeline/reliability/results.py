"""What a rule said of a game day, and the ledger in which every evaluation is kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import ibis

from nba_pipeline.reliability.rules.base import ACROSS, Rule, Severity
from nba_pipeline.warehouse.engine import Ledger
from nba_pipeline.warehouse.receipts import DATASET, RECEIPTS

RESULTS = Ledger(
    f"{DATASET}.reconciliation_results",
    ibis.schema(
        {
            "evaluation_id": "!string",
            "evaluated_at": "!timestamp('UTC')",
            "game_date": "!date",
            "day_state": "!string",
            "rule_id": "!string",
            "check_name": "!string",
            "phase": "!int64",
            "severity": "!string",
            "status": "!string",
            "expected": "int64",
            "actual": "int64",
            "missing": "!string",
            "missing_unlisted": "!int64",
            "message": "!string",
            "reason": "string",
            "blocked_by": "string",
        }
    ),
)
# Of what is published and what was found, nothing changes without one of them growing.
TOLD_OF = (RECEIPTS, RESULTS.name)


class RuleStatus(StrEnum):
    """ERROR is a failure. PENDING: too early to tell. EMPTY_OK: rightly nothing to judge. BLOCKED: it follows
    from a gap that another rule, or an unverified table, stands for.
    """

    PASS = "PASS"  # noqa: S105  # the operator's word
    FAIL = "FAIL"
    ERROR = "ERROR"
    PENDING = "PENDING"
    EMPTY_OK = "EMPTY_OK"
    BLOCKED = "BLOCKED"


GAPS = (RuleStatus.FAIL, RuleStatus.ERROR, RuleStatus.BLOCKED)


@dataclass(frozen=True)
class Result:
    """One rule's answer for one day. `missing` names the first of what is missing, `unlisted` counts the rest."""

    rule: Rule
    game_date: date
    status: RuleStatus
    message: str
    expected: int | None = None
    actual: int | None = None
    missing: Sequence[str] = ()
    unlisted: int = 0
    reason: str | None = None
    blocked_by: str | None = None
    graded: Severity | None = None

    @property
    def rule_id(self) -> str:
        return self.rule.id

    @property
    def lost(self) -> int:
        """How many of what is expected are not there."""
        return (self.expected or 0) - (self.actual or 0)

    @property
    def severity(self) -> Severity:
        """As the rule grades what it found; a rule that could not run counts as the worst."""
        return Severity.HIGH if self.status is RuleStatus.ERROR else self.graded or self.rule.severity

    @property
    def is_gap(self) -> bool:
        return self.status in GAPS

    @property
    def remedy(self) -> str | None:
        """What to do about the gap, where it is one."""
        return self.rule.remedy.format(date=self.game_date) if self.is_gap else None

    def document(self) -> dict[str, object]:
        """The familiar fields first, what is new after them."""
        return {
            "phase": phase_name(self.rule),
            "check": self.rule.name,
            "expected": self.expected,
            "actual": self.actual,
            "severity": self.severity.value,
            "message": self.message,
            "rule": self.rule.id,
            "status": self.status.value,
            "missing": list(self.missing),
            "missing_unlisted": self.unlisted,
            "reason": self.reason,
            "blocked_by": self.blocked_by,
            "remedy": self.remedy,
        }

    def row(self) -> dict[str, object]:
        """The result's own columns of RESULTS."""
        return {
            "game_date": self.game_date,
            "rule_id": self.rule.id,
            "check_name": self.rule.name,
            "phase": self.rule.phase,
            "severity": self.severity.value,
            "status": self.status.value,
            "expected": self.expected,
            "actual": self.actual,
            "missing": json.dumps(list(self.missing)),
            "missing_unlisted": self.unlisted,
            "message": self.message,
            "reason": self.reason,
            "blocked_by": self.blocked_by,
        }


def phase_name(rule: Rule) -> str:
    """The phase as the operator calls it."""
    return "All phases" if rule.phase == ACROSS else f"Phase {rule.phase}"


def told(error: Exception) -> str:
    """An error for the record: its kind and what it says."""
    return f"{type(error).__name__}: {error}"
