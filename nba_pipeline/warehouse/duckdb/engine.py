"""The DuckDB engine: opens late, closes early, waits for another process's lock, publishes in one transaction.

Stages are temporary tables of the connection: a killed process leaves none behind. What it can leave is its
spill folder, which the next one to open the file for writing removes.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import date
from pathlib import Path
from uuid import uuid4

import ibis
import ibis.expr.operations as ops
import ibis.expr.schema as sch
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.compute as pc

from nba_pipeline.contracts import PARTITION, Table
from nba_pipeline.game_day import Days
from nba_pipeline.warehouse.content_hash import fingerprints
from nba_pipeline.warehouse.duckdb.connection import connect
from nba_pipeline.warehouse.duckdb.dialect import cell_as_json, declared, literal, quoted, type_of
from nba_pipeline.warehouse.engine import Ledger, Relation, Replacement
from nba_pipeline.warehouse.errors import ContractChanged, ReadBackDiffers, WarehouseError
from nba_pipeline.warehouse.questions import union
from nba_pipeline.warehouse.receipts import LEDGERS, QUARANTINE, RECEIPTS, receipts_frame
from nba_pipeline.warehouse.templates import Query, Templates

_NOTHING = (0, "0")


@ibis.udf.scalar.builtin(name="md5")  # type: ignore[untyped-decorator]
def _md5(text: str) -> str:  # type: ignore[empty-body]  # DuckDB's own function
    """The MD5 of a text in hexadecimal digits."""


class DuckDBEngine:
    """One connection to a warehouse file."""

    name = "duckdb"

    def __init__(self, path: Path, lock_timeout: float = 30.0, read_only: bool = False) -> None:
        self.path = path
        self._read_only = read_only
        self._templates = Templates(self.name, path.parent / "compiled")
        self._connection = connect(path, lock_timeout, read_only)
        if not read_only:
            shutil.rmtree(path.with_suffix(".duckdb.tmp"), ignore_errors=True)
        self._catalog = self._read_catalog()
        for name, schema in LEDGERS.items():
            self._ensure(name, schema)

    def __enter__(self) -> DuckDBEngine:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.disconnect()

    def working_on(self, table: str, days: Days, run_id: str | None = None) -> AbstractContextManager[None]:
        return nullcontext()

    def ensure(self, table: Table) -> None:
        self._ensure(table.name, table.schema())

    def _ensure(self, name: str, schema: sch.Schema) -> None:
        meant = {column: declared(dtype) for column, dtype in schema.items()}
        found = self._catalog.get(name)
        if found is None:
            if self._read_only:
                raise WarehouseError(f"{name} was never made in {self.path}. Make it with: nba run or nba backfill")
            columns = ", ".join(f'"{column}" {ddl}' for column, ddl in meant.items())
            self._rows(f'CREATE SCHEMA IF NOT EXISTS "{name.split(".")[0]}"')
            self._rows(f"CREATE TABLE {quoted(name)} ({columns})")
            self._catalog[name] = meant
        elif found != meant:
            changed = sorted(n for n in found.keys() | meant.keys() if found.get(n) != meant.get(n))
            raise ContractChanged(
                f"{name} in {self.path} was made from another contract; different columns: "
                f"{', '.join(changed)}. Move the warehouse aside and make it anew with: nba backfill"
            )

    def _read_catalog(self) -> dict[str, dict[str, str]]:
        """The columns of every table in the file, each as it would be declared."""
        catalog: dict[str, dict[str, str]] = {}
        columns = self._rows(
            "SELECT schema_name || '.' || table_name AS name, column_name, data_type, is_nullable "
            "FROM duckdb_columns() WHERE database_name = current_database() AND NOT internal ORDER BY column_index"
        )
        for row in columns.to_pylist():
            ddl = row["data_type"] + ("" if row["is_nullable"] else " NOT NULL")
            catalog.setdefault(row["name"], {})[row["column_name"]] = ddl
        return catalog

    def table(self, name: str) -> ir.Table:
        dataset, short_name = name.split(".")
        return self._connection.table(short_name, database=dataset)

    def slice(
        self,
        name: str,
        schema: sch.Schema,
        days: Days,
        without: Sequence[date] = (),
        among: Mapping[str, Sequence[str]] | None = None,
    ) -> Query:
        columns = ", ".join(f'"{column}"' for column in schema)
        conditions = [f"{PARTITION} BETWEEN DATE '{days.first}' AND DATE '{days.last}'"]
        if without:
            left_out = ", ".join(f"DATE '{day}'" for day in without)
            conditions.append(f"{PARTITION} NOT IN ({left_out})")
        for column, texts in (among or {}).items():
            conditions.append(f'"{column}" IN ({", ".join(map(literal, texts))})')
        where = " AND ".join(conditions)
        return Query(f"SELECT {columns} FROM {quoted(name)} WHERE {where}", schema)  # noqa: S608

    def template(self, key: str, build: Callable[[], ir.Table], relations: Mapping[str, Relation]) -> Query:
        compiled = self._templates.get(key, build)
        return compiled.over({name: self._sql(relation) for name, relation in relations.items()})

    def upload(self, rows: pa.Table) -> ir.Table:
        name = f"upload_{uuid4().hex}"
        self._connection.con.register(name, rows)
        return ibis.table(ibis.Schema.from_pyarrow(rows.schema), name=name)

    def stage(self, table: Table, rows: Relation) -> ir.Table:
        name = f"stage_{uuid4().hex}"
        # an expression's type is what Ibis believes: a date minus days is a timestamp here
        columns = ", ".join(f'"{column}" {type_of(dtype)}' for column, dtype in table.schema().items())
        self._rows(f"CREATE TEMP TABLE {name} ({columns})")
        self._rows(f"INSERT INTO temp.{name} BY NAME {self._sql(rows)}")
        return ibis.table(table.schema(), name=name)

    def discard(self, stage: ir.Table) -> None:
        self._rows(f"DROP TABLE IF EXISTS temp.{stage.get_name()}")

    def fetch(self, rows: Relation) -> pa.Table:
        return self._rows(self._sql(rows))

    def together(self, questions: Sequence[Relation]) -> Query:
        return union([Query(self._sql(asked), asked.schema()) for asked in questions], quoted, type_of)

    def hashed(self, table: Table, rows: Relation, days: Days | None = None) -> Query:
        # a scan of so few rows takes one thread, a union several; for one day it would only be more to plan
        if days is not None and len(days) == 1:
            return self._fingerprints(table, rows)
        halves = [
            f"SELECT * FROM ({self._sql(rows)}) WHERE day({PARTITION}) % 2 = {odd}"  # noqa: S608
            for odd in (0, 1)
        ]
        hashes = [self._fingerprints(table, Query(half, table.schema())) for half in halves]
        return Query(" UNION ALL ".join(f"({half.sql})" for half in hashes), hashes[0].columns)

    def _fingerprints(self, table: Table, rows: Relation) -> Query:
        return self.template(
            f"{table.name} fingerprints",
            lambda: fingerprints(table, ibis.table(table.schema(), name="asked"), _md5),
            {"asked": rows},
        )

    def _sql(self, rows: Relation) -> str:
        if isinstance(rows, Query):
            return rows.sql
        if isinstance(rows.op(), ops.UnboundTable):  # a stage or an upload, whose name is not worth a compilation
            return f"SELECT * FROM {quoted(rows.get_name())}"  # noqa: S608
        return str(self._connection.compile(rows))

    def _rows(self, sql: str, parameters: Sequence[object] = ()) -> pa.Table:
        return self._connection.con.execute(sql, parameters).to_arrow_table()

    def replace(self, replacement: Replacement) -> None:
        trace = replacement.trace
        if trace is not None:
            self._ensure(trace.ledger.name, trace.ledger.schema)
        with self._transaction():
            if trace is not None:
                self._grow(trace.ledger, trace.rows)
            if replacement.days:
                self._replace_days(replacement)
            self._append(RECEIPTS, receipts_frame(replacement.receipts))
            self._append(QUARANTINE, replacement.notes)
            self._quarantine(replacement)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.raw_sql("BEGIN TRANSACTION")
        try:
            yield
            self._connection.raw_sql("COMMIT")
        except BaseException:
            self._connection.raw_sql("ROLLBACK")
            raise

    def _replace_days(self, replacement: Replacement) -> None:
        table = replacement.table
        target = quoted(table.name)
        days = [list(replacement.days)]
        others = (
            f"SELECT {PARTITION}, count(*) AS n FROM {target} "  # noqa: S608
            f"WHERE {PARTITION} NOT IN (SELECT unnest($1)) GROUP BY 1 ORDER BY 1"
        )
        before = self._rows(others, days)
        self._rows(f"DELETE FROM {target} WHERE {PARTITION} IN (SELECT unnest($1))", days)  # noqa: S608
        self._insert(target, replacement.rows)
        span = Days(min(replacement.days), max(replacement.days))
        self._prove(replacement, self.slice(table.name, table.schema(), span))
        after = self._rows(others, days)
        if not before.equals(after):
            raise ReadBackDiffers(
                f"{table.name}: publishing {span} changed other days, which held {pc.sum(before['n']).as_py() or 0} "
                f"rows and then {pc.sum(after['n']).as_py() or 0}. Nothing was published."
            )

    def _insert(self, target: str, rows: Relation) -> None:
        self._rows(f"INSERT INTO {target} BY NAME {self._sql(rows)}")

    def _prove(self, replacement: Replacement, written: Relation) -> None:
        """The table holds what is staged, cell by cell, and as many rows of each day as the receipts say."""
        staged, read_back = (self._checksums(replacement.table, rows) for rows in (replacement.rows, written))
        for day, intended in replacement.fingerprints.items():
            meant, found = staged.get(day, _NOTHING), read_back.get(day, _NOTHING)
            if found != meant or found[0] != intended.rows:
                raise ReadBackDiffers(
                    f"{replacement.table.name} {day}: {intended.rows} rows (checksum {meant[1]}) were written, "
                    f"{found[0]} ({found[1]}) read back. Nothing was published."
                )

    def _checksums(self, table: Table, rows: Relation) -> dict[date, tuple[int, str]]:
        """Per game day the number of rows and the sum of their hashes, as only this engine makes them.

        Ten times as quick as the content hash, which other engines can make too and which the receipt keeps.
        """
        cells = ", ".join(f'"{column}"' for column in table.schema())
        found = self._rows(
            f"SELECT {PARTITION}, count(*) AS n, sum(hash({cells})::HUGEINT)::VARCHAR AS checksum "  # noqa: S608
            f"FROM ({self._sql(rows)}) GROUP BY 1"
        )
        return {row[PARTITION]: (row["n"], row["checksum"]) for row in found.to_pylist()}

    def append(self, ledger: Ledger, rows: pa.Table) -> None:
        self._ensure(ledger.name, ledger.schema)
        with self._transaction():
            self._grow(ledger, rows)

    def _grow(self, ledger: Ledger, rows: pa.Table) -> None:
        before = self._size(ledger)
        self._append(ledger.name, rows)
        grown = self._size(ledger) - before
        if grown != rows.num_rows:
            raise ReadBackDiffers(f"{ledger.name} grew by {grown} rows, not by {rows.num_rows}. None were kept.")

    def _size(self, ledger: Ledger) -> int:
        size: int = self._rows(f"SELECT count(*) AS n FROM {quoted(ledger.name)}")["n"][0].as_py()  # noqa: S608
        return size

    def mark(self, ledgers: Sequence[str]) -> str:
        # whoever writes has the file to himself; what one kept who was killed is in the log beside it
        log = self.path.with_name(f"{self.path.name}.wal")
        written = [file.stat() for file in (self.path, log) if file.exists()]
        return "; ".join(f"{file.st_mtime_ns} {file.st_size}" for file in written)

    def entries(self, ledger: Ledger, days: Days) -> Relation:
        if ledger.name not in self._catalog:
            return self.upload(ledger.schema.to_pyarrow().empty_table())
        return self.slice(ledger.name, ledger.schema, days)

    def _append(self, ledger: str, rows: pa.Table) -> None:
        if rows.num_rows:
            self._insert(quoted(ledger), self.upload(rows))

    def _quarantine(self, replacement: Replacement) -> None:
        if not replacement.withheld.num_rows:
            return
        games = self.upload(replacement.withheld).get_name()
        cells = ", ".join(f"{literal(c.name)}, {cell_as_json(c, 's')}" for c in replacement.table.columns)
        self._rows(
            f"INSERT INTO {QUARANTINE} BY NAME "  # noqa: S608
            f'SELECT g.* EXCLUDE ("row"), json_object({cells})::VARCHAR AS "row" '
            f"FROM temp.{replacement.stage.get_name()} AS s JOIN {games} AS g USING ({PARTITION}, game_id)"
        )
