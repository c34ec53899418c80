"""Fewer rows than last time need a reason, and the reason stays on the receipt."""

from __future__ import annotations

import pytest
from builders import DAY, THREE_DAYS, TODAY, game, publish_rows, receipt_of, row, shown

from nba_pipeline.warehouse.receipts import State


@pytest.fixture
def inputs() -> dict:
    return {DAY: {"schedule": "as it was"}}


@pytest.fixture
def full_day(engine, inputs) -> list[dict]:
    publish_rows(engine, TODAY, game("G1", players=3), inputs=inputs)
    return game("G1", players=3)


def refused_as_shrinking(publication, rows: int) -> bool:
    sentence = f"3 rows became {rows} without a reason; if that is right, repeat with --accept-shrink 'why'"
    return publication.refused == {DAY: sentence} and not publication.receipts


def test_an_unexplained_shrinking_is_refused_and_the_last_good_day_stays(engine, full_day, inputs):
    publication = publish_rows(engine, TODAY, game("G1"), inputs=inputs)

    assert refused_as_shrinking(publication, rows=2)
    assert shown(engine).rows == full_day
    assert receipt_of(engine).revision == 1


def test_a_day_does_not_become_empty_unexplained_whatever_the_reason_to_be_empty(engine, full_day, inputs):
    publication = publish_rows(engine, TODAY, [], inputs=inputs, empty_reasons={DAY: "the source has none"})

    assert refused_as_shrinking(publication, rows=0)
    assert shown(engine).rows == full_day


def test_a_game_that_breaks_its_contract_does_not_take_the_good_one_away(engine, inputs):
    publish_rows(engine, TODAY, [*game("G1"), row(3, "G2")], inputs=inputs)

    publication = publish_rows(engine, TODAY, [*game("G1"), row(3, "G2", points=1000)], inputs=inputs)

    assert refused_as_shrinking(publication, rows=2)
    assert [cells["game_id"] for cells in shown(engine).rows] == ["G1", "G1", "G2"]


def test_the_operators_word_is_on_the_receipt(engine, full_day, inputs):
    publish_rows(engine, TODAY, game("G1"), inputs=inputs, accept_shrink="a player was listed for both teams")

    assert shown(engine).rows == full_day[:2]
    assert receipt_of(engine).reason == "3 rows became 2: a player was listed for both teams"


def test_a_table_made_from_changed_inputs_may_shrink_and_says_so(engine, full_day):
    publish_rows(engine, TODAY, game("G1"), inputs={DAY: {"schedule": "corrected"}})

    assert shown(engine).rows == full_day[:2]
    assert receipt_of(engine).reason == "3 rows became 2: its inputs changed"


def test_a_table_made_by_changed_code_may_shrink_and_says_so(engine, full_day, inputs):
    publish_rows(engine, TODAY, game("G1"), inputs=inputs, code_version="code 2")

    assert shown(engine).rows == full_day[:2]
    assert receipt_of(engine).reason == "3 rows became 2: its code changed"


def test_a_sources_new_answer_explains_no_shrinking(engine, full_day):
    changed = {DAY: {"answer": "a shorter one"}}

    publication = publish_rows(engine, TODAY, game("G1"), inputs=changed, code_version="code 2", from_source=True)

    assert refused_as_shrinking(publication, rows=2)
    assert shown(engine).rows == full_day


def test_both_reasons_of_a_day_that_became_empty_are_on_the_receipt(engine, full_day):
    publish_rows(engine, TODAY, [], empty_reasons={DAY: "no rows in nba_raw.schedule"})

    receipt = receipt_of(engine)
    assert (receipt.state, receipt.rows) == (State.EMPTY_OK, 0)
    assert receipt.reason == "no rows in nba_raw.schedule; 3 rows became 0: its inputs changed"


@pytest.mark.parametrize("players", [3, 4])
def test_a_day_that_does_not_shrink_needs_no_reason(engine, full_day, inputs, players):
    publish_rows(engine, TODAY, game("G1", players), inputs=inputs)
    assert (receipt_of(engine).rows, receipt_of(engine).reason) == (players, None)


def test_a_shrinking_day_does_not_keep_the_other_days_of_a_range_back(engine):
    publish_rows(engine, THREE_DAYS, [cells for day in THREE_DAYS for cells in game("G1", day=day)])

    longer = [row(player, day=day) for day in THREE_DAYS for player in (range(1, 2) if day == DAY else range(1, 4))]
    publication = publish_rows(engine, THREE_DAYS, longer)

    assert list(publication.refused) == [DAY]
    assert [receipt_of(engine, day).rows for day in THREE_DAYS] == [3, 2, 3]
