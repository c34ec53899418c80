"""A reconciliation that died is seen: a verdict from before a day was over is none once the one after it is due."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from client import Open
from faults.league import moment
from faults.league_desk import TODAY
from reconciler import TOMORROW, Reconciler
from test_openapi import complaints
from test_pages import card_of, level_of

from nba_pipeline.game_day import eastern

YESTERDAY = TODAY - timedelta(days=1)


def at(desk: Reconciler, day: date, hour: int, minute: int = 0) -> datetime:
    desk.desk.clock.moment = eastern(day, time(hour, minute))
    return desk.desk.clock.moment


def r007(browse: Open, desk: Reconciler) -> dict:
    return dict(browse(desk).get("/api/reliability/summary").json()["r007"])


def test_a_pending_day_is_pending_until_its_reconciliation_is_due_and_unknown_from_then_on(
    browse: Open, afternoon: Reconciler
) -> None:
    at(afternoon, TODAY, 17)
    afternoon.of()
    path = f"/api/reliability/reconciliation?date={TODAY}"

    at(afternoon, TOMORROW, 5, 59)
    before, (told_before,) = browse(afternoon).get("/").text, browse(afternoon).get(path).json()["results"]
    at(afternoon, TOMORROW, 6)
    after, document = browse(afternoon).get("/").text, browse(afternoon).get(path).json()
    (told_after,) = document["results"]

    assert (level_of(before, TODAY), told_before["status"], told_before["gaps_found"]) == ("blue", "PENDING", 0)
    assert (level_of(after, TODAY), told_after["status"], told_after["gaps_found"]) == ("grey", "UNKNOWN", None)
    card = card_of(after, TODAY)
    assert f"Last evaluated {TODAY} 17:00 Eastern while UPCOMING" in card
    assert f"nba reconcile --date {TODAY}" in card
    assert "still to come" not in card
    assert list(complaints("/api/reliability/reconciliation", 200, document)) == []
    assert told_after["day_state"] == "UPCOMING"


def test_a_gap_that_was_found_while_games_went_on_stays_one_and_says_of_when_it_is(
    browse: Open, afternoon: Reconciler
) -> None:
    afternoon.lose("ml_feature_store_v2")
    afternoon.desk.clock.moment = moment(TODAY, 21)
    assert afternoon.of().gaps
    at(afternoon, TOMORROW, 13)

    html = browse(afternoon).get("/").text

    assert level_of(html, TODAY) == "red"
    assert f"last evaluated {TODAY} 21:00 Eastern while IN_PROGRESS" in card_of(html, TODAY)
    assert f"nba reconcile --date {TODAY}" in card_of(html, TODAY)


def test_a_verdict_of_the_morning_after_stays(browse: Open, reconciler: Reconciler) -> None:
    reconciler.of()
    at(reconciler, TOMORROW, 13)

    html = browse(reconciler).get("/").text

    assert level_of(html, TODAY) == "green"
    assert "nba reconcile" not in card_of(html, TODAY)


@pytest.mark.parametrize(
    ("day", "hour", "minute", "of", "status"),
    [(TOMORROW, 5, 59, YESTERDAY, "PASS"), (TOMORROW, 6, 0, TODAY, "UNKNOWN"), (TOMORROW, 23, 0, TODAY, "UNKNOWN")],
)
def test_the_summary_is_of_the_last_day_that_is_due_and_of_no_better_one_before(
    browse: Open, reconciler: Reconciler, day: date, hour: int, minute: int, of: date, status: str
) -> None:
    assert reconciler.of(YESTERDAY).status == "PASS"
    at(reconciler, day, hour, minute)

    told = r007(browse, reconciler)

    assert (told["date"], told["status"]) == (f"{of}", status)
    assert told["gaps_found"] == (0 if status == "PASS" else None)


def test_the_summary_of_a_day_that_was_last_judged_before_its_games_is_unknown(
    browse: Open, afternoon: Reconciler
) -> None:
    at(afternoon, TODAY, 17)
    afternoon.of()
    at(afternoon, TOMORROW, 7)

    assert r007(browse, afternoon) == {
        "date": f"{TODAY}",
        "gaps_found": None,
        "status": "UNKNOWN",
        "high_severity_count": None,
    }


def test_a_day_in_mid_season_that_was_never_reconciled_is_seen_and_none_before_the_first(
    browse: Open, reconciler: Reconciler
) -> None:
    first, hole = TODAY - timedelta(days=3), TODAY - timedelta(days=2)
    reconciler.of(first)
    reconciler.of(YESTERDAY)

    html = browse(reconciler).get("/reliability?days=0").text

    assert level_of(html, hole) == "grey"
    assert "Never reconciled" in card_of(html, hole)
    assert f'id="day-{first}"' in html
    assert f'id="day-{first - timedelta(days=1)}"' not in html
