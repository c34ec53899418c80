"""What should be there by its hour and is not: a stalled phase is noticed by its absence."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from nba_pipeline.alerts.conditions import Condition, Finding, Level, Observation
from nba_pipeline.contracts import Phase, When
from nba_pipeline.game_day import EASTERN, Days, eastern, game_day_of
from nba_pipeline.hours import JOBS, due_by, is_due
from nba_pipeline.readiness import HEADER
from nba_pipeline.registry import TableModule, all_tables, made
from nba_pipeline.reliability.evaluation import SCHEDULE, states
from nba_pipeline.reliability.evidence import Evidence
from nba_pipeline.reliability.on_record import Answer
from nba_pipeline.statuses import DayState
from nba_pipeline.warehouse.engine import Engine
from nba_pipeline.warehouse.reading import receipts_of
from nba_pipeline.warehouse.receipts import Receipt

# By then the reconciliation of yesterday, which is due at 06:00, is on record.
RECONCILED_BY = time(6, 15)

KEY, PHASE_4_KEY, RECONCILIATION_KEY = "late:", "R-006:", "late-reconciliation:"

Published = Mapping[str, Receipt]


def last_turn(now: datetime) -> datetime:
    """The last moment at which something became late, or a day yesterday, without anything being written."""
    today = game_day_of(now)
    yesterday = today - timedelta(days=1)
    turns = [eastern(today, time(0)), eastern(today, RECONCILED_BY)]
    turns += [due_by(when, day) for when in JOBS.values() for day in (yesterday, today)]
    return max(turn for turn in turns if turn <= now)


def late_phases(engine: Engine, days: Collection[date], now: datetime, link: str) -> list[Observation]:
    """For each of these days, and each daily job whose hour has come: the tables that are not published.

    Of a day without games only the schedule must be there, which proves that there are none.
    """
    span = Days(min(days), max(days))
    published: dict[date, dict[str, Receipt]] = {}
    for receipt in receipts_of(engine, list(all_tables()), span):
        published.setdefault(receipt.game_date, {})[receipt.table_name] = receipt
    found = []
    for day in states(Evidence(engine, span, {SCHEDULE}), now):
        if day.game_date not in days:
            continue
        there = published.get(day.game_date, {})
        for job, when in JOBS.items():
            if is_due(when, day.game_date, now):
                missing = _missing(when, there, only_schedule=day.state is DayState.NO_GAMES)
                found += _late(job, day.game_date, missing, there, link)
    return found


def late_reconciliation(
    day: date, answers: Sequence[Answer], now: datetime, link: str, by: time = RECONCILED_BY
) -> Observation | None:
    """Whether a day was reconciled on the morning after it, or later; None before the hour, or in good time."""
    morning_after = day + timedelta(days=1)
    done = any(game_day_of(answer.evaluated_at) >= morning_after for answer in answers)
    if not done and now < eastern(morning_after, by):
        return None
    missing = f"{day} was not reconciled by {by:%H:%M} US/Eastern of {morning_after}"
    return Observation(
        subject=f"reconciliation of {day} by {by:%H:%M}",
        header=f":rotating_light: R-007: No reconciliation of {day}",
        summary="Nobody knows whether the day is whole. Is the Dagster daemon running?",
        conditions=[
            Condition(
                f"{RECONCILIATION_KEY}{day}",
                f"reconciliation of {day} on record",
                Level.OK if done else Level.RED,
                [] if done else [Finding("late", missing)],
            )
        ],
        link=link,
        command=f"nba reconcile --date {day}",
        day=day,
    )


def _missing(when: When, there: Published, only_schedule: bool) -> list[TableModule]:
    return [
        module
        for module in made(when)
        if module.name not in there and (not only_schedule or module.contract.short_name == SCHEDULE)
    ]


def _late(job: str, day: date, missing: Sequence[TableModule], there: Published, link: str) -> list[Observation]:
    """The job as late; and phase 4 by itself, as R-006, where the phases before it have come."""
    phase_4 = [module for module in missing if there and module.contract.phase is Phase.PRECOMPUTE]
    others = [module for module in missing if module not in phase_4]
    hour = due_by(JOBS[job], day).astimezone(EASTERN)
    observations = [
        Observation(
            subject=f"{job} tables of {day}",
            header=f":warning: Late: {job} tables of {day}",
            summary=f"{len(others)} tables were due by {hour:%Y-%m-%d %H:%M} US/Eastern and are not published",
            conditions=[_condition(f"{KEY}{job}:{day}", f"{job} tables of {day}", others)],
            link=link,
            command=f"nba run --date {day} --phase {job}",
            day=day,
        )
    ]
    if job == "pregame":
        observations.append(phase_4_freshness(day, phase_4, there, link))
    return observations


def phase_4_freshness(day: date, missing: Sequence[TableModule], there: Published, link: str) -> Observation:
    """R-006: the phase-4 tables that predictions of the day lack, and how many rows the others have."""
    tables = [m for m in made(When.PREGAME) if m.contract.phase is Phase.PRECOMPUTE]
    rows = {m.contract.short_name: f"{there[m.name].rows} rows" if m.name in there else "missing" for m in tables}
    return Observation(
        subject=f"R-006: phase 4 of {day}",
        header=HEADER,
        summary=f"{day}: {len(missing)} of {len(tables)} phase-4 tables are missing",
        conditions=[_condition(f"{PHASE_4_KEY}{day}", f"phase 4 of {day}", missing)],
        link=link,
        command=f"nba run --date {day} --phase pregame",
        day=day,
        fields={"Date": f"{day}", **rows},
    )


def _condition(key: str, name: str, missing: Sequence[TableModule]) -> Condition:
    findings = [
        Finding(module.name, f"Phase {module.contract.phase.value}: {module.name} is not published")
        for module in missing
    ]
    return Condition(key, name, Level.RED if missing else Level.OK, findings)
