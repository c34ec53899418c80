"""A batch that is not what its contract says changes nothing: yesterday and the last good day stay visible."""

from __future__ import annotations

import pyarrow as pa
import pytest
from builders import DAY, NOON, THREE_DAYS, TODAY, TOMORROW, YESTERDAY, frame, game, publish_rows, row, shown

from nba_pipeline.game_day import Days
from nba_pipeline.warehouse.engine import Engine


@pytest.fixture(scope="module")
def engine(standing_engine) -> Engine:
    publish_rows(standing_engine, Days(YESTERDAY, DAY), [row(day=YESTERDAY), *game("G1")])
    return standing_engine


def with_column(column: str, values: list) -> pa.Table:
    rows = frame(game("G1"))
    return rows.set_column(rows.column_names.index(column), column, pa.array(values))


REFUSED_BATCHES = {
    "a column is missing": (
        frame(game("G1")).drop_columns(["minutes"]),
        "column 'minutes' is missing",
    ),
    "a column is unknown": (
        frame(game("G1")).append_column("salary", pa.array([1, 2])),
        "column 'salary' is not in the contract",
    ),
    "a column has another type": (
        with_column("points", ["12", "14"]),
        "column 'points' is string, the contract says int64",
    ),
    "a whole number came as a fraction": (
        with_column("points", [12.0, 14.5]),
        "column 'points' is float64, the contract says int64",
    ),
    "a time has no zone": (
        with_column("seen_at", [NOON.replace(tzinfo=None)] * 2),
        "column 'seen_at' is timestamp(6), the contract says timestamp('UTC')",
    ),
    "rows are of another day": (
        frame([*game("G1", 5), *game("G2", day=TOMORROW)]),
        "the batch holds rows of days that were not asked for: 2 of 2026-01-16",
    ),
    "a row has no day": (
        frame([row(), row(2, day=None)]),
        "the batch holds rows of days that were not asked for: 1 of no day",
    ),
    "keys repeat": (
        frame([*game("G1"), row(2, points=40), row(2, points=41)]),
        "2 rows repeat a key (game_date, game_id, player_id)",
    ),
}


@pytest.mark.parametrize(("rows", "reason"), REFUSED_BATCHES.values(), ids=REFUSED_BATCHES.keys())
def test_a_refused_batch_leaves_the_last_good_state_visible(engine, rows, reason):
    before = shown(engine)

    publication = publish_rows(engine, TODAY, rows)

    assert publication.refused == {DAY: reason}
    assert publication.receipts == {}
    assert shown(engine) == before


def test_a_batch_of_the_wrong_shape_is_refused_for_all_its_days(engine):
    publication = publish_rows(engine, THREE_DAYS, frame(game("G1")).drop_columns(["edge"]))
    assert publication.refused == dict.fromkeys(THREE_DAYS, "column 'edge' is missing")
