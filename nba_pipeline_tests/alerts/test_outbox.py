"""The outbox loses nothing and keeps the order: over failing receivers, restarts and dead processes."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa
from desk import Post, watched
from receiver import Receiver

from nba_pipeline.alerts import incidents, outbox
from nba_pipeline.alerts.channels import SlackWebhook
from nba_pipeline.alerts.conditions import Level
from nba_pipeline.alerts.database import AlertsUnusable

HOUR = timedelta(hours=1)


def test_a_message_is_delivered_once(post: Post, receiver: Receiver) -> None:
    post.watch(watched(games=1))

    assert [post.deliver(), post.deliver(at_once=True)] == [1, 0]

    assert receiver.headers_of_messages == [":warning: the morning failed"]
    assert post.undelivered == []


def test_a_receiver_that_is_down_for_an_hour_loses_none_and_keeps_the_order(
    post: Post, receiver: Receiver, a_minute: timedelta
) -> None:
    receiver.down = True
    for minute in range(60):
        if minute % 10 == 0:
            post.watch(watched(f"phase {minute}", games=1), subject=f"minute {minute}")
        post.after(a_minute).deliver()
    assert receiver.received == []
    assert [message.error for message in post.undelivered] == ["slack webhook: HTTP 503", *[None] * 5]

    receiver.down = False
    post.after(HOUR).deliver()

    assert receiver.headers_of_messages == [f":warning: minute {minute} failed" for minute in range(0, 60, 10)]
    assert post.undelivered == []


def test_attempts_grow_rarer_up_to_a_limit(post: Post, receiver: Receiver) -> None:
    receiver.down = True
    post.watch(watched(games=1))
    for _ in range(60):
        post.after(timedelta(seconds=15)).deliver()

    # the first, and 15, 45, 105, 225 and 465 seconds after it
    assert len(receiver.paths) == 6
    assert post.undelivered[0].attempts == 6
    assert [outbox.retry_after(attempts).total_seconds() for attempts in (6, 7, 8, 10_000)] == [480, 900, 900, 900]


def test_a_receiver_that_asks_for_time_gets_it(post: Post, receiver: Receiver) -> None:
    receiver.answers = [(429, {"Retry-After": "120"}, "slow down")]
    post.watch(watched(games=1))
    post.deliver()

    assert post.after(timedelta(seconds=119)).deliver() == 0
    assert len(receiver.paths) == 1
    assert post.after(timedelta(seconds=2)).deliver() == 1


def test_the_operator_need_not_wait_for_the_next_attempt(post: Post, receiver: Receiver) -> None:
    receiver.down = True
    post.watch(watched(games=1))
    post.deliver()
    receiver.down = False

    assert [post.deliver(), post.deliver(at_once=True)] == [0, 1]


def test_a_message_that_is_refused_by_itself_does_not_hold_up_the_others(post: Post, receiver: Receiver) -> None:
    receiver.answers = [(400, {}, "invalid_payload")]
    for subject in ("odd", "plain"):
        post.watch(watched(subject, games=1), subject=subject)
    post.deliver()
    post.watch(watched("late", games=1), subject="late")
    post.deliver()

    assert receiver.headers_of_messages == [":warning: plain failed", ":warning: late failed"]
    assert [message.error for message in post.undelivered] == ["slack webhook: HTTP 400"]


def test_a_redirect_is_no_delivery(post: Post, receiver: Receiver) -> None:
    receiver.answers = [(302, {"Location": f"{receiver.address}/elsewhere"}, "")]
    post.watch(watched(games=1))

    assert post.deliver() == 0
    assert post.undelivered[0].error == "slack webhook: HTTP 302"


def test_an_answer_that_is_not_slacks_is_no_delivery(post: Post, receiver: Receiver) -> None:
    receiver.answers = [(200, {}, "<html>Sign in to the guest network</html>")]
    post.watch(watched(games=1))

    assert post.deliver() == 0
    assert post.undelivered[0].error.startswith("slack webhook: it answered something else than ok")


def test_a_channel_that_is_slow_to_come_back_gets_only_what_it_lacks(post: Post, receiver: Receiver) -> None:
    post.configured["webhook_url"] = f"{receiver.address}/other"
    receiver.answers = [(200, {}, "ok"), (500, {}, "")]
    post.watch(watched(games=1))
    post.deliver()
    assert receiver.paths == ["/services/T0/B0/secret", "/other"]

    post.after(HOUR).deliver()

    assert receiver.paths[2:] == ["/other"]
    assert post.undelivered == []


def test_without_a_channel_messages_are_kept_until_there_is_one(post: Post, receiver: Receiver) -> None:
    slack = post.configured.pop("slack_webhook")
    post.watch(watched(games=1))
    post.watch(watched(level=Level.OK))
    post.deliver()
    assert len(post.undelivered) == 2

    post.configured["slack_webhook"] = slack
    post.deliver()

    assert receiver.headers_of_messages == [":warning: the morning failed", ":white_check_mark: Recovered: the morning"]


def test_a_process_that_dies_before_the_message_is_kept_has_not_recorded_the_incident_either(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as dying:
        dying.setattr(incidents, "put", die)
        with pytest.raises(KeyboardInterrupt):
            post.watch(watched(games=1))
    assert post.open == []

    post.watch(watched(games=1))

    assert len(post.undelivered) == 1


def test_a_process_that_dies_between_sending_and_marking_sends_it_again_with_the_same_key(
    post: Post, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise KeyboardInterrupt

    post.configured = {"webhook_url": f"{receiver.address}/other"}
    post.watch(watched(games=1))
    with monkeypatch.context() as dying:
        dying.setattr(outbox, "_mark", die)
        with pytest.raises(KeyboardInterrupt):
            post.deliver()

    assert post.deliver() == 0, "as far as anybody knows the other process is still at it"
    assert post.after(outbox.CLAIM).deliver() == 1

    first, second = receiver.received
    assert first == second
    assert first["dedup_key"]


def test_two_processes_at_once_send_it_once(post: Post, receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = SlackWebhook.send

    def send_while_another_process_delivers(channel: SlackWebhook, *message: object) -> None:
        monkeypatch.setattr(SlackWebhook, "send", honest)
        assert post.deliver(at_once=True) == 0
        honest(channel, *message)

    monkeypatch.setattr(SlackWebhook, "send", send_while_another_process_delivers)
    post.watch(watched(games=1))

    assert post.deliver() == 1
    assert len(receiver.received) == 1


def test_a_database_that_cannot_be_written_is_told_with_its_place(post: Post) -> None:
    (post.home / "alerts.sqlite").write_bytes(b"this is no database" * 100)

    with pytest.raises(
        AlertsUnusable, match=r"alerts\.sqlite cannot be read or kept: DatabaseError: file is not a database"
    ):
        post.watch(watched(games=1))


def test_looking_takes_no_lock(post: Post) -> None:
    post.watch(watched(games=1))

    with post.database.reading() as looking:
        assert looking.execute(sa.text("SELECT count(*) FROM messages")).scalar_one() == 1
        post.watch(watched(games=2))
