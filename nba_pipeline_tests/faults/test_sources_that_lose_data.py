"""Boxscores that are lost, empty, doubled, misfiled or garbled are named, and never pass for complete."""

from __future__ import annotations

from league_desk import TODAY, Desk

from nba_pipeline.systems.roster import SYSTEMS
from nba_pipeline.warehouse.receipts import State


def test_a_whole_day_is_complete(desk: Desk) -> None:
    assert desk.morning(TODAY).exit_code == 0
    assert desk.morning_after(TODAY).exit_code == 0

    receipt = desk.look("player_boxscores", TODAY).receipts[0]
    assert (receipt.state, receipt.rows) == (State.COMPLETE, 36)
    assert len(desk.rows("prediction_accuracy", TODAY)) == 36 * len(SYSTEMS)


def test_a_final_game_without_boxscores_is_named_and_the_others_are_published(desk: Desk) -> None:
    lost, kept = desk.league.games(TODAY)
    desk.league.lose_boxscores(of=lost)
    desk.morning(TODAY)

    outcome = desk.morning_after(TODAY)

    assert outcome.exit_code == 1
    receipt = desk.look("player_boxscores", TODAY).receipts[0]
    assert receipt.state is State.DEGRADED
    assert [gap.game_id for gap in receipt.gaps] == [lost.game_id]
    assert {row["game_id"] for row in desk.rows("player_boxscores", TODAY)} == {kept.game_id}
    assert ("nba_raw/player_boxscores", "contract_holds") in {(f.asset, f.check) for f in outcome.findings}


def test_a_lost_boxscore_is_a_gap_of_the_grades_and_never_a_void(desk: Desk) -> None:
    lost, kept = desk.league.games(TODAY)
    desk.morning(TODAY)
    desk.league.lose_boxscores(of=lost)

    desk.morning_after(TODAY)

    grades = desk.look("prediction_accuracy", TODAY).receipts[0]
    assert grades.state is State.DEGRADED
    assert [gap.game_id for gap in grades.gaps] == [lost.game_id]
    assert {row["game_id"] for row in desk.rows("prediction_accuracy", TODAY)} == {kept.game_id}
    assert "VOID" not in {row["outcome"] for row in desk.rows("prediction_accuracy", TODAY)}


def test_a_lost_boxscore_that_arrives_later_completes_the_day(desk: Desk) -> None:
    desk.morning(TODAY)
    desk.league.lose_boxscores(of=desk.league.games(TODAY)[0])
    desk.morning_after(TODAY)

    desk.league.heal()
    outcome = desk.morning_after(TODAY)

    assert outcome.exit_code == 0
    assert len(desk.rows("prediction_accuracy", TODAY)) == 36 * len(SYSTEMS)


def test_rosters_without_minutes_are_held_back(desk: Desk) -> None:
    empty, kept = desk.league.games(TODAY)
    desk.morning(TODAY)
    desk.league.send_rosters_only(of=empty)

    outcome = desk.morning_after(TODAY)

    assert outcome.exit_code == 1
    (gap,) = desk.look("player_boxscores", TODAY).receipts[0].gaps
    assert gap.game_id == empty.game_id
    assert gap.reason.startswith("rosters only")
    assert {row["game_id"] for row in desk.rows("player_boxscores", TODAY)} == {kept.game_id}


def test_a_game_under_two_ids_is_not_counted_twice(desk: Desk) -> None:
    game = desk.league.games(TODAY)[0]
    desk.morning(TODAY)
    desk.league.double(game)

    outcome = desk.morning_after(TODAY)

    assert outcome.exit_code == 1
    gaps = {gap.game_id: gap.reason for gap in desk.look("player_boxscores", TODAY).receipts[0].gaps}
    assert gaps[game.game_id[::-1]] == "the game is not on the day's schedule"
    assert len(desk.rows("player_boxscores", TODAY)) == 36


def test_a_late_game_filed_under_the_next_day_is_refused(desk: Desk) -> None:
    before = desk.look("player_boxscores", TODAY).receipts
    desk.league.file_under_the_next_day(desk.league.games(TODAY)[1])

    outcome = desk.morning_after(TODAY)

    assert outcome.exit_code == 2
    assert any("2026-01-16" in failure for failure in outcome.failures)
    assert desk.look("player_boxscores", TODAY).receipts == before == []


def test_an_answer_that_is_no_answer_publishes_nothing(desk: Desk) -> None:
    desk.league.bodies["player_boxscores"] = b"<html><body>502 Bad Gateway</body></html>"

    outcome = desk.morning_after(TODAY)

    assert outcome.exit_code == 2
    assert any("not what the league sends" in failure for failure in outcome.failures)
    assert TODAY in desk.look("player_boxscores", TODAY).unverified


def test_a_truncated_answer_publishes_nothing(desk: Desk) -> None:
    whole = desk.league.fetch("player_boxscores", desk.league.days, desk.clock.now())[0].body
    desk.league.bodies["player_boxscores"] = whole[: len(whole) // 2]

    assert desk.morning_after(TODAY).exit_code == 2
    assert TODAY in desk.look("player_boxscores", TODAY).unverified


def test_an_outage_is_a_failure_and_says_so(desk: Desk) -> None:
    desk.league.outage = "the league does not answer: connection refused"

    outcome = desk.morning_after(TODAY)

    assert outcome.exit_code == 2
    assert outcome.failures[0].endswith("the league does not answer: connection refused")
    assert outcome.silent == []
