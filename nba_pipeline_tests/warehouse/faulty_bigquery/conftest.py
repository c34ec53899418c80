"""Fixtures: a warehouse in BigQuery, and the wire to it, on which everything can go wrong."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from bigquery_server import BYTE_LIMIT, BigQueryServer
from builders import TODAY, Shown, game, publish_rows, shown
from wire import Wire

from nba_pipeline.warehouse.bigquery.engine import BigQueryEngine
from nba_pipeline.warehouse.bigquery.jobs import Jobs


@pytest.fixture(scope="module")
def standing(bigquery_server: BigQueryServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BigQueryEngine]:
    """A warehouse with a published day, which every test leaves as good as it was."""
    with bigquery_server.open(tmp_path_factory.mktemp("compiled"), bigquery_server.new_prefix()) as opened:
        publish_rows(opened, TODAY, game("G1"))
        yield opened


@pytest.fixture
def engine(standing: BigQueryEngine) -> BigQueryEngine:
    """A connection of its own, whose wire may be cut."""
    client = standing._client
    jobs = Jobs(client, BYTE_LIMIT, patience=60, first_wait=0.01)
    return BigQueryEngine(client, standing._place, jobs, standing._templates._directory)


@pytest.fixture
def impatient(engine: BigQueryEngine) -> BigQueryEngine:
    """A connection that soon gives up."""
    engine._jobs = Jobs(engine._client, BYTE_LIMIT, patience=1, first_wait=0.01)
    return engine


@pytest.fixture
def wire(engine: BigQueryEngine) -> Iterator[Wire]:
    made = Wire(engine._client)
    yield made
    engine._client._http.request = made._send


@pytest.fixture
def good_day(engine: BigQueryEngine) -> Shown:
    return shown(engine, TODAY)
