"""What is known before a game: who is expected to play it, how rested, and what market and reports say."""

from __future__ import annotations

from datetime import date, time

from small_league import CONTEXTS, TODAY, League, Tables, days_ago, five, made_from, said

from nba_pipeline.game_day import Days, eastern
from nba_pipeline.registry import table

PLAYERS, TEAMS = CONTEXTS


def context_of(league: League, name: str = PLAYERS) -> dict:
    """Today's rows by player or team; the players' are made first, as in the daily run."""
    rows = said(before_games(league), name, Days.only(TODAY))
    return {row[table(name).contract.key[-1]]: row for row in rows}


def before_games(league: League) -> Tables:
    tables = league.tables()
    return tables | {PLAYERS: made_from(tables, PLAYERS, Days.only(TODAY))}


# Who is expected.


def test_recent_players_are_expected_and_those_of_other_teams_are_not():
    league = League()
    league.play(days_ago(3), ("ATL", five(10)), ("BOS", five(20)))
    league.game(TODAY, "ATL", "CHI")

    rows = context_of(league)

    assert set(rows) == set(five(10))
    assert {row["expected_because"] for row in rows.values()} == {"recent"}
    assert (rows[10]["team"], rows[10]["opponent"], rows[10]["is_home"]) == ("ATL", "CHI", True)


def test_nobody_is_recent_after_ten_games_without_him():
    league = League()
    league.game(TODAY, "ATL", "BOS")
    league.play(days_ago(20), ("ATL", five(10) | {15: {}}), ("BOS", five(20)))
    for days in range(19, 10, -1):
        league.play(days_ago(days), ("ATL", five(10)), ("BOS", five(20)))

    assert 15 in context_of(league)
    league.play(days_ago(10), ("ATL", five(10)), ("BOS", five(20)))
    assert 15 not in context_of(league)


def test_a_traded_player_is_expected_where_he_has_appeared_and_was_listed_last():
    league = League()
    league.play(days_ago(6), ("ATL", five(10) | {15: {}}), ("BOS", five(20)))
    league.play(days_ago(4), ("ATL", five(10)), ("CHI", five(30) | {15: {"status": "INACTIVE"}}))
    league.game(TODAY, "ATL", "BOS")
    league.game(TODAY, "CHI", "DAL")
    assert 15 not in context_of(league)

    league.play(days_ago(2), ("BOS", five(20)), ("CHI", five(30) | {15: {}}))
    assert context_of(league)[15]["team"] == "CHI"


def test_a_player_who_comes_back_to_a_team_is_expected_once_he_has_appeared_again():
    league = League()
    league.play(days_ago(50), ("CHI", five(30) | {15: {}}), ("DAL", five(40)))
    for days in range(40, 30, -1):
        league.play(days_ago(days), ("CHI", five(30)), ("DAL", five(40)))
    league.play(days_ago(6), ("ATL", five(10) | {15: {}}), ("BOS", five(20)))
    league.play(days_ago(4), ("ATL", five(10)), ("CHI", five(30) | {15: {"status": "INACTIVE"}}))
    league.game(TODAY, "CHI", "DAL")

    assert 15 not in context_of(league)


def test_an_appearance_counts_on_a_day_when_another_team_lists_him_too():
    league = League()
    league.play(days_ago(1), ("CHI", five(30) | {15: {"status": "INACTIVE"}}), ("DAL", five(40)))
    league.play(days_ago(1), ("LAL", five(10) | {15: {}}), ("MIA", five(20)))
    league.game(TODAY, "LAL", "BOS")

    assert (context_of(league)[15]["team"], context_of(league)[15]["days_rest"]) == ("LAL", 0)


def test_a_line_and_the_report_bring_in_others():
    league = League()
    league.play(days_ago(4), ("DAL", five(40)), ("BOS", five(20)))
    league.play(days_ago(2), ("ATL", five(10) | {16: {"status": "INACTIVE"}}), ("CHI", five(30)))
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
    league.play(days_ago(2), ("ATL", five(10)), ("BOS", five(20)))
    game = league.game(TODAY, "ATL", "BOS")
    league.quote(game, 10, 12.5, eastern(TODAY, time(10)))
    league.quote(game, 77, 12.5, eastern(TODAY, time(10)))

    assert 77 not in context_of(league)
    assert said(league.tables(), PLAYERS, Days.only(TODAY), asked="set_aside") == [
        {
            "game_date": TODAY,
            "game_id": game,
            "reason": "nobody of this name was in a boxscore before",
            "item": "player77",
        }
    ]


