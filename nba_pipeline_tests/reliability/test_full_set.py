"""Each rule beside the operator's seven: the defect that it catches, told as he is told, and its silence without it.

A defect is injected into a whole day. Its rule fails, alone unless others see the same thing, and names what is wrong.
With the rule neutralized, so that it takes everything for right, the same defect is found by nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

import ibis.expr.types as ir
import pytest
from defects_of_rules import (
    DEFECTS,
    FEATURES,
    GAME,
    PLAYER,
    PLAYER_ID,
    PREDICTIONS,
    SUMMARY,
    TEAM,
    YESTERDAY,
    Defect,
    altered,
    corrected_later,
    first_game,
    slept_in,
    without_the_first,
)
from reconciler import TODAY, TOMORROW, Reconciler, Rows, by_id, findings

from nba_pipeline.game_day import Days
from nba_pipeline.reliability.ledger import LEDGER
from nba_pipeline.reliability.results import RuleStatus
from nba_pipeline.reliability.rulebook import all_rules
from nba_pipeline.reliability.rules.base import Rule, Severity

RULES: Mapping[str, Rule] = {rule.id: rule for rule in all_rules()}


def neutralized(rule: Rule) -> Rule:
    """The rule with an expression that takes every subject for right."""

    def takes_everything_for_right(**inputs: ir.Table) -> ir.Table:
        return rule.expression(**inputs).mutate(present=True)

    return replace(rule, expression=takes_everything_for_right)


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.rule)
def test_a_defect_is_found_by_its_rule_and_told_by_name(reconciler: Reconciler, defect: Defect) -> None:
    defect.inject(reconciler)

    reconciled = reconciler.of()

    found, gap = findings(reconciled), by_id(reconciled, defect.rule)
    assert found.keys() - defect.seen_as_well == {defect.rule}
    assert (gap.status, gap.severity, reconciled.status) == (RuleStatus.FAIL, defect.severity, "FAIL")
    assert found[defect.rule] == defect.missing
    assert findings(reconciler.of(rules=[neutralized(RULES[defect.rule])])) == {}


def test_every_rule_has_a_defect_that_it_catches() -> None:
    noted = {rule.id for rule in all_rules() if rule.condition.gap.startswith("never")}
    familiar = {rule.id for rule in all_rules() if rule.familiar}

    of_the_ledger = {rule.id for rule in all_rules() if rule.judged == LEDGER}  # they have tests of their own
    assert {defect.rule for defect in DEFECTS} | familiar | noted | of_the_ledger == RULES.keys()


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_a_whole_day_has_no_gap(whole_day: Mapping[str, RuleStatus], rule: Rule) -> None:
    assert whole_day[rule.id] is (RuleStatus.EMPTY_OK if rule.id == "G1" else RuleStatus.PASS)


@pytest.mark.parametrize(
    ("rule", "inject"),
    [
        ("B1", without_the_first(SUMMARY, many=8)),
        ("C2", altered(FEATURES, "required_defaults = 3", "player_id < 3000")),
        ("C5", lambda reconciler: reconciler.lose("player_daily_cache")),
        ("D1", altered(PREDICTIONS, "is_active = FALSE")),
    ],
)
def test_a_greater_gap_weighs_more(reconciler: Reconciler, rule: str, inject: Callable[[Reconciler], None]) -> None:
    inject(reconciler)

    gap = by_id(reconciler.of(), rule)

    assert (RULES[rule].severity, gap.severity) == (Severity.MEDIUM, Severity.HIGH)
    assert gap.is_gap


def test_few_players_are_named_and_no_gap(reconciler: Reconciler) -> None:
    for name in ("player_boxscores", "second_boxscores"):
        reconciler.alter(name, "minutes = 0", "player_name IN ('Bos Playerh', 'Bos Playeri')")
        reconciler.alter(name, "minutes = minutes + 28", f"player_name = '{PLAYER}'")

    reconciled = reconciler.of()

    assert reconciled.status == "PASS"
    assert by_id(reconciled, "A7").missing == [f"{TEAM} {GAME}: 7 players with minutes"]


def test_a_name_in_a_boxscore_without_an_id_is_named_and_no_gap(reconciler: Reconciler) -> None:
    rookie = {"team": TEAM, "player_id": None, "player_name": "New Rookie", "player_lookup": "newrookie"}
    row = first_game(reconciler).row() | rookie | {"status": "INACTIVE"}
    reconciler.desk.league.change("player_boxscores", lambda rows: [*rows, row])
    reconciler.repeat_the_morning_after()

    reconciled = reconciler.of()

    assert reconciled.status == "PASS"
    assert by_id(reconciled, "A6-others").missing == ["New Rookie: the source gives no player id"]


def test_one_book_that_spells_a_name_its_own_way_is_named_and_no_gap(reconciler: Reconciler) -> None:
    def nickname(rows: Rows) -> Rows:
        own = {"player_name": "Bo Playera", "player_lookup": "boplayera"}
        return [r | own if (r["player_name"], r["bookmaker"]) == (PLAYER, "fanduel") else r for r in rows]

    reconciler.desk.league.change("points_props", nickname)
    reconciler.repeat_the_day()

    reconciled = reconciler.of()

    assert findings(reconciled) == {}
    assert by_id(reconciled, "A6-others").missing == ["boplayera: nobody of this name was in a boxscore before"]


def test_form_that_a_correction_overtook_is_stale_and_not_made_in_sight_of_the_day(reconciler: Reconciler) -> None:
    """The day before loses two points of a player after today's tables were made of it."""

    def correct(rows: Rows) -> Rows:
        return [row | {"points": row["points"] - 2} if row["player_id"] == PLAYER_ID else row for row in rows]

    reconciler.rewrite(SUMMARY, correct, YESTERDAY, published_at=reconciler.desk.clock.now())
    assert findings(reconciler.of()).keys() == {"F1"}

    made_at = f"published_at = TIMESTAMPTZ '{reconciler.desk.clock.now().isoformat()}'"
    reconciler.alter_receipts(made_at, "table_name = 'nba_precompute.player_daily_cache'")

    gap = by_id(reconciler.of(), "C4")
    assert gap.missing == [f"{PLAYER}: 7 games and 89 points in the cache, 7 games and 87 points before the day"]


