"""Every job of BigQuery says who asked it and what for, and is counted with what it cost."""

from __future__ import annotations

import re
from collections.abc import Iterator

import ibis
import pyarrow as pa
import pytest
import requests
from asked import LOADS, READS, tables_read
from bigquery_server import BYTE_LIMIT, BigQueryServer, on_bigquery
from builders import (
    DAY,
    TABLE,
    THREE_DAYS,
    TODAY,
    frame,
    game,
    publish_rows,
    row,
)
from wire import Request, Wire, answer, conflict, for_a_while, still_failed

from nba_pipeline.warehouse.asking import asking
from nba_pipeline.warehouse.bigquery.engine import BigQueryEngine
from nba_pipeline.warehouse.engine import Entries, Ledger, Replacement

pytestmark = [*on_bigquery]

NOTES = Ledger("nba_test.notes", ibis.schema({"game_date": "!date", "note": "!string"}))
A_NOTE = pa.table({"game_date": [DAY], "note": ["a word"]})


@pytest.fixture
def engine(bigquery_server: BigQueryServer, tmp_path) -> Iterator[BigQueryEngine]:
    with bigquery_server.open(tmp_path, bigquery_server.new_prefix()) as opened:
        publish_rows(opened, TODAY, game("G1"))
        yield opened


@pytest.fixture
def wire(engine: BigQueryEngine) -> Wire:
    return Wire(engine._client)


def labels(wire: Wire) -> list[dict[str, str]]:
    return [job["configuration"].get("labels", {}) for job in wire.jobs]


def test_every_job_says_what_it_is_for_and_how_much_it_may_read(engine, wire):
    with asking("pregame"), engine.working_on("nba_test.player_lines", TODAY, "Run 1/a") as usage:
        publish_rows(engine, TODAY, game("G1", players=11))

    configurations = [job["configuration"] for job in wire.jobs]
    work = {"asked_by": "pregame", "table": "nba_test_player_lines", "game_date": f"{DAY}", "run_id": "run_1_a"}
    assert labels(wire) == [work] * len(configurations)
    queries = [one["query"] for one in configurations if "query" in one]
    assert {query["maximumBytesBilled"] for query in queries} == {f"{BYTE_LIMIT}"}
    assert (usage.queries, usage.loads) == (len(queries), len(configurations) - len(queries))


def test_a_job_of_no_step_says_who_asked_and_what_it_wrote(engine, wire):
    with asking("nba names"):
        engine.fetch(engine.slice(TABLE.name, TABLE.schema(), TODAY))
        engine.append(NOTES, A_NOTE)

    read, loaded, appended = labels(wire)
    assert read == loaded == {"asked_by": "nba_names"}
    assert appended == {"asked_by": "nba_names", "table": "nba_test_notes"}


def test_a_range_says_its_last_day_and_a_command_has_no_run(engine, wire):
    with engine.working_on(TABLE.name, THREE_DAYS):
        engine.fetch(engine.slice(TABLE.name, TABLE.schema(), THREE_DAYS))

    (said,) = labels(wire)
    assert said == {
        "asked_by": "python",
        "table": "nba_test_player_lines",
        "game_date": f"{THREE_DAYS.first}",
        "last_date": f"{THREE_DAYS.last}",
    }


def test_a_label_is_what_bigquery_takes(engine, wire):
    with asking("Nba Names/Ünlü " * 9), engine.working_on(TABLE.name, TODAY, "R" * 99):
        engine.fetch(engine.slice(TABLE.name, TABLE.schema(), TODAY))

    (said,) = labels(wire)
    assert [text for text in said.values() if not re.fullmatch(r"[a-z0-9_-]{1,63}", text)] == []


def test_the_end_of_a_block_is_the_end_of_its_count(engine):
    question = engine.slice(TABLE.name, TABLE.schema(), TODAY)
    with engine.working_on(TABLE.name, TODAY, "run 1") as outer:
        with engine.working_on(NOTES.name, TODAY, "run 1"):
            pass
        engine.fetch(question)

    assert outer.queries == 1


