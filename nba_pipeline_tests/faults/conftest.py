"""A home with days behind it, and the operator's desk on a copy of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import dagster as dg
import pytest
from league_desk import FIRST, TODAY, Desk, open_desk


@pytest.fixture(scope="session")
def recorded_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of a league that has been running, and was recorded, from FIRST to the day before TODAY."""
    home = tmp_path_factory.mktemp("recorded")
    with dg.DagsterInstance.ephemeral() as instance:
        recorded = open_desk(home, instance).run("all_phases", FIRST, TODAY - timedelta(days=1))
    assert recorded.exit_code == 0, recorded
    return home


@pytest.fixture
def desk(recorded_home: Path, tmp_path: Path) -> Iterator[Desk]:
    """The operator's desk on the morning of TODAY, with a copy of that home."""
    home = shutil.copytree(recorded_home, tmp_path / "home")
    with dg.DagsterInstance.ephemeral() as instance:
        yield open_desk(home, instance)
