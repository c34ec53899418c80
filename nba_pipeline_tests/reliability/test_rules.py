"""Each rule is proven by the defect that it catches, and by its silence where there is none."""

from __future__ import annotations

import pytest
from reconciler import FAMILIAR, TODAY, Reconciler, Rows, answer, blocked, failed, named

from nba_pipeline.reliability.results import RuleStatus

FEATURES = "ml_feature_store_v2"
PREDICTIONS = "player_prop_predictions"
SUMMARY = "player_game_summary"


def players(rows: Rows) -> list[int]:
    return sorted({row["player_id"] for row in rows})


def only(player_ids: list[int]):
    return lambda rows: [row for row in rows if row["player_id"] in player_ids]


def test_a_day_without_a_gap_passes_every_rule(reconciler: Reconciler) -> None:
    reconciled = reconciler.of()

    assert reconciled.status == "PASS"
    assert named(reconciled, RuleStatus.PASS) == {rule.name for rule in FAMILIAR}
    assert reconciled.gaps == []
    assert answer(reconciled, "ML Features").expected == 36


def test_a_final_game_without_boxscores_is_named(reconciler: Reconciler) -> None:
    lost, _ = reconciler.desk.league.games(TODAY)
    reconciler.desk.league.lose_boxscores(of=lost)
    reconciler.repeat_the_morning_after()

    reconciled = reconciler.of()

    gap = answer(reconciled, "Boxscores vs Schedule")
    assert failed(reconciled) == {"Boxscores vs Schedule"}
    assert (gap.message, gap.severity, gap.expected, gap.actual) == ("Missing boxscores: 1 games", "HIGH", 2, 1)
    assert gap.missing == [lost.game_id]
    assert blocked(reconciled) == {"Games with 0 Active Players": "Boxscores vs Schedule"}


def test_rosters_without_minutes_are_no_boxscores_and_a_game_without_active_players(reconciler: Reconciler) -> None:
    empty, _ = reconciler.desk.league.games(TODAY)
    reconciler.desk.league.send_rosters_only(of=empty)
    reconciler.repeat_the_morning_after()

    reconciled = reconciler.of()

    gap, follows = answer(reconciled, "Boxscores vs Schedule"), answer(reconciled, "Games with 0 Active Players")
    assert failed(reconciled) == {"Boxscores vs Schedule"}
    assert "rosters only" in gap.reason
    assert (follows.status, follows.missing) == (RuleStatus.BLOCKED, [empty.game_id])
    assert follows.message == f"Found 1 games with 0 active players: [{empty.game_id}]"


@pytest.mark.parametrize(("kept", "expected_failures"), [(28, {"Analytics vs Boxscores"}), (29, set())])
def test_analytics_that_lack_more_than_a_fifth_of_the_boxscore_players_are_a_gap(
    reconciler: Reconciler, kept: int, expected_failures: set[str]
) -> None:
    rows = reconciler.desk.rows(SUMMARY, TODAY)
    lost = [row for row in rows if row["player_id"] in players(rows)[kept:]]
    reconciler.rewrite(SUMMARY, only(players(rows)[:kept]))

    reconciled = reconciler.of()

    gap = answer(reconciled, "Analytics vs Boxscores")
    assert failed(reconciled) == expected_failures
    assert (gap.severity, gap.expected, gap.actual) == ("MEDIUM", 36, kept)
    assert sorted(gap.missing) == sorted(row["player_name"] for row in lost)
    if expected_failures:
        assert gap.message == "Analytics missing players: expected ~36, got 28"


def test_a_game_of_which_analytics_know_nobody_active_is_named(reconciler: Reconciler) -> None:
    _, idle = reconciler.desk.league.games(TODAY)

    def bench(rows: Rows) -> Rows:
        return [row | {"minutes": 0.0} if row["game_id"] == idle.game_id else row for row in rows]

    reconciler.rewrite(SUMMARY, bench)

    reconciled = reconciler.of()

    gap = answer(reconciled, "Games with 0 Active Players")
    assert failed(reconciled) == {"Games with 0 Active Players"}
    assert blocked(reconciled) == {}
    assert gap.message == f"Found 1 games with 0 active players: [{idle.game_id}]"
    assert (gap.severity, gap.missing) == ("HIGH", [idle.game_id])


def test_one_active_player_is_enough_for_a_game_to_have_some(reconciler: Reconciler) -> None:
    game = reconciler.desk.league.games(TODAY)[1]
    _, *others = players([row for row in reconciler.desk.rows(SUMMARY, TODAY) if row["game_id"] == game.game_id])
    reconciler.rewrite(SUMMARY, lambda rows: [r | {"minutes": 0.0} if r["player_id"] in others else r for r in rows])

    assert failed(reconciler.of()) == set()


