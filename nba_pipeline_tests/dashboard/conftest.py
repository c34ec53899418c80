"""A desk with a day run well, and its dashboard in a client."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "faults"))  # where the desk finds its league
sys.path.append(str(Path(__file__).parents[1] / "reliability"))

from browser import served
from client import Open, opened
from lived_states import AFTERNOON, STATES
from reconciler import Reconciler
from reliability.conftest import (  # noqa: F401  # fixtures
    afternoon,
    afternoon_home,
    compiled_rules,
    desk,
    played_home,
    reconciler,
    recorded_home,
)

from nba_pipeline.dashboard import judgments
from nba_pipeline.dashboard.app import build_app


@pytest.fixture(autouse=True)
def judged_while_we_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who opens the model's page in a test waits until the season is judged."""
    monkeypatch.setattr(judgments, "PATIENCE_SECONDS", 60.0)


@pytest.fixture
def browse() -> Open:
    return opened


@pytest.fixture(params=STATES)
def state(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def dashboard(state: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """Where the dashboard of a home in that state is served."""
    lived: Reconciler = request.getfixturevalue("afternoon" if state == AFTERNOON else "reconciler")
    STATES[state](lived)
    with served(build_app(lived.desk.pipeline)) as base:
        yield base
