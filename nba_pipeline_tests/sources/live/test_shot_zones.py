"""Shot zones from the league's play-by-play: believed where it adds up to the boxscore, and named where it does not."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from services import BROKEN, CUT, EMPTY, TOO_MANY, WEB_PAGE, Services, Trouble
from small_day import DAY, GAMES, IDS, SCOREBOARD, after_the_games, boxscore, scheduled, scoreboard, statistics
from small_plays import plays_of

from nba_pipeline.game_day import Days
from nba_pipeline.sources.answers import ZONES
from nba_pipeline.sources.base import Answer
from nba_pipeline.sources.landing import Acquired, ask, landed_until
from nba_pipeline.sources.live.finished_games import GAMES_STAND
from nba_pipeline.sources.live.snapshots import CLOCKS_DIFFER

FIRST, OTHER = GAMES
NOT_THERE = Trouble(404)
DENIED = Trouble(403, body=b"<Error><Code>AccessDenied</Code></Error>")
A_SECOND = timedelta(seconds=1)
STAR = IDS[FIRST.home] % 100_000 * 100

Change = Callable[[list[dict]], object]


@pytest.fixture(autouse=True)
def the_games_are_over(services: Services) -> None:
    after_the_games(services)


def told(services: Services, change: Change) -> None:
    """The first game's play-by-play tells its shots otherwise."""
    document = json.loads(plays_of(boxscore(FIRST)))
    change(document["game"]["actions"])
    services.put(FIRST.plays, json.dumps(document).encode())


def shots_of(actions: list[dict], player: int = STAR) -> list[dict]:
    return [action for action in actions if action["personId"] == player]


def lacking(found: Acquired) -> str:
    """Why the first game has no zones, where the other one has."""
    assert {row["game_id"] for row in found.rows.to_pylist()} == {OTHER.game_id}
    [part] = found.unanswered
    assert (part.game_date, part.game_id) == (DAY, FIRST.game_id)
    assert part.what == f"the shot zones of game {FIRST.game_id}"
    return part.reason


def test_each_player_who_shot_has_his_makes_and_attempts_by_zone(said):
    zones = said("shot_zones")

    assert len(zones) == 36
    [star] = [row for row in zones if row["player_id"] == STAR]
    made = statistics(FIRST.home, 0)["fieldGoalsMade"]
    shots = {name: value for name, value in star.items() if name.endswith(("_fga", "_fgm")) and value}
    assert shots == {
        "restricted_area_fga": made,
        "restricted_area_fgm": made,
        "mid_range_fga": 4,
        "above_break_3_fga": 2,
    }
    assert (star["game_date"], star["game_id"], star["team"]) == (DAY, FIRST.game_id, FIRST.home)


def test_every_zone_of_the_league_has_its_column(said, services):
    def moved(actions: list[dict]) -> None:
        areas = ["In The Paint (Non-RA)", "Mid-Range", "Left Corner 3", "Right Corner 3", "Backcourt"]
        for shot, area in zip(shots_of(actions), areas, strict=False):
            shot["area"] = area

    told(services, moved)

    [star] = [row for row in said("shot_zones") if row["player_id"] == STAR]
    assert [star[f"{zone}_fga"] > 0 for zone in ZONES] == [True] * len(ZONES)


def test_a_shot_counts_in_the_zone_that_the_league_names_whatever_it_was_worth(said, services):
    told(services, lambda actions: shots_of(actions)[-1].update(area="Mid-Range"))

    [star] = [row for row in said("shot_zones") if row["player_id"] == STAR]
    assert (star["mid_range_fga"], star["above_break_3_fga"]) == (5, 1)


def test_who_did_not_shoot_has_no_row(said, services):
    document = json.loads(boxscore(FIRST))
    shot = document["game"]["homeTeam"]["players"][0]["statistics"]
    shot |= dict.fromkeys([name for name in shot if name.startswith(("fieldGoals", "threePointers"))], 0)
    services.put(FIRST.boxscore, json.dumps(document).encode())
    told(services, lambda actions: [actions.remove(one) for one in shots_of(actions)])

    assert STAR not in {row["player_id"] for row in said("shot_zones")}


