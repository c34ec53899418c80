"""Ingest batches: each question put to a source, on record before it is asked and again when it ended (R-005).

A batch ends complete (published and read back), unverified (answered, but not all of it could be published) or failed.
One that never ended died with its process. None of them is a lock: whoever comes next asks again. While answers land,
a batch shows every few minutes that it lives: a season of a live service takes longer than a dead batch is waited for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import uuid4

import ibis
import pyarrow as pa

from nba_pipeline.clock import Clock
from nba_pipeline.contracts import Fetched
from nba_pipeline.game_day import Days
from nba_pipeline.warehouse.engine import Engine, Ledger
from nba_pipeline.warehouse.receipts import DATASET

INGEST_BATCHES = Ledger(
    f"{DATASET}.ingest_batches",
    ibis.schema(
        {
            "batch_id": "!string",
            "kind": "!string",
            "table_name": "!string",
            "game_date": "!date",
            "last_day": "!date",
            "status": "!string",
            "started_at": "!timestamp('UTC')",
            "recorded_at": "!timestamp('UTC')",
            "answer_digest": "string",
            "error": "string",
            "run_id": "!string",
        }
    ),
)

# Without a sign of life. What landed is published in a few minutes, and one answer with its attempts takes no longer.
DEAD_AFTER = timedelta(minutes=15)
SIGN_OF_LIFE_EVERY = timedelta(minutes=5)


class BatchStatus(StrEnum):
    STARTED = "STARTED"
    COMPLETE = "COMPLETE"
    UNVERIFIED = "UNVERIFIED"
    FAILED = "FAILED"


@dataclass
class Ingest:
    """What becomes known of a batch on its way: the digests of the answers by input, and the days refused.

    `landed` is to be called for every answer that lands.
    """

    landed: Callable[[], None]
    answers: Mapping[str, str] = field(default_factory=dict)
    refused: Mapping[date, str] = field(default_factory=dict)


@contextmanager
def on_record(
    table_name: str, fetched: Mapping[str, Fetched], days: Days, engine: Engine, clock: Clock, run_id: str
) -> Iterator[Ingest]:
    """Record how asking a source for these days of a table goes. A table that asks no source is not recorded."""
    started = last_sign = clock.now()
    batches = {
        name: {
            "batch_id": uuid4().hex,
            "kind": asked.kind,
            "table_name": table_name,
            "game_date": days.first,
            "last_day": days.last,
            "started_at": started,
            "run_id": run_id,
        }
        for name, asked in fetched.items()
    }

    def record(status: BatchStatus, error: str | None = None) -> None:
        rows = [
            batch
            | {"status": status, "recorded_at": clock.now(), "answer_digest": ingest.answers.get(name), "error": error}
            for name, batch in batches.items()
        ]
        if rows:
            engine.append(INGEST_BATCHES, pa.Table.from_pylist(rows, schema=INGEST_BATCHES.schema.to_pyarrow()))

    def sign_of_life() -> None:
        nonlocal last_sign
        if clock.now() - last_sign >= SIGN_OF_LIFE_EVERY:
            record(BatchStatus.STARTED)
            last_sign = clock.now()

    ingest = Ingest(landed=sign_of_life)
    record(BatchStatus.STARTED)
    try:
        yield ingest
    except Exception as error:
        record(BatchStatus.UNVERIFIED if ingest.answers else BatchStatus.FAILED, f"{type(error).__name__}: {error}")
        raise
    refused = "; ".join(f"{day}: {why}" for day, why in ingest.refused.items())
    record(BatchStatus.UNVERIFIED if refused else BatchStatus.COMPLETE, refused or None)


@dataclass(frozen=True)
class Batch:
    """How a batch stands: as it ended, or since when it has been under way. `seen_at` is its last sign of life."""

    table_name: str
    kind: str
    days: Days
    status: BatchStatus
    started_at: datetime
    seen_at: datetime
    error: str | None
    run_id: str

    def complaint(self, now: datetime) -> str | None:
        """Why it has to be asked again; None for one that is complete or may still be under way."""
        if self.status is BatchStatus.COMPLETE:
            return None
        if self.status is BatchStatus.STARTED:
            died = now - self.seen_at >= DEAD_AFTER
            asked = f"asked at {self.started_at:%Y-%m-%d %H:%M} UTC"
            return f"{asked}, last seen at work at {self.seen_at:%H:%M}, and never ended" if died else None
        return f"{self.status.lower()}: {self.error}"


def batches(engine: Engine, days: Days) -> Sequence[Batch]:
    """The batches that began within these days as they stand, the latest last."""
    standing: dict[str, Batch] = {}
    rows = engine.fetch(engine.entries(INGEST_BATCHES, days)).to_pylist()
    # the end of a batch stands, wherever it is stored
    for row in sorted(
        rows, key=lambda row: (row["started_at"], row["status"] != BatchStatus.STARTED, row["recorded_at"])
    ):
        standing[row["batch_id"]] = Batch(
            row["table_name"],
            row["kind"],
            Days(row["game_date"], row["last_day"]),
            BatchStatus(row["status"]),
            row["started_at"],
            row["recorded_at"],
            row["error"],
            row["run_id"],
        )
    return list(standing.values())
