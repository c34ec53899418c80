"""The features of a player before his game: values, where they come from, and how good the row is."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from before_games import PREGAME, before_games, played, rows_today, shoot
from small_league import OPENING, TODAY, League, Tables, days_ago, five, fortnight, said

from nba_pipeline.contracts import Phase
from nba_pipeline.game_day import Days, eastern
from nba_pipeline.registry import table
from nba_pipeline.statuses import PlayerStatus
from nba_pipeline.tables.predictions.features import FEATURES

FEATURE_STORE = "ml_feature_store_v2"


def approx(value: float) -> object:
    """Equal at the four decimals that tables store."""
    return pytest.approx(value, abs=6e-5)


def test_every_value_says_where_it_comes_from_and_none_is_a_default():
    league = League()
    for days in (9, 7, 5, 3, 2):
        played(league, days_ago(days))
    league.game(TODAY, "ATL", "CHI")

    row = rows_today(league, FEATURE_STORE)[10]

    unknown = {feature.name for feature in FEATURES if row[f"{feature.name}_source"] == "missing"}
    assert unknown == {
        *("shot_zone_mismatch_score", "pct_paint", "pct_mid_range", "pct_three"),  # no zones
        *("vegas_points_line", "vegas_opening_line", "vegas_line_move", "injury_risk"),  # no line, no report
        *("pace_score", "opponent_def_rating", "opponent_pace", "rest_advantage"),  # Chicago has not played
        "avg_points_vs_opponent",
    }
    assert {feature.name for feature in FEATURES if row[feature.name] is None} == unknown
    assert (row["fatigue_score_source"], row["home_away_source"], row["minutes_avg_last_10_source"]) == (
        *("phase4", "computed", "minutes"),
    )
    # 4 games in 7 days -10, 48 minutes a game -8, the last one the day after another -5
    assert (row["fatigue_score"], row["home_away"], row["minutes_avg_last_10"]) == (77.0, 1.0, 48.0)
    assert (row["has_vegas_line"], row["games_vs_opponent"]) == (0.0, 0.0)


def test_a_row_of_a_season_without_zones_and_reports_is_bronze_and_ready():
    league = League()
    for days in (9, 7, 5, 3, 2):
        played(league, days_ago(days))
    league.game(TODAY, "ATL", "BOS")

    row = rows_today(league, FEATURE_STORE)[10]

    # 30 required: 5 missing, 2 from minutes, 2 from meetings
    assert row["feature_quality_score"] == approx((21 * 100 + 2 * 95 + 2 * 90) / 30)
    assert (row["quality_tier"], row["required_missing"], row["matchup_known"]) == ("bronze", 5, 5)
    assert (row["is_quality_ready"], row["not_ready_because"]) == (True, None)


def test_a_player_of_whom_nothing_is_known_is_not_ready():
    league = League()
    league.play(days_ago(3), ("ATL", five(10) | {16: {"status": "INACTIVE"}}), ("BOS", five(20)))
    league.quote(league.game(TODAY, "ATL", "BOS"), 16, 5.5, eastern(TODAY, time(10)))

    row = rows_today(league, FEATURE_STORE)[16]

    assert (row["points_avg_last_5"], row["vegas_points_line"], row["has_vegas_line"]) == (None, 5.5, 1.0)
    assert (row["quality_tier"], row["not_ready_because"]) == ("critical", "quality_too_low")
    assert (row["is_quality_ready"], row["required_defaults"]) == (False, 0)


def test_shares_of_shots_reach_the_features_as_fractions():
    league = League()
    game = played(league, days_ago(3))
    shoot(league, game, "ATL", 10, paint=(6, 3), mid_range=(2, 1), three=(2, 0))
    league.game(TODAY, "ATL", "BOS")

    row = rows_today(league, FEATURE_STORE)[10]

    assert (row["pct_paint"], row["pct_mid_range"], row["pct_three"]) == (0.6, 0.2, 0.2)
    assert (row["opponent_def_rating"], row["opponent_pace"]) == (approx(100 / 0.48), 48.0)


def test_meetings_with_an_opponent_who_is_not_known_are_missing_and_not_zero():
    league = League()
    league.play(days_ago(4), ("DAL", five(40)), ("CHI", five(30)))
    played(league, days_ago(4))
    league.quote(league.game(TODAY, "ATL", "BOS"), 40, 12.5, eastern(TODAY, time(10)))

    row = rows_today(league, FEATURE_STORE)[40]

    assert (row["games_vs_opponent"], row["games_vs_opponent_source"]) == (None, "missing")


# Any day of phase 4, however it was made.


@pytest.fixture(scope="module")
def season() -> Tables:
    league = fortnight()
    for row in list(league.rows["player_boxscores"]):
        if row["status"] == PlayerStatus.PLAYED:
            made = row["points"] % 7
            zones = {"paint": (made + 3, made), "mid_range": (row["points"] % 3, 0), "three": (made, made // 2)}
            shoot(league, row["game_id"], row["team"], row["player_id"], **zones)
    return before_games(league, Days(OPENING, OPENING + timedelta(days=13)), last=FEATURE_STORE)


@pytest.mark.parametrize("name", [name for name in PREGAME if table(name).contract.phase is Phase.PRECOMPUTE])
def test_days_made_one_by_one_equal_the_days_made_at_once(season, name):
    def in_order(rows: list[dict]) -> list[dict]:
        return sorted(rows, key=lambda row: [str(row[column]) for column in table(name).contract.key])

    one_by_one = [row for days in range(14) for row in said(season, name, Days.only(OPENING + timedelta(days=days)))]

    assert len(one_by_one) > 20
    assert in_order(one_by_one) == in_order(season[name].to_pylist())
    assert {column for column in season[name].column_names if not season[name][column].drop_null()} == set()
