"""Which job comes next, by the hours and the day's games."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from client import Open
from reconciler import TOMORROW, Reconciler

from nba_pipeline.dashboard import facts, known
from nba_pipeline.game_day import eastern


def test_once_an_hour_has_struck_the_next_job_is_another_one_though_nothing_changed(
    reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facts, "_mark", lambda _: "unchanged")  # as a warehouse says whose queries are billed
    monkeypatch.setattr(known, "FRESH_SECONDS", 0.0)
    told = facts.Facts(reconciler.desk.pipeline)
    jobs = []
    for hour in (5, 6, 7):
        reconciler.desk.clock.moment = eastern(TOMORROW, time(hour, 30))
        jobs.append(told.next_run().value.job)

    assert jobs == ["reconcile", "corrections", "postgame"]


def test_the_next_job_is_told_by_its_hour(browse: Open, reconciler: Reconciler) -> None:
    html = browse(reconciler).get("/").text

    assert "corrections at 2026-01-16 07:00 Eastern" in html


def test_of_a_day_without_games_no_later_hour_is_promised(browse: Open, reconciler: Reconciler) -> None:
    assert reconciler.desk.league.games(TOMORROW) == []
    reconciler.desk.clock.moment = eastern(TOMORROW, time(12))
    unknown = browse(reconciler).get("/").text
    reconciler.desk.morning(TOMORROW)
    reconciler.desk.clock.moment = eastern(TOMORROW, time(12))

    known = browse(reconciler).get("/").text

    assert f"pregame at {TOMORROW} 16:00 Eastern" in unknown
    assert f"postgame at {TOMORROW + timedelta(days=1)} 05:00 Eastern" in known