def test_predictions_for_a_game_that_is_called_off_are_named_until_they_are_withdrawn(reconciler: Reconciler) -> None:
    called_off = first_game(reconciler)
    reconciler.alter("schedule", "postponed = TRUE, status = 'UPCOMING'", f"game_id = '{called_off.game_id}'")

    gap = by_id(reconciler.of(), "D4")

    assert (gap.status, gap.expected - gap.actual) == (RuleStatus.FAIL, 18)
    assert gap.missing[0] == f"{PLAYER}: game {called_off.game_id} is postponed"


def test_a_lost_game_blocks_what_follows_from_it_however_many_it_has(reconciler: Reconciler) -> None:
    lost = first_game(reconciler)
    reconciler.desk.league.lose_boxscores(of=lost)
    reconciler.repeat_the_morning_after()

    ungraded = by_id(reconciler.of(), "E1")

    assert (ungraded.status, ungraded.blocked_by) == (RuleStatus.BLOCKED, "Boxscores vs Schedule")
    assert ungraded.expected - ungraded.actual == 18 * 6


def test_a_schedule_that_is_lost_is_the_gap_and_the_rest_follows(reconciler: Reconciler) -> None:
    reconciler.lose("schedule")

    reconciled = reconciler.of()

    assert findings(reconciled) == {"A1": [f"schedule of {TODAY}"]}
    assert by_id(reconciled, "A3").blocked_by == "the_schedule_is_in_order"


@pytest.mark.parametrize(("hour", "status"), [(6, RuleStatus.PASS), (9, RuleStatus.FAIL)])
def test_the_game_day_before_must_have_been_reconciled_by_a_quarter_past_six(
    reconciler: Reconciler, hour: int, status: RuleStatus
) -> None:
    slept_in(reconciler)
    reconciler.of_the_morning(YESTERDAY, hour)

    assert by_id(reconciler.of(), "G1").status is status


@pytest.mark.parametrize("hour", [5, 9])
def test_who_reconciles_at_any_hour_is_due_at_none(reconciler: Reconciler, hour: int) -> None:
    reconciler.of_the_morning(YESTERDAY - timedelta(days=2), hour)

    assert by_id(reconciler.of(), "G1").status is RuleStatus.EMPTY_OK


def test_a_range_judged_at_once_says_of_each_day_what_it_says_alone(reconciler: Reconciler) -> None:
    slept_in(reconciler)
    corrected_later(reconciler)
    altered("schedule", "home_score = NULL")(reconciler)
    days = Days(TODAY - timedelta(days=4), TOMORROW)

    together = reconciler.over(days)

    alone = [reconciler.of(day) for day in days]
    assert [one.results for one in together] == [one.results for one in alone]
    assert {"A1", "F1", "G1"} <= findings(together[-2]).keys()
