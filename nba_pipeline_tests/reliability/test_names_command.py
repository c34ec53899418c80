"""A name that leads to nobody, on the operator's desk: found, told who may be meant, taught, made again, gone."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from click.testing import CliRunner, Result
from faults.league_desk import FIRST, Desk
from reconciler import TODAY, Reconciler, by_id

from nba_pipeline.aliases import FILE, add_alias
from nba_pipeline.cli import main
from nba_pipeline.game_day import Days
from nba_pipeline.names import player_lookup
from nba_pipeline.production import out_of_date
from nba_pipeline.registry import table
from nba_pipeline.reliability.corrections import correction
from nba_pipeline.reliability.results import RuleStatus

PLAYER, PLAYER_ID, WRITTEN = "Bos Playera", 1000, "Boss Plyer A."
CONTEXT, PROPS, SECOND = "upcoming_player_game_context", "points_props", "second_boxscores"
Nba = Callable[..., Result]


@pytest.fixture
def nba(monkeypatch: pytest.MonkeyPatch, reconciler: Reconciler) -> Nba:
    desk = reconciler.desk
    monkeypatch.setenv("NBA_HOME", str(desk.pipeline.settings.home))
    monkeypatch.setenv("NBA_NOW", desk.clock.now().isoformat())
    monkeypatch.setenv("COLUMNS", "200")
    return lambda *arguments: CliRunner().invoke(main, ["names", *arguments])


def misspell(desk: Desk) -> None:
    """Every book writes the player so that nobody is found for it."""
    wrong = {"player_name": WRITTEN, "player_lookup": "bossplyera"}
    desk.league.change(PROPS, lambda rows: [row | wrong if row["player_name"] == PLAYER else row for row in rows])


def line_of(desk: Desk) -> Any:
    (row,) = [row for row in desk.rows(CONTEXT, TODAY) if row["player_id"] == PLAYER_ID]
    return row["points_line"]


def stale(desk: Desk, name: str, days: Days) -> list:
    with desk.pipeline.open() as world:
        return [day for day in days if day in out_of_date(table(name), Days.only(day), world)]


@pytest.mark.slow
def test_a_misspelt_name_is_found_taught_and_gone_once_the_day_is_made_again(reconciler: Reconciler, nba: Nba) -> None:
    desk = reconciler.desk
    right = line_of(desk)
    misspell(desk)
    reconciler.repeat_the_day()
    assert line_of(desk) is None
    assert by_id(reconciler.of(), "A6").status is RuleStatus.FAIL

    said = nba("--date", f"{TODAY}", "--json")

    assert said.exit_code == 1, said.output
    (name,) = json.loads(said.stdout)["names"]
    assert (name["written"], name["reason"]) == ([WRITTEN], "nobody of this name was in a boxscore before")
    quotes = [row for row in desk.rows(PROPS, TODAY) if row["player_name"] == WRITTEN]
    assert sum(name["rows"].values()) == len(quotes) > 1
    assert set(name["rows"]) == {row["bookmaker"] for row in quotes}
    assert [game["game_id"] for game in name["games"]] == [quotes[0]["game_id"]]
    assert name["candidates"][0]["player_name"] == PLAYER
    shown = nba().stdout
    assert f'nba names add "{WRITTEN}" "{PLAYER}"' in shown
    assert "24 were not known on their day, and are by now" in shown, "before the first day nobody was in a boxscore"

    taught = nba("add", WRITTEN, PLAYER)

    assert taught.exit_code == 0, taught.output
    assert f"1 published days hold it and lead elsewhere: {TODAY}" in taught.stdout
    assert f"Make them again with: nba run --date {TODAY}" in taught.stdout
    reconciler.repeat_the_day()
    assert line_of(desk) == right
    assert by_id(reconciler.of(), "A6").status is RuleStatus.PASS
    well = nba("--date", f"{TODAY}", "--json")
    assert (well.exit_code, json.loads(well.stdout)["names"]) == (0, [])


def spelled(desk: Desk, name: str) -> None:
    """The second source writes the player otherwise."""
    own = {"player_name": name, "player_lookup": player_lookup(name)}
    desk.league.change(SECOND, lambda rows: [row | own if row["player_name"] == PLAYER else row for row in rows])


@pytest.mark.slow
def test_a_name_of_the_second_source_is_found_taught_and_gone_once_the_day_is_made_again(
    reconciler: Reconciler, nba: Nba
) -> None:
    desk = reconciler.desk
    spelled(desk, WRITTEN)
    reconciler.repeat_the_morning_after()

    said = nba("--date", f"{TODAY}", "--json")

    assert said.exit_code == 1, said.output
    (name,) = json.loads(said.stdout)["names"]
    (row,) = [row for row in desk.rows(SECOND, TODAY) if row["player_name"] == WRITTEN]
    assert (name["written"], name["rows"]) == ([WRITTEN], {"second boxscores": 1})
    assert name["reason"] == "nobody of this name is in the boxscore of the game"
    assert [(game["game_id"], game["team"]) for game in name["games"]] == [(row["game_id"], "BOS")]
    assert name["candidates"][0]["player_name"] == PLAYER
    assert f'nba names add "{WRITTEN}" "{PLAYER}"' in nba("--date", f"{TODAY}").stdout

    taught = nba("add", WRITTEN, PLAYER)

    assert f"Make them again with: nba run --date {TODAY}" in taught.stdout
    reconciler.repeat_the_morning_after()
    well = nba("--date", f"{TODAY}", "--json")
    assert (well.exit_code, json.loads(well.stdout)["names"]) == (0, [])


def test_a_players_own_name_is_no_stranger_though_he_is_not_in_the_boxscore_of_the_game(
    reconciler: Reconciler, nba: Nba
) -> None:
    spelled(reconciler.desk, "Lal Playera")
    reconciler.repeat_the_morning_after()

    said = nba("--date", f"{TODAY}", "--json")

    assert by_id(reconciler.of(), "A8").status is RuleStatus.FAIL
    document = json.loads(said.stdout)
    assert (said.exit_code, document["names"], document["known_by_now"]) == (0, [], [])


def test_second_boxscores_that_cannot_be_proven_are_said_not_to_have_been_looked_at(
    reconciler: Reconciler, nba: Nba
) -> None:
    reconciler.lose(SECOND)

    said = nba("--date", f"{TODAY}")

    assert f"{TODAY} was not looked at: nba_raw.second_boxscores: it was never published" in said.stdout


def test_the_days_after_one_that_holds_the_name_are_made_again_with_it(reconciler: Reconciler, nba: Nba) -> None:
    earlier = Days(FIRST, TODAY - timedelta(days=1))
    day = next(day for day in earlier if PLAYER in {row["player_name"] for row in reconciler.desk.rows(PROPS, day)})
    wrong = {"player_name": WRITTEN, "player_lookup": "bossplyera"}
    reconciler.rewrite(PROPS, lambda rows: [row | wrong if row["player_name"] == PLAYER else row for row in rows], day)
    command = f"nba backfill --start {day} --end {TODAY}"

    told = json.loads(nba("add", WRITTEN, PLAYER, "--json").stdout)
    shown = nba("add", WRITTEN, PLAYER).stdout

    assert (told["days"], told["command"]) == ([f"{day}"], command)
    assert f"1 published days hold it and lead elsewhere: {day}" in shown
    assert f"Make them again and the days after them, which look back on them, with: {command}" in shown


@pytest.mark.slow
def test_only_the_days_that_hold_the_name_are_out_of_date_by_an_alias(reconciler: Reconciler) -> None:
    desk = reconciler.desk
    misspell(desk)
    reconciler.repeat_the_day()
    days = Days(TODAY - timedelta(days=1), TODAY)
    home = desk.pipeline.settings.home
    before = stale(desk, PROPS, days)

    add_alias(home, WRITTEN, PLAYER)

    assert TODAY not in before
    assert stale(desk, PROPS, days) == [*before, TODAY]
    reconciler.repeat_the_day()
    assert stale(desk, PROPS, days) == before
    (home / FILE).unlink()
    assert stale(desk, PROPS, days) == [*before, TODAY]


@pytest.mark.slow
def test_a_correction_after_an_alias_does_not_blame_the_source_alone(reconciler: Reconciler) -> None:
    desk = reconciler.desk
    misspell(desk)
    reconciler.repeat_the_day()
    with desk.pipeline.open() as world:
        assert correction(table(PROPS), TODAY, world) is None

    add_alias(desk.pipeline.settings.home, WRITTEN, PLAYER)

    with desk.pipeline.open() as world:
        found = correction(table(PROPS), TODAY, world)
    assert found is not None
    assert found.reason.startswith(f"the source, or this home's aliases, changed {table(PROPS).name}")


@pytest.mark.slow
def test_taking_an_alias_away_says_which_days_were_made_with_it(reconciler: Reconciler, nba: Nba) -> None:
    misspell(reconciler.desk)
    nba("add", WRITTEN, f"{PLAYER_ID}")
    reconciler.repeat_the_day()

    gone = nba("remove", WRITTEN, "--json")

    told = json.loads(gone.stdout)
    assert (told["days"], told["command"]) == ([f"{TODAY}"], f"nba run --date {TODAY}")
    again = nba("remove", WRITTEN)
    assert (again.exit_code, f"has no alias '{WRITTEN}'" in again.stderr) == (2, True)


@pytest.mark.parametrize(
    ("written", "player", "why"),
    [
        (WRITTEN, "Nobody Known", "nobody named 'Nobody Known' was in a boxscore"),
        (WRITTEN, "77", "nobody named '77' was in a boxscore"),
        ("Bos Playerb", PLAYER, "'Bos Playerb' is itself the name of Bos Playerb (BOS, 1001)"),
        ("???", PLAYER, "'???' holds no letter"),
    ],
)
def test_an_alias_that_collides_is_refused(
    reconciler: Reconciler, nba: Nba, written: str, player: str, why: str
) -> None:
    said = nba("add", written, player)

    assert said.exit_code == 2
    assert why in " ".join(said.stderr.split())
    assert not (reconciler.desk.pipeline.settings.home / FILE).exists()


def test_an_alias_that_has_become_a_players_own_name_is_told(reconciler: Reconciler, nba: Nba) -> None:
    add_alias(reconciler.desk.pipeline.settings.home, "Bos Playerb", PLAYER)

    said = nba("--date", f"{TODAY}")

    assert said.exit_code == 1
    assert "'Bos Playerb' is an alias, and by now the name of Bos Playerb himself" in said.stdout


def test_a_damaged_file_stops_the_run_instead_of_being_passed_over(reconciler: Reconciler, nba: Nba) -> None:
    desk = reconciler.desk
    (desk.pipeline.settings.home / FILE).write_text("Boss Plyer A = Bos Playera\n")

    run = desk.run("pregame", TODAY)

    assert run.exit_code == 2
    assert f"{FILE} is damaged" in run.failures[0]
    said = nba("--date", f"{TODAY}")
    assert (said.exit_code, f"{FILE} is damaged" in " ".join(said.stderr.split())) == (2, True)


def test_a_day_that_was_never_made_cannot_be_looked_at(nba: Nba) -> None:
    said = nba("--date", f"{TODAY + timedelta(days=300)}")

    assert said.exit_code == 2
    assert "has no verified day" in " ".join(said.stderr.split())
