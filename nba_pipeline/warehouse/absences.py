"""What the published days of tables lack, each with the reason that its receipt or the quarantine gives."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

import ibis
import ibis.expr.types as ir

from nba_pipeline.contracts import PARTITION
from nba_pipeline.game_day import Days
from nba_pipeline.warehouse.engine import Engine
from nba_pipeline.warehouse.reading import Reading
from nba_pipeline.warehouse.receipts import QUARANTINE, QUARANTINE_SCHEMA, Gap, Receipt

ABSENCES_SCHEMA = ibis.schema(
    {
        "game_date": "!date",
        "table_name": "!string",
        "kind": "!string",
        "game_id": "string",
        "what": "string",
        "reason": "!string",
    }
)

_NOTED = ("publication_id", "table_name", PARTITION, "game_id", "item", "reason")

Row = Mapping[str, Any]


class Absence(StrEnum):
    """What it is that a day lacks."""

    DAY = "day"  # all of it: it is not verified
    EMPTY = "empty"  # any row: it is verified, and says why it has none
    HELD_BACK = "held_back"  # a game whose rows are in quarantine
    GAME = "game"  # a game without rows
    PART = "part"  # what belongs to no one game, like a prediction system; named by `what`
    ITEM = "item"  # an input row that the table could not take, like a name; named by `what`


def absences(engine: Engine, days: Days, readings: Mapping[str, Reading]) -> list[Row]:
    """What these readings of tables, by their full names, lack of these days."""
    noted = _noted(engine, days)
    held = {(row["game_id"], row["reason"]) for row in noted if row["item"] is None}
    found: list[Row] = []
    for name, reading in readings.items():
        found += [_row(day, name, Absence.DAY, reason=why) for day, why in reading.unverified.items()]
        for receipt in reading.receipts:
            if not receipt.rows and receipt.reason:
                found.append(_row(receipt.game_date, name, Absence.EMPTY, reason=receipt.reason))
            found += [_game(receipt, gap, held) for gap in receipt.gaps]
            found += [
                _row(receipt.game_date, name, Absence.PART, what=what, reason=why)
                for what, why in receipt.missing.items()
            ]
    current = {receipt.publication_id for reading in readings.values() for receipt in reading.receipts}
    found += [
        _row(row[PARTITION], row["table_name"], Absence.ITEM, row["game_id"], row["item"], row["reason"])
        for row in noted
        if row["item"] is not None and row["table_name"] in readings and row["publication_id"] in current
    ]
    return sorted(found, key=lambda row: json.dumps(row, default=str))


def digests(found: Sequence[Row], days: Days) -> dict[date, str]:
    """One digest a day of what is absent from it."""
    held: dict[date, Any] = {day: hashlib.sha256() for day in days}
    for row in found:
        held[row[PARTITION]].update(json.dumps(row, default=str).encode())
    return {day: digest.hexdigest()[:32] for day, digest in held.items()}


def _noted(engine: Engine, days: Days) -> list[Row]:
    """What the quarantine says of these days, each game and item once."""
    columns = ibis.schema({name: QUARANTINE_SCHEMA[name] for name in _NOTED})

    def once() -> ir.Table:
        return ibis.table(columns, name="noted").distinct()

    asked = engine.template("quarantine notes", once, {"noted": engine.slice(QUARANTINE, columns, days)})
    rows: list[Row] = engine.fetch(asked).to_pylist()
    return rows


def _game(receipt: Receipt, gap: Gap, held: set[tuple[str, str]]) -> Row:
    """A game that a day lacks: held back if it is in quarantine for that very reason, by whichever table lost it first.

    Who inherits a gap may put the name of that table before the reason.
    """
    _, _, told_by_another = gap.reason.partition(": ")
    is_held = not held.isdisjoint({(gap.game_id, gap.reason), (gap.game_id, told_by_another)})
    kind = Absence.HELD_BACK if is_held else Absence.GAME
    return _row(receipt.game_date, receipt.table_name, kind, gap.game_id, reason=gap.reason)


def _row(
    day: date, table: str, kind: Absence, game_id: str | None = None, what: str | None = None, reason: str = ""
) -> Row:
    return {
        PARTITION: day,
        "table_name": table,
        "kind": kind.value,
        "game_id": game_id,
        "what": what,
        "reason": reason,
    }
