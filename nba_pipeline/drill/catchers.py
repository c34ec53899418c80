"""Who must catch a defect: a check of a table's asset, or a reliability rule, by its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nba_pipeline.registry import table
from nba_pipeline.reliability.results import RuleStatus
from nba_pipeline.reliability.rulebook import all_rules


@dataclass(frozen=True)
class Report:
    """What somebody said was wrong: `by` is the check or the rule, `about` the table of the check."""

    by: str
    about: str | None
    status: str
    said: str
    seconds: float

    @property
    def words(self) -> tuple[str, str | None, str, str]:
        """What is said, whenever it is."""
        return self.by, self.about, self.status, self.said


@dataclass(frozen=True)
class Check:
    """A check of a table's asset. `says` is a part of its reason: the right check for the wrong reason is luck."""

    table: str
    check: str
    says: str = ""

    @property
    def phase(self) -> int:
        return table(self.table).contract.phase.value

    def is_heard_in(self, reports: Sequence[Report]) -> Report | None:
        about = table(self.table).name
        return next((r for r in reports if (r.by, r.about) == (self.check, about) and self.says in r.said), None)

    def __str__(self) -> str:
        return f"{self.check} of {self.table}"


UNKNOWN_PHASE = 0  # of a rule that the rulebook does not have: what it is to catch is missed


@dataclass(frozen=True)
class ByRule:
    """A reliability rule, by its id. `status` is ERROR where the rule itself is what is broken."""

    rule: str
    status: RuleStatus = RuleStatus.FAIL
    says: str = ""

    @property
    def phase(self) -> int:
        return next((rule.phase for rule in all_rules() if rule.id == self.rule), UNKNOWN_PHASE)

    def is_heard_in(self, reports: Sequence[Report]) -> Report | None:
        own = (report for report in reports if (report.by, report.status) == (self.rule, self.status))
        return next((report for report in own if self.says in report.said), None)

    def __str__(self) -> str:
        return f"rule {self.rule}"


Catcher = Check | ByRule
