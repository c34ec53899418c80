"""A ledger only grows: all the rows of an entry are in it, or none, and what was there stays."""

from __future__ import annotations

import pyarrow as pa
import pytest
from bigquery_server import REAL_PROJECT
from builders import DAY, FINDINGS, TODAY, TOMORROW, entry, kept, run_sql

from nba_pipeline.warehouse.engine import Engine
from nba_pipeline.warehouse.errors import ReadBackDiffers


def test_a_ledger_to_which_nothing_was_appended_has_no_entries(engine: Engine) -> None:
    assert kept(engine) == []


def test_a_ledger_keeps_what_it_held(engine: Engine) -> None:
    engine.append(FINDINGS, entry("first"))
    engine.append(FINDINGS, entry("second", "third", day=TOMORROW))

    assert kept(engine) == ["first", "second", "third"]
    assert kept(engine, TODAY) == ["first"]


def test_an_entry_without_rows_makes_the_ledger_and_adds_nothing(engine: Engine) -> None:
    engine.append(FINDINGS, entry())

    assert kept(engine) == []


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM nba_test.findings WHERE game_date > '2000-01-01'",
        "INSERT INTO nba_test.findings SELECT * FROM nba_test.findings WHERE game_date > '2000-01-01'",
    ],
)
def test_an_entry_that_is_not_what_was_appended_is_taken_back(engine: Engine, sabotage, damage: str) -> None:
    engine.append(FINDINGS, entry("first"))
    sabotage(damage)

    with pytest.raises(ReadBackDiffers, match="findings grew by"):
        engine.append(FINDINGS, entry("second", "third"))

    assert kept(engine) == ["first"]


def test_an_entry_of_which_one_row_is_impossible_is_not_kept_at_all(engine: Engine) -> None:
    engine.append(FINDINGS, entry("first"))
    broken = pa.table({"game_date": [DAY, DAY], "finding": ["second", None]})

    if engine.name == "bigquery" and not REAL_PROJECT:
        pytest.skip("the emulator takes a null where the table says REQUIRED; BigQuery itself does not")
    with pytest.raises(Exception, match=r"NOT NULL|[Rr]equired"):
        engine.append(FINDINGS, broken)

    assert kept(engine) == ["first"]
    run_sql(engine, ["BEGIN TRANSACTION", "ROLLBACK"])  # none is left open
