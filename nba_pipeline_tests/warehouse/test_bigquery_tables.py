"""Tables in BigQuery are made from their contracts; what a contract adds is added, anything else is refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from time import sleep

import google.auth
import pytest
from bigquery_server import REAL_PROJECT, BigQueryServer, on_bigquery
from builders import TABLE, TODAY, game, publish_rows, reopened, shown
from dagster_gcp import BigQueryResource
from google.auth.credentials import AnonymousCredentials
from google.auth.exceptions import DefaultCredentialsError
from google.cloud import bigquery

from nba_pipeline.contracts import Column, Table
from nba_pipeline.settings import ConfigurationError, Settings
from nba_pipeline.warehouse.bigquery import connection
from nba_pipeline.warehouse.bigquery.engine import BigQueryEngine
from nba_pipeline.warehouse.connection import open_warehouse
from nba_pipeline.warehouse.errors import ContractChanged

pytestmark = [*on_bigquery]

SALARY = Column("salary", int, "His salary", null="unknown")


@pytest.fixture
def engine(bigquery_server: BigQueryServer, tmp_path) -> Iterator[BigQueryEngine]:
    with bigquery_server.open(tmp_path, bigquery_server.new_prefix()) as opened:
        publish_rows(opened, TODAY, game("G1"))
        yield opened


def with_columns(columns: Sequence[Column]) -> Table:
    return replace(TABLE, columns=columns)


def declared(engine: BigQueryEngine):
    return engine._client.get_table(engine._place.table_id(TABLE.name))


def test_a_table_is_partitioned_by_day_and_clustered_by_its_key(engine):
    table = declared(engine)

    assert table.time_partitioning.field == "game_date"
    assert table.clustering_fields == ["game_id", "player_id"]
    if REAL_PROJECT:  # the emulator forgets it, and the tests remember it in its place
        assert table.require_partition_filter
    assert {field.name for field in table.schema if field.mode == "REQUIRED"} == {
        column.name for column in TABLE.columns if not column.null
    }


def test_a_column_that_may_be_null_is_added(engine):
    wider = with_columns([*TABLE.columns, SALARY])

    publish_rows(reopened(engine), TODAY, [cells | {"salary": 9} for cells in game("G1")], wider)

    assert {cells["salary"] for cells in shown(engine, TODAY, wider).rows} == {9}


def test_who_only_reads_adds_nothing(engine):
    wider = with_columns([*TABLE.columns, SALARY])

    with pytest.raises(ContractChanged, match=r"player_lines in project .* lacks what its contract adds"):
        shown(reopened(engine, read_only=True), TODAY, wider)

    assert "salary" not in {field.name for field in declared(engine).schema}


def test_a_column_that_goes_is_refused_with_the_statement_to_run(engine):
    narrower = with_columns([column for column in TABLE.columns if column.name != "note"])

    with pytest.raises(
        ContractChanged, match=r"different columns: note\. Run ALTER TABLE `.*player_lines` DROP COLUMN"
    ):
        publish_rows(reopened(engine), TODAY, [], narrower)


@pytest.mark.parametrize(
    "column",
    [replace(SALARY, null=None), replace(TABLE["points"], type=float), replace(TABLE["edge"], null=None)],
    ids=["a new one that is never null", "another type", "never null any more"],
)
def test_a_column_that_only_new_rows_can_have_is_refused_with_the_statement_to_run(engine, column: Column):
    others = [one for one in TABLE.columns if one.name != column.name]

    with pytest.raises(ContractChanged, match=rf"different columns: {column.name}\. Run DROP TABLE `.*player_lines`;"):
        publish_rows(reopened(engine), TODAY, [], with_columns([*others, column]))

    assert shown(engine, TODAY).rows == game("G1")


def test_connections_that_are_opened_at_once_do_not_take_each_others_key(monkeypatch, tmp_path):
    """A key is a variable of the process while a client is made."""
    under_way, at_once = [], []

    @contextmanager
    def get_client(_: BigQueryResource) -> Iterator[bigquery.Client]:
        under_way.append(1)
        sleep(0.02)
        at_once.append(len(under_way))
        yield bigquery.Client("league", AnonymousCredentials())
        under_way.pop()

    monkeypatch.setattr(BigQueryResource, "get_client", get_client)
    monkeypatch.setattr(connection, "BigQueryEngine", lambda *_: None)  # which would ask Google
    settings = Settings(home=tmp_path, warehouse="bigquery", bigquery_project="league")
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(connection.open_bigquery, [settings] * 4))

    assert at_once == [1] * 4


def told_otherwise(engine: BigQueryEngine, monkeypatch: pytest.MonkeyPatch, **layout: object) -> None:
    """From now on BigQuery tells the tables with another layout than they were made with."""
    honest = engine._client.get_table

    def get_table(table_id: str, **how: object) -> bigquery.Table:
        found = honest(table_id, **how)
        for name, value in layout.items():
            setattr(found, name, value)
        return found

    monkeypatch.setattr(engine._client, "get_table", get_table)


@pytest.mark.parametrize(
    ("layout", "told"),
    [
        (
            {"require_partition_filter": None},
            r"can be read without a bound by date, .* Run ALTER TABLE `.*` SET OPTIONS "
            r"\(require_partition_filter = TRUE\)$",
        ),
        (
            {"clustering_fields": ["player_id", "game_id"]},
            r"is clustered by player_id, game_id, not by game_id, player_id, .* "
            r"Run bq update --clustering_fields=game_id,player_id \S+:\S+player_lines$",
        ),
        (
            {"time_partitioning": None},
            r"is not partitioned by game_date, a day each, .* Run CREATE TABLE `.*player_lines_by_day` "
            r"\(`game_date` DATE NOT NULL, .* PARTITION BY game_date CLUSTER BY `game_id`, `player_id` OPTIONS "
            r"\(require_partition_filter = TRUE\) AS SELECT .* FROM `.*player_lines`; DROP TABLE `.*player_lines`; "
            r"ALTER TABLE `.*player_lines_by_day` RENAME TO `player_lines`$",
        ),
        (
            {"time_partitioning": bigquery.TimePartitioning("MONTH", field="game_date")},
            "is not partitioned by game_date",
        ),
        ({"time_partitioning": bigquery.TimePartitioning()}, "is not partitioned by game_date"),
    ],
    ids=["no filter required", "clustered otherwise", "not partitioned", "by month", "by the hour of arrival"],
)
def test_a_layout_that_makes_queries_dear_is_refused_with_what_mends_it(engine, monkeypatch, layout, told):
    again = reopened(engine)
    told_otherwise(engine, monkeypatch, **layout)

    with pytest.raises(ContractChanged, match=told):
        again.ensure(TABLE)


def test_a_ledger_that_can_be_read_whole_is_refused_when_the_warehouse_is_opened(engine, monkeypatch):
    told_otherwise(engine, monkeypatch, require_partition_filter=None)

    with pytest.raises(ContractChanged, match=r"nba_reliability\.receipts .* can be read without a bound by date"):
        reopened(engine)


def test_without_credentials_the_operator_is_told_where_to_put_them(monkeypatch, tmp_path):
    def absent(**_: object) -> None:
        raise DefaultCredentialsError("none were found")

    monkeypatch.setattr(google.auth, "default", absent)
    settings = Settings(home=tmp_path, warehouse="bigquery", bigquery_project="league")

    with pytest.raises(
        ConfigurationError, match=r"gcloud auth application-default login.* Google says: none were found"
    ):
        open_warehouse(settings)
