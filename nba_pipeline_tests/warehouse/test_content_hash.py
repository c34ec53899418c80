"""Equal days have equal hashes on every engine, and every cell counts."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime

import pytest
from builders import DAY, STATUSES, TABLE, TOMORROW, YESTERDAY, frame, row
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from nba_pipeline.warehouse.engine import Engine, Fingerprint, fingerprints

few = settings(max_examples=25, deadline=None)

text = st.none() | st.sampled_from(["", "~", "|", "1:a", "Jokić", "e\u0301", "😀"]) | st.text("~|:1a\\'", max_size=4)
tenthousandths = st.integers(-(10**9), 10**9).map(lambda number: number / 10_000)
CELLS = {
    "game_date": st.sampled_from([YESTERDAY, DAY, TOMORROW]),
    "game_id": text.filter(lambda value: value is not None),
    "player_id": st.integers(-(2**40), 2**40),
    "player_name": text,
    "note": text,
    "status": st.sampled_from(STATUSES),
    "points": st.none() | st.integers(0, 100),
    "minutes": st.none() | tenthousandths,
    "edge": st.none() | tenthousandths,
    "starter": st.booleans(),
    "seen_at": st.none()
    | st.datetimes(datetime(1950, 1, 1), datetime(2200, 1, 1)).map(lambda at: at.replace(microsecond=0, tzinfo=UTC)),
}
a_row = st.fixed_dictionaries(CELLS)
some_rows = st.lists(a_row, min_size=1, max_size=5)


@pytest.fixture(scope="module")
def calculator(standing_engine) -> Engine:
    """An engine that only calculates, so that one serves every example."""
    return standing_engine


def hashes(engine: Engine, rows: list[dict]) -> dict[date, Fingerprint]:
    return fingerprints(engine, TABLE, engine.upload(frame(rows)))


def canonical_line(cells: dict) -> str:
    """What the hash is said to be made of, in plain Python."""

    def canonical(value: object, is_free_text: bool) -> str:
        match value:
            case None:
                return "~|~" if is_free_text else "~"
            case bool():
                return str(int(value))
            case str():
                return f"{len(value)}|{value}" if is_free_text else value
            case float():
                return str(round(value * 10_000))
            case datetime():
                return str(int(value.timestamp()))
            case date():
                return value.isoformat()
        return str(value)

    return "|".join(canonical(cells[column.name], column.type is str and not column.values) for column in TABLE.columns)


def md5(value: str) -> str:
    return hashlib.md5(value.encode(), usedforsecurity=False).hexdigest()


def in_plain_python(rows: list[dict]) -> dict[date, Fingerprint]:
    days = {cells["game_date"] for cells in rows}
    lines = {day: [md5(canonical_line(cells)) for cells in rows if cells["game_date"] == day] for day in days}
    return {day: Fingerprint(len(of_day), md5("".join(sorted(of_day)))) for day, of_day in lines.items()}


def test_the_golden_day(calculator):
    rows = [
        row(1, player_name="Nikola Jokić", note="~|", edge=-0.0, minutes=34.5678),
        row(2, player_name=None, note="", points=None, minutes=None, edge=None, seen_at=None, status="DNP"),
    ]

    assert [canonical_line(cells) for cells in rows] == [
        "2026-01-15|2|G1|1|12|Nikola Jokić|2|~||PLAYED|11|345678|0|1|1768487401",
        "2026-01-15|2|G1|2|~|~|0||DNP|~|~|~|0|~",
    ]
    assert hashes(calculator, rows) == {DAY: Fingerprint(2, "fa072905be06002aed764c4ddc95f963")}


@few
@given(rows=some_rows)
def test_every_engine_calculates_what_plain_python_does(calculator, rows):
    assert hashes(calculator, rows) == in_plain_python(rows)


@few
@given(rows=some_rows, data=st.data())
def test_the_order_of_rows_does_not_matter(calculator, rows, data):
    shuffled = data.draw(st.permutations(rows))
    assert hashes(calculator, shuffled) == hashes(calculator, rows)


@few
@given(rows=some_rows, data=st.data())
def test_any_changed_cell_changes_the_hash(calculator, rows, data):
    position = data.draw(st.integers(0, len(rows) - 1))
    column = data.draw(st.sampled_from(list(CELLS)))
    value = data.draw(CELLS[column])
    assume(value != rows[position][column])
    changed = [*rows]
    changed[position] = rows[position] | {column: value}

    assert hashes(calculator, changed) != hashes(calculator, rows)


@pytest.mark.parametrize("column", ["player_name", "note"])
def test_null_an_empty_text_and_the_mark_of_null_differ(calculator, column):
    days = [hashes(calculator, [row(**{column: value})])[DAY] for value in (None, "", "~", "0:", "|")]
    assert len(set(days)) == 5


@pytest.mark.parametrize(
    ("name", "note", "other_name", "other_note"),
    [
        ("ab", "c", "a", "bc"),
        ("a|", "b", "a", "|b"),
        ("a", "", "", "a"),
        ("a", None, None, "a"),
        ("~", None, None, "~"),
        ("a|1:b", "c", "a", "b|1:c"),
        ("1:a", "", "", "1:a"),
    ],
)
def test_text_that_moves_to_the_neighbouring_column_changes_the_hash(calculator, name, note, other_name, other_note):
    here = hashes(calculator, [row(player_name=name, note=note)])
    there = hashes(calculator, [row(player_name=other_name, note=other_note)])
    assert here != there


def test_minus_zero_is_zero(calculator):
    assert hashes(calculator, [row(edge=-0.0)]) == hashes(calculator, [row(edge=0.0)])


def test_zero_is_not_missing(calculator):
    assert hashes(calculator, [row(edge=0.0)]) != hashes(calculator, [row(edge=None)])


def test_equal_rows_do_not_cancel_out(calculator):
    once, twice, thrice = (hashes(calculator, [row()] * times + [row(2)])[DAY] for times in (1, 2, 3))
    assert len({once.content_hash, twice.content_hash, thrice.content_hash}) == 3
    assert (once.rows, twice.rows, thrice.rows) == (2, 3, 4)


def test_two_rows_that_exchange_a_cell_change_the_hash(calculator):
    here = hashes(calculator, [row(1, points=10), row(2, points=20)])
    there = hashes(calculator, [row(1, points=20), row(2, points=10)])
    assert here != there


def test_what_lies_beyond_the_declared_precision_does_not_count(calculator):
    assert hashes(calculator, [row(minutes=30.50001)]) == hashes(calculator, [row(minutes=30.5)])
    assert hashes(calculator, [row(minutes=30.5001)]) != hashes(calculator, [row(minutes=30.5)])


def test_each_day_has_its_own_fingerprint(calculator):
    together = hashes(calculator, [row(), row(2), row(day=TOMORROW)])
    assert together == hashes(calculator, [row(), row(2)]) | hashes(calculator, [row(day=TOMORROW)])
