"""What is in the warehouse beside rows: datasets and tables, made from contracts and compared with them.

A table is partitioned by `game_date`, clustered by its key, and refuses a query without a bound by date. What is
only added to a contract is added to the table. Staging tables are in a dataset of their own, where they expire.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

import ibis.expr.schema as sch
from google.api_core.exceptions import Conflict, NotFound
from google.cloud import bigquery
from google.cloud.bigquery import DEFAULT_RETRY

from nba_pipeline.warehouse.bigquery.dialect import quoted, type_of
from nba_pipeline.warehouse.bigquery.jobs import ANSWERS_WITHIN, Jobs, telling
from nba_pipeline.warehouse.bigquery.layout import lay_out, misplaced
from nba_pipeline.warehouse.errors import ContractChanged, WarehouseError

STAGING = "nba_staging"
STAGING_EXPIRES_MS = 24 * 3600 * 1000

_BRIEFLY = DEFAULT_RETRY.with_timeout(30.0)  # what is not dropped expires

# The API gives some types the names of an older dialect.
_ELDER_NAMES = {"INTEGER": "INT64", "FLOAT": "FLOAT64", "BOOLEAN": "BOOL"}
_REQUIRED, _NULLABLE = "REQUIRED", "NULLABLE"


@dataclass(frozen=True)
class Place:
    """Where the tables of one environment are: a project, and what the names of its datasets begin with."""

    project: str
    location: str
    prefix: str = ""

    def table_id(self, name: str) -> str:
        """The full id of `dataset.table`."""
        return f"{self.project}.{self.prefix}{name}"

    def __str__(self) -> str:
        return f"project {self.project}, datasets {self.prefix}nba_*, location {self.location}"


class Tables:
    """The tables of one environment, each looked up once."""

    def __init__(self, client: bigquery.Client, jobs: Jobs, place: Place, read_only: bool) -> None:
        self._client = client
        self._jobs = jobs
        self._place = place
        self._read_only = read_only
        self._known: set[str] = set()
        self._staging_is_there = False

    def ensure(self, name: str, schema: sch.Schema, key: Sequence[str]) -> None:
        """Make the table, or add what its contract adds; ContractChanged where it differs otherwise."""
        if name in self._known:
            return
        table_id = self._place.table_id(name)
        with telling(table_id):
            found = self._get(table_id)
            if found is None:
                self._make(name, schema, key)
            else:
                self._compare(found, name, schema)
                self._compare_layout(found, name, schema, key)
        self._known.add(name)

    def exists(self, name: str) -> bool:
        """Whether there is such a table."""
        table_id = self._place.table_id(name)
        with telling(table_id):
            return name in self._known or self._get(table_id) is not None

    def mark(self, name: str) -> str:
        """When the table was last changed, and how many rows it has."""
        table_id = self._place.table_id(name)
        with telling(table_id):
            found = self._get(table_id)
        return f"{found.modified} {found.num_rows}" if found else "not there"

    def stage(self, name: str) -> str:
        """The id of a new table that expires."""
        dataset_id = f"{self._place.project}.{self._place.prefix}{STAGING}"
        if not self._staging_is_there:
            with telling(dataset_id):
                self._ensure_staging(dataset_id)
            self._staging_is_there = True
        return f"{dataset_id}.{name}"

    def drop(self, table_id: str) -> None:
        with telling(table_id):
            self._client.delete_table(table_id, retry=_BRIEFLY, timeout=ANSWERS_WITHIN, not_found_ok=True)

    def _get(self, table_id: str) -> bigquery.Table | None:
        try:
            return self._client.get_table(table_id, timeout=ANSWERS_WITHIN)
        except NotFound:
            return None

    def _make(self, name: str, schema: sch.Schema, key: Sequence[str]) -> None:
        if self._read_only:
            raise WarehouseError(f"{name} was never made in {self._place}. Make it with: nba run or nba backfill")
        table = bigquery.Table(self._place.table_id(name), fields(schema))
        lay_out(table, key)
        self._make_dataset(f"{self._place.project}.{table.dataset_id}")
        with suppress(Conflict):  # another process was first
            self._client.create_table(table, timeout=ANSWERS_WITHIN)

    def _make_dataset(self, dataset_id: str) -> None:
        dataset = bigquery.Dataset(dataset_id)
        dataset.location = self._place.location
        with suppress(Conflict):
            self._client.create_dataset(dataset, timeout=ANSWERS_WITHIN)

    def _ensure_staging(self, dataset_id: str) -> None:
        self._make_dataset(dataset_id)
        dataset = self._client.get_dataset(dataset_id, timeout=ANSWERS_WITHIN)
        if dataset.default_table_expiration_ms != STAGING_EXPIRES_MS:
            dataset.default_table_expiration_ms = STAGING_EXPIRES_MS
            self._client.update_dataset(dataset, ["default_table_expiration_ms"], timeout=ANSWERS_WITHIN)

    def _compare(self, found: bigquery.Table, name: str, schema: sch.Schema) -> None:
        held = {field.name: (_type(field), field.mode) for field in found.schema}
        declared = {field.name: (_type(field), field.mode) for field in fields(schema)}
        refused = _refused(quoted(self._place.table_id(name)), held, declared)
        if refused:
            changed = sorted(
                column for column in held.keys() | declared.keys() if held.get(column) != declared.get(column)
            )
            raise ContractChanged(
                f"{name} in {self._place} was made from another contract; different columns: {', '.join(changed)}. "
                f"Run {'; '.join(refused)}; then make its days again with: nba backfill"
            )
        if held == declared:
            return
        if self._read_only:
            raise ContractChanged(f"{name} in {self._place} lacks what its contract adds. Add it with: nba doctor")
        for statement in _added(quoted(self._place.table_id(name)), held, declared):
            self._jobs.define(statement, name)

    def _compare_layout(self, found: bigquery.Table, name: str, schema: sch.Schema, key: Sequence[str]) -> None:
        wrong = misplaced(found, schema, key)
        if wrong:
            raise ContractChanged(
                f"{name} in {self._place} {' and '.join(wrong)}, so that queries cost more than they must. "
                f"Run {'; '.join(wrong.values())}"
            )


def fields(schema: sch.Schema) -> list[bigquery.SchemaField]:
    """The columns as BigQuery declares them."""
    return [
        bigquery.SchemaField(name, type_of(dtype), _NULLABLE if dtype.nullable else _REQUIRED)
        for name, dtype in schema.items()
    ]


def _type(field: bigquery.SchemaField) -> str:
    return _ELDER_NAMES.get(field.field_type, field.field_type)


def _added(table: str, held: Mapping[str, tuple[str, str]], declared: Mapping[str, tuple[str, str]]) -> list[str]:
    """The statements that add to the table what was added to its contract."""
    statements = []
    for name, (kind, mode) in declared.items():
        if name not in held:
            statements.append(f"ALTER TABLE {table} ADD COLUMN IF NOT EXISTS {quoted(name)} {kind}")
        elif mode != held[name][1]:
            statements.append(f"ALTER TABLE {table} ALTER COLUMN {quoted(name)} DROP NOT NULL")
    return statements


def _refused(table: str, held: Mapping[str, tuple[str, str]], declared: Mapping[str, tuple[str, str]]) -> list[str]:
    """The statements that would make the table as declared, where more is asked than to add to it."""
    statements = [f"ALTER TABLE {table} DROP COLUMN {quoted(name)}" for name in held if name not in declared]
    for name, (kind, mode) in declared.items():
        was, was_mode = held.get(name, (kind, _NULLABLE))
        if was != kind or (mode == _REQUIRED and was_mode != _REQUIRED):
            # a column can neither change its type nor become required; its rows have to be made again
            return [f"DROP TABLE {table}"]
    return statements
