"""A game whose boxscore the league does not give: told by the second source, where it has it whole, and named."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from nba_api.stats.static.players import get_active_players, get_inactive_players
from services import BROKEN, CUT, TOO_MANY, WEB_PAGE, Services, Trouble
from small_day import (
    BOX_SCORES,
    DAY,
    GAMES,
    IDS,
    LATE_GAMES,
    SECOND_KEY,
    Game,
    after_the_games,
    box_scores,
    boxscore,
    lands,
    lands_lately,
    name_of,
    second_game,
)

from nba_pipeline.aliases import Aliases
from nba_pipeline.game_day import Days
from nba_pipeline.sources.base import Answer
from nba_pipeline.sources.landing import landed_until
from nba_pipeline.sources.live.finished_games import GAMES_STAND
from nba_pipeline.sources.live.identities import AMBIGUOUS, SECOND_SPELLING, UNKNOWN
from nba_pipeline.sources.live.stand_in import LATELY, STAND_IN

PLAYERS, TEAMS = "player_boxscores", "team_boxscores"
FIRST, OTHER = GAMES
NOT_THERE = Trouble(404)


@pytest.fixture(autouse=True)
def the_games_are_over(services: Services, tmp_path: Path) -> None:
    """The league has told the teams' games of two days before, and does not tell the first of this day."""
    after_the_games(services)
    services.trouble(FIRST.boxscore, NOT_THERE)
    lands_lately(tmp_path)


def of_the_first(found) -> list[dict]:
    return [row for row in found.rows.to_pylist() if row["game_id"] == FIRST.game_id]


def not_told(found) -> str:
    """Why the first game has no rows, where the other one has."""
    assert {row["game_id"] for row in found.rows.to_pylist()} == {OTHER.game_id}
    [part] = found.unanswered
    assert (part.what, part.game_id) == (f"the boxscore of game {FIRST.game_id}", FIRST.game_id)
    return part.reason


def sent(services: Services, change: Callable[[list[dict]], object]) -> None:
    """balldontlie tells the players of the first game's home team otherwise."""
    game = second_game(FIRST)
    change(game["home_team"]["players"])
    services.put(BOX_SCORES, box_scores([game, second_game(OTHER)]))


def renamed(services: Services, *names: str) -> None:
    def change(players: list[dict]) -> None:
        for player, name in zip(players, names, strict=False):
            first, last = name.split(maxsplit=1)
            player["player"] = {"first_name": first, "last_name": last}

    sent(services, change)


@pytest.mark.parametrize(
    ("kind", "untold"), [(PLAYERS, ("started", "plus_minus")), (TEAMS, ("turnovers_with_team",))], ids=[PLAYERS, TEAMS]
)
def test_it_tells_what_the_league_would_and_nothing_that_it_does_not_know(acquired, services, kind, untold):
    found = acquired(kind)
    services.troubles.clear()
    league = acquired(kind)

    assert of_the_first(found) == [row | dict.fromkeys(untold) for row in of_the_first(league)]
    [part] = found.unanswered
    assert (part.game_date, part.what, part.game_id) == (DAY, f"the league's boxscore of game {FIRST.game_id}", None)
    assert "HTTP 404" in part.reason
    assert part.reason.endswith("; told by balldontlie")


@pytest.mark.parametrize("trouble", [BROKEN, CUT], ids=["broken", "cut"])
def test_it_stands_in_for_a_boxscore_that_fails_each_time(acquired, services, trouble):
    services.trouble(FIRST.boxscore, trouble)

    assert len(of_the_first(acquired(PLAYERS))) == 18


def test_a_league_that_tells_again_is_believed_at_once(acquired, services):
    acquired(PLAYERS)
    services.troubles.clear()

    found = acquired(PLAYERS)

    assert found.unanswered == []
    assert {row["started"] for row in of_the_first(found)} == {True, False}


def test_what_the_league_told_once_is_not_replaced(acquired, services):
    services.troubles.clear()
    acquired(PLAYERS)
    services.moment += GAMES_STAND + timedelta(seconds=1)
    services.trouble(FIRST.boxscore, NOT_THERE)

    assert "the league's landed at 2026-01-16 10:00 UTC, and tells more" in not_told(acquired(PLAYERS))
    assert BOX_SCORES not in services.asked


def test_without_a_key_the_game_is_a_gap_with_the_leagues_reason(acquired, services):
    reason = not_told(acquired(PLAYERS, balldontlie_api_key=None))

    assert reason.endswith("(HTTP 404)")
    assert BOX_SCORES not in services.asked


def test_both_sources_and_the_comparison_ask_the_second_one_once(acquired, services):
    for kind in (PLAYERS, TEAMS, "second_boxscores"):
        acquired(kind)

    assert services.asked.count(BOX_SCORES) == 1


@pytest.mark.parametrize(
    ("trouble", "says"),
    [
        (BROKEN, "HTTP 500"),
        (NOT_THERE, "HTTP 404"),
        (Trouble(401), "check NBA_BALLDONTLIE_API_KEY"),
        (TOO_MANY, "HTTP 429"),
        (WEB_PAGE, "answered with a web page instead of JSON"),
    ],
    ids=["broken", "not there", "401", "429", "web page"],
)
def test_where_neither_tells_it_the_game_is_a_gap_with_both_reasons(acquired, services, trouble, says):
    services.trouble(BOX_SCORES, trouble)

    reason = not_told(acquired(PLAYERS))

    assert "(HTTP 404); not told by balldontlie: " in reason
    assert says in reason.partition("not told by balldontlie: ")[2]
    assert SECOND_KEY not in reason


