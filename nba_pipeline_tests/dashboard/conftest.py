"""A desk with a day run well, and its dashboard in a client."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "faults"))  # where the desk finds its league
sys.path.append(str(Path(__file__).parents[1] / "reliability"))

from client import Open, opened
from reliability.conftest import (  # noqa: F401  # fixtures
    afternoon,
    afternoon_home,
    compiled_rules,
    desk,
    played_home,
    reconciler,
    recorded_home,
)


@pytest.fixture
def browse() -> Open:
    return opened
