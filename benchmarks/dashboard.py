"""How long the dashboard takes to answer while the warehouse is written: 200 requests a second for a minute.

The dashboard and a backfill are processes of their own, on one home of the simulated league. Requests come when they
are planned, whether earlier ones were answered or not, and a latency counts from the planned moment: who waits in a
queue waits too.
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from statistics import quantiles
from time import monotonic, sleep

from benchmarks.report import Ratio
from nba_pipeline.game_day import Days

A_SECOND = 200
SECONDS = 60.0
IDLE_SECONDS = 3.0  # after five, the server closes a connection

LIVED = Days(date(2025, 10, 21), date(2025, 11, 30))
WRITTEN_MEANWHILE = Days(date(2024, 10, 22), date(2025, 4, 13))
NOW = "2025-11-30T17:30:00-05:00"
YESTERDAY = date(2025, 11, 29)
TOKEN = "as long as a secret must be"  # noqa: S105  # the benchmark's own

PATHS = (
    "/",
    "/reliability?days=7",
    "/reliability?days=0",
    "/partials/reliability-tab?days=3",
    "/rules/A2",
    "/season",
    f"/ledger?date={YESTERDAY}",
    f"/predictions?date={LIVED.last}",
    f"/predictions?date={YESTERDAY}",
    f"/predictions.csv?date={LIVED.last}",
    "/model",
    "/api/reliability/reconciliation?days=7",
    "/api/reliability/summary",
    f"/api/ledger?date={YESTERDAY}",
    f"/api/predictions?date={LIVED.last}",
    "/api/health",
    "/api/openapi.json",
    "/api/docs",
    "/static/style.css",
)


@dataclass(frozen=True)
class Answered:
    """One request: what it was answered, and how long after its planned moment, in seconds."""

    path: str
    status: str
    seconds: float
    is_old: bool
    """Whether it says that it could not look just now, and of which moment it is."""


def measure(scratch: Path, seconds: float = SECONDS) -> list[Ratio]:
    _live(_environment(scratch))
    return look_at(scratch, seconds)


def look_at(home: Path, seconds: float) -> list[Ratio]:
    """Ask the dashboard of a home that was lived, while a backfill writes another season of it."""
    environment = _environment(home)
    with _dashboard(environment | {"NBA_NOW": NOW}) as port:
        paths = [*PATHS, asyncio.run(_why_somebody(port))]
        first = asyncio.run(_one_after_the_other(port, paths))
        with _backfill(environment) as still_writes:
            answered = asyncio.run(_at_a_rate(port, paths, seconds))
            if not still_writes():
                sys.exit("The backfill ended before the minute did: there is nothing to say of a dashboard beside it.")
    _say(first, answered)
    latencies = [one.seconds for one in answered]
    failed = sum(one.status != "200" for one in answered)
    return [
        Ratio("the slowest page at the first look / 1 s", max(one.seconds for one in first), 1.0, 1.0),
        Ratio("requests that failed / all of them", failed, len(answered), 0.0, "requests"),
        Ratio("p99 of the dashboard beside a backfill / 250 ms", _percentile(latencies, 99) * 1000, 250.0, 1.0, "ms"),
        Ratio("its slowest answer / 1 s", max(latencies), 1.0, 1.0),
    ]


def _environment(home: Path) -> dict[str, str]:
    return {**os.environ, "NBA_HOME": str(home), "NBA_SOURCE": "simulated"}


def _live(environment: dict[str, str]) -> None:
    """Six weeks of a season, of which two days are reconciled."""
    for arguments in (
        ("backfill", "--start", f"{LIVED.first}", "--end", f"{LIVED.last}"),
        ("reconcile", "--date", f"{YESTERDAY}"),
        ("reconcile", "--date", f"{LIVED.last}"),
    ):
        # a gap that is found is no failure here
        subprocess.run(_nba(*arguments), env=environment | {"NBA_NOW": NOW}, stdout=subprocess.DEVNULL)  # noqa: S603


def _nba(*arguments: str) -> list[str]:
    return [sys.executable, "-c", "from nba_pipeline.cli import main; main()", *arguments]


@contextmanager
def _dashboard(environment: dict[str, str]) -> Iterator[int]:
    """The real `nba dashboard` on a free port, with a token."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(  # noqa: S603
        _nba("dashboard", "--port", f"{port}"), env=environment | {"NBA_DASHBOARD_TOKEN": TOKEN}
    )
    try:
        _until_it_listens(port, process)
        yield port
    finally:
        process.terminate()
        process.wait()


