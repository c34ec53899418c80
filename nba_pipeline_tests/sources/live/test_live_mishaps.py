"""What a service does in passing, or about one game: how the runs of the day end, what is kept and what is told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from live_desk import Desk
from services import Services, Trouble
from small_day import (
    DAY,
    EVENTS,
    GAME_ODDS,
    GAMES,
    MORNING,
    NEXT_MORNING,
    REPORTS,
    SCOREBOARD,
    after_the_games,
    boxscore,
    game_odds,
    props,
    scheduled,
    scoreboard,
    small_report,
)

pytestmark = pytest.mark.slow

LAST_CALL = GAMES[0].tipoff_at - timedelta(minutes=15)
IN_PLAY = GAMES[0].tipoff_at + timedelta(hours=1)  # and the second game has not begun


def test_a_host_that_asks_for_a_little_patience_gets_it_and_nothing_is_told(desk: Desk, services: Services) -> None:
    services.trouble(EVENTS, Trouble(429, {"Retry-After": "7"}), Trouble())

    outcome = desk.run("pregame", MORNING)

    assert (outcome.exit_code, desk.told(outcome)) == (0, "")
    assert len(desk.rows("points_props")) == 40
    assert services.asked.count(EVENTS) == 2


def test_what_books_quote_of_a_game_in_play_never_comes_among_its_lines(desk: Desk, services: Services) -> None:
    assert desk.run("pregame", MORNING).exit_code == 0
    services.put(SCOREBOARD, scoreboard([scheduled(GAMES[0], gameStatus=2), scheduled(GAMES[1], gameStatus=1)]))
    for game in GAMES:
        services.put(game.props, props(game, IN_PLAY))
    services.put(f"{REPORTS}/Injury-Report_2026-01-15_08_00PM.pdf", small_report(IN_PLAY), "application/pdf")
    services.put(GAME_ODDS, game_odds(GAMES, IN_PLAY).replace(b"-3.5", b"-19.5"))
    services.asked.clear()

    outcome = desk.run("pregame", IN_PLAY)

    assert (outcome.exit_code, desk.told(outcome)) == (0, "")
    assert (GAMES[0].props in services.asked, GAMES[1].props in services.asked) == (False, True)
    seen = {(row["game_id"], row["snapshot_at"]) for row in desk.rows("points_props")}
    assert seen == {(GAMES[0].game_id, MORNING), (GAMES[1].game_id, MORNING), (GAMES[1].game_id, IN_PLAY)}
    (line,) = [row for row in desk.rows("game_lines") if row["game_id"] == GAMES[0].game_id]
    assert (line["home_spread"], line["quoted_at"]) == (-3.5, MORNING)


def test_without_a_newer_injury_report_the_day_is_predicted_from_the_one_that_landed(
    desk: Desk, services: Services
) -> None:
    assert desk.run("pregame", MORNING).exit_code == 0
    listed = desk.rows("injury_report")

    outcome = desk.run("pregame", LAST_CALL)

    assert outcome.exit_code == 1
    assert "without an injury report newer than that of 2026-01-15 11:00 EST" in desk.told(outcome)
    assert desk.rows("injury_report") == listed
    assert desk.made_at("upcoming_player_game_context") == LAST_CALL


def test_a_boxscore_of_another_game_is_refused_and_told(desk: Desk, services: Services) -> None:
    assert desk.run("pregame", MORNING).exit_code == 0
    after_the_games(services)
    services.put(GAMES[0].boxscore, boxscore(GAMES[1]))

    outcome = desk.run("postgame", NEXT_MORNING)

    assert outcome.exit_code == 2
    assert f"answered with the boxscore of game {GAMES[1].game_id}" in desk.told(outcome)
    assert not desk.published("player_boxscores")
    assert (desk.pipeline.settings.home / "landing" / "live" / "boxscore").exists()


def test_a_scoreboard_of_another_day_ends_no_game(desk: Desk, services: Services) -> None:
    assert desk.run("pregame", MORNING).exit_code == 0
    after_the_games(services)
    services.put(SCOREBOARD, scoreboard([scheduled(game) for game in GAMES], DAY + timedelta(days=2)))

    outcome = desk.run("postgame", NEXT_MORNING)

    assert outcome.exit_code == 2
    assert f"{GAMES[0].game_id} (no rows), {GAMES[1].game_id} (no rows)" in desk.told(outcome)
    assert not desk.published("player_boxscores")
