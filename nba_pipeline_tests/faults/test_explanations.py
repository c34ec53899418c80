"""`nba predictions --player --explain`: one player's prediction taken apart, and what is said where that cannot be."""

from __future__ import annotations

import json

import pytest
from backwards import read_backwards
from league_desk import Desk
from test_scores import YESTERDAY, Nba, lose_a_row, nba, run_sql  # noqa: F401  # the fixture

from nba_pipeline.tables.predictions.features import FEATURES
from nba_pipeline.tables.predictions.points_model import FORM_FEATURES

PLAYER = ("--player", "bos PLAYERA")


@pytest.fixture
def slate(nba: Nba) -> Nba:  # noqa: F811
    """The predictions of the recorded league's last day."""
    return lambda *arguments: nba("predictions", "--date", f"{YESTERDAY}", *arguments)


def test_the_slate_keeps_its_order_whichever_way_the_warehouse_reads_it(slate: Nba, monkeypatch: pytest.MonkeyPatch):
    """Edges that are equal, or unknown, as well."""
    before = json.loads(slate("--json").stdout)["predictions"]
    read_backwards(monkeypatch)

    assert json.loads(slate("--json").stdout)["predictions"] == before
    sizes = [abs(row["edge"]) for row in before if row["recommendation"] in ("OVER", "UNDER")]
    assert sizes == sorted(sizes, reverse=True)
    assert len({row["edge"] for row in before}) < len(before)


def test_one_player_alone_is_shown(slate: Nba):
    document = json.loads(slate(*PLAYER, "--json").stdout)

    assert {row["player_name"] for row in document["predictions"]} == {"Bos Playera"}
    assert len({row["system_id"] for row in document["predictions"]}) == len(document["predictions"]) == 6
    assert "explanations" not in document


def test_one_system_alone_is_shown_of_everybody_and_of_one(slate: Nba):
    everybody = json.loads(slate("--json").stdout)["predictions"]
    document = json.loads(slate("--system", "zone_matchup_v1", "--json").stdout)
    said = slate("--system", "zone_matchup_v1", *PLAYER)

    assert document["predictions"] == [row for row in everybody if row["system_id"] == "zone_matchup_v1"]
    assert document["predictions"]
    assert f"Predictions for {YESTERDAY} by zone_matchup_v1: 1 player," in said.stdout
    assert "moving_average" not in said.stdout


def test_a_day_with_games_and_without_predictions_is_not_told_as_one_without_games(nba: Nba):  # noqa: F811
    said = nba("predictions", "--date", "2026-01-05").stdout

    assert "No predictions for 2026-01-05: nba_analytics.upcoming_player_game_context: " in said
    assert "No games" not in said


def test_a_system_that_there_is_not_is_refused_with_those_that_there_are(slate: Nba):
    said = slate("--system", "ensemble")

    assert said.exit_code == 2
    assert "'moving_average', 'zone_matchup_v1'" in said.stderr


def test_every_feature_is_told_with_its_value_its_source_and_its_unit(slate: Nba):
    (one,) = json.loads(slate(*PLAYER, "--explain", "--json").stdout)["explanations"]

    told = {feature["name"]: feature for feature in one["features"]}
    assert list(told) == [*(feature.name for feature in FEATURES), *FORM_FEATURES]
    assert (told["points_avg_last_5"]["source"], told["points_avg_last_5"]["quality"]) == ("phase4", 100)
    assert told["points_avg_last_5"]["unit"] == "points"
    assert (told["pct_paint"]["value"], told["pct_paint"]["source"], told["pct_paint"]["quality"]) == (
        None,
        "missing",
        0,
    )
    assert (told["points_ew_5"]["source"], told["points_ew_5"]["quality"]) == ("player_form", None)


def test_without_a_model_it_says_so_and_tells_the_rest(slate: Nba):
    said = slate(*PLAYER, "--explain")

    assert said.exit_code == 0, said.output
    assert "no points model served the day: there was too little history for one" in said.stdout
    assert "Similar games of his" in said.stdout
    assert "No points model served the day." in said.stdout


def test_the_similar_games_are_those_that_the_prediction_is_made_of(slate: Nba):
    document = json.loads(slate(*PLAYER, "--explain", "--json").stdout)

    (one,) = document["explanations"]
    weights = [game["likeness"] for game in one["similar_games"]]
    mean = sum(g["points"] * g["likeness"] for g in one["similar_games"]) / sum(weights)
    published = {row["system_id"]: row["predicted_points"] for row in document["predictions"]}
    assert len(weights) >= 5
    assert weights == sorted(weights, reverse=True)
    assert mean == pytest.approx(published["similarity_balanced_v1"], abs=1e-4)


def test_the_receipts_of_the_inputs_are_named(slate: Nba, desk: Desk):
    (one,) = json.loads(slate(*PLAYER, "--explain", "--json").stdout)["explanations"]

    origin = one["provenance"]
    (receipt,) = desk.look("ml_feature_store_v2", YESTERDAY).receipts
    assert {
        "table": receipt.table_name,
        "game_date": f"{YESTERDAY}",
        "receipt_id": receipt.receipt_id,
        "published_at": receipt.published_at.isoformat(),
        "rows": receipt.rows,
    } in origin["inputs"]
    history = [entry for entry in origin["inputs"] if entry["table"] == "nba_analytics.player_game_summary"]
    assert max(entry["game_date"] for entry in history) < f"{YESTERDAY}"
    assert origin["changed"] == []
    assert origin["receipt"]["receipt_id"] == desk.look("player_prop_predictions", YESTERDAY).receipts[0].receipt_id


def test_an_input_that_was_made_again_since_is_named(desk: Desk, slate: Nba):
    run_sql(
        desk,
        f"UPDATE nba_reliability.receipts SET content_hash = repeat('0', 32) WHERE game_date = '{YESTERDAY}' "  # noqa: S608
        "AND table_name = 'nba_precompute.player_form'",
    )

    said = slate(*PLAYER, "--explain")

    assert "No longer what the predictions were made from: nba_precompute.player_form" in said.stdout


def test_an_input_that_is_not_proven_is_not_explained_from(desk: Desk, slate: Nba):
    lose_a_row(desk, "nba_precompute.player_form", YESTERDAY)

    said = slate(*PLAYER, "--explain")

    assert said.exit_code == 2
    assert "nba_precompute.player_form: 2026-01-14 (its receipt proves" in " ".join(said.stderr.split())


def test_a_name_that_nobody_has_and_one_that_many_have_are_refused_with_candidates(slate: Nba):
    unknown, many = slate("--player", "Bos Playerz"), slate("--player", "Bos")

    assert (unknown.exit_code, many.exit_code) == (2, 2)
    assert "'Bos Playerz' is not among the 36 players of the day; close to it: Bos Player" in unknown.stderr
    assert "'Bos' may be Bos Playera or Bos Playerb" in many.stderr


def test_nobody_is_explained_without_a_name(slate: Nba):
    said = slate("--explain")

    assert said.exit_code == 2
    assert "say whose, with --player NAME" in said.stderr
