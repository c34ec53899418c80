"""Every raw table has its contract's columns on both engines; injuries and shots are read as the league means them."""

from __future__ import annotations

import inspect
from types import ModuleType

import ibis
import ibis.expr.types as ir
import pytest
from raw_days import GAME, TIPOFF, answer, said, scheduled

from nba_pipeline.contracts import When
from nba_pipeline.sources.answers import ANSWERS
from nba_pipeline.tables.raw import (
    game_lines,
    injury_report,
    player_boxscores,
    points_props,
    schedule,
    second_boxscores,
    shot_zones,
    team_boxscores,
)

MODULES = [
    schedule,
    player_boxscores,
    team_boxscores,
    second_boxscores,
    points_props,
    game_lines,
    injury_report,
    shot_zones,
]
FUNCTIONS = ["set_aside", "held_back", "expected_games"]


def name_of(module: ModuleType) -> str:
    return module.CONTRACT.short_name


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_raw_table_has_its_contracts_columns(module):
    contract = module.CONTRACT
    built = getattr(module, contract.short_name)(**unbound(module))

    assert list(built.columns) == [column.name for column in contract.columns]
    assert [built[column.name].type().copy(nullable=True) for column in contract.columns] == [
        ibis.dtype(column.dtype) for column in contract.columns
    ]


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_raw_table_is_made_in_bigquery_by_the_same_expressions(module):
    inputs = {**unbound(module), "rows": ibis.table(module.CONTRACT.schema(), name="staged")}
    if "schedule" not in inputs:
        inputs["schedule"] = ibis.table(schedule.CONTRACT.schema(), name="schedule")
    for name in [module.CONTRACT.short_name, *FUNCTIONS]:
        function = getattr(module, name, None)
        if function is not None:
            expression = function(**{key: inputs[key] for key in inspect.signature(function).parameters})
            assert ibis.to_sql(expression, dialect="bigquery").startswith(("SELECT", "WITH"))


def unbound(module: ModuleType) -> dict[str, ir.Table]:
    """The inputs of a table's function, with what the schedule shows at the time it is made."""
    contract = module.CONTRACT
    games = schedule.CONTRACT
    visible = games.known_before_game if When.PREGAME in contract.when else games.columns
    inputs = {
        "answer": ibis.table(ANSWERS[contract.short_name], name="answer"),
        "schedule": ibis.table(games.schema(visible), name="schedule"),
    }
    function = getattr(module, contract.short_name)
    return {name: inputs[name] for name in inspect.signature(function).parameters}


def test_an_injury_is_linked_to_the_teams_game_or_to_none():
    injury = {"report_at": TIPOFF, "player_name": "Jayson Tatum", "player_lookup": "jaysontatum", "status": "OUT"}
    reports = answer("injury_report", [injury | {"team": "BOS"}, injury | {"team": "MIA"}])

    rows = said(injury_report.injury_report, answer=reports, schedule=scheduled())

    assert {row["team"]: row["game_id"] for row in rows} == {"BOS": GAME, "MIA": None}


def test_a_second_boxscore_belongs_to_the_game_of_its_teams_or_is_set_aside():
    tatum = {"player_name": "Jayson Tatum", "player_lookup": "jaysontatum", "minutes": 36.0, "points": 30}
    told = [tatum | {"team": "BOS", "opponent": opponent} for opponent in ("MIA", "NYK")]
    inputs = {"answer": answer("second_boxscores", told), "schedule": scheduled()}

    rows, strays = said(second_boxscores.second_boxscores, **inputs), said(second_boxscores.set_aside, **inputs)

    assert [(row["game_id"], row["team"], row["minutes"], row["points"]) for row in rows] == [(GAME, "BOS", 36, 30)]
    assert [(row["item"], row["reason"]) for row in strays] == [
        ("Jayson Tatum of BOS", "the schedule has no game of these teams on this day")
    ]


def test_the_leagues_zones_become_four():
    zones = ["restricted_area", "paint_non_ra", "mid_range", "above_break_3", "left_corner_3"]
    zones += ["right_corner_3", "backcourt"]
    shots = {f"{zone}_fga": 10**place for place, zone in enumerate(zones)}
    made = {f"{zone}_fgm": 0 for zone in zones}
    player = {"game_id": GAME, "team": "BOS", "player_id": 7}

    [row] = said(shot_zones.shot_zones, answer=answer("shot_zones", [player | shots | made]))

    attempts = [row[f"{zone}_fga"] for zone in ("paint", "mid_range", "three", "backcourt")]
    assert attempts == [11, 100, 111_000, 1_000_000]
