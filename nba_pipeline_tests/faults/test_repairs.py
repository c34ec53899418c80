"""What a day lacks is asked for again, by itself, and on record; what cannot be had is given up in red."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import dagster as dg
import pyarrow as pa
import pytest
from league import Game, League
from league_desk import TODAY, Desk, open_desk

from nba_pipeline.cli.doctor import PROBES, GivenUp
from nba_pipeline.game_day import Days, eastern
from nba_pipeline.ingest import INGEST_BATCHES, batches
from nba_pipeline.orchestration.assets import asset_key
from nba_pipeline.orchestration.launch import RunOutcome
from nba_pipeline.orchestration.repair import repairable, worth_trying
from nba_pipeline.orchestration.sensors import gaps_to_fill
from nba_pipeline.reliability.repairs import Repair, repairs_of
from nba_pipeline.systems.roster import SYSTEMS
from nba_pipeline.warehouse.receipts import State

TOMORROW = TODAY + timedelta(days=1)
BOXSCORES = ("nba_raw.player_boxscores", "nba_raw.team_boxscores")


def at(desk: Desk, hour: int, minute: int = 0, day: date = TOMORROW) -> datetime:
    desk.clock.moment = eastern(day, time(hour, minute))
    return desk.clock.moment


def due(desk: Desk) -> list[str | None]:
    """The game days for which a repair is asked at this moment."""
    return [request.partition_key for request in gaps_to_fill(desk.clock.now(), desk.pipeline)]


def gaps(desk: Desk) -> list[tuple[str, str]]:
    """What of TODAY is worth another attempt at this moment."""
    with desk.pipeline.open_engine() as engine:
        found = worth_trying(repairable(Days.only(TODAY), engine, desk.clock.now()), engine, desk.clock.now())
    return [(gap.table, gap.subject) for gap in found]


def repairs(desk: Desk) -> list[Repair]:
    with desk.pipeline.open_engine() as engine:
        return repairs_of(engine, Days.only(TODAY))


def repair(desk: Desk, hour: int, day: date = TOMORROW) -> RunOutcome:
    at(desk, hour, day=day)
    return desk.run("repair", TODAY)


@pytest.fixture(scope="session")
def predicted_home(recorded_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home with TODAY's predictions made as well."""
    home = shutil.copytree(recorded_home, tmp_path_factory.mktemp("predicted") / "home")
    with dg.DagsterInstance.ephemeral() as instance:
        assert open_desk(home, instance).morning(TODAY).exit_code == 0
    return home


@pytest.fixture
def desk(predicted_home: Path, tmp_path: Path) -> Iterator[Desk]:
    """TODAY's predictions are made; its games are about to be lost."""
    home = shutil.copytree(predicted_home, tmp_path / "home")
    with dg.DagsterInstance.ephemeral() as instance:
        yield open_desk(home, instance)


@pytest.mark.parametrize(
    "lose", [pytest.param(League.lose_boxscores, marks=pytest.mark.slow), League.send_rosters_only]
)
def test_a_game_that_comes_late_is_asked_for_every_hour_until_it_is_there(
    desk: Desk, lose: Callable[[League, Game], None]
) -> None:
    game = desk.league.games(TODAY)[0]
    lose(desk.league, game)
    at(desk, 5)
    desk.run("postgame", TODAY)

    at(desk, 5, 30)
    assert due(desk) == []
    at(desk, 6)
    assert due(desk) == [f"{TODAY}"]
    assert repair(desk, 6).exit_code == 0
    desk.league.heal()
    assert repair(desk, 7).exit_code == 0

    at(desk, 8)
    assert due(desk) == []
    assert {(r.subject, r.attempt, r.outcome) for r in repairs(desk)} == {
        (game.game_id, 1, "OPEN"),
        (game.game_id, 2, "REPAIRED"),
    }
    mended = {r.table_name for r in repairs(desk)}
    assert PROBES["repairs"](desk.pipeline).startswith(f"{len(mended)} repairs and corrections in 2026-01-09 … 2026-01")
    assert mended == (set(BOXSCORES) if lose is League.lose_boxscores else {BOXSCORES[0]})
    grades = desk.look("prediction_accuracy", TODAY).receipts[0]
    assert (grades.state, grades.rows) == (State.COMPLETE, 36 * len(SYSTEMS))


