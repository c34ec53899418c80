"""`nba score` on days that cannot be scored: each is named, none is left out in silence."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from league_desk import FIRST, TODAY, Desk

from nba_pipeline.cli import main

YESTERDAY = TODAY - timedelta(days=1)
RANGE = ("--start", f"{FIRST}", "--end", f"{YESTERDAY}")
LEARNED = ["points_model_v1", "ensemble_v1", "market_aware_v1"]  # so short a history has no model

Nba = Callable[..., Result]


@pytest.fixture
def nba(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Nba:
    monkeypatch.setenv("NBA_HOME", str(desk.pipeline.settings.home))
    monkeypatch.setenv("NBA_NOW", desk.clock.now().isoformat())
    monkeypatch.setenv("COLUMNS", "250")
    return lambda *arguments: CliRunner().invoke(main, arguments)


def run_sql(desk: Desk, sql: str) -> None:
    with desk.pipeline.open_engine() as engine:
        engine._rows(sql)


def lose_a_row(desk: Desk, table: str, day: date) -> None:
    run_sql(desk, f"DELETE FROM {table} WHERE game_date = '{day}' AND player_id = 1000")  # noqa: S608


def test_a_whole_range_is_scored_with_exit_code_0(nba: Nba) -> None:
    said = nba("score", *RANGE, "--json")

    document = json.loads(said.stdout)
    assert said.exit_code == 0, said.output
    assert document["unverified"] == {}
    assert document["silent"] == LEARNED
    of_all, lined = document["populations"]["all"], document["populations"]["lined"]
    assert 0 < lined["rows"] < of_all["rows"]
    assert [e["system_id"] for e in lined["errors"]] == ["moving_average", "zone_matchup_v1", "similarity_balanced_v1"]
    assert {e["rows"] for e in lined["errors"]} == {lined["rows"]}
    assert {e["says"] for e in lined["errors"]} == {"small sample"}
    bets = [b for b in document["bets"] if b["edge"] != "recommended"]
    assert {b["system_id"]: b["quoted"] for b in bets if b["rows"]}.keys() == {e["system_id"] for e in lined["errors"]}
    assert all(b["quoted"] == b["rows"] for b in bets)  # the league's books quote a price beside every line


def test_a_day_that_lost_a_grade_is_named_and_not_counted(desk: Desk, nba: Nba) -> None:
    whole = json.loads(nba("score", *RANGE, "--json").stdout)
    lose_a_row(desk, "nba_predictions.prediction_accuracy", YESTERDAY)

    said = nba("score", *RANGE, "--json")

    document = json.loads(said.stdout)
    assert said.exit_code == 1
    assert list(document["unverified"]) == [f"{YESTERDAY}"]
    assert document["unverified"][f"{YESTERDAY}"].startswith("prediction_accuracy: its receipt proves")
    assert document["populations"]["all"]["days"] == whole["populations"]["all"]["days"] - 1


def test_a_day_of_which_the_predictions_or_the_prices_are_not_proven_is_named_too(desk: Desk, nba: Nba) -> None:
    tables = {
        "nba_predictions.player_prop_predictions": TODAY - timedelta(days=3),
        "nba_analytics.upcoming_player_game_context": YESTERDAY,
    }
    for name, day in tables.items():
        lose_a_row(desk, name, day)

    said = nba("score", *RANGE)

    assert said.exit_code == 1
    assert "2 days are not verified and not counted" in said.stdout
    for name, day in tables.items():
        assert f"{day}: {name.split('.')[1]}: its receipt proves" in said.stdout


def test_grades_of_predictions_that_were_replaced_are_not_counted(desk: Desk, nba: Nba) -> None:
    run_sql(
        desk,
        "UPDATE nba_predictions.player_prop_predictions SET predicted_points = predicted_points + 1 "  # noqa: S608
        f"WHERE game_date = '{YESTERDAY}' AND player_id = 1000",
    )

    said = nba("score", *RANGE)

    assert said.exit_code == 1
    assert f"{YESTERDAY}: its grades are of other predictions than stand now" in said.stdout
    assert f"nba run --date {YESTERDAY} --phase postgame" in said.stdout


def test_a_range_that_was_never_graded_is_nothing_to_score(nba: Nba) -> None:
    said = nba("score", "--start", f"{TODAY}", "--end", f"{TODAY}")

    assert said.exit_code == 1
    assert "There is nothing to score" in said.stdout
    assert f"{TODAY}: prediction_accuracy: it was never published" in said.stdout


def test_a_range_that_ends_before_it_starts_is_refused(nba: Nba) -> None:
    said = nba("score", "--start", f"{TODAY}", "--end", f"{YESTERDAY}")

    assert said.exit_code == 2
    assert f"--end {YESTERDAY} is before --start {TODAY}" in said.stderr


def test_the_page_is_written_and_json_stays_alone_on_stdout(nba: Nba, tmp_path: Path) -> None:
    file = tmp_path / "pages" / "score.html"

    said = nba("score", *RANGE, "--json", "--report", str(file))

    assert json.loads(said.stdout)["start"] == f"{FIRST}"
    assert "<!doctype html>" in file.read_text()[:200]
    assert "http" not in file.read_text()
