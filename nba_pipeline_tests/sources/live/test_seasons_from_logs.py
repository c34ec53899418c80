"""A season out of game logs is the season that was played: as the archive holds it, and as tables publish it."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from known_teams import in_the_league
from season_logs import STATS, SeasonLogs, played
from small_day import MORNING
from unconfigured import without_settings

from nba_pipeline.game_day import Days, season_days
from nba_pipeline.sources.archive import ArchiveSource
from nba_pipeline.sources.base import Answer
from nba_pipeline.sources.landing import land
from nba_pipeline.sources.live import logged_games
from nba_pipeline.sources.live.game_logs import PLAYERS, TEAMS
from nba_pipeline.sources.simulated.source import SimulatedSource
from nba_pipeline.tables.raw import player_boxscores, schedule, team_boxscores
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.warehouse.reading import read

NBA = Path(sys.executable).with_name("nba")
SEASON = 2021
DAY = date(2022, 1, 15)
# What no log tells.
UNTOLD = {"tipoff_at": None, "started": None, "turnovers_with_team": None}

Rows = list[dict]


def logged(logs: SeasonLogs) -> list[Answer]:
    days = season_days(logs.season)
    return [
        Answer(question.log, days, f"https://stats/{question}", "application/json", body, MORNING)
        for question, body in logs.bodies.items()
    ]


def unordered(rows: Rows) -> set[tuple]:
    return {tuple(sorted((row | {name: None for name in UNTOLD if name in row}).items())) for row in rows}


@pytest.mark.slow
@pytest.mark.parametrize("season", [2021, 2023])
def test_a_real_season_read_from_its_logs_is_the_season_of_the_archive(archive_dir, season):
    games, players, teams = played(ArchiveSource(archive_dir), season)
    answers = logged(SeasonLogs.of(season, games, players, teams))
    told = {
        TEAMS: [one for one in answers if one.kind == TEAMS],
        PLAYERS: [one for one in answers if one.kind == PLAYERS],
    }

    assert unordered(logged_games.rows("schedule", told[TEAMS]).to_pylist()) == unordered(games)
    assert unordered(logged_games.rows("player_boxscores", told[PLAYERS]).to_pylist()) == unordered(players)
    assert unordered(logged_games.rows("team_boxscores", answers).to_pylist()) == unordered(teams)
    assert [logged_games.untold(kind, answers) for kind in ("schedule", "team_boxscores")] == [[], []]


@pytest.mark.slow
def test_a_day_of_a_landed_season_is_published_without_any_network(tmp_path):
    home = tmp_path / "home"
    games, players, teams = map(in_the_league, played(SimulatedSource(7), SEASON))
    for answer in logged(SeasonLogs.of(SEASON, games, players, teams)):
        land(home / "landing", "live", answer)
    nowhere = {name: "http://127.0.0.1:9" for name in ("NBA_CDN_URL", "NBA_STATS_URL", "NBA_INJURY_REPORT_URL")}
    environment = (
        without_settings() | nowhere | {"NBA_HOME": str(home), "NBA_SOURCE": "live", "NBA_NOW": MORNING.isoformat()}
    )

    ran = subprocess.run(  # noqa: S603
        [NBA, "run", "--date", f"{DAY}", "--json"], env=environment, capture_output=True, text=True
    )

    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert [run["status"] for run in json.loads(ran.stdout)] == ["PASS", "PASS"]
    published = {}
    with DuckDBEngine(home / "warehouse.duckdb") as engine:
        for module in (schedule, player_boxscores, team_boxscores):
            reading = read(engine, module.CONTRACT, Days.only(DAY))
            assert reading.unverified == {}
            published[module] = engine.fetch(reading.rows).to_pylist()
    of_day = {row["game_id"]: row for row in games if row["game_date"] == DAY}
    assert {row["game_id"]: row["home_score"] for row in published[schedule]} == {
        game_id: game["home_score"] for game_id, game in of_day.items()
    }
    assert {
        (row["game_id"], row["player_id"], row["points"], round(row["minutes"], 2))
        for row in published[player_boxscores]
    } == {
        (row["game_id"], row["player_id"], row["points"], round(row["minutes"], 2))
        for row in players
        if row["game_date"] == DAY
    }
    assert {row["started"] for row in published[player_boxscores]} == {None}
    assert {(row["team"], row["points"], row["turnovers"], row["won"]) for row in published[team_boxscores]} == {
        (row["team"], row["points"], row["turnovers"], row["points"] == _best(teams, row["game_id"]))
        for row in teams
        if row["game_date"] == DAY
    }


def _best(teams: Rows, game_id: str) -> int:
    return max(row["points"] for row in teams if row["game_id"] == game_id)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_a_season_is_bootstrapped_by_the_command_and_left_alone_the_next_time(services, tmp_path):
    home = tmp_path / "home"
    games, players, teams = map(in_the_league, played(SimulatedSource(7), SEASON))
    SeasonLogs.of(SEASON, games, players, teams).serve(services)
    environment = without_settings() | {
        "NBA_HOME": str(home),
        "NBA_SOURCE": "live",
        "NBA_STATS_URL": services.address + STATS,
        "NBA_CDN_URL": "http://127.0.0.1:9",
        "NBA_REQUEST_INTERVAL": "0",
        "NBA_NOW": MORNING.isoformat(),
    }

    def bootstrap() -> dict:
        command = [NBA, "bootstrap", "--seasons", "2021-22", "--json"]
        ran = subprocess.run(command, env=environment, capture_output=True, text=True)  # noqa: S603
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return json.loads(ran.stdout)

    assert [run["status"] for run in bootstrap()["runs"]] == ["PASS"]
    with DuckDBEngine(home / "warehouse.duckdb") as engine:
        reading = read(engine, player_boxscores.CONTRACT, season_days(SEASON))
        assert reading.unverified == {}
        assert engine.fetch(reading.rows).num_rows == len(players)
    assert len(services.asked) == 6

    again = bootstrap()
    assert (again["made_before"], again["runs"], again["landed"]) == (["2021-22"], [], [])
    assert len(services.asked) == 6
