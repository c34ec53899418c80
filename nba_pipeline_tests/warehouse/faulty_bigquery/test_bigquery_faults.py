"""BigQuery fails in its own ways: nothing is half published, the operator is told, and what passes is tried again."""

from __future__ import annotations

import pytest
import requests
from bigquery_server import on_bigquery
from builders import (
    TODAY,
    all_receipts,
    game,
    publish_rows,
    quarantine,
    reopened,
    row,
    shown,
    stages,
)
from wire import Request, answer, conflict, for_a_while, refusal, still_failed

from nba_pipeline.warehouse.errors import (
    PermissionDenied,
    QuotaExceeded,
    WarehouseBusy,
    WarehouseError,
)

pytestmark = [*on_bigquery]


def test_a_load_that_writes_fewer_rows_publishes_nothing(engine, wire, good_day):
    def lose_a_row(request: Request, send):
        if not request.uploads():
            return None
        told = send().json()
        told["statistics"]["load"]["outputRows"] = str(int(told["statistics"]["load"]["outputRows"]) - 1)
        return answer(request, 200, told)

    wire.fault = lose_a_row
    with pytest.raises(WarehouseError, match=r"upload_\w+ \(job \w+\): 2 of 3 rows were loaded\. Nothing"):
        publish_rows(engine, TODAY, game("G1", players=3))
    wire.fault = None

    assert shown(engine, TODAY) == good_day


def test_a_conflict_with_another_transaction_is_tried_again_under_a_new_job(engine, wire):
    wire.fault = still_failed(for_a_while(conflict, times=2))

    publish_rows(engine, TODAY, game("G1", players=3))

    scripts = [request.job_id for request in wire.sent if request.publishes()]
    assert [job_id[-2:] for job_id in scripts] == ["_1", "_2", "_3"]
    assert len({job_id[:-2] for job_id in scripts}) == 1
    assert shown(engine, TODAY).rows == game("G1", players=3)


def test_a_conflict_that_does_not_end_is_told_and_publishes_nothing(impatient, wire, good_day):
    wire.fault = still_failed(conflict)

    with pytest.raises(WarehouseBusy, match=r"nba_test\.player_lines \(job nba_write_\w+\): another job kept changing"):
        publish_rows(impatient, TODAY, game("G1", players=5))
    wire.fault = None

    assert shown(impatient, TODAY) == good_day
    assert stages(impatient) == []


@pytest.mark.parametrize(
    ("status", "reason", "kind", "remedy"),
    [
        (403, "accessDenied", PermissionDenied, "needs the roles BigQuery Data Editor and BigQuery Job User"),
        (403, "quotaExceeded", QuotaExceeded, "a quota of the project is used up"),
        (400, "bytesBilledLimitExceeded", QuotaExceeded, "raise NBA_BIGQUERY_BYTE_LIMIT"),
    ],
)
def test_what_waiting_does_not_mend_is_told_at_once(engine, wire, good_day, status, reason, kind, remedy):
    def refuse(request: Request, _):
        return refusal(request, status, reason, f"the words for {reason}") if request.publishes() else None

    wire.fault = refuse
    with pytest.raises(kind, match=rf"player_lines \(job nba_write_\w+\): .*{remedy}.*the words for {reason}"):
        publish_rows(engine, TODAY, game("G1", players=5))
    wire.fault = None

    assert len([request for request in wire.sent if request.publishes()]) == 1
    assert shown(engine, TODAY) == good_day


def test_a_rate_limit_is_waited_out(engine, wire):
    def refuse(request: Request, _):
        return refusal(request, 403, "rateLimitExceeded", "too fast") if request.publishes() else None

    wire.fault = for_a_while(refuse, times=1)

    publish_rows(engine, TODAY, game("G1", players=4))

    assert shown(engine, TODAY).rows == game("G1", players=4)


def test_a_load_that_is_cut_off_is_sent_again(engine, wire):
    left = [2]

    def cut(request: Request, _):
        if request.uploads() and left[0]:
            left[0] -= 1
            raise requests.ConnectionError("cut off")

    wire.fault = cut

    publish_rows(engine, TODAY, game("G1", players=5))

    assert shown(engine, TODAY).rows == game("G1", players=5)


