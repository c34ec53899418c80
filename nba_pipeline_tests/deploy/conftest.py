"""No test of a deployment sees one."""

from __future__ import annotations

import os

import pytest


@pytest.fixture(autouse=True)
def no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of whoever runs the tests reaches what they start."""
    for name in [name for name in os.environ if name.startswith(("NBA_", "DAGSTER_"))]:
        monkeypatch.delenv(name)
