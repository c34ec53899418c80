"""Where each table of a game day stands: by its receipt, the hour at which it is due, and what is known to have failed.

What is not published is told apart by what can be proven: a table without its input cannot be made, and a failure is
one only where it is on record.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from nba_pipeline.contracts import Before, Results
from nba_pipeline.game_day import Days, is_off_season
from nba_pipeline.hours import due_in_words, is_due
from nba_pipeline.registry import TableModule, all_tables
from nba_pipeline.warehouse.engine import Engine
from nba_pipeline.warehouse.reading import NEVER_PUBLISHED, Wanted, read_together, receipts_of
from nba_pipeline.warehouse.receipts import Receipt

TableDay = tuple[str, date]  # a table by its full name, and a game day


class OutputState(StrEnum):
    """EXPECTED: not due yet. MISSING: due and not published, and nothing says why. BLOCKED: it cannot be made before
    something else is. FAILED: it was tried, and is not published, or it does not hold what its receipt proves.
    EMPTY_OK: rightly without rows, or in the summer.
    """

    FAILED = "FAILED"
    MISSING = "MISSING"
    BLOCKED = "BLOCKED"
    DEGRADED = "DEGRADED"
    EXPECTED = "EXPECTED"
    COMPLETE = "COMPLETE"
    EMPTY_OK = "EMPTY_OK"


@dataclass(frozen=True)
class Failure:
    """What is on record of a table that was tried for a day. `by` names the check or the job that failed.

    `waits`: it was refused until others are ready, and is made when they are.
    """

    by: str
    reason: str
    waits: bool = False


@dataclass(frozen=True)
class Output:
    """One table of one game day. `reason` says more of its state, where there is more to say; `rows` are of a published
    one; `blocked_by` is what it waits for, by name, and `roots` the tables and days among that.
    """

    game_date: date
    module: TableModule
    state: OutputState
    reason: str | None = None
    rows: int | None = None
    roots: Sequence[TableDay] = ()
    blocked_by: Sequence[str] = ()


@dataclass
class _History:
    """The days on which a table is published, and those on which it is not, the oldest first."""

    published: list[date] = field(default_factory=list)
    holes: list[date] = field(default_factory=list)

    def first_hole(self, days: Days) -> date | None:
        """What lies before the first published day of a history is no hole in it."""
        begins = next(iter(self.published[bisect_left(self.published, days.first) :]), None)
        if begins is None:
            return None
        after = self.holes[bisect_left(self.holes, begins) :]
        return next((hole for hole in after if hole in days), None)


def current_receipts(engine: Engine, days: Days) -> dict[TableDay, Receipt]:
    """The current receipts of all tables."""
    return {(r.table_name, r.game_date): r for r in receipts_of(engine, list(all_tables()), days)}


def unproven(engine: Engine, days: Days) -> dict[TableDay, str]:
    """The days of tables that do not hold as many rows as their receipts prove, with the reason that a read gives.

    All are counted in one query, which reads one column of each table that was ever published in these days.
    """
    tables = sorted({name for name, _ in current_receipts(engine, days)})
    readings = read_together(engine, [Wanted(all_tables()[name].contract, days) for name in tables])
    return {
        (name, day): why
        for name, reading in readings.items()
        for day, why in reading.unverified.items()
        if why != NEVER_PUBLISHED
    }


def outputs(
    days: Days,
    receipts: Mapping[TableDay, Receipt],
    now: datetime,
    failures: Mapping[TableDay, Failure],
    unproven: Mapping[TableDay, str],
) -> dict[TableDay, Output]:
    """Every table of every day, the oldest day first. Histories are looked at as far as the days reach back.

    A day that is `unproven`, for the reason that is given, counts as one that was never published.
    """
    found: dict[TableDay, Output] = {}
    histories = {name: _History() for name in all_tables()}
    for day in days:
        for name, module in all_tables().items():
            receipt = receipts.get((name, day))
            if (name, day) in unproven:
                found[name, day] = Output(day, module, OutputState.FAILED, unproven[name, day])
            elif receipt is not None:
                state = OutputState(receipt.state.value)
                found[name, day] = Output(day, module, state, receipt.reason, receipt.rows)
            else:
                roots = list(dict.fromkeys(_roots(module, day, found, histories)))
                found[name, day] = _unpublished(module, day, now, roots, failures.get((name, day)))
        if not is_off_season(day):
            for name, history in histories.items():
                is_proven = (name, day) in receipts and (name, day) not in unproven
                (history.published if is_proven else history.holes).append(day)
    return found


def _roots(
    module: TableModule, day: date, found: Mapping[TableDay, Output], histories: Mapping[str, _History]
) -> Iterator[TableDay]:
    """The tables and days without which this one cannot be made, and which wait for no other."""
    for entry in module.inputs.values():
        if isinstance(entry.seen, Before | Results) and not entry.seen.whole:
            continue
        of: date | None = day
        if isinstance(entry.seen, Before):
            of = histories[entry.table].first_hole(entry.seen.bound(Days.only(day)))
        if of is None:
            continue
        needed = found[entry.table, of]
        if needed.state is OutputState.BLOCKED:
            yield from needed.roots or [(entry.table, of)]
        elif needed.state in (OutputState.MISSING, OutputState.FAILED):
            yield entry.table, of


def _unpublished(
    module: TableModule, day: date, now: datetime, roots: Sequence[TableDay], failure: Failure | None
) -> Output:
    when = module.contract.when
    due = due_in_words(when, day, now)
    if is_off_season(day) and failure is None:
        return Output(day, module, OutputState.EMPTY_OK, due)
    if roots:
        names = [name if of == day else f"{name} of {of}" for name, of in roots]
        return Output(day, module, OutputState.BLOCKED, roots=roots, blocked_by=names)
    if failure is not None:
        if failure.waits:
            return Output(day, module, OutputState.BLOCKED, failure.reason, blocked_by=[failure.by])
        return Output(day, module, OutputState.FAILED, f"{failure.by}: {failure.reason}")
    if is_due(when, day, now):
        return Output(day, module, OutputState.MISSING, f"never published, {due}")
    return Output(day, module, OutputState.EXPECTED, due)