@pytest.mark.parametrize(
    ("trouble", "says"),
    [
        (NOT_THERE, "HTTP 404"),
        (DENIED, "HTTP 403"),
        (BROKEN, "HTTP 500"),
        (CUT, "the answer broke off"),
        (WEB_PAGE, "a web page instead of JSON"),
        (EMPTY, "answered with nothing"),
        (Trouble(body=b'{"game": {"actions": ['), "breaks off, or is none"),
        (Trouble(body=b'{"games": []}'), "has no game: the service has changed"),
        (Trouble(body=plays_of(boxscore(OTHER))), f"answered with the play-by-play of game {OTHER.game_id}"),
    ],
    ids=["not there", "denied", "broken", "cut", "web page", "empty", "truncated", "another schema", "another game"],
)
def test_a_game_whose_play_by_play_does_not_come_or_cannot_be_read_is_named(acquired, services, trouble, says):
    services.trouble(FIRST.plays, trouble)

    reason = lacking(acquired("shot_zones"))

    assert says in reason
    assert services.address + FIRST.plays in reason
    assert len(acquired("player_boxscores").rows) == 36


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (
            lambda shots: shots.remove(shots_of(shots)[0]),
            "Bos Playera 10 of 14 twos and 0 of 2 threes, by the boxscore 11 of",
        ),
        (
            lambda shots: shots.append(shots_of(shots)[0]),
            "Bos Playera 12 of 16 twos and 0 of 2 threes, by the boxscore 11 of",
        ),
        (lambda shots: shots_of(shots)[0].update(shotResult="Missed"), "Bos Playera 10 of 15 twos"),
        (lambda shots: shots_of(shots)[0].update(actionType="3pt"), "Bos Playera 10 of 14 twos and 1 of 3 threes"),
        (lambda shots: shots_of(shots)[0].update(personId=STAR + 1), "Bos Playerb 11 of 15 twos"),
        (lambda shots: shots_of(shots)[0].update(personId=7), "player 7 of BOS 1 of 1 twos and 0 of 0 threes, by the"),
        (lambda shots: shots_of(shots)[0].update(teamId=IDS["LAL"]), f"player {STAR} of LAL 1 of 1 twos"),
        (lambda shots: [shots.remove(one) for one in shots_of(shots)], "Bos Playera no shots, by the boxscore 11 of"),
        (lambda shots: [one.update(personId=7) for one in shots if one["personId"]], "; 17 others"),
        (lambda shots: shots_of(shots)[0].update(area="The Moon"), "is 'The Moon', not a zone of the floor"),
        (lambda shots: shots_of(shots)[0].pop("area"), "has no area"),
        (lambda shots: shots_of(shots)[0].update(shotResult="Blocked"), "not Made or Missed"),
    ],
    ids=[
        *["a shot lost", "a shot twice", "a make as a miss", "a two as a three", "another player's"],
        *["a stranger's", "another team's", "all of a player", "all of everybody", "no zone", "no area", "no result"],
    ],
)
def test_a_play_by_play_that_does_not_add_up_to_the_boxscore_is_not_believed(acquired, services, change, says):
    told(services, change)

    assert says in lacking(acquired("shot_zones"))


def test_a_play_by_play_is_held_against_a_boxscore_that_is_final(acquired, services):
    document = json.loads(boxscore(FIRST))
    document["game"]["gameStatus"] = 2
    services.put(FIRST.boxscore, json.dumps(document).encode())

    assert "does not say that the game is over" in lacking(acquired("shot_zones"))


@pytest.mark.parametrize(("trouble", "says"), [(NOT_THERE, "HTTP 404"), (WEB_PAGE, "a web page")])
def test_without_the_leagues_boxscore_there_is_nothing_to_believe_it_by(acquired, services, trouble, says):
    services.trouble(FIRST.boxscore, trouble)

    reason = lacking(acquired("shot_zones"))

    assert says in reason
    assert services.address + FIRST.boxscore in reason


