"""The write path: what is published has a receipt, and what is refused leaves the last good state visible."""

from __future__ import annotations

from dataclasses import replace

import ibis
import pytest
from builders import (
    DAY,
    NOON,
    SUMMER_DAY,
    TABLE,
    THREE_DAYS,
    TODAY,
    TOMORROW,
    YESTERDAY,
    all_receipts,
    batch,
    frame,
    game,
    games,
    publish_rows,
    receipt_of,
    reopened,
    row,
    shown,
    stages,
)

from nba_pipeline.contracts import Column
from nba_pipeline.game_day import Days
from nba_pipeline.warehouse.audit import conformed
from nba_pipeline.warehouse.engine import EMPTY
from nba_pipeline.warehouse.errors import ContractChanged
from nba_pipeline.warehouse.publication import publish
from nba_pipeline.warehouse.receipts import State


def test_a_published_day_is_read_as_it_was_written(engine):
    rows = game("G1", players=3)

    publish_rows(engine, TODAY, rows)

    assert shown(engine).rows == rows


def test_the_receipt_says_what_was_published_when_from_what_and_by_whom(engine):
    inputs = {DAY: {"schedule": "digest"}}

    publish_rows(engine, TODAY, game("G1"), inputs=inputs, code_version="code 7", run_id="run 9")

    receipt = receipt_of(engine)
    assert (receipt.table_name, receipt.game_date, receipt.revision) == (TABLE.name, DAY, 1)
    assert (receipt.state, receipt.rows, receipt.reason, receipt.gaps) == (State.COMPLETE, 2, None, ())
    assert (receipt.inputs, receipt.code_version, receipt.run_id) == ({"schedule": "digest"}, "code 7", "run 9")
    assert receipt.published_at == NOON


def test_the_publication_returns_the_receipts_that_are_stored(engine):
    publication = publish_rows(engine, TODAY, game("G1"))
    assert publication.receipts == {DAY: receipt_of(engine)}
    assert publication.refused == {}


def test_a_day_published_again_is_replaced_and_no_other_day_is(engine):
    publish_rows(engine, THREE_DAYS, [row(day=day) for day in THREE_DAYS])

    publish_rows(engine, TODAY, [row(points=33)])

    assert [cells["points"] for cells in shown(engine).rows] == [11, 33, 11]


def test_revisions_increase_and_the_highest_is_current_even_if_the_clock_stands_still(engine):
    for points in (10, 20, 15):
        publish_rows(engine, TODAY, [row(points=points)], published_at=NOON)

    written = all_receipts(engine)
    assert [receipt["revision"] for receipt in written] == [1, 2, 3]
    assert len({receipt["content_hash"] for receipt in written}) == 3
    assert receipt_of(engine).receipt_id == written[-1]["receipt_id"]


def test_each_day_counts_its_own_revisions(engine):
    publish_rows(engine, TODAY, [row()])

    publish_rows(engine, THREE_DAYS, [row(day=day) for day in THREE_DAYS])

    assert {r.game_date: r.revision for r in shown(engine).receipts} == {YESTERDAY: 1, DAY: 2, TOMORROW: 1}


def test_the_order_of_a_batchs_columns_does_not_matter(engine):
    rows = game("G1")
    backwards = frame(rows).select(list(reversed(frame(rows).column_names)))

    publish_rows(engine, TODAY, backwards)

    assert shown(engine).rows == rows


def test_rows_that_come_as_a_query_are_published_like_any_others(engine):
    rows = game("G1")
    uploaded = {"given": engine.upload(frame(rows))}
    as_query = engine.template(
        "given rows", lambda: conformed(TABLE, ibis.table(TABLE.schema(), name="given")), uploaded
    )

    receipt = publish(engine, replace(batch(engine, TODAY, []), rows=as_query)).receipts[DAY]

    assert shown(engine).rows == rows
    assert receipt.content_hash == publish_rows(engine, TODAY, rows).receipts[DAY].content_hash


