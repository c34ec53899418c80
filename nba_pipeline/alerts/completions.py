"""Completion events (R-008): whoever waits for a table hears over Pub/Sub which of its days were published.

They wait in the outbox like alerts, so that a topic that is out of reach fails no run and is told nothing less.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from nba_pipeline.alerts.channels import Channel, NotDelivered
from nba_pipeline.alerts.conditions import Condition, Finding, Kind, Level, Observation
from nba_pipeline.alerts.incidents import open_incidents
from nba_pipeline.alerts.outbox import Waiting, waiting
from nba_pipeline.alerts.settings import AlertSettings

TIMEOUT = 10.0  # seconds to publish one message, with the client's own retries
ATTEMPTS_BEFORE_ALERT = 3
_KEY = "completion:"


class Topic:
    """A Pub/Sub topic. The client finds its credentials, or PUBSUB_EMULATOR_HOST, in the environment."""

    name, kind = "pubsub", Kind.COMPLETION

    def __init__(self, topic: str, timeout: float = TIMEOUT) -> None:
        self._topic = topic
        self._timeout = timeout

    def send(self, document: Mapping[str, Any], dedup_key: str) -> None:
        # what talks to Google takes a second to import, and only who has a topic needs it
        from google.api_core.exceptions import GoogleAPIError, InvalidArgument
        from google.api_core.retry import Retry
        from google.auth.exceptions import GoogleAuthError
        from google.cloud import pubsub_v1  # type: ignore[attr-defined]  # it ships no types

        try:
            client = pubsub_v1.PublisherClient()
        except GoogleAuthError as error:
            raise NotDelivered(f"no credentials: {type(error).__name__}") from None
        try:
            published = client.publish(
                self._topic,
                json.dumps(document).encode(),
                retry=Retry(timeout=self._timeout),
                timeout=self._timeout,
                dedup_key=dedup_key,
                table=document["table"],
                run_id=document["run_id"],
            )
            published.result(timeout=self._timeout + 5)
        except InvalidArgument as error:
            raise NotDelivered(f"refused: {error.message}", only_this=True) from None
        except (GoogleAPIError, GoogleAuthError) as error:
            raise NotDelivered(f"{type(error).__name__}: {error}") from None
        except TimeoutError:
            raise NotDelivered(f"no answer within {self._timeout + 5:g} s") from None
        finally:
            client.stop()
            client.transport.close()


def completion_channels(settings: AlertSettings) -> list[Channel]:
    return [] if settings.pubsub_topic is None else [Topic(settings.pubsub_topic)]


def undelivered(connection: sa.Connection, ui_url: str) -> list[Observation]:
    """A table whose completion could not be published after some attempts, and those for which that is over."""
    kept = [message for message in waiting(connection) if message.kind == Kind.COMPLETION]
    failing: dict[str, list[Waiting]] = {}
    for message in kept:
        if message.attempts >= ATTEMPTS_BEFORE_ALERT:
            failing.setdefault(message.document["table"], []).append(message)
    tables = {*failing, *(i.key.removeprefix(_KEY) for i in open_incidents(connection, _KEY))}
    return [_observation(table, failing.get(table, []), len(kept), ui_url) for table in sorted(tables)]


def _observation(table: str, failing: Sequence[Waiting], kept: int, ui_url: str) -> Observation:
    findings = [
        Finding(message.dedup_key, f"{_days(message)}: {message.error} ({message.attempts} attempts)")
        for message in failing
    ]
    return Observation(
        subject=f"R-008: Completion publish of {table}",
        header=f":warning: R-008: Completion publish failed - {table}",
        summary=f"The table is published, and whoever waits for it was not told. {kept} completion messages are kept",
        conditions=[
            Condition(f"{_KEY}{table}", f"completion messages of {table}", Level.RED if failing else Level.OK, findings)
        ],
        link=f"{ui_url}/runs/{failing[0].document['run_id']}" if failing else f"{ui_url}/runs",
        command="nba alerts --deliver",
    )


def _days(message: Waiting) -> str:
    days = [day["game_date"] for day in message.document["days"]]
    return days[0] if len(days) == 1 else f"{days[0]} … {days[-1]}"
