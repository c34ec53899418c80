"""What the write and read paths ask of an engine. An engine knows contracts and nothing of the pipeline."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeAlias

import ibis.expr.schema as sch
import ibis.expr.types as ir
import pyarrow as pa

from nba_pipeline.contracts import PARTITION, Table
from nba_pipeline.game_day import Days
from nba_pipeline.warehouse.receipts import Receipt
from nba_pipeline.warehouse.templates import Query


@dataclass(frozen=True)
class Fingerprint:
    """What a day holds: the number of rows and their content hash."""

    rows: int
    content_hash: str


EMPTY = Fingerprint(0, "0" * 32)


def fingerprints_in(answer: pa.Table) -> dict[date, Fingerprint]:
    """The fingerprints by game day, in the answer to what `Engine.hashed` asks."""
    return {row[PARTITION]: Fingerprint(row["rows"], row["content_hash"]) for row in answer.to_pylist()}


@dataclass(frozen=True)
class Ledger:
    """A table that only ever grows, with a `game_date` in each row: what was found, kept as it was found."""

    name: str
    schema: sch.Schema


@dataclass(frozen=True)
class Entries:
    """Rows for a ledger."""

    ledger: Ledger
    rows: pa.Table


@dataclass(frozen=True)
class Replacement:
    """One transaction: these days of a table become these rows, proven by these fingerprints.

    `rows` is an expression over `stage`. `withheld` are quarantine rows of games that are held back: each of
    their staged rows goes to quarantine, as JSON. `notes` go there as they are. `trace` is what the ledger of the
    table keeps of the rows that go.
    """

    table: Table
    days: Sequence[date]
    rows: ir.Table
    fingerprints: Mapping[date, Fingerprint]
    receipts: Sequence[Receipt]
    stage: ir.Table
    withheld: pa.Table
    notes: pa.Table
    trace: Entries | None = None


Relation: TypeAlias = Query | ir.Table


@dataclass
class Usage:
    """What was asked of a warehouse that counts: queries, load jobs, and the bytes that were billed.

    A script is one query, and as many statements as the warehouse ran and billed for it.
    """

    queries: int = 0
    statements: int = 0
    loads: int = 0
    bytes_billed: int = 0


class Engine(Protocol):
    """One open connection to a warehouse. Use it as a context manager; it is closed at the end."""

    name: str

    def __enter__(self) -> Engine: ...

    def __exit__(self, *_: object) -> None: ...

    def working_on(self, table: str, days: Days, run_id: str | None = None) -> AbstractContextManager[Usage | None]:
        """What is done in this block is done for these days of a table. A warehouse that counts says what it cost."""

    def ensure(self, table: Table) -> None:
        """Create the table from its contract if it is not there; raise ContractChanged if it differs.

        An engine may add what is only added to a contract: a column that may be null.
        """

    def slice(
        self,
        name: str,
        schema: sch.Schema,
        days: Days,
        without: Sequence[date] = (),
        among: Mapping[str, Sequence[str]] | None = None,
    ) -> Query:
        """These columns of a table's rows in a range of days, `without` some days, with texts `among` others."""

    def template(self, key: str, build: Callable[[], ir.Table], relations: Mapping[str, Relation]) -> Query:
        """The expression that `build` makes over unbound tables, compiled once for its key, over these relations."""

    def upload(self, rows: pa.Table) -> ir.Table:
        """Rows from Python as a relation of this connection."""

    def stage(self, table: Table, rows: Relation) -> ir.Table:
        """Evaluate once and keep the rows, in the types of the table, apart from all published data."""

    def discard(self, stage: ir.Table) -> None: ...

    def fetch(self, rows: Relation) -> pa.Table: ...

    def together(self, questions: Sequence[Relation]) -> Query:
        """One query for all of them, see `nba_pipeline.warehouse.questions`."""

    def hashed(self, table: Table, rows: Relation, days: Days | None = None) -> Query:
        """What `content_hash.fingerprints` asks of these rows; `days` are theirs, where they are known."""

    def replace(self, replacement: Replacement) -> None:
        """Do the replacement and its trace in one transaction, read it back inside, and commit only what is equal.

        Raises ReadBackDiffers, after rolling back, if what is read back differs or another day was touched.
        """

    def append(self, ledger: Ledger, rows: pa.Table) -> None:
        """Add rows to a ledger, made if it is not there: all of them, counted in the same transaction, or none.

        Raises ReadBackDiffers, after rolling back, if the ledger did not grow by exactly these rows.
        """

    def mark(self, ledgers: Sequence[str]) -> str:
        """A word that is another one once one of these ledgers grew. No query is asked for it."""

    def entries(self, ledger: Ledger, days: Days) -> Relation:
        """The rows of a ledger for a range of days; none if nothing was ever appended."""


def fingerprints(engine: Engine, table: Table, rows: Relation) -> dict[date, Fingerprint]:
    """Per game day of these rows, what `content_hash.fingerprints` says."""
    return fingerprints_in(engine.fetch(engine.hashed(table, rows)))
