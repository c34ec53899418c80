"""What it costs to look where queries are billed: a dashboard that is watched all day asks less than the day's jobs."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import timedelta
from types import SimpleNamespace

import pytest
from asked import Asked
from client import Open, opened
from reconciler import Reconciler

from nba_pipeline.dashboard import answers, facts, known, pages
from nba_pipeline.dashboard.facts import Facts
from nba_pipeline.dashboard.known import noting
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.reliability.results import TOLD_OF

BOUND = 200  # of a day of eleven games, and of a day of watching by all sensors
HOURS = 24
EVERY = 5  # seconds, after which the background looks again


class Billed:
    """A home of which every question is counted, and of which the mark is believed, as where questions are billed."""

    def __init__(self, reconciler: Reconciler, patch: pytest.MonkeyPatch) -> None:
        self._clock = reconciler.desk.clock
        self._seconds = 1000.0
        self.marks = 0
        engine = reconciler.desk.pipeline.open_engine(read_only=True)
        patch.setattr(Pipeline, "open_engine", lambda *_, **__: nullcontext(engine))  # to open it costs no query
        patch.setattr(facts, "_mark", self._mark)
        patch.setattr(known, "monotonic", lambda: self._seconds)
        patch.setattr(answers, "monotonic", lambda: self._seconds)
        patch.setattr(known, "sleep", lambda _: None)
        self.asked = Asked.counting(patch)

    def _mark(self, engine: object) -> str:
        self.marks += 1
        return "nothing changed"

    def passes(self, seconds: float) -> None:
        self._seconds += seconds
        self._clock.moment += timedelta(seconds=seconds)


def test_a_day_of_an_open_page_asks_fewer_queries_than_the_days_jobs(
    reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch
) -> None:
    billed = Billed(reconciler, monkeypatch)
    told = Facts(reconciler.desk.pipeline)

    for _ in range(HOURS):
        with noting() as made_from:
            pages.overview(told)
        for _ in range(60):
            assert [holds() for holds in made_from], "who looks at the page each minute keeps it wanted"
            for _ in range(60 // EVERY):
                billed.passes(EVERY)
                told.known.look_again()
                told.known.stay_in_touch()

    # each of the page's questions, once an hour, and again on a new day
    assert 0 < billed.asked.total < BOUND, billed.asked.report()
    assert billed.marks > HOURS * 60, "whether anything changed was looked at all the time"


def test_a_health_check_asks_the_warehouse_nothing(reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch) -> None:
    billed = Billed(reconciler, monkeypatch)
    client = opened(reconciler)

    for _ in range(60):
        assert client.get("/api/health").json()["status"] == "ok"
        billed.passes(60)

    assert billed.asked.total == 0, billed.asked.report()


def test_only_where_queries_are_billed_a_mark_is_believed(reconciler: Reconciler) -> None:
    billed = SimpleNamespace(name="bigquery", mark=lambda ledgers: f"changed {ledgers}")

    assert facts._mark(billed) == f"changed {TOLD_OF}"
    with reconciler.desk.pipeline.open_engine(read_only=True) as engine:
        assert facts._mark(engine) is None


def test_a_served_dashboard_looks_before_anybody_asks_and_is_well(browse: Open, reconciler: Reconciler) -> None:
    with browse(reconciler) as client:
        assert client.get("/api/health").status_code == 200
