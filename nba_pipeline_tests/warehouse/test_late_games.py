"""What comes late or never: a day of which nothing came yet is published without rows, and names each game."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import DAY, TABLE, TODAY, game, publish_rows, receipt_of, row, shown

from nba_pipeline.warehouse.receipts import Gap, State

LATE = replace(TABLE, may_be_empty="no shots of the day, or not yet", comes_late=True)
OWED = {DAY: {"G1": "not there (HTTP 404)"}}


def test_a_day_of_which_every_game_is_late_is_published_without_rows_by_a_table_that_comes_late(engine):
    publish_rows(engine, TODAY, [], LATE, unanswered=OWED)

    receipt = receipt_of(engine)
    assert (receipt.state, receipt.rows) == (State.DEGRADED, 0)
    assert receipt.reason == "1 games missing: G1 (not there (HTTP 404))"
    assert receipt.gaps == (Gap("G1", "not there (HTTP 404)"),)
    assert DAY not in shown(engine).unverified


def test_a_late_game_completes_its_day_when_it_comes(engine):
    publish_rows(engine, TODAY, [], LATE, unanswered=OWED)
    publish_rows(engine, TODAY, game("G1"), LATE)

    assert (receipt_of(engine).state, receipt_of(engine).gaps) == (State.COMPLETE, ())


@pytest.mark.parametrize(
    ("table", "rows"), [(TABLE, []), (LATE, [row(game="G2", points=1000)])], ids=["of no late table", "held back"]
)
def test_no_other_game_is_waited_for_like_that(engine, table, rows):
    publication = publish_rows(engine, TODAY, rows, table, unanswered=OWED)

    assert publication.refused[DAY].startswith("none of ")
    assert receipt_of(engine) is None


def test_a_day_that_has_rows_does_not_lose_them_to_late_games(engine):
    publish_rows(engine, TODAY, game("G1"), LATE)

    publication = publish_rows(engine, TODAY, [], LATE, unanswered=OWED)

    assert publication.refused[DAY].startswith("2 rows became 0 without a reason")
    assert shown(engine).rows == game("G1")
