"""An injury report says of every player and team what is in it, and is refused where that cannot be told."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from small_day import DAY, MORNING
from small_report import listed, report, silent

from nba_pipeline.game_day import Days
from nba_pipeline.sources.base import Answer, SourceError
from nba_pipeline.sources.live.injury_pdf import rows
from nba_pipeline.sources.live.injury_reports import report_addresses

BOSTON, LAKERS = "Boston Celtics", "Los Angeles Lakers"


def told(*pages, at: datetime = MORNING, **more) -> list[dict]:
    body = report(DAY, at, *pages, **more)
    return rows(
        [Answer("injury_report_pdf", Days.only(DAY), "https://r/report.pdf", "application/pdf", body, MORNING)]
    ).to_pylist()


def complaint(*pages, **more) -> str:
    with pytest.raises(SourceError) as raised:
        told(*pages, **more)
    assert "https://r/report.pdf" in str(raised.value)
    return str(raised.value)


def test_a_player_has_his_status_and_the_whole_reason():
    said = told([listed(BOSTON, "Playera, Bos", "Out", "Injury/Illness - Left Knee;", "Soreness")])

    assert said == [
        {
            "game_date": DAY,
            "report_at": MORNING,
            "team": "BOS",
            "player_name": "Playera, Bos",
            "player_lookup": "bosplayera",
            "status": "OUT",
            "reason": "Injury/Illness - Left Knee; Soreness",
        }
    ]


def test_a_team_that_has_not_submitted_is_not_healthy():
    said = told([silent(BOSTON), listed(LAKERS, "Playerb, Lal", "Available", "Rest")])

    assert [(r["team"], r["status"], r["player_name"], r["player_lookup"]) for r in said] == [
        ("BOS", "NOT_SUBMITTED", None, ""),
        ("LAL", "AVAILABLE", "Playerb, Lal", "lalplayerb"),
    ]


def test_a_team_goes_on_over_the_page():
    first = [listed(BOSTON, "Playera, Bos", "Out", "Rest")]
    second = [listed("", "Playerb, Bos", "Doubtful", "Rest")]

    assert [(r["team"], r["status"]) for r in told(first, second)] == [("BOS", "OUT"), ("BOS", "DOUBTFUL")]


def test_a_player_without_a_reason_is_kept():
    assert [r["reason"] for r in told([listed(BOSTON, "Playera, Bos", "Probable")])] == [None]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (listed(BOSTON, "Playera, Bos", "Hurt", "Rest"), "no player with his status"),
        (listed(BOSTON, "Playera, Bos", "", "Rest"), "no player with his status"),
        (listed("Boston Lobsters", "Playera, Bos", "Out", "Rest"), "not the name of an NBA team"),
        (listed("", "Playera, Bos", "Out", "Rest"), "before any game and team"),
    ],
    ids=["status", "no status", "team", "no team"],
)
def test_what_cannot_be_read_is_refused(row, says):
    assert says in complaint([row])


def test_a_report_that_lost_a_page_is_refused():
    assert "breaks off" in complaint([silent(BOSTON)], numbered=2)


def test_a_report_of_yesterday_says_nothing_of_today():
    assert "it is stale" in complaint([silent(BOSTON)], at=MORNING - timedelta(days=1))


@pytest.mark.parametrize(
    ("as_of", "newest", "oldest"),
    [
        ("2026-01-15T17:44:00-05:00", "2026-01-15_05_30PM", "2026-01-15_04_30PM"),
        ("2026-01-15T00:10:00-05:00", "2026-01-15_12_00AM", "2026-01-14_11_00PM"),
        ("2024-01-04T12:45:00-05:00", "2024-01-04_12PM", "2024-01-04_08AM"),
    ],
)
def test_a_report_is_looked_for_under_the_times_before(as_of, newest, oldest):
    addresses = report_addresses("https://r", datetime.fromisoformat(as_of))

    assert (addresses[0], addresses[-1]) == (
        f"https://r/Injury-Report_{newest}.pdf",
        f"https://r/Injury-Report_{oldest}.pdf",
    )


def test_a_row_of_another_day_is_not_of_this_one():
    body = report(date(2026, 1, 16), MORNING, [silent(BOSTON)])
    answer = Answer("injury_report_pdf", Days.only(DAY), "https://r/x", "application/pdf", body, MORNING)

    assert rows([answer]).num_rows == 0
