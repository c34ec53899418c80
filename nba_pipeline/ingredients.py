"""What a build is made from: every input as its module declares to see it, proven, or named as a hole."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from nba_pipeline.aliases import noted_as, renamed
from nba_pipeline.contracts import Before, Results, Seen
from nba_pipeline.expressions import Relations, Taken
from nba_pipeline.frames import Rows
from nba_pipeline.game_day import Days
from nba_pipeline.models import ModelStore
from nba_pipeline.registry import Input, TableModule, all_tables
from nba_pipeline.sources.base import Unanswered
from nba_pipeline.sources.landing import acquire
from nba_pipeline.warehouse import absences
from nba_pipeline.warehouse.absences import ABSENCES_SCHEMA
from nba_pipeline.warehouse.engine import Engine
from nba_pipeline.warehouse.errors import NotVerified
from nba_pipeline.warehouse.questions import answers
from nba_pipeline.warehouse.reading import NEVER_PUBLISHED, Reading, Wanted, read_together
from nba_pipeline.warehouse.receipts import Receipt
from nba_pipeline.world import World


@dataclass(frozen=True)
class Ingredients:
    """The inputs of one build, by parameter name, and what is known about them.

    `answers` has a digest of each answer of the source, `unanswered` the parts that it left without one; day by day,
    `aliases` has one of the home's aliases that changed a name in it, `absences` one of what the inputs lack.
    """

    relations: Relations
    receipts: Mapping[str, list[Receipt]]
    answers: Mapping[str, str]
    unanswered: Sequence[Unanswered]
    aliases: Mapping[str, Mapping[date, str]]
    absences: Mapping[str, Mapping[date, str]]


def gather(module: TableModule, days: Days, world: World, on_landed: Callable[[], None] | None = None) -> Ingredients:
    """Read every input as the module declares to see it; refuse holes by name.

    `on_landed` is called for every answer of the source that has landed.
    """
    relations: dict[str, Taken] = {name: ModelStore(world.models) for name in module.kept}
    receipts: dict[str, list[Receipt]] = {}
    digests: dict[str, str] = {}
    unanswered: list[Unanswered] = []
    aliases: dict[str, Mapping[date, str]] = {}
    readings = read_together(world.engine, [_wanted(entry, days) for entry in module.inputs.values()])
    problems: dict[str, Mapping[date, str]] = {}
    for name, entry in module.inputs.items():
        reading = readings[entry.table]
        holes = _holes(reading, entry.seen)
        if holes:
            problems[entry.table] = holes
        receipts[name] = list(reading.receipts)
    if problems:
        raise NotVerified(f"{module.name} {days}", problems)
    relations |= _taken(module, readings, world.engine)
    for name, asked in module.fetched.items():
        acquired = acquire(world.source, asked.kind, days, world.clock.now(), world.landing, on_landed)
        answered = renamed(asked.kind, acquired.rows, world.aliases)
        relations[name] = world.engine.upload(answered.rows)
        digests[name] = acquired.digest
        aliases[noted_as(name)] = answered.digests
        unanswered += acquired.unanswered
    absent: dict[str, Mapping[date, str]] = {}
    for name in module.absences:
        found = absences.absences(world.engine, days, readings)
        relations[name] = world.engine.upload(pa.Table.from_pylist(found, schema=ABSENCES_SCHEMA.to_pyarrow()))
        absent[name] = absences.digests(found, days)
    return Ingredients(relations, receipts, digests, unanswered, aliases, absent)


def _wanted(entry: Input, days: Days) -> Wanted:
    contract = all_tables()[entry.table].contract
    return Wanted(contract, entry.seen.bound(days), entry.seen.visible(contract))


def _taken(module: TableModule, readings: Mapping[str, Reading], engine: Engine) -> dict[str, Taken]:
    """The inputs as the function's parameters are annotated: relations, frames, or rows to be framed when asked."""
    asked = {name: readings[entry.table].rows for name, entry in module.inputs.items() if entry.as_frame}
    taken: dict[str, Taken] = {name: rows.to_pandas() for name, rows in answers(engine, asked).items()}
    for name, entry in module.inputs.items():
        reading = readings[entry.table]
        if entry.lazily:
            hashes = {receipt.game_date: receipt.content_hash for receipt in reading.receipts}
            taken[name] = Rows(engine, reading.rows, hashes)
        elif not entry.as_frame:
            taken[name] = reading.rows
    return taken


def _holes(reading: Reading, seen: Seen) -> Mapping[date, str]:
    """Unverified days that forbid the build. What lies before a history's first verified day is no hole in it."""
    if isinstance(seen, Before | Results) and not seen.whole:
        return {}
    if not isinstance(seen, Before):
        return reading.unverified
    begins = min((receipt.game_date for receipt in reading.receipts), default=date.max)
    return {day: why for day, why in reading.unverified.items() if day >= begins or why != NEVER_PUBLISHED}
