"""A drill catches what it injects by the check that must catch it, says so where nobody does, and touches nothing."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from drill.conftest import YOUNG, contents, pipeline_of, recorded

from nba_pipeline.drill.aside import CannotDrill
from nba_pipeline.drill.catalogue import ALL, chosen
from nba_pipeline.drill.catchers import ByRule
from nba_pipeline.drill.drill import _COPIED, Drill, Outcome, drill_on
from nba_pipeline.drill.rehearsal import VERDICT
from nba_pipeline.drill.side_by_side import rehearse_all
from nba_pipeline.orchestration import assets
from nba_pipeline.orchestration.checks import Verdict
from nba_pipeline.reliability.rulebook import all_rules
from nba_pipeline.reliability.rules.base import Condition
from nba_pipeline.warehouse.errors import WarehouseError

Rehearse = Callable[[int], Outcome]


def always_passing(monkeypatch: pytest.MonkeyPatch, check: str) -> None:
    """The check of every table's asset says that all is well."""
    honest = assets.judge

    def judge(*asked: object) -> Mapping[date, list[Verdict]]:
        verdicts = honest(*asked)
        return {d: [replace(v, passed=True) if v.check == check else v for v in of] for d, of in verdicts.items()}

    monkeypatch.setattr(assets, "judge", judge)


def neutralized(monkeypatch: pytest.MonkeyPatch, rule_id: str) -> None:
    """The rule finds no gap, whatever it sees."""
    (rule,) = [rule for rule in all_rules() if rule.id == rule_id]
    monkeypatch.setitem(rule.__dict__, "condition", Condition("never", lambda _expected, _actual: True))


def test_a_dropped_game_is_caught_by_name_told_and_the_other_games_stay(rehearse: Rehearse) -> None:
    outcome = rehearse(1)

    assert outcome.is_well
    assert outcome.caught == ["contract_holds of player_boxscores", "rule A2"]
    assert outcome.phases == [1, 2]
    assert outcome.seconds is not None
    assert outcome.seconds > 0
    assert outcome.alerts >= 1


@pytest.mark.parametrize("number", [4, pytest.param(6, marks=pytest.mark.slow), 26])
def test_a_write_that_went_wrong_is_caught_and_the_last_good_day_stays(rehearse: Rehearse, number: int) -> None:
    outcome = rehearse(number)

    assert (outcome.faults, outcome.damaged) == ([], [])
    assert outcome.caught


def test_a_process_that_is_killed_in_mid_write_leaves_a_day_that_is_missed(rehearse: Rehearse) -> None:
    outcome = rehearse(29)

    assert (outcome.faults, outcome.damaged) == ([], [])
    assert outcome.caught == ["rule A2"]


@pytest.mark.parametrize("number", [pytest.param(20, marks=pytest.mark.slow), 24])
def test_what_must_stay_green_stays_green_and_nobody_is_told(rehearse: Rehearse, number: int) -> None:
    outcome = rehearse(number)

    assert (outcome.faults, outcome.damaged, outcome.alerts) == ([], [], 0)


