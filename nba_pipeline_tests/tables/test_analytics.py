"""What happened in a game, and what was known before it: nothing from the day itself, and nobody lost."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from small_league import EVER, OPENING, League, Tables, fortnight, made_from

from nba_pipeline.game_day import Days, eastern
from nba_pipeline.registry import table

SUMMARIES = ("player_game_summary", "team_offense_game_summary", "team_defense_game_summary")
CONTEXTS = ("upcoming_player_game_context", "upcoming_team_game_context")
TODAY = OPENING + timedelta(days=8)


def approx(value: float) -> object:
    """Equal at the four decimals that tables store."""
    return pytest.approx(value, abs=6e-5)


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def five(first: int) -> dict[int, dict]:
    return {player: {} for player in range(first, first + 5)}


def play(league: League, day: date, home: tuple[str, dict], away: tuple[str, dict], **more) -> str:
    """A game with its boxscores; each side is a team and its players' lines."""
    game = league.game(day, home[0], away[0], **more)
    for team, players in (home, away):
        league.boxscore(game, players, team)
    return game


def in_order(rows: list[dict], name: str) -> list[dict]:
    return sorted(rows, key=lambda row: [str(row[column]) for column in table(name).contract.key])


def said(tables: Tables, name: str, days: Days = EVER, asked: str = "") -> list[dict]:
    return made_from(tables, name, days, asked).to_pylist()


def summary_of(league: League) -> dict[int, dict]:
    return {row["player_id"]: row for row in said(league.tables(), "player_game_summary")}


def context_of(league: League, name: str = "upcoming_player_game_context") -> dict:
    """Today's rows by player or team; the players' are made first, as in the daily run."""
    rows = said(before_games(league), name, Days.only(TODAY))
    return {row[table(name).contract.key[-1]]: row for row in rows}


def before_games(league: League) -> Tables:
    tables = league.tables()
    return tables | {CONTEXTS[0]: made_from(tables, CONTEXTS[0], Days.only(TODAY))}


# A range of days is the same as its days one by one: each of those is made from inputs that end before it.


@pytest.fixture(scope="module")
def season() -> Tables:
    tables = fortnight().tables()
    for name in CONTEXTS:
        tables[name] = made_from(tables, name)
    return tables


@pytest.mark.parametrize("name", [*SUMMARIES, *CONTEXTS])
def test_days_made_one_by_one_equal_the_days_made_at_once(season, name):
    days = [Days.only(OPENING + timedelta(days=offset)) for offset in range(14)]

    one_by_one = [row for day in days for row in said(season, name, day)]

    assert len(one_by_one) > 20
    assert in_order(one_by_one, name) == in_order(season[name].to_pylist(), name)


# After the game.


def test_a_players_rates_are_worked_from_his_and_his_teams_boxscore():
    league = League()
    shooter = {"fga": 20, "fgm": 10, "fg3m": 4, "fta": 5, "turnovers": 3, "points": 28, "minutes": 36.0}
    play(league, TODAY, ("ATL", five(10) | {10: shooter}), ("BOS", five(20)))

    row = summary_of(league)[10]

    # he used 20 + 0.44*5 + 3 = 25.2; the other four 4 + 0.44*4 + 4 = 9.76 each
    assert row["usage_rate"] == approx(100 * 25.2 * 48 / (36 * (25.2 + 4 * 9.76)))
    assert row["ts_pct"] == approx(28 / (2 * 22.2))
    assert row["efg_pct"] == approx(12 / 20)
    assert (row["won"], row["season"], row["opponent"]) == (True, 2025, "BOS")


def test_who_did_not_play_has_a_row_and_no_zeros():
    league = League()
    rested = {"status": "DNP", "not_played_reason": "coach's decision"}
    play(league, TODAY, ("ATL", five(10) | {15: rested, 16: {"status": "INACTIVE"}}), ("BOS", five(20)))

    rows = summary_of(league)

    assert (rows[15]["status"], rows[15]["not_played_reason"]) == ("DNP", "coach's decision")
    assert rows[16]["status"] == "INACTIVE"
    assert {rows[15][name] for name in ("points", "minutes", "usage_rate", "ts_pct", "line_result")} == {None}


def test_seconds_on_the_floor_make_no_usage_rate():
    league = League()
    play(league, TODAY, ("ATL", five(10) | {10: {"minutes": 0.5}, 11: {"minutes": 1.0}}), ("BOS", five(20)))

    rows = summary_of(league)

    assert rows[10]["usage_rate"] is None
    assert rows[11]["usage_rate"] > 0


