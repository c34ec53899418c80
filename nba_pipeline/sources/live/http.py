"""The one way to ask a host: paced, bounded in time, tried again where that can help, and without a word of a key.

Tried again are answers 429 and 5xx, lost connections and timeouts; everything else is final. A host that failed
five requests in a row is left alone for five minutes. Keys travel in the query, and are left out of every address
that is kept or told, or in a header, of which none is.
"""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TypeAlias

import httpx
import tenacity
from pydantic import SecretStr

from nba_pipeline import __version__
from nba_pipeline.clock import Clock, SystemClock
from nba_pipeline.sources.base import SourceError
from nba_pipeline.sources.live.documents import Document, conditions
from nba_pipeline.sources.live.exchange import exchange, trouble
from nba_pipeline.sources.live.hosts import Hosts

USER_AGENT = f"nba_pipeline/{__version__} (player points pipeline; one request a second at most)"
ATTEMPTS = 4
LONGEST_WAIT = 60  # seconds; who asks for more is asked again in the next run

Secrets: TypeAlias = Mapping[str, SecretStr]


@dataclass(frozen=True)
class Reply:
    """What a host answered. `uri` holds no key; `answered_at` is when, by the host's own clock."""

    uri: str
    status: int
    media_type: str
    body: bytes
    headers: Mapping[str, str]
    answered_at: datetime


class NoAnswer(SourceError):
    """The host was in trouble with this address each time, or did not answer; it may answer others."""


class Silent(NoAnswer):
    """The host gave no whole answer in time."""


class LeftAlone(SourceError):
    """The host failed too often in a row to be asked about anything for now."""


class NotThere(SourceError):
    """The host knows nothing under that address."""


class Refused(SourceError):
    """The host will not answer this. `status` and `body` are what it said."""

    def __init__(self, sentence: str, status: int, body: bytes) -> None:
        super().__init__(sentence)
        self.status = status
        self.body = body


def _without_query(record: logging.LogRecord) -> bool:
    """httpx logs whole addresses; what follows the question mark may hold a key."""
    if isinstance(record.args, tuple):
        record.args = tuple(arg.copy_with(query=None) if isinstance(arg, httpx.URL) else arg for arg in record.args)
    return True


logging.getLogger("httpx").addFilter(_without_query)


class _TryAgain(Exception):
    """What may be better the next time. `wait` is what the host asked for, in seconds."""

    becomes: type[SourceError] = NoAnswer

    def __init__(self, why: str, wait: float | None = None) -> None:
        super().__init__(why)
        self.wait = wait


class _TooSlow(_TryAgain):
    becomes = Silent


class _TooMany(_TryAgain):
    """The host wants fewer requests, whatever they are for."""

    becomes = SourceError


@dataclass(frozen=True)
class _Question:
    """What a host is asked. `uri` is its address without a key."""

    url: httpx.URL
    secrets: Secrets
    secret_headers: Secrets

    @property
    def host(self) -> str:
        return self.url.netloc.decode()

    @property
    def uri(self) -> str:
        return f"{self.url}"

    @property
    def is_for_anybody(self) -> bool:
        """A document under an address of its own, which costs nothing."""
        return not (self.secrets or self.secret_headers or self.url.query)


