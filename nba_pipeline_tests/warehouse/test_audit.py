"""What is asked of staged rows before they are published."""

from __future__ import annotations

import ibis
import pyarrow as pa
import pytest
from builders import DAY, NOON, RATINGS, TABLE, TOMORROW, frame, game, row

from nba_pipeline.contracts import Column
from nba_pipeline.warehouse.audit import broken_rows, conformed, day_facts, schema_faults


def faults_of(**types: str) -> list[str]:
    return schema_faults(TABLE, ibis.schema(dict(TABLE.schema().items()) | types))


def test_a_batch_with_the_contracts_columns_has_no_faults():
    assert schema_faults(TABLE, TABLE.schema()) == []


def test_every_difference_is_named():
    columns = dict(TABLE.schema().items())
    del columns["note"], columns["edge"]
    assert schema_faults(TABLE, ibis.schema(columns | {"salary": "int64", "points": "string"})) == [
        "column 'edge' is missing",
        "column 'note' is missing",
        "column 'salary' is not in the contract",
        "column 'points' is string, the contract says int64",
    ]


@pytest.mark.parametrize(
    ("column", "dtype"),
    [
        ("points", "int32"),
        ("points", "uint8"),
        ("minutes", "float32"),
        ("minutes", "int64"),
        ("minutes", "decimal(6, 2)"),
        ("seen_at", "timestamp('UTC', 6)"),
        ("note", "null"),
        ("status", "!string"),
    ],
)
def test_a_type_that_keeps_the_meaning_fits(column, dtype):
    assert faults_of(**{column: dtype}) == []


@pytest.mark.parametrize(
    ("column", "dtype"),
    [
        ("points", "float64"),
        ("points", "boolean"),
        ("points", "string"),
        ("minutes", "boolean"),
        ("minutes", "string"),
        ("starter", "int64"),
        ("starter", "null"),
        ("game_id", "int64"),
        ("game_date", "timestamp('UTC')"),
        ("game_date", "string"),
        ("seen_at", "timestamp"),
        ("seen_at", "timestamp('America/New_York')"),
        ("seen_at", "date"),
    ],
)
def test_a_type_that_could_change_the_meaning_is_a_fault(column, dtype):
    said = ibis.dtype(dtype)
    assert faults_of(**{column: dtype}) == [f"column {column!r} is {said}, the contract says {TABLE[column].dtype}"]


def test_rows_are_brought_into_the_contracts_order_types_and_precision(engine):
    rows = frame([row(minutes=30.123449, edge=-0.00004, seen_at=NOON.replace(microsecond=999_999))])
    backwards = engine.upload(rows.select(rows.column_names[::-1])).mutate(points=ibis.literal(7, "int8"))

    stored = engine.fetch(conformed(TABLE, backwards))

    assert stored.column_names == [column.name for column in TABLE.columns]
    assert stored.schema.field("points").type == pa.int64()
    assert stored.to_pylist() == [row(minutes=30.1234, edge=0.0, points=7, seen_at=NOON)]


def test_a_day_is_counted_by_rows_and_by_keys(engine):
    rows = [row(1), row(1, points=3), row(2), row(1, "G2"), row(1, day=TOMORROW), row(day=TOMORROW, player_id=None)]

    facts = engine.fetch(day_facts(TABLE, engine.upload(frame(rows)))).to_pylist()

    assert sorted(facts, key=lambda fact: fact["game_date"]) == [
        {"game_date": DAY, "rows": 4, "keys": 3},
        {"game_date": TOMORROW, "rows": 2, "keys": 2},
    ]


def test_broken_rows_are_counted_by_game_with_a_reason(engine):
    rows = [*game("G1"), row(1, "G2", points=101), row(2, "G2", points=-4), row(3, "G2")]

    assert engine.fetch(broken_rows(TABLE, engine.upload(frame(rows)))).to_pylist() == [
        {"game_date": DAY, "game_id": "G2", "reason": "points is above 100", "broken": 2},
    ]


def test_broken_rows_without_a_game_are_counted_by_day(engine):
    rows = [{"game_date": DAY, "team": team, "rating": -1.0} for team in ("BOS", None)]

    assert engine.fetch(broken_rows(RATINGS, engine.upload(frame(rows, RATINGS)))).to_pylist() == [
        {"game_date": DAY, "reason": "rating is below 0", "broken": 2},
    ]


def test_the_bounds_of_a_column_can_be_read_aloud():
    assert TABLE["points"].bounds == "≥ 0 and ≤ 100"
    assert TABLE["player_id"].bounds == "≥ 1"
    assert TABLE["status"].bounds == "PLAYED, DNP"
    assert Column("x", int, "No bounds").bounds == ""