def test_a_postponed_game_expects_nobody():
    league = League()
    league.play(days_ago(2), ("ATL", five(10)), ("BOS", five(20)))
    league.game(TODAY, "ATL", "BOS", postponed=True)

    assert context_of(league) == {}
    for name in CONTEXTS:
        assert said(before_games(league), name, Days.only(TODAY), asked="expected_games") == []


def test_games_of_teams_without_a_history_need_no_players():
    league = League()
    league.play(days_ago(2), ("ATL", five(10)), ("BOS", five(20)))
    known = league.game(TODAY, "ATL", "CHI")
    league.game(TODAY, "DAL", "MIA")

    expected = said(league.tables(), PLAYERS, Days.only(TODAY), asked="expected_games")

    assert expected == [{"game_date": TODAY, "game_id": known}]


# What is known of them.


def test_rest_and_load_count_from_the_players_own_appearances():
    league = League()
    for days in (14, 8, 7, 3, 1):
        rested = {11: {"status": "DNP"}} if days == 1 else {}
        league.play(days_ago(days), ("ATL", five(10) | rested), ("BOS", five(20)))
    league.game(TODAY, "ATL", "BOS")

    rows = context_of(league)

    assert (rows[10]["days_rest"], rows[10]["back_to_back"]) == (0, True)
    assert (rows[11]["days_rest"], rows[11]["back_to_back"]) == (2, False)
    assert (rows[10]["games_last_7"], rows[10]["minutes_last_7"]) == (3, 144.0)
    assert (rows[10]["games_last_14"], rows[10]["minutes_last_14"]) == (5, 240.0)
    assert (rows[10]["games_this_season"], rows[11]["games_this_season"]) == (5, 4)


def test_last_seasons_games_are_none_of_this_season():
    league = League()
    league.play(date(2025, 4, 10), ("ATL", five(10)), ("BOS", five(20)), season=2024)
    league.game(TODAY, "ATL", "BOS")

    row = context_of(league)[10]

    assert (row["games_this_season"], row["games_last_14"], row["minutes_last_14"]) == (0, 0, 0.0)
    assert row["minutes_rank"] is None
    assert row["days_rest"] == (TODAY - date(2025, 4, 10)).days - 1

    league.play(days_ago(2), ("ATL", five(10)), ("BOS", five(20)))
    assert context_of(league)[10]["games_this_season"] == 1


def test_lines_count_until_the_last_call_of_the_day():
    league = League()
    league.play(days_ago(2), ("ATL", five(10)), ("BOS", five(20)))
    league.game(TODAY, "CHI", "DAL", time(13))
    late = league.game(TODAY, "ATL", "BOS", time(22))
    league.quote(late, 10, 20.5, eastern(TODAY, time(9)))
    league.quote(late, 10, 21.5, eastern(TODAY, time(12, 44)))
    league.quote(late, 10, 25.5, eastern(TODAY, time(12, 45)))

    row = context_of(league)[10]

    assert (row["points_line"], row["opening_line"], row["line_move"]) == (21.5, 20.5, 1.0)
    assert (row["over_price"], row["under_price"], row["market_over_probability"]) == (-110, -110, 0.5)


def test_spread_is_told_from_the_players_side():
    league = League()
    league.play(days_ago(2), ("ATL", five(10)), ("BOS", five(20)))
    league.spread(league.game(TODAY, "ATL", "BOS"), -6.5, 224.0)

    rows = context_of(league)

    assert (rows[10]["spread"], rows[20]["spread"], rows[10]["total"]) == (-6.5, 6.5, 224.0)


