"""How it goes with each host: when it was asked last, how often it failed in a row, and until when it is left alone.

Kept in the home, one file a host, so that the manners hold and `nba doctor` sees them across processes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from filelock import FileLock, Timeout

from nba_pipeline.files import write_whole
from nba_pipeline.sources.base import SourceError
from nba_pipeline.sources.live.documents import Documents

OPENS_AFTER = 5  # failures in a row
STAYS_OPEN = timedelta(minutes=5)


@dataclass(frozen=True)
class Host:
    """A circuit breaker is open while `left_alone_until` lies ahead. Moments are in UTC."""

    name: str
    asked_at: datetime | None = None
    failures: int = 0
    left_alone_until: datetime | None = None
    last_error: str | None = None

    def is_left_alone(self, now: datetime) -> bool:
        return self.left_alone_until is not None and now < self.left_alone_until

    def after_success(self) -> Host:
        return Host(self.name, self.asked_at)

    def after_failure(self, why: str, now: datetime) -> Host:
        failures = self.failures + 1
        until = now + STAYS_OPEN if failures >= OPENS_AFTER else None
        return replace(self, failures=failures, left_alone_until=until, last_error=why)

    def describe(self, now: datetime) -> str:
        if self.is_left_alone(now):
            return f"{self.name} is left alone until {self.left_alone_until:%H:%M} UTC: {self.last_error}"
        if self.failures:
            return f"{self.name} failed {self.failures} times in a row: {self.last_error}"
        return f"{self.name} answered last at {self.asked_at:%Y-%m-%d %H:%M} UTC"


class Hosts:
    """The hosts that were ever asked from this home, in `directory`."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    @contextmanager
    def alone_with(self, name: str, patience: float) -> Iterator[None]:
        """One process at a time asks a host. Raises SourceError if others do not finish within `patience` seconds."""
        self._directory.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self._file(name).with_suffix(".lock"), timeout=patience)
        try:
            lock.acquire()
        except Timeout:
            raise SourceError(f"another process has been asking {name} for {patience:g} s; end it, or wait") from None
        try:
            yield
        finally:
            lock.release()

    def documents(self, name: str) -> Documents:
        """What a host gave."""
        return Documents(self._directory / "documents" / _as_file(name))

    def read(self, name: str) -> Host:
        path = self._file(name)
        return _host(path) if path.is_file() else Host(name)

    def write(self, host: Host) -> None:
        write_whole(self._file(host.name), json.dumps(asdict(host), default=datetime.isoformat).encode())

    def every(self) -> Sequence[Host]:
        return [_host(path) for path in sorted(self._directory.glob("*.host.json"))]

    def _file(self, name: str) -> Path:
        return self._directory / f"{_as_file(name)}.host.json"


def _as_file(name: str) -> str:
    return name.replace(":", "_")


def _host(path: Path) -> Host:
    try:
        told = json.loads(path.read_bytes())
        for moment in ("asked_at", "left_alone_until"):
            told[moment] = datetime.fromisoformat(told[moment]) if told[moment] else None
        return Host(**told)
    except (ValueError, KeyError, TypeError) as error:
        raise SourceError(f"{path} cannot be read ({error!r}); delete it") from error
