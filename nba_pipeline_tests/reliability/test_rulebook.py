"""The rules as they are declared: the operator's seven by name, sound, and the same in every engine."""

from __future__ import annotations

import re

import ibis
import ibis.expr.types as ir
import pytest

from nba_pipeline.cli import main
from nba_pipeline.contracts import When
from nba_pipeline.registry import table
from nba_pipeline.reliability import rulebook
from nba_pipeline.reliability.records import RECORDS
from nba_pipeline.reliability.rulebook import all_rules
from nba_pipeline.reliability.rules.base import ALL, SOME, Due, Expected, Judged, Rule, Severity, at_least, rule
from nba_pipeline.reliability.tallies import counts

KNOWN = {
    "Boxscores vs Schedule": (1, "HIGH"),
    "Analytics vs Boxscores": (3, "MEDIUM"),
    "ML Features": (4, "HIGH"),
    "Predictions": (5, "HIGH"),
    "Prediction Coverage": (5, "MEDIUM"),
    "Daily Cache": (4, "MEDIUM"),
    "Games with 0 Active Players": (3, "HIGH"),
}
each_rule = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)


def test_the_seven_checks_that_the_operator_knows_keep_their_names_phases_and_severities() -> None:
    assert {rule.familiar: (rule.phase, rule.severity) for rule in all_rules() if rule.familiar} == KNOWN


@each_rule
def test_a_rule_compiles_to_bigquery(rule: Rule) -> None:
    sql = ibis.to_sql(counts(rule), dialect="bigquery")

    assert all(f"`{name}`" in sql for name in rule.inputs)


@each_rule
def test_a_rule_asks_for_what_is_made_after_the_games_only_when_they_are_over(rule: Rule) -> None:
    after = [
        name
        for name in (*rule.inputs, *rule.needs)
        if name not in RECORDS and When.PREGAME not in table(name).contract.when
    ]

    assert not after or rule.due is Due.FINAL


@each_rule
def test_a_rule_says_what_it_claims(rule: Rule) -> None:
    assert rule.description.endswith(".")
    assert rule.sentence.format(date="D", expected=2, actual=1, missing=1, percent="50.0", named="N")


@each_rule
def test_a_rule_says_with_which_command_a_gap_is_mended(rule: Rule) -> None:
    assert set(re.findall(r"\bnba (\w+)", rule.remedy.format(date="D"))) & set(main.commands), rule.remedy


def test_conditions_say_when_there_is_a_gap() -> None:
    assert [ALL.holds(3, 3), ALL.holds(3, 2)] == [True, False]
    assert [SOME.holds(3, 1), SOME.holds(3, 0)] == [True, False]
    assert [at_least(80).holds(15, 12), at_least(80).holds(15, 11)] == [True, False]


def declare(expression, id: str = "X1", **fields) -> Rule:
    usual = {
        "phase": 1,
        "severity": Severity.LOW,
        "due": Due.FINAL,
        "holds_with": ALL,
        "sentence": "",
        "counts": (),
        "remedy": "",
    }
    return rule(id, **usual | fields)(expression)


def test_a_rule_that_does_not_say_how_it_takes_a_table_is_refused() -> None:
    def claim(schedule: ir.Table, player_boxscores: Judged) -> ir.Table: ...

    with pytest.raises(ValueError, match="rule X1: parameter 'schedule' is neither Expected, nor Judged"):
        declare(claim)


def test_a_rule_that_judges_nothing_is_refused() -> None:
    def claim(schedule: Expected, player_boxscores: Expected) -> ir.Table: ...

    with pytest.raises(ValueError, match="rule X1 must take exactly one Judged table"):
        declare(claim)


@pytest.mark.parametrize("fields", [{"id": "A2"}, {"id": "X1", "familiar": "Daily Cache"}], ids=str)
def test_two_rules_with_one_name_are_refused(fields: dict) -> None:
    def claim(schedule: Expected, player_boxscores: Judged) -> ir.Table: ...

    found = {rule.id: rule for rule in all_rules()}
    with pytest.raises(ValueError, match="and claim have the same id or name"):
        rulebook._add(declare(claim, **fields), found)