@pytest.mark.slow
def test_side_by_side_defects_come_out_as_one_by_one(drill: Drill, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    defects = chosen([1, 24])

    together = {outcome.defect.number: outcome for outcome in rehearse_all(drill, defects)}

    assert sorted(together) == [1, 24]
    for defect in defects:
        alone = drill.rehearse(defect)
        assert replace(together[defect.number], seconds=alone.seconds, lasted=alone.lasted) == alone


@pytest.mark.slow
def test_a_defect_that_breaks_its_process_breaks_the_drill(drill: Drill, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(drill, "_directory", Path("/nowhere"))

    with pytest.raises(FileNotFoundError, match="/nowhere"):
        list(rehearse_all(drill, chosen([1, 24])))


def test_without_the_check_that_must_catch_it_a_defect_is_missed(
    rehearse: Rehearse, monkeypatch: pytest.MonkeyPatch
) -> None:
    always_passing(monkeypatch, "contract_holds")

    outcome = rehearse(1)

    assert not outcome.is_well
    assert outcome.faults == ["MISSED by contract_holds of player_boxscores"]
    assert outcome.caught == ["rule A2"]


def test_without_the_rule_that_must_catch_it_a_defect_is_missed(
    rehearse: Rehearse, monkeypatch: pytest.MonkeyPatch
) -> None:
    neutralized(monkeypatch, "A2")

    outcome = rehearse(29)

    assert "MISSED by rule A2" in outcome.faults


def test_a_defect_that_is_not_injected_is_not_caught(drill: Drill) -> None:
    (dropped,) = chosen([1])

    outcome = drill.rehearse(replace(dropped, inject=lambda day: day.postgame()))

    assert "MISSED by contract_holds of player_boxscores" in outcome.faults
    assert "0 alerts, not at least one" in outcome.faults


def test_what_must_stay_green_and_does_not_is_a_fault(drill: Drill) -> None:
    (dropped,) = chosen([1])
    (green,) = chosen([24])

    outcome = drill.rehearse(replace(green, inject=dropped.inject, stage=dropped.stage))

    assert any(fault.startswith("contract_holds says WARN") for fault in outcome.faults)


def test_good_data_that_is_gone_is_told(drill: Drill) -> None:
    def lose_yesterday(day) -> None:
        with day.pipeline.open_engine() as engine:
            engine._rows("DELETE FROM nba_raw.player_boxscores WHERE game_date = $1", [day.moments.day_before])

    (green,) = chosen([24])

    outcome = drill.rehearse(replace(green, inject=lose_yesterday))

    assert len(outcome.damaged) == 1
    assert outcome.damaged[0].startswith("nba_raw.player_boxscores 2026-01-06: its receipt proves 36 rows")


def test_the_home_is_untouched_and_nothing_is_left_in_it(home: Path) -> None:
    before, others = contents(home), set(home.glob("drill-*"))

    with drill_on(pipeline_of(home)) as drill:
        drill.control()
        assert drill.rehearse(chosen([1])[0]).is_well
        assert len(set(home.glob("drill-*")) - others) == 1

    assert contents(home) == before
    assert set(home.glob("drill-*")) == others


def test_a_home_that_is_too_young_says_what_to_make_first(tmp_path: Path) -> None:
    young = recorded(tmp_path / "young", YOUNG)

    with pytest.raises(CannotDrill, match=r"too young.*nba backfill --start 2025-11-24 --end 2025-12-22"):
        drill_on(pipeline_of(young)).__enter__()


def test_a_home_without_a_warehouse_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match=r"There is no warehouse at .* Make one with: nba run or nba backfill"):
        drill_on(pipeline_of(tmp_path / "nothing")).__enter__()


def test_copied_days_were_read_before_they_are_reconciled(drill: Drill) -> None:
    """However late they were made: what is younger than its day's verdict would be told as changed after it."""
    day_before = drill.moments.day_before
    with drill._rehearsing(_COPIED, "copied receipts") as rehearsal:
        receipts = rehearsal.look("player_boxscores", day_before).receipts

    assert [receipt.game_date for receipt in receipts] == [day_before]
    assert all(receipt.published_at < drill.moments.after(VERDICT, day_before) for receipt in receipts)


def test_the_drill_is_on_the_newest_whole_day(drill: Drill) -> None:
    assert (drill.moments.day, drill.moments.day_before) == (date(2026, 1, 7), date(2026, 1, 6))


KNOWN = {rule.id for rule in all_rules()}
CATCHING = {d.number: {c.rule for c in d.caught_by if isinstance(c, ByRule)} for d in ALL}
RULES = sorted(KNOWN & {rule for rules in CATCHING.values() for rule in rules})


@pytest.mark.long
@pytest.mark.parametrize("rule_id", RULES)
def test_no_rule_is_decoration(rehearse: Rehearse, monkeypatch: pytest.MonkeyPatch, rule_id: str) -> None:
    number = next(number for number, rules in CATCHING.items() if rule_id in rules)
    neutralized(monkeypatch, rule_id)

    assert f"MISSED by rule {rule_id}" in rehearse(number).faults