@pytest.mark.slow
def test_a_game_that_another_source_stands_in_for_passes_on_and_is_asked_for_until_the_league_tells_it(
    desk: Desk,
) -> None:
    game = desk.league.games(TODAY)[0]
    owed = f"the league's boxscore of game {game.game_id}"
    desk.league.stand_in_for(game, "HTTP 404; told by balldontlie")
    at(desk, 5)
    assert desk.run("postgame", TODAY).exit_code == 1

    told = desk.look("player_boxscores", TODAY).receipts[0]
    assert (told.state, told.gaps, told.missing) == (State.DEGRADED, (), {owed: "HTTP 404; told by balldontlie"})
    passed_on = [desk.look(name, TODAY).receipts[0] for name in ("player_game_summary", "prediction_accuracy")]
    assert [(one.state, one.rows) for one in passed_on] == [(State.COMPLETE, 36), (State.COMPLETE, 36 * len(SYSTEMS))]
    at(desk, 6)
    assert gaps(desk) == [(table, owed) for table in BOXSCORES]
    assert repair(desk, 6).exit_code == 0
    desk.league.heal()
    assert repair(desk, 7).exit_code == 0

    at(desk, 8)
    assert gaps(desk) == []
    assert {(r.subject, r.reason, r.outcome) for r in repairs(desk)} == {
        (owed, "HTTP 404; told by balldontlie", "OPEN"),
        (owed, "HTTP 404; told by balldontlie", "REPAIRED"),
    }
    mended = desk.look("player_boxscores", TODAY).receipts[0]
    assert (mended.state, mended.reason) == (State.COMPLETE, f"now with {owed}")


@pytest.mark.slow
def test_a_gap_is_given_up_after_three_attempts_in_red_and_tried_again_the_next_day(desk: Desk) -> None:
    desk.league.lose_boxscores(of=desk.league.games(TODAY)[0])
    at(desk, 5)
    desk.run("postgame", TODAY)

    outcomes = [repair(desk, hour) for hour in (6, 7, 8)]

    assert [outcome.exit_code for outcome in outcomes] == [0, 0, 2]
    (failure,) = outcomes[2].failures
    assert failure.count("given up for today after 3 attempts, tried again tomorrow: ") == len(BOXSCORES)
    assert f"nba_raw.player_boxscores {TODAY}, {desk.league.games(TODAY)[0].game_id}: no rows" in failure
    assert [r.outcome for r in repairs(desk) if r.table_name == BOXSCORES[0]] == ["OPEN", "OPEN", "GIVEN_UP"]

    at(desk, 9)
    assert due(desk) == []
    revisions = desk.look("schedule", TODAY).receipts[0].revision
    assert repair(desk, 9).exit_code == 2
    assert desk.look("schedule", TODAY).receipts[0].revision == revisions
    with pytest.raises(
        GivenUp, match=r"given up for today: nba_raw.player_boxscores .* and 1 more; look at the source"
    ):
        PROBES["repairs"](desk.pipeline)

    at(desk, 1, day=TOMORROW + timedelta(days=1))
    assert gaps(desk) == [(table, desk.league.games(TODAY)[0].game_id) for table in BOXSCORES]


@pytest.mark.slow
def test_a_game_that_is_not_over_is_waited_for_beyond_three_attempts_on_the_first_morning(desk: Desk) -> None:
    game = desk.league.games(TODAY)[1]
    unfinished = {"status": "IN_PROGRESS", "home_score": None, "away_score": None}
    desk.league.change("schedule", lambda rows: [r | unfinished if r["game_id"] == game.game_id else r for r in rows])
    desk.league.lose_boxscores(of=game)

    outcomes = [repair(desk, hour) for hour in (6, 7, 8, 9)]

    assert [outcome.exit_code for outcome in outcomes] == [0] * 4
    at(desk, 10)
    assert due(desk) == [f"{TODAY}"]
    desk.league.heal()
    assert repair(desk, 10).exit_code == 0
    at(desk, 11)
    assert due(desk) == []


@pytest.mark.slow
def test_a_table_that_was_not_published_is_published(desk: Desk) -> None:
    desk.league.outage = "the league does not answer"
    at(desk, 5)
    assert desk.run("postgame", TODAY).exit_code == 2
    desk.league.heal()

    at(desk, 6)
    assert ("nba_raw.player_boxscores", "the day") in gaps(desk)
    assert "nba_analytics.player_game_summary" not in {table for table, _ in gaps(desk)}
    assert repair(desk, 6).exit_code == 0

    assert desk.look("prediction_accuracy", TODAY).receipts[0].state is State.COMPLETE