@pytest.mark.parametrize(("points", "result"), [(25, "OVER"), (24, "PUSH"), (23, "UNDER")])
def test_the_closing_line_is_the_last_before_the_games_own_tipoff(points, result):
    league = League()
    tipoff = eastern(TODAY, time(19))
    league.game(TODAY, "CHI", "DAL", time(13))
    game = play(league, TODAY, ("ATL", five(10) | {10: {"points": points}}), ("BOS", five(20)))
    league.quote(game, 10, 22.5, tipoff - timedelta(hours=8))
    league.quote(game, 10, 24.0, tipoff - timedelta(minutes=5))
    league.quote(game, 10, 30.5, tipoff + timedelta(minutes=5))

    row = summary_of(league)[10]

    assert (row["closing_line"], row["closing_line_mean"], row["line_result"]) == (24.0, 24.0, result)
    assert row["closing_over_probability"] == 0.5


def test_a_line_of_somebody_whom_the_boxscore_does_not_name_is_set_aside():
    league = League()
    game = play(league, TODAY, ("ATL", five(10)), ("BOS", five(20)))
    league.quote(game, 10, 20.5, eastern(TODAY, time(12)))
    league.quote(game, 77, 20.5, eastern(TODAY, time(12)))

    [left_out] = said(league.tables(), "player_game_summary", asked="set_aside")

    assert (left_out["game_id"], left_out["item"]) == (game, "player77")


def test_a_teams_game_with_an_overtime():
    league = League()
    evening = {"minutes": 53.0, "fga": 20, "fgm": 10, "fta": 5, "oreb": 2, "dreb": 6, "turnovers": 3}
    play(league, TODAY, ("ATL", {p: evening for p in five(10)}), ("BOS", {p: evening for p in five(20)}))

    [home, _] = in_order(said(league.tables(), "team_offense_game_summary"), "team_offense_game_summary")

    possessions = 100 + 0.4 * 25 - 1.07 * (10 / 40) * 50 + 15
    assert (home["overtime_periods"], home["minutes"]) == (1, 265)
    assert home["possessions"] == approx(possessions)
    assert home["pace"] == approx(possessions * 48 / 53)
    assert home["offensive_rating"] == approx(100 * 100 / possessions)
    assert home["ts_pct"] == approx(100 / (2 * (100 + 0.44 * 25)))


def test_a_defence_allowed_what_the_opponent_did():
    league = League()
    game = play(league, TODAY, ("ATL", five(10)), ("BOS", five(20) | {20: {"points": 45, "fg3a": 9}}))
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


# Before the game: who is expected.


def test_recent_players_are_expected_and_those_of_other_teams_are_not():
    league = League()
    play(league, days_ago(3), ("ATL", five(10)), ("BOS", five(20)))
    league.game(TODAY, "ATL", "CHI")

    rows = context_of(league)

    assert set(rows) == set(five(10))
    assert {row["expected_because"] for row in rows.values()} == {"recent"}
    assert (rows[10]["team"], rows[10]["opponent"], rows[10]["is_home"]) == ("ATL", "CHI", True)


def test_nobody_is_recent_after_ten_games_without_him():
    league = League()
    league.game(TODAY, "ATL", "BOS")
    play(league, days_ago(20), ("ATL", five(10) | {15: {}}), ("BOS", five(20)))
    for days in range(19, 10, -1):
        play(league, days_ago(days), ("ATL", five(10)), ("BOS", five(20)))

    assert 15 in context_of(league)
    play(league, days_ago(10), ("ATL", five(10)), ("BOS", five(20)))
    assert 15 not in context_of(league)


def test_a_traded_player_belongs_to_the_team_that_listed_him_last():
    league = League()
    play(league, days_ago(4), ("ATL", five(10) | {15: {}}), ("BOS", five(20)))
    play(league, days_ago(2), ("ATL", five(10)), ("CHI", five(30) | {15: {"status": "INACTIVE"}}))
    league.game(TODAY, "ATL", "BOS")

    assert 15 not in context_of(league)


def test_a_line_and_the_report_bring_in_others():
    league = League()
    play(league, days_ago(4), ("DAL", five(40)), ("BOS", five(20)))
    play(league, days_ago(2), ("ATL", five(10) | {16: {"status": "INACTIVE"}}), ("CHI", five(30)))
    game = league.game(TODAY, "ATL", "BOS")
    morning = eastern(TODAY, time(10))
    league.quote(game, 40, 12.5, morning)
    league.quote(game, 16, 5.5, morning)
    league.report(game, "BOS", 41, "OUT", morning)

    rows = context_of(league)

    assert (rows[40]["expected_because"], rows[40]["team"], rows[40]["is_home"]) == ("line", None, None)
    assert (rows[16]["expected_because"], rows[16]["team"]) == ("line", "ATL")
    assert (rows[41]["expected_because"], rows[41]["team"], rows[41]["injury_status"]) == (
        "injury_report",
        "BOS",
        "out",
    )
    assert (rows[40]["points_line"], rows[40]["spread"], rows[41]["points_line"]) == (12.5, None, None)