class Client:
    """Asks hosts on behalf of one home. `headers` are sent with each request, which is tried `attempts` times."""

    def __init__(
        self,
        hosts: Hosts,
        interval: float,
        timeout: float,
        clock: Clock | None = None,
        sleep: Callable[[float], None] = time.sleep,
        headers: Mapping[str, str] | None = None,
        attempts: int = ATTEMPTS,
    ) -> None:
        self._hosts = hosts
        self._headers = headers or {"User-Agent": USER_AGENT}
        self._attempts = attempts
        self._interval = timedelta(seconds=interval)
        self._timeout = timeout
        self._clock = clock or SystemClock()
        self._sleep = sleep
        self._certificates = httpx.create_ssl_context()

    def get(
        self,
        address: str,
        params: Mapping[str, str] | None = None,
        secrets: Secrets | None = None,
        secret_headers: Secrets | None = None,
    ) -> Reply:
        """The reply with status 200. Raises NoAnswer, NotThere, LeftAlone, Refused or another SourceError.

        All of them name the host.
        """
        url = httpx.URL(address).copy_merge_params(params or {})
        question = _Question(url, secrets or {}, secret_headers or {})
        name = question.host
        with self._hosts.alone_with(name, self.patience):
            host = self._hosts.read(name)
            if host.is_left_alone(self._clock.now()):
                raise LeftAlone(f"{host.describe(self._clock.now())}; run again after that")
            try:
                reply = self._tried(question)
            except _TryAgain as failure:
                self._hosts.write(self._hosts.read(name).after_failure(str(failure), self._clock.now()))
                sentence = f"{url}: {failure}; run again later, or look at the state of {name}"
                raise failure.becomes(sentence) from None
            self._hosts.write(self._hosts.read(name).after_success())
        return _judged(reply, name)

    @property
    def patience(self) -> float:
        """Seconds to wait for the others who ask a host: as long as two of them may take, with all attempts."""
        waits = (self._attempts - 1) * LONGEST_WAIT
        return 2 * (self._attempts * (self._timeout + self._interval.total_seconds()) + waits)

    def now(self) -> datetime:
        return self._clock.now()

    def _tried(self, question: _Question) -> Reply:
        attempts = tenacity.Retrying(
            stop=tenacity.stop_after_attempt(self._attempts),
            retry=tenacity.retry_if_exception(lambda error: isinstance(error, _TryAgain) and _patient(error)),
            wait=_wait,
            sleep=self._sleep,
            reraise=True,
        )
        return attempts(self._once, question)

    def _once(self, question: _Question) -> Reply:
        self._pace(question.host)
        documents = self._hosts.documents(question.host) if question.is_for_anybody else None
        kept = documents.kept(question.uri, self._clock.now()) if documents else None
        headers = {**self._headers, **(kept.conditions if kept else {}), **_told(question.secret_headers)}
        try:
            keyed = question.url.copy_merge_params(_told(question.secrets))
            response, body = exchange(keyed, headers, self._timeout, self._certificates)
        except (TimeoutError, httpx.TimeoutException):
            raise _TooSlow(f"no whole answer within {self._timeout:g} s") from None
        except httpx.HTTPError as error:
            raise _TryAgain(trouble(error)) from None
        if response.status_code == 429:
            raise _TooMany("too many requests (HTTP 429)", _retry_after(response, self._clock.now()))
        if response.status_code >= 500:
            raise _TryAgain(f"the host is in trouble (HTTP {response.status_code})")
        if response.status_code == 304 and kept is None:
            raise _TryAgain("not modified (HTTP 304), where the whole was asked for")
        reply = Reply(
            uri=question.uri,
            status=response.status_code,
            media_type=response.headers.get("content-type", "").partition(";")[0].strip() or "application/octet-stream",
            body=body,
            headers=response.headers,
            answered_at=_date(response.headers.get("date")) or self._clock.now(),
        )
        if kept is not None and reply.status == 304:
            return replace(reply, status=200, media_type=kept.media_type, body=kept.body)
        if documents is not None and reply.status == 200:
            came_at = self._clock.now()
            documents.keep(Document(reply.uri, reply.media_type, came_at, conditions(reply.headers), body))
        return reply

    def _pace(self, name: str) -> None:
        host = self._hosts.read(name)
        now = self._clock.now()
        if host.asked_at is not None:
            # bounded, in case the machine's clock was set back
            wait = min(host.asked_at + self._interval - now, self._interval)
            if wait > timedelta(0):
                self._sleep(wait.total_seconds())
        self._hosts.write(replace(host, asked_at=self._clock.now()))


def _told(secrets: Secrets) -> dict[str, str]:
    return {name: secret.get_secret_value() for name, secret in secrets.items()}


def _judged(reply: Reply, name: str) -> Reply:
    # a bucket that does not list its files denies access to those that it does not have
    if reply.status == 404 or (reply.status == 403 and b"<Code>AccessDenied</Code>" in reply.body):
        raise NotThere(f"{name} has nothing under {reply.uri} (HTTP {reply.status})")
    if reply.status != 200:
        raise Refused(f"{name} refuses {reply.uri} (HTTP {reply.status})", reply.status, reply.body)
    return reply


def _patient(error: _TryAgain) -> bool:
    return error.wait is None or error.wait <= LONGEST_WAIT


def _wait(state: tenacity.RetryCallState) -> float:
    """What the host asked for; else 1, 2, 4 s and up to as much again, so that not all come back at once."""
    failure = state.outcome.exception() if state.outcome else None
    if isinstance(failure, _TryAgain) and failure.wait is not None:
        return failure.wait
    return float(2 ** (state.attempt_number - 1) * (1 + random.random()))  # noqa: S311  # no secret hangs on it


def _retry_after(response: httpx.Response, now: datetime) -> float | None:
    told = response.headers.get("retry-after", "")
    if told.isdecimal():
        return float(told)
    until = _date(told)
    return max(0.0, (until - now).total_seconds()) if until else None


def _date(told: str | None) -> datetime | None:
    try:
        return parsedate_to_datetime(told).astimezone(UTC) if told else None
    except (ValueError, OverflowError):
        return None
