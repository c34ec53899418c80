"""What the strip of phases and the season's grid say of a day: not due, missing, failed, and blocked by what."""

from __future__ import annotations

import re
from datetime import time, timedelta
from html import unescape

from client import Open
from faults.league_desk import TODAY
from reconciler import TOMORROW, Reconciler

from nba_pipeline.alerts.database import FILE
from nba_pipeline.game_day import eastern
from nba_pipeline.orchestration.alerting import Alerts


def season_row(html: str, day: object) -> str:
    """The row of a day in the season's grid."""
    return html[html.index(f"date={day}") :].split("</tr>")[0]


def phases_of(html: str, day: object) -> list[str]:
    """The states of a day's phases in the strip, each with its sign."""
    row = html[html.index('<table class="strip">') :].partition(f'datetime="{day}"')[2].partition("</tr>")[0]
    return re.findall(r'<span class="state [^"]+"[^>]*>([^<]+)</span>', row)


def lacks_of(html: str, day: object) -> list[str]:
    """What is said under the strip of what a day lacks, as text without tags."""
    items = re.findall(r"<li>.*?</li>", html[html.index('<table class="strip">') :], re.DOTALL)
    texts = [re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", item))).strip() for item in items]
    return [text for text in texts if f" {day} " in text]


def test_a_hole_in_the_season_is_seen_and_what_is_not_due_is_none(browse: Open, afternoon: Reconciler) -> None:
    hole = TODAY - timedelta(days=3)
    afternoon.lose("player_daily_cache", hole)

    html = browse(afternoon).get("/season").text

    rows = {day: season_row(html, day) for day in (hole, TODAY)}
    assert rows[hole].count("never published") == 2  # as a tooltip and for a screen reader
    assert rows[TODAY].count("never published") == 0
    assert rows[TODAY].count("not due yet") > 0


def test_in_the_morning_a_day_is_expected_until_its_hour_and_missing_from_then_on(
    browse: Open, reconciler: Reconciler
) -> None:
    reconciler.desk.clock.moment = eastern(TOMORROW, time(11, 59))
    before = browse(reconciler).get("/").text
    early = season_row(browse(reconciler).get("/season").text, TOMORROW)
    reconciler.desk.clock.moment = eastern(TOMORROW, time(12))
    after = browse(reconciler).get("/").text
    late = season_row(browse(reconciler).get("/season").text, TOMORROW)

    assert phases_of(before, TOMORROW) == ["- EXPECTED"] * 6
    assert lacks_of(before, TOMORROW) == []
    assert set(re.findall(r'aria-label="([^:]+):', early)) == {"EXPECTED"}
    assert phases_of(after, TOMORROW) == ["✕ MISSING", *["⊘ BLOCKED"] * 4, "✕ MISSING"]
    missing = f"✕ MISSING {TOMORROW} raw: nba_raw.schedule never published, due since {TOMORROW} 12:00 Eastern"
    assert lacks_of(after, TOMORROW)[0] == missing
    assert "MISSING: never published, due since" in late
    assert "BLOCKED: blocked by nba_raw.schedule" in late


def test_a_run_that_failed_is_told_with_its_reason_and_blocks_what_comes_after_it_until_it_is_mended(
    browse: Open, reconciler: Reconciler
) -> None:
    desk = reconciler.desk
    desk.clock.moment = eastern(TOMORROW, time(11, 5))
    unexamined = browse(reconciler).get("/").text
    desk.league.outage = "the league does not <answer>"
    assert desk.run("pregame", TOMORROW).exit_code == 2
    alerts = Alerts.of(desk.pipeline)
    alerts.examine_runs(desk.instance)
    failed, grid = browse(reconciler).get("/").text, season_row(browse(reconciler).get("/season").text, TOMORROW)
    desk.league.heal()
    assert desk.run("pregame", TOMORROW).exit_code == 0
    alerts.examine_runs(desk.instance)
    mended = browse(reconciler).get("/").text

    assert "No run was examined for alerts yet" in unexamined
    assert "No run was examined for alerts yet" not in failed
    assert ", since 2026-01-16 11:05: the league does not &lt;answer&gt;. " in failed
    assert phases_of(failed, TOMORROW)[:4] == ["! FAILED", *["⊘ BLOCKED"] * 3]
    why = f"! FAILED {TOMORROW} raw: nba_raw.schedule contract_holds: the league does not <answer>"
    assert lacks_of(failed, TOMORROW)[0] == why
    assert "blocked by nba_raw.schedule" in lacks_of(failed, TOMORROW)[-1]
    assert "FAILED: contract_holds: the league does not &lt;answer&gt;" in grid
    assert phases_of(mended, TOMORROW)[:4] == ["○ EMPTY_OK"] * 4
    assert lacks_of(mended, TOMORROW) == []


def test_where_nobody_can_tell_what_failed_the_page_says_so(browse: Open, reconciler: Reconciler) -> None:
    reconciler.lose("player_boxscores")
    (reconciler.desk.pipeline.settings.home / FILE).write_bytes(b"no database" * 100)

    html = browse(reconciler).get("/season").text

    assert "cannot be read or kept" in html
    assert "MISSING: never published" in season_row(html, TODAY)


def test_pages_of_what_is_not_there_yet_say_when_it_is_due(browse: Open, reconciler: Reconciler) -> None:
    reconciler.desk.clock.moment = eastern(TOMORROW, time(11, 59))
    slate, ledger = (browse(reconciler).get(f"/{page}?date={TOMORROW}").text for page in ("predictions", "ledger"))

    assert f"it was never published, not due yet, due by {TOMORROW} 12:00 Eastern" in slate
    assert f"It is not due yet, due by {TOMORROW} 12:00 Eastern." in ledger


def test_a_day_that_lost_a_row_is_failed_and_not_what_its_receipt_says(browse: Open, reconciler: Reconciler) -> None:
    with reconciler.desk.pipeline.open_engine() as engine:
        engine._rows(
            "DELETE FROM nba_predictions.prediction_accuracy WHERE game_date = $1 AND player_id = 1000", [TODAY]
        )
    why = reconciler.desk.look("prediction_accuracy", TODAY).unverified[TODAY]
    assert why.startswith("its receipt proves")

    season, overview = browse(reconciler).get("/season").text, browse(reconciler).get("/").text

    assert f"FAILED: {why}" in season_row(season, TODAY)
    assert f"! FAILED {TODAY} grades: nba_predictions.prediction_accuracy {why}" in lacks_of(overview, TODAY)


def test_the_reason_of_every_cell_that_is_not_complete_is_read_without_a_pointer(
    browse: Open, afternoon: Reconciler
) -> None:
    hole = TODAY - timedelta(days=3)
    afternoon.lose("player_daily_cache", hole)

    html = browse(afternoon).get("/season").text

    told = {day: html.partition(f'<details id="of-{day}">')[2].partition("</details>")[0] for day in (hole, TODAY)}
    assert "✕ MISSING" in told[hole]
    assert "nba_precompute.player_daily_cache" in told[hole]
    assert "never published, due since" in told[hole]
    assert "not due yet, due by" in told[TODAY]
