"""The game's accounting holds in every boxscore."""

from __future__ import annotations

from collections import defaultdict

import pytest

from nba_pipeline.sources.answers import ZONES

STATISTICS = ("points", "fgm", "fga", "fg3m", "fg3a", "ftm", "fta", "oreb", "dreb", "rebounds", "assists", "turnovers")


@pytest.fixture(scope="module")
def appeared(players) -> list[dict]:
    return [row for row in players if row["status"] == "PLAYED"]


@pytest.fixture(scope="module")
def sides(appeared) -> dict[tuple[str, str], list[dict]]:
    by_side = defaultdict(list)
    for row in appeared:
        by_side[row["game_id"], row["team"]].append(row)
    return by_side


@pytest.fixture(scope="module")
def scores(games) -> dict[tuple[str, str], tuple[int, int]]:
    """Each side's own and the other's final score."""
    home = {(g["game_id"], g["home_team"]): (g["home_score"], g["away_score"]) for g in games}
    return home | {(g["game_id"], g["away_team"]): (g["away_score"], g["home_score"]) for g in games}


def test_points_are_made_of_baskets_and_free_throws(appeared):
    assert len(appeared) > 4000
    for row in appeared:
        assert row["points"] == 2 * row["fgm"] + row["fg3m"] + row["ftm"]
        assert 0 <= row["fg3m"] <= row["fgm"] <= row["fga"]
        assert row["fg3m"] <= row["fg3a"] <= row["fga"]
        assert 0 <= row["ftm"] <= row["fta"]
        assert row["rebounds"] == row["oreb"] + row["dreb"]
        assert 0 <= row["fouls"] <= 6


def test_players_add_up_to_the_score_and_no_game_is_a_tie(sides, scores):
    assert sides.keys() == scores.keys()
    for side, rows in sides.items():
        own, other = scores[side]
        assert sum(row["points"] for row in rows) == own
        assert sum(row["plus_minus"] for row in rows) == 5 * (own - other)
        assert own != other


def test_players_add_up_to_the_team(ask, sides):
    teams = ask("team_boxscores")

    assert len(teams) == len(sides)
    for row in teams:
        rows = sides[row["game_id"], row["team"]]
        assert {name: row[name] for name in STATISTICS} == {name: sum(r[name] for r in rows) for name in STATISTICS}
        assert row["turnovers_with_team"] >= row["turnovers"]


def test_five_men_share_the_clock_to_the_second(sides):
    seconds = {side: sum(round(row["minutes"] * 60) for row in rows) for side, rows in sides.items()}
    overtimes = {side: (total - 240 * 60) / (25 * 60) for side, total in seconds.items()}
    by_game = defaultdict(set)
    for (game_id, _team), periods in overtimes.items():
        by_game[game_id].add(periods)

    assert {periods.is_integer() and periods >= 0 for periods in overtimes.values()} == {True}
    assert {len(periods) for periods in by_game.values()} == {1}
    assert 0 < sum(periods != {0.0} for periods in by_game.values()) < len(by_game) / 5


def test_five_start_and_eight_or_more_play(sides):
    for rows in sides.values():
        assert sum(row["started"] for row in rows) == 5
        assert 8 <= len(rows) <= 13
        assert max(row["minutes"] for row in rows) < 60


def test_who_does_not_play_has_his_reason_and_no_statistics(players):
    absent = [row for row in players if row["status"] != "PLAYED"]

    assert {row["status"] for row in absent} == {"DNP", "INACTIVE"}
    assert all(row["not_played_reason"] for row in absent)
    assert {row["points"] for row in absent} | {row["minutes"] for row in absent} == {None}
    assert {row["not_played_reason"] for row in absent if row["status"] == "DNP"} == {"DNP - Coach's Decision"}
    reasons = {row["not_played_reason"] for row in absent if row["status"] == "INACTIVE"}
    assert any(reason.startswith("Injury/Illness - ") for reason in reasons)


def test_nobody_is_in_two_places_on_a_day(players):
    seen = [(row["game_date"], row["player_id"]) for row in players]

    assert len(seen) == len(set(seen))


def test_one_name_is_one_player(players):
    names = {(row["player_id"], row["player_lookup"]) for row in players}

    assert len(names) == len({player for player, _lookup in names}) == len({lookup for _player, lookup in names})


def test_zones_add_up_to_the_boxscore(ask, appeared):
    shots = {(row["game_id"], row["player_id"]): row for row in appeared}
    rows = ask("shot_zones")
    threes = [zone for zone in ZONES if zone.endswith("_3") or zone == "backcourt"]

    assert len(rows) > 0.9 * len([row for row in appeared if row["fga"]])
    for row in rows:
        boxscore = shots[row["game_id"], row["player_id"]]
        assert sum(row[f"{zone}_fga"] for zone in ZONES) == boxscore["fga"]
        assert sum(row[f"{zone}_fgm"] for zone in ZONES) == boxscore["fgm"]
        assert sum(row[f"{zone}_fga"] for zone in threes) == boxscore["fg3a"]
        assert sum(row[f"{zone}_fgm"] for zone in threes) == boxscore["fg3m"]
