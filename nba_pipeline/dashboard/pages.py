"""What each page shows, as plain values for its template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from nba_pipeline.alerts.acceptances import Acceptance, acceptance_of
from nba_pipeline.contracts import Phase
from nba_pipeline.dashboard.facts import Facts
from nba_pipeline.dashboard.known import Known
from nba_pipeline.dashboard.marks import SIGNS, WORDS, counted, lacks, told
from nba_pipeline.dashboard.slate import slate_of
from nba_pipeline.game_day import EASTERN, Days, eastern, is_off_season, season_name, season_of
from nba_pipeline.hours import RECONCILE_HOUR, due_in_words, next_hour
from nba_pipeline.orchestration.run_findings import failures_of
from nba_pipeline.registry import all_tables
from nba_pipeline.reliability.history import JudgedDay
from nba_pipeline.reliability.on_record import Answer
from nba_pipeline.reliability.outputs import Output, OutputState, TableDay, outputs
from nba_pipeline.reliability.phases import phases
from nba_pipeline.reliability.results import GAPS
from nba_pipeline.reliability.rules.base import Severity
from nba_pipeline.statuses import DayState
from nba_pipeline.tables.predictions.player_prop_predictions import CONTRACT as PREDICTIONS
from nba_pipeline.warehouse.receipts import Receipt

UNKNOWN = "UNKNOWN"
NEVER_RECONCILED = "never reconciled"


@dataclass(frozen=True)
class Gap:
    """A gap of a day, and, where somebody accepted it as it is, the acceptance."""

    phase: int
    check: str
    severity: str
    status: str
    message: str
    missing: Sequence[str]
    unlisted: int
    reason: str | None
    blocked_by: str | None
    accepted: Acceptance | None = None


@dataclass(frozen=True)
class DayCard:
    """A game day as it was last reconciled. `level` is red with any HIGH gap, orange with others, grey if unknown."""

    game_date: date
    status: str
    level: str
    reason: str
    day_state: str | None = None
    evaluated_at: datetime | None = None
    gaps: Sequence[Gap] = ()
    high: int = 0
    checks: Sequence[Mapping[str, object]] = ()

    @property
    def banner(self) -> str | None:
        """The sentence that the operator knows, where there are gaps."""
        if not self.gaps:
            return None
        found = f"R-007: {len(self.gaps)} data gap(s) detected for {self.game_date}"
        return f"{found} ({self.high} HIGH severity)"

    @property
    def own_gaps(self) -> Sequence[Gap]:
        """The gaps to mend: those that follow from no other."""
        return [gap for gap in self.gaps if gap.blocked_by is None]

    @property
    def blocked_gaps(self) -> Sequence[Gap]:
        """The gaps that close by themselves with the one that they follow from."""
        return [gap for gap in self.gaps if gap.blocked_by is not None]

    @property
    def severities(self) -> Mapping[str, int]:
        """How many gaps of each severity, the worst first."""
        counts = {severity.value: sum(gap.severity == severity for gap in self.gaps) for severity in Severity}
        return {severity: count for severity, count in counts.items() if count}


def day_card(
    day: date, judged: JudgedDay | None, why_unknown: str = NEVER_RECONCILED, accepted: Sequence[Acceptance] = ()
) -> DayCard:
    """The card of a day. A gap that was accepted counts as any other: the day keeps it, and its colour."""
    if judged is None:
        return DayCard(day, UNKNOWN, "grey", why_unknown)
    gaps = [_gap(row, accepted) for row in judged.gaps]
    level = {"PASS": "green", "PENDING": "blue"}.get(judged.status, "red" if judged.high else "orange")
    if judged.day_state is DayState.UNKNOWN:
        level = "red"
    return DayCard(
        game_date=day,
        status=judged.status,
        level=level,
        reason=_counted(gaps) if gaps else _in_words(judged),
        day_state=judged.day_state.value,
        evaluated_at=judged.evaluated_at,
        gaps=gaps,
        high=judged.high,
        checks=judged.rows,
    )


def _gap(row: Mapping[str, object], accepted: Sequence[Acceptance]) -> Gap:
    answer = Answer.from_row(row)
    return Gap(
        phase=answer.phase,
        check=answer.check_name,
        severity=answer.severity,
        status=answer.status,
        message=answer.message,
        missing=answer.missing,
        unlisted=int(str(row["missing_unlisted"])),
        reason=None if row["reason"] is None else str(row["reason"]),
        blocked_by=answer.blocked_by,
        accepted=acceptance_of(answer, accepted),
    )


def _counted(gaps: Sequence[Gap]) -> str:
    accepted = sum(gap.accepted is not None for gap in gaps)
    return f"{len(gaps)} {'gap' if len(gaps) == 1 else 'gaps'}" + (f", {accepted} of them accepted" if accepted else "")


def _in_words(judged: JudgedDay) -> str:
    words = {
        DayState.NO_GAMES: "no games",
        DayState.UPCOMING: "its games are still to come",
        DayState.IN_PROGRESS: "its games are going on",
        DayState.FINAL: "nothing is missing",
    }
    return words[judged.day_state]


@dataclass(frozen=True)
class Page:
    """What every page has: its title, the values for its template, and of when they are."""

    title: str
    values: Mapping[str, object] = field(default_factory=dict)
    as_of: datetime | None = None
    problems: Sequence[str] = ()

    @property
    def as_of_words(self) -> str:
        return f"{self.as_of.astimezone(EASTERN):%Y-%m-%d %H:%M:%S} Eastern" if self.as_of else "never"


def page(title: str, values: Mapping[str, object], *known: Known[object]) -> Page:
    """A page made from these answers: as old as the oldest of them, with every problem once."""
    moments = [answer.as_of for answer in known if answer.as_of]
    problems = list(dict.fromkeys(answer.problem for answer in known if answer.problem))
    return Page(title, values, min(moments, default=None), problems)


def cards(facts: Facts, days: Days) -> tuple[list[DayCard], Sequence[Known[object]]]:
    """A card for each day, the newest first, and what they were made from."""
    known, acceptances = facts.judged(days), facts.acceptances()
    judged, accepted = known.value or {}, acceptances.value or ()
    unseen = known.problem if known.value is None else None
    found = [
        day_card(day, judged.get(day), unseen or _why_unknown(day, facts.clock.now()), accepted)
        for day in reversed(list(days))
    ]
    return found, (known, acceptances)


def _why_unknown(day: date, now: datetime) -> str:
    if is_off_season(day):
        return "off-season, nothing is to be reconciled"
    due = eastern(day + timedelta(days=1), RECONCILE_HOUR)
    if now >= due:
        return NEVER_RECONCILED
    return f"not reconciled yet, which is due by {due.astimezone(EASTERN):%Y-%m-%d %H:%M} Eastern"


def overview(facts: Facts) -> Page:
    """Today and yesterday, what is wrong and untold, which job comes next, and how the last days' phases stand."""
    days = facts.last_days(2)
    both, made_from = cards(facts, days)
    of_tables, receipts = _outputs(facts)
    week = facts.last_days(7)
    strip = phases({key: output for key, output in of_tables.items() if output.game_date in week})
    rows = [(day, [one for one in strip if one.game_date == day]) for day in reversed(list(week))]
    lacking = [lack for _, of_day in rows for one in of_day for lack in lacks(one)]
    alerts = facts.alerts()
    values = {
        "cards": both,
        "phases": rows,
        "phase_names": [phase.name.lower() for phase in Phase],
        "signs": SIGNS,
        "counted": counted,
        "lacks": [lack for lack in lacking if lack.state is not OutputState.BLOCKED],
        "blocked": [lack for lack in lacking if lack.state is OutputState.BLOCKED],
        "alerts": alerts.value,
        "next_job": None if facts.stands_still else next_hour(facts.clock.now()),
    }
    return page("Overview", values, *made_from, receipts, alerts)


