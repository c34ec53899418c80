"""A table says what it promises and how it sees its inputs; who could see the future is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from types import ModuleType
from typing import Annotated

import ibis.expr.types as ir
import pandas as pd
import pytest

from nba_pipeline import registry
from nba_pipeline.contracts import Absences, Before, Column, Fetched, Phase, Results, Table, Today, When
from nba_pipeline.game_day import Days

DAY = Days.only(date(2026, 1, 15))

GAME_DATE = Column("game_date", date, "The game day")
GAME_ID = Column("game_id", str, "The game")
SCORE = Column("score", int, "The final score", null="not played yet", after_game=True)


def table(name: str, when: When = When.PREGAME, **fields) -> Table:
    usual = {"grain": "game", "phase": Phase.RAW, "key": ("game_date", "game_id"), "columns": [GAME_DATE, GAME_ID]}
    return Table(name=name, when=when, **usual | fields)


SCHEDULE = table("nba_raw.schedule", When.PREGAME | When.POSTGAME, columns=[GAME_DATE, GAME_ID, SCORE])
BOXSCORES = table("nba_raw.boxscores", When.POSTGAME)
CONTEXT = table("nba_analytics.context", When.PREGAME)
SUMMARY = table("nba_analytics.summary", When.POSTGAME)
LEDGER = table("nba_reliability.ledger", When.PREGAME | When.POSTGAME, phase=Phase.RELIABILITY)
CONTRACTS = {contract.short_name: contract for contract in (SCHEDULE, BOXSCORES, CONTEXT, SUMMARY, LEDGER)}


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"key": ("game_id", "game_date")}, "nba_raw.x: the key starts with game_date, the partition"),
        ({"key": ("game_date", "team")}, "nba_raw.x: key column 'team' must be declared and never null"),
        (
            {"columns": [GAME_DATE, replace(GAME_ID, null="unknown")]},
            "nba_raw.x: key column 'game_id' must be declared and never null",
        ),
        (
            {"columns": [replace(GAME_DATE, null="unknown"), GAME_ID]},
            "nba_raw.x: key column 'game_date' must be declared and never null",
        ),
        ({"columns": [GAME_ID]}, "nba_raw.x: key column 'game_date' must be declared and never null"),
        ({"columns": [GAME_DATE, GAME_ID, GAME_ID]}, "nba_raw.x: a column is declared twice"),
    ],
)
def test_a_key_is_declared_never_null_and_begins_with_the_day(fields, complaint):
    with pytest.raises(ValueError, match=complaint):
        table("nba_raw.x", **fields)


def test_a_table_is_named_by_its_dataset_and_itself():
    assert (SCHEDULE.dataset, SCHEDULE.short_name) == ("nba_raw", "schedule")


def test_a_column_that_may_be_null_says_when_and_the_others_are_required():
    assert {name: dtype.nullable for name, dtype in SCHEDULE.schema().items()} == {
        "game_date": False,
        "game_id": False,
        "score": True,
    }


def test_a_table_without_a_game_column_has_no_games():
    by_team = table("nba_raw.x", columns=[GAME_DATE, Column("team", str, "The team")], key=("game_date", "team"))
    assert (SCHEDULE.has_games, by_team.has_games) == (True, False)


def test_before_its_games_a_day_has_no_results():
    assert [column.name for column in Today().visible(SCHEDULE)] == ["game_date", "game_id"]


@pytest.mark.parametrize("seen", [Results(), Before(days=7)], ids=str)
def test_after_its_games_a_day_has_its_results(seen):
    assert [column.name for column in seen.visible(SCHEDULE)] == ["game_date", "game_id", "score"]


@pytest.mark.parametrize("seen", [Today(), Results()], ids=str)
def test_the_same_day_is_bounded_by_itself(seen):
    assert seen.bound(DAY) == DAY


@pytest.mark.parametrize(
    ("seen", "first"),
    [
        (Before(days=1), date(2026, 1, 14)),
        (Before(days=7), date(2026, 1, 8)),
        (Before(seasons=1), date(2025, 10, 1)),
        (Before(seasons=2), date(2024, 10, 1)),
    ],
    ids=str,
)
def test_a_history_ends_the_day_before_and_begins_where_it_says(seen, first):
    assert seen.bound(DAY) == Days(first, date(2026, 1, 14))


def test_the_history_of_a_range_is_all_that_its_days_may_see():
    wanted = Days(date(2026, 1, 15), date(2026, 1, 20))
    for seen in (Before(days=7), Before(seasons=2)):
        bounds = [seen.bound(Days.only(day)) for day in wanted]
        assert seen.bound(wanted) == Days(bounds[0].first, bounds[-1].last)


def test_the_first_day_of_a_season_sees_earlier_seasons_only():
    opening = Days.only(date(2025, 10, 1))
    assert list(Before(seasons=1).bound(opening)) == []
    assert Before(seasons=2).bound(opening) == Days(date(2024, 10, 1), date(2025, 9, 30))


@pytest.mark.parametrize("bounds", [{}, {"seasons": 1, "days": 7}], ids=["none", "both"])
def test_a_history_is_bounded_in_exactly_one_way(bounds):
    with pytest.raises(ValueError, match="takes either seasons= or days="):
        Before(**bounds)


def module(contract: Table, build: Callable | None) -> ModuleType:
    made = ModuleType(f"nba_pipeline.tables.{contract.short_name}")
    made.CONTRACT = contract
    if build is not None:
        setattr(made, contract.short_name, build)
    return made


def from_results(schedule: Annotated[ir.Table, Results()]) -> ir.Table: ...
def from_todays_boxscores(boxscores: Annotated[ir.Table, Today()]) -> ir.Table: ...
def from_earlier_boxscores(boxscores: Annotated[pd.DataFrame, Before(days=7)]) -> ir.Table: ...
def from_todays_schedule(schedule: Annotated[ir.Table, Today()]) -> ir.Table: ...
def from_an_answer(answer: Annotated[ir.Table, Fetched("lines")]) -> ir.Table: ...
def from_who_knows_what(schedule) -> ir.Table: ...
def from_a_bare_table(schedule: ir.Table) -> ir.Table: ...
def from_results_that_are_there(boxscores: Annotated[ir.Table, Results(whole=False)]) -> ir.Table: ...
def from_the_ledger(ledger: Annotated[ir.Table, Results()]) -> ir.Table: ...
def from_the_ledger_before(ledger: Annotated[ir.Table, Before(days=7)]) -> ir.Table: ...
def from_what_others_lack(absences: Annotated[ir.Table, Absences()]) -> ir.Table: ...
def from_a_stranger(weather: Annotated[ir.Table, Today()]) -> ir.Table: ...


@pytest.mark.parametrize(
    ("contract", "build", "complaint"),
    [
        (
            CONTEXT,
            from_results,
            r"nba_analytics\.context is made before the games and cannot see Results\(\) of nba_raw",
        ),
        (SCHEDULE, from_results, r"nba_raw\.schedule is made before the games and cannot see Results\(\)"),
        (CONTEXT, from_todays_boxscores, r"nba_raw\.boxscores of the day does not exist by then"),
        (CONTEXT, from_who_knows_what, "parameter 'schedule' does not say how its input is seen"),
        (CONTEXT, from_a_bare_table, "parameter 'schedule' does not say how its input is seen"),
        (SUMMARY, from_a_stranger, "parameter 'weather' names no table"),
        (
            CONTEXT,
            from_results_that_are_there,
            r"context would be made from a day of nba_raw\.boxscores that cannot be",
        ),
        (
            SUMMARY,
            from_results_that_are_there,
            r"summary would be made from a day of nba_raw\.boxscores that cannot be",
        ),
        (SUMMARY, from_what_others_lack, r"summary would be made from what others lack"),
        (SUMMARY, from_the_ledger, r"summary reads nba_reliability\.ledger, which tells of the others"),
        (CONTEXT, from_the_ledger_before, r"context reads nba_reliability\.ledger, which tells of the others"),
        (LEDGER, from_the_ledger, r"ledger reads nba_reliability\.ledger, which tells of the others"),
        (CONTEXT, None, r"nba_analytics\.context but has no function context"),
    ],
)
def test_a_table_that_breaks_the_conventions_is_refused_with_a_sentence(contract, build, complaint):
    with pytest.raises(ValueError, match=complaint):
        registry.read_module(module(contract, build), CONTRACTS)


@pytest.mark.parametrize(
    ("contract", "build", "inputs"),
    [
        (SUMMARY, from_results, {"schedule": registry.Input("nba_raw.schedule", Results(), as_frame=False)}),
        (SUMMARY, from_todays_boxscores, {"boxscores": registry.Input("nba_raw.boxscores", Today(), as_frame=False)}),
        (CONTEXT, from_todays_schedule, {"schedule": registry.Input("nba_raw.schedule", Today(), as_frame=False)}),
        (
            CONTEXT,
            from_earlier_boxscores,
            {"boxscores": registry.Input("nba_raw.boxscores", Before(days=7), as_frame=True)},
        ),
        (CONTEXT, from_an_answer, {}),
        (
            LEDGER,
            from_results_that_are_there,
            {"boxscores": registry.Input("nba_raw.boxscores", Results(whole=False), as_frame=False)},
        ),
    ],
)
def test_a_table_that_sees_what_is_known_by_then_is_read(monkeypatch, contract, build, inputs):
    monkeypatch.setattr(registry.inspect, "getsource", lambda _: "source")

    read = registry.read_module(module(contract, build), CONTRACTS)

    assert read.inputs == inputs
    assert read.fetched == ({"answer": Fetched("lines")} if build is from_an_answer else {})


def test_the_version_of_a_tables_code_changes_with_it_and_with_what_it_shares(monkeypatch):
    def version(source: str, shared: str) -> str:
        monkeypatch.setattr(registry.inspect, "getsource", lambda _: source)
        return registry.read_module(module(CONTEXT, from_todays_schedule), CONTRACTS, shared).code_version

    assert version("one", "shared") == version("one", "shared")
    assert len({version("one", "shared"), version("two", "shared"), version("one", "changed")}) == 3


def test_two_tables_of_one_name_are_refused(monkeypatch):
    twins = [module(CONTEXT, None), module(replace(CONTEXT, name="nba_predictions.context"), None)]
    monkeypatch.setattr(registry, "_modules", lambda: (twins, ""))

    with pytest.raises(ValueError, match="two modules declare a table named context"):
        registry.all_tables.__wrapped__()


def test_every_table_comes_after_its_inputs():
    done: set[str] = set()
    for name, read in registry.all_tables().items():
        assert {entry.table for entry in read.inputs.values()} <= done
        done.add(name)
