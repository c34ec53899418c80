"""The model's page: what `nba score` says, small samples called small, and nothing where nothing is known."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from html import unescape
from threading import Event
from time import sleep

import pytest
from client import Open
from faults.league_desk import FIRST, TODAY
from reconciler import Reconciler
from scoring.graded_rows import a_season
from starlette.testclient import TestClient

from nba_pipeline.dashboard import judgments, known, standing
from nba_pipeline.dashboard.model_page import services
from nba_pipeline.dashboard.standing import Standing, Standings
from nba_pipeline.game_day import EASTERN, Days
from nba_pipeline.registry import table
from nba_pipeline.scoring import tables
from nba_pipeline.scoring.identical import ALL, LINED
from nba_pipeline.scoring.reading import Graded, graded
from nba_pipeline.scoring.scores import Scores, score


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def judged(reconciler: Reconciler) -> Scores:
    days = Days(FIRST, TODAY)
    with reconciler.desk.pipeline.open_engine() as engine:
        return score(graded(engine, days), days)


def a_model(day: int, name: str, serves: str = "challenger", **more: object) -> dict[str, object]:
    return {
        "game_date": date(2026, 1, day),
        "model": name * 64,
        "serves": serves,
        "reason": "it is the first",
        "challenger_mae": 4.61,
        "champion_mae": None,
        "cutoff": date(2026, 1, 1),
        "trained_from": date(2021, 10, 19),
        "trained_until": date(2025, 12, 31),
        "rows": 123456,
    } | more


@pytest.fixture
def lived(monkeypatch: pytest.MonkeyPatch) -> Standing:
    """A season with enough games to say something of, served by two models."""
    rows = a_season(days=70)
    days = Days(rows["game_date"].min(), rows["game_date"].max())
    older = a_model(31, "b", "champion", reason="the newer training was worse", champion_mae=4.5)
    one = Standing(days, Graded(rows, {}, {}, 0), [a_model(5, "a"), a_model(6, "a"), older], {})
    monkeypatch.setattr(Standings, "of", lambda *_: one)
    return one


def test_the_page_says_what_the_command_says(browse: Open, reconciler: Reconciler) -> None:
    scores = judged(reconciler)

    html = unescape(browse(reconciler).get("/model").text)

    for name in (ALL, LINED):
        told = tables.errors(scores, name)
        assert told.title in html
        for row in told.rows:
            cells = "".join(rf"<t[hd][^>]*>{re.escape(cell)}</t[hd]>" for cell in row)
            assert re.search(f"<tr>{cells}</tr>", html)
    assert "small sample" in text_of(html)


def test_what_is_not_known_of_a_short_season_is_said_and_no_zero(browse: Open, reconciler: Reconciler) -> None:
    text = text_of(browse(reconciler).get("/model").text)

    assert "Not known: no game day was graded before the last 30." in text
    assert "Without any probability, and not in the chart: moving_average, zone_matchup_v1, similarity_balanced" in text
    assert "No points model served 2026-01-15: too little history" in text
    assert "Compared with none, for they predicted nobody: points_model_v1, ensemble_v1, market_aware_v1." in text


def test_a_day_that_lost_a_grade_since_the_last_look_is_named_and_not_counted(
    browse: Open, reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known, "FRESH_SECONDS", 0.0)
    whole = judged(reconciler).populations[ALL]
    client = browse(reconciler)
    assert f"player-games on {whole.days} days" in client.get("/model").text
    with reconciler.desk.pipeline.open_engine() as engine:
        engine._rows(
            "DELETE FROM nba_predictions.prediction_accuracy WHERE game_date = $1 AND player_id = 1000", [TODAY]
        )

    text = text_of(client.get("/model").text)

    assert f"{TODAY}: prediction_accuracy: its receipt proves" in text
    assert f"player-games on {whole.days - 1} days" in text


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("prediction_accuracy", f"{TODAY}: prediction_accuracy: its receipt proves"),
        ("player_prop_predictions", f"{TODAY}: player_prop_predictions: its receipt proves"),
        ("points_model", f"No points model served {TODAY}: its receipt proves"),
    ],
)
def test_each_table_that_is_unverified_is_named_with_the_reason_of_now(
    browse: Open, reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch, name: str, says: str
) -> None:
    monkeypatch.setattr(known, "FRESH_SECONDS", 0.0)
    client = browse(reconciler)

    def proves() -> int | None:
        """How many rows the page says that the day's receipt proves, where it calls the day unverified."""
        found = re.search(rf"{re.escape(says)} (\d+) rows", text_of(client.get("/model").text))
        return int(found[1]) if found else None

    def claim_one_more() -> None:
        with reconciler.desk.pipeline.open_engine() as engine:
            engine._rows(
                "UPDATE nba_reliability.receipts SET rows = rows + 1 WHERE game_date = $1 AND table_name = $2",
                [TODAY, table(name).name],
            )

    told = [proves()]
    for _ in range(2):
        claim_one_more()
        told.append(proves())

    assert told[0] is None
    assert told[1] is not None
    assert told[2] == told[1] + 1


