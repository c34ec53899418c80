"""What the ledger of reconciliations says: the newest answer of every rule, day by day."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Self

import ibis
import ibis.expr.types as ir

from nba_pipeline.contracts import Phase
from nba_pipeline.game_day import Days
from nba_pipeline.reliability.published import rule_of
from nba_pipeline.reliability.results import GAPS, RESULTS, RuleStatus
from nba_pipeline.reliability.rulebook import all_rules
from nba_pipeline.reliability.rules.base import Severity
from nba_pipeline.statuses import DayState
from nba_pipeline.warehouse.engine import Engine


@dataclass(frozen=True)
class Answer:
    """The newest stored answer of one rule for one day."""

    game_date: date
    evaluated_at: datetime
    day_state: DayState
    rule_id: str
    check_name: str
    phase: int
    severity: Severity
    status: RuleStatus
    expected: int | None
    actual: int | None
    message: str
    missing: Sequence[str] = ()
    blocked_by: str | None = None

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Self:
        """The answer in a stored row."""
        typed = {
            "day_state": DayState(row["day_state"]),
            "severity": Severity(row["severity"]),
            "status": RuleStatus(row["status"]),
            "missing": json.loads(row["missing"]),
        }
        return cls(**{name: row[name] for name in _COLUMNS} | typed)

    @property
    def is_gap(self) -> bool:
        return self.status in GAPS

    @property
    def lost(self) -> int:
        """How many of what is expected are not there."""
        return (self.expected or 0) - (self.actual or 0)


_COLUMNS = tuple(Answer.__annotations__)


def newest_answers(engine: Engine, days: Days) -> dict[date, Sequence[Answer]]:
    """By day, in the order of phases. What rules said that are no longer in the rulebook does not count."""
    asked = engine.template(
        "newest answers",
        lambda: _newest(ibis.table(RESULTS.schema, name="asked")),
        {"asked": engine.entries(RESULTS, days)},
    )
    known = {rule.id for rule in [*all_rules(), *map(rule_of, Phase)]}
    found: dict[date, list[Answer]] = {}
    for row in engine.fetch(asked).to_pylist():
        if row["rule_id"] in known:
            found.setdefault(row["game_date"], []).append(Answer.from_row(row))
    return {day: sorted(found[day], key=lambda answer: (answer.phase, answer.rule_id)) for day in sorted(found)}


def _newest(results: ir.Table) -> ir.Table:
    # of two evaluations at one moment, which only a clock that stands still makes, one is taken whole
    order = [results.evaluated_at.desc(), results.evaluation_id.desc()]
    newest_first = ibis.window(group_by=["game_date", "rule_id"], order_by=order)
    ranked = results.mutate(_rank=ibis.row_number().over(newest_first))
    return ranked.filter(ranked._rank == 0).select(*_COLUMNS)
