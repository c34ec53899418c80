"""Exponential form and the rotation around a player, worked by hand from the games behind them."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from before_games import before_games, played, rows_today
from small_league import TODAY, League, days_ago, five

from nba_pipeline.game_day import Days, eastern
from nba_pipeline.tables.precompute.player_form import EXPONENTIALS, GAMES

FORM = "player_form"


def approx(value: float) -> object:
    """Equal at the four decimals that tables store."""
    return pytest.approx(value, abs=6e-5)


def meeting(league: League, day: date, **players: dict) -> str:
    """Atlanta at home against Boston; `p10={"points": 30}` says what a player did, or why he did not play."""
    did = {int(name[1:]): line for name, line in players.items()}
    sides = (five(10), five(20))
    home, away = ({player: did.get(player, {}) for player in side} for side in sides)
    return league.play(day, ("ATL", home), ("BOS", away))


def exponential(values: list[float], half_life: int) -> float:
    """The mean of values, the latest first."""
    weights = [0.5 ** (age / half_life) for age in range(len(values))]
    return sum(w * value for w, value in zip(weights, values, strict=True)) / sum(weights)


def test_the_latest_games_weigh_most():
    league = League()
    for days, points in [(6, 10), (4, 20), (2, 40)]:
        meeting(league, days_ago(days), p10={"points": points, "minutes": points / 2})
    league.game(TODAY, "ATL", "BOS")

    row = rows_today(league, FORM)[10]

    for half_life in (2, 5, 25):
        assert row[f"points_ew_{half_life}"] == pytest.approx(exponential([40, 20, 10], half_life), abs=1e-3)
    assert row["minutes_ew_5"] == approx(row["points_ew_5"] / 2)
    assert row["points_per_minute_ew_60"] == 2.0
    assert (row["minutes_last_game"], row["minutes_avg_last_3"]) == (20.0, approx(35 / 3))


def test_a_player_who_always_does_the_same_has_that_as_his_form():
    league = League()
    for days in range(16, 0, -3):
        meeting(league, days_ago(days), p10={"plus_minus": -7}, p11={"plus_minus": None})
    league.game(TODAY, "ATL", "BOS")

    rows = rows_today(league, FORM)
    row = rows[10]

    same = {"points": 20, "minutes": 48, "fga": 4, "rebounds": 4, "possessions_used": 4 + 0.44 * 4 + 4}
    same |= {"usage_rate": 20, "plus_minus": -7}
    assert {c.name: row[c.name] for c in EXPONENTIALS} == {c.name: approx(same[c.measure]) for c in EXPONENTIALS}
    assert row["points_per_minute_ew_60"] == approx(20 / 48)
    assert rows[11]["plus_minus_ew_20"] is None  # no game tells it


def test_volume_is_worth_what_a_possession_brought_him_for_long():
    league = League()
    for days in range(20, 2, -3):
        meeting(league, days_ago(days), p10={"points": 20})
    meeting(league, days_ago(2), p10={"points": 40})  # the same shots, and more luck
    league.game(TODAY, "ATL", "BOS")

    row = rows_today(league, FORM)[10]

    used = 4 + 0.44 * 4 + 4
    efficiency = exponential([40, *[20] * 6], half_life=60) / used
    assert row["points_per_possession_ew_60"] == approx(efficiency)
    assert row["points_of_volume"] == pytest.approx(used * efficiency, abs=1e-3)
    assert row["points_of_volume"] < row["points_ew_5"] - 1


def test_points_of_a_game_without_shots_say_nothing_of_a_possession():
    def league_with(points: int) -> League:
        league = League()
        meeting(league, days_ago(4), p10={"points": points, "fga": None, "fta": None, "turnovers": None})
        meeting(league, days_ago(2), p10={"points": 20})
        league.game(TODAY, "ATL", "BOS")
        return league

    rows = [rows_today(league_with(points), FORM)[10] for points in (0, 40)]

    assert [row["points_per_possession_ew_60"] for row in rows] == [approx(20 / 9.76)] * 2


def test_the_load_of_late_is_that_of_the_context():
    league = League()
    for days, minutes in [(13, 30.0), (6, 20.0), (2, 10.0)]:
        meeting(league, days_ago(days), p10={"minutes": minutes})
    league.game(TODAY, "ATL", "BOS")

    row = rows_today(league, FORM)[10]

    assert (row["games_last_14"], row["minutes_last_7"]) == (3, 30.0)


def test_a_game_beyond_the_reach_counts_for_nothing():
    def league_with(first_points: int) -> League:
        league = League()
        meeting(league, days_ago(GAMES + 1), p10={"points": first_points})
        for days in range(GAMES, 0, -1):
            meeting(league, days_ago(days))
        league.game(TODAY, "ATL", "BOS")
        return league

    assert rows_today(league_with(80), FORM)[10] == rows_today(league_with(0), FORM)[10]


def test_today_and_tomorrow_change_nothing():
    league = League()
    for days in (6, 4, 2):
        meeting(league, days_ago(days), p10={"points": 10 * days})
    meeting(league, TODAY, p10={"points": 80, "minutes": 5.0}, p11={"status": "INACTIVE"})
    meeting(league, TODAY + timedelta(days=1), p12={"points": 70})

    alone = rows_today(league, FORM)
    in_range = before_games(league, Days(days_ago(6), TODAY + timedelta(days=1)), last=FORM)[FORM].to_pylist()

    assert alone == {row["player_id"]: row for row in in_range if row["game_date"] == TODAY}
    assert alone[10]["points_ew_2"] == approx(exponential([20, 40, 60], half_life=2))


def test_who_missed_his_teams_latest_games_is_absent_to_the_others():
    league = League()
    meeting(league, days_ago(6), p10={"points": 30, "minutes": 40.0}, p11={"points": 12, "minutes": 24.0})
    meeting(league, days_ago(4), p10={"status": "INACTIVE"}, p11={"points": 12, "minutes": 24.0})
    meeting(league, days_ago(2), p10={"status": "DNP"}, p11={"status": "INACTIVE"})
    league.game(TODAY, "ATL", "BOS")

    rows = rows_today(league, FORM)

    assert {player: rows[player]["team_games_missed"] for player in range(10, 15)} == {
        10: 2,
        11: 1,
        12: 0,
        13: 0,
        14: 0,
    }
    assert {player: rows[player]["teammates_points_present"] for player in (10, 11, 12)} == {10: 60, 11: 60, 12: 40}
    assert {player: rows[player]["teammates_minutes_absent"] for player in (10, 11, 12)} == {10: 24, 11: 40, 12: 64}
    assert {player: rows[player]["rotation_rank"] for player in range(10, 15)} == {12: 1, 13: 2, 14: 3, 10: 4, 11: 5}
    assert (rows[10]["days_since_last_game"], rows[12]["days_since_last_game"]) == (6, 2)
    assert (rows[20]["teammates_points_present"], rows[20]["teammates_minutes_absent"]) == (80, 0)


def test_points_of_teammates_reported_out_are_known_only_with_a_report():
    league = League()
    meeting(league, days_ago(2), p10={"points": 30}, p11={"points": 12})
    game = league.game(TODAY, "ATL", "BOS")
    assert rows_today(league, FORM)[12]["teammates_points_out"] is None

    for player, status in [(10, "OUT"), (11, "DOUBTFUL"), (13, "QUESTIONABLE")]:
        league.report(game, "ATL", player, status, eastern(TODAY, time(10)))
    league.report(game, "BOS", None, "NOT_SUBMITTED", eastern(TODAY, time(10)))
    rows = rows_today(league, FORM)

    points = {player: rows[player]["teammates_points_out"] for player in (10, 11, 12, 13, 20)}
    assert points == {10: 12, 11: 30, 12: 42, 13: 42, 20: None}


def test_a_new_season_keeps_the_form_and_starts_the_count_of_games():
    league = League()
    game = meeting(league, days_ago(200), p10={"points": 30})
    next(row for row in league.rows["schedule"] if row["game_id"] == game)["season"] = 2024
    league.game(TODAY, "ATL", "BOS")

    row = rows_today(league, FORM)[10]

    assert (row["points_ew_5"], row["days_since_last_game"], row["team_game_number"]) == (30.0, 200, 0)
    assert row["team_games_missed"] == 0


def test_who_is_expected_only_for_his_line_is_not_in_the_rotation():
    league = League()
    meeting(league, days_ago(20), p10={"points": 30, "minutes": 40.0})
    for days in range(12, 1, -1):
        meeting(league, days_ago(days), p10={"status": "INACTIVE"})
    game = league.game(TODAY, "ATL", "BOS")
    assert 10 not in rows_today(league, FORM)

    league.quote(game, 10, 24.5, eastern(TODAY, time(10)))
    rows = rows_today(league, FORM)

    assert (rows[10]["points_ew_5"], rows[10]["days_since_last_game"], rows[10]["team_game_number"]) == (30.0, 20, 12)
    assert (rows[10]["team_games_missed"], rows[10]["rotation_rank"]) == (None, None)
    assert (rows[10]["teammates_points_present"], rows[11]["teammates_points_present"]) == (80, 60)
    assert rows[11]["teammates_minutes_absent"] == 0


def test_no_line_and_no_spread_moves_a_row():
    league = League()
    played(league, days_ago(2))
    game = league.game(TODAY, "ATL", "BOS")
    without = rows_today(league, FORM)

    league.quote(game, 10, 31.5, eastern(TODAY, time(10)))
    league.spread(game, -9.5, 240.0)

    assert rows_today(league, FORM) == without
    assert rows_today(league, "upcoming_player_game_context")[10]["points_line"] == 31.5


def test_a_player_of_whom_nothing_is_known_has_a_row_that_says_so():
    league = League()
    league.play(days_ago(3), ("ATL", five(10) | {16: {"status": "INACTIVE"}}), ("BOS", five(20)))
    league.quote(league.game(TODAY, "ATL", "BOS"), 16, 5.5, eastern(TODAY, time(10)))

    row = rows_today(league, FORM)[16]

    key = {"game_date", "game_id", "player_id"}
    known = {name: value for name, value in row.items() if name not in key and value is not None}
    assert known == {
        **{"team_game_number": 1, "teammates_points_present": 100, "teammates_minutes_absent": 0},
        **{"games_last_14": 0, "minutes_last_7": 0.0},
    }