def test_a_script_whose_answer_is_lost_is_not_run_twice(engine, wire):
    """The job is there, the client does not know it, and asks for it again under the same id."""
    taken: set[str] = set()
    before = len(all_receipts(engine))

    def lose_the_answer(request: Request, send):
        if not request.publishes():
            return None
        if request.job_id in taken:
            return refusal(request, 409, "duplicate", f"Already Exists: Job {request.job_id}")
        taken.add(request.job_id)
        send()
        raise requests.ConnectionError("the answer is lost")

    wire.fault = lose_the_answer
    publish_rows(engine, TODAY, game("G1", players=6))
    wire.fault = None

    assert shown(engine, TODAY).rows == game("G1", players=6)
    assert len(all_receipts(engine)) == before + 1


def test_a_connection_that_stays_cut_leaves_the_last_good_state(impatient, wire, good_day):
    def cut(request: Request, _):
        if request.publishes():
            raise requests.ConnectionError("no route to host")

    wire.fault = cut
    with pytest.raises(WarehouseError, match="no route to host"):
        publish_rows(impatient, TODAY, game("G1", players=7))
    wire.fault = None

    assert shown(impatient, TODAY) == good_day


def test_another_writer_of_the_same_day_is_not_overwritten(engine, monkeypatch):
    """He publishes after this one has read which revision is current, and before it writes."""
    write = engine._jobs.write
    other = reopened(engine)
    theirs = game("G1", players=8)

    def be_late(sql: str, about: str) -> None:
        if "BEGIN TRANSACTION" in sql:
            monkeypatch.undo()
            publish_rows(other, TODAY, theirs, run_id="theirs")
        write(sql, about)

    monkeypatch.setattr(engine._jobs, "write", be_late)
    with pytest.raises(WarehouseBusy, match=r"player_lines 2026-01-15: another process published it meanwhile"):
        publish_rows(engine, TODAY, game("G1", players=9), run_id="ours")

    now = shown(engine, TODAY)
    assert now.rows == theirs
    assert [receipt.run_id for receipt in now.receipts] == ["theirs"]


def test_a_script_that_fails_halfway_leaves_neither_rows_nor_receipts_nor_quarantine(engine, wire, good_day):
    held, receipts = quarantine(engine), all_receipts(engine)
    rows = [*game("G1", players=9), row(game="G2", points=1000)]

    def spoil(request: Request, _):
        if request.publishes():
            spoiled = request.data.replace(b"COMMIT TRANSACTION", b"SELECT ERROR('the disk of a slot is full')")
            return engine._client._http.__class__.request(
                engine._client._http,
                request.method,
                request.url,
                data=spoiled,
                headers={"Content-Type": "application/json"},
            )
        return None

    wire.fault = spoil
    with pytest.raises(WarehouseError, match="the disk of a slot is full"):
        publish_rows(engine, TODAY, rows)
    wire.fault = None

    assert shown(engine, TODAY) == good_day
    assert (quarantine(engine), all_receipts(engine)) == (held, receipts)


def test_a_stage_that_is_left_behind_expires(engine, monkeypatch):
    monkeypatch.setattr(engine._tables, "drop", lambda _: None)  # the process was killed
    publish_rows(engine, TODAY, game("G1", players=10))
    monkeypatch.undo()

    (left,) = stages(engine)
    table_id = engine._tables.stage(left)
    dataset = engine._client.get_dataset(table_id.rsplit(".", 1)[0])
    assert dataset.default_table_expiration_ms == 24 * 3600 * 1000
    engine._tables.drop(table_id)


def test_nothing_is_streamed(engine, wire):
    publish_rows(engine, TODAY, [*game("G1", players=12), row(game="G2", points=1000)])

    assert [request.path for request in wire.sent if "insertAll" in request.path] == []
    assert [request for request in wire.sent if request.uploads()] != []