def test_a_name_that_is_nobodys_is_set_aside():
    league = League()
    play(league, days_ago(2), ("ATL", five(10)), ("BOS", five(20)))
    game = league.game(TODAY, "ATL", "BOS")
    league.quote(game, 10, 12.5, eastern(TODAY, time(10)))
    league.quote(game, 77, 12.5, eastern(TODAY, time(10)))

    assert 77 not in context_of(league)
    assert said(league.tables(), CONTEXTS[0], Days.only(TODAY), asked="set_aside") == [
        {
            "game_date": TODAY,
            "game_id": game,
            "reason": "nobody of this name was in a boxscore before",
            "item": "player77",
        }
    ]


def test_a_postponed_game_expects_nobody():
    league = League()
    play(league, days_ago(2), ("ATL", five(10)), ("BOS", five(20)))
    league.game(TODAY, "ATL", "BOS", postponed=True)

    assert context_of(league) == {}
    for name in CONTEXTS:
        assert said(before_games(league), name, Days.only(TODAY), asked="expected_games") == []


def test_games_of_teams_without_a_history_need_no_players():
    league = League()
    play(league, days_ago(2), ("ATL", five(10)), ("BOS", five(20)))
    known = league.game(TODAY, "ATL", "CHI")
    league.game(TODAY, "DAL", "MIA")

    expected = said(league.tables(), CONTEXTS[0], Days.only(TODAY), asked="expected_games")

    assert expected == [{"game_date": TODAY, "game_id": known}]


# Before the game: what is known of them.


def test_rest_and_load_count_from_the_players_own_appearances():
    league = League()
    for days in (14, 8, 7, 3, 1):
        rested = {11: {"status": "DNP"}} if days == 1 else {}
        play(league, days_ago(days), ("ATL", five(10) | rested), ("BOS", five(20)))
    league.game(TODAY, "ATL", "BOS")

    rows = context_of(league)

    assert (rows[10]["days_rest"], rows[10]["back_to_back"]) == (0, True)
    assert (rows[11]["days_rest"], rows[11]["back_to_back"]) == (2, False)
    assert (rows[10]["games_last_7"], rows[10]["minutes_last_7"]) == (3, 144.0)
    assert (rows[10]["games_last_14"], rows[10]["minutes_last_14"]) == (5, 240.0)
    assert (rows[10]["games_this_season"], rows[11]["games_this_season"]) == (5, 4)


def test_last_seasons_games_are_none_of_this_season():
    league = League()
    play(league, date(2025, 4, 10), ("ATL", five(10)), ("BOS", five(20)), season=2024)
    league.game(TODAY, "ATL", "BOS")

    row = context_of(league)[10]

    assert (row["games_this_season"], row["games_last_14"], row["minutes_last_14"]) == (0, 0, 0.0)
    assert row["minutes_rank"] is None
    assert row["days_rest"] == (TODAY - date(2025, 4, 10)).days - 1


def test_lines_count_until_the_first_tipoff_of_the_day():
    league = League()
    play(league, days_ago(2), ("ATL", five(10)), ("BOS", five(20)))
    league.game(TODAY, "CHI", "DAL", time(13))
    late = league.game(TODAY, "ATL", "BOS", time(22))
    league.quote(late, 10, 20.5, eastern(TODAY, time(9)))
    league.quote(late, 10, 21.5, eastern(TODAY, time(12, 59)))
    league.quote(late, 10, 25.5, eastern(TODAY, time(13)))

    row = context_of(league)[10]

    assert (row["points_line"], row["opening_line"], row["line_move"]) == (21.5, 20.5, 1.0)
    assert (row["over_price"], row["under_price"], row["market_over_probability"]) == (-110, -110, 0.5)


def test_spread_is_told_from_the_players_side():
    league = League()
    play(league, days_ago(2), ("ATL", five(10)), ("BOS", five(20)))
    league.spread(league.game(TODAY, "ATL", "BOS"), -6.5, 224.0)

    rows = context_of(league)

    assert (rows[10]["spread"], rows[20]["spread"], rows[10]["total"]) == (-6.5, 6.5, 224.0)


