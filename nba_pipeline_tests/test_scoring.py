"""Accuracy is what the grades say, on each population by itself."""

from __future__ import annotations

import pandas as pd

from nba_pipeline.scoring import score_systems
from nba_pipeline.systems.base import recommend
from nba_pipeline.systems.moving_average import predict


def graded(**columns: list) -> pd.DataFrame:
    return pd.DataFrame({"system_id": ["s"] * len(columns["actual_points"]), **columns})


def test_errors_are_counted_on_players_who_played_and_were_predicted() -> None:
    scores = score_systems(
        graded(
            predicted_points=[10.0, 20.0, None, 30.0],
            actual_points=[12.0, 16.0, 9.0, None],
            closing_line_mean=[None, 18.0, 9.5, 30.5],
            outcome=["NOT_BET", "CORRECT", "NOT_BET", "VOID"],
        )
    )

    everyone, lined = scores
    assert (everyone["population"], everyone["rows"], everyone["mae"], everyone["bias"]) == ("all", 2, 3.0, 1.0)
    assert (lined["population"], lined["rows"], lined["mae"], lined["line_mae"]) == ("lined", 1, 4.0, 2.0)
    assert (lined["bets"], lined["hit_rate"]) == (1, 1.0)


def test_nobody_who_played_gives_no_score() -> None:
    nobody = graded(predicted_points=[1.0], actual_points=[None], closing_line_mean=[None], outcome=["VOID"])
    assert score_systems(nobody) == []


def test_a_side_is_recommended_only_beyond_the_least_edge() -> None:
    said = recommend(pd.Series([12.0, 12.1, 7.9, 15.0, None]), pd.Series([10.0, 10.0, 10.0, None, 10.0]), 2.0)

    assert said["recommendation"].tolist() == ["PASS", "OVER", "UNDER", "NO_LINE", "PASS"]
    assert said["reason"].where(said["reason"].notna(), None).tolist() == [
        "edge_too_small",
        None,
        None,
        "no_line",
        "too_little_history",
    ]


def features(**values: float | None) -> pd.DataFrame:
    missing = [
        "shot_zone_mismatch_score",
        "pace_score",
        "usage_spike_score",
        "back_to_back",
        "fatigue_score",
        "home_away",
    ]
    return pd.DataFrame([{**dict.fromkeys(missing), **values}])


def test_the_moving_average_weights_recent_form() -> None:
    form = {"points_avg_last_5": 20.0, "points_avg_last_10": 10.0, "points_avg_season": 10.0}
    assert round(predict(features(**form))[0], 4) == 15.0


def test_before_the_first_game_of_a_season_the_recent_averages_share_its_weight() -> None:
    form = {"points_avg_last_5": 16.0, "points_avg_last_10": 8.0, "points_avg_season": None}
    assert round(predict(features(**form))[0], 4) == 13.0


def test_a_tired_player_is_expected_to_score_less_and_a_fresh_one_is_not_punished() -> None:
    form = {"points_avg_last_5": 10.0, "points_avg_last_10": 10.0, "points_avg_season": 10.0}
    fresh, tired = (predict(features(**form, fatigue_score=score))[0] for score in (100.0, 60.0))
    assert (round(fresh, 4), round(tired, 4)) == (10.0, 8.0)


def test_a_player_without_a_game_is_not_guessed() -> None:
    unknown = {"points_avg_last_5": None, "points_avg_last_10": None, "points_avg_season": None}
    assert predict(features(**unknown)).isna().all()