def test_numbers_are_stored_at_the_precision_of_their_column(engine):
    publish_rows(engine, TODAY, [row(minutes=31.000049), row(2, minutes=31.00005)])
    assert [cells["minutes"] for cells in shown(engine).rows] == [31.0, 31.0001]


def test_a_refused_day_does_not_keep_the_other_days_of_a_range_back(engine):
    rows = [row(day=YESTERDAY), row(points=1), row(points=2), row(day=TOMORROW)]

    publication = publish_rows(engine, THREE_DAYS, rows)

    assert publication.refused == {DAY: "1 rows repeat a key (game_date, game_id, player_id)"}
    assert list(publication.receipts) == [YESTERDAY, TOMORROW]
    now = shown(engine)
    assert [cells["game_date"] for cells in now.rows] == [YESTERDAY, TOMORROW]
    assert [receipt.game_date for receipt in now.receipts] == [YESTERDAY, TOMORROW]


@pytest.mark.parametrize("rows", [game("G1"), game("G1") * 2], ids=["published", "refused"])
def test_no_stage_is_left_behind(engine, rows):
    publish_rows(engine, TODAY, rows)
    assert stages(engine) == []


def test_no_rows_without_a_reason_are_refused(engine):
    publication = publish_rows(engine, TODAY, [])
    assert publication.refused == {DAY: "there are no rows and no reason for it"}
    assert shown(engine, TODAY).unverified == {DAY: "it was never published"}


def test_no_rows_with_a_reason_are_a_verified_empty_day(engine):
    publish_rows(engine, TODAY, [], empty_reasons={DAY: "the source has no lines of the day"})

    receipt = receipt_of(engine)
    assert (receipt.state, receipt.reason) == (State.EMPTY_OK, "the source has no lines of the day")
    assert (receipt.rows, receipt.content_hash) == (EMPTY.rows, EMPTY.content_hash)
    assert shown(engine, TODAY).unverified == {}


def test_a_reason_for_one_day_excuses_no_other(engine):
    publication = publish_rows(engine, THREE_DAYS, [row()], empty_reasons={YESTERDAY: "All-Star break"})
    assert list(publication.receipts) == [YESTERDAY, DAY]
    assert list(publication.refused) == [TOMORROW]


def test_a_day_on_which_no_game_is_expected_may_be_empty(engine):
    publish_rows(engine, TODAY, [], expected_games=games(engine))
    assert (receipt_of(engine).state, receipt_of(engine).reason) == (State.EMPTY_OK, "no games")


def test_the_summer_may_be_empty(engine):
    publish_rows(engine, Days.only(SUMMER_DAY), [])
    assert (receipt_of(engine, SUMMER_DAY).state, receipt_of(engine, SUMMER_DAY).reason) == (
        State.EMPTY_OK,
        "off-season",
    )


def test_a_table_may_say_itself_why_it_may_be_empty(engine):
    publish_rows(engine, TODAY, [], replace(TABLE, may_be_empty="no bookmaker quotes the day"))
    assert (receipt_of(engine).state, receipt_of(engine).reason) == (State.EMPTY_OK, "no bookmaker quotes the day")


def test_a_table_with_other_columns_than_its_contract_is_not_touched(engine):
    publish_rows(engine, TODAY, game("G1"))
    before = shown(engine)
    changed = [column for column in TABLE.columns if column.name != "note"]
    changed = [replace(column, type=float) if column.name == "points" else column for column in changed]
    changed = [replace(column, null=None) if column.name == "edge" else column for column in changed]
    contract = replace(TABLE, columns=[*changed, Column("salary", int, "New")])

    with (
        reopened(engine) as later,
        pytest.raises(ContractChanged, match=r"player_lines .* different columns: edge, note, points, salary\. "),
    ):
        publish_rows(later, TODAY, [], contract)

    assert shown(engine) == before
