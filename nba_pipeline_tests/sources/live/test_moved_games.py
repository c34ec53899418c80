"""A game that the league moves to another date: called off on its first day, as usual on its new one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import timedelta

import pytest
from live_desk import Desk
from services import Services
from small_day import (
    BOX_SCORES,
    DAY,
    EVENTS,
    GAME_ODDS,
    GAMES,
    LATE_GAMES,
    LATELY,
    MORNING,
    NEXT_MORNING,
    REPORT,
    SCHEDULE,
    SCOREBOARD,
    after_the_games,
    box_scores,
    boxscore,
    event,
    game_odds,
    iso,
    schedule,
    scheduled,
    scoreboard,
    second_game,
    small_report,
)
from small_plays import plays_of

from nba_pipeline.clock import FixedClock
from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.launch import RunOutcome, launch
from nba_pipeline.production import produce
from nba_pipeline.registry import table
from nba_pipeline.reliability.reconciliation import reconcile
from nba_pipeline.reliability.results import RuleStatus
from nba_pipeline.sources.base import Answer, SourceError
from nba_pipeline.sources.landing import acquire
from nba_pipeline.sources.live import league_schedule
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.warehouse.publication import Publication
from nba_pipeline.world import World

STAYS, MOVES = GAMES
NEW_DAY = DAY + timedelta(days=4)
NEW_TIPOFF = MOVES.tipoff_at + (NEW_DAY - DAY)
AFTERNOON = MORNING + timedelta(hours=3)
NOT_BEGUN = {"gameStatus": 1, "gameStatusText": "7:00 pm ET"}
LISTED = [scheduled(game, **NOT_BEGUN) for game in GAMES]
MOVED = LISTED[1] | {"gameDateEst": f"{NEW_DAY}T00:00:00Z", "gameDateTimeUTC": iso(NEW_TIPOFF)}

Rows = list[dict]


def put(services: Services, games: Rows, on_the_board: Rows | None = None) -> None:
    """What the schedule says in the afternoon, and the scoreboard of the day."""
    services.moment = max(services.moment, AFTERNOON)
    services.put(SCHEDULE, schedule(games, services.moment))
    services.put(SCOREBOARD, scoreboard(LISTED[:1] if on_the_board is None else on_the_board))


def of_game(rows: Rows, game_id: str = MOVES.game_id) -> list[tuple]:
    return [(r["game_date"], r["tipoff_at"], r["postponed"], r["status"]) for r in rows if r["game_id"] == game_id]


CALLED_OFF = (DAY, MOVES.tipoff_at, True, "UPCOMING")
AS_USUAL = (NEW_DAY, NEW_TIPOFF, False, "UPCOMING")


def test_a_game_that_moved_to_another_date_is_called_off_on_the_first_and_as_usual_on_the_new_one(said, services):
    said("schedule")
    put(services, [LISTED[0], MOVED])

    assert of_game(said("schedule")) == [CALLED_OFF]
    assert of_game(said("schedule"), STAYS.game_id) == [(DAY, STAYS.tipoff_at, False, "UPCOMING")]
    assert of_game(said("schedule", day=NEW_DAY)) == [AS_USUAL]


def test_it_stays_so_however_often_the_day_is_asked_for_and_equal_answers_have_equal_digests(acquired, services):
    acquired("schedule")
    put(services, [LISTED[0], MOVED])
    first = acquired("schedule")
    services.moment += timedelta(days=2)

    later = acquired("schedule")
    again = acquired("schedule")

    assert of_game(first.rows.to_pylist()) == of_game(later.rows.to_pylist()) == [CALLED_OFF]
    assert later.digest == again.digest


def test_days_that_are_asked_for_together_have_it_on_both(said, services, live, tmp_path):
    said("schedule")
    put(services, [LISTED[0], MOVED])

    both = acquire(live(), "schedule", Days(DAY, NEW_DAY), services.moment, tmp_path / "landing").rows.to_pylist()

    assert of_game(both) == [CALLED_OFF, AS_USUAL]


def test_its_result_is_that_of_the_new_date(said, services):
    said("schedule")
    put(services, [LISTED[0], scheduled(MOVES, gameDateEst=MOVED["gameDateEst"], gameDateTimeUTC=iso(NEW_TIPOFF))])
    services.moment = NEW_TIPOFF + timedelta(hours=4)
    services.put(
        SCHEDULE, services.answers[SCHEDULE][1].replace(iso(AFTERNOON).encode(), iso(services.moment).encode())
    )

    assert of_game(said("schedule")) == [CALLED_OFF]
    assert of_game(said("schedule", day=NEW_DAY)) == [(NEW_DAY, NEW_TIPOFF, False, "FINAL")]


def test_a_game_that_comes_back_to_its_date_is_played_on_it(said, services):
    said("schedule")
    put(services, [LISTED[0], MOVED])
    said("schedule")
    services.moment += timedelta(minutes=5)
    put(services, LISTED)

    assert of_game(said("schedule")) == [(DAY, MOVES.tipoff_at, False, "UPCOMING")]


def test_a_game_that_the_schedule_has_nowhere_is_not_made_up(said, services):
    said("schedule")
    put(services, LISTED[:1])

    assert of_game(said("schedule")) == []


@pytest.mark.parametrize("text", ["7:00 pm ET", "PPD"])
def test_a_scoreboard_that_still_has_it_before_its_tipoff_lags(said, services, text):
    put(services, [LISTED[0], MOVED], [LISTED[0], LISTED[1] | {"gameStatusText": text}])
    assert of_game(said("schedule")) == []

    services.moment += timedelta(minutes=5)
    put(services, LISTED, LISTED)
    said("schedule")
    services.moment += timedelta(minutes=5)
    put(services, [LISTED[0], MOVED], [LISTED[0], LISTED[1] | {"gameStatusText": text}])
    assert of_game(said("schedule")) == [CALLED_OFF]


def test_a_scoreboard_on_which_it_is_played_contradicts_the_schedule(complaint, services):
    put(services, [LISTED[0], MOVED], [LISTED[0], LISTED[1] | {"gameStatus": 2}])

    assert f"is game {MOVES.game_id}, which the season schedule lacks" in complaint("schedule")


def test_a_game_that_the_scoreboard_calls_off_is_postponed_before_the_schedule_says_so(said, services):
    put(services, LISTED, [LISTED[0], LISTED[1] | {"gameStatusText": "PPD"}])

    assert of_game(said("schedule")) == [CALLED_OFF]
    assert of_game(said("schedule"), STAYS.game_id) == [(DAY, STAYS.tipoff_at, False, "UPCOMING")]


def test_a_scoreboard_that_lags_calls_no_game_off_that_is_over(said, services):
    after_the_games(services)
    services.put(SCHEDULE, schedule([scheduled(game) for game in GAMES], NEXT_MORNING))
    services.put(SCOREBOARD, scoreboard([LISTED[0], LISTED[1] | {"gameStatusText": "PPD"}]))

    assert {(game["status"], game["postponed"]) for game in said("schedule")} == {("FINAL", False)}


def test_a_note_of_a_game_that_does_not_count_is_damaged():
    body = b'{"games": [{"game_id": "0012500001", "home_team": "BOS", "away_team": "NYK"}]}'
    note = Answer("listed_games", Days.only(DAY), "https://cdn/schedule", "application/json", body, MORNING)

    with pytest.raises(SourceError, match="not the id of a game that counts"):
        league_schedule.listed(note)


def test_the_day_that_it_left_is_published_again_and_one_that_lost_it_is_not(live, services, tmp_path):
    clock = FixedClock(services.moment)
    with DuckDBEngine(tmp_path / "warehouse.duckdb") as engine:
        world = World(engine, live(), tmp_path / "landing", tmp_path / "models", clock)

        def published(**how: str) -> Publication:
            clock.moment = services.moment
            return produce(table("schedule"), Days.only(DAY), world, run_id="test", **how)

        assert published().receipts[DAY].rows == 2
        put(services, [LISTED[0], MOVED])
        assert published().receipts[DAY].rows == 2
        assert published(correction="the source changed it").receipts[DAY].rows == 2
        services.moment += timedelta(minutes=5)
        put(services, LISTED[:1])
        assert published().refused[DAY].startswith("2 rows became 1 without a reason")


@pytest.fixture
def lived(desk: Desk, services: Services) -> Desk:
    """A day that was predicted in the morning, and of which a game has moved to another date since."""
    late = [scheduled(game, gameDateEst=f"{LATELY}T00:00:00Z") for game in LATE_GAMES]
    services.put(SCHEDULE, schedule([*late, *LISTED], MORNING))
    for game in LATE_GAMES:
        services.put(game.boxscore, boxscore(game))
        services.put(game.plays, plays_of(boxscore(game)))
    told = box_scores([second_game(game) for game in LATE_GAMES])
    services.put(BOX_SCORES, told.replace(f"{DAY}".encode(), f"{LATELY}".encode()))
    days_before = Days(LATELY, DAY - timedelta(days=1))
    assert launch(desk.pipeline, "all_phases", days_before, desk.instance).exit_code == 0
    assert desk.run("pregame", MORNING).exit_code == 0
    put(services, [LISTED[0], MOVED])
    services.put(EVENTS, json.dumps([event(STAYS)]).encode())
    services.put(GAME_ODDS, game_odds([STAYS], AFTERNOON))
    services.put(REPORT.replace("11_00AM", "02_00PM"), small_report(AFTERNOON), "application/pdf")
    return desk


def judged(desk: Desk) -> Mapping[str, RuleStatus]:
    with desk.pipeline.open_engine() as engine:
        (found,) = reconcile(engine, desk.pipeline.clock, Days.only(DAY))
    return {result.rule.id: result.status for result in found.results}


def night_after(desk: Desk, services: Services) -> RunOutcome:
    """The run after the one game that was played."""
    after_the_games(services, [STAYS])
    services.put(SCHEDULE, schedule([LISTED[0], MOVED], NEXT_MORNING))
    return desk.run("postgame", NEXT_MORNING)


@pytest.mark.slow
def test_the_runs_of_such_a_day_call_the_game_off_and_nothing_of_it_is_missing(lived: Desk, services: Services):
    assert lived.run("pregame", AFTERNOON).exit_code == 0
    assert of_game(lived.rows("schedule")) == [CALLED_OFF]
    outcome = night_after(lived, services)

    assert (outcome.exit_code, lived.told(outcome)) == (0, "")
    assert {row["game_id"] for row in lived.rows("player_boxscores")} == {STAYS.game_id}
    assert {row["game_id"] for row in lived.rows("player_prop_predictions") if row["is_active"]} == {STAYS.game_id}
    assert set(judged(lived).values()) == {RuleStatus.PASS, RuleStatus.EMPTY_OK}


@pytest.mark.slow
def test_a_game_that_moved_after_the_last_run_before_the_games_is_void_and_the_ledger_says_why(
    lived: Desk, services: Services
):
    outcome = night_after(lived, services)

    assert of_game(lived.rows("schedule")) == [CALLED_OFF]
    assert (outcome.exit_code, lived.told(outcome)) == (0, "")
    grades = [row for row in lived.rows("prediction_accuracy") if row["game_id"] == MOVES.game_id]
    assert {row["void_reason"] for row in grades} == {"game postponed"}
    ledger = [row for row in lived.rows("player_ledger") if row["game_id"] == MOVES.game_id]
    assert len(ledger) == 18
    assert {(row["boxscore"], row["summary"], row["grade"]) for row in ledger} == {
        ("game_postponed", "game_postponed", "there")
    }
    assert {rule for rule, status in judged(lived).items() if status is RuleStatus.FAIL} == {"D4"}
