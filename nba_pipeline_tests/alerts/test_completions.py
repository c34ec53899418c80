"""Completion events (R-008), with the real Pub/Sub client against a server on the loopback that speaks Publish."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import dagster as dg
import grpc
import pytest
from desk import AT
from google.pubsub_v1.types import PublishRequest, PublishResponse

from nba_pipeline.alerts import completions
from nba_pipeline.alerts.channels import NotDelivered
from nba_pipeline.alerts.completions import Topic
from nba_pipeline.alerts.incidents import open_incidents
from nba_pipeline.alerts.outbox import last_delivered, waiting
from nba_pipeline.clock import FixedClock
from nba_pipeline.orchestration.alerting import Alerts, SystemClock
from nba_pipeline.orchestration.partitions import GAME_DAYS
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.settings import Settings

TOPIC = "projects/nba/topics/completions"
DAY = "2026-01-15"


@dataclass
class PubSub:
    """A Publisher that keeps what is published; `down` for a while, on the same port."""

    port: int = 0
    published: list[tuple[str, dict, dict[str, str]]] = field(default_factory=list)
    refuses: grpc.StatusCode | None = None
    _server: grpc.Server | None = None

    def start(self) -> None:
        self._server = grpc.server(ThreadPoolExecutor(2), options=[("grpc.so_reuseport", 0)])
        publish = grpc.unary_unary_rpc_method_handler(
            self.publish, PublishRequest.deserialize, PublishResponse.serialize
        )
        handler = grpc.method_handlers_generic_handler("google.pubsub.v1.Publisher", {"Publish": publish})
        self._server.add_generic_rpc_handlers((handler,))
        self.port = self._server.add_insecure_port(f"127.0.0.1:{self.port}")
        self._server.start()

    def stop(self) -> None:
        self._server.stop(grace=None).wait()

    def publish(self, request: PublishRequest, context: grpc.ServicerContext) -> PublishResponse:
        if self.refuses:
            context.abort(self.refuses, "no such topic")
        for message in request.messages:
            self.published.append((request.topic, json.loads(message.data), dict(message.attributes)))
        return PublishResponse(message_ids=[f"{len(self.published) + n}" for n, _ in enumerate(request.messages)])


@dataclass
class Night:
    instance: dg.DagsterInstance
    alerts: Alerts
    clock: FixedClock

    def run(self, day: str = DAY) -> str:
        """A green run that publishes a day of one table, which has receipts, and of one that has none."""
        proven = {
            "receipt": "receipt-1",
            "state": "COMPLETE",
            "dagster/partition_row_count": 36,
            "content_hash": "c0ffee",
        }

        @dg.asset(key=["nba_raw", "player_boxscores"], partitions_def=GAME_DAYS)
        def player_boxscores() -> dg.MaterializeResult:
            return dg.MaterializeResult(metadata=proven)

        @dg.asset(key=["elsewhere", "unproven"], partitions_def=GAME_DAYS)
        def unproven() -> None: ...

        job = dg.define_asset_job("postgame", selection="*")
        resolved = dg.Definitions([player_boxscores, unproven], jobs=[job]).resolve_job_def("postgame")
        result = resolved.execute_in_process(instance=self.instance, partition_key=day)
        assert result.success
        return result.run_id

    def look(self, after: timedelta = timedelta(0)) -> None:
        self.clock.moment += after
        self.alerts.examine_runs(self.instance)
        self.alerts.deliver()

    @property
    def waiting(self) -> list[str]:
        with self.alerts.database.reading() as connection:
            return [m.document.get("table") or m.document["header"] for m in waiting(connection)]

    @property
    def open(self) -> list[str]:
        with self.alerts.database.reading() as connection:
            return [incident.key for incident in open_incidents(connection)]


@pytest.fixture
def pubsub(monkeypatch: pytest.MonkeyPatch) -> Iterator[PubSub]:
    server = PubSub()
    server.start()
    monkeypatch.setenv("PUBSUB_EMULATOR_HOST", f"127.0.0.1:{server.port}")
    monkeypatch.setenv("NBA_PUBSUB_TOPIC", TOPIC)
    monkeypatch.setattr(Topic.__init__, "__defaults__", (0.3,))  # seconds of patience
    yield server
    server.stop()


@pytest.fixture
def night(tmp_path: Path, pubsub: PubSub) -> Iterator[Night]:
    clock = FixedClock(SystemClock().now())
    pipeline = Pipeline(given=Settings(home=tmp_path), own_clock=FixedClock(AT))
    with dg.DagsterInstance.ephemeral() as instance:
        yield Night(instance, Alerts(pipeline, clock), clock)


def test_a_published_day_is_told_to_the_topic_once(night: Night, pubsub: PubSub) -> None:
    run_id = night.run()
    night.look()
    night.look()

    ((topic, message, attributes),) = pubsub.published
    assert topic == TOPIC
    assert message == {
        "table": "nba_raw.player_boxscores",
        "run_id": run_id,
        "job": "postgame",
        "days": [{"game_date": DAY, "state": "COMPLETE", "rows": 36, "receipt": "receipt-1"}],
    }
    assert attributes == {
        "dedup_key": f"{run_id}:nba_raw.player_boxscores",
        "table": "nba_raw.player_boxscores",
        "run_id": run_id,
    }


def test_a_topic_that_is_out_of_reach_fails_no_run_is_alerted_and_forgets_nothing(night: Night, pubsub: PubSub) -> None:
    pubsub.stop()
    night.run("2026-01-14")
    night.run("2026-01-15")
    for _ in range(completions.ATTEMPTS_BEFORE_ALERT):
        assert night.open == []
        night.look(after=timedelta(hours=1))

    alert = ":warning: R-008: Completion publish failed - nba_raw.player_boxscores"
    assert night.waiting == ["nba_raw.player_boxscores", "nba_raw.player_boxscores", alert]
    assert night.open == ["completion:nba_raw.player_boxscores"]
    night.look(after=timedelta(hours=1))
    assert len(night.waiting) == 3, "the alert is told once"

    pubsub.start()
    night.look(after=timedelta(hours=1))

    assert [message["days"][0]["game_date"] for _, message, _ in pubsub.published] == ["2026-01-14", "2026-01-15"]
    assert night.open == []
    recovered = ":white_check_mark: Recovered: R-008: Completion publish of nba_raw.player_boxscores"
    assert night.waiting == [alert, recovered]
    with night.alerts.database.reading() as connection:
        assert len(last_delivered(connection, 9)) == 2


@pytest.mark.parametrize("code", [grpc.StatusCode.NOT_FOUND, grpc.StatusCode.PERMISSION_DENIED])
def test_a_topic_that_refuses_is_told_in_its_words(pubsub: PubSub, code: grpc.StatusCode) -> None:
    pubsub.refuses = code

    with pytest.raises(NotDelivered, match="no such topic"):
        Topic(TOPIC, 0.3).send({"table": "t", "run_id": "r"}, "key")


def test_without_a_topic_nothing_waits_for_one(night: Night, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NBA_PUBSUB_TOPIC")
    night.run()
    night.alerts.examine_runs(night.instance)

    assert night.waiting == []
