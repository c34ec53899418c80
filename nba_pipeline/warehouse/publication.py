"""The write path: stage, audit, publish in one transaction with read-back, receipt.

The game is the unit of quarantine: a game that breaks the contract is held back whole and the day is DEGRADED.
So is a day that lacks a part which is no game, like the rows of a prediction system that failed; the part is named.
A day that breaks the contract (keys not unique, no rows without a reason, unexplained shrinking) is refused and its
last good state stays. What concerns the whole batch (columns, types, rows of other days) refuses the batch.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias
from uuid import uuid4

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from nba_pipeline.contracts import PARTITION, Table
from nba_pipeline.warehouse.audit import broken_rows, conformed, day_facts, hashable, schema_faults
from nba_pipeline.warehouse.batch import Batch, Publication
from nba_pipeline.warehouse.engine import (
    EMPTY,
    Engine,
    Fingerprint,
    Relation,
    Replacement,
    fingerprints,
    fingerprints_in,
)
from nba_pipeline.warehouse.questions import answers
from nba_pipeline.warehouse.reading import current_receipts, receipts_in
from nba_pipeline.warehouse.receipts import QUARANTINE_SCHEMA, Receipt, gaps_as_json, inputs_as_json
from nba_pipeline.warehouse.templates import Query
from nba_pipeline.warehouse.trace import kept_of
from nba_pipeline.warehouse.verdict import Refusal, verdict

GameReasons: TypeAlias = dict[date, dict[str, str]]
Rows: TypeAlias = list[dict[str, Any]]


def publish(engine: Engine, batch: Batch) -> Publication:
    """Publish what stands the audit. Raises WarehouseError only where nothing could be judged or written."""
    engine.ensure(batch.table)
    rows = batch.rows
    if not isinstance(rows, Query):
        faults = schema_faults(batch.table, rows.schema())
        if faults:
            return _refuse(batch, "; ".join(faults))
        rows = conformed(batch.table, rows)
    stage = engine.stage(batch.table, rows)
    try:
        return _publish_stage(engine, batch, stage)
    finally:
        engine.discard(stage)


@dataclass(frozen=True)
class _Audit:
    """What the engine says of a stage, asked in one query."""

    facts: Rows
    findings: Rows  # games, or days, that break the contract
    fingerprints: Mapping[date, Fingerprint]  # of all staged rows
    games: Rows
    expected_games: Rows
    set_aside: Rows
    previous: Mapping[date, Receipt]


def _audit(engine: Engine, batch: Batch, stage: ir.Table) -> _Audit:
    def about(question: Callable[[Table, ir.Table], ir.Table]) -> Query:
        """A question that every table's rows are asked."""
        return engine.template(
            f"{batch.table.name} {question.__name__}",
            lambda: question(batch.table, ibis.table(batch.table.schema(), name="asked")),
            {"asked": stage},
        )

    asked: dict[str, Relation | None] = {
        "facts": about(day_facts),
        "held_back": None if batch.held_back is None else batch.held_back(stage),
        "broken": about(broken_rows),
        "fingerprints": engine.hashed(batch.table, about(hashable), batch.days),
        "games": None if batch.expected_games is None else about(_games),
        "expected_games": batch.expected_games,
        "set_aside": batch.set_aside,
        "previous": current_receipts(engine, [batch.table.name], batch.days),
    }
    found = answers(engine, {name: question for name, question in asked.items() if question is not None})
    rows: dict[str, Rows] = {name: found[name].to_pylist() if name in found else [] for name in asked}
    return _Audit(
        facts=rows["facts"],
        findings=rows["held_back"] + rows["broken"],
        fingerprints=fingerprints_in(found["fingerprints"]),
        games=rows["games"],
        expected_games=rows["expected_games"],
        set_aside=rows["set_aside"],
        previous={receipt.game_date: receipt for receipt in receipts_in(found["previous"])},
    )


def _games(_: Table, rows: ir.Table) -> ir.Table:
    return rows.select(PARTITION, "game_id").distinct()


def _refuse(batch: Batch, reason: str, leak: str | None = None) -> Publication:
    return Publication(batch.table, {}, {day: reason for day in batch.days}, leak=leak)


