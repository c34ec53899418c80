"""What teams allow and where players shoot from, worked by hand from boxscores with shot zones."""

from __future__ import annotations

from datetime import date, time

import pytest
from before_games import played, rows_today, shoot
from small_league import OPENING, TODAY, League, days_ago, five, fortnight, said

from nba_pipeline.game_day import eastern

DEFENSES, SHOOTERS = "team_defense_zone_analysis", "player_shot_zone_analysis"


def approx(value: float) -> object:
    """Equal at the four decimals that tables store."""
    return pytest.approx(value, abs=6e-5)


# What a team allows.


def test_what_a_team_allows_is_measured_on_possessions_and_against_the_league():
    league = League()
    game = played(league, days_ago(3))
    shoot(league, game, "BOS", 20, paint=(20, 10), three=(10, 4))
    shoot(league, game, "ATL", 10, paint=(30, 10))
    league.game(TODAY, "ATL", "BOS")

    rows = rows_today(league, DEFENSES)

    atlanta, boston = rows["ATL"], rows["BOS"]
    assert (atlanta["paint_fga_per_100"], atlanta["paint_points_per_100"]) == (
        approx(100 * 20 / 48),
        approx(100 * 2 * 10 / 48),
    )
    assert (atlanta["three_fga_per_100"], atlanta["three_points_per_100"]) == (
        approx(100 * 10 / 48),
        approx(100 * 3 * 4 / 48),
    )
    # the league made 20 of 50
    assert (atlanta["paint_fg_pct"], atlanta["paint_fg_pct_vs_league"]) == (50.0, approx(50 - 40))
    assert (boston["paint_fg_pct"], boston["paint_fg_pct_vs_league"]) == (approx(100 / 3), approx(100 / 3 - 40))
    assert (boston["three_fga_per_100"], boston["three_fg_pct"]) == (0.0, None)
    assert (atlanta["defensive_rating"], boston["defensive_rating"]) == (approx(90 / 0.48), approx(100 / 0.48))
    assert (atlanta["games"], atlanta["games_with_zones"], atlanta["last_game_date"]) == (1, 1, days_ago(3))


def test_only_the_last_fifteen_games_count():
    league = League()
    for days in range(16, 0, -1):
        played(league, days_ago(days), away_score=190 if days == 16 else 90)
    league.game(TODAY, "ATL", "BOS")

    atlanta = rows_today(league, DEFENSES)["ATL"]

    assert (atlanta["games"], atlanta["defensive_rating"]) == (15, approx(90 / 0.48))


@pytest.mark.parametrize(("with_zones", "known"), [(1, False), (2, True)])
def test_zones_are_known_where_at_least_half_of_the_games_tell_them(with_zones, known):
    league = League()
    for days in (3, 4, 5):
        game = played(league, days_ago(days))
        if days < 3 + with_zones:
            shoot(league, game, "BOS", 20, paint=(12, 6))
    league.game(TODAY, "ATL", "BOS")

    atlanta = rows_today(league, DEFENSES)["ATL"]

    assert (atlanta["games"], atlanta["games_with_zones"]) == (3, with_zones)
    assert atlanta["paint_fg_pct"] == (50.0 if known else None)
    assert atlanta["paint_fga_per_100"] == (approx(100 * 12 / 48) if known else None)


def test_teams_of_this_season_and_the_last_are_there_and_others_are_not():
    league = League()
    league.play(date(2024, 3, 1), ("MIA", five(50)), ("NYK", five(60)))
    league.play(date(2025, 3, 1), ("CHI", five(30)), ("DAL", five(40)))
    played(league, days_ago(3))
    league.game(TODAY, "ATL", "BOS")
    league.game(TODAY, "LAL", "LAC")

    assert set(rows_today(league, DEFENSES)) == {"ATL", "BOS", "CHI", "DAL"}


