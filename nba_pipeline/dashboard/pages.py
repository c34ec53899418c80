"""What each page shows, as plain values for its template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from nba_pipeline.contracts import Phase
from nba_pipeline.dashboard.cards import UNKNOWN, DayCard, cards
from nba_pipeline.dashboard.facts import Facts
from nba_pipeline.dashboard.known import Known
from nba_pipeline.dashboard.marks import SIGNS, WORDS, Lack, counted, lacks, remarks, told, unseen
from nba_pipeline.dashboard.slate import slate_of
from nba_pipeline.game_day import EASTERN, Days, is_off_season, season_name, season_of
from nba_pipeline.hours import DueRun, next_hour
from nba_pipeline.orchestration.run_findings import failures_of
from nba_pipeline.registry import all_tables
from nba_pipeline.reliability.outputs import Output, OutputState, TableDay, outputs
from nba_pipeline.reliability.phases import phases
from nba_pipeline.reliability.results import GAPS
from nba_pipeline.statuses import DayState
from nba_pipeline.warehouse.receipts import Receipt


@dataclass(frozen=True)
class Page:
    """What every page has: its title, the values for its template, and of when they are."""

    title: str
    values: Mapping[str, object] = field(default_factory=dict)
    as_of: datetime | None = None
    problems: Sequence[str] = ()

    @property
    def as_of_words(self) -> str:
        return _in_words(self.as_of) if self.as_of else "never"


def page(title: str, values: Mapping[str, object], *known: Known[object]) -> Page:
    """A page made from these answers: as old as the oldest of them, of no moment where one never came.

    Every problem is told once, with the moment of what is shown in spite of it.
    """
    by_problem: dict[str, list[datetime | None]] = {}
    for answer in known:
        if answer.problem:
            by_problem.setdefault(answer.problem, []).append(answer.as_of)
    problems = [f"{problem} {_shown(_oldest(moments))}" for problem, moments in by_problem.items()]
    return Page(title, values, _oldest([answer.as_of for answer in known]), problems)


def _oldest(moments: Sequence[datetime | None]) -> datetime | None:
    """The oldest of them, None if one of them never was."""
    seen = [moment for moment in moments if moment is not None]
    return min(seen) if seen and len(seen) == len(moments) else None


def _shown(moment: datetime | None) -> str:
    return f"What is shown is of {_in_words(moment)}." if moment else "What is missing here was never seen."


def _in_words(moment: datetime) -> str:
    return f"{moment.astimezone(EASTERN):%Y-%m-%d %H:%M:%S} Eastern"


def overview(facts: Facts) -> Page:
    """Today and yesterday, what is wrong and untold, which job comes next, and how the last days' phases stand."""
    days = facts.last_days(2)
    both, *made_from = cards(facts, days)
    of_tables, *published = _outputs(facts)
    week = facts.last_days(7)
    strip = phases({key: output for key, output in of_tables.items() if output.game_date in week})
    rows = [(day, [one for one in strip if one.game_date == day]) for day in reversed(list(week))]
    lacking = [lack for _, of_day in rows for one in of_day for lack in lacks(one)]
    alerts, coming = facts.alerts(), facts.next_run()
    values = {
        "cards": both,
        "phases": rows,
        "phase_names": [phase.name.lower() for phase in Phase],
        "signs": SIGNS,
        "counted": counted,
        "lacks": [lack for lack in lacking if lack.state is not OutputState.BLOCKED],
        "blocked": [lack for lack in lacking if lack.state is OutputState.BLOCKED],
        "alerts": alerts.value,
        "next_run": None if facts.stands_still else coming.value or _next_in_doubt(facts.clock.now()),
    }
    return page("Overview", values, *made_from, *published, coming, alerts)


def _next_in_doubt(now: datetime) -> DueRun:
    """The run that comes next where nobody knows of games: that excuses none."""
    return next_hour(now, lambda *_: DayState.UNKNOWN)


