"""What the last evaluation of each day found, as it is kept. Nothing is judged anew."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from nba_pipeline.game_day import Days
from nba_pipeline.reliability.results import GAPS, RESULTS, RuleStatus
from nba_pipeline.reliability.rules.base import Severity
from nba_pipeline.statuses import DayState
from nba_pipeline.warehouse.engine import Engine

Row = Mapping[str, Any]


@dataclass(frozen=True)
class JudgedDay:
    """The last stored answers for a game day, earlier phases first. `rows` are of `reconciliation_results`."""

    game_date: date
    evaluated_at: datetime
    day_state: DayState
    rows: Sequence[Row]

    @property
    def gaps(self) -> list[Row]:
        return [row for row in self.rows if row["status"] in GAPS]

    @property
    def high(self) -> int:
        """How many of the gaps are HIGH."""
        return sum(row["severity"] == Severity.HIGH for row in self.gaps)

    @property
    def status(self) -> str:
        """As `Reconciliation.status` says it of a fresh evaluation."""
        if self.gaps or self.day_state is DayState.UNKNOWN:
            return "FAIL"
        pending = any(row["status"] == RuleStatus.PENDING for row in self.rows)
        return "PASS" if self.day_state in (DayState.FINAL, DayState.NO_GAMES) and not pending else "PENDING"

    def document(self) -> dict[str, object]:
        """The familiar shape, from what is stored."""
        stats: dict[str, dict[str, object]] = {}
        for row in self.rows:
            of_phase = stats.setdefault(f"Phase {row['phase']}", {})
            of_phase[row["check_name"]] = {"expected": row["expected"], "actual": row["actual"]}
        return {
            "date": self.game_date,
            "gaps_found": len(self.gaps),
            "gaps": [_gap(row) for row in self.gaps],
            "stats": stats,
            "status": self.status,
            "day_state": self.day_state.value,
            "evaluated_at": self.evaluated_at,
            "rules": [_gap(row) for row in self.rows],
        }


def _gap(row: Row) -> dict[str, object]:
    return {
        "phase": f"Phase {row['phase']}",
        "check": row["check_name"],
        "expected": row["expected"],
        "actual": row["actual"],
        "severity": row["severity"],
        "message": row["message"],
        "rule": row["rule_id"],
        "status": row["status"],
        "missing": json.loads(row["missing"]),
        "missing_unlisted": row["missing_unlisted"],
        "reason": row["reason"],
        "blocked_by": row["blocked_by"],
    }


def judged_days(engine: Engine, days: Days) -> dict[date, JudgedDay]:
    """The days of a range that were ever evaluated, each as it was last."""
    rows = engine.fetch(engine.entries(RESULTS, days)).to_pylist()
    by_day: dict[date, list[Row]] = {}
    for row in rows:
        by_day.setdefault(row["game_date"], []).append(row)
    return {day: _last(day, of_day) for day, of_day in sorted(by_day.items())}


def _last(day: date, rows: Sequence[Row]) -> JudgedDay:
    newest = max(rows, key=lambda row: row["evaluated_at"])
    last = [row for row in rows if row["evaluation_id"] == newest["evaluation_id"]]
    in_order = sorted(last, key=lambda row: (row["phase"], row["rule_id"]))
    return JudgedDay(day, newest["evaluated_at"], DayState(newest["day_state"]), in_order)
