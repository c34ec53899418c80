"""A job of BigQuery is waited for, found again and begun again; a request has an end, and an error names its job."""

from __future__ import annotations

import io

import ibis
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import requests
from bigquery_server import on_bigquery
from builders import TODAY, game, publish_rows, shown
from google.api_core.exceptions import Forbidden, RetryError
from wire import Fault, Request, answer, refusal

from nba_pipeline.warehouse.bigquery.errors import is_worth_retrying
from nba_pipeline.warehouse.errors import WarehouseError
from nba_pipeline.warehouse.templates import Query

pytestmark = [*on_bigquery]


def fails_while_it_runs(reason: str) -> Fault:
    """The first script is taken, runs, and fails; whoever asks for its results is told the failure as an HTTP error."""
    taken: dict[str, dict] = {}

    def strike(request: Request, _) -> requests.Response | None:
        if request.publishes() and not taken:
            taken[request.job_id] = request.job
            return answer(request, 200, request.job | {"status": {"state": "RUNNING"}})
        asked = request.path.rsplit("/", 1)[-1]
        if asked not in taken:
            return None
        if "/queries/" in request.path:
            return refusal(request, 503, reason, "a fault that passes")
        error = {"reason": reason, "message": "a fault that passes"}
        status = {"state": "DONE", "errorResult": error, "errors": [error]}
        return answer(request, 200, taken[asked] | {"status": status})

    return strike


@pytest.mark.timeout(30)
@pytest.mark.parametrize("reason", ["backendError", "internalError", "rateLimitExceeded", "jobBackendError"])
def test_a_job_that_fails_in_passing_while_it_runs_is_begun_again_under_the_next_number(engine, wire, reason):
    wire.fault = fails_while_it_runs(reason)

    publish_rows(engine, TODAY, game("G1", players=3))

    scripts = [request.job_id for request in wire.sent if request.publishes()]
    assert [job_id[-2:] for job_id in scripts] == ["_1", "_2"]
    assert shown(engine, TODAY).rows == game("G1", players=3)


def test_what_was_asked_for_in_vain_for_a_while_is_asked_for_again_where_that_may_help():
    denied = Forbidden("not yours", errors=[{"reason": "accessDenied"}])

    assert is_worth_retrying(RetryError("time is up", requests.ConnectionError("cut off")))
    assert not is_worth_retrying(RetryError("time is up", denied))


def test_a_job_that_is_taken_and_not_yet_found_is_asked_for_again(engine, wire):
    taken: list[str] = []

    def strike(request: Request, send):
        if request.publishes() and request.job_id in taken:
            return refusal(request, 409, "duplicate", f"Already Exists: Job {request.job_id}")
        if request.publishes():
            taken.append(request.job_id)
            send()
            raise requests.ConnectionError("the answer is lost")
        if request.path.rsplit("/", 1)[-1] in taken and len(taken) < 3:
            taken.append("asked for in vain")
            return refusal(request, 404, "notFound", "Not found: Job")
        return None

    wire.fault = strike

    publish_rows(engine, TODAY, game("G1", players=4))

    assert taken.count("asked for in vain") == 2
    assert shown(engine, TODAY).rows == game("G1", players=4)


def test_a_load_whose_end_nobody_can_ask_for_is_told_with_its_job_and_publishes_nothing(impatient, wire, good_day):
    def strike(request: Request, send):
        if request.uploads():
            return answer(request, 200, send().json() | {"status": {"state": "RUNNING"}})
        if request.method == "GET" and "/jobs/" in request.path:
            raise requests.ConnectionError("no route to host")
        return None

    wire.fault = strike
    with pytest.raises(WarehouseError, match=r"upload_\w+ \(job nba_load_upload_\w+_1\): .*no route to host"):
        publish_rows(impatient, TODAY, game("G1", players=5))
    wire.fault = None

    assert shown(impatient, TODAY) == good_day


def test_no_request_waits_for_ever(engine, wire):
    publish_rows(engine, TODAY, game("G1", players=6))

    assert [f"{request.method} {request.path}" for request in wire.sent if not request.timeout] == []
    assert {request.method for request in wire.sent} >= {"GET", "POST", "PUT", "DELETE"}


def test_what_was_published_stays_published_where_its_stage_cannot_be_dropped(engine, wire, caplog):
    def keep(request: Request, _):
        return refusal(request, 403, "accessDenied", "it is not yours") if request.method == "DELETE" else None

    wire.fault = keep
    publication = publish_rows(engine, TODAY, game("G1", players=7))
    wire.fault = None

    assert publication.receipts
    assert shown(engine, TODAY).rows == game("G1", players=7)
    assert "The stage expires by itself within a day" in caplog.text


def test_a_column_of_nothing_but_nulls_is_loaded_as_it_is_declared(engine, wire):
    empty = pa.table({"game_id": pa.nulls(0), "points": pa.array([], pa.int64())})

    found = engine.fetch(engine.upload(empty))

    (sent,) = [request.data for request in wire.sent if request.uploads()]
    assert pq.read_schema(io.BytesIO(sent)).field("game_id").type == pa.string()
    assert found.num_rows == 0


def test_a_read_that_fails_names_its_job_and_the_table_that_it_was_for(engine, wire):
    wire.fault = lambda request, _: refusal(request, 400, "invalidQuery", "no such thing") if request.job else None

    with (
        pytest.raises(WarehouseError, match=r"a query for nba_test\.player_lines \(job nba_read_\w+_1\): .*no such"),
        engine.working_on("nba_test.player_lines", TODAY, "run 1"),
    ):
        engine.fetch(Query("SELECT 1 AS one", ibis.schema({"one": "int64"})))
