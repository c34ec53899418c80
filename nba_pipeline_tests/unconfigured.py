"""The environment without the settings that whoever runs the tests has made."""

from __future__ import annotations

import os

import pytest


def without_settings() -> dict[str, str]:
    """For a process of its own: what is set, less every setting of the pipeline."""
    return {name: value for name, value in os.environ.items() if not name.upper().startswith("NBA_")}


def forget_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for this process, until the test is over."""
    for name in set(os.environ) - set(without_settings()):
        monkeypatch.delenv(name)
