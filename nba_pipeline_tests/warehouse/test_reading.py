"""Reading serves the days that their receipts prove, and names the others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders import (
    DAY,
    SUMMER_DAY,
    TABLE,
    THREE_DAYS,
    TODAY,
    TOMORROW,
    YESTERDAY,
    Shown,
    game,
    publish_rows,
    receipt_of,
    reopened,
    row,
    run_sql,
    shown,
)

from nba_pipeline.contracts import Today
from nba_pipeline.game_day import Days
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.warehouse.errors import NotVerified, WarehouseError
from nba_pipeline.warehouse.reading import read, verify

TAMPERING = {
    "a row was lost": "DELETE FROM nba_test.player_lines WHERE game_date = '2026-01-15' AND player_id = 2",
    "all rows were lost": "DELETE FROM nba_test.player_lines WHERE game_date = '2026-01-15'",
    "a row was added": "INSERT INTO nba_test.player_lines SELECT * REPLACE (9 AS player_id) "
    "FROM nba_test.player_lines WHERE game_date = '2026-01-15' AND player_id = 1",
    "a row was moved to another day": "UPDATE nba_test.player_lines SET game_date = '2026-01-14' "
    "WHERE game_date = '2026-01-15' AND player_id = 2",
}


def with_a_receipt_for_tomorrow_only(engine) -> None:
    """Yesterday and today hold rows, as an earlier run that died might have left them."""
    publish_rows(engine, THREE_DAYS, [row(day=day) for day in THREE_DAYS])
    run_sql(engine, ["DELETE FROM nba_reliability.receipts WHERE game_date <= '2026-01-15'"])


def test_days_that_were_published_are_served_and_the_others_are_named(engine):
    publish_rows(engine, TODAY, game("G1"))

    now = shown(engine)

    assert now.rows == game("G1")
    assert now.receipts == [receipt_of(engine)]
    assert now.unverified == {YESTERDAY: "it was never published", TOMORROW: "it was never published"}


def test_a_table_that_was_never_published_has_no_verified_day(engine):
    assert shown(engine, TODAY) == Shown([], [], {DAY: "it was never published"})


def test_rows_without_a_receipt_are_named_and_not_served(engine):
    with_a_receipt_for_tomorrow_only(engine)

    now = shown(engine)

    assert now.rows == [row(day=TOMORROW)]
    assert now.unverified == dict.fromkeys([YESTERDAY, DAY], "it holds rows without a receipt")


def test_publishing_a_day_again_replaces_rows_without_a_receipt(engine):
    with_a_receipt_for_tomorrow_only(engine)

    publish_rows(engine, TODAY, game("G2", players=3))

    assert shown(engine, TODAY).rows == game("G2", players=3)
    assert shown(engine, TODAY).unverified == {}


@pytest.mark.parametrize("damage", TAMPERING.values(), ids=TAMPERING.keys())
def test_a_day_that_changed_after_its_publication_is_named_and_none_of_it_is_served(engine, damage):
    publish_rows(engine, Days(DAY, TOMORROW), [*game("G1"), row(day=TOMORROW)])
    run_sql(engine, [damage])

    now = shown(engine, Days(DAY, TOMORROW))

    assert list(now.unverified) == [DAY]
    assert now.rows == [row(day=TOMORROW)]
    assert [receipt.game_date for receipt in now.receipts] == [TOMORROW]


@pytest.mark.parametrize("damage", ["a row was added", "a row was moved to another day"])
def test_publishing_a_changed_day_again_heals_it(engine, damage):
    publish_rows(engine, Days(YESTERDAY, DAY), [row(day=YESTERDAY), *game("G1")])
    run_sql(engine, [TAMPERING[damage]])

    publish_rows(engine, Days(YESTERDAY, DAY), [row(day=YESTERDAY), *game("G1")])

    now = shown(engine, Days(YESTERDAY, DAY))
    assert now.rows == [row(day=YESTERDAY), *game("G1")]
    assert now.unverified == {}


def test_a_changed_day_is_told_by_its_numbers(engine):
    publish_rows(engine, TODAY, game("G1"))
    run_sql(engine, [TAMPERING["a row was lost"]])
    assert shown(engine, TODAY).unverified == {DAY: "its receipt proves 2 rows, it holds 1"}


def test_rows_on_a_day_that_was_proven_empty_are_not_served(engine):
    publish_rows(engine, TODAY, [], empty_reasons={DAY: "All-Star break"})
    publish_rows(engine, Days.only(YESTERDAY), [row(day=YESTERDAY)])
    run_sql(engine, ["UPDATE nba_test.player_lines SET game_date = '2026-01-15'"])

    assert shown(engine, TODAY).rows == []
    assert shown(engine, TODAY).unverified == {DAY: "its receipt proves 0 rows, it holds 1"}


def test_the_summer_needs_no_receipt(engine):
    june_to_october = Days(date(2025, 6, 30), date(2025, 10, 1))
    assert list(shown(engine, june_to_october).unverified) == [date(2025, 6, 30), date(2025, 10, 1)]


def test_rows_without_a_receipt_are_named_in_summer_too(engine):
    publish_rows(engine, TODAY, [row()])
    run_sql(engine, ["UPDATE nba_test.player_lines SET game_date = '2025-08-01'"])

    summer = shown(engine, Days.only(SUMMER_DAY))

    assert summer == Shown([], [], {SUMMER_DAY: "it holds rows without a receipt"})


def test_only_what_is_visible_is_read(engine):
    result = ("points", "minutes")
    table = replace(TABLE, columns=[replace(column, after_game=column.name in result) for column in TABLE.columns])
    publish_rows(engine, TODAY, game("G1"), table)

    before_the_game = read(engine, table, TODAY, Today().visible(table)).rows

    assert set(TABLE.schema()) - set(before_the_game.schema()) == set(result)
    assert engine.fetch(before_the_game).num_rows == 2


def test_only_asked_days_are_read(engine):
    publish_rows(engine, THREE_DAYS, [row(day=day) for day in THREE_DAYS])
    assert shown(engine, Days(YESTERDAY, DAY)).rows == [row(day=YESTERDAY), row(day=DAY)]


def test_a_published_day_is_read_through_a_connection_that_cannot_write(engine):
    publish_rows(engine, TODAY, game("G1"))
    engine.__exit__()

    with reopened(engine, read_only=True) as reader:
        assert shown(reader, TODAY).rows == game("G1")


def test_who_cannot_write_is_told_that_a_table_was_never_made(engine):
    engine.__exit__()

    with (
        reopened(engine, read_only=True) as reader,
        pytest.raises(WarehouseError, match=r"nba_test\.player_lines was never made in .* Make it with: nba run"),
    ):
        shown(reader, TODAY)


def test_reading_a_file_that_is_not_there_says_how_to_make_one(tmp_path):
    with pytest.raises(WarehouseError, match=r"There is no warehouse at .*none.* Make one with: nba run"):
        DuckDBEngine(tmp_path / "none.duckdb", read_only=True)


def test_the_refusal_to_build_on_unproven_days_names_them_and_what_to_do():
    lost = {date(2026, 1, day): "it was never published" for day in range(10, 15)}
    error = NotVerified("nba_analytics.x 2026-01-15", {"nba_raw.y": lost, "nba_raw.z": {DAY: "changed"}})
    assert str(error) == (
        "nba_analytics.x 2026-01-15 needs verified days of its inputs. Not verified: nba_raw.y: "
        "2026-01-10 (it was never published), 2026-01-11 (it was never published), "
        "2026-01-12 (it was never published) and 2 more days; nba_raw.z: 2026-01-15 (changed). "
        "Make them with: nba backfill --start 2026-01-10 --end 2026-01-15"
    )


def test_a_changed_cell_is_found_by_verification(engine):
    publish_rows(engine, THREE_DAYS, [row(day=day) for day in THREE_DAYS])
    assert verify(engine, TABLE, THREE_DAYS) == {}

    run_sql(engine, ["UPDATE nba_test.player_lines SET points = 99 WHERE game_date = '2026-01-15'"])

    wrong = verify(engine, TABLE, THREE_DAYS)
    assert list(wrong) == [DAY]
    assert wrong[DAY].startswith("its receipt proves ")
