"""What was repaired, what was not, and what the source corrected: on record, attempt by attempt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from enum import StrEnum

import ibis
import pyarrow as pa

from nba_pipeline.game_day import EASTERN, Days, game_day_of
from nba_pipeline.reliability.gaps import Gap
from nba_pipeline.warehouse.engine import Engine, Ledger
from nba_pipeline.warehouse.receipts import DATASET

REPAIRS = Ledger(
    f"{DATASET}.repairs",
    ibis.schema(
        {
            "game_date": "!date",
            "table_name": "!string",
            "subject": "!string",
            "reason": "!string",
            "attempt": "!int64",
            "attempted_at": "!timestamp('UTC')",
            "outcome": "!string",
            "run_id": "!string",
        }
    ),
)

CORRECTION = "correction"  # the subject of what the source said otherwise, and not of a gap


class Outcome(StrEnum):
    REPAIRED = "REPAIRED"
    OPEN = "OPEN"
    GIVEN_UP = "GIVEN_UP"
    """Until the next day, when it is tried again."""


@dataclass(frozen=True)
class Repair:
    """One attempt at one gap, or at one correction, and what came of it."""

    game_date: date
    table_name: str
    subject: str
    reason: str
    attempt: int
    attempted_at: datetime
    outcome: Outcome
    run_id: str

    def __str__(self) -> str:
        """In words: `nba_raw.player_boxscores 2026-01-15, 0022500561: REPAIRED at …, attempt 2`."""
        at = f"{self.attempted_at.astimezone(EASTERN):%Y-%m-%d %H:%M} Eastern"
        about = f"{self.table_name} {self.game_date}, {self.subject}"
        return f"{about}: {self.outcome} at {at}, attempt {self.attempt}, run {self.run_id[:8]} ({self.reason})"


def record(engine: Engine, repairs: Iterable[Repair]) -> None:
    rows = [asdict(repair) for repair in repairs]
    engine.append(REPAIRS, pa.Table.from_pylist(rows, schema=REPAIRS.schema.to_pyarrow()))


def repairs_of(engine: Engine, days: Days) -> list[Repair]:
    """All attempts for these game days, the earliest first."""
    rows = engine.fetch(engine.entries(REPAIRS, days)).to_pylist()
    repairs = [Repair(**row | {"outcome": Outcome(row["outcome"])}) for row in rows]
    return sorted(repairs, key=lambda repair: (repair.attempted_at, repair.attempt))


def attempts_today(gap: Gap, repairs: Sequence[Repair], now: datetime) -> int:
    """How often a gap was tried since midnight Eastern: each day begins anew."""
    about = (gap.game_date, gap.table, gap.subject)
    return sum(
        (repair.game_date, repair.table_name, repair.subject) == about
        and game_day_of(repair.attempted_at) == game_day_of(now)
        for repair in repairs
    )