def _until_it_listens(port: int, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            sleep(0.1)
        else:
            return
    sys.exit("nba dashboard ended before it listened")


@contextmanager
def _backfill(environment: dict[str, str]) -> Iterator[Callable[[], bool]]:
    """A backfill that has begun to write, and whether it still does."""
    warehouse = Path(environment["NBA_HOME"]) / "warehouse.duckdb"
    before = warehouse.stat().st_mtime_ns
    process = subprocess.Popen(  # noqa: S603
        _nba("backfill", "--start", f"{WRITTEN_MEANWHILE.first}", "--end", f"{WRITTEN_MEANWHILE.last}"),
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while warehouse.stat().st_mtime_ns == before and process.poll() is None:
            sleep(0.1)
        yield lambda: process.poll() is None
    finally:
        process.terminate()
        process.wait()


class Connections:
    """Kept connections to the dashboard. Larger clients take more of the machine than the dashboard itself."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._idle: list[tuple[float, asyncio.StreamReader, asyncio.StreamWriter]] = []

    async def get(self, path: str) -> tuple[str, bytes]:
        """The status and the body that a path is answered with. Raises OSError or EOFError."""
        reader, writer = await self._connected()
        writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {TOKEN}\r\n\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = next(line for line in head.lower().splitlines() if line.startswith("content-length:"))
        body = await reader.readexactly(int(length.partition(":")[2]))
        self._idle.append((monotonic(), reader, writer))
        return head.split(" ", 2)[1], body

    async def _connected(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        while self._idle:
            since, reader, writer = self._idle.pop()
            if monotonic() - since < IDLE_SECONDS:
                return reader, writer
            writer.close()
        return await asyncio.open_connection("127.0.0.1", self._port)

    async def __aenter__(self) -> Connections:
        return self

    async def __aexit__(self, *_: object) -> None:
        for _since, _reader, writer in self._idle:
            writer.close()


async def _why_somebody(port: int) -> str:
    """The page on why the first player of the slate is predicted what he is."""
    async with Connections(port) as connections:
        _status, body = await connections.get(f"/api/predictions?date={LIVED.last}")
    return f"/predictions/explain?date={LIVED.last}&player={json.loads(body)['predictions'][0]['player_id']}"


async def _one_after_the_other(port: int, paths: Sequence[str]) -> list[Answered]:
    async with Connections(port) as connections:
        return [await _ask(connections, path, monotonic()) for path in paths]


async def _at_a_rate(port: int, paths: Sequence[str], seconds: float) -> list[Answered]:
    """Every page in turn, `A_SECOND` times a second."""
    async with Connections(port) as connections:
        begin = monotonic()
        asked = []
        for number, path in enumerate(islice(cycle(paths), int(seconds * A_SECOND))):
            planned = begin + number / A_SECOND
            await asyncio.sleep(max(planned - monotonic(), 0))
            asked.append(asyncio.create_task(_ask(connections, path, planned)))
        return await asyncio.gather(*asked)


async def _ask(connections: Connections, path: str, planned: float) -> Answered:
    try:
        status, body = await connections.get(path)
    except (OSError, EOFError) as error:  # counted as a request that failed
        return Answered(path, type(error).__name__, monotonic() - planned, False)
    seconds = monotonic() - planned
    return Answered(path, status, seconds, b"Not from now." in body or b'"problem": "' in body)


def _percentile(values: Sequence[float], percent: int) -> float:
    return quantiles(values, n=100, method="inclusive")[percent - 1]


def _say(first: Sequence[Answered], answered: Sequence[Answered]) -> None:
    """Each page by itself, in milliseconds, for whoever must find the slow one."""
    of_path = defaultdict(list)
    for one in answered:
        of_path[one.path].append(one.seconds)
    old = sum(one.is_old for one in answered) / len(answered)
    sys.stderr.write(f"{dict(Counter(one.status for one in answered))}, {old:.0%} of them not from now\n")
    sys.stderr.write(f"{'first':>8}{'p50':>8}{'p99':>8}{'most':>8}\n")
    for one in first:
        told = [one.seconds, *(_percentile(of_path[one.path], n) for n in (50, 99)), max(of_path[one.path])]
        sys.stderr.write("".join(f"{seconds * 1000:8.0f}" for seconds in told) + f"  {one.path}\n")
