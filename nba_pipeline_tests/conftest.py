"""What every test may ask for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from bigquery_server import BigQueryServer, require_environment, serving

REAL_ARCHIVE = Path(__file__).parents[2] / "shared" / "data" / "archive"
REAL_ANSWERS = REAL_ARCHIVE.with_name("samples")


@pytest.fixture(scope="session")
def archive_dir() -> Path:
    """The archive of real games and lines, which is not part of the project."""
    if not REAL_ARCHIVE.is_dir():
        pytest.skip(f"THE REAL ARCHIVE IS ABSENT: nothing was tested against it; expected in {REAL_ARCHIVE}")
    return REAL_ARCHIVE


@pytest.fixture(scope="session")
def bigquery_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BigQueryServer]:
    """The emulator, started once, or the real project that `make test-bigquery` names."""
    with serving(tmp_path_factory.mktemp("bigquery")) as server:
        yield server


@pytest.fixture(scope="session")
def bigquery_environment() -> None:
    """The environment beside ours that holds GoogleSQL's analyzer."""
    require_environment()


@pytest.fixture(scope="session")
def recorded_answers() -> Path:
    """Recorded answers of the live services, which are not part of the project."""
    if not REAL_ANSWERS.is_dir():
        pytest.skip(f"THE RECORDED ANSWERS ARE ABSENT: no parser was tested against them; expected in {REAL_ANSWERS}")
    return REAL_ANSWERS