def test_a_game_that_the_second_source_lacks_is_a_gap_with_both_reasons(acquired, services):
    services.put(BOX_SCORES, box_scores([second_game(FIRST, "3rd Qtr"), second_game(OTHER)]))

    assert "HTTP 404" in not_told(acquired(PLAYERS))
    assert "does not have the game as over" in not_told(acquired(PLAYERS))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda players: players[0].update(pts=players[0]["pts"] + 1), "points of BOS's players, the final score is"),
        (lambda players: players.pop(0), "points of BOS's players, the final score is"),
        (lambda players: players[0].pop("stl"), "has no stl"),
        (lambda players: players[0].update(min=""), "not a player with minutes"),
    ],
    ids=["points", "a player short", "steals", "minutes"],
)
def test_a_game_that_it_does_not_have_whole_is_not_told(acquired, services, change, says):
    sent(services, change)

    assert says in not_told(acquired(PLAYERS))
    assert says in not_told(acquired(TEAMS))


@pytest.mark.parametrize(
    ("names", "doubt"),
    [
        (["Nobody Knows"], f"Nobody Knows ({UNKNOWN})"),
        (
            [name_of("BOS", 1)],
            f"Bos Playerb ({SECOND_SPELLING}), Bos Playerb ({SECOND_SPELLING})",
        ),
        (["Lal Playera", "Lal Playera"], f"Lal Playera ({SECOND_SPELLING}), Lal Playera ({SECOND_SPELLING})"),
    ],
    ids=["stranger", "another's name", "a name twice"],
)
def test_a_game_with_somebody_who_cannot_be_identified_is_not_told_and_says_who(acquired, services, names, doubt):
    renamed(services, *names)

    assert f"nobody can tell who is {doubt}; teach a spelling with: nba names add" in not_told(acquired(PLAYERS))


def test_namesakes_are_never_guessed_unless_one_alone_plays_for_these_teams(acquired, services, tmp_path):
    def namesake(team: str, game_id: str) -> Game:
        """The first player of a team has the name of Boston's."""
        game = Game(game_id, team, "GSW", LATE_GAMES[1].tipoff_at)
        told = json.loads(boxscore(game))
        told["game"]["homeTeam"]["players"][0]["name"] = name_of("BOS", 0)
        lands(tmp_path, game, json.dumps(told).encode())
        return game

    namesake("LAL", "0022500562")
    assert {row["player_id"] for row in of_the_first(acquired(PLAYERS))} >= {IDS["BOS"] % 100_000 * 100}

    namesake("NYK", "0022500563")
    assert f"Bos Playera ({AMBIGUOUS})" in not_told(acquired(PLAYERS))


def test_who_came_from_another_team_is_known_by_his_name(acquired, services):
    renamed(services, "Lal Playera")

    assert IDS["LAL"] % 100_000 * 100 in {row["player_id"] for row in of_the_first(acquired(PLAYERS))}


def test_a_newcomer_is_known_if_the_leagues_list_has_him_as_active(acquired, services):
    active, retired = get_active_players()[0], get_inactive_players()[0]
    renamed(services, active["full_name"])
    assert active["id"] in {row["player_id"] for row in of_the_first(acquired(PLAYERS))}

    services.moment += GAMES_STAND + timedelta(seconds=1)
    renamed(services, retired["full_name"])
    assert f"{retired['full_name']} ({UNKNOWN})" in not_told(acquired(PLAYERS))


def test_a_player_goes_by_the_leagues_name_whom_an_alias_of_the_home_leads_to(live, services, tmp_path):
    renamed(services, "Boss Plyer")
    source = live(aliases=lambda: Aliases({"Boss Plyer": name_of("BOS", 0)}))

    answers = [said for said in source.fetch(PLAYERS, Days.only(DAY), services.moment) if isinstance(said, Answer)]

    assert name_of("BOS", 0) in source.parse(PLAYERS, answers)["player_name"].to_pylist()


@pytest.mark.parametrize(("ago", "known"), [(LATELY, True), (LATELY + timedelta(days=1), False)])
def test_a_boxscore_of_more_than_a_month_ago_tells_nobody_who_plays(acquired, tmp_path, ago, known):
    for path in (tmp_path / "landing").rglob("*.json"):
        path.unlink()
    for game in GAMES:
        earlier = replace(game, game_id=game.game_id[::-1], tipoff_at=game.tipoff_at - ago)
        lands(tmp_path, earlier, boxscore(earlier), DAY - ago)

    found = acquired(PLAYERS)

    assert len(of_the_first(found)) == (18 if known else 0)
    assert (f"Bos Playera ({UNKNOWN})" in found.unanswered[0].reason) is not known


def test_the_answer_lands_as_it_came_and_beside_it_who_is_meant(acquired, live, services, tmp_path):
    found = acquired(PLAYERS)
    [came] = landed_until(tmp_path / "landing", "live", "balldontlie_box_scores", Days.only(DAY), services.moment)
    [note] = landed_until(tmp_path / "landing", "live", STAND_IN, Days.only(DAY), services.moment)

    assert came.body == services.answers[BOX_SCORES][1]
    assert live().parse(PLAYERS, [came, note]).to_pylist() == of_the_first(found)
