"""A table that sees its own games is refused before anybody can read it, whichever window lets them in."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from types import ModuleType

import dagster as dg
import ibis
import pytest
from league_desk import FIRST, TODAY, Desk

from nba_pipeline.blindness import is_provable
from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.checks import BLIND_TO_ITS_GAMES
from nba_pipeline.registry import all_tables
from nba_pipeline.tables import asof
from nba_pipeline.tables.analytics import upcoming_player_game_context, upcoming_team_game_context
from nba_pipeline.tables.precompute import player_daily_cache, player_form, team_defense_zone_analysis
from nba_pipeline.tables.predictions import ml_feature_store_v2
from nba_pipeline.warehouse import templates

RANGE = Days(FIRST + timedelta(days=3), TODAY - timedelta(days=1))

LEAKY = [
    upcoming_player_game_context,
    upcoming_team_game_context,
    player_daily_cache,
    player_form,
    team_defense_zone_analysis,
    ml_feature_store_v2,
]

Plant = Callable[[ModuleType], None]


def until_its_own_games(targets, states, by):
    """`<=` for `<`: what is true after a day's games is known on that day already."""
    day = ibis.interval(days=1)
    rows = asof.known_before(targets.mutate(game_date=(targets.game_date + day).cast("date")), states, by)
    return rows.mutate(game_date=(rows.game_date - day).cast("date"))


@pytest.fixture
def plant(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Plant:
    def planted(module: ModuleType) -> None:
        monkeypatch.setattr(module, "known_before", until_its_own_games)
        # what was compiled of the sound code would be used again
        shutil.rmtree(desk.pipeline.settings.home / "compiled", ignore_errors=True)
        templates.forget()

    return planted


def answers(desk: Desk, run_id: str) -> dict[str, dg.AssetCheckEvaluation]:
    """What each table's check said in a run, by the table's short name."""
    records = desk.instance.get_records_for_run(run_id, of_type=dg.DagsterEventType.ASSET_CHECK_EVALUATION).records
    evaluations = [r.event_log_entry.dagster_event.event_specific_data for r in records]
    return {e.asset_key.path[-1]: e for e in evaluations if e.check_name == BLIND_TO_ITS_GAMES}


@pytest.mark.parametrize("module", LEAKY, ids=lambda module: module.CONTRACT.short_name)
def test_a_window_that_lets_the_game_itself_in_publishes_nothing(desk: Desk, plant: Plant, module: ModuleType) -> None:
    name = module.CONTRACT.short_name
    good = {day: desk.look(name, day).receipts for day in RANGE}
    plant(module)

    outcome = desk.run("all_phases", RANGE.first, RANGE.last)

    assert outcome.exit_code == 2
    answer = answers(desk, outcome.run_id)[name]
    assert not answer.passed
    assert answer.blocking
    assert "know that day's games, or later ones" in answer.description
    assert {day: desk.look(name, day).receipts for day in RANGE} == good


def test_a_sound_range_proves_a_day_of_every_table_that_could_leak(desk: Desk) -> None:
    outcome = desk.run("all_phases", RANGE.first, RANGE.last)

    told = answers(desk, outcome.run_id)
    assert outcome.exit_code == 0
    assert set(told) == {m.contract.short_name for m in all_tables().values() if is_provable(m)}
    assert all(answer.passed for answer in told.values())
    proven = {name: answer.metadata["days_proven"].value for name, answer in told.items()}
    assert all(len(days) == 1 and date.fromisoformat(days[0]) in RANGE for days in proven.values())


def test_the_day_that_is_proven_changes_from_run_to_run(desk: Desk) -> None:
    proven = set()
    for _ in range(3):
        outcome = desk.run("all_phases", RANGE.first, RANGE.last)
        proven |= {tuple(a.metadata["days_proven"].value) for a in answers(desk, outcome.run_id).values()}

    assert len(proven) > 1


def test_a_single_day_is_made_of_inputs_that_end_the_day_before(desk: Desk, plant: Plant) -> None:
    honest = desk.run("pregame", TODAY - timedelta(days=1))
    before = desk.hashes(TODAY - timedelta(days=1))
    plant(player_daily_cache)

    leaky = desk.run("pregame", TODAY - timedelta(days=1))

    assert (honest.exit_code, leaky.exit_code) == (0, 0)
    assert desk.hashes(TODAY - timedelta(days=1)) == before
    told = answers(desk, leaky.run_id)["player_daily_cache"]
    assert (told.passed, told.description) == (True, "made of inputs that end the day before")