def test_the_latest_report_before_last_call_counts():
    league = League()
    league.play(days_ago(2), ("ATL", five(10)), ("BOS", five(20)))
    game = league.game(TODAY, "ATL", "BOS", time(19))
    for player, status, hour in [(10, "OUT", 9), (10, "PROBABLE", 17), (11, "DOUBTFUL", 9), (12, "OUT", 20)]:
        league.report(game, "ATL", player, status, eastern(TODAY, time(hour)))

    rows = context_of(league)

    assert (rows[10]["injury_status"], rows[11]["injury_status"]) == ("probable", "available")
    assert (rows[12]["injury_status"], rows[20]["injury_status"]) == ("available", "available")


def test_without_a_report_nobody_is_called_available():
    league = League()
    league.play(days_ago(2), ("ATL", five(10)), ("BOS", five(20)))
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
    league.play(days_ago(2), ("ATL", five(10) | stars), ("BOS", five(20)))
    game = league.game(TODAY, "ATL", "BOS")
    for player, status in [(10, "OUT"), (11, "DOUBTFUL"), (12, "OUT"), (13, "QUESTIONABLE")]:
        league.report(game, "ATL", player, status, eastern(TODAY, time(9)))

    missing = {player: row["star_teammates_out"] for player, row in context_of(league).items()}

    assert missing == {10: 1, 11: 1, 12: 2, 13: 2, 14: 2} | dict.fromkeys(five(20), 0)


# The teams.


def test_a_team_comes_with_its_rest_record_and_streak():
    league = League()
    for days, home_score in [(6, 80), (4, 120), (3, 120), (1, 120)]:
        league.play(days_ago(days), ("ATL", five(10)), ("BOS", five(20)), home_score=home_score)
    league.spread(league.game(TODAY, "BOS", "ATL"), 4.0, 230.0)

    teams = context_of(league, TEAMS)

    atlanta = teams["ATL"]
    assert (atlanta["wins_this_season"], atlanta["losses_this_season"], atlanta["streak"]) == (3, 1, 3)
    assert (teams["BOS"]["wins_this_season"], teams["BOS"]["streak"]) == (1, -3)
    assert (atlanta["days_since_last_game"], atlanta["back_to_back"], atlanta["games_last_7"]) == (1, True, 4)
    assert (atlanta["spread"], atlanta["total"], atlanta["implied_points"]) == (-4.0, 230.0, 117.0)
    assert teams["BOS"]["implied_points"] == 113.0


def test_a_new_season_begins_at_nothing():
    league = League()
    league.play(date(2025, 4, 10), ("ATL", five(10)), ("BOS", five(20)), season=2024)
    league.game(TODAY, "ATL", "MIA")

    teams = context_of(league, TEAMS)

    assert [teams["ATL"][name] for name in ("wins_this_season", "losses_this_season", "streak")] == [0, 0, 0]
    assert (teams["MIA"]["days_since_last_game"], teams["MIA"]["back_to_back"]) == (None, False)


def test_starters_out_are_of_the_five_with_most_minutes():
    league = League()
    bench = {15: {"minutes": 5.0}}
    league.play(days_ago(2), ("ATL", five(10) | bench), ("BOS", five(20)))
    game = league.game(TODAY, "ATL", "BOS")
    league.game(TODAY, "CHI", "DAL")
    for player, status in [(10, "OUT"), (11, "DOUBTFUL"), (12, "QUESTIONABLE"), (15, "OUT")]:
        league.report(game, "ATL", player, status, eastern(TODAY, time(9)))

    teams = context_of(league, TEAMS)

    assert {team: row["starters_out"] for team, row in teams.items()} == {"ATL": 2, "BOS": 0, "CHI": None, "DAL": None}


def test_a_traded_player_is_expected_where_his_line_is_and_nowhere_else():
    league = League()
    league.play(days_ago(2), ("ATL", five(10)), ("BOS", five(20)))
    league.play(days_ago(2), ("CHI", five(30)), ("DAL", five(40)))
    league.game(TODAY, "ATL", "BOS")
    new_teams_game = league.game(TODAY, "CHI", "DAL")
    league.quote(new_teams_game, 10, 20.5, eastern(TODAY, time(9)))

    rows = [row for row in said(before_games(league), PLAYERS, Days.only(TODAY)) if row["player_id"] == 10]

    assert [(row["game_id"], row["points_line"]) for row in rows] == [(new_teams_game, 20.5)]
