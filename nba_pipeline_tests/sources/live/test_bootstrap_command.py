"""`nba bootstrap`: what it asks for, what it leaves alone, and what it says when a host does not answer."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner, Result
from season_logs import LOG, STATS, whole_season
from services import BROKEN, Services, Trouble
from small_day import CDN, MORNING
from unconfigured import forget_settings

from nba_pipeline.cli import bootstrap, main
from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.launch import Finding, RunOutcome
from nba_pipeline.sources.live.game_logs import questions

Nba = Callable[..., Result]


@pytest.fixture
def nba(tmp_path: Path, services: Services, monkeypatch: pytest.MonkeyPatch) -> Nba:
    forget_settings(monkeypatch)
    settings = {
        "NBA_HOME": str(tmp_path / "home"),
        "NBA_SOURCE": "live",
        "NBA_STATS_URL": services.address + STATS,
        "NBA_CDN_URL": services.address + CDN,
        "NBA_REQUEST_INTERVAL": "0",
        "NBA_STATS_TIMEOUT": "5",
        "NBA_NOW": MORNING.isoformat(),
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    return lambda *arguments: CliRunner().invoke(main, ["bootstrap", *arguments])


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Days]]:
    """The runs that would be made; the third one finds something."""
    made: list[tuple[str, Days]] = []

    def execute(_, wanted):
        made.extend(wanted)
        found = [Finding("nba_raw/schedule", "whole", "WARN", "the Cup final is lacking")]
        return [
            RunOutcome(job, days, "run", True, [], found if place == 2 else [], [])
            for place, (job, days) in enumerate(wanted)
        ]

    monkeypatch.setattr(bootstrap_module(), "execute", execute)
    return made


def bootstrap_module() -> ModuleType:
    """The name of the module in its package is that of the command."""
    return sys.modules[bootstrap.callback.__module__]


@pytest.mark.slow
def test_seasons_land_and_are_made_one_after_the_other_to_yesterday(nba, runs, services):
    whole_season(2024).serve(services)

    said = nba("--seasons", "2024-25:2025-26", "--json")

    assert said.exit_code == 0, said.output
    assert [(job, f"{days}") for job, days in runs] == [
        ("all_phases", "2024-10-01 … 2025-06-30"),
        ("all_phases", "2025-10-01 … 2026-01-14"),
    ]
    told = json.loads(said.stdout)
    assert [one["games"] for one in told["landed"]] == [1230, 1230, 6, 6, 60, 60, 1, 1]
    assert (told["landed_before"], told["made_before"], told["lacking"]) == (0, [], [])
    assert [run["status"] for run in told["runs"]] == ["PASS", "PASS"]
    assert {query["Season"][0] for query in services.queries} == {"2024-25"}


@pytest.mark.slow
def test_a_finding_of_a_run_is_exit_code_1_and_what_the_logs_do_not_tell_is_said(nba, runs, services):
    for season in (2021, 2022):
        whole_season(season).serve(services)

    said = nba("--seasons", "2021-22:2022-23")
    assert said.exit_code == 0, said.output
    assert "tell no tip-offs, no starters, and nobody who did not play" in said.stdout
    assert said.stderr.count("1,230 games") == 4

    services.asked.clear()
    whole_season(2020).serve(services)
    said = nba("--seasons", "2020-21:2022-23")
    assert said.exit_code == 1
    assert "the Cup final is lacking" in said.stdout
    assert len(services.asked) == len(questions(2020))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("trouble", "why"),
    [
        (Trouble(status=400), "refuses"),
        (Trouble(body=b'{"Message": "An error has occurred."}'), "has no parameters"),
        (BROKEN, "the host is in trouble (HTTP 500)"),
    ],
    ids=["refused", "an error", "500"],
)
def test_a_cup_final_whose_log_does_not_come_is_said_with_the_reason_and_keeps_no_season_back(
    nba, runs, services, trouble, why
):
    whole_season(2024).serve(services)
    services.trouble("SeasonType=IST", trouble)

    said = nba("--seasons", "2024-25", "--json")

    assert said.exit_code == 1
    assert [days.first.year for _, days in runs] == [2024]
    told = json.loads(said.stdout)
    assert [one["log"] for one in told["lacking"]] == ["2024-25 NBA Cup Final, teams", "2024-25 NBA Cup Final, players"]
    assert all(why in one["reason"] for one in told["lacking"])

    services.asked.clear()
    said = nba("--seasons", "2024-25")
    assert said.exit_code == 1
    assert "2024-25 NBA Cup Final, teams is lacking: " in said.stdout
    assert {query["SeasonType"][0] for query in services.queries[8:]} == {"IST"}


@pytest.mark.slow
def test_a_host_in_trouble_publishes_nothing_and_the_same_command_goes_on(nba, runs, services):
    whole_season(2021).serve(services)
    services.trouble("PlayerOrTeam=T&Season=2021-22&SeasonType=Playoffs", BROKEN)

    said = nba("--seasons", "2021-22", "--json")

    assert (said.exit_code, said.stdout, runs) == (2, "", [])
    assert "2021-22 Playoffs, teams: " in said.stderr
    assert "HTTP 500" in said.stderr
    assert "4 game logs have landed and stand, and nothing was published; the same command goes on there" in said.stderr

    services.troubles.clear()
    services.asked.clear()
    said = nba("--seasons", "2021-22", "--json")
    assert said.exit_code == 0
    assert json.loads(said.stdout)["landed_before"] == 4
    assert services.asked == [LOG] * 2


@pytest.mark.slow
def test_seasons_that_are_made_are_left_alone_and_those_after_an_unmade_one_are_not(nba, runs, services, monkeypatch):
    class Receipts:
        """A receipt of each table's day, where the season is made."""

        made = (2021, 2022, 2023)

        def __call__(self, _, tables, days: Days) -> range:
            return range(len(tables) * len(days) if days.first.year in self.made else len(tables))

    monkeypatch.setattr(bootstrap_module(), "receipts_of", Receipts())
    said = nba("--seasons", "2021-22:2023-24", "--json")
    assert (said.exit_code, runs, services.asked) == (0, [], [])
    assert json.loads(said.stdout)["made_before"] == ["2021-22", "2022-23", "2023-24"]

    monkeypatch.setattr(Receipts, "made", (2021, 2023))
    for season in (2022, 2023):
        whole_season(season).serve(services)
    said = nba("--seasons", "2021-22:2023-24", "--json")
    assert said.exit_code == 0, said.output
    assert [days.first.year for _, days in runs] == [2022, 2023]
    assert json.loads(said.stdout)["made_before"] == ["2021-22"]


@pytest.mark.parametrize("told", ["2021", "2021-23", "21-22", "2022-23:2021-22", "2014-15", "2025-26:2026-27", ":", ""])
def test_what_is_no_range_of_seasons_is_told_how_to_write_one(nba, services, told):
    said = nba("--seasons", told)

    assert said.exit_code == 2
    assert "write it like 2021-22" in said.stderr or "is no range of seasons from 2015-16 to 2025-26" in said.stderr
    assert services.asked == []


@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        ("NBA_SOURCE", "simulated", "bootstrap is for NBA_SOURCE=live"),
        ("NBA_LIVE_OFFLINE", "true", "NBA_LIVE_OFFLINE is set, and bootstrap asks"),
        ("NBA_ODDS_HISTORICAL", "true", "would buy the odds of every game of these seasons"),
    ],
)
def test_what_would_be_a_surprise_is_refused(nba, services, monkeypatch, variable, value, says):
    monkeypatch.setenv(variable, value)

    said = nba("--seasons", "2021-22")

    assert said.exit_code == 2
    assert says in " ".join(said.stderr.split())
    assert services.asked == []
