"""A day of the live services, run as the operator runs it: in the morning, after the games, and looked at."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from addresses import live_variables
from services import BROKEN, Services, Trouble
from small_day import (
    BOX_SCORES,
    DAY,
    EVENTS,
    GAMES,
    KEY,
    MORNING,
    NEXT_MORNING,
    ODDS,
    SECOND_KEY,
    after_the_games,
    box_scores,
    lands_lately,
    points_of,
    second_game,
)
from unconfigured import without_settings
from written import all_written

from nba_pipeline.game_day import Days
from nba_pipeline.sources.live.balldontlie import NO_KEY
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.warehouse.reading import receipts_of
from nba_pipeline.warehouse.receipts import State

NBA = Path(sys.executable).with_name("nba")
BOXSCORES = ("player_boxscores", "team_boxscores", "second_boxscores")
RAW = ("schedule", "points_props", "game_lines", "injury_report", *BOXSCORES, "shot_zones")


def nba(home: Path, services: Services, at: datetime, *arguments: str, key: str = KEY) -> tuple[int, object, str]:
    keys = {"NBA_ODDS_API_KEY": key, "NBA_BALLDONTLIE_API_KEY": SECOND_KEY if key else ""}
    environment = without_settings() | live_variables(services, **keys, NBA_HOME=str(home), NBA_NOW=at.isoformat())
    ran = subprocess.run([NBA, *arguments, "--json"], env=environment, capture_output=True, text=True)  # noqa: S603
    return ran.returncode, json.loads(ran.stdout), ran.stdout + ran.stderr


def rows_of(home: Path) -> dict[str, int]:
    names = [f"nba_raw.{name}" for name in RAW]
    with DuckDBEngine(home / "warehouse.duckdb") as engine:
        receipts = receipts_of(engine, names, Days.only(DAY))
    return {receipt.table_name.partition(".")[2]: receipt.rows for receipt in receipts}


def state_of(home: Path, name: str, dataset: str = "nba_raw") -> tuple[State, str | None]:
    with DuckDBEngine(home / "warehouse.duckdb") as engine:
        (receipt,) = receipts_of(engine, [f"{dataset}.{name}"], Days.only(DAY))
    return receipt.state, receipt.reason


@pytest.mark.slow
def test_a_live_day_is_published_before_and_after_its_games(services, tmp_path):
    home = tmp_path / "home"

    before, _, said = nba(home, services, MORNING, "run", "--date", f"{DAY}", "--phase", "pregame")
    assert before == 0, said
    assert rows_of(home) == {"schedule": 2, "points_props": 40, "game_lines": 2, "injury_report": 3}

    after_the_games(services)
    after, _, told = nba(home, services, NEXT_MORNING, "run", "--date", f"{DAY}", "--phase", "postgame")
    assert after == 0, told
    assert rows_of(home) == {
        "schedule": 2,
        "points_props": 40,
        "game_lines": 2,
        "injury_report": 3,
        "player_boxscores": 36,
        "team_boxscores": 4,
        "second_boxscores": 40,
        "shot_zones": 36,
    }

    _, probes, shown = nba(home, services, NEXT_MORNING, "doctor")
    [source] = [probe for probe in probes if probe["probe"] == "source"]
    assert source["ok"]
    assert "credits spent on 2026-01-15" in source["finding"]
    for planted in (KEY, SECOND_KEY):
        assert planted not in said + told + shown
        assert [content for content in all_written(home) if planted.encode() in content] == []
    assert SECOND_KEY in services.authorizations


@pytest.mark.slow
def test_a_day_without_a_key_runs_without_lines(services, tmp_path):
    home = tmp_path / "home"

    code, _, said = nba(home, services, MORNING, "run", "--date", f"{DAY}", "--phase", "pregame", key="")

    assert code == 0, said
    assert rows_of(home) == {"schedule": 2, "points_props": 0, "game_lines": 0, "injury_report": 3}
    assert not any(path.startswith(ODDS) for path in services.asked)


@pytest.mark.slow
def test_two_sources_that_differ_are_a_gap_and_without_a_key_it_is_said_that_there_is_one(services, tmp_path):
    after_the_games(services)
    other = second_game(GAMES[0])
    other["home_team"]["players"][0]["pts"] += 2
    services.put(BOX_SCORES, box_scores([other, second_game(GAMES[1])]))

    def compared(home: Path, key: str) -> dict:
        nba(home, services, NEXT_MORNING, "run", "--date", f"{DAY}", "--phase", "postgame", key=key)
        assert rows_of(home)["second_boxscores"] == (40 if key else 0)
        _, document, _ = nba(home, services, NEXT_MORNING, "reconcile", "--date", f"{DAY}", key=key)
        return next(one for one in document["rules"] if one["rule"] == "A8")

    differ, alone = compared(tmp_path / "two", KEY), compared(tmp_path / "one", "")

    points = points_of("BOS", 0)
    assert (differ["status"], differ["severity"], differ["missing"]) == (
        "FAIL",
        "MEDIUM",
        [f"Bos Playera: 34.0 minutes, {points} points; the second source: 34.0 minutes, {points + 2} points"],
    )
    assert (alone["status"], NO_KEY in alone["message"]) == ("EMPTY_OK", True)


@pytest.mark.slow
def test_a_game_that_the_league_does_not_give_is_told_by_the_second_source_until_it_does(services, tmp_path):
    home, first = tmp_path / "home", GAMES[0]
    lands_lately(home)
    after_the_games(services)
    services.trouble(first.boxscore, Trouble(404))
    owed = f"the league's boxscore of game {first.game_id}"

    code, _, said = nba(home, services, NEXT_MORNING, "run", "--date", f"{DAY}")

    assert code == 1, said
    assert f"without {owed} (" in said
    assert "(HTTP 404); told by balldontlie)" in said
    assert [state_of(home, name)[0] for name in BOXSCORES] == [State.DEGRADED, State.DEGRADED, State.COMPLETE]
    assert [rows_of(home)[name] for name in BOXSCORES] == [36, 4, 40]
    assert state_of(home, "player_game_summary", dataset="nba_analytics") == (State.COMPLETE, None)
    _, document, _ = nba(home, services, NEXT_MORNING, "reconcile", "--date", f"{DAY}")
    answers = {one["rule"]: one for one in document["rules"]}
    assert answers["A2"]["status"] == "PASS"
    assert answers["A8"]["status"] == "FAIL"
    assert answers["A8"]["missing"] == [f"{first.game_id}: its boxscore is the second source's own"]

    services.troubles.clear()
    nba(home, services, NEXT_MORNING, "run", "--date", f"{DAY}", "--phase", "postgame")
    assert state_of(home, "player_boxscores") == (State.COMPLETE, f"now with {owed}")


@pytest.mark.slow
def test_a_host_in_trouble_fails_the_run_by_its_name_and_the_doctor_shows_it(services, tmp_path):
    home = tmp_path / "home"
    services.trouble(EVENTS, BROKEN)

    code, _, said = nba(home, services, MORNING, "run", "--date", f"{DAY}", "--phase", "pregame")

    assert code == 2
    assert "the host is in trouble (HTTP 500)" in said
    assert "points_props" not in rows_of(home)
    _, probes, _ = nba(home, services, MORNING, "doctor")
    [source] = [probe for probe in probes if probe["probe"] == "source"]
    assert "failed 1 times in a row" in source["finding"]


@pytest.mark.slow
def test_an_event_whose_odds_do_not_come_degrades_the_day_and_is_asked_for_again_by_the_next_run(services, tmp_path):
    home = tmp_path / "home"
    services.trouble(GAMES[0].props, BROKEN)

    code, _, said = nba(home, services, MORNING, "run", "--date", f"{DAY}", "--phase", "pregame")

    assert code == 1
    assert "without the points lines of NYK at BOS" in said
    assert "the host is in trouble (HTTP 500)" in said
    assert rows_of(home)["points_props"] == 20

    services.troubles.clear()
    code, _, said = nba(home, services, MORNING, "run", "--date", f"{DAY}", "--phase", "pregame")
    assert code == 0, said
    assert rows_of(home)["points_props"] == 40
    assert services.asked.count(GAMES[1].props) == 1
