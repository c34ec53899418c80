"""What a message looks like where it arrives, within the limits of the channel; and no secret anywhere else."""

from __future__ import annotations

import json
import logging
from datetime import timedelta

import pytest
from desk import Post, seen, watched
from receiver import Receiver

from nba_pipeline.alerts.channels import NotDelivered, alert_channels
from nba_pipeline.alerts.conditions import Condition, Finding, Level, message_of
from nba_pipeline.alerts.slack_blocks import slack_message

TOKEN = "xoxb-planted-token"  # noqa: S105  # planted to be looked for
HOOK = "services/T0PLANTED/B0PLANTED/hook"
OTHER = "hooks/other-planted"
SECRETS = ("planted", "PLANTED")


@pytest.fixture
def all_channels(post: Post, receiver: Receiver) -> Post:
    post.configured = {
        "slack_webhook": f"{receiver.address}/{HOOK}",
        "slack_token": TOKEN,
        "slack_channel": "#nba",
        "slack_url": f"{receiver.address}/api/",
        "webhook_url": f"{receiver.address}/{OTHER}",
    }
    return post


def test_every_configured_channel_is_told(all_channels: Post, receiver: Receiver) -> None:
    all_channels.watch(watched(games=2))

    assert all_channels.deliver() == 3

    webhook, channel, other = receiver.received
    assert receiver.paths == [f"/{HOOK}", "/api/chat.postMessage", f"/{OTHER}"]
    assert receiver.authorizations[1] == f"Bearer {TOKEN}"
    assert channel["channel"] == "#nba"
    assert channel["attachments"] == webhook["attachments"]
    assert (other["header"], other["lines"]) == (":warning: the morning failed", ["• 2 games missing"])
    assert (other["color"], other["day"]) == ("#FF0000", "2026-01-15")


def test_a_refused_token_and_a_busy_slack_are_told_in_slacks_words(all_channels: Post, receiver: Receiver) -> None:
    (slack,) = [channel for channel in alert_channels(all_channels.settings) if channel.name == "slack"]
    message = message_of(seen(), [watched(games=1)], []).document()

    receiver.answers = [(200, {"Content-Type": "application/json"}, json.dumps({"ok": False, "error": "invalid_auth"}))]
    with pytest.raises(NotDelivered, match="Slack says invalid_auth"):
        slack.send(message, "key")

    receiver.answers = [(429, {"Retry-After": "40"}, json.dumps({"ok": False, "error": "ratelimited"}))]
    with pytest.raises(NotDelivered) as busy:
        slack.send(message, "key")
    assert busy.value.retry_after == timedelta(seconds=40)


def test_no_secret_is_in_a_log_an_error_a_repr_or_the_database(
    all_channels: Post, receiver: Receiver, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    careless = f"401 Client Error for url {receiver.address}/{HOOK} with {TOKEN}"
    all_channels.watch(Condition("careless", "careless", Level.RED, [Finding("careless", careless)]))
    receiver.down = True
    all_channels.deliver()
    receiver.server.server_close()
    receiver.server.shutdown()
    all_channels.after(timedelta(hours=1)).deliver()

    errors = [str(message.error) for message in all_channels.undelivered]
    kept = b"".join(file.read_bytes() for file in all_channels.home.glob("alerts.sqlite*")).decode(errors="replace")
    said = "".join(capfd.readouterr())
    assert "cannot be reached: Connection refused" in errors[0]
    assert "401 Client Error for url *** with ***" in kept
    for place in (caplog.text, repr(all_channels.settings), str(all_channels.settings), kept, said, *errors):
        assert not [secret for secret in SECRETS if secret in place]


def test_a_message_keeps_to_slacks_limits_and_counts_what_it_has_no_room_for() -> None:
    findings = [Finding(f"player {n}", f"<b>&player {n}</b> ``` {'x' * 500}") for n in range(1000)]
    condition = Condition("players", "players", Level.RED, findings)
    document = message_of(seen(condition, subject="s" * 400), [condition], []).document()

    slack = slack_message(document)

    header, _, code, _ = slack["attachments"][0]["blocks"]
    shown = code["text"]["text"].splitlines()
    assert len(header["text"]["text"]) <= 150
    assert len(code["text"]["text"]) <= 3000
    assert shown[1].startswith("• &lt;b&gt;&amp;player 0&lt;/b&gt; ''' xxx")
    assert shown[-2] == f"… and {1000 - (len(shown) - 3)} more"
    assert len(json.dumps(document)) < 40_000
    assert code["text"]["text"].count("```") == 2


def test_the_reconciliation_looks_as_the_operator_knows_it() -> None:
    document = {
        "level": "red",
        "color": "#FF0000",
        "header": ":warning: R-007: Pipeline Reconciliation Failed - 2026-01-15",
        "summary": "Found 1 data gaps across pipeline phases",
        "lines": ["• [HIGH] Phase 1: Missing boxscores: 1 games"],
        "unlisted": 0,
        "fields": {"Games (Final)": "2", "Predictions": "36"},
        "day": "2026-01-15",
        "link": "http://127.0.0.1:3000/runs",
        "command": "nba run --date 2026-01-15",
    }

    (attachment,) = slack_message(document)["attachments"]

    header, summary, gaps, fields, act = attachment["blocks"]
    assert attachment["color"] == "#FF0000"
    assert header["text"]["text"] == ":warning: R-007: Pipeline Reconciliation Failed - 2026-01-15"
    assert summary["text"]["text"] == "*Found 1 data gaps across pipeline phases*"
    assert gaps["text"]["text"] == "```\n• [HIGH] Phase 1: Missing boxscores: 1 games\n```"
    assert [field["text"] for field in fields["fields"]] == ["*Games (Final):*\n2", "*Predictions:*\n36"]
    assert act["text"]["text"] == "To act: `nba run --date 2026-01-15`\n<http://127.0.0.1:3000/runs|Look>"
