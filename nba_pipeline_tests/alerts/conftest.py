"""An operator's home with a clock of its own, and a Slack on the loopback."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest
from desk import AT, Post
from receiver import Receiver, receiver  # noqa: F401  # a fixture

from nba_pipeline.clock import FixedClock


@pytest.fixture(autouse=True)
def no_channels(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test may reach a channel of whoever runs it."""
    for name in [name for name in os.environ if name.startswith(("NBA_", "PUBSUB_"))]:
        monkeypatch.delenv(name)


@pytest.fixture
def post(tmp_path: Path, receiver: Receiver) -> Post:  # noqa: F811
    """A post office whose Slack is the receiver."""
    return Post(tmp_path, FixedClock(AT), {"slack_webhook": receiver.webhook})


@pytest.fixture
def a_minute() -> timedelta:
    return timedelta(minutes=1)