def test_a_season_without_grades_is_unknown(browse: Open, reconciler: Reconciler) -> None:
    with reconciler.desk.pipeline.open_engine() as engine:
        engine._rows("DELETE FROM nba_reliability.receipts WHERE table_name = 'nba_predictions.prediction_accuracy'")

    html = browse(reconciler).get("/model").text

    assert "Nothing can be scored of 2025-26" in html
    assert "MAE" not in html


def test_it_is_judged_again_when_a_grade_changes_and_only_then(
    browse: Open, reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known, "FRESH_SECONDS", 0.0)
    looks = []
    monkeypatch.setattr(
        standing, "graded_of", lambda *asked, really=standing.graded_of: looks.append(1) or really(*asked)
    )
    client = browse(reconciler)

    before, same = client.get("/model").text, client.get("/model").text
    seen = len(looks)
    reconciler.rewrite("prediction_accuracy", lambda rows: [{**row, "actual_points": 0} for row in rows])
    changed = client.get("/model").text

    assert (seen, len(looks)) == (1, 2)
    assert before == same
    assert changed != before


def test_each_chart_has_a_name_and_its_table(browse: Open, reconciler: Reconciler, lived: Standing) -> None:
    html = browse(reconciler).get("/model").text

    names = re.findall(r'<svg role="img" aria-label="([^"]+)"', html)
    assert names == [
        "How much further than the line each system misses, by month",
        "What was said of the over against how often it came",
    ]
    assert re.findall(r"\sstyle=|<style|<script(?! src)", html) == []
    for month in ("2026-01", "2026-02", "2026-03"):
        assert f'<th scope="row">{month}</th>' in html
    assert html.count("<caption>careful</caption>") == html.count("<caption>the market</caption>") == 1


def test_drift_and_calibration_are_told_with_their_counts(
    browse: Open, reconciler: Reconciler, lived: Standing
) -> None:
    text = text_of(browse(reconciler).get("/model").text)

    assert "Bias in points, all: since 2026-02-10, 600 player-games on 30 days; before, 800 on 40" in text
    assert "Probability of the over: 1,400 priced player-games on 70 days" in text
    assert " 140 " in text  # games of each of the ten groups


def test_the_serving_model_is_told_with_its_reason(browse: Open, reconciler: Reconciler, lived: Standing) -> None:
    text = text_of(browse(reconciler).get("/model").text)

    assert "2026-01-31 was served by bbbbbbbbbbbbbbbb , an older training, for the newer one did worse" in text
    assert "trained on 123,456 player-games from 2021-10-19 to 2025-12-31, nothing from 2026-01-01 on" in text
    assert "The newer training was worse." in text


def test_days_of_one_model_are_one_service() -> None:
    told = services([a_model(5, "a"), a_model(6, "a"), a_model(9, "b"), a_model(12, "a")])

    assert [(one.days, one.model["model"][0]) for one in told] == [
        (Days.only(date(2026, 1, 12)), "a"),
        (Days.only(date(2026, 1, 9)), "b"),
        (Days(date(2026, 1, 5), date(2026, 1, 6)), "a"),
    ]


class Slowly:
    """A judgment that takes as long as the test wants."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.may_judge = Event()
        monkeypatch.setattr(judgments, "PATIENCE_SECONDS", 0.01)
        monkeypatch.setattr(Standing, "judge", lambda standing, really=Standing.judge: self.judge(standing, really))

    def judge(self, standing: Standing, really: Callable[[Standing], None]) -> None:
        assert self.may_judge.wait(60)
        really(standing)

    def until_judged(self, client: TestClient) -> str:
        self.may_judge.set()
        while judgments.UNDER_WAY in (html := unescape(client.get("/model").text)):
            sleep(0.01)
        return text_of(html)


def test_while_a_season_is_judged_for_the_first_time_the_page_says_so(
    browse: Open, reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch
) -> None:
    slowly, client = Slowly(monkeypatch), browse(reconciler)

    first = text_of(unescape(client.get("/model").text))

    assert judgments.UNDER_WAY in first
    assert "MAE" not in first
    assert "Nobody could look" not in first
    assert "MAE" in slowly.until_judged(client)


def test_while_newer_grades_are_judged_the_page_tells_the_last_judgment_with_its_moment(
    browse: Open, reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known, "FRESH_SECONDS", 0.0)
    client = browse(reconciler)
    before = text_of(unescape(client.get("/model").text))
    slowly = Slowly(monkeypatch)
    reconciler.rewrite("prediction_accuracy", lambda rows: [{**row, "actual_points": 0} for row in rows])
    of_then = reconciler.desk.clock.now()
    reconciler.desk.clock.moment = of_then + timedelta(minutes=1)

    meanwhile = text_of(unescape(client.get("/model").text))

    assert f"Not from now. {judgments.UNDER_WAY} What is shown is of" in meanwhile
    assert before.partition("Model Which")[2].partition("As of")[0] in meanwhile
    assert f"As of {of_then.astimezone(EASTERN):%Y-%m-%d %H:%M:%S}" in meanwhile
    after = slowly.until_judged(client)
    assert "Not from now." not in after
    assert after != before


def test_a_home_without_a_warehouse_knows_of_no_model(browse: Open, reconciler: Reconciler) -> None:
    (reconciler.desk.pipeline.settings.home / "warehouse.duckdb").unlink()

    html = browse(reconciler).get("/model").text

    assert "Nobody could look yet" in html
    assert "There is no warehouse" in html
