"""Receipts are kept as they were written, and what a day was made from is told by content."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from builders import DAY, NOON, TABLE, TODAY, TOMORROW, YESTERDAY
from hypothesis import given, settings
from hypothesis import strategies as st

from nba_pipeline.contracts import Before, Results, Today
from nba_pipeline.game_day import Days
from nba_pipeline.warehouse.engine import EMPTY
from nba_pipeline.warehouse.receipts import (
    NO_GAPS,
    Gap,
    Receipt,
    State,
    current,
    gaps_as_json,
    inputs_as_json,
    inputs_digests,
    receipts_frame,
)

VIEWS = [Today(), Results(), Before(seasons=1), Before(seasons=2), Before(days=7), Before(days=1)]
each_view = pytest.mark.parametrize("seen", VIEWS, ids=str)
each_history = pytest.mark.parametrize("seen", VIEWS[2:], ids=str)


def receipt(day: date = DAY, content: str = "content", **fields) -> Receipt:
    usual = {
        "receipt_id": f"receipt of {day}",
        "publication_id": "publication",
        "table_name": TABLE.name,
        "game_date": day,
        "revision": 1,
        "state": State.COMPLETE,
        "rows": 2,
        "content_hash": content,
        "reason": None,
        "gaps_json": NO_GAPS,
        "inputs_json": inputs_as_json({}),
        "code_version": "code",
        "run_id": "run",
        "published_at": NOON,
    }
    return Receipt(**usual | fields)


def history(until: date, days: int, **fields) -> list[Receipt]:
    first = until - timedelta(days=days - 1)
    return [receipt(day, f"content of {day}", **fields) for day in Days(first, until)]


def test_a_receipt_survives_its_storage():
    whole = receipt(
        state=State.DEGRADED,
        reason="1 games missing: G2 (rosters only)",
        gaps_json=gaps_as_json({"G2": 'say "when" | ~'}),
        inputs_json=inputs_as_json({"schedule": "digest", "answer": "other"}),
    )
    (read,) = Receipt.from_rows(receipts_frame([whole]))
    assert read == whole
    assert read.gaps == (Gap("G2", 'say "when" | ~'),)
    assert read.inputs == {"schedule": "digest", "answer": "other"}


def test_the_current_receipt_of_each_day_is_its_highest_revision(engine):
    written = [
        *(receipt(DAY, f"revision {revision}", revision=revision) for revision in (2, 10, 9)),
        receipt(YESTERDAY, "revision 1"),
        receipt(DAY, "of another table", table_name="nba_test.other", revision=11),
    ]

    found = engine.fetch(current(engine.upload(receipts_frame(written)))).to_pylist()

    assert sorted((row["table_name"], row["game_date"], row["content_hash"]) for row in found) == [
        ("nba_test.other", DAY, "of another table"),
        ("nba_test.player_lines", YESTERDAY, "revision 1"),
        ("nba_test.player_lines", DAY, "revision 10"),
    ]


@each_view
def test_a_range_and_its_single_days_have_equal_digests(seen):
    wanted = Days(date(2025, 12, 25), date(2026, 1, 10))
    known = history(wanted.last, days=500)

    whole = inputs_digests(seen, wanted, [r for r in known if r.game_date in seen.bound(wanted)])

    single = {}
    for day in map(Days.only, wanted):
        single |= inputs_digests(seen, day, [r for r in known if r.game_date in seen.bound(day)])
    assert whole == single
    assert len(set(whole.values())) == len(wanted)


@settings(max_examples=60, deadline=None)
@given(
    seen=st.sampled_from(VIEWS),
    first=st.dates(date(2025, 9, 20), date(2026, 7, 10)),
    length=st.integers(1, 12),
    published=st.sets(st.integers(-420, 12)),
)
def test_a_history_with_holes_has_equal_digests_too(seen, first, length, published):
    wanted = Days(first, first + timedelta(days=length - 1))
    known = [receipt(day, f"content of {day}") for day in (first + timedelta(days=n) for n in published)]

    single = {}
    for day in map(Days.only, wanted):
        single |= inputs_digests(seen, day, [r for r in known if r.game_date in seen.bound(day)])
    assert inputs_digests(seen, wanted, known) == single


@each_view
def test_the_order_in_which_receipts_are_found_does_not_matter(seen):
    known = history(DAY, days=60)
    assert inputs_digests(seen, TODAY, known[::-1]) == inputs_digests(seen, TODAY, known)


@each_view
def test_an_input_published_again_with_equal_content_leaves_the_digest(seen):
    later = {"receipt_id": "another", "revision": 4, "run_id": "another", "published_at": NOON + timedelta(days=1)}
    assert inputs_digests(seen, TODAY, history(DAY, 30, **later)) == inputs_digests(seen, TODAY, history(DAY, 30))


def digest_after(seen, known: list[Receipt], changed: Receipt) -> str:
    rest = [r for r in known if r.game_date != changed.game_date]
    return inputs_digests(seen, TODAY, [*rest, changed])[DAY]


@each_history
def test_a_history_that_changed_yesterday_changes_the_digest(seen):
    known = history(DAY, days=30)
    before = inputs_digests(seen, TODAY, known)[DAY]
    assert digest_after(seen, known, receipt(YESTERDAY, "corrected")) != before


@each_history
def test_a_history_does_not_see_the_day_itself(seen):
    known = history(DAY, days=30)
    before = inputs_digests(seen, TODAY, known)[DAY]
    assert digest_after(seen, known, receipt(DAY, "played")) == before


@pytest.mark.parametrize("seen", [Today(), Results()], ids=str)
def test_a_view_of_the_day_sees_that_day_only(seen):
    known = history(TOMORROW, days=30)
    before = inputs_digests(seen, TODAY, known)[DAY]
    assert digest_after(seen, known, receipt(DAY, "corrected")) != before
    assert digest_after(seen, known, receipt(YESTERDAY, "corrected")) == before
    assert digest_after(seen, known, receipt(TOMORROW, "corrected")) == before


@pytest.mark.parametrize(
    ("seen", "first_seen"),
    [
        (Before(days=7), date(2026, 1, 8)),
        (Before(seasons=1), date(2025, 10, 1)),
        (Before(seasons=2), date(2024, 10, 1)),
    ],
    ids=str,
)
def test_a_history_begins_where_it_is_bounded(seen, first_seen):
    known = history(DAY, days=600)
    before = inputs_digests(seen, TODAY, known)[DAY]
    assert digest_after(seen, known, receipt(first_seen, "corrected")) != before
    assert digest_after(seen, known, receipt(first_seen - timedelta(days=1), "corrected")) == before


def test_an_empty_day_is_not_an_unpublished_one():
    empty = receipt(state=State.EMPTY_OK, rows=0, content=EMPTY.content_hash, reason="no games")
    assert inputs_digests(Today(), TODAY, [empty]) != inputs_digests(Today(), TODAY, [])


def test_equal_content_on_another_day_is_another_history():
    here, there = receipt(DAY - timedelta(days=2)), receipt(YESTERDAY)
    assert inputs_digests(Before(days=7), TODAY, [here]) != inputs_digests(Before(days=7), TODAY, [there])
