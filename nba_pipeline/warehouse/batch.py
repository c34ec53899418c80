"""What a producer hands over to be published, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

import ibis.expr.types as ir

from nba_pipeline.contracts import Table
from nba_pipeline.game_day import Days
from nba_pipeline.warehouse.engine import Fingerprint, Relation
from nba_pipeline.warehouse.receipts import Receipt
from nba_pipeline.warehouse.trace import Trace


@dataclass(frozen=True)
class Proof:
    """One of the days, and what it holds when it is made with every input cut off before it: that must be equal."""

    day: date
    rehearse: Callable[[], Fingerprint]


@dataclass(frozen=True)
class Batch:
    """What a producer hands over: rows of some days of a table, and what is needed to judge them.

    Rows that come as a Query have been made to the contract's columns and types already, see `conformed`.

    `expected_games` and `set_aside` are relations, `held_back` asks the staged rows; see
    `nba_pipeline.registry`. `inputs` are the digests of what each day was made from, `inherited` the games that
    an input of the same day lacks already, `unanswered` those that the source should have told and did not,
    `missing` what else could not be made of a day, like a system's rows, `blocked` the days that must not be
    published, each with the reason.
    """

    table: Table
    days: Days
    rows: Relation
    code_version: str
    run_id: str
    published_at: datetime
    expected_games: Relation | None = None
    held_back: Callable[[ir.Table], Relation | None] | None = None
    set_aside: Relation | None = None
    inputs: Mapping[date, Mapping[str, str]] = field(default_factory=dict)
    inherited: Mapping[date, Mapping[str, str]] = field(default_factory=dict)
    unanswered: Mapping[date, Mapping[str, str]] = field(default_factory=dict)
    missing: Mapping[date, Mapping[str, str]] = field(default_factory=dict)
    empty_reasons: Mapping[date, str] = field(default_factory=dict)
    from_source: bool = False
    accept_shrink: str | None = None
    trace: Trace | None = None
    correction: str | None = None
    blocked: Mapping[date, str] = field(default_factory=dict)
    proof: Proof | None = None


@dataclass(frozen=True)
class Publication:
    """What came of a batch: a receipt for each published day, a reason for each refused one.

    `unready` says per day which tables were not ready for it (R-006); None where none has to be.
    `proven` are the days that were built again without their own games and came out equal. `leak` says which day
    did not: the batch saw its own games, or later ones, and all of it is refused.
    """

    table: Table
    receipts: Mapping[date, Receipt]
    refused: Mapping[date, str]
    set_aside: int = 0
    unready: Mapping[date, Mapping[str, str]] | None = None
    proven: Sequence[date] = ()
    leak: str | None = None