def test_where_all_would_be_refused_every_game_is_named_and_nothing_more_is_asked(acquired, services):
    services.trouble("playbyplay", TOO_MANY)

    found = acquired("shot_zones")

    assert found.rows.num_rows == 0
    assert [part.game_id for part in found.unanswered] == [FIRST.game_id, OTHER.game_id]
    assert all("HTTP 429" in part.reason for part in found.unanswered)
    assert OTHER.plays not in services.asked


def test_a_host_that_refuses_leaves_what_has_landed(acquired, services):
    services.trouble(FIRST.plays, NOT_THERE)
    acquired("shot_zones")
    services.trouble(FIRST.plays, TOO_MANY)

    assert "HTTP 429" in lacking(acquired("shot_zones"))


@pytest.mark.parametrize("kind", ["player_boxscores", "shot_zones"])
def test_a_file_may_come_long_after_its_question_began_as_those_of_a_season_do(live, services, kind):
    said = live().fetch(kind, Days.only(DAY), services.moment)
    first = next(said)
    services.moment += CLOCKS_DIFFER + A_SECOND

    assert [type(one) for one in (first, *said)] == [Answer] * {"player_boxscores": 2, "shot_zones": 4}[kind]


@pytest.mark.parametrize("kind", ["player_boxscores", "shot_zones"])
def test_files_of_a_moment_in_the_past_cannot_be_asked_for(complaint, services, kind):
    assert "live services tell the present only" in complaint(kind, as_of=services.moment - CLOCKS_DIFFER - A_SECOND)


def test_the_answer_lands_as_it_came_although_it_is_not_believed(acquired, services, tmp_path):
    told(services, lambda shots: shots.pop(1))
    acquired("shot_zones")

    landed = landed_until(tmp_path / "landing", "live", "play_by_play", Days.only(DAY), services.moment)

    assert {answer.body for answer in landed} == {services.answers[game.plays][1] for game in GAMES}
    assert {answer.uri for answer in landed} == {services.address + game.plays for game in GAMES}


def test_one_boxscore_serves_three_tables_and_a_play_by_play_stands_as_long(acquired, services):
    for kind in ("shot_zones", "player_boxscores", "team_boxscores"):
        acquired(kind)
    services.moment += GAMES_STAND
    acquired("shot_zones")

    assert [services.asked.count(path) for game in GAMES for path in (game.boxscore, game.plays)] == [1] * 4


def test_a_play_by_play_that_does_not_add_up_is_asked_for_again_at_once(live, acquired, services, tmp_path):
    told(services, lambda shots: shots.pop(1))
    ask(live(), "shot_zones", Days.only(DAY), services.moment, tmp_path / "landing")
    services.put(FIRST.plays, plays_of(boxscore(FIRST)))

    found = acquired("shot_zones")

    assert (len(found.rows), found.unanswered) == (36, [])
    assert [services.asked.count(path) for path in (FIRST.plays, OTHER.plays, FIRST.boxscore)] == [2, 1, 1]


def test_later_both_are_asked_for_again_and_a_correction_is_found(said, services):
    said("shot_zones")
    document = json.loads(boxscore(FIRST))
    for counted in (document["game"]["homeTeam"]["players"][0], document["game"]["homeTeam"]):
        counted["statistics"]["fieldGoalsAttempted"] += 1
    services.put(FIRST.boxscore, json.dumps(document).encode())
    services.put(FIRST.plays, plays_of(json.dumps(document).encode()))
    services.moment += GAMES_STAND + A_SECOND

    [star] = [row for row in said("shot_zones") if row["player_id"] == STAR]

    assert star["mid_range_fga"] == 5


def test_shots_of_a_game_that_is_not_over_are_not_asked_for(said, services):
    services.put(SCOREBOARD, scoreboard([scheduled(OTHER)]))

    assert {row["game_id"] for row in said("shot_zones")} == {OTHER.game_id}
    assert FIRST.plays not in services.asked
