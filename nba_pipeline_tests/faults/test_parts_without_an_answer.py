"""A game's boxscore or an event's odds that a source does not give is named, and does not take the others with it."""

from __future__ import annotations

from datetime import date, time

import pytest
from league import Game
from league_desk import TODAY, Desk

from nba_pipeline.game_day import eastern
from nba_pipeline.sources.base import Unanswered
from nba_pipeline.warehouse.receipts import State

pytestmark = pytest.mark.slow  # each plays a day, some of them again and again

CORRECTED = date(2026, 1, 12)
WHY = "https://league/boxscore: the host is in trouble (HTTP 500)"


def lose_boxscore(desk: Desk, game: Game) -> None:
    part = Unanswered(game.game_date, f"the boxscore of game {game.game_id}", WHY, game.game_id)
    for kind in ("player_boxscores", "team_boxscores"):
        desk.league.leave_unanswered(kind, game, part)


def test_a_game_whose_boxscore_fails_is_named_with_the_reason_and_the_others_are_published(desk: Desk) -> None:
    lost, kept = desk.league.games(TODAY)
    desk.morning(TODAY)
    lose_boxscore(desk, lost)

    assert desk.morning_after(TODAY).exit_code == 1

    for name in ("player_boxscores", "team_boxscores"):
        (receipt,) = desk.look(name, TODAY).receipts
        assert receipt.state is State.DEGRADED
        assert [(gap.game_id, gap.reason) for gap in receipt.gaps] == [(lost.game_id, WHY)]
        assert {row["game_id"] for row in desk.rows(name, TODAY)} == {kept.game_id}
    desk.league.heal()
    assert desk.morning_after(TODAY).exit_code == 0
    assert desk.look("player_boxscores", TODAY).receipts[0].state is State.COMPLETE


def test_a_day_of_which_every_boxscore_fails_is_not_published(desk: Desk) -> None:
    for game in desk.league.games(TODAY):
        lose_boxscore(desk, game)

    outcome = desk.morning_after(TODAY)

    assert outcome.exit_code == 2
    assert any("none of 2 expected games can be published" in f and WHY in f for f in outcome.failures)
    assert desk.look("player_boxscores", TODAY).receipts == []


def test_an_event_whose_odds_fail_is_named_and_the_others_are_published(desk: Desk) -> None:
    lost, kept = desk.league.games(TODAY)
    part = Unanswered(TODAY, f"the points lines of {lost.away} at {lost.home}", WHY)
    desk.league.leave_unanswered("points_props", lost, part)

    desk.morning_after(TODAY)

    (receipt,) = desk.look("points_props", TODAY).receipts
    assert (receipt.state, receipt.missing) == (State.DEGRADED, {part.what: WHY})
    assert {row["game_id"] for row in desk.rows("points_props", TODAY)} == {kept.game_id}


@pytest.mark.parametrize(
    ("games", "says"), [(1, "36 rows became 18 without a reason"), (2, "none of 2 expected games can be published")]
)
def test_a_boxscore_that_fails_later_leaves_what_was_published(desk: Desk, games: int, says: str) -> None:
    desk.morning_after(TODAY)
    for game in desk.league.games(TODAY)[:games]:
        lose_boxscore(desk, game)

    outcome = desk.morning_after(TODAY)

    assert any(says in failure for failure in outcome.failures)
    (receipt,) = desk.look("player_boxscores", TODAY).receipts
    assert (receipt.state, receipt.rows, receipt.revision) == (State.COMPLETE, 36, 1)


def test_a_boxscore_that_fails_is_no_correction(desk: Desk) -> None:
    game = desk.league.games(CORRECTED)[0]
    lose_boxscore(desk, game)
    desk.clock.moment = eastern(TODAY, time(7))

    outcome = desk.run("corrections", date(2026, 1, 14))

    assert outcome.exit_code == 2
    assert "could not be compared with the source: SourceError: the boxscore of game" in outcome.failures[0]
    assert WHY in outcome.failures[0]
    assert desk.look("player_boxscores", CORRECTED).receipts[0].revision == 1