def test_what_an_engine_is_asked_for_is_one_query_each(engine):
    """So that queries can be counted where nothing is billed."""
    with engine.working_on(TABLE.name, TODAY, "run 1") as usage:
        stage = engine.stage(TABLE, engine.upload(frame(game("G1"))))
        assert (usage.queries, usage.loads) == (1, 1)
        engine.fetch(stage)
        assert usage.queries == 2
        engine.append(NOTES, A_NOTE)
        assert (usage.queries, usage.loads) == (3, 1 + LOADS["append"](NOTES, A_NOTE))

    with engine.working_on(TABLE.name, TODAY, "run 1") as usage:
        published = publish_rows(engine, TODAY, game("G1", players=11))
    assert list(published.receipts) == [DAY]  # a refusal asks less
    assert usage.queries == 3, "the stage, its audit, and the script that publishes"


@pytest.mark.parametrize("traced", [False, True], ids=["without a trace", "with a trace"])
def test_what_a_publication_loads_and_its_statements_read_is_known_beforehand(engine, wire, monkeypatch, traced):
    """So that they can be counted and reckoned where nothing is billed."""
    honest, replaced = engine.replace, []

    def replace(replacement: Replacement) -> None:
        if traced:
            replacement = Replacement(**replacement.__dict__ | {"trace": Entries(NOTES, A_NOTE)})
        with engine.working_on(TABLE.name, TODAY, "run 1") as usage:
            honest(replacement)
        replaced.append((replacement, usage))

    monkeypatch.setattr(engine, "replace", replace)
    publish_rows(engine, TODAY, [*game("G1", players=12), row(game="G2", points=1000)])

    ((replacement, usage),) = replaced
    assert replacement.withheld.num_rows > 0
    assert usage.loads == LOADS["replace"](replacement)
    (script,) = [request.job["configuration"]["query"]["query"] for request in wire.sent if request.publishes()]
    assert len(tables_read(script, "bigquery")) == READS["replace"](replacement)


def test_what_a_ledgers_script_reads_is_known_beforehand(engine, wire):
    engine.append(NOTES, A_NOTE)

    (script,) = [request.job["configuration"]["query"]["query"] for request in wire.sent if request.publishes()]
    assert len(tables_read(script, "bigquery")) == READS["append"](NOTES, A_NOTE)


def test_a_script_is_one_query_and_as_many_statements_as_were_run_for_it(engine, wire):
    """The emulator runs no child jobs; what BigQuery says of them is forged."""

    def tell(request: Request, send) -> requests.Response | None:
        if not request.publishes() and "/jobs/nba_write_" not in request.path:
            return None
        told = send()
        statistics = told.json().get("statistics", {})
        return answer(request, told.status_code, told.json() | {"statistics": statistics | {"numChildJobs": "9"}})

    wire.fault = tell
    with engine.working_on(NOTES.name, TODAY, "run 1") as usage:
        engine.append(NOTES, A_NOTE)
        wire.fault = None
        engine.fetch(engine.slice(TABLE.name, TABLE.schema(), TODAY))

    assert (usage.queries, usage.statements) == (2, 10)


def test_a_query_that_failed_was_asked_as_well(engine, wire):
    wire.fault = still_failed(for_a_while(conflict, times=2))

    with engine.working_on(TABLE.name, TODAY, "run 1") as usage:
        publish_rows(engine, TODAY, game("G1", players=3))

    assert usage.queries == 3 + 2


def test_what_was_spent_is_known_when_it_was_in_vain(engine, wire):
    engine._jobs._retry = engine._jobs._retry.with_timeout(1)
    wire.fault = still_failed(conflict)

    with (
        pytest.raises(Exception, match="another job kept changing"),
        engine.working_on(TABLE.name, TODAY, "run 1") as usage,
    ):
        publish_rows(engine, TODAY, game("G1", players=3))

    assert usage.queries > 3
