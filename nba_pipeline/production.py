"""How a table's days are made: read what the module declares, build, publish. The daily run, the season's
backfill, a replay and a repair all come through `produce`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import ibis.expr.types as ir

from nba_pipeline import blindness, expressions, readiness
from nba_pipeline.contracts import Before
from nba_pipeline.expressions import Built, Relations
from nba_pipeline.frames import Missing
from nba_pipeline.game_day import Days, by_season, is_off_season
from nba_pipeline.ingest import on_record
from nba_pipeline.ingredients import Ingredients, gather
from nba_pipeline.readiness import Policy, Unready
from nba_pipeline.registry import PUBLISHED, ROWS, TableModule, table
from nba_pipeline.sources.base import Source, SourceError, Unanswered
from nba_pipeline.warehouse.audit import conformed
from nba_pipeline.warehouse.batch import Batch, Publication
from nba_pipeline.warehouse.engine import EMPTY, Engine, Fingerprint, Relation, fingerprints
from nba_pipeline.warehouse.publication import publish
from nba_pipeline.warehouse.reading import receipts_of
from nba_pipeline.warehouse.receipts import Receipt, inputs_as_json, inputs_digests
from nba_pipeline.warehouse.templates import Query
from nba_pipeline.warehouse.trace import Trace
from nba_pipeline.world import World


def produce(
    module: TableModule,
    days: Days,
    world: World,
    run_id: str,
    accept_shrink: str | None = None,
    correction: str | None = None,
) -> Publication:
    """Make and publish these days of a table, season by season. `correction` says why they are made again.

    Raises NotVerified if an input has a hole, SourceError if the source cannot answer. Refused days come
    back in the publication: whoever calls decides how to fail.
    """
    receipts: dict[date, Receipt] = {}
    refused: dict[date, str] = {}
    unready: dict[date, dict[str, str]] = {}
    proven: list[date] = []
    set_aside, leak = 0, None
    for part in by_season(days):
        not_ready = readiness.unready(world.engine, module.ready, part) if module.ready else {}
        unready |= not_ready
        blocked = _blocked(not_ready, world)
        if len(blocked) == len(part):
            refused |= blocked
            continue
        with on_record(module.name, module.fetched, part, world.engine, world.clock, run_id) as ingest:
            ingredients = gather(module, part, world, ingest.landed)
            ingest.answers = ingredients.answers
            built = expressions.built(module, ingredients.relations, world.engine)
            batch = _batch(module, part, ingredients, built, world, run_id)
            missing = _with_unready(batch.missing, not_ready, module, ingredients)
            batch = replace(batch, accept_shrink=accept_shrink, correction=correction, blocked=blocked, missing=missing)
            made = publish(world.engine, batch)
            ingest.refused = made.refused
        receipts |= made.receipts
        refused |= made.refused
        set_aside += made.set_aside
        proven += made.proven
        leak = leak or made.leak
    return Publication(module.contract, receipts, refused, set_aside, unready if module.ready else None, proven, leak)


def _blocked(not_ready: Unready, world: World) -> dict[date, str]:
    """The days that the policy refuses, with the alert."""
    if world.readiness is not Policy.BLOCK:
        return {}
    return {day: readiness.alert(day, found) for day, found in not_ready.items()}


def _with_unready(
    missing: Mapping[date, Mapping[str, str]], not_ready: Unready, module: TableModule, ingredients: Ingredients
) -> dict[date, dict[str, str]]:
    """What is missing of each day, with the tables that were not ready; nothing of a day that has nothing to make."""
    parts = {day: dict(of_day) for day, of_day in missing.items()}
    read = [name for name, entry in module.inputs.items() if table(entry.table).contract.short_name in module.ready]
    made = {receipt.game_date for name in read for receipt in ingredients.receipts[name] if receipt.rows}
    for day in made & not_ready.keys():
        for name, why in not_ready[day].items():
            parts.setdefault(day, {})[f"{readiness.A_READY}{name}"] = why
    return parts


def rehearse(module: TableModule, day: date, world: World) -> Fingerprint:
    """What a day of a table would hold if it were made now, by itself. Publishes nothing.

    Raises NotVerified if an input of the day cannot be proven, SourceError if the source leaves a part unanswered.
    """
    ingredients = gather(module, Days.only(day), world)
    if ingredients.unanswered:
        raise SourceError("; ".join(map(str, ingredients.unanswered)))
    rows = expressions.rows(module, ingredients.relations, world.engine)
    made = rows if isinstance(rows, Query) else conformed(module.contract, rows)
    stage = world.engine.stage(module.contract, made)
    try:
        return fingerprints(world.engine, module.contract, stage).get(day, EMPTY)
    finally:
        world.engine.discard(stage)


def out_of_date(module: TableModule, days: Days, world: World) -> list[date]:
    """The days that were never published, or whose inputs or code are no longer those that they were made from."""
    asked = gather(module, days, world)
    published = {receipt.game_date: receipt for receipt in receipts_of(world.engine, [module.name], days)}
    made = (module.code_version, {day: inputs_as_json(held) for day, held in _digests(module, days, asked).items()})
    return [
        day
        for day in days
        if day not in published or (published[day].code_version, published[day].inputs_json) != (made[0], made[1][day])
    ]


def _batch(
    module: TableModule,
    days: Days,
    ingredients: Ingredients,
    built: Built,
    world: World,
    run_id: str,
) -> Batch:
    def asked(function: Callable[..., ir.Table] | None, **rows: Relation) -> Relation | None:
        if function is None:
            return None
        return expressions.answer(module, function, {**ingredients.relations, **rows}, world.engine)

    return Batch(
        table=module.contract,
        days=days,
        rows=built.rows,
        code_version=module.code_version,
        run_id=run_id,
        published_at=world.clock.now(),
        expected_games=asked(module.expected_games),
        held_back=lambda stage: asked(module.held_back, rows=stage),
        set_aside=asked(module.set_aside),
        inputs=_digests(module, days, ingredients),
        inherited=_inherited(module, ingredients),
        unanswered=_by_game(ingredients.unanswered),
        missing=_by_day([*built.missing, *_beside_games(ingredients.unanswered)]),
        empty_reasons=_empty_reasons(module, days, ingredients, world.source),
        from_source=bool(module.fetched),
        trace=_trace(module, ingredients.relations, world.engine),
        proof=blindness.proof(
            module,
            days,
            ingredients.receipts,
            run_id,
            lambda day: rehearse(module, day, world),
        ),
    )


def _trace(module: TableModule, relations: Relations, engine: Engine) -> Trace | None:
    """What the module keeps of rows that are replaced."""
    traced = module.traced
    if module.trace is None or traced is None:
        return None

    def changes(published: Relation, rows: Relation) -> Relation:
        return expressions.answer(module, traced, {**relations, PUBLISHED: published, ROWS: rows}, engine)

    return Trace(module.trace, changes)


def _digests(module: TableModule, days: Days, ingredients: Ingredients) -> dict[date, dict[str, str]]:
    digests: dict[date, dict[str, str]] = {day: dict(ingredients.answers) for day in days}
    for name, entry in module.inputs.items():
        for day, digest in inputs_digests(entry.seen, days, ingredients.receipts[name]).items():
            digests[day][name] = digest
    for name, absent in ingredients.absences.items():
        for day in days:
            digests[day][name] = absent[day]
    for name, changed in ingredients.aliases.items():
        for day, digest in changed.items():
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


def _by_game(unanswered: Sequence[Unanswered]) -> dict[date, dict[str, str]]:
    """The games of each day that the source left without an answer, with the reason."""
    games: dict[date, dict[str, str]] = {}
    for part in unanswered:
        if part.game_id is not None:
            games.setdefault(part.game_date, {})[part.game_id] = part.reason
    return games


def _beside_games(unanswered: Sequence[Unanswered]) -> list[Missing]:
    return [Missing(part.game_date, part.what, part.reason) for part in unanswered if part.game_id is None]


def _by_day(missing: Sequence[Missing]) -> dict[date, dict[str, str]]:
    """What could not be made of each day, with the reason."""
    parts: dict[date, dict[str, str]] = {}
    for part in missing:
        parts.setdefault(part.game_date, {})[part.what] = part.reason
    return parts


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
