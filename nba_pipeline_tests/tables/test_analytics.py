"""What happened in a game, and the promise that days made at once equal days made one by one."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from small_league import CONTEXTS, OPENING, SUMMARIES, TODAY, League, Tables, five, fortnight, made_from, said

from nba_pipeline.game_day import Days, eastern
from nba_pipeline.registry import table


def approx(value: float) -> object:
    """Equal at the four decimals that tables store."""
    return pytest.approx(value, abs=6e-5)


def in_order(rows: list[dict], name: str) -> list[dict]:
    return sorted(rows, key=lambda row: [str(row[column]) for column in table(name).contract.key])


def summary_of(league: League) -> dict[int, dict]:
    return {row["player_id"]: row for row in said(league.tables(), "player_game_summary")}


@pytest.fixture(scope="module")
def season() -> Tables:
    tables = fortnight().tables()
    for name in CONTEXTS:
        tables[name] = made_from(tables, name)
    return tables


@pytest.mark.parametrize("name", [*SUMMARIES, *CONTEXTS])
def test_days_made_one_by_one_equal_the_days_made_at_once(season, name):
    """Each single day is made from inputs that end before it, so nothing later had a part in the others."""
    days = [Days.only(OPENING + timedelta(days=offset)) for offset in range(14)]

    one_by_one = [row for day in days for row in said(season, name, day)]

    assert len(one_by_one) > 20
    assert in_order(one_by_one, name) == in_order(season[name].to_pylist(), name)


def test_a_players_rates_are_worked_from_his_and_his_teams_boxscore():
    league = League()
    shooter = {"fga": 20, "fgm": 10, "fg3m": 4, "fta": 5, "turnovers": 3, "points": 28, "minutes": 36.0}
    league.play(TODAY, ("ATL", five(10) | {10: shooter}), ("BOS", five(20)))

    row = summary_of(league)[10]

    # he used 20 + 0.44*5 + 3 = 25.2; the other four 4 + 0.44*4 + 4 = 9.76 each
    assert row["usage_rate"] == approx(100 * 25.2 * 48 / (36 * (25.2 + 4 * 9.76)))
    assert row["ts_pct"] == approx(28 / (2 * 22.2))
    assert row["efg_pct"] == approx(12 / 20)
    assert (row["won"], row["season"], row["opponent"]) == (True, 2025, "BOS")


def test_who_did_not_play_has_a_row_and_no_zeros():
    league = League()
    rested = {"status": "DNP", "not_played_reason": "coach's decision"}
    league.play(TODAY, ("ATL", five(10) | {15: rested, 16: {"status": "INACTIVE"}}), ("BOS", five(20)))

    rows = summary_of(league)

    assert (rows[15]["status"], rows[15]["not_played_reason"]) == ("DNP", "coach's decision")
    assert rows[16]["status"] == "INACTIVE"
    assert {rows[15][name] for name in ("points", "minutes", "usage_rate", "ts_pct", "line_result")} == {None}


def test_seconds_on_the_floor_make_no_usage_rate():
    league = League()
    league.play(TODAY, ("ATL", five(10) | {10: {"minutes": 0.5}, 11: {"minutes": 1.0}}), ("BOS", five(20)))

    rows = summary_of(league)

    assert rows[10]["usage_rate"] is None
    assert rows[11]["usage_rate"] > 0


@pytest.mark.parametrize(("points", "result"), [(25, "OVER"), (24, "PUSH"), (23, "UNDER")])
def test_the_closing_line_is_the_last_before_the_games_own_tipoff(points, result):
    league = League()
    tipoff = eastern(TODAY, time(19))
    league.game(TODAY, "CHI", "DAL", time(13))
    game = league.play(TODAY, ("ATL", five(10) | {10: {"points": points}}), ("BOS", five(20)))
    league.quote(game, 10, 22.5, tipoff - timedelta(hours=8))
    league.quote(game, 10, 24.0, tipoff - timedelta(minutes=5))
    league.quote(game, 10, 30.5, tipoff + timedelta(minutes=5))

    row = summary_of(league)[10]

    assert (row["closing_line"], row["closing_line_mean"], row["line_result"]) == (24.0, 24.0, result)
    assert row["closing_over_probability"] == 0.5


def test_a_line_of_somebody_whom_the_boxscore_does_not_name_is_set_aside():
    league = League()
    game = league.play(TODAY, ("ATL", five(10)), ("BOS", five(20)))
    league.quote(game, 10, 20.5, eastern(TODAY, time(12)))
    league.quote(game, 77, 20.5, eastern(TODAY, time(12)))

    [left_out] = said(league.tables(), "player_game_summary", asked="set_aside")

    assert (left_out["game_id"], left_out["item"]) == (game, "player77")


def test_a_teams_game_with_an_overtime():
    league = League()
    evening = {"minutes": 53.0, "fga": 20, "fgm": 10, "fta": 5, "oreb": 2, "dreb": 6, "turnovers": 3}
    league.play(TODAY, ("ATL", {p: evening for p in five(10)}), ("BOS", {p: evening for p in five(20)}))

    [home, _] = in_order(said(league.tables(), "team_offense_game_summary"), "team_offense_game_summary")

    possessions = 100 + 0.4 * 25 - 1.07 * (10 / 40) * 50 + 15
    assert (home["overtime_periods"], home["minutes"]) == (1, 265)
    assert home["possessions"] == approx(possessions)
    assert home["pace"] == approx(possessions * 48 / 53)
    assert home["offensive_rating"] == approx(100 * 100 / possessions)
    assert home["ts_pct"] == approx(100 / (2 * (100 + 0.44 * 25)))


def test_a_defence_allowed_what_the_opponent_did():
    league = League()
    game = league.play(TODAY, ("ATL", five(10)), ("BOS", five(20) | {20: {"points": 45, "fg3a": 9}}))
    zones = {"paint_fga": 7, "paint_fgm": 5, "mid_range_fga": 3, "mid_range_fgm": 1, "three_fga": 4, "three_fgm": 2}
    key = {"game_date": TODAY, "game_id": game, "team": "BOS", "backcourt_fga": 0, "backcourt_fgm": 0}
    league.rows["shot_zones"] = [key | {"player_id": player} | zones for player in (20, 21)]
    tables = league.tables()

    rows = {row["team"]: row for row in said(tables, "team_defense_game_summary")}
    offence = {row["team"]: row for row in said(tables, "team_offense_game_summary")}

    assert rows["ATL"]["opponent_fg3a"] == 9 + 4 * 4
    assert (rows["ATL"]["opponent_points"], rows["BOS"]["opponent_points"]) == (90, 100)
    assert rows["BOS"]["defensive_rating"] == approx(offence["ATL"]["offensive_rating"])
    assert (rows["ATL"]["paint_fga_allowed"], rows["ATL"]["paint_fgm_allowed"]) == (14, 10)
    assert rows["BOS"]["paint_fga_allowed"] is None
