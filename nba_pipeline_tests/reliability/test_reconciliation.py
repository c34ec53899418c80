"""A reconciled day: what it is called, what is kept of it, and that nothing unfinished or unknown passes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from faults.league import moment
from faults.league_desk import FIRST, Desk
from reconciler import ANSWERS, CHECKS, FAMILIAR, TODAY, Reconciler, answer, blocked, failed, named

from nba_pipeline.contracts import Phase
from nba_pipeline.game_day import Days
from nba_pipeline.registry import all_tables
from nba_pipeline.reliability.results import RuleStatus
from nba_pipeline.statuses import DayState

YESTERDAY = TODAY - timedelta(days=1)
AFTER_THE_GAMES = {"Boxscores vs Schedule", "Analytics vs Boxscores", "Games with 0 Active Players"}


def test_the_familiar_document_comes_with_what_is_new_beside_it(reconciler: Reconciler) -> None:
    lost = [game.game_id for game in reconciler.desk.league.games(TODAY)]
    reconciler.lose("player_boxscores")

    document = reconciler.of(rules=FAMILIAR).document()

    assert (document["date"], document["status"], document["gaps_found"]) == (TODAY, "FAIL", 3)
    assert document["gaps"][0] == {
        "phase": "Phase 1",
        "check": "Boxscores vs Schedule",
        "expected": 2,
        "actual": 0,
        "severity": "HIGH",
        "message": "Missing boxscores: 2 games",
        "rule": "A2",
        "status": "FAIL",
        "missing": lost,
        "missing_unlisted": 0,
        "reason": "nba_raw.player_boxscores: it was never published",
        "blocked_by": None,
        "remedy": "fetch them again with: nba run --date 2026-01-15 --phase postgame",
    }
    assert [gap["blocked_by"] for gap in document["gaps"][1:]] == ["Boxscores vs Schedule", "Boxscores vs Schedule"]
    assert document["stats"]["Phase 1"] == {"games": 2, "final_games": 2, "games_with_boxscores": 0}
    assert document["stats"]["Phase 5"] == {
        "players_with_features": 36,
        "players_with_predictions": 36,
        "players_predicted": 36,
    }
    assert {found["check"] for found in document["rules"]} == CHECKS
    assert len(reconciler.of().document()["rules"]) == ANSWERS


@pytest.mark.parametrize(
    ("hour", "state", "pending"), [(16, DayState.UPCOMING, CHECKS), (21, DayState.IN_PROGRESS, AFTER_THE_GAMES)]
)
def test_a_day_that_is_not_over_is_pending_and_neither_red_nor_passed(
    afternoon: Reconciler, hour: int, state: DayState, pending: set[str]
) -> None:
    afternoon.desk.clock.moment = moment(TODAY, hour)

    reconciled = afternoon.of()

    assert (reconciled.status, reconciled.day.state, reconciled.gaps) == ("PENDING", state, [])
    assert named(reconciled, RuleStatus.PENDING) == pending
    assert named(reconciled, RuleStatus.PASS) == CHECKS - pending


def test_predictions_that_are_missing_at_tip_off_are_a_gap_before_the_day_is_over(afternoon: Reconciler) -> None:
    afternoon.lose("player_prop_predictions")
    afternoon.desk.clock.moment = moment(TODAY, 20)

    reconciled = afternoon.of()

    assert (reconciled.status, failed(reconciled)) == ("FAIL", {"Predictions"})


def test_a_postponed_game_is_not_missed(reconciler: Reconciler) -> None:
    league = reconciler.desk.league
    postponed = league.games(TODAY)[0]
    call_off = {"status": "UPCOMING", "postponed": True, "home_score": None, "away_score": None}
    league.change("schedule", lambda rows: [r | call_off if r["game_id"] == postponed.game_id else r for r in rows])
    league.lose_boxscores(of=postponed)
    reconciler.repeat_the_day()

    reconciled = reconciler.of()

    assert (reconciled.status, reconciled.day.state, reconciled.day.games) == ("PASS", DayState.FINAL, 1)
    assert answer(reconciled, "Boxscores vs Schedule").expected == 1


def test_a_day_without_games_passes_with_nothing_to_judge(desk: Desk) -> None:
    rest = TODAY - timedelta(days=2)
    assert desk.league.games(rest) == []

    reconciled = Reconciler(desk).of(rest)

    assert (reconciled.status, reconciled.day.state) == ("PASS", DayState.NO_GAMES)
    assert named(reconciled, RuleStatus.EMPTY_OK) == CHECKS
    assert {result.message for result in reconciled.results} == {"no games are scheduled"}


def test_a_day_with_history_yet_to_begin_says_that_nobody_could_be_expected(reconciler: Reconciler) -> None:
    reconciled = reconciler.of(FIRST)

    assert reconciled.status == "PASS"
    assert answer(reconciled, "ML Features").message == (
        "no expected players: none of the day's teams has played before: history begins here"
    )


def test_a_total_outage_is_red_and_nothing_passes(desk: Desk) -> None:
    desk.league.outage = "the league is unreachable"
    assert desk.morning(TODAY).exit_code == 2
    assert desk.morning_after(TODAY).exit_code == 2

    reconciled = Reconciler(desk).of()

    assert (reconciled.status, reconciled.day.state) == ("FAIL", DayState.UNKNOWN)
    assert blocked(reconciled) == {
        "Boxscores vs Schedule": "the_schedule_is_in_order",
        "Analytics vs Boxscores": "Boxscores vs Schedule",
        "Games with 0 Active Players": "the_schedule_is_in_order",
        "ML Features": "nba_analytics.upcoming_player_game_context",
        "Daily Cache": "nba_analytics.upcoming_player_game_context",
        "Predictions": "ML Features",
        "Prediction Coverage": "ML Features",
    }


def test_an_outage_after_the_games_is_red_though_the_morning_was_well(afternoon: Reconciler) -> None:
    afternoon.desk.league.outage = "the league is unreachable"
    assert afternoon.desk.morning_after(TODAY).exit_code == 2

    reconciled = afternoon.of()

    assert (reconciled.status, reconciled.day.state) == ("FAIL", DayState.UNKNOWN)
    assert set(blocked(reconciled)) == AFTER_THE_GAMES
    assert named(reconciled, RuleStatus.PASS) == CHECKS - AFTER_THE_GAMES


def test_a_day_never_passes_without_its_schedule_though_all_else_is_there(reconciler: Reconciler) -> None:
    reconciler.lose("schedule")

    reconciled = reconciler.of()

    assert (reconciled.status, reconciled.day.state) == ("FAIL", DayState.UNKNOWN)
    assert answer(reconciled, "Boxscores vs Schedule").status is RuleStatus.BLOCKED
    assert answer(reconciled, "Boxscores vs Schedule").message.startswith(
        "Boxscores vs Schedule not judged: nba_raw.schedule: it was never published"
    )


def test_a_day_of_which_only_the_state_is_unknown_fails(reconciler: Reconciler) -> None:
    reconciler.lose("schedule")
    about_predictions = [rule for rule in FAMILIAR if rule.phase == 5]

    reconciled = reconciler.of(rules=about_predictions)

    assert (reconciled.gaps, reconciled.status) == ([], "FAIL")


@pytest.mark.parametrize("how", ["empty", "lost"])
def test_lost_analytics_of_the_day_are_named_and_what_follows_from_it(reconciler: Reconciler, how: str) -> None:
    if how == "empty":
        reconciler.rewrite("player_game_summary", lambda rows: [])
    else:
        reconciler.lose("player_game_summary")

    reconciled = reconciler.of()

    assert failed(reconciled) == {"Analytics vs Boxscores"}
    assert blocked(reconciled) == {"Games with 0 Active Players": "Analytics vs Boxscores"}
    assert answer(reconciled, "Boxscores vs Schedule").status is RuleStatus.PASS


def test_analytics_that_fail_altogether_are_named_with_every_phase_that_they_block(reconciler: Reconciler) -> None:
    for module in all_tables().values():
        if module.contract.phase is Phase.ANALYTICS:
            reconciler.lose(module.contract.short_name)

    reconciled = reconciler.of()

    assert failed(reconciled) == {"Analytics vs Boxscores"}
    assert blocked(reconciled) == {
        "Games with 0 Active Players": "Analytics vs Boxscores",
        "ML Features": "nba_analytics.upcoming_player_game_context",
        "Daily Cache": "nba_analytics.upcoming_player_game_context",
    }
    assert answer(reconciled, "Boxscores vs Schedule").status is RuleStatus.PASS


def test_analytics_lost_yesterday_block_the_phases_of_today(desk: Desk) -> None:
    reconciler = Reconciler(desk)
    reconciler.lose("player_game_summary", YESTERDAY)
    assert desk.morning(TODAY).exit_code == 2
    desk.clock.moment = moment(TODAY, 21)

    yesterday, today = reconciler.over(Days(YESTERDAY, TODAY))

    assert failed(yesterday) == {"Analytics vs Boxscores"}
    assert answer(yesterday, "Boxscores vs Schedule").status is RuleStatus.PASS
    assert today.status == "FAIL"
    assert blocked(today) == {
        "ML Features": "nba_analytics.upcoming_player_game_context",
        "Daily Cache": "nba_analytics.upcoming_player_game_context",
        "Predictions": "ML Features",
        "Prediction Coverage": "ML Features",
    }


def test_boxscores_that_are_all_lost_block_what_is_measured_against_them(reconciler: Reconciler) -> None:
    reconciler.lose("player_boxscores")

    reconciled = reconciler.of()

    assert failed(reconciled) == {"Boxscores vs Schedule"}
    assert blocked(reconciled) == {
        "Analytics vs Boxscores": "Boxscores vs Schedule",
        "Games with 0 Active Players": "Boxscores vs Schedule",
    }