def _publish_stage(engine: Engine, batch: Batch, stage: ir.Table) -> Publication:
    audit = _audit(engine, batch, stage)
    facts = {row[PARTITION]: row for row in audit.facts}
    foreign = {day: row["rows"] for day, row in facts.items() if day not in batch.days}
    if foreign:
        shown = ", ".join(f"{rows} of {day or 'no day'}" for day, rows in sorted(foreign.items(), key=str)[:3])
        return _refuse(batch, f"the batch holds rows of days that were not asked for: {shown}")

    leak = _leak(engine, batch, stage)
    if leak:
        return _refuse(batch, leak, leak=leak)

    refused = dict(batch.blocked) | {
        day: f"{row['rows'] - row['keys']} rows repeat a key ({', '.join(batch.table.key)})"
        for day, row in facts.items()
        if row["rows"] != row["keys"] and day not in batch.blocked
    }
    held = _held_back_games(audit, refused)
    kept = _without(stage, refused, held)
    found = fingerprints(engine, batch.table, kept) if held else audit.fingerprints
    gaps = _missing_games(batch, audit, held)
    previous = audit.previous

    publication_id = uuid4().hex
    receipts = {}
    for day in batch.days:
        if day in refused:
            continue
        fingerprint = found.get(day, EMPTY)
        judged = verdict(batch, day, fingerprint, gaps.get(day, {}), previous.get(day))
        if isinstance(judged, Refusal):
            refused[day] = judged.reason
            continue
        receipts[day] = Receipt(
            receipt_id=uuid4().hex,
            publication_id=publication_id,
            table_name=batch.table.name,
            game_date=day,
            revision=previous[day].revision + 1 if day in previous else 1,
            state=judged.state,
            rows=fingerprint.rows,
            content_hash=fingerprint.content_hash,
            reason=judged.reason,
            gaps_json=gaps_as_json(gaps.get(day, {}), batch.missing.get(day)),
            inputs_json=inputs_as_json(batch.inputs.get(day, {})),
            code_version=batch.code_version,
            run_id=batch.run_id,
            published_at=batch.published_at,
        )

    notes = _quarantine_rows(batch, audit.set_aside, publication_id)
    if receipts or held or notes.num_rows:
        rows = _without(kept, refused, {})
        engine.replace(
            Replacement(
                table=batch.table,
                days=list(receipts),
                rows=rows,
                fingerprints={day: found.get(day, EMPTY) for day in receipts},
                receipts=list(receipts.values()),
                stage=stage,
                withheld=_withheld(batch, held, publication_id),
                notes=notes,
                trace=kept_of(engine, batch.table, batch.trace, rows, previous, receipts),
            )
        )
    proven = [batch.proof.day] if batch.proof else []
    return Publication(batch.table, receipts, dict(sorted(refused.items())), notes.num_rows, proven=proven)


def _leak(engine: Engine, batch: Batch, stage: ir.Table) -> str | None:
    """How the proven day differs from what comes out when nothing from that day on is known; None where it is equal."""
    if batch.proof is None:
        return None
    day, rehearsed = batch.proof.day, batch.proof.rehearse()
    made = fingerprints(engine, batch.table, stage.filter(stage[PARTITION] == day)).get(day, EMPTY)
    if made == rehearsed:
        return None
    return (
        f"its rows of {day} know that day's games, or later ones: with every input cut off before the day, "
        f"{made.rows} rows ({made.content_hash[:12]}) come out as {rehearsed.rows} ({rehearsed.content_hash[:12]}). "
        "Look for a window or a join that takes `<=` for `<`"
    )


def _held_back_games(audit: _Audit, refused: dict[date, str]) -> GameReasons:
    """Games that break the contract. A break that belongs to no game refuses its day."""
    held: GameReasons = {}
    for finding in audit.findings:
        day, game = finding[PARTITION], finding.get("game_id")
        if game is None:
            refused.setdefault(day, finding["reason"])
        else:
            held.setdefault(day, {}).setdefault(game, finding["reason"])
    return held


def _without(stage: ir.Table, refused: Mapping[date, str], held: GameReasons) -> ir.Table:
    """The staged rows of days that are not refused and games that are not held back."""
    kept = stage.filter(stage[PARTITION].notin(list(refused))) if refused else stage
    games = [f"{day} {game}" for day, of_day in sorted(held.items()) for game in sorted(of_day)]
    if not games:
        return kept
    return kept.filter((kept[PARTITION].cast("string") + " " + kept.game_id.fill_null("")).notin(games))


def _missing_games(batch: Batch, audit: _Audit, held: GameReasons) -> GameReasons:
    """Expected games without a row: those held back, those that the source left out, and those that never came."""
    gaps: GameReasons = {day: dict(games) for day, games in held.items()}
    present = {(row[PARTITION], row["game_id"]) for row in audit.games}
    for day, games in batch.unanswered.items():
        for game, reason in games.items():
            gaps.setdefault(day, {}).setdefault(game, reason)
    for row in audit.expected_games:
        day, game = row[PARTITION], row["game_id"]
        if (day, game) not in present:
            reason = batch.inherited.get(day, {}).get(game) or batch.empty_reasons.get(day) or "no rows"
            gaps.setdefault(day, {}).setdefault(game, reason)
    return gaps


def _withheld(batch: Batch, held: GameReasons, publication_id: str) -> pa.Table:
    """The games that are held back, as quarantine rows that their staged rows are to be added to."""
    games = [{PARTITION: day, "game_id": game, "reason": why} for day in held for game, why in held[day].items()]
    return _quarantine_rows(batch, games, publication_id)


def _quarantine_rows(batch: Batch, rows: Sequence[Mapping[str, object]], publication_id: str) -> pa.Table:
    common = {
        "publication_id": publication_id,
        "table_name": batch.table.name,
        "quarantined_at": batch.published_at,
    }
    return pa.Table.from_pylist([{**row, **common} for row in rows], schema=QUARANTINE_SCHEMA.to_pyarrow())
