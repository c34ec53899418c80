"""The rules that every table brings with it: of a day that can be judged, it is published.

They look after the tables that no rule of their own judges, a new one from its first day on.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from nba_pipeline.contracts import Phase, When
from nba_pipeline.game_day import Days
from nba_pipeline.registry import TableModule, all_tables
from nba_pipeline.reliability.day_state import GameDay
from nba_pipeline.reliability.evidence import Evidence
from nba_pipeline.reliability.results import Result, RuleStatus, told
from nba_pipeline.reliability.rulebook import judge_of
from nba_pipeline.reliability.rules.base import ALL, Due, Rule, Severity
from nba_pipeline.statuses import DayState
from nba_pipeline.warehouse.engine import Engine


def every_table_is_published() -> None:
    """The tables of a phase that no other rule judges are published and verified."""


def unjudged(phase: Phase) -> Sequence[TableModule]:
    """The tables of a phase that no rule of their own looks after."""
    return [m for m in all_tables().values() if m.contract.phase is phase and not judge_of(m.contract.short_name)]


def rule_of(phase: Phase) -> Rule:
    return Rule(
        id=f"P{phase.value}",
        phase=phase.value,
        severity=Severity.HIGH,
        due=Due.FIRST_TIPOFF,
        condition=ALL,
        counts=("tables", "published tables"),
        sentence="Not published: {named}",
        remedy="make the day's tables again with: nba run --date {date}",
        familiar=f"Published Tables, {phase.name.lower()}",
        needs=(),
        worse=None,
        expression=every_table_is_published,
        inputs={},
        seen={},
    )


def published(engine: Engine, days: Collection[GameDay]) -> dict[date, list[Result]]:
    """One answer a day for each phase that has such tables. An exception becomes the ERROR of all of them."""
    phases = {phase: tables for phase in Phase if (tables := unjudged(phase))}
    span = Days(min(day.game_date for day in days), max(day.game_date for day in days))
    names = {module.contract.short_name for tables in phases.values() for module in tables}
    evidence = Evidence(engine, span, names)
    return {day.game_date: [_judge(rule_of(p), day, tables, evidence) for p, tables in phases.items()] for day in days}


def _judge(rule: Rule, day: GameDay, tables: Sequence[TableModule], evidence: Evidence) -> Result:
    if day.state is DayState.NO_GAMES:
        return Result(rule, day.game_date, RuleStatus.EMPTY_OK, day.reason)
    due = [module for module in tables if _can_be_judged(module, day)]
    if not due:
        return Result(rule, day.game_date, RuleStatus.PENDING, day.reason)
    try:
        doubts = {m.name: d for m in due if (d := evidence.doubt(m.contract.short_name, day.game_date))}
    except Exception as error:  # recorded as the rule's answer, which is a failure
        return Result(rule, day.game_date, RuleStatus.ERROR, f"The check could not run: {told(error)}")
    missing = sorted(doubts)
    found = f"{len(due) - len(missing)} of {len(due)} tables"
    return Result(
        rule,
        day.game_date,
        RuleStatus.FAIL if missing else RuleStatus.PASS,
        rule.sentence.format(named=", ".join(missing)) if missing else found,
        expected=len(due),
        actual=len(due) - len(missing),
        missing=missing,
        reason="; ".join(doubts.values()) or None,
    )


def _can_be_judged(module: TableModule, day: GameDay) -> bool:
    """As all rules: from the first tip-off on what the pre-game job makes, the rest when the games are over.

    By which hour a table is due is another question, of `nba_pipeline.hours`. A day in doubt excuses nothing.
    """
    if day.state is DayState.UPCOMING:
        return False
    return day.state is not DayState.IN_PROGRESS or When.PREGAME in module.contract.when
