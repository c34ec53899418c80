"""An incomplete game is held back whole, with the reason; every player is kept or set aside by name."""

from __future__ import annotations

from datetime import date

import ibis
import ibis.expr.types as ir
import pytest
from raw_days import GAME, OTHER_GAME, Rows, answer, real, said, scheduled

from nba_pipeline.game_day import Days
from nba_pipeline.tables.raw import player_boxscores, team_boxscores


def sheet(team: str, points: int, first_id: int, game: str = GAME) -> Rows:
    """Eight players with 30 minutes each; one of them scores all the points."""
    return [
        {
            "game_id": game,
            "team": team,
            "player_id": first_id + number,
            "player_name": f"{team} {number}",
            "player_lookup": f"{team}{number}",
            "status": "PLAYED",
            "minutes": 30.0,
            "points": points if number == 0 else 0,
        }
        for number in range(8)
    ]


def full_game() -> Rows:
    return [*sheet("BOS", 100, 10), *sheet("NYK", 90, 20)]


def boxscore_faults(sheets: Rows, games: ir.Table | None = None) -> dict[str, str]:
    games = scheduled() if games is None else games
    built = player_boxscores.player_boxscores(answer("player_boxscores", sheets), games)
    found = said(player_boxscores.held_back, rows=ibis.memtable(built.to_pyarrow()), schedule=games)
    return {fault["game_id"]: fault["reason"] for fault in found}


def test_a_complete_game_is_not_held_back():
    assert boxscore_faults(full_game()) == {}


def test_the_schedule_tells_whom_a_player_met():
    rows = said(
        player_boxscores.player_boxscores,
        answer=answer("player_boxscores", full_game()),
        schedule=scheduled(),
    )

    assert {(row["team"], row["opponent"], row["is_home"]) for row in rows} == {
        ("BOS", "NYK", True),
        ("NYK", "BOS", False),
    }


@pytest.mark.parametrize("overtimes", [0, 1, 4])
def test_overtimes_are_no_fault(overtimes):
    longer = [{**row, "minutes": 30 + overtimes * 25 / 8} for row in full_game()]
    assert boxscore_faults(longer) == {}


def changed(rows: Rows, player_id: int, **values) -> Rows:
    return [{**row, **values} if row["player_id"] == player_id else row for row in rows]


@pytest.mark.parametrize(
    ("sheets", "reason"),
    [
        ([{**row, "minutes": 0.0} for row in full_game()], "rosters only: BOS has 0 players with minutes"),
        (sheet("BOS", 100, 10), "rosters only: NYK has 0 players with minutes"),
        (
            changed(full_game(), 10, points=98),
            "BOS has 98 points in the boxscore, the final score is 100",
        ),
        (
            changed(full_game(), 21, minutes=40.0),
            "the minutes of NYK add up to 250, not to 240 and 25 for each overtime",
        ),
        (
            changed(full_game(), 21, minutes=20.0),
            "the minutes of NYK add up to 230, not to 240 and 25 for each overtime",
        ),
        (
            [{**row, "game_id": "0022599999"} for row in full_game()],
            "the game is not on the day's schedule",
        ),
        ([*full_game(), *sheet("MIA", 0, 30)[:1]], "MIA does not play in this game"),
    ],
)
def test_an_incomplete_boxscore_holds_its_game_back(sheets, reason):
    assert list(boxscore_faults(sheets).values()) == [reason]


def test_a_boxscore_before_the_final_whistle_is_held_back():
    early = scheduled({"status": "IN_PROGRESS", "home_score": None, "away_score": None})
    assert boxscore_faults(full_game(), early) == {GAME: "the schedule does not say that the game is over"}


def test_the_same_game_under_two_ids_is_held_back_twice():
    twin = {"game_id": OTHER_GAME, "home_team": "NYK", "away_team": "BOS", "home_score": 90, "away_score": 100}
    sheets = [*full_game(), *[{**row, "game_id": OTHER_GAME} for row in full_game()]]

    faults = boxscore_faults(sheets, scheduled({}, twin))

    reason = "BOS has boxscores in two games of the day: the same game under two ids?"
    assert faults == {GAME: reason, OTHER_GAME: reason}


def test_a_player_in_two_games_of_a_day_holds_both_back():
    other = {"game_id": OTHER_GAME, "home_team": "MIA", "away_team": "ORL"}
    sheets = [*full_game(), *sheet("MIA", 100, 30, OTHER_GAME), *sheet("ORL", 90, 20, OTHER_GAME)]

    faults = boxscore_faults(sheets, scheduled({}, other))

    assert set(faults) == {GAME, OTHER_GAME}
    assert faults[GAME] == "NYK 0 appears in two games of the day"


def test_an_inactive_player_without_an_id_is_set_aside_by_name():
    nobody = {"game_id": GAME, "team": "NYK", "player_name": "Boo Buie III", "player_lookup": "boobuie"}
    sheets = answer("player_boxscores", [*full_game(), nobody | {"status": "INACTIVE"}])

    kept = said(player_boxscores.player_boxscores, answer=sheets, schedule=scheduled())
    [left_out] = said(player_boxscores.set_aside, answer=sheets)

    assert len(kept) == 16
    assert (left_out["item"], left_out["reason"]) == ("Boo Buie III", "the source gives no player id")


def test_every_game_that_is_not_postponed_is_expected():
    games = scheduled({}, {"game_id": OTHER_GAME, "postponed": True})
    assert [row["game_id"] for row in said(player_boxscores.expected_games, schedule=games)] == [GAME]


def test_a_team_boxscore_tells_who_won_and_holds_back_half_a_game():
    games = scheduled()
    teams = answer("team_boxscores", [{"game_id": GAME, "team": "NYK", "points": 90}])

    built = team_boxscores.team_boxscores(teams, games)

    [row] = built.to_pyarrow().to_pylist()
    assert (row["opponent"], row["opponent_points"], row["won"]) == ("BOS", 100, False)
    [fault] = said(team_boxscores.held_back, rows=ibis.memtable(built.to_pyarrow()), schedule=games)
    assert fault["reason"] == "no boxscore of BOS"


def test_no_real_boxscore_is_held_back(archive_dir):
    days = Days(date(2025, 10, 1), date(2026, 1, 31))
    games = real(archive_dir, "schedule", days)
    sheets = real(archive_dir, "player_boxscores", days)

    built = ibis.memtable(player_boxscores.player_boxscores(sheets, games).to_pyarrow())

    assert said(player_boxscores.held_back, rows=built, schedule=games) == []
    assert built.game_id.nunique().execute() == 729