def reliability(facts: Facts, number: int) -> Page:
    days = facts.season() if number == 0 else facts.last_days(number)
    found, made_from = cards(facts, days)
    if number == 0:
        found = [card for card in found if card.status != UNKNOWN]
    return page("Reliability", {"cards": found, "number": number}, *made_from)


def rule_history(facts: Facts, rule_id: str) -> Page:
    """What one rule said of each day of the season."""
    known = facts.judged(facts.season())
    answers = [
        (day, row)
        for day, judged in sorted((known.value or {}).items(), reverse=True)
        for row in judged.rows
        if row["rule_id"] == rule_id
    ]
    return page(f"Rule {rule_id}", {"rule_id": rule_id, "answers": answers, "gaps": GAPS}, known)


def _outputs(facts: Facts) -> tuple[Mapping[TableDay, Output], Known[Mapping[TableDay, Receipt]]]:
    """Every table of every day of the season and of the last week; none while nobody knows what is published."""
    days = Days(min(facts.season().first, facts.last_days(7).first), facts.today)
    receipts, alerts = facts.receipts(days), facts.alerts()
    if receipts.value is None:
        return {}, receipts
    failures = failures_of(alerts.value.open) if alerts.value else {}
    return outputs(days, receipts.value, facts.clock.now(), failures), receipts


def season(facts: Facts) -> Page:
    """Game days by tables: what was published, or why not, and what reconciliation said of the day."""
    days = facts.season()
    of_tables, receipts = _outputs(facts)
    judged, alerts = facts.judged(days), facts.alerts()
    first = min((day for _, day in receipts.value or () if day in days), default=None)
    rows = [
        {
            "day": day,
            "card": day_card(day, (judged.value or {}).get(day)),
            "cells": [of_tables[name, day] for name in all_tables()],
        }
        for day in reversed(list(Days(first, facts.today) if first else ()))
    ]
    values = {
        "tables": [module.contract.short_name for module in all_tables().values()],
        "rows": rows,
        "season": season_name(season_of(days.last)),
        "signs": SIGNS,
        "words": WORDS,
        "told": told,
    }
    return page("Season", values, receipts, judged, alerts)


def predictions(facts: Facts, day: date, system_id: str | None) -> Page:
    """The slate of a day by one system, the sides that it takes first, with results where they are known."""
    slate, rows = slate_of(facts, day)
    systems = sorted(rows["system_id"].unique()) if len(rows) else []
    chosen = (
        system_id
        if system_id in systems
        else ("ensemble_v1" if "ensemble_v1" in systems else next(iter(systems), None))
    )
    shown = rows[rows["system_id"] == chosen] if chosen else rows
    why = None
    if slate.value is not None and not len(rows):
        unverified = slate.value.unverified.get(day)
        due = due_in_words(PREDICTIONS.when, day, facts.clock.now())
        why = f"{unverified}, {due}" if unverified else slate.value.reasons.get(day) or "nothing was predicted"
    values = {
        "day": day,
        "before": day - timedelta(days=1),
        "after": day + timedelta(days=1),
        "systems": systems,
        "system": chosen,
        "rows": shown.to_dict("records"),
        "why_none": why,
    }
    return page(f"Predictions for {day}", values, slate)