def test_the_latest_report_before_the_first_tipoff_counts():
    league = League()
    play(league, days_ago(2), ("ATL", five(10)), ("BOS", five(20)))
    game = league.game(TODAY, "ATL", "BOS", time(19))
    for player, status, hour in [(10, "OUT", 9), (10, "PROBABLE", 17), (11, "DOUBTFUL", 9), (12, "OUT", 20)]:
        league.report(game, "ATL", player, status, eastern(TODAY, time(hour)))

    rows = context_of(league)

    assert (rows[10]["injury_status"], rows[11]["injury_status"]) == ("probable", "available")
    assert (rows[12]["injury_status"], rows[20]["injury_status"]) == ("available", "available")


def test_without_a_report_nobody_is_called_available():
    league = League()
    play(league, days_ago(2), ("ATL", five(10)), ("BOS", five(20)))
    game = league.game(TODAY, "ATL", "BOS")
    assert context_of(league)[10]["injury_status"] is None

    league.report(game, "ATL", 10, "OUT", eastern(TODAY, time(9)))
    league.report(game, "BOS", None, "NOT_SUBMITTED", eastern(TODAY, time(9)))
    rows = context_of(league)

    assert (rows[11]["injury_status"], rows[11]["star_teammates_out"]) == ("available", 1)
    assert (rows[20]["injury_status"], rows[20]["star_teammates_out"]) == (None, None)


def test_a_star_is_missing_to_his_teammates_not_to_himself():
    league = League()
    stars = {10: {"points": 30}, 11: {"points": 18}, 12: {"points": 17}}
    play(league, days_ago(2), ("ATL", five(10) | stars), ("BOS", five(20)))
    game = league.game(TODAY, "ATL", "BOS")
    for player, status in [(10, "OUT"), (11, "DOUBTFUL"), (12, "OUT"), (13, "QUESTIONABLE")]:
        league.report(game, "ATL", player, status, eastern(TODAY, time(9)))

    missing = {player: row["star_teammates_out"] for player, row in context_of(league).items()}

    assert missing == {10: 1, 11: 1, 12: 2, 13: 2, 14: 2} | dict.fromkeys(five(20), 0)


# Before the game: the teams.


def test_a_team_comes_with_its_rest_record_and_streak():
    league = League()
    for days, home_score in [(6, 80), (4, 120), (3, 120), (1, 120)]:
        play(league, days_ago(days), ("ATL", five(10)), ("BOS", five(20)), home_score=home_score)
    league.spread(league.game(TODAY, "BOS", "ATL"), 4.0, 230.0)

    teams = context_of(league, "upcoming_team_game_context")

    atlanta = teams["ATL"]
    assert (atlanta["wins_this_season"], atlanta["losses_this_season"], atlanta["streak"]) == (3, 1, 3)
    assert (teams["BOS"]["wins_this_season"], teams["BOS"]["streak"]) == (1, -3)
    assert (atlanta["days_since_last_game"], atlanta["back_to_back"], atlanta["games_last_7"]) == (1, True, 4)
    assert (atlanta["spread"], atlanta["total"], atlanta["implied_points"]) == (-4.0, 230.0, 117.0)
    assert teams["BOS"]["implied_points"] == 113.0


def test_a_new_season_begins_at_nothing():
    league = League()
    play(league, date(2025, 4, 10), ("ATL", five(10)), ("BOS", five(20)), season=2024)
    league.game(TODAY, "ATL", "MIA")

    teams = context_of(league, "upcoming_team_game_context")

    assert [teams["ATL"][name] for name in ("wins_this_season", "losses_this_season", "streak")] == [0, 0, 0]
    assert (teams["MIA"]["days_since_last_game"], teams["MIA"]["back_to_back"]) == (None, False)


def test_starters_out_are_of_the_five_with_most_minutes():
    league = League()
    bench = {15: {"minutes": 5.0}}
    play(league, days_ago(2), ("ATL", five(10) | bench), ("BOS", five(20)))
    game = league.game(TODAY, "ATL", "BOS")
    league.game(TODAY, "CHI", "DAL")
    for player, status in [(10, "OUT"), (11, "DOUBTFUL"), (12, "QUESTIONABLE"), (15, "OUT")]:
        league.report(game, "ATL", player, status, eastern(TODAY, time(9)))

    teams = context_of(league, "upcoming_team_game_context")

    assert {team: row["starters_out"] for team, row in teams.items()} == {"ATL": 2, "BOS": 0, "CHI": None, "DAL": None}