@pytest.mark.parametrize("how", ["empty", "lost"])
def test_no_features_are_a_gap_that_blocks_the_predictions(reconciler: Reconciler, how: str) -> None:
    if how == "empty":
        reconciler.rewrite(FEATURES, lambda rows: [])
    else:
        reconciler.lose(FEATURES)

    reconciled = reconciler.of()

    gap = answer(reconciled, "ML Features")
    assert failed(reconciled) == {"ML Features"}
    assert gap.message == "No ML features for 2026-01-15 despite 36 players in analytics"
    assert (gap.severity, len(gap.missing), gap.unlisted) == ("HIGH", 20, 16)
    assert blocked(reconciled) == {"Predictions": "ML Features", "Prediction Coverage": "ML Features"}
    if how == "lost":
        assert gap.reason == "nba_predictions.ml_feature_store_v2: it was never published"


def test_features_of_a_single_player_are_features_and_the_others_are_named(reconciler: Reconciler) -> None:
    one, *others = players(reconciler.desk.rows(FEATURES, TODAY))
    reconciler.rewrite(FEATURES, only([one]))

    features = answer(reconciler.of(), "ML Features")

    assert (features.status, features.actual) == (RuleStatus.PASS, 1)
    assert len(features.missing) + features.unlisted == len(others)


@pytest.mark.parametrize("how", ["empty", "lost"])
def test_an_empty_daily_cache_is_a_gap(reconciler: Reconciler, how: str) -> None:
    if how == "empty":
        reconciler.rewrite("player_daily_cache", lambda rows: [])
    else:
        reconciler.lose("player_daily_cache")

    reconciled = reconciler.of()

    gap = answer(reconciled, "Daily Cache")
    assert failed(reconciled) == {"Daily Cache"}
    assert blocked(reconciled) == {}
    assert (gap.severity, gap.message) == ("MEDIUM", "No daily cache records for 2026-01-15")


@pytest.mark.parametrize("how", ["empty", "lost"])
def test_no_predictions_are_a_gap(reconciler: Reconciler, how: str) -> None:
    if how == "empty":
        reconciler.rewrite(PREDICTIONS, lambda rows: [])
    else:
        reconciler.lose(PREDICTIONS)

    reconciled = reconciler.of()

    gap = answer(reconciled, "Predictions")
    assert failed(reconciled) == {"Predictions"}
    assert (gap.severity, gap.message) == ("HIGH", "No predictions for 2026-01-15 despite 36 ML feature records")
    assert blocked(reconciled) == {"Prediction Coverage": "Predictions"}


@pytest.mark.parametrize(("kept", "expected_failures"), [(17, {"Prediction Coverage"}), (18, set())])
def test_predictions_for_fewer_than_half_of_those_with_features_are_a_gap(
    reconciler: Reconciler, kept: int, expected_failures: set[str]
) -> None:
    reconciler.rewrite(PREDICTIONS, lambda rows: only(players(rows)[:kept])(rows))

    reconciled = reconciler.of()

    gap = answer(reconciled, "Prediction Coverage")
    assert failed(reconciled) == expected_failures
    assert (gap.severity, gap.expected, gap.actual) == ("MEDIUM", 36, kept)
    if expected_failures:
        assert gap.message == "Low prediction coverage: only 17/36 players (47.2%)"
        assert set(gap.missing) <= {row["player_name"] for row in reconciler.desk.rows(SUMMARY, TODAY)}


@pytest.mark.parametrize("worthless", [{"is_active": False}, {"predicted_points": None}], ids=str)
def test_a_prediction_that_is_withdrawn_or_has_no_number_covers_nobody(reconciler: Reconciler, worthless: dict) -> None:
    reconciler.rewrite(PREDICTIONS, lambda rows: [row | worthless for row in rows])

    reconciled = reconciler.of()

    assert failed(reconciled) == {"Prediction Coverage"}
    assert answer(reconciled, "Prediction Coverage").actual == 0


def test_those_who_played_without_having_been_expected_do_not_lower_the_coverage(reconciler: Reconciler) -> None:
    expected = players(reconciler.desk.rows(FEATURES, TODAY))[:10]
    for name in (FEATURES, PREDICTIONS):
        reconciler.rewrite(name, only(expected))

    coverage = answer(reconciler.of(), "Prediction Coverage")

    assert (coverage.status, coverage.expected, coverage.actual) == (RuleStatus.PASS, 10, 10)


def test_who_is_missing_goes_by_his_id_where_nobody_tells_his_name(reconciler: Reconciler) -> None:
    first = players(reconciler.desk.rows(PREDICTIONS, TODAY))[0]
    reconciler.rewrite(PREDICTIONS, lambda rows: [row for row in rows if row["player_id"] != first])
    reconciler.lose("upcoming_player_game_context")

    assert answer(reconciler.of(), "Prediction Coverage").missing == [f"player {first}"]
