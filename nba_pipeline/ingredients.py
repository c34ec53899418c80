"""What a build is made from: every input as its module declares to see it, proven, or named as a hole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import pyarrow as pa

from nba_pipeline.contracts import Before, Results, Seen
from nba_pipeline.expressions import Relations, Taken
from nba_pipeline.frames import Rows
from nba_pipeline.game_day import Days
from nba_pipeline.models import ModelStore
from nba_pipeline.registry import Input, TableModule, all_tables
from nba_pipeline.sources.landing import acquire
from nba_pipeline.warehouse import absences
from nba_pipeline.warehouse.absences import ABSENCES_SCHEMA
from nba_pipeline.warehouse.engine import Engine
from nba_pipeline.warehouse.errors import NotVerified
from nba_pipeline.warehouse.reading import NEVER_PUBLISHED, Reading, read, receipts_of
from nba_pipeline.warehouse.receipts import Receipt
from nba_pipeline.world import World

KnownReceipts: TypeAlias = Mapping[str, Sequence[Receipt]]


@dataclass(frozen=True)
class Ingredients:
    """The inputs of one build, by parameter name, and what is known about them.

    `answers` has a digest of each answer of the source, `absences` one of what the inputs lack, day by day.
    `known` are the current receipts of each table that is read.
    """

    relations: Relations
    receipts: Mapping[str, list[Receipt]]
    answers: Mapping[str, str]
    absences: Mapping[str, Mapping[date, str]]
    known: KnownReceipts


def gather(module: TableModule, days: Days, world: World, known: KnownReceipts | None = None) -> Ingredients:
    """Read every input as the module declares to see it; refuse holes by name.

    `known` are the current receipts of all inputs, where they have been read already.
    """
    relations: dict[str, Taken] = {name: ModelStore(world.models) for name in module.kept}
    receipts: dict[str, list[Receipt]] = {}
    answers: dict[str, str] = {}
    readings: dict[str, Reading] = {}
    problems: dict[str, Mapping[date, str]] = {}
    bounds = {name: entry.seen.bound(days) for name, entry in module.inputs.items()}
    if known is None:
        known = _receipts(world.engine, {entry.table for entry in module.inputs.values()}, list(bounds.values()))
    for name, entry in module.inputs.items():
        contract = all_tables()[entry.table].contract
        bound = bounds[name]
        proven = [receipt for receipt in known.get(entry.table, []) if receipt.game_date in bound]
        reading = read(world.engine, contract, bound, entry.seen.visible(contract), proven)
        holes = _holes(reading, entry.seen)
        if holes:
            problems[entry.table] = holes
        relations[name] = _taken(reading, entry, world.engine)
        receipts[name] = list(reading.receipts)
        readings[entry.table] = reading
    if problems:
        raise NotVerified(f"{module.name} {days}", problems)
    for name, asked in module.fetched.items():
        acquired = acquire(world.source, asked.kind, days, world.clock.now(), world.landing)
        relations[name] = world.engine.upload(acquired.rows)
        answers[name] = acquired.digest
    absent: dict[str, Mapping[date, str]] = {}
    for name in module.absences:
        found = absences.absences(world.engine, days, readings)
        relations[name] = world.engine.upload(pa.Table.from_pylist(found, schema=ABSENCES_SCHEMA.to_pyarrow()))
        absent[name] = absences.digests(found, days)
    return Ingredients(relations, receipts, answers, absent, known)


def _receipts(engine: Engine, tables: set[str], bounds: list[Days]) -> KnownReceipts:
    """The receipts of all inputs in one query."""
    if not tables:
        return {}
    span = Days(min(bound.first for bound in bounds), max(bound.last for bound in bounds))
    found: dict[str, list[Receipt]] = {}
    for receipt in receipts_of(engine, sorted(tables), span):
        found.setdefault(receipt.table_name, []).append(receipt)
    return found


def _taken(reading: Reading, entry: Input, engine: Engine) -> Taken:
    """The input as the function's parameter is annotated: a relation, a frame, or rows to be framed when asked."""
    if entry.as_frame:
        return engine.fetch(reading.rows).to_pandas()
    hashes = {receipt.game_date: receipt.content_hash for receipt in reading.receipts}
    return Rows(engine, reading.rows, hashes) if entry.lazily else reading.rows


def _holes(reading: Reading, seen: Seen) -> Mapping[date, str]:
    """Unverified days that forbid the build. What lies before a history's first verified day is no hole in it."""
    if isinstance(seen, Before | Results) and not seen.whole:
        return {}
    if not isinstance(seen, Before):
        return reading.unverified
    begins = min((receipt.game_date for receipt in reading.receipts), default=date.max)
    return {day: why for day, why in reading.unverified.items() if day >= begins or why != NEVER_PUBLISHED}
