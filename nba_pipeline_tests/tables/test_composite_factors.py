"""What sets a player's game apart, worked by hand from the games behind him and his opponent."""

from __future__ import annotations

from datetime import time

import pytest
from before_games import played, rows_today, shoot
from small_league import TODAY, League, days_ago, five

from nba_pipeline.game_day import eastern

FACTORS = "player_composite_factors"


def approx(value: float) -> object:
    """Equal at the four decimals that tables store."""
    return pytest.approx(value, abs=6e-5)


def test_fatigue_adds_up_from_the_games_behind_him():
    league = League()
    for days in (6, 4, 2, 1):
        played(league, days_ago(days))
    league.game(TODAY, "ATL", "BOS")

    row = rows_today(league, FACTORS)[10]

    # played yesterday -15, 4 games in 7 days -10, 48 minutes a game -8, a back-to-back two days ago -5
    assert (row["back_to_backs_last_14"], row["fatigue_score"]) == (1, 62)


def test_back_to_backs_of_more_than_a_fortnight_ago_are_forgotten():
    league = League()
    for days in (16, 15, 14, 5):
        played(league, days_ago(days))
    league.game(TODAY, "ATL", "BOS")

    row = rows_today(league, FACTORS)[10]

    # the game 14 days ago followed another; the one 15 days ago is out of sight
    assert (row["back_to_backs_last_14"], row["fatigue_score"]) == (1, 92)


def test_a_mismatch_meets_the_players_zone_with_what_the_opponent_allows_there():
    league = League()
    game = played(league, days_ago(5))
    shoot(league, game, "ATL", 10, paint=(20, 12), three=(5, 0))
    shoot(league, game, "ATL", 11, mid_range=(4, 1))
    shoot(league, game, "BOS", 20, paint=(20, 10))
    league.game(TODAY, "ATL", "BOS")

    rows = rows_today(league, FACTORS)

    # in the paint Boston allowed 12 of 20, Atlanta 10 of 20, the league 22 of 40
    assert (rows[10]["primary_zone"], rows[10]["shot_zone_mismatch_score"]) == ("paint", approx(60 - 55))
    assert (rows[20]["primary_zone"], rows[20]["shot_zone_mismatch_score"]) == ("paint", approx(50 - 55))
    assert (rows[11]["primary_zone"], rows[11]["shot_zone_mismatch_score"]) == ("mid_range", 0.0)
    assert (rows[12]["primary_zone"], rows[12]["shot_zone_mismatch_score"]) == (None, None)


def test_a_fast_game_is_seen_from_both_teams_paces():
    league = League()
    played(league, days_ago(5))
    faster = {player: {"fga": 5} for player in five(30)}, {player: {"fga": 5} for player in five(40)}
    league.play(days_ago(5), ("CHI", faster[0]), ("DAL", faster[1]))
    league.game(TODAY, "ATL", "BOS")
    league.game(TODAY, "CHI", "DAL")

    rows = rows_today(league, FACTORS)

    # paces: 48 and 25 + 0.4*20 - 1.07*0.5*5 + 20 = 50.325; the league's 49.1625
    assert rows[30]["expected_pace"] == rows[40]["expected_pace"] == approx(2 * 50.325 - 49.1625)
    assert rows[30]["pace_score"] == approx(50.325 - 49.1625)
    assert rows[10]["pace_score"] == approx(48 - 49.1625)


def test_a_player_whose_team_is_not_known_has_no_matchup():
    league = League()
    league.play(days_ago(4), ("DAL", five(40)), ("CHI", five(30)))
    played(league, days_ago(4))
    league.quote(league.game(TODAY, "ATL", "BOS"), 40, 12.5, eastern(TODAY, time(10)))

    row = rows_today(league, FACTORS)[40]

    assert (row["expected_pace"], row["pace_score"], row["shot_zone_mismatch_score"]) == (None, None, None)
    # 48 minutes a game -8, three days of rest +5
    assert row["fatigue_score"] == 97


def test_usage_that_fell_of_late_is_projected_to_come_back_and_more_so_without_a_star():
    league = League()
    for days in range(16, 0, -2):
        shots = {"fga": 10} if days == 16 else {}
        league.play(days_ago(days), ("ATL", five(10) | {10: shots}), ("BOS", five(20)))
    game = league.game(TODAY, "ATL", "BOS")
    recent, before = 20.0, 100 * (10 + 0.44 * 4 + 4) / (10 + 4 * 4 + 5 * (0.44 * 4 + 4))
    spike = 0.3 * ((before + 7 * recent) / 8 - recent)

    assert rows_today(league, FACTORS)[10]["usage_spike_score"] == approx(spike)

    league.report(game, "ATL", 11, "OUT", eastern(TODAY, time(10)))
    assert rows_today(league, FACTORS)[10]["usage_spike_score"] == pytest.approx(1.15 * spike, abs=2e-4)
