"""What it takes to damage a day of the operator's desk, and to reconcile it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pyarrow as pa
from faults.league import moment
from faults.league_desk import TODAY, Desk

from nba_pipeline.contracts import Phase
from nba_pipeline.game_day import Days
from nba_pipeline.registry import table
from nba_pipeline.reliability.ledger import LEDGER
from nba_pipeline.reliability.published import unjudged
from nba_pipeline.reliability.reconciliation import Reconciliation, reconcile
from nba_pipeline.reliability.results import RESULTS, Result, RuleStatus
from nba_pipeline.reliability.rulebook import all_rules
from nba_pipeline.reliability.rules.base import Rule
from nba_pipeline.warehouse.batch import Batch
from nba_pipeline.warehouse.publication import publish

Rows = list[dict]

# The operator's own.
FAMILIAR = [rule for rule in all_rules() if rule.familiar]
CHECKS = {rule.name for rule in FAMILIAR}

# Every rule, and one for the tables of each phase that no rule judges.
ANSWERS = len(all_rules()) + sum(bool(unjudged(phase)) for phase in Phase)

# The rules that compare phases, without those that judge the ledger.

TOMORROW = TODAY + timedelta(days=1)
EVER = Days(date(2015, 1, 1), date(2035, 1, 1))


@dataclass
class Reconciler:
    """Damages days of a desk's warehouse behind the pipeline's back, and reconciles them."""

    desk: Desk

    def rewrite(
        self, name: str, change: Callable[[Rows], Rows], day: date = TODAY, published_at: datetime | None = None
    ) -> None:
        """Publish changed rows with a valid receipt of the same hour: what a defect in the table's code would do."""
        contract = table(name).contract
        rows = pa.Table.from_pylist(change(self.desk.rows(name, day)), schema=contract.schema().to_pyarrow())
        with self.desk.pipeline.open_engine() as engine:
            batch = Batch(
                table=contract,
                days=Days.only(day),
                rows=engine.upload(rows),
                code_version="defective",
                run_id="defective",
                published_at=published_at or self._published_at(name, day),
                empty_reasons={day: "the defect says so"},
                accept_shrink="the defect says so",
            )
            assert publish(engine, batch).refused == {}

    def _published_at(self, name: str, day: date) -> datetime:
        """A defect in a table's code does not make it younger than what was made from it."""
        receipts = self.desk.look(name, day).receipts
        return receipts[0].published_at if receipts else self.desk.clock.now()

    def alter(self, name: str, sets: str, where: str = "TRUE", day: date = TODAY) -> None:
        """Change cells of a published day past the write path, which counts rows and finds as many as before."""
        with self.desk.pipeline.open_engine() as engine:
            engine._rows(f"UPDATE {table(name).name} SET {sets} WHERE game_date = $1 AND {where}", [day])  # noqa: S608

    def alter_receipts(self, sets: str, where: str, day: date = TODAY) -> None:
        with self.desk.pipeline.open_engine() as engine:
            engine._rows(f"UPDATE nba_reliability.receipts SET {sets} WHERE game_date = $1 AND {where}", [day])  # noqa: S608

    def lose(self, name: str, day: date = TODAY) -> None:
        """A day of a table as if it had never been published."""
        contract = table(name).contract
        with self.desk.pipeline.open_engine() as engine:
            engine._rows(f"DELETE FROM {contract.name} WHERE game_date = $1", [day])  # noqa: S608
            engine._rows(
                "DELETE FROM nba_reliability.receipts WHERE table_name = $1 AND game_date = $2", [contract.name, day]
            )

    def repeat_the_morning_after(self) -> None:
        """The post-game job once more, on what the league says now."""
        self.desk.pipeline.accept_shrink = "the defect says so"
        assert self.desk.morning_after(TODAY).exit_code < 2

    def repeat_the_day(self) -> None:
        """Both daily jobs once more, at their hours, on what the league says now."""
        self.desk.pipeline.accept_shrink = "the defect says so"
        assert self.desk.morning(TODAY).exit_code < 2
        self.repeat_the_morning_after()

    def over(self, days: Days, rules: Sequence[Rule] | None = None) -> list[Reconciliation]:
        with self.desk.pipeline.open_engine() as engine:
            return reconcile(engine, self.desk.clock, days, rules)

    def of(self, day: date = TODAY, rules: Sequence[Rule] | None = None) -> Reconciliation:
        (reconciled,) = self.over(Days.only(day), rules)
        return reconciled

    def of_the_morning(self, day: date, hour: int) -> Reconciliation:
        """A day reconciled at that hour of the morning after it; then it is now again."""
        now, self.desk.clock.moment = self.desk.clock.moment, moment(day + timedelta(days=1), hour)
        reconciled = self.of(day)
        self.desk.clock.moment = now
        return reconciled

    def stored(self) -> Rows:
        """Every result that was ever stored, the oldest evaluation first."""
        with self.desk.pipeline.open_engine() as engine:
            rows = engine.fetch(engine.entries(RESULTS, EVER)).to_pylist()
        return sorted(rows, key=lambda row: (row["evaluated_at"], row["game_date"], row["rule_id"]))


def of_rules(reconciled: Reconciliation) -> list[Result]:
    """The answers of the rules that the operator knows."""
    return [result for result in reconciled.results if result.rule in FAMILIAR]


def named(reconciled: Reconciliation, status: RuleStatus) -> set[str]:
    """The operator's checks that have this status."""
    return {result.rule.name for result in of_rules(reconciled) if result.status is status}


def failed(reconciled: Reconciliation) -> set[str]:
    return named(reconciled, RuleStatus.FAIL)


def blocked(reconciled: Reconciliation) -> dict[str, str | None]:
    """The checks that could not be judged, each with what it follows from."""
    return {r.rule.name: r.blocked_by for r in of_rules(reconciled) if r.status is RuleStatus.BLOCKED}


def findings(reconciled: Reconciliation) -> dict[str, list[str]]:
    """Every rule that failed, by its id, with what is missing. The ledger's find once more whatever is lost unsaid."""
    failures = [r for r in reconciled.results if r.status in (RuleStatus.FAIL, RuleStatus.ERROR)]
    return {r.rule.id: list(r.missing) for r in failures if r.rule.judged != LEDGER}


def by_id(reconciled: Reconciliation, rule_id: str) -> Result:
    (result,) = [result for result in reconciled.results if result.rule.id == rule_id]
    return result


def answer(reconciled: Reconciliation, check: str) -> Result:
    (result,) = [result for result in reconciled.results if result.rule.name == check]
    return result
