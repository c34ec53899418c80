"""What holds for the alerts in SQLite holds for those in PostgreSQL."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Barrier
from time import perf_counter

import pytest
import sqlalchemy as sa
from desk import AT, DAY, Post, watched
from postgres import postgres  # noqa: F401  # a fixture
from receiver import Receiver

from nba_pipeline.alerts import database
from nba_pipeline.alerts.acceptances import accept, accepted_gaps, undo
from nba_pipeline.alerts.conditions import Level
from nba_pipeline.alerts.database import PATIENCE_OF_LOOKS, AlertDatabase, AlertsUnusable, acceptances
from nba_pipeline.alerts.settings import AlertSettings
from nba_pipeline.clock import FixedClock
from nba_pipeline.reliability.on_record import Answer
from nba_pipeline.reliability.results import RuleStatus
from nba_pipeline.reliability.rules.base import Severity
from nba_pipeline.statuses import DayState

HOUR = timedelta(hours=1)
MANY = 8

pytestmark = pytest.mark.slow


@pytest.fixture
def post(postgres: str, tmp_path: Path, receiver: Receiver) -> Iterator[Post]:  # noqa: F811
    address = receiver.webhook
    office = Post(tmp_path, FixedClock(AT), {"slack_webhook": address, "alerts_url": postgres})
    yield office
    with sa.create_engine(postgres.replace("://", "+psycopg://")).begin() as connection:
        for table in ("deliveries", "messages", "incidents", "seen_runs", "acceptances"):
            connection.execute(sa.text(f"DROP TABLE IF EXISTS {table}"))


def test_an_incident_is_told_once_when_it_grows_and_when_it_is_over(post: Post, receiver: Receiver) -> None:
    assert post.open == [], "whoever looks creates nothing"
    for condition in (watched(games=1), watched(games=1), watched(games=3), watched(level=Level.OK)):
        post.watch(condition)
        post.deliver()

    assert receiver.headers_of_messages == [
        ":warning: the morning failed",
        ":warning: the morning failed",
        ":white_check_mark: Recovered: the morning",
    ]
    assert post.open == []
    assert not list(post.home.iterdir()), "nothing is kept beside it"


def test_what_a_receiver_refuses_is_kept_shown_and_delivered_in_order(post: Post, receiver: Receiver) -> None:
    receiver.down = True
    for subject in ("first", "second"):
        post.watch(watched(subject, games=1), subject=subject)
    post.deliver()
    assert [message.error for message in post.undelivered] == ["slack webhook: HTTP 503", None]
    (opened, _) = post.open
    assert (opened.opened_at, opened.day) == (AT, DAY)

    receiver.down = False
    post.after(HOUR).deliver()

    assert receiver.headers_of_messages == [":warning: first failed", ":warning: second failed"]
    assert post.undelivered == []


def test_processes_that_see_the_same_at_once_tell_it_once(post: Post, receiver: Receiver) -> None:
    together = Barrier(MANY)

    def look(_: int) -> None:
        together.wait()
        post.watch(watched(games=1))
        post.deliver()

    with ThreadPoolExecutor(MANY) as processes:
        list(processes.map(look, range(MANY)))

    assert receiver.headers_of_messages == [":warning: the morning failed"]
    assert post.undelivered == []


def test_a_database_that_is_gone_is_said_without_its_password(post: Post) -> None:
    away = AlertSettings(alerts_url="postgresql://nba:planted@/postgres?host=/nowhere")

    with (
        pytest.raises(AlertsUnusable, match="database of NBA_ALERTS_URL cannot be read or kept") as said,
        AlertDatabase(post.home, away).reading(),
    ):
        pass

    assert "planted" not in str(said.value)


def test_a_gap_is_accepted_shown_and_taken_back(post: Post) -> None:
    gap = Answer(
        *(DAY, AT, DayState.FINAL, "A2", "Boxscores vs Schedule", 2, Severity.HIGH, RuleStatus.FAIL, 3, 2),
        message="Missing boxscores: 1 games",
        missing=["0022500584"],
    )
    with post.database.reading() as connection:
        assert accepted_gaps(connection) == []
    with post.database.writing() as connection:
        accept(connection, [gap], "the archive lacks it", "Ann", AT)

    with post.database.writing() as connection:
        (standing,) = accepted_gaps(connection, DAY)
        assert standing.covers(gap)
        assert not standing.covers(replace(gap, missing=["0022500585"]))
        assert not standing.covers(replace(gap, actual=1))
        assert not standing.covers(replace(gap, status=RuleStatus.BLOCKED))
        undo(connection, [standing], "Bob", AT + HOUR)
        assert accepted_gaps(connection) == []
        assert connection.execute(sa.select(acceptances.c.undone_by)).scalars().all() == ["Bob"]


def test_who_only_looks_waits_no_longer_than_a_page_may(post: Post) -> None:
    with post.database.writing():
        pass  # from now on there is something to look at
    begin = perf_counter()
    with pytest.raises(AlertsUnusable, match="statement timeout"), post.database.reading() as connection:
        connection.execute(sa.text("SELECT pg_sleep(30)"))

    assert perf_counter() - begin < 2 * PATIENCE_OF_LOOKS


def test_a_database_that_accepts_and_says_nothing_is_given_up(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"postgresql://nba:planted@127.0.0.1:{silent.getsockname()[1]}/alerts"
        silenced = AlertDatabase(post.home, AlertSettings(alerts_url=address))
        for one in (silenced.reading, silenced.writing):
            begin = perf_counter()
            with pytest.raises(AlertsUnusable, match="timeout"), one():
                pass
            assert perf_counter() - begin < 4
