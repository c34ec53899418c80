"""What the operator sees in each state of a day: calm when all is well, impossible to misread when it is not."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from html import unescape
from urllib.parse import quote_plus

import pytest
from accepting import accept_all
from alerts.desk import Post, watched
from client import Open
from faults.league import moment
from faults.league_desk import TODAY
from reconciler import TOMORROW, Reconciler

from nba_pipeline.alerts.database import FILE
from nba_pipeline.game_day import EASTERN, eastern

PAGES = [
    "/",
    "/reliability",
    "/partials/reliability-tab",
    "/season",
    "/ledger",
    "/predictions",
    "/rules/A2",
    f"/predictions/explain?date={TODAY}&player=Bos+Playera",
    "/model",
    "/api/docs",
    "/sign-in",
    "/predictions?date=x",
]


def card_of(html: str, day: object) -> str:
    """The card of a day, as text without tags."""
    (card,) = [part for part in re.findall(r"<article.*?</article>", html, re.DOTALL) if f'id="day-{day}"' in part]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", card))


def level_of(html: str, day: object) -> str:
    found = re.search(rf'<article class="card (\w+)" aria-labelledby="day-{day}"', html)
    assert found
    return found[1]


def test_a_day_that_was_never_reconciled_is_unknown_and_says_what_to_do(browse: Open, reconciler: Reconciler) -> None:
    html = browse(reconciler).get("/").text

    assert level_of(html, TODAY) == "grey"
    assert "UNKNOWN" in card_of(html, TODAY)
    assert f"nba reconcile --date {TODAY}" in card_of(html, TODAY)


@pytest.mark.parametrize(
    ("hour", "minute", "told"),
    [(5, 59, f"Not reconciled yet, which is due by {TOMORROW} 06:00 Eastern"), (6, 0, "Never reconciled")],
)
def test_a_day_whose_reconciliation_is_still_to_come_says_when_it_is_due(
    browse: Open, reconciler: Reconciler, hour: int, minute: int, told: str
) -> None:
    reconciler.desk.clock.moment = eastern(TOMORROW, time(hour, minute))

    html = browse(reconciler).get("/").text

    assert level_of(html, TODAY) == "grey"
    assert told in card_of(html, TODAY)


def test_in_summer_a_day_is_unknown_for_a_reason_that_asks_for_nothing(browse: Open, reconciler: Reconciler) -> None:
    july = date(2026, 7, 15)
    reconciler.desk.clock.moment = eastern(july, time(12))

    html = browse(reconciler).get("/").text

    assert level_of(html, july) == "grey"
    assert "Off-season, nothing is to be reconciled" in card_of(html, july)


def test_a_whole_day_is_green_and_has_no_banner(browse: Open, reconciler: Reconciler) -> None:
    reconciler.of()

    html = browse(reconciler).get("/").text

    assert level_of(html, TODAY) == "green"
    assert "PASS" in card_of(html, TODAY)
    assert "R-007" not in card_of(html, TODAY)


def test_a_high_gap_is_red_and_names_what_is_missing(browse: Open, reconciler: Reconciler) -> None:
    lost = [game.game_id for game in reconciler.desk.league.games(TODAY)]
    reconciler.lose("player_boxscores")
    gaps = reconciler.of().gaps

    html = browse(reconciler).get("/").text

    assert level_of(html, TODAY) == "red"
    high = sum(gap.severity == "HIGH" for gap in gaps)
    assert f"R-007: {len(gaps)} data gap(s) detected for {TODAY} ({high} HIGH severity)" in card_of(html, TODAY)
    assert all(game in card_of(html, TODAY) for game in lost)


def test_gaps_that_follow_from_another_are_folded_under_their_number(browse: Open, reconciler: Reconciler) -> None:
    reconciler.lose("player_boxscores")
    gaps = reconciler.of().gaps
    own, blocked = [g for g in gaps if not g.blocked_by], [g for g in gaps if g.blocked_by]
    assert own
    assert blocked

    html = browse(reconciler).get("/").text

    before, _, folded = html.partition('<details class="blocked">')
    shown = folded.partition("</details>")[0]
    assert f"<summary>blocked: {len(blocked)}</summary>" in shown
    assert (before.count("<li>"), shown.count("<li>")) == (len(own), len(blocked))
    assert shown.count("follows from") == len(blocked)


def test_where_every_gap_follows_from_something_else_they_are_open(browse: Open, reconciler: Reconciler) -> None:
    reconciler.lose("player_boxscores")
    gaps = reconciler.of().gaps
    with reconciler.desk.pipeline.open_engine() as engine:
        engine._rows("UPDATE nba_reliability.reconciliation_results SET blocked_by = 'what nobody judges'")

    html = browse(reconciler).get("/").text

    assert f'<details class="blocked" open>\n<summary>blocked: {len(gaps)}</summary>' in html


def test_a_gap_without_high_is_orange(browse: Open, reconciler: Reconciler) -> None:
    reconciler.lose("player_shot_zone_analysis")
    (gap,) = reconciler.of().gaps

    html = browse(reconciler).get("/reliability").text

    assert gap.severity == "MEDIUM"
    assert level_of(html, TODAY) == "orange"
    assert gap.message in card_of(html, TODAY)


def test_what_is_missing_leads_to_the_ledger_and_the_day_to_its_runs(browse: Open, reconciler: Reconciler) -> None:
    (one, *_) = reconciler.desk.rows("player_shot_zone_analysis", TODAY)
    (name,) = {
        row["player_name"]
        for row in reconciler.desk.rows("player_prop_predictions", TODAY)
        if row["player_id"] == one["player_id"]
    }
    rows_without = lambda rows: [row for row in rows if row["player_id"] != one["player_id"]]  # noqa: E731
    reconciler.rewrite("player_shot_zone_analysis", rows_without)
    lost = [game.game_id for game in reconciler.desk.league.games(TODAY)]
    reconciler.lose("player_boxscores")
    reconciler.of()
    client = browse(reconciler)

    for path in ("/", "/partials/reliability-tab?days=3"):
        html = unescape(client.get(path).text)
        assert f'<a href="/ledger?date={TODAY}&player={quote_plus(name)}">{name}</a>' in html
        assert f'<a href="/ledger?date={TODAY}">{lost[0]}</a>' in html
        runs = f"http://127.0.0.1:3000/runs?q%5B%5D=tag%3Anba%2Fgame_days%3D{TODAY}"
        assert f'<a href="{runs}" rel="noreferrer">Runs of the day</a>' in html
    assert name in client.get(f"/ledger?date={TODAY}&player={quote_plus(name)}").text


@pytest.mark.parametrize("path", ["/", "/reliability"])
def test_an_accepted_gap_stays_and_says_by_whom_why_and_since_when(
    browse: Open, reconciler: Reconciler, path: str
) -> None:
    reconciler.lose("player_boxscores")
    gaps = reconciler.of().gaps
    accept_all(reconciler, "the <archive> lacks it")

    html = browse(reconciler).get(path).text

    assert level_of(html, TODAY) == "red"
    told = unescape(card_of(html, TODAY))
    assert f"R-007: {len(gaps)} data gap(s) detected for {TODAY}" in told
    assert all(gap.message in told for gap in gaps)
    assert f"{len(gaps)} gaps, {len(gaps)} of them accepted" in told
    since = f"{reconciler.desk.clock.now().astimezone(EASTERN):%Y-%m-%d %H:%M}"
    said = f"Accepted by Ann, told no more since {since} Eastern: the <archive> lacks it"
    assert told.count(said) == len(gaps)
    assert "<archive>" not in html


def test_more_than_was_accepted_is_not_called_accepted(browse: Open, reconciler: Reconciler) -> None:
    (one, *_) = reconciler.desk.rows("player_shot_zone_analysis", TODAY)
    rows_without = lambda rows: [row for row in rows if row["player_id"] != one["player_id"]]  # noqa: E731
    reconciler.rewrite("player_shot_zone_analysis", rows_without)
    assert reconciler.of().gaps
    accept_all(reconciler, "he never shot")
    assert "Accepted by Ann" in browse(reconciler).get("/").text

    reconciler.desk.clock.moment += timedelta(minutes=1)
    reconciler.lose("player_shot_zone_analysis")
    (gap,) = reconciler.of().gaps
    html = browse(reconciler).get("/").text

    assert gap.message in card_of(html, TODAY)
    assert "ccepted" not in card_of(html, TODAY)


def test_where_nobody_can_tell_what_was_accepted_the_page_says_so_and_shows_the_gap(
    browse: Open, reconciler: Reconciler
) -> None:
    reconciler.lose("player_boxscores")
    reconciler.of()
    accept_all(reconciler, "the archive lacks it")
    file = reconciler.desk.pipeline.settings.home / FILE
    file.write_bytes(b"no database" * 100)

    html = browse(reconciler).get("/reliability").text

    assert level_of(html, TODAY) == "red"
    assert "cannot be read or kept" in html


def test_a_day_in_progress_is_neither_red_nor_green(browse: Open, afternoon: Reconciler) -> None:
    afternoon.desk.clock.moment = moment(TODAY, 21)
    afternoon.of()

    html = browse(afternoon).get("/").text

    assert level_of(html, TODAY) == "blue"
    assert "PENDING" in card_of(html, TODAY)


def test_a_day_without_games_says_so(browse: Open, reconciler: Reconciler) -> None:
    free = TODAY + timedelta(days=1)
    assert reconciler.desk.league.games(free) == []
    reconciler.desk.morning(free)
    reconciler.of(free)

    html = browse(reconciler).get("/").text

    assert level_of(html, free) == "green"
    assert "No games (NO_GAMES)" in card_of(html, free)


def test_predictions_show_line_side_and_reason_and_the_result_when_known(browse: Open, reconciler: Reconciler) -> None:
    expected = {row["player_name"] for row in reconciler.desk.rows("player_prop_predictions", TODAY)}

    html = browse(reconciler).get(f"/predictions?date={TODAY}&system=moving_average").text

    assert set(re.findall(r'<th scope="row"><a href="[^"]+">([^<]+)</a></th>', html)) == expected
    assert "<option selected>moving_average</option>" in html


def test_no_predictions_say_why(browse: Open, reconciler: Reconciler) -> None:
    html = browse(reconciler).get("/predictions?date=2025-12-01").text

    assert "No predictions: it was never published" in html


@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_inline_script_or_style_or_another_host(browse: Open, reconciler: Reconciler, path: str) -> None:
    answer = browse(reconciler).get(path)

    assert "'unsafe" not in answer.headers["content-security-policy"]
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'")
    assert re.findall(r"<script(?! src=\"/static/)", answer.text) == []
    assert re.findall(r"\sstyle=|<style|\son\w+=", answer.text) == []
    assert set(re.findall(r"https?://[^/\"]+", answer.text)) <= {"http://127.0.0.1:3000"}


def test_what_is_wrong_and_untold_stands_on_the_overview(browse: Open, reconciler: Reconciler) -> None:
    home, clock = reconciler.desk.pipeline.settings.home, reconciler.desk.clock
    post = Post(home, clock, {})
    calm = browse(reconciler).get("/").text
    post.watch(watched("boxscores", missing=2))

    html = browse(reconciler).get("/").text

    assert "No alert is open, and none waits to be told." in calm
    assert "1 undelivered, the oldest since 2026-01-16 06:00" in html
    assert re.search(r'<span class="badge red">RED</span> boxscores, since 2026-01-16 06:00: 2 missing missing', html)
    assert "<code>nba run --date 2026-01-15</code>" in html
    assert [message.attempts for message in post.undelivered] == [0]


def test_a_name_from_a_source_is_text_and_no_markup(browse: Open, reconciler: Reconciler) -> None:
    reconciler.rewrite(
        "player_prop_predictions",
        lambda rows: [{**row, "player_name": "<b>O'Neal</b>"} for row in rows],
    )

    html = browse(reconciler).get(f"/predictions?date={TODAY}").text

    assert "<b>O" not in html
    assert "&lt;b&gt;O&#39;Neal&lt;/b&gt;" in html
