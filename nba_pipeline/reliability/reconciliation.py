"""R-007: compares the phases of game days, keeps what it finds, and tells it in the shape the operator knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import uuid4

import pyarrow as pa

from nba_pipeline.clock import Clock
from nba_pipeline.game_day import Days
from nba_pipeline.reliability.day_state import GameDay
from nba_pipeline.reliability.evaluation import evaluate
from nba_pipeline.reliability.ledger import LEDGER, keep
from nba_pipeline.reliability.published import published
from nba_pipeline.reliability.results import RESULTS, Result, RuleStatus, phase_name, told
from nba_pipeline.reliability.rulebook import all_rules
from nba_pipeline.reliability.rules.base import Rule
from nba_pipeline.statuses import DayState
from nba_pipeline.warehouse.engine import Engine
from nba_pipeline.warehouse.errors import WarehouseError


class ResultsNotStored(WarehouseError):
    """What was found is not in the ledger."""


@dataclass(frozen=True)
class Reconciliation:
    """One evaluation of one game day by some rules."""

    evaluation_id: str
    evaluated_at: datetime
    day: GameDay
    results: Sequence[Result]

    @property
    def gaps(self) -> list[Result]:
        return [result for result in self.results if result.is_gap]

    @property
    def status(self) -> Literal["PASS", "FAIL", "PENDING"]:
        """PASS only for a day that is over, or has no games, and is known to be so."""
        if self.gaps or self.day.state is DayState.UNKNOWN:
            return "FAIL"
        pending = any(result.status is RuleStatus.PENDING for result in self.results)
        over = self.day.state in (DayState.FINAL, DayState.NO_GAMES)
        return "PASS" if over and not pending else "PENDING"

    def document(self) -> dict[str, object]:
        """The familiar shape, and beside it the state of the day and every rule's answer."""
        return {
            "date": self.day.game_date,
            "gaps_found": len(self.gaps),
            "gaps": [gap.document() for gap in self.gaps],
            "stats": self._stats(),
            "status": self.status,
            "day_state": self.day.state.value,
            "day_reason": self.day.reason,
            "evaluation_id": self.evaluation_id,
            "evaluated_at": self.evaluated_at,
            "rules": [result.document() for result in self.results],
        }

    def _stats(self) -> dict[str, dict[str, int]]:
        """What was counted in each phase, under the names that the rules give it."""
        stats: dict[str, dict[str, int]] = {"Phase 1": {"games": self.day.games, "final_games": self.day.final}}
        for result in self.results:
            counted = zip(result.rule.counts, (result.expected, result.actual), strict=True)
            known = {name.replace(" ", "_"): number for name, number in counted if number is not None}
            stats.setdefault(phase_name(result.rule), {}).update(known)
        return stats


def reconcile(engine: Engine, clock: Clock, days: Days, rules: Sequence[Rule] | None = None) -> list[Reconciliation]:
    """Judge these days by all rules, or by some, on an up-to-date ledger, and store every answer.

    Raises ResultsNotStored.
    """
    evaluation_id, now = uuid4().hex, clock.now()
    doubts = _keep_the_ledger(engine, clock, days, evaluation_id)
    judged = evaluate(engine, days, now, all_rules() if rules is None else rules)
    judged = {day: [_in_doubt(result, doubts) for result in results] for day, results in judged.items()}
    if rules is None:
        of_tables = published(engine, judged)
        judged = {day: [*results, *of_tables[day.game_date]] for day, results in judged.items()}
    reconciled = [Reconciliation(evaluation_id, now, day, results) for day, results in judged.items()]
    _store(engine, days, reconciled)
    return reconciled


def _keep_the_ledger(engine: Engine, clock: Clock, days: Days, evaluation_id: str) -> Mapping[date, str]:
    """The days whose ledger could not be brought up to date, with the reason."""
    try:
        made = keep(engine, clock, days, run_id=f"reconciliation {evaluation_id}")
    except Exception as error:  # recorded as the answer of the rules that judge the ledger
        return dict.fromkeys(days, told(error))
    return made.refused if made else {}


def _in_doubt(result: Result, doubts: Mapping[date, str]) -> Result:
    """A rule has no say on a ledger that is older than what it tells of."""
    doubt = doubts.get(result.game_date)
    if doubt is None or result.rule.judged != LEDGER or result.status not in (RuleStatus.PASS, RuleStatus.FAIL):
        return result
    could_not = f"The check could not run: the ledger was not brought up to date: {doubt}"
    return Result(result.rule, result.game_date, RuleStatus.ERROR, could_not)


def _store(engine: Engine, days: Days, reconciled: Sequence[Reconciliation]) -> None:
    rows = [
        {
            "evaluation_id": one.evaluation_id,
            "evaluated_at": one.evaluated_at,
            "day_state": one.day.state.value,
            **result.row(),
        }
        for one in reconciled
        for result in one.results
    ]
    try:
        engine.append(RESULTS, pa.Table.from_pylist(rows, schema=RESULTS.schema.to_pyarrow()))
    except Exception as error:  # whatever it is, the operator must not take the day for reconciled
        raise ResultsNotStored(
            f"{days} was evaluated, but the results are not in {RESULTS.name}: {told(error)}. "
            "The day does not count as reconciled; mend the cause and reconcile it again"
        ) from error
