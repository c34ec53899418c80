"""Each rule beside the operator's seven: the defect that it catches, told as he is told, and its silence without it.

A defect is injected into a whole day. Its rule fails, alone unless others see the same thing, and names what is wrong.
With the rule neutralized, so that it takes everything for right, the same defect is found by nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

import ibis.expr.types as ir
import pytest
from faults.league import Game
from reconciler import TODAY, TOMORROW, Reconciler, Rows, by_id, findings

from nba_pipeline.game_day import Days
from nba_pipeline.reliability.ledger import LEDGER
from nba_pipeline.reliability.results import RuleStatus
from nba_pipeline.reliability.rulebook import all_rules
from nba_pipeline.reliability.rules.base import Rule, Severity

FEATURES, PREDICTIONS, GRADES = "ml_feature_store_v2", "player_prop_predictions", "prediction_accuracy"
SUMMARY, CONTEXT = "player_game_summary", "upcoming_player_game_context"
YESTERDAY = TODAY - timedelta(days=1)

RULES: Mapping[str, Rule] = {rule.id: rule for rule in all_rules()}


@dataclass(frozen=True)
class Defect:
    """What goes wrong, in which rule it must show, with what weight, and what is said to be missing."""

    rule: str
    severity: Severity
    missing: list[str]
    inject: Callable[[Reconciler], None]
    seen_as_well: frozenset[str] = frozenset()


def first_game(reconciler: Reconciler) -> Game:
    return reconciler.desk.league.games(TODAY)[0]


SECOND_SOURCE = frozenset({"A8"})  # what differs from the league's boxscore differs from the second one, too

# Of the small league on TODAY: the first game, its home team, and that team's first player.
GAME, TEAM, PLAYER = "002601150", "BOS", "Bos Playera"
PLAYER_ID = 1000
CORRECTED = f"nba_analytics.player_game_summary of {TODAY - timedelta(days=1)} changed after it"
MADE_OF_THE_SUMMARY = [
    "nba_analytics.upcoming_player_game_context",
    *(f"nba_precompute.player_{name}" for name in ("composite_factors", "daily_cache", "form", "shot_zone_analysis")),
    "nba_predictions.ml_feature_store_v2",
    "nba_predictions.player_prop_predictions",
]
FIRST_EIGHT = [f"Bos Player{letter}" for letter in "abcdefgh"]


def without_the_first(name: str, many: int = 1) -> Callable[[Reconciler], None]:
    """A table without its first players, or teams."""

    def inject(reconciler: Reconciler) -> None:
        key = "player_id" if name != "team_defense_zone_analysis" else "team"
        first = sorted({row[key] for row in reconciler.desk.rows(name, TODAY)})[:many]
        reconciler.rewrite(name, lambda rows: [row for row in rows if row[key] not in first])

    return inject


def altered(name: str, sets: str, where: str = "TRUE") -> Callable[[Reconciler], None]:
    return lambda reconciler: reconciler.alter(name, sets, where)


def of_predictions_and_grades(keep: Callable[[dict], bool]) -> Callable[[Reconciler], None]:
    """Predictions that were never made were never graded."""

    def inject(reconciler: Reconciler) -> None:
        for name in (PREDICTIONS, GRADES):
            reconciler.rewrite(name, lambda rows: [row for row in rows if keep(row)])

    return inject


def misspelled_by_every_book(reconciler: Reconciler) -> None:
    def misspell(rows: Rows) -> Rows:
        wrong = {"player_name": "Nobody Known", "player_lookup": "nobodyknown"}
        return [row | wrong if row["player_name"] == PLAYER else row for row in rows]

    reconciler.desk.league.change("points_props", misspell)
    reconciler.repeat_the_day()


def told_otherwise(reconciler: Reconciler) -> None:
    """A second source has another number of minutes and points of one player."""

    def change(row: dict) -> dict:
        return row | {"minutes": row["minutes"] - 9, "points": row["points"] + 2}

    reconciler.desk.league.change(
        "second_boxscores", lambda rows: [change(row) if row["player_name"] == PLAYER else row for row in rows]
    )
    reconciler.repeat_the_morning_after()


def lines_on_rebounds(reconciler: Reconciler) -> None:
    game = first_game(reconciler).game_id
    reconciler.desk.league.change(
        "points_props", lambda rows: [row | {"line": 4.5} if row["game_id"] == game else row for row in rows]
    )
    reconciler.repeat_the_day()


def corrected_later(reconciler: Reconciler) -> None:
    """Yesterday's summary changes after today's tables were made of it."""
    reconciler.rewrite(
        SUMMARY,
        lambda rows: [row | {"assists": 9} if row["player_id"] == PLAYER_ID else row for row in rows],
        YESTERDAY,
        published_at=reconciler.desk.clock.now(),
    )


def shrunk_without_a_reason(reconciler: Reconciler) -> None:
    reconciler.rewrite("player_form", lambda rows: rows[1:])
    reconciler.alter_receipts("reason = NULL", "table_name = 'nba_precompute.player_form'")


def slept_in(reconciler: Reconciler) -> None:
    """The clock ran on the 13th, and nobody reconciled the 14th."""
    reconciler.of_the_morning(YESTERDAY - timedelta(days=2), hour=6)


DEFECTS = [
    Defect(
        "A1",
        Severity.HIGH,
        [f"{GAME}: it is over and has no score"],
        altered("schedule", "home_score = NULL", f"game_id = '{GAME}'"),
    ),
    Defect(
        "A3",
        Severity.HIGH,
        [f"{TEAM} {GAME}: 231 minutes, 240 expected"],
        altered("player_boxscores", "minutes = minutes - 9", f"player_id = {PLAYER_ID}"),
        seen_as_well=SECOND_SOURCE,
    ),
    Defect(
        "A4",
        Severity.HIGH,
        [f"{TEAM} {GAME}: 118 points in the boxscore, final score 116"],
        altered("player_boxscores", "points = points + 2", f"player_id = {PLAYER_ID}"),
        seen_as_well=SECOND_SOURCE,
    ),
    Defect(
        "A5",
        Severity.HIGH,
        ["team boxscore 051106200: the game is not on the day's schedule"],
        altered("team_boxscores", "game_id = reverse(game_id)", f"team = '{TEAM}'"),
    ),
    Defect(
        "A6", Severity.MEDIUM, ["nobodyknown: nobody of this name was in a boxscore before"], misspelled_by_every_book
    ),
    Defect(
        "A8",
        Severity.MEDIUM,
        [f"{PLAYER}: 34.0 minutes, 15 points; the second source: 25.0 minutes, 17 points"],
        told_otherwise,
    ),
    Defect("B1", Severity.MEDIUM, [f"{PLAYER}: not in the analytics"], without_the_first(SUMMARY)),
    Defect(
        "B2",
        Severity.MEDIUM,
        [f"{GAME}: 17 of 18 players"],
        altered(SUMMARY, "usage_rate = NULL", f"player_id = {PLAYER_ID}"),
    ),
    Defect("B3", Severity.MEDIUM, ["assists: 2.0 for all 36 players"], altered(SUMMARY, "assists = 2")),
    Defect("C1", Severity.MEDIUM, FIRST_EIGHT, without_the_first(FEATURES, many=8)),
    Defect(
        "C2",
        Severity.MEDIUM,
        [f"{name}: 3 defaults" for name in FIRST_EIGHT],
        altered(FEATURES, "required_defaults = 3", "player_id < 1008"),
    ),
    Defect(
        "C3",
        Severity.HIGH,
        ["fatigue_score: 130.0, over 100.0"],
        altered(FEATURES, "fatigue_score = 130", f"player_id = {PLAYER_ID}"),
    ),
    Defect(
        "C3-others",
        Severity.MEDIUM,
        ["pct_three: 35.0, over 1.0"],
        altered(FEATURES, "pct_three = 35", f"player_id = {PLAYER_ID}"),
    ),
    Defect("C5", Severity.MEDIUM, [PLAYER], without_the_first("player_daily_cache")),
    Defect("C5-factors", Severity.MEDIUM, [PLAYER], without_the_first("player_composite_factors")),
    Defect("C5-habits", Severity.MEDIUM, [PLAYER], without_the_first("player_shot_zone_analysis")),
    Defect("C5-defenses", Severity.MEDIUM, ["BOS"], without_the_first("team_defense_zone_analysis")),
    Defect(
        "D1",
        Severity.MEDIUM,
        [f"Bos Player{letter}: 5 rows by 5 of 6 systems" for letter in "abc"],
        of_predictions_and_grades(lambda row: row["player_id"] > 1002 or row["system_id"] != "moving_average"),
    ),
    Defect(
        "D2",
        Severity.MEDIUM,
        ["moving_average: no active prediction"],
        of_predictions_and_grades(lambda row: row["system_id"] != "moving_average"),
    ),
    Defect(
        "D3",
        Severity.MEDIUM,
        [f"{PLAYER}: 10.25 is no multiple of a half"],
        altered(PREDICTIONS, "line = 10.25", f"player_id = {PLAYER_ID}"),
    ),
    Defect(
        "D3-market",
        Severity.MEDIUM,
        [f"{GAME}: mean line 4.5, mean of their last 10 games 13.86"],
        lines_on_rebounds,
        seen_as_well=frozenset({"D2"}),
    ),
    Defect(
        "D4",
        Severity.HIGH,
        [f"{PLAYER}: reported out"],
        altered(CONTEXT, "injury_status = 'out'", f"player_id = {PLAYER_ID}"),
    ),
    Defect(
        "E1",
        Severity.HIGH,
        [f"{PLAYER} by moving_average: not graded"],
        lambda reconciler: reconciler.rewrite(
            GRADES,
            lambda rows: [r for r in rows if (r["player_id"], r["system_id"]) != (PLAYER_ID, "moving_average")],
        ),
    ),
    Defect("F1", Severity.MEDIUM, [f"{name}: {CORRECTED}" for name in MADE_OF_THE_SUMMARY], corrected_later),
    Defect("F2", Severity.HIGH, ["nba_precompute.player_form revision 2: 36 rows became 35"], shrunk_without_a_reason),
    Defect("G1", Severity.HIGH, [f"{YESTERDAY}"], slept_in),
]


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
