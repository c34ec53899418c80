"""A PostgreSQL of one's own, reached by a socket in its directory: no port, and nobody else's data."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

_INSTALLED = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))


def _run(command: Sequence[str | Path], owner: str | None) -> None:
    done = subprocess.run(command, user=owner, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of an empty database."""
    pytest.importorskip("psycopg", reason="POSTGRESQL WAS NOT TESTED: its driver is absent; install nba_pipeline[test]")
    found = shutil.which("initdb")
    if not _INSTALLED and not found:
        pytest.skip("POSTGRESQL WAS NOT TESTED: it is absent; on Debian: apt-get install postgresql")
    programs = _INSTALLED[-1] if _INSTALLED else Path(str(found)).parent
    owner = "postgres" if os.geteuid() == 0 else None  # it refuses to be run by root
    place = Path(tempfile.mkdtemp(prefix="postgres"))
    try:
        if owner:
            shutil.chown(place, owner)
        data = place / "data"
        _run([programs / "initdb", "-D", data, "-U", "nba", "--auth=trust", "--no-sync"], owner)
        options = f"-k {place} -c listen_addresses='' -c fsync=off"
        control = [programs / "pg_ctl", "-D", data, "-w"]
        _run([*control, "-l", place / "log", "-o", options, "start"], owner)
        try:
            yield f"postgresql://nba:secret@/postgres?host={place}"
        finally:
            _run([*control, "-m", "immediate", "stop"], owner)
    finally:
        shutil.rmtree(place)
