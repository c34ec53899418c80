"""How a table's days are made: read what the module declares, build, publish. The daily run, the season's
backfill, a replay and a repair all come through `produce`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import ibis.expr.types as ir
import pandas as pd

from nba_pipeline import expressions
from nba_pipeline.clock import Clock
from nba_pipeline.contracts import Before
from nba_pipeline.expressions import Relations
from nba_pipeline.game_day import Days, by_season, is_off_season
from nba_pipeline.registry import TableModule, all_tables
from nba_pipeline.sources.base import Source
from nba_pipeline.sources.landing import acquire
from nba_pipeline.warehouse.engine import Engine, Relation
from nba_pipeline.warehouse.errors import NotVerified
from nba_pipeline.warehouse.publication import Batch, Publication, publish
from nba_pipeline.warehouse.reading import NEVER_PUBLISHED, Reading, read, receipts_of
from nba_pipeline.warehouse.receipts import Receipt, inputs_digests


@dataclass(frozen=True)
class World:
    """All that production touches: a warehouse, a source with a place to land its answers, and the clock."""

    engine: Engine
    source: Source
    landing: Path
    clock: Clock


@dataclass(frozen=True)
class Ingredients:
    """The inputs of one build, by parameter name, and what is known about them."""

    relations: Relations
    receipts: Mapping[str, list[Receipt]]
    answers: Mapping[str, str]


def produce(
    module: TableModule, days: Days, world: World, run_id: str, accept_shrink: str | None = None
) -> Publication:
    """Make and publish these days of a table, season by season.

    Raises NotVerified if an input has a hole, SourceError if the source cannot answer. Refused days come
    back in the publication: whoever calls decides how to fail.
    """
    receipts: dict[date, Receipt] = {}
    refused: dict[date, str] = {}
    set_aside = 0
    for part in by_season(days):
        ingredients = gather(module, part, world)
        rows = expressions.rows(module, ingredients.relations, world.engine)
        made = publish(world.engine, _batch(module, part, ingredients, rows, world, run_id, accept_shrink))
        receipts |= made.receipts
        refused |= made.refused
        set_aside += made.set_aside
    return Publication(module.contract, receipts, refused, set_aside)


def gather(module: TableModule, days: Days, world: World) -> Ingredients:
    """Read every input as the module declares to see it; refuse holes by name."""
    relations: dict[str, Relation | pd.DataFrame] = {}
    receipts: dict[str, list[Receipt]] = {}
    answers: dict[str, str] = {}
    problems: dict[str, Mapping[date, str]] = {}
    bounds = {name: entry.seen.bound(days) for name, entry in module.inputs.items()}
    known = _receipts(world.engine, {entry.table for entry in module.inputs.values()}, list(bounds.values()))
    for name, entry in module.inputs.items():
        contract = all_tables()[entry.table].contract
        bound = bounds[name]
        proven = [receipt for receipt in known.get(entry.table, []) if receipt.game_date in bound]
        reading = read(world.engine, contract, bound, entry.seen.visible(contract), proven)
        holes = _holes(reading) if isinstance(entry.seen, Before) else reading.unverified
        if holes:
            problems[entry.table] = holes
        relations[name] = world.engine.fetch(reading.rows).to_pandas() if entry.as_frame else reading.rows
        receipts[name] = list(reading.receipts)
    if problems:
        raise NotVerified(f"{module.name} {days}", problems)
    for name, asked in module.fetched.items():
        acquired = acquire(world.source, asked.kind, days, world.clock.now(), world.landing)
        relations[name] = world.engine.upload(acquired.rows)
        answers[name] = acquired.digest
    return Ingredients(relations, receipts, answers)


def _receipts(engine: Engine, tables: set[str], bounds: list[Days]) -> dict[str, list[Receipt]]:
    """The receipts of all inputs in one query."""
    if not tables:
        return {}
    span = Days(min(bound.first for bound in bounds), max(bound.last for bound in bounds))
    found: dict[str, list[Receipt]] = {}
    for receipt in receipts_of(engine, sorted(tables), span):
        found.setdefault(receipt.table_name, []).append(receipt)
    return found


def _holes(reading: Reading) -> dict[date, str]:
    """Unverified days of a history. What lies before its first verified day is no hole: history begins there."""
    begins = min((receipt.game_date for receipt in reading.receipts), default=date.max)
    return {day: why for day, why in reading.unverified.items() if day >= begins or why != NEVER_PUBLISHED}


def _batch(
    module: TableModule,
    days: Days,
    ingredients: Ingredients,
    rows: Relation,
    world: World,
    run_id: str,
    accept_shrink: str | None,
) -> Batch:
    def asked(function: Callable[..., ir.Table] | None, **rows: Relation) -> Relation | None:
        if function is None:
            return None
        return expressions.answer(module, function, {**ingredients.relations, **rows}, world.engine)

    return Batch(
        table=module.contract,
        days=days,
        rows=rows,
        code_version=module.code_version,
        run_id=run_id,
        published_at=world.clock.now(),
        expected_games=asked(module.expected_games),
        held_back=lambda stage: asked(module.held_back, rows=stage),
        set_aside=asked(module.set_aside),
        inputs=_digests(module, days, ingredients),
        inherited=_inherited(module, ingredients),
        empty_reasons=_empty_reasons(module, days, ingredients, world.source),
        from_source=bool(module.fetched),
        accept_shrink=accept_shrink,
    )


def _digests(module: TableModule, days: Days, ingredients: Ingredients) -> dict[date, dict[str, str]]:
    digests: dict[date, dict[str, str]] = {day: dict(ingredients.answers) for day in days}
    for name, entry in module.inputs.items():
        for day, digest in inputs_digests(entry.seen, days, ingredients.receipts[name]).items():
            digests[day][name] = digest
    return digests


def _inherited(module: TableModule, ingredients: Ingredients) -> dict[date, dict[str, str]]:
    """The games that same-day inputs lack, with the input that lacks them first."""
    gaps: dict[date, dict[str, str]] = {}
    for name, entry in module.inputs.items():
        if isinstance(entry.seen, Before):
            continue
        for receipt in ingredients.receipts[name]:
            for gap in receipt.gaps:
                reason = gap.reason if ": " in gap.reason else f"{entry.table}: {gap.reason}"
                gaps.setdefault(receipt.game_date, {}).setdefault(gap.game_id, reason)
    return gaps


def _empty_reasons(module: TableModule, days: Days, ingredients: Ingredients, source: Source) -> dict[date, str]:
    """Why a day may rightly have no rows: the source has none of the kind, or every input of the day is empty."""
    reasons: dict[date, str] = {}
    for asked in module.fetched.values():
        for day in days:
            absent = source.absence(asked.kind, day)
            if absent:
                reasons[day] = absent
    same_day = [name for name, entry in module.inputs.items() if not isinstance(entry.seen, Before)]
    if module.fetched or not same_day:
        return reasons
    rows: Counter[date] = Counter()
    for name in same_day:
        for receipt in ingredients.receipts[name]:
            rows[receipt.game_date] += receipt.rows
    named = ", ".join(module.inputs[name].table for name in same_day)
    return reasons | {
        day: "off-season" if is_off_season(day) else f"no rows in {named}" for day in days if not rows[day]
    }
