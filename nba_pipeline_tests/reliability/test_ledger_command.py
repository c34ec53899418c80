"""`nba ledger`: a day or a player, in 80 columns or as data, and what the exit code says."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result
from faults.league_desk import Desk
from kept_ledger import publish_without, told
from reconciler import TODAY, Reconciler

from nba_pipeline.cli import main
from nba_pipeline.cli.run import execute
from nba_pipeline.game_day import Days
from nba_pipeline.reliability.ledger import LEDGER

Nba = Callable[..., Result]


@pytest.fixture
def nba(monkeypatch: pytest.MonkeyPatch) -> Nba:
    def invoke(desk: Desk, *arguments: str) -> Result:
        monkeypatch.setenv("NBA_HOME", str(desk.pipeline.settings.home))
        monkeypatch.setenv("NBA_NOW", desk.clock.now().isoformat())
        monkeypatch.setenv("COLUMNS", "80")
        return CliRunner().invoke(main, ["ledger", "--date", f"{TODAY}", *arguments])

    return invoke


def test_a_day_of_which_nobody_is_known_has_no_ledger_rather_than_an_empty_one(nba: Nba, desk: Desk) -> None:
    desk.league.outage = "the league is unreachable"

    outcomes = execute(desk.pipeline, [("pregame", Days.only(TODAY))])

    assert [(outcome.job, outcome.exit_code) for outcome in outcomes] == [("pregame", 2), ("ledger", 2)]
    assert "nobody knows who is expected: nba_analytics.upcoming_player_game_context" in outcomes[1].failures[0]
    said = nba(desk)
    assert (said.exit_code, "There is no verified ledger" in said.stderr) == (2, True)


def test_a_game_that_the_context_lost_is_named_though_nobody_knows_its_players(nba: Nba, afternoon: Reconciler) -> None:
    lost, kept = (game.game_id for game in afternoon.desk.league.games(TODAY))
    for name in ("player_daily_cache", "ml_feature_store_v2", "player_prop_predictions"):
        afternoon.lose(name)
    publish_without(afternoon.desk, "upcoming_player_game_context", lost)
    told(afternoon.desk)

    said = nba(afternoon.desk)

    assert said.exit_code == 1
    named = f"game {lost}, whose players nobody knows: nba_analytics.upcoming_player_game_context: no rows"
    assert named in " ".join(said.stdout.split())
    assert {row["game_id"] for row in afternoon.desk.rows(LEDGER, TODAY)} == {kept}


def test_the_command_tells_the_day_in_80_columns_with_exit_code_0(nba: Nba, reconciler: Reconciler) -> None:
    said = nba(reconciler.desk)

    assert said.exit_code == 0, said.output
    assert max(len(line) for line in said.stdout.splitlines()) <= 80
    assert "no_line 12" in said.stdout
    assert said.stdout.rstrip().endswith("36 players, all accounted for")


def test_a_loss_is_told_with_exit_code_1(nba: Nba, reconciler: Reconciler) -> None:
    reconciler.lose("prediction_accuracy")
    told(reconciler.desk)

    said = nba(reconciler.desk)

    assert said.exit_code == 1
    assert "nba_predictions.prediction_accuracy: it was never published" in said.stdout
    assert "36 players, 36 with a loss to mend" in said.stdout


def test_an_unaccounted_player_is_told_by_name(nba: Nba, reconciler: Reconciler) -> None:
    reconciler.rewrite("player_daily_cache", lambda rows: [row for row in rows if row["player_id"] != 1000])
    told(reconciler.desk)

    said = nba(reconciler.desk)

    assert (said.exit_code, "UNACCOUNTED 1: Bos Playera" in said.stdout) == (1, True)


def test_one_player_is_told_phase_by_phase_in_any_spelling(nba: Nba, reconciler: Reconciler) -> None:
    said = nba(reconciler.desk, "--player", "PLAYERG, Bos")

    assert said.exit_code == 0, said.output
    assert said.stdout.startswith(f"Bos Playerg, {TODAY}: BOS in game")
    assert "no_line" in said.stdout


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Playera", "'Playera' may be Bos Playera (BOS)"),
        ("Bas Plajera", "nobody named 'Bas Plajera'; do you mean Bos Playera"),
    ],
)
def test_a_name_that_is_not_one_players_ends_with_candidates(
    nba: Nba, reconciler: Reconciler, name: str, sentence: str
) -> None:
    said = nba(reconciler.desk, "--player", name)

    assert said.exit_code == 2
    assert sentence in " ".join(said.stderr.split())


def test_json_is_the_whole_day_as_data(nba: Nba, reconciler: Reconciler) -> None:
    document = json.loads(nba(reconciler.desk, "--json").stdout)

    assert (document["date"], document["players"], document["unaccounted"], document["lost"]) == (f"{TODAY}", 36, 0, 0)
    assert document["phases"][1] == {
        "name": "line",
        "table": "nba_analytics.upcoming_player_game_context",
        "expected": 36,
        "there": 24,
        "reasons": {"no_line": 12},
    }


def test_a_day_without_a_ledger_ends_with_exit_code_2(nba: Nba, reconciler: Reconciler) -> None:
    reconciler.lose(LEDGER)

    said = nba(reconciler.desk)

    assert said.exit_code == 2
    assert f"There is no verified ledger of {TODAY}: it was never published" in " ".join(said.stderr.split())
