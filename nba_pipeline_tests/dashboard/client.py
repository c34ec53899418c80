"""A desk's dashboard, as a browser at 127.0.0.1 would see it."""

from __future__ import annotations

from typing import Protocol

from faults.league_desk import TODAY
from reconciler import Reconciler
from starlette.testclient import TestClient

from nba_pipeline.dashboard.app import build_app

# A page or endpoint of each kind.
PATHS = [
    "/",
    "/reliability?days=7",
    "/season",
    f"/ledger?date={TODAY}",
    f"/predictions?date={TODAY}",
    f"/predictions/explain?date={TODAY}&player=Bos+Playera",
    "/model",
    "/api/docs",
    f"/api/ledger?date={TODAY}",
    "/api/reliability/summary",
    "/api/health",
]

HERE = "http://127.0.0.1:8765"


class Open(Protocol):
    """Opens the dashboard of a desk's home."""

    def __call__(self, at: Reconciler, token: str | None = None) -> TestClient: ...


def opened(at: Reconciler, token: str | None = None) -> TestClient:
    return TestClient(build_app(at.desk.pipeline, token), HERE, follow_redirects=False)
