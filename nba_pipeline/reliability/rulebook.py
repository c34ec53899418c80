"""All rules, found in their modules, and the table of them that docs/reliability.md shows."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Sequence
from functools import cache

from nba_pipeline.registry import table
from nba_pipeline.reliability import rules
from nba_pipeline.reliability.records import RECORDS
from nba_pipeline.reliability.rules.base import ACROSS, Rule


@cache
def all_rules() -> Sequence[Rule]:
    """Every rule once, in the order of the phases, with those that look across them last.

    In a phase the operator's own come first: what they find, others follow from. Raises ValueError for ids or
    names that are not unique.
    """
    found: dict[str, Rule] = {}
    for info in pkgutil.iter_modules(rules.__path__, f"{rules.__name__}."):
        for value in vars(importlib.import_module(info.name)).values():
            if isinstance(value, Rule):
                _add(value, found)
    return sorted(found.values(), key=lambda rule: (rule.phase == ACROSS, rule.phase, not rule.familiar, rule.id))


def _add(rule: Rule, found: dict[str, Rule]) -> None:
    for other in found.values():
        if {rule.id, rule.name} & {other.id, other.name}:
            raise ValueError(f"rules {other.claim} and {rule.claim} have the same id or name")
    for name in (*rule.inputs, *rule.needs):
        if name not in RECORDS:
            table(name)
    found[rule.id] = rule


def judge_of(table_name: str) -> Rule | None:
    """The first rule that judges a table, by its short name: what the table lacks is that rule's finding."""
    return next((rule for rule in all_rules() if rule.judges_presence and rule.judged == table_name), None)


def rules_table() -> str:
    """The rules as a Markdown table."""
    lines = ["| id | check | phase | severity | judged from | measured against | judges | looks for | gap when |"]
    lines.append("|---|---|---|---|---|---|---|---|---|")
    for rule in all_rules():
        against = ", ".join(f"`{name}`" for name in rule.measured_against if name != rule.judged)
        when = f"of the {rule.counts[0]}, {rule.condition.gap}"
        severity = rule.severity.value
        if rule.worse:
            severity += f"; {rule.worse[0]} where {rule.worse[1].gap}"
        phase = "all" if rule.phase == ACROSS else str(rule.phase)
        judges = [against, f"`{rule.judged}`", rule.counts[1], when]
        cells = [rule.id, rule.name, phase, severity, rule.due.value, *judges]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"
