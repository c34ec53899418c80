"""BigQuery to test against: an emulator in a virtual environment of its own, or a real project.

Each warehouse that is opened gets datasets of its own, named by a prefix.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from threading import Thread
from uuid import uuid4

import pytest
from google.auth.credentials import AnonymousCredentials
from google.cloud import bigquery

from nba_pipeline.warehouse.bigquery.engine import BigQueryEngine
from nba_pipeline.warehouse.bigquery.jobs import Jobs
from nba_pipeline.warehouse.bigquery.tables import Place

BESIDE = Path(__file__).parents[1] / ".venv-bigquery"  # the emulator's and the analyzer's, which need other versions
START = Path(__file__).with_name("start_bigquery_emulator.py")
REAL_PROJECT = os.environ.get("NBA_TEST_BIGQUERY_PROJECT")
LOCATION = os.environ.get("NBA_TEST_BIGQUERY_LOCATION", "US")
BYTE_LIMIT = 10**9

# Where the tests of BigQuery run: all by one process, which has started the emulator.
one_process = pytest.mark.xdist_group("bigquery")
on_bigquery = (pytest.mark.slow, one_process)


@dataclass
class BigQueryServer:
    """A project on a server. `address` is the emulator's; None for Google's."""

    project: str
    address: str | None
    _numbers: Iterator[int] = field(default_factory=count)
    _run: str = field(default_factory=lambda: uuid4().hex[:8])

    def client(self) -> bigquery.Client:
        if self.address is None:
            return bigquery.Client(self.project, location=LOCATION)
        options = {"api_endpoint": self.address}
        return bigquery.Client(self.project, AnonymousCredentials(), location=LOCATION, client_options=options)

    def new_prefix(self) -> str:
        """What the datasets of a warehouse that is not there yet begin with."""
        return f"test_{self._run}_{next(self._numbers)}_"

    def open(self, compiled: Path, prefix: str, read_only: bool = False) -> BigQueryEngine:
        client = self.client()
        jobs = Jobs(client, BYTE_LIMIT, patience=60, first_wait=0.05)
        return BigQueryEngine(client, Place(self.project, LOCATION, prefix), jobs, compiled, read_only)

    def clear(self) -> None:
        """Remove every dataset that was made here."""
        with self.client() as client:
            for dataset in client.list_datasets():
                if dataset.dataset_id.startswith(f"test_{self._run}_"):
                    client.delete_dataset(dataset.reference, delete_contents=True, not_found_ok=True)


def require_environment() -> None:
    """Skip loudly where the emulator and the analyzer are not installed; in CI that is a failure."""
    if not (BESIDE / "bin" / "bqemulator").exists():
        absent = f"THE BIGQUERY EMULATOR IS ABSENT: nothing was tested on BigQuery; `make env-bigquery` builds {BESIDE}"
        pytest.fail(absent) if os.environ.get("CI") else pytest.skip(absent)


@contextmanager
def serving(home: Path) -> Iterator[BigQueryServer]:
    """The real project that was named, else the emulator, which keeps all that it writes in `home`."""
    if REAL_PROJECT:
        server = BigQueryServer(REAL_PROJECT, None)
        try:
            yield server
        finally:
            server.clear()
        return
    require_environment()
    with _emulator(home) as address, _remembering_required_filters():
        yield BigQueryServer("nba-test", address)


@contextmanager
def _emulator(home: Path) -> Iterator[str]:
    """The address of an emulator on a port that the system chose."""
    _bring_extension(home)
    command = [BESIDE / "bin" / "python", START, "start", "--rest-port", "0", "--grpc-port", "0", "--ephemeral"]
    process = subprocess.Popen(  # noqa: S603  # our own environment's program
        [*command, "--log-level", "info", "--log-format", "json"],
        env={"HOME": str(home), "PATH": os.defpath, "TMPDIR": str(home)},
        cwd=home,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        address = _address(process)
        # what it says later must not fill the pipe
        Thread(target=process.stdout.read, daemon=True).start()
        yield address
    finally:
        process.kill()
        process.wait(10)


@contextmanager
def _remembering_required_filters() -> Iterator[None]:
    """The emulator forgets that a table requires a bound by date: whoever made it in this process is believed."""
    create, get = bigquery.Client.create_table, bigquery.Client.get_table
    required: dict[str, bool | None] = {}

    def created(client: bigquery.Client, table: bigquery.Table, **more):
        required.setdefault(f"{table.reference}", table.require_partition_filter)
        return create(client, table, **more)

    def got(client: bigquery.Client, table: str, **more) -> bigquery.Table:
        found = get(client, table, **more)
        found.require_partition_filter = required.get(f"{found.reference}")
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bigquery.Client, "create_table", created)
        patch.setattr(bigquery.Client, "get_table", got)
        yield


def _bring_extension(home: Path) -> None:
    """The emulator loads DuckDB's extension for places, which its environment holds, from its home."""
    bring = "from duckdb_extensions import import_extension; import_extension('spatial')"
    subprocess.run(  # noqa: S603  # our own environment's program
        [BESIDE / "bin" / "python", "-c", bring], env={"HOME": str(home)}, check=True, timeout=120
    )


def _address(process: subprocess.Popen[str]) -> str:
    """What the emulator says of itself when it listens."""
    said = []
    for line in process.stdout:
        said.append(line)
        event = json.loads(line) if line.startswith("{") else {}
        if event.get("event") == "rest.listen":
            return f"http://{event['host']}:{event['port']}"
    raise RuntimeError(f"the emulator of BigQuery did not start. It said: {''.join(said[-20:])}")
