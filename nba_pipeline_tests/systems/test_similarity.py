"""Similarity: own games only, earlier ones only, the most alike count most, and too few say nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest

from nba_pipeline.systems.base import Slate
from nba_pipeline.systems.past_games import appearances
from nba_pipeline.systems.similarity_balanced_v1 import LEAST, MOST, predict

TODAY = date(2026, 1, 31)


def games(points: list[int], player: int = 1, **more: object) -> pd.DataFrame:
    """A player's games at home against one opponent on every second day, the last of them two days ago."""
    first = TODAY - timedelta(days=2 * len(points))
    rows = [
        {"game_date": first + timedelta(days=2 * n), "game_id": f"G{n}", "player_id": player, "points": scored}
        for n, scored in enumerate(points)
    ]
    return pd.DataFrame(rows).assign(**{"opponent": "BOS", "is_home": True, "status": "PLAYED"} | more)


def expected(past: pd.DataFrame, **today: object) -> float:
    row = {"game_date": TODAY, "player_id": 1, "opponent": "BOS", "is_home": True} | today
    return predict(Slate(pd.DataFrame([row], index=[7]), appearances(past))).loc[7]


def test_a_player_who_always_scores_the_same_is_expected_to():
    assert expected(games([12] * 8)) == pytest.approx(12.0)


def test_fewer_than_five_games_say_nothing():
    assert pd.isna(expected(games([12] * (LEAST - 1))))
    assert expected(games([12] * LEAST)) == pytest.approx(12.0)


def test_games_in_which_he_did_not_appear_do_not_count():
    assert pd.isna(expected(games([12] * LEAST, status="DNP")))


def test_the_games_of_others_do_not_count():
    past = pd.concat([games([12] * 6), games([40] * 6, player=2, opponent="CHI")])

    assert expected(past) == pytest.approx(12.0)


def test_games_of_the_day_or_later_change_nothing():
    known = games([10, 12, 14, 9, 13, 11])
    later = games([60] * 3).assign(game_date=[TODAY, TODAY + timedelta(days=1), TODAY + timedelta(days=2)])

    assert expected(pd.concat([known, later], ignore_index=True)) == expected(known)


def test_games_at_the_same_venue_count_for_more():
    past = games([10] * 6 + [20] * 6)
    past["is_home"] = [True] * 6 + [False] * 6

    assert expected(past, is_home=True) < expected(past, is_home=False)


def test_only_the_most_similar_games_count():
    past = games([10] * MOST + [30] * MOST)
    past["opponent"] = ["BOS"] * MOST + ["CHI"] * MOST
    past.loc[past["opponent"] == "BOS", "is_home"] = True
    past.loc[past["opponent"] == "CHI", "is_home"] = False

    assert expected(past, opponent="CHI", is_home=False) > 25


def test_players_are_predicted_alone_as_together():
    past = pd.concat([games([10, 12, 14, 9, 13, 11]), games([25, 31, 18, 22, 27], player=2, opponent="CHI")])
    rows = pd.DataFrame({"game_date": TODAY, "player_id": [2, 1], "opponent": ["CHI", "BOS"], "is_home": True})

    together = predict(Slate(rows, appearances(past)))

    assert together[1] == pytest.approx(expected(past))
    assert together[0] == pytest.approx(expected(past, player_id=2, opponent="CHI"))
