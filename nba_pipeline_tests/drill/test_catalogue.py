"""The defects are all there, and so is whoever must catch them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from nba_pipeline.cli import main
from nba_pipeline.drill.catalogue import ALL
from nba_pipeline.drill.catchers import ByRule, Check
from nba_pipeline.orchestration.checks import BLIND_TO_ITS_GAMES, CONTRACT_HOLDS, WRITE_VERIFIED
from nba_pipeline.registry import table
from nba_pipeline.reliability.rulebook import all_rules

TESTS = Path(__file__).parents[1]

GREEN = {20, 21, 24, 34}
RULES = {rule.id for rule in all_rules()}

# Rules that no defect of the list needs, each with the test that goes red without it: of most it injects a defect of
# the test's own list, finds it, and finds nothing with the rule neutralized.
INJECTED = "reliability/test_full_set.py::test_a_defect_is_found_by_its_rule_and_told_by_name"
OF_THE_LEDGER = "reliability/test_ledger.py::test_rows_that_the_ledger_does_not_tell_of_are_a_gap"
PROVEN_ELSEWHERE = {
    **dict.fromkeys(("A1", "A3", "A4", "A5", "A8", "B1", "B2", "B3", "C1", "C4", "D1", "E1", "F2", "G1"), INJECTED),
    **dict.fromkeys(("C5", "C5-defenses", "C5-factors", "C5-habits"), INJECTED),
    "A6-others": "reliability/test_full_set.py::test_one_book_that_spells_a_name_its_own_way_is_named_and_no_gap",
    "A7": "reliability/test_full_set.py::test_few_players_are_named_and_no_gap",
    "L1": "reliability/test_ledger.py::test_a_player_who_disappears_without_a_word_is_a_high_gap_by_name",
    **dict.fromkeys(("L2", "L3", "L4", "L5", "L6", "L7", "L8"), OF_THE_LEDGER),
    "B5": "reliability/test_rules.py::test_a_game_of_which_analytics_know_nobody_active_is_named",
    "C6": "reliability/test_rules.py::test_no_features_are_a_gap_that_blocks_the_predictions",
    "C7": "reliability/test_rules.py::test_an_empty_daily_cache_is_a_gap",
    "D5": "reliability/test_rules.py::test_no_predictions_are_a_gap",
    "D6": "reliability/test_rules.py::test_predictions_for_fewer_than_half_of_those_with_features_are_a_gap",
}


def test_every_known_defect_is_there_once() -> None:
    assert [defect.number for defect in ALL] == list(range(1, 35))


def test_no_proof_is_of_a_rule_that_is_gone() -> None:
    assert PROVEN_ELSEWHERE.keys() <= RULES


def test_what_must_stay_green_is_not_to_be_caught_and_all_else_is() -> None:
    assert {defect.number for defect in ALL if defect.is_green} == GREEN


@pytest.mark.parametrize("defect", ALL, ids=lambda defect: str(defect.number))
def test_whoever_must_catch_a_defect_exists(defect) -> None:
    for catcher in defect.caught_by:
        if isinstance(catcher, Check):
            assert table(catcher.table)
            assert catcher.check in (CONTRACT_HOLDS, WRITE_VERIFIED, BLIND_TO_ITS_GAMES)
        else:
            assert catcher.rule in RULES


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_every_rule_catches_a_defect_or_names_the_test_that_proves_it(rule) -> None:
    if rule.id in {c.rule for defect in ALL for c in defect.caught_by if isinstance(c, ByRule)}:
        assert rule.id not in PROVEN_ELSEWHERE
        return
    file, _, name = PROVEN_ELSEWHERE[rule.id].partition("::")
    source = (TESTS / file).read_text(encoding="utf8")
    assert re.search(rf"^def {name}\(", source, re.MULTILINE)
    if PROVEN_ELSEWHERE[rule.id] == INJECTED:
        injected = (TESTS / "reliability" / "defects_of_rules.py").read_text(encoding="utf8")
        assert re.search(rf'^    Defect\(\s*"{rule.id}",', injected, re.MULTILINE)
    if PROVEN_ELSEWHERE[rule.id] == OF_THE_LEDGER:
        assert f'"{rule.name}"' in source


def test_the_list_shows_all_defects_and_runs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBA_HOME", str(tmp_path / "nothing"))

    listed = CliRunner().invoke(main, ["drill", "--list", "--json"])

    assert listed.exit_code == 0
    document = json.loads(listed.stdout)
    assert [defect["id"] for defect in document] == list(range(1, 35))
    assert document[0]["expected"] == ["contract_holds of player_boxscores", "rule A2"]
    assert not (tmp_path / "nothing").exists()


def test_an_unknown_defect_is_refused_with_the_known_ones() -> None:
    refused = CliRunner().invoke(main, ["drill", "--only", "35"])

    assert refused.exit_code == 2
    assert "no defect has the number 35; known: 1 to 34" in refused.output


def test_a_home_without_days_cannot_be_drilled_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBA_HOME", str(tmp_path / "nothing"))

    asked = CliRunner().invoke(main, ["drill"])

    assert asked.exit_code == 2
    assert asked.stdout == ""
