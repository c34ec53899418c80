"""The analytics tables of real seasons: every promise of every column holds, and the players who play are expected."""

from __future__ import annotations

from datetime import date

import ibis
import pyarrow.compute as pc
import pytest
from raw_days import real
from small_league import CONTEXTS, SUMMARIES, Tables, made_from

from nba_pipeline.game_day import Days, season_days
from nba_pipeline.registry import table
from nba_pipeline.warehouse.audit import broken_rows, conformed, day_facts

ARCHIVE_ENDS = date(2026, 1, 31)
RAW = ("schedule", "player_boxscores", "team_boxscores", "points_props", "game_lines", "injury_report", "shot_zones")


def raw_tables(archive_dir, days: Days) -> Tables:
    tables: Tables = {}
    for name in RAW:
        module = table(name)
        inputs = {"answer": real(archive_dir, name, days)}
        inputs |= {parameter: ibis.memtable(tables[parameter]) for parameter in module.inputs}
        tables[name] = conformed(module.contract, module.build(**inputs)).to_pyarrow()
    return tables


def analytics(archive_dir, days: Days, history: Days) -> Tables:
    """The five tables of these days. The summaries reach back over the history that the pre-game tables see."""
    tables = raw_tables(archive_dir, history)
    for name in SUMMARIES:
        tables[name] = made_from(tables, name, history)
    for name in CONTEXTS:
        tables[name] = made_from(tables, name, days)
    return tables


def assert_promises_hold(tables: Tables) -> None:
    for name in (*SUMMARIES, *CONTEXTS):
        contract, rows = table(name).contract, ibis.memtable(tables[name])
        assert broken_rows(contract, rows).to_pyarrow().to_pylist() == []
        facts = day_facts(contract, rows)
        assert facts.filter(facts.rows != facts.keys).to_pyarrow().to_pylist() == []


def expected_share(tables: Tables) -> float:
    """Of those who appeared, the share who were expected."""
    summary, context = tables["player_game_summary"], tables["upcoming_player_game_context"]
    games = set(context["game_id"].to_pylist())
    played = summary.filter(pc.equal(summary["status"], "PLAYED"))
    appeared = {key for key in zip(*_who(played), strict=True) if key[0] in games}
    return len(appeared & set(zip(*_who(context), strict=True))) / len(appeared)


def _who(rows) -> list[list]:
    return [rows[column].to_pylist() for column in ("game_id", "player_id")]


def test_a_week_with_lines_and_injury_reports(archive_dir):
    days = Days(date(2025, 11, 1), date(2025, 11, 7))
    tables = analytics(archive_dir, days, Days(date(2025, 10, 1), days.last))
    players = tables["upcoming_player_game_context"]

    assert_promises_hold(tables)
    assert expected_share(tables) > 0.98
    assert pc.count_distinct(players["injury_status"]).as_py() == 5
    # the report of the morning: hardly anybody whom it calls out plays in the evening
    out = set(zip(*_who(players.filter(pc.equal(players["injury_status"], "out"))), strict=True))
    summary = tables["player_game_summary"]
    appeared = set(zip(*_who(summary.filter(pc.equal(summary["status"], "PLAYED"))), strict=True))
    assert len(out) > 100
    assert len(out & appeared) < 0.05 * len(out)


@pytest.mark.slow
@pytest.mark.parametrize("season", range(2015, 2026))
def test_a_season(archive_dir, season):
    days = season_days(season)
    days = Days(days.first, min(days.last, ARCHIVE_ENDS))
    history = Days(season_days(max(2015, season - 1)).first, days.last)
    tables = analytics(archive_dir, days, history)
    players = tables["upcoming_player_game_context"]
    sides = {(row["game_id"], row["team"]) for row in players.select(["game_id", "team"]).to_pylist()}

    assert_promises_hold(tables)
    assert expected_share(tables) > 0.97
    assert 13 < len(players) / len(sides) < 16


@pytest.mark.slow
def test_the_closing_line_misses_by_five_points(archive_dir):
    """The yardstick of every prediction, on the players with a line who played."""
    days = Days(date(2025, 10, 1), ARCHIVE_ENDS)
    summary = made_from(raw_tables(archive_dir, days), "player_game_summary", days).to_pandas()
    lined = summary[summary.closing_line_mean.notna() & summary.points.notna()]

    assert len(lined) > 10_000
    assert (lined.points - lined.closing_line_mean).abs().mean() == pytest.approx(4.87, abs=0.01)
    assert (lined.line_result == "OVER").mean() == pytest.approx(0.485, abs=0.01)
