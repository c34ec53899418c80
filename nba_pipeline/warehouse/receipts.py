"""Receipts and what else is written with a publication: the proof that a day was published, in the data itself.

Receipts are appended, never changed: of a table and day, the one with the highest revision is current.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from nba_pipeline.contracts import Seen
from nba_pipeline.game_day import Days

DATASET = "nba_reliability"
RECEIPTS = f"{DATASET}.receipts"
QUARANTINE = f"{DATASET}.quarantine"

RECEIPTS_SCHEMA = ibis.schema(
    {
        "receipt_id": "!string",
        "publication_id": "!string",
        "table_name": "!string",
        "game_date": "!date",
        "revision": "!int64",
        "state": "!string",
        "rows": "!int64",
        "content_hash": "!string",
        "reason": "string",
        "gaps": "!string",
        "inputs": "!string",
        "code_version": "!string",
        "run_id": "!string",
        "published_at": "!timestamp('UTC')",
    }
)

QUARANTINE_SCHEMA = ibis.schema(
    {
        "publication_id": "!string",
        "table_name": "!string",
        "game_date": "!date",
        "game_id": "string",
        "item": "string",
        "reason": "!string",
        "row": "string",
        "quarantined_at": "!timestamp('UTC')",
    }
)

LEDGERS: Mapping[str, ibis.Schema] = {RECEIPTS: RECEIPTS_SCHEMA, QUARANTINE: QUARANTINE_SCHEMA}


NO_GAPS = "[]"


class State(StrEnum):
    """The state of a table's day. EMPTY_OK always has a reason; DEGRADED always names its gaps."""

    COMPLETE = "COMPLETE"
    EMPTY_OK = "EMPTY_OK"
    DEGRADED = "DEGRADED"


# Thousands of receipts are read for a day's table. What follows is many times as quick as State(text) and Arrow's own
# dates and moments.
_STATES = {state.value: state for state in State}


def _states_in(column: pa.ChunkedArray) -> list[State]:
    return [_STATES[state] for state in column.to_pylist()]


def _dates_in(column: pa.ChunkedArray) -> list[date]:
    dates: list[date] = column.to_numpy().astype("datetime64[D]").tolist()
    return dates


def _moments_in(column: pa.ChunkedArray) -> list[datetime]:
    naive: list[datetime] = column.to_numpy().astype("datetime64[us]").tolist()
    return [moment.replace(tzinfo=UTC) for moment in naive]


@dataclass(frozen=True)
class Gap:
    """A game that a published day lacks, and why."""

    game_id: str
    reason: str


@dataclass(frozen=True)
class Receipt:
    """The proof that one day of a table was published and read back equal.

    What a reader of many receipts seldom asks for stays the text that is stored, until it is asked for.
    """

    receipt_id: str
    publication_id: str
    table_name: str
    game_date: date
    revision: int
    state: State
    rows: int
    content_hash: str
    reason: str | None
    gaps_json: str
    inputs_json: str
    code_version: str
    run_id: str
    published_at: datetime

    @classmethod
    def from_rows(cls, rows: pa.Table) -> list[Receipt]:
        """The receipts in rows of RECEIPTS_SCHEMA, whose columns are this class's fields in their order."""
        told = {"state": _states_in, "game_date": _dates_in, "published_at": _moments_in}
        columns = [told.get(name, pa.ChunkedArray.to_pylist)(rows[name]) for name in RECEIPTS_SCHEMA]
        return [cls(*fields) for fields in zip(*columns, strict=True)]

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The games that the day lacks."""
        return tuple(Gap(**gap) for gap in self._lacking() if "game_id" in gap)

    @property
    def missing(self) -> dict[str, str]:
        """What else the day lacks, like a prediction system, with the reason."""
        return {gap["what"]: gap["reason"] for gap in self._lacking() if "what" in gap}

    def _lacking(self) -> list[dict[str, str]]:
        return [] if self.gaps_json == NO_GAPS else list(json.loads(self.gaps_json))

    @property
    def inputs(self) -> dict[str, str]:
        """A digest of what each input held, by the name of the input."""
        return dict(json.loads(self.inputs_json))


def gaps_as_json(gaps: Mapping[str, str], missing: Mapping[str, str] | None = None) -> str:
    """The reasons by game, and by what else is missing, as a receipt stores them."""
    games = [{"game_id": game, "reason": reason} for game, reason in sorted(gaps.items())]
    return json.dumps(games + [{"what": what, "reason": reason} for what, reason in sorted((missing or {}).items())])


def inputs_as_json(inputs: Mapping[str, str]) -> str:
    """The digests by input, as a receipt stores them."""
    return json.dumps(dict(inputs), sort_keys=True)


def why_remade(before: Receipt, after: Receipt) -> str:
    """What a day was made from that it was not made from before: inputs by name, or the code."""
    was, held = before.inputs, after.inputs
    changed = sorted(name for name in was.keys() | held.keys() if was.get(name) != held.get(name))
    parts = [f"{' and '.join(changed)} changed"] if changed else []
    if before.code_version != after.code_version:
        parts.append("its code changed")
    return "; ".join(parts) or "made again from equal inputs by equal code"


def receipts_frame(receipts: Sequence[Receipt]) -> pa.Table:
    rows = [
        {**receipt.__dict__, "state": receipt.state.value, "gaps": receipt.gaps_json, "inputs": receipt.inputs_json}
        for receipt in receipts
    ]
    return pa.Table.from_pylist(rows, schema=RECEIPTS_SCHEMA.to_pyarrow())


def current(receipts: ir.Table) -> ir.Table:
    """The receipt with the highest revision of each table and day."""
    newest = receipts.group_by("table_name", "game_date").agg(revision=receipts.revision.max())
    return receipts.semi_join(newest, ["table_name", "game_date", "revision"])


def changes(receipts: ir.Table) -> ir.Table:
    """The receipts with which a table's day came to hold something else than before, its first one among them."""
    revisions = ibis.window(group_by=["table_name", "game_date"], order_by="revision")
    receipts = receipts.mutate(before=receipts.content_hash.lag().over(revisions))
    return receipts.filter(receipts.before.isnull() | (receipts.before != receipts.content_hash)).drop("before")


def inputs_digests(seen: Seen, wanted: Days, receipts: Sequence[Receipt]) -> dict[date, str]:
    """For each wanted day, one digest over what an input held in the days that this day may see.

    It is made of content hashes: an input that is published again with equal content leaves it unchanged.
    """
    held = sorted((receipt.game_date, receipt.content_hash) for receipt in receipts)
    digests = {}
    first, position, digest = None, 0, hashlib.sha256()
    for day in wanted:
        bound = seen.bound(Days.only(day))
        if bound.first != first:
            first, position = bound.first, bisect_left(held, (bound.first, ""))
            digest = hashlib.sha256()
        while position < len(held) and held[position][0] <= bound.last:
            digest.update(f"{held[position][0]}:{held[position][1]}|".encode())
            position += 1
        digests[day] = digest.hexdigest()[:32]
    return digests
