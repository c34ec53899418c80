"""Written means read back: a write that reports success and did something else is rolled back."""

from __future__ import annotations

from datetime import date

import pytest
from builders import DAY, THREE_DAYS, TODAY, Shown, game, publish_rows, shown, stages

from nba_pipeline.game_day import Days
from nba_pipeline.warehouse.engine import Engine
from nba_pipeline.warehouse.errors import ReadBackDiffers

NEW_DAY = Days.only(date(2026, 2, 2))

FALSE_SUCCESSES = {
    "a row is lost": "DELETE FROM nba_test.player_lines WHERE game_date = '2026-01-15' AND player_id = 3",
    "every row is lost": "DELETE FROM nba_test.player_lines WHERE game_date = '2026-01-15'",
    "a row is written twice": "INSERT INTO nba_test.player_lines SELECT * FROM nba_test.player_lines "
    "WHERE game_date = '2026-01-15' AND player_id = 1",
    "a cell changes": "UPDATE nba_test.player_lines SET points = 99 WHERE game_date = '2026-01-15' AND player_id = 1",
    "a cell becomes null": "UPDATE nba_test.player_lines SET minutes = NULL "
    "WHERE game_date = '2026-01-15' AND player_id = 1",
    "two players change places": "UPDATE nba_test.player_lines SET points = CASE player_id "
    "WHEN 1 THEN 12 WHEN 2 THEN 11 ELSE points END WHERE game_date = '2026-01-15'",
}
TOUCHED_DAYS = {
    "another day loses a row": "DELETE FROM nba_test.player_lines WHERE game_date = '2026-01-14' AND player_id = 1",
    "another day gains a row": "INSERT INTO nba_test.player_lines SELECT * REPLACE (7 AS player_id) "
    "FROM nba_test.player_lines WHERE game_date = '2026-01-14' AND player_id = 1",
    "a row lands on a day that nobody published": "INSERT INTO nba_test.player_lines "
    "SELECT * REPLACE (DATE '2026-02-01' AS game_date) FROM nba_test.player_lines "
    "WHERE game_date = '2026-01-15' AND player_id = 1",
}


@pytest.fixture(scope="module")
def engine(standing_engine) -> Engine:
    publish_rows(standing_engine, THREE_DAYS, [cells for day in THREE_DAYS for cells in game("G1", day=day)])
    return standing_engine


@pytest.fixture
def good_days(engine) -> Shown:
    return shown(engine)


@pytest.mark.parametrize("damage", FALSE_SUCCESSES.values(), ids=FALSE_SUCCESSES.keys())
def test_a_write_that_falsely_reports_success_publishes_nothing(engine, sabotage, good_days, damage):
    sabotage(damage)

    with pytest.raises(ReadBackDiffers, match=r"2026-01-15: 3 rows .* were written, .* Nothing was published\."):
        publish_rows(engine, TODAY, game("G1", players=3))

    assert shown(engine) == good_days


@pytest.mark.parametrize("damage", TOUCHED_DAYS.values(), ids=TOUCHED_DAYS.keys())
def test_a_write_that_touches_another_day_publishes_nothing(engine, sabotage, good_days, damage):
    sabotage(damage)

    with pytest.raises(
        ReadBackDiffers, match=r"publishing 2026-01-15 changed other days, which held 4 rows and then [35]\. "
    ):
        publish_rows(engine, TODAY, game("G1", players=3))

    assert shown(engine) == good_days


def test_the_first_publication_of_a_day_is_proven_too(engine, sabotage):
    sabotage("DELETE FROM nba_test.player_lines WHERE game_date = '2026-02-02' AND player_id = 3")

    with pytest.raises(ReadBackDiffers, match=r"3 rows .* were written, 2 .* read back"):
        publish_rows(engine, NEW_DAY, game("G1", players=3, day=NEW_DAY.first))

    assert shown(engine, NEW_DAY) == Shown([], [], {NEW_DAY.first: "it was never published"})


def test_one_days_loss_publishes_no_day_of_the_range(engine, sabotage, good_days):
    sabotage(FALSE_SUCCESSES["a row is lost"])

    with pytest.raises(ReadBackDiffers, match="2026-01-15"):
        publish_rows(engine, THREE_DAYS, [cells for day in THREE_DAYS for cells in game("G1", 3, day)])

    assert shown(engine) == good_days


def test_a_day_whose_rows_should_be_gone_is_proven_empty(engine, sabotage, good_days):
    sabotage(
        "INSERT INTO nba_test.player_lines SELECT * REPLACE (DATE '2026-01-15' AS game_date) "
        "FROM nba_test.player_lines WHERE game_date = '2026-01-14'"
    )

    with pytest.raises(ReadBackDiffers, match=r"2026-01-15: 0 rows .* were written, 2 .* read back"):
        publish_rows(engine, TODAY, [], empty_reasons={DAY: "postponed"}, accept_shrink="postponed")

    assert shown(engine) == good_days


@pytest.mark.parametrize(
    ("step", "end"),
    [("rows", OSError("no space left")), ("receipt", KeyboardInterrupt())],
    ids=["the rows are refused", "interrupted before the receipt"],
)
def test_a_write_that_stops_halfway_leaves_the_last_good_state_visible(engine, stop_at, good_days, step, end):
    with pytest.raises(stop_at(step, end)):
        publish_rows(engine, TODAY, game("G1", players=3))

    assert shown(engine) == good_days
    assert stages(engine) == []


def test_after_a_rolled_back_write_the_next_one_is_published(engine, monkeypatch, sabotage, good_days):
    sabotage(FALSE_SUCCESSES["a cell changes"])
    with pytest.raises(ReadBackDiffers):
        publish_rows(engine, TODAY, game("G1", players=3))
    monkeypatch.undo()

    publish_rows(engine, TODAY, game("G1", players=3))

    now = shown(engine, TODAY)
    assert now.rows == game("G1", players=3)
    assert now.receipts[0].revision == 2
