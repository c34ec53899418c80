"""The summary says of R-006 and R-008 what is on record, and of what nobody knows that it is unknown."""

from __future__ import annotations

import json
from datetime import time, timedelta

from alerts.desk import Post, watched
from client import Open
from faults.league_desk import TODAY
from reconciler import TOMORROW, Reconciler
from test_openapi import complaints

from nba_pipeline.alerts.conditions import Condition, Finding, Level
from nba_pipeline.alerts.database import FILE
from nba_pipeline.game_day import eastern
from nba_pipeline.tables.predictions.player_prop_predictions import CONTRACT as PREDICTIONS

REFUSED = f"check:{PREDICTIONS.name}:phase_4_is_ready:{TODAY}"


def summary(browse: Open, desk: Reconciler) -> dict:
    told = browse(desk).get("/api/reliability/summary").json()
    assert list(complaints("/api/reliability/summary", 200, told)) == []
    return dict(told)


def test_phase_4_was_ready_where_the_predictions_say_so(browse: Open, reconciler: Reconciler) -> None:
    assert summary(browse, reconciler)["r006"] == {
        "date": f"{TODAY}",
        "status": "PASS",
        "message": "present, complete and fresh",
    }


def test_a_day_that_was_predicted_all_the_same_names_what_was_not_ready(browse: Open, reconciler: Reconciler) -> None:
    gaps = json.dumps([{"what": "a ready nba_precompute.player_daily_cache", "reason": "it is stale"}])
    reconciler.alter_receipts(f"gaps = '{gaps}', state = 'DEGRADED'", f"table_name = '{PREDICTIONS.name}'")

    r006 = summary(browse, reconciler)["r006"]

    assert r006 == {"date": f"{TODAY}", "status": "FAIL", "message": "nba_precompute.player_daily_cache: it is stale"}


def test_a_day_that_was_refused_is_no_pass_though_an_earlier_run_was_let_through(
    browse: Open, reconciler: Reconciler
) -> None:
    name = f"{PREDICTIONS.name} phase_4_is_ready {TODAY}"
    refused = Condition(REFUSED, name, Level.RED, [Finding("failed", f"[ERROR] {name}: 1 table is not ready")])
    post = Post(reconciler.desk.pipeline.settings.home, reconciler.desk.clock, {})
    post.watch(refused)

    r006 = summary(browse, reconciler)["r006"]

    assert (r006["date"], r006["status"]) == (f"{TODAY}", "FAIL")
    assert "1 table is not ready" in r006["message"]


def test_a_day_without_games_has_nothing_to_be_ready_for(browse: Open, reconciler: Reconciler) -> None:
    reconciler.desk.morning(TOMORROW)

    r006 = summary(browse, reconciler)["r006"]

    assert (r006["date"], r006["status"]) == (f"{TOMORROW}", "EMPTY_OK")


def test_a_day_that_was_due_and_not_predicted_is_unknown(browse: Open, reconciler: Reconciler) -> None:
    reconciler.desk.clock.moment = eastern(TOMORROW, time(12))

    r006 = summary(browse, reconciler)["r006"]

    assert (r006["date"], r006["status"]) == (f"{TOMORROW}", "UNKNOWN")
    assert "was never published" in r006["message"]


def test_what_nobody_was_told_is_counted_with_the_moment_of_the_oldest(browse: Open, reconciler: Reconciler) -> None:
    clock = reconciler.desk.clock
    calm = summary(browse, reconciler)["r008"]
    oldest = clock.moment
    post = Post(reconciler.desk.pipeline.settings.home, clock, {})
    post.watch(watched("boxscores", missing=2))
    clock.moment += timedelta(minutes=1)
    post.watch(watched("features", missing=1))

    assert calm == {"undelivered": 0, "oldest": None}
    assert summary(browse, reconciler)["r008"] == {"undelivered": 2, "oldest": oldest.isoformat()}


def test_where_the_alerts_cannot_be_read_neither_is_known(browse: Open, reconciler: Reconciler) -> None:
    (reconciler.desk.pipeline.settings.home / FILE).write_bytes(b"no database" * 100)

    told = summary(browse, reconciler)

    assert told["r006"]["status"] == "UNKNOWN"
    assert told["r008"] == {"undelivered": None, "oldest": None}
    assert "cannot be read or kept" in told["problem"]