def test_before_the_games_a_failed_first_run_is_repeated_and_after_the_first_tip_off_it_is_not(desk: Desk) -> None:
    def lose(table: str) -> None:
        with desk.pipeline.open_engine() as engine:
            engine._rows(f"DELETE FROM {table} WHERE game_date = $1", [TODAY])  # noqa: S608

    def lacking(hour: int) -> set[str]:
        at(desk, hour, day=TODAY)
        return {table for table, _ in gaps(desk)}

    assert desk.league.games(TODAY)[0].tipoff_at == eastern(TODAY, time(19))
    lose("nba_raw.schedule")
    assert lacking(11) == set()
    assert lacking(12) == {"nba_raw.schedule"}
    assert desk.run("repair", TODAY).exit_code == 0
    assert lacking(13) == set()
    lose("nba_predictions.player_prop_predictions")
    assert lacking(18) == {"nba_predictions.player_prop_predictions"}
    assert lacking(20) == set()


@pytest.mark.slow
def test_a_failed_ingest_of_a_published_day_is_repeated_and_blocks_nothing(desk: Desk) -> None:
    at(desk, 5)
    desk.run("postgame", TODAY)
    desk.league.bodies["player_boxscores"] = b"<html>502</html>"
    at(desk, 10)
    assert desk.run("postgame", TODAY).exit_code == 2
    desk.league.heal()

    at(desk, 11)
    assert gaps(desk) == [("nba_raw.player_boxscores", "the ingest")]
    assert repair(desk, 11).exit_code == 0

    assert gaps(desk) == []
    with desk.pipeline.open_engine() as engine:
        of_boxscores = [b for b in batches(engine, Days.only(TODAY)) if b.kind == "player_boxscores"]
    assert [b.status for b in of_boxscores] == ["COMPLETE", "FAILED", "COMPLETE"]
    assert "not what the league sends" in str(of_boxscores[1].error)


def test_a_refused_answer_is_an_unverified_batch(desk: Desk) -> None:
    desk.league.file_under_the_next_day(desk.league.games(TODAY)[1])
    desk.league.change("team_boxscores", lambda rows: rows[:0])
    at(desk, 5)
    desk.run("postgame", TODAY)

    with desk.pipeline.open_engine() as engine:
        ended = {b.kind: (b.status, b.error) for b in batches(engine, Days.only(TODAY))}

    assert ended["schedule"] == ("COMPLETE", None)
    assert ended["team_boxscores"][0] == "UNVERIFIED"
    assert "none of 2 expected games can be published" in str(ended["team_boxscores"][1])
    assert ended["player_boxscores"][0] == "FAILED"


@pytest.mark.slow
def test_a_batch_that_never_ended_is_dead_and_asked_again(desk: Desk) -> None:
    at(desk, 5)
    desk.run("postgame", TODAY)
    began = at(desk, 10)
    row = {
        "batch_id": "killed", "kind": "shot_zones", "table_name": "nba_raw.shot_zones", "game_date": TODAY,
        "last_day": TODAY, "status": "STARTED", "started_at": began, "recorded_at": began, "run_id": "killed",
    }  # fmt: skip
    with desk.pipeline.open_engine() as engine:
        engine.append(INGEST_BATCHES, pa.Table.from_pylist([row], schema=INGEST_BATCHES.schema.to_pyarrow()))

    at(desk, 10, 14)
    assert gaps(desk) == []
    at(desk, 10, 15)
    assert gaps(desk) == [("nba_raw.shot_zones", "the ingest")]
    repair(desk, 11)
    assert gaps(desk) == []


def test_a_second_run_that_selects_only_what_comes_after_a_lost_input_is_refused(desk: Desk) -> None:
    desk.league.bodies["player_boxscores"] = b"<html>502</html>"
    at(desk, 5)
    desk.run("postgame", TODAY)

    job = desk.definitions().resolve_job_def("postgame")
    second = job.execute_in_process(
        instance=desk.instance,
        partition_key=f"{TODAY}",
        raise_on_error=False,
        asset_selection=[asset_key("nba_analytics.player_game_summary")],
    )

    assert not second.success
    (failure,) = [event for event in second.all_events if event.is_step_failure]
    assert "nba_raw.player_boxscores: 2026-01-15 (it was never published)" in failure.message + str(
        failure.step_failure_data.user_failure_data.description
    )
    assert TODAY in desk.look("player_game_summary", TODAY).unverified
