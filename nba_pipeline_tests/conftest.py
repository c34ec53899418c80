"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

REAL_ARCHIVE = Path(__file__).parents[2] / "shared" / "data" / "archive"
REAL_ANSWERS = REAL_ARCHIVE.with_name("samples")


@pytest.fixture(scope="session")
def archive_dir() -> Path:
    """The archive of real games and lines, which is not part of the project."""
    if not REAL_ARCHIVE.is_dir():
        pytest.skip(f"THE REAL ARCHIVE IS ABSENT: nothing was tested against it; expected in {REAL_ARCHIVE}")
    return REAL_ARCHIVE


@pytest.fixture(scope="session")
def recorded_answers() -> Path:
    """Recorded answers of the live services, which are not part of the project."""
    if not REAL_ANSWERS.is_dir():
        pytest.skip(f"THE RECORDED ANSWERS ARE ABSENT: no parser was tested against them; expected in {REAL_ANSWERS}")
    return REAL_ANSWERS
