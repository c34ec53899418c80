"""A desk's dashboard, as a browser at 127.0.0.1 would see it."""

from __future__ import annotations

from typing import Protocol

from reconciler import Reconciler
from starlette.testclient import TestClient

from nba_pipeline.dashboard.app import build_app

HERE = "http://127.0.0.1:8765"


class Open(Protocol):
    """Opens the dashboard of a desk's home."""

    def __call__(self, at: Reconciler, token: str | None = None) -> TestClient: ...


def opened(at: Reconciler, token: str | None = None) -> TestClient:
    return TestClient(build_app(at.desk.pipeline, token), HERE, follow_redirects=False)