def reliability(facts: Facts, number: int) -> Page:
    """A card a day; of the season, whose days are 0, from the first that was ever reconciled."""
    found, judged, acceptances = cards(facts, facts.last_days(number) if number else facts.season())
    if number == 0:
        since = min(judged.value or (), default=None)
        found = [card for card in found if since and card.game_date >= since and not _is_idle(card)]
    values = {"cards": found, "number": number, "unseen": unseen(judged)}
    return page("Reliability", values, judged, acceptances)


def _is_idle(card: DayCard) -> bool:
    """A day of the summer of which there is nothing to say."""
    return card.status == UNKNOWN and is_off_season(card.game_date)


def rule_history(facts: Facts, rule_id: str) -> Page:
    """What one rule said of each day of the season."""
    known = facts.judged(facts.season())
    answers = [
        (day, row)
        for day, judged in sorted((known.value or {}).items(), reverse=True)
        for row in judged.rows
        if row["rule_id"] == rule_id
    ]
    return page(
        f"Rule {rule_id}", {"rule_id": rule_id, "answers": answers, "gaps": GAPS, "unseen": unseen(known)}, known
    )


def _outputs(
    facts: Facts,
) -> tuple[Mapping[TableDay, Output], Known[Mapping[TableDay, Receipt]], Known[Mapping[TableDay, str]]]:
    """Every table of every day of the season and of the last week; none while nobody knows what is published."""
    days = Days(min(facts.season().first, facts.last_days(7).first), facts.today)
    receipts, unproven, alerts = facts.receipts(days), facts.unproven(days), facts.alerts()
    if receipts.value is None:
        return {}, receipts, unproven
    failures = failures_of(alerts.value.open) if alerts.value else {}
    found = outputs(days, receipts.value, facts.clock.now(), failures, unproven.value or {})
    return found, receipts, unproven


def season(facts: Facts) -> Page:
    """Game days by tables: what was published, or why not, and what reconciliation said of the day."""
    of_tables, receipts, unproven = _outputs(facts)
    first = min((day for _, day in receipts.value or () if day in facts.season()), default=None)
    found, judged, acceptances = cards(facts, facts.season())
    shown = [card for card in found if first and card.game_date >= first]
    remarked: dict[date, list[Lack]] = {}
    for of_day in phases(of_tables):
        remarked.setdefault(of_day.game_date, []).extend(remarks(of_day))
    values = {
        "tables": [module.contract.short_name for module in all_tables().values()],
        "rows": [
            {"day": card.game_date, "card": card, "cells": [of_tables[name, card.game_date] for name in all_tables()]}
            for card in shown
        ],
        "remarked": {card.game_date: remarked[card.game_date] for card in shown if remarked[card.game_date]},
        "season": season_name(season_of(facts.today)),
        "signs": SIGNS,
        "words": WORDS,
        "told": told,
        "unseen": unseen(receipts),
    }
    return page("Season", values, receipts, unproven, judged, acceptances, facts.alerts())


def predictions(facts: Facts, day: date, system_id: str | None) -> Page:
    """The slate of a day by one system, the sides that it takes first, with results where they are known."""
    slate = slate_of(facts, day)
    rows = slate.rows
    systems = sorted(rows["system_id"].unique())
    chosen = (
        system_id
        if system_id in systems
        else ("ensemble_v1" if "ensemble_v1" in systems else next(iter(systems), None))
    )
    values = {
        "day": day,
        "before": day - timedelta(days=1),
        "after": day + timedelta(days=1),
        "systems": systems,
        "system": chosen,
        "rows": rows[rows["system_id"] == chosen].to_dict("records"),
        "unseen": unseen(slate.predictions),
        "why_none": slate.why_none,
        "why_nothing": slate.why_nothing and (slate.why_nothing.value or unseen(slate.why_nothing)),
        "why_no_results": slate.why_no_results,
    }
    return page(f"Predictions for {day}", values, *slate.made_from)
