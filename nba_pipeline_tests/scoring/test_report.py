"""The page: complete, alone in one file, and honest about small samples."""

from __future__ import annotations

import re
from datetime import date

import pytest
from graded_rows import a_season, row, scores

from nba_pipeline.scoring.report import page


@pytest.fixture(scope="module")
def season_page() -> str:
    return page(scores(a_season(), unverified={date(2026, 1, 5): "<b>never</b> published"}), "a made-up league")


def test_the_page_needs_nothing_from_elsewhere_and_runs_nothing(season_page: str):
    assert "http" not in season_page
    assert "<script" not in season_page.lower()
    assert not re.search(r"\s(src|href|xlink:href|on\w+)=", season_page)
    assert "@import" not in season_page
    assert "url(" not in season_page


def test_every_chart_has_its_table(season_page: str):
    headings = re.findall(r"<h2>(Lined: error by [^<]+)</h2>", season_page)

    assert headings == ["Lined: error by month", "Lined: error by minutes played", "Lined: error by line"]
    for section in season_page.split("<section")[1:]:
        assert section.count("<svg") <= section.count("<table")
    assert season_page.count("<svg") == 4


def test_what_a_source_says_is_text_and_no_markup(season_page: str):
    assert "&lt;b&gt;never&lt;/b&gt; published" in season_page
    assert "<b>never" not in season_page


def test_the_populations_are_explained_and_small_samples_called_small(season_page: str):
    assert "every player-game that was played and that every system predicts" in season_page
    assert "Fewer than 300 rows or 30" in season_page
    assert "small sample" in page(scores(a_season(days=3)), "a made-up league")


def test_the_same_scores_give_the_same_page(season_page: str):
    again = page(scores(a_season(), unverified={date(2026, 1, 5): "<b>never</b> published"}), "a made-up league")

    assert again == season_page


def test_without_prices_or_anything_to_score_there_still_is_a_page():
    unpriced = page(scores([row("careful", 11, 10)]), "a made-up league")
    nothing = page(scores([row("careful", 11, None)]), "a made-up league")

    assert "No player-game has both a price" in unpriced
    assert "There is nothing to score" in nothing
