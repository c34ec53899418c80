"""A boxscore that is corrected days later: the grades follow it, and what they were is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from league_desk import TODAY, Desk

from nba_pipeline.game_day import Days
from nba_pipeline.tables.predictions.prediction_accuracy import TRACE
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine

GAME_DAY = TODAY - timedelta(days=1)
PLAYER, TEAMMATE = 1000, 1001  # of Boston, in the first game


def change_cells(player: int, change: Callable[[dict], dict]) -> Callable[[list[dict]], list[dict]]:
    def mutate(rows: list[dict]) -> list[dict]:
        return [row | change(row) if row["player_id"] == player else row for row in rows]

    return mutate


def give_a_basket_to_his_teammate(desk: Desk) -> None:
    """Two points less for the one, two more for the other: the team's score stays what it was."""
    for player, sign in ((PLAYER, -1), (TEAMMATE, 1)):
        desk.league.change(
            "player_boxscores",
            change_cells(
                player,
                lambda row, sign=sign: {
                    "fgm": row["fgm"] + sign, "fga": row["fga"] + sign, "points": row["points"] + 2 * sign,
                },
            ),
        )  # fmt: skip


def kept(desk: Desk) -> list[dict]:
    with desk.pipeline.open_engine() as engine:
        entries = engine.fetch(engine.entries(TRACE, Days.only(GAME_DAY)))
    key = ("revision", "player_id", "system_id")
    return entries.sort_by([(column, "ascending") for column in key]).to_pylist()


def grades(desk: Desk) -> dict[tuple[int, str], dict]:
    return {(row["player_id"], row["system_id"]): row for row in desk.rows("prediction_accuracy", GAME_DAY)}


def test_a_corrected_boxscore_leaves_the_old_grade_beside_the_new_one(desk: Desk) -> None:
    were = grades(desk)
    give_a_basket_to_his_teammate(desk)

    outcome = desk.run("postgame", GAME_DAY)

    are, changed = grades(desk), kept(desk)
    assert outcome.exit_code == 0
    assert {row["player_id"] for row in changed} == {PLAYER, TEAMMATE}
    assert len(changed) == sum(player in (PLAYER, TEAMMATE) for player, _ in are)
    for row in changed:
        key = (row["player_id"], row["system_id"])
        assert (row["old_actual_points"], row["old_outcome"]) == (were[key]["actual_points"], were[key]["outcome"])
        assert (row["new_actual_points"], row["new_outcome"]) == (are[key]["actual_points"], are[key]["outcome"])
        assert row["new_actual_points"] - row["old_actual_points"] == (-2 if row["player_id"] == PLAYER else 2)
        assert (row["run_id"], row["revision"]) == (outcome.run_id, 2)
        assert row["reason"] == "player_game_summary changed"


def test_a_day_graded_again_without_a_correction_adds_nothing(desk: Desk) -> None:
    give_a_basket_to_his_teammate(desk)
    desk.run("postgame", GAME_DAY)
    after_the_correction = kept(desk)

    desk.run("postgame", GAME_DAY)

    assert kept(desk) == after_the_correction != []


def test_a_day_graded_for_the_first_time_has_nothing_to_keep(desk: Desk) -> None:
    assert len(grades(desk)) > 0
    assert kept(desk) == []


def test_the_grades_of_a_game_that_is_held_back_are_kept_as_taken_back(desk: Desk) -> None:
    game = desk.league.games(GAME_DAY)[0]
    were = [row for row in grades(desk).values() if row["game_id"] == game.game_id]
    desk.league.send_rosters_only(game)

    desk.pipeline.accept_shrink = "the boxscore was withdrawn"
    desk.run("postgame", GAME_DAY)

    changed = kept(desk)
    assert {row["game_id"] for row in changed} == {game.game_id}
    assert len(changed) == len(were) > 0
    assert {row["new_outcome"] for row in changed} == {None}


def test_a_correction_that_is_not_published_keeps_no_trace(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Trace and grades are written in one transaction: a killed or failed publication leaves neither."""
    give_a_basket_to_his_teammate(desk)
    honest = DuckDBEngine._prove

    def broken(engine: DuckDBEngine, replacement, written) -> None:
        if replacement.table.short_name == "prediction_accuracy":
            raise RuntimeError("the disk is full")
        honest(engine, replacement, written)

    monkeypatch.setattr(DuckDBEngine, "_prove", broken)

    outcome = desk.run("postgame", GAME_DAY)

    assert outcome.exit_code == 2
    assert kept(desk) == []


def test_the_corrected_grades_are_those_of_a_league_that_never_erred(desk: Desk) -> None:
    """The trace is beside the table, not in it: how often a day was made leaves no mark on its content."""
    original = desk.hashes(GAME_DAY)["nba_predictions.prediction_accuracy"]
    give_a_basket_to_his_teammate(desk)
    desk.run("postgame", GAME_DAY)
    corrected = desk.hashes(GAME_DAY)["nba_predictions.prediction_accuracy"]

    desk.league.heal()
    desk.run("postgame", GAME_DAY)

    assert desk.hashes(GAME_DAY)["nba_predictions.prediction_accuracy"] == original != corrected
