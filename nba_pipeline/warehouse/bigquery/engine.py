"""The BigQuery engine: rows come in by load jobs, are made and judged by queries, and published by one script.

Nothing is streamed: rows in a streaming buffer cannot be replaced. Every table is read within a bound by date.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from uuid import uuid4

import ibis
import ibis.expr.schema as sch
import ibis.expr.types as ir
import pyarrow as pa
from google.cloud import bigquery

from nba_pipeline.contracts import PARTITION, Table
from nba_pipeline.game_day import Days
from nba_pipeline.warehouse.bigquery.dialect import columns, literal, one_of, quoted, type_of, within
from nba_pipeline.warehouse.bigquery.jobs import Jobs
from nba_pipeline.warehouse.bigquery.tables import Place, Tables, fields
from nba_pipeline.warehouse.bigquery.transaction import (
    DaysReplaced,
    Growth,
    insertion,
    no_other_writer,
    script,
    withheld_rows,
)
from nba_pipeline.warehouse.content_hash import fingerprints
from nba_pipeline.warehouse.engine import Entries, Ledger, Relation, Replacement, Usage
from nba_pipeline.warehouse.errors import WarehouseError
from nba_pipeline.warehouse.questions import union
from nba_pipeline.warehouse.receipts import (
    LEDGERS,
    QUARANTINE,
    QUARANTINE_SCHEMA,
    RECEIPTS,
    RECEIPTS_SCHEMA,
    receipts_frame,
)
from nba_pipeline.warehouse.templates import Query, Templates

_log = logging.getLogger(__name__)


@ibis.udf.scalar.builtin(name="md5")  # type: ignore[untyped-decorator]
def _md5(text: str) -> bytes:  # type: ignore[empty-body]  # BigQuery's own function
    """The MD5 of a text."""


@ibis.udf.scalar.builtin(name="to_hex")  # type: ignore[untyped-decorator]
def _to_hex(digest: bytes) -> str:  # type: ignore[empty-body]  # BigQuery's own function
    """Bytes in hexadecimal digits."""


def md5_in_hex(text: ir.StringValue) -> ir.StringValue:
    """The digest that content hashes are made with."""
    return _to_hex(_md5(text))


class BigQueryEngine:
    """One connection to the datasets of one environment. It closes the client that it was given."""

    name = "bigquery"

    def __init__(
        self, client: bigquery.Client, place: Place, jobs: Jobs, compiled: Path, read_only: bool = False
    ) -> None:
        self._client = client
        self._place = place
        self._jobs = jobs
        self._tables = Tables(client, jobs, place, read_only)
        self._templates = Templates(self.name, compiled)
        for name, schema in LEDGERS.items():
            self._tables.ensure(name, schema, _key_of(schema))

    def __enter__(self) -> BigQueryEngine:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()  # type: ignore[no-untyped-call]

    def working_on(self, table: str, days: Days, run_id: str | None = None) -> AbstractContextManager[Usage]:
        return self._jobs.working_on(table, days, run_id)

    def ensure(self, table: Table) -> None:
        self._tables.ensure(table.name, table.schema(), table.key)

    def slice(
        self,
        name: str,
        schema: sch.Schema,
        days: Days,
        without: Sequence[date] = (),
        among: Mapping[str, Sequence[str]] | None = None,
    ) -> Query:
        conditions = [within(days)]
        if without:
            conditions.append(f"NOT {one_of(without)}")
        for column, texts in (among or {}).items():
            conditions.append(f"{quoted(column)} IN ({', '.join(map(literal, texts))})")
        table = quoted(self._place.table_id(name))
        return Query(f"SELECT {columns(schema)} FROM {table} WHERE {' AND '.join(conditions)}", schema)  # noqa: S608

    def template(self, key: str, build: Callable[[], ir.Table], relations: Mapping[str, Relation]) -> Query:
        compiled = self._templates.get(key, build)
        # a name like `rows` is a word of the language
        return compiled.over({quoted(name): self._sql(relation) for name, relation in relations.items()})

    def upload(self, rows: pa.Table) -> ir.Table:
        return self._staged(self._load(rows), ibis.Schema.from_pyarrow(rows.schema))

    def _load(self, rows: pa.Table) -> str:
        """The id of a new staging table that holds these rows."""
        table_id = self._tables.stage(f"upload_{uuid4().hex}")
        self._jobs.load(rows, table_id, fields(ibis.Schema.from_pyarrow(rows.schema)))
        return table_id

    def stage(self, table: Table, rows: Relation) -> ir.Table:
        table_id = self._tables.stage(f"stage_{uuid4().hex}")
        declared = ", ".join(f"{quoted(name)} {type_of(dtype)}" for name, dtype in table.schema().items())
        # an expression's type is what Ibis believes: a date minus days is a DATETIME here
        cells = ", ".join(
            f"CAST({quoted(name)} AS {type_of(dtype)}) AS {quoted(name)}" for name, dtype in table.schema().items()
        )
        self._jobs.write(
            f"CREATE TABLE {quoted(table_id)} ({declared}) AS SELECT {cells} FROM ({self._sql(rows)})",  # noqa: S608
            table.name,
        )
        return self._staged(table_id, table.schema())

    def _staged(self, table_id: str, schema: sch.Schema) -> ir.Table:
        project, dataset, name = table_id.split(".")
        return ibis.table(schema, name=name, catalog=project, database=dataset)

    def discard(self, stage: ir.Table) -> None:
        """Drop the stage. What was published stays published where that fails: the stage expires."""
        try:
            self._tables.drop(_id_of(stage))
        except WarehouseError as error:
            _log.warning("%s The stage expires by itself within a day.", error)

    def fetch(self, rows: Relation) -> pa.Table:
        return self._jobs.read(self._sql(rows), "a query")

    def together(self, questions: Sequence[Relation]) -> Query:
        return union([Query(self._sql(asked), asked.schema()) for asked in questions], quoted, type_of)

    def hashed(self, table: Table, rows: Relation, days: Days | None = None) -> Query:
        return self.template(
            f"{table.name} fingerprints",
            lambda: fingerprints(table, ibis.table(table.schema(), name="asked"), md5_in_hex),
            {"asked": rows},
        )

    def _sql(self, rows: Relation) -> str:
        return rows.sql if isinstance(rows, Query) else str(ibis.to_sql(rows, dialect=self.name, pretty=False))

    def replace(self, replacement: Replacement) -> None:
        table, trace = replacement.table, replacement.trace
        variables: list[str] = []
        statements: list[str] = []
        if trace is not None and trace.rows.num_rows:
            growth = self._growth(trace)
            variables += growth.variables
            statements += growth.statements
        if replacement.receipts:
            staged = self._load(receipts_frame(replacement.receipts))
            receipts = self._place.table_id(RECEIPTS)
            days = [receipt.game_date for receipt in replacement.receipts]
            statements.append(no_other_writer(table.name, receipts, staged, Days(min(days), max(days))))
            statements.append(self._inserted(RECEIPTS, RECEIPTS_SCHEMA, f"SELECT * FROM {quoted(staged)}"))  # noqa: S608
        if replacement.days:
            replaced = self._days_replaced(replacement)
            variables += replaced.variables
            statements += replaced.statements
        if replacement.notes.num_rows:
            notes = f"SELECT * FROM {quoted(self._load(replacement.notes))}"  # noqa: S608
            statements.append(self._inserted(QUARANTINE, QUARANTINE_SCHEMA, notes))
        if replacement.withheld.num_rows:
            withheld = withheld_rows(table, _id_of(replacement.stage), self._load(replacement.withheld))
            statements.append(self._inserted(QUARANTINE, QUARANTINE_SCHEMA, withheld))
        self._jobs.write(script(variables, statements), table.name)

    def _days_replaced(self, replacement: Replacement) -> DaysReplaced:
        table = replacement.table
        span = Days(min(replacement.days), max(replacement.days))
        return DaysReplaced(
            table=table,
            target=self._place.table_id(table.name),
            days=replacement.days,
            rows=self._sql(replacement.rows),
            meant=replacement.fingerprints,
            read_back=self.hashed(table, self.slice(table.name, table.schema(), span)).sql,
        )

    def _inserted(self, ledger: str, schema: sch.Schema, rows: str) -> str:
        return insertion(self._place.table_id(ledger), schema, rows)

    def append(self, ledger: Ledger, rows: pa.Table) -> None:
        self._tables.ensure(ledger.name, ledger.schema, _key_of(ledger.schema))
        if rows.num_rows:
            growth = self._growth(Entries(ledger, rows))
            self._jobs.write(script(growth.variables, growth.statements), ledger.name)

    def _growth(self, entries: Entries) -> Growth:
        ledger = entries.ledger
        self._tables.ensure(ledger.name, ledger.schema, _key_of(ledger.schema))
        days = entries.rows[PARTITION].to_pylist()
        return Growth(
            ledger=self._place.table_id(ledger.name),
            name=ledger.name,
            names=list(ledger.schema),
            staged=self._load(entries.rows),
            rows=entries.rows.num_rows,
            days=Days(min(days), max(days)),
        )

    def mark(self, ledgers: Sequence[str]) -> str:
        return "; ".join(self._tables.mark(name) for name in ledgers)

    def entries(self, ledger: Ledger, days: Days) -> Relation:
        if not self._tables.exists(ledger.name):
            nothing = ", ".join(f"CAST(NULL AS {type_of(t)}) AS {quoted(name)}" for name, t in ledger.schema.items())
            return Query(f"SELECT * FROM (SELECT {nothing}) WHERE FALSE", ledger.schema)  # noqa: S608
        return self.slice(ledger.name, ledger.schema, days)


def _key_of(schema: sch.Schema) -> list[str]:
    """What a ledger is looked up by."""
    return [PARTITION, *(name for name in ("table_name",) if name in schema)]


def _id_of(staged: ir.Table) -> str:
    """The id of a staging table that `_staged` made a relation of."""
    table = staged.op()
    return f"{table.namespace.catalog}.{table.namespace.database}.{table.name}"