def test_every_game_day_has_its_teams_and_a_day_without_games_has_none():
    tables = fortnight().tables()
    days = {row["game_date"] for row in tables["schedule"].to_pylist()}

    rows = said(tables, DEFENSES)

    assert {row["game_date"] for row in rows} == days - {OPENING}
    assert len(rows) == 4 * (len(days) - 1)


# Where a player shoots from.


def test_a_players_rates_are_shares_of_his_shots_from_the_three_zones():
    league = League()
    game = played(league, days_ago(3))
    shoot(league, game, "ATL", 10, paint=(6, 3), mid_range=(2, 1), three=(2, 0), backcourt=(5, 0))
    league.game(TODAY, "ATL", "BOS")

    row = rows_today(league, SHOOTERS)[10]

    assert [row[f"{zone}_rate_last_10"] for zone in ("paint", "mid_range", "three")] == [60.0, 20.0, 20.0]
    assert [row[f"{zone}_fg_pct_last_10"] for zone in ("paint", "mid_range", "three")] == [50.0, 50.0, 0.0]
    assert (row["fga_last_10"], row["fga_last_20"], row["primary_zone"]) == (10, 10, "paint")


def test_the_last_ten_games_forget_and_the_last_twenty_do_not():
    league = League()
    for days in range(11, 0, -1):
        game = played(league, days_ago(days))
        shoot(league, game, "ATL", 10, **({"three": (40, 20)} if days == 11 else {"paint": (1, 1)}))
    league.game(TODAY, "ATL", "BOS")

    row = rows_today(league, SHOOTERS)[10]

    assert (row["games_last_10"], row["three_rate_last_10"]) == (10, 0.0)
    assert (row["games_last_20"], row["three_rate_last_20"], row["primary_zone"]) == (11, 80.0, "three")


def test_a_game_without_a_shot_of_his_is_known_and_a_game_without_zones_is_not():
    league = League()
    shoot(league, played(league, days_ago(5)), "ATL", 11, paint=(4, 2))
    shoot(league, played(league, days_ago(4)), "ATL", 11, paint=(4, 2))
    played(league, days_ago(3))
    league.game(TODAY, "ATL", "BOS")

    rows = rows_today(league, SHOOTERS)

    assert [rows[player]["games_with_zones_last_10"] for player in (10, 11)] == [2, 2]
    assert (rows[10]["fga_last_10"], rows[10]["paint_rate_last_10"], rows[10]["primary_zone"]) == (0, None, None)
    assert (rows[11]["fga_last_10"], rows[11]["paint_rate_last_10"], rows[11]["primary_zone"]) == (8, 100.0, "paint")


def test_zones_of_too_few_of_his_games_say_nothing():
    league = League()
    shoot(league, played(league, days_ago(5)), "ATL", 10, paint=(4, 2))
    played(league, days_ago(4))
    played(league, days_ago(3))
    league.game(TODAY, "ATL", "BOS")

    row = rows_today(league, SHOOTERS)[10]

    assert (row["games_last_10"], row["games_with_zones_last_10"]) == (3, 1)
    assert {row[name] for name in ("fga_last_10", "paint_rate_last_20", "paint_fg_pct_last_10", "primary_zone")} == {
        None
    }


def test_of_equally_frequent_zones_the_one_nearer_the_basket_is_primary():
    league = League()
    shoot(league, played(league, days_ago(3)), "ATL", 10, mid_range=(5, 2), three=(5, 2))
    league.game(TODAY, "ATL", "BOS")

    assert rows_today(league, SHOOTERS)[10]["primary_zone"] == "mid_range"


def test_a_player_who_has_not_appeared_has_a_row_that_says_so():
    league = League()
    league.play(days_ago(3), ("ATL", five(10) | {16: {"status": "INACTIVE"}}), ("BOS", five(20)))
    league.quote(league.game(TODAY, "ATL", "BOS"), 16, 5.5, eastern(TODAY, time(10)))

    row = rows_today(league, SHOOTERS)[16]

    assert (row["games_last_10"], row["games_with_zones_last_10"], row["fga_last_10"]) == (0, 0, None)
