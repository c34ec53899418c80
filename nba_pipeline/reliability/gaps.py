"""What game days lack and could still get: the gaps that are retried.

A gap is told where it begins: what a table lacks because an input of the same day lacks it is that input's gap.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from nba_pipeline.contracts import Before, When
from nba_pipeline.game_day import FIRST_GAME_DAY, Days, is_off_season
from nba_pipeline.ingest import Batch, batches
from nba_pipeline.registry import TableModule, all_tables, made, table
from nba_pipeline.reliability.evidence import Evidence
from nba_pipeline.statuses import GameStatus
from nba_pipeline.warehouse.engine import Engine
from nba_pipeline.warehouse.reading import NEVER_PUBLISHED, receipts_of

SCHEDULE = "schedule"

THE_DAY = "the day"
THE_INGEST = "the ingest"


@dataclass(frozen=True, order=True)
class Gap:
    """Something that a day of a table lacks: a game by its id, a part that the source owes, the whole day, or a
    finished ingest.

    `waits`: the game is not over as far as the schedule knows; there is nothing to repair yet.
    """

    game_date: date
    table: str
    subject: str
    reason: str = field(compare=False)
    waits: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        return f"{self.table} {self.game_date}, {self.subject}: {self.reason}"


def open_gaps(engine: Engine, due: Mapping[date, When], now: datetime) -> list[Gap]:
    """The gaps of days, each in the tables that are due of it. The summer has none, nor what is before the first day
    of a home that was made after it. A home without any day begins with the days that are due before their games.
    """
    if not due:
        return []
    ever = receipts_of(engine, [table(SCHEDULE).name], Days(FIRST_GAME_DAY, max(due)))
    begins = min((receipt.game_date for receipt in ever), default=date.max)
    days = [day for day in due if not is_off_season(day) and (day >= begins or due[day] is When.PREGAME)]
    if not days:
        return []
    span = Days(min(days), max(days))
    evidence = Evidence(engine, span, {module.contract.short_name for module in all_tables().values()})
    asked = batches(engine, span)
    running = _games_not_over(evidence)
    return sorted(gap for day in days for gap in _of_day(day, due[day], evidence, running, asked, now))


def _of_day(
    day: date, when: When, evidence: Evidence, running: set[tuple[date, str]], asked: Sequence[Batch], now: datetime
) -> Iterator[Gap]:
    for module in made(when):
        found = list(_of_table(module, day, when, evidence, running))
        complaint = None if found else _complaint(module, day, asked, now)
        yield from found
        if complaint:
            yield Gap(day, module.name, THE_INGEST, complaint)


def _of_table(
    module: TableModule, day: date, when: When, evidence: Evidence, running: set[tuple[date, str]]
) -> Iterator[Gap]:
    name = module.contract.short_name
    entries = [entry for entry in module.inputs.values() if not isinstance(entry.seen, Before)]
    inputs = [table(entry.table).contract.short_name for entry in entries]
    doubt = _doubt(name, day, evidence)
    if doubt:
        if not any(_doubt(entry, day, evidence) for entry in inputs):
            yield Gap(day, module.name, THE_DAY, doubt)
    elif when is When.POSTGAME:
        # a prediction system that failed before the games is not asked again after them
        owed = evidence.parts_missing(name, day) if module.fetched else {}
        yield from (Gap(day, module.name, what, reason) for what, reason in owed.items())
        inherited = {game_id for entry in inputs for game_id in evidence.holes(entry, day)}
        for game_id, reason in evidence.holes(name, day).items():
            if game_id not in inherited:
                yield Gap(day, module.name, game_id, reason, waits=(day, game_id) in running)


def _doubt(name: str, day: date, evidence: Evidence) -> str | None:
    """Why a day of a table is not verified. A table that was never made cannot be read to find that out."""
    return evidence.of(name).unverified.get(day) if evidence.is_known(name) else NEVER_PUBLISHED


def _games_not_over(evidence: Evidence) -> set[tuple[date, str]]:
    """The games that are not over as far as the schedule knows; a postponed one stands under two days."""
    if not evidence.is_known(SCHEDULE):
        return set()
    games = evidence.engine.fetch(evidence.of(SCHEDULE).rows).to_pylist()
    return {(game["game_date"], game["game_id"]) for game in games if game["status"] != GameStatus.FINAL}


def _complaint(module: TableModule, day: date, asked: Sequence[Batch], now: datetime) -> str | None:
    """Why the latest batch of a day must be asked again."""
    latest = next((b for b in reversed(asked) if b.table_name == module.name and day in b.days), None)
    return latest.complaint(now) if latest else None
