"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

REAL_ARCHIVE = Path(__file__).parents[2] / "shared" / "data" / "archive"


@pytest.fixture(scope="session")
def archive_dir() -> Path:
    """The archive of real games and lines, which is not part of the project."""
    if not REAL_ARCHIVE.is_dir():
        pytest.skip(f"THE REAL ARCHIVE IS ABSENT: nothing was tested against it; expected in {REAL_ARCHIVE}")
    return REAL_ARCHIVE
