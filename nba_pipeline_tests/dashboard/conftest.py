"""A desk with a day run well, and its dashboard in a client."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

sys.path.append(str(Path(__file__).parents[1] / "faults"))  # where the desk finds its league
sys.path.append(str(Path(__file__).parents[1] / "reliability"))

from reconciler import Reconciler
from reliability.conftest import (  # noqa: F401  # fixtures
    afternoon,
    afternoon_home,
    compiled_rules,
    desk,
    open_desk,
    played_home,
    reconciler,
    recorded_home,
)

from nba_pipeline.dashboard.app import build_app

Open = Callable[..., TestClient]


@pytest.fixture
def browse() -> Open:
    """The dashboard of a desk's home, as a browser at 127.0.0.1 would see it."""

    def opened(at: Reconciler, token: str | None = None) -> TestClient:
        return TestClient(build_app(at.desk.pipeline, token), follow_redirects=False)

    return opened
