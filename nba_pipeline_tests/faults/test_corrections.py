"""What a source corrects days later is published again with the reason and regraded; no prediction is rewritten."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from league import Rows
from league_desk import FIRST, TODAY, Desk

from nba_pipeline.contracts import When
from nba_pipeline.game_day import Days, eastern
from nba_pipeline.orchestration.launch import RunOutcome
from nba_pipeline.registry import made
from nba_pipeline.reliability.repairs import repairs_of
from nba_pipeline.warehouse.reading import receipts_of

CORRECTED = date(2026, 1, 12)
YESTERDAY = TODAY - timedelta(days=1)
PREGAME_ONLY = [m.name for m in made(When.PREGAME) if When.POSTGAME not in m.contract.when]


def correct(desk: Desk) -> RunOutcome:
    """The job at 07:00 of TODAY: the seven days up to yesterday against the source."""
    desk.clock.moment = eastern(TODAY, time(7))
    return desk.run("corrections", YESTERDAY)


def revisions(desk: Desk, names: list[str], days: Days) -> set[int]:
    with desk.pipeline.open_engine() as engine:
        return {receipt.revision for receipt in receipts_of(engine, names, days)}


def move_a_basket(desk: Desk) -> tuple[int, int]:
    """The source credits a basket of CORRECTED to a team-mate; the two players."""
    game = desk.league.games(CORRECTED)[0]
    giver, taker = 1001, 1002
    moved = {giver: -2, taker: 2}

    def move(rows: Rows) -> Rows:
        return [
            row | {"points": row["points"] + moved[row["player_id"]], "fgm": row["fgm"] + moved[row["player_id"]] // 2,
                   "fga": row["fga"] + moved[row["player_id"]] // 2}
            if row["game_id"] == game.game_id and row["player_id"] in moved else row
            for row in rows
        ]  # fmt: skip

    desk.league.change("player_boxscores", move)
    return giver, taker


def points(desk: Desk, name: str, column: str) -> dict[int, float]:
    return {row["player_id"]: row[column] for row in desk.rows(name, CORRECTED)}


def test_days_of_which_the_source_says_what_was_published_are_left_alone(desk: Desk) -> None:
    assert correct(desk).exit_code == 0

    everything = [module.name for module in made(When.PREGAME | When.POSTGAME)]
    assert revisions(desk, everything, Days(FIRST, YESTERDAY)) == {1}


def test_a_corrected_boxscore_is_published_and_regraded_days_later_and_says_so(desk: Desk) -> None:
    before = points(desk, "player_boxscores", "points")
    graded_before = points(desk, "prediction_accuracy", "actual_points")
    giver, taker = move_a_basket(desk)

    assert correct(desk).exit_code == 0

    after = points(desk, "player_boxscores", "points")
    assert {player: after[player] - before[player] for player in (giver, taker)} == {giver: -2, taker: 2}
    graded = points(desk, "prediction_accuracy", "actual_points")
    assert {player: graded[player] - graded_before[player] for player in (giver, taker)} == {giver: -2, taker: 2}
    for name in ("player_boxscores", "player_game_summary", "prediction_accuracy"):
        (receipt,) = desk.look(name, CORRECTED).receipts
        assert receipt.reason == "the source changed nba_raw.player_boxscores after 2026-01-15 06:00 Eastern"
    (unchanged,) = desk.look("schedule", CORRECTED).receipts
    assert (unchanged.revision, unchanged.reason) == (2, None)
    with desk.pipeline.open_engine() as engine:
        (repair,) = repairs_of(engine, Days.only(CORRECTED))
    assert (repair.table_name, repair.subject, repair.outcome) == ("nba_raw.player_boxscores", "correction", "REPAIRED")
    assert correct(desk).exit_code == 0
    assert desk.look("schedule", CORRECTED).receipts[0].revision == 2


@pytest.mark.slow
def test_what_was_predicted_is_not_rewritten_and_the_next_prediction_knows_the_correction(desk: Desk) -> None:
    giver, _ = move_a_basket(desk)
    desk.clock.moment = eastern(TODAY, time(6))
    desk.run("pregame", TODAY)
    average = {row["player_id"]: row["points_avg_season"] for row in desk.rows("player_daily_cache", TODAY)}

    correct(desk)

    assert revisions(desk, PREGAME_ONLY, Days(FIRST, YESTERDAY)) == {1}
    desk.morning(TODAY)
    corrected = {row["player_id"]: row["points_avg_season"] for row in desk.rows("player_daily_cache", TODAY)}
    games = sum(len(desk.league.games(day)) > 0 for day in Days(FIRST, YESTERDAY))
    assert round((average[giver] - corrected[giver]) * games) == 2


@pytest.mark.slow
def test_a_correction_may_take_rows_away(desk: Desk) -> None:
    game = desk.league.games(CORRECTED)[0]
    ghost = game.row() | {
        "team": game.home, "player_id": 9999, "player_name": "Nobody", "player_lookup": "nobody", "status": "INACTIVE",
    }  # fmt: skip
    desk.league.change("player_boxscores", lambda rows: [*rows, ghost] if _of(rows, CORRECTED) else rows)
    correct(desk)
    desk.league.heal()

    assert correct(desk).exit_code == 0

    (receipt,) = desk.look("player_boxscores", CORRECTED).receipts
    assert receipt.rows == 36
    assert str(receipt.reason).startswith("37 rows became 36: the source changed nba_raw.player_boxscores after")


def test_a_source_that_lost_a_game_corrects_nothing(desk: Desk) -> None:
    desk.league.lose_boxscores(of=desk.league.games(CORRECTED)[0])

    outcome = correct(desk)

    assert outcome.exit_code == 2
    assert f"{CORRECTED} nba_raw.player_boxscores: still the source changed" in outcome.failures[0]
    (receipt,) = desk.look("player_boxscores", CORRECTED).receipts
    assert (receipt.rows, receipt.revision) == (36, 1)


def test_a_source_that_does_not_answer_is_no_confirmation(desk: Desk) -> None:
    desk.league.outage = "the league does not answer"

    outcome = correct(desk)

    assert outcome.exit_code == 2
    assert "could not be compared with the source: SourceError: the league does not answer" in outcome.failures[0]


def _of(rows: Rows, day: date) -> bool:
    return any(row["game_date"] == day for row in rows)
