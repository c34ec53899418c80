"""The ways to the operator. A channel delivers one message or says why not, in words that hold no secret."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import timedelta
from email.message import Message as Headers
from typing import Any, ClassVar, Protocol
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from nba_pipeline.alerts.conditions import Kind
from nba_pipeline.alerts.settings import AlertSettings
from nba_pipeline.alerts.slack_blocks import slack_message

TIMEOUT = 10  # seconds


class NotDelivered(Exception):
    """The channel did not accept the message. `only_this`: it would accept others.

    `retry_after` is what the channel asked for.
    """

    def __init__(self, reason: str, retry_after: timedelta | None = None, only_this: bool = False) -> None:
        super().__init__(reason)
        self.retry_after = retry_after
        self.only_this = only_this


class Channel(Protocol):
    """`kind` says which of the outbox's messages it takes."""

    name: str
    kind: Kind

    def send(self, document: Mapping[str, Any], dedup_key: str) -> None:
        """Deliver it. Raises NotDelivered."""


class SlackWebhook:
    """An incoming webhook of Slack, whose address is its secret."""

    name, kind = "slack webhook", Kind.ALERT

    def __init__(self, address: str) -> None:
        self._address = address

    def send(self, document: Mapping[str, Any], dedup_key: str) -> None:
        answer = _post(self._address, slack_message(document))
        if answer.strip() != "ok":
            raise NotDelivered("it answered something else than ok; check NBA_SLACK_WEBHOOK")


class SlackChannel:
    """A Slack channel, written to with a token."""

    name, kind = "slack", Kind.ALERT

    def __init__(self, token: str, channel: str, address: str) -> None:
        self._channel = channel
        self._client = WebClient(token, base_url=address, timeout=TIMEOUT, retry_handlers=[])

    def send(self, document: Mapping[str, Any], dedup_key: str) -> None:
        try:
            self._client.chat_postMessage(channel=self._channel, unfurl_links=False, **slack_message(document))
        except SlackApiError as refused:
            answer = refused.response
            said = answer.get("error") or f"HTTP {answer.status_code}"
            raise NotDelivered(
                f"Slack says {said}", _asked_to_wait(answer.headers), only_this=said in self._MALFORMED
            ) from None
        except OSError as error:
            raise NotDelivered(_unreachable(error)) from None

    _MALFORMED: ClassVar[frozenset[str]] = frozenset(
        {"invalid_blocks", "invalid_attachments", "msg_too_long", "no_text"}
    )


class Webhook:
    """Any other receiver of JSON: the message as it is stored, with its `dedup_key`."""

    name, kind = "webhook", Kind.ALERT

    def __init__(self, address: str) -> None:
        self._address = address

    def send(self, document: Mapping[str, Any], dedup_key: str) -> None:
        _post(self._address, {**document, "dedup_key": dedup_key})


def alert_channels(settings: AlertSettings) -> list[Channel]:
    """The channels that are configured for alerts; none if the operator looks with `nba alerts`."""
    channels: list[Channel] = []
    if settings.slack_webhook is not None:
        channels.append(SlackWebhook(settings.slack_webhook.get_secret_value()))
    if settings.slack_token is not None and settings.slack_channel is not None:
        token = settings.slack_token.get_secret_value()
        channels.append(SlackChannel(token, settings.slack_channel, settings.slack_url))
    if settings.webhook_url is not None:
        channels.append(Webhook(settings.webhook_url.get_secret_value()))
    return channels


class _Stay(HTTPRedirectHandler):
    """A redirected POST would arrive as a GET without the message, and look delivered."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


_OPENER = build_opener(_Stay)


def _post(address: str, body: Mapping[str, Any]) -> str:
    """POST JSON and return the answer, if it is one of success."""
    headers = {"Content-Type": "application/json; charset=utf-8"}
    request = Request(address, json.dumps(body).encode(), headers, method="POST")  # noqa: S310  # http(s), see settings
    try:
        with _OPENER.open(request, timeout=TIMEOUT) as answer:
            said: bytes = answer.read(2000)
            return said.decode(errors="replace")
    except HTTPError as refused:
        with refused:
            only_this = refused.code in (400, 413, 422)
            raise NotDelivered(f"HTTP {refused.code}", _asked_to_wait(refused.headers), only_this) from None
    except OSError as error:
        raise NotDelivered(_unreachable(error)) from None


def _unreachable(error: OSError) -> str:
    """Why it cannot be reached. The reason of an error may be named, its text may hold an address."""
    reason = error.reason if isinstance(error, URLError) else error
    said = reason.strerror if isinstance(reason, OSError) and reason.strerror else type(reason).__name__
    return f"it cannot be reached: {said}"


def _asked_to_wait(headers: Mapping[str, str] | Headers) -> timedelta | None:
    seconds = next((value for name, value in headers.items() if name.lower() == "retry-after"), "")
    return timedelta(seconds=int(seconds)) if seconds.isdecimal() else None
