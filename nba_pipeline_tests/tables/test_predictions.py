"""Predictions of every expected player: a side only on features that are ready, the number in any case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import time
from pathlib import Path

import pandas as pd
import pytest
from before_games import before_games, played
from small_league import TODAY, League, days_ago, five

from nba_pipeline.frames import Missing, Partial
from nba_pipeline.game_day import Days, eastern
from nba_pipeline.models import ModelStore
from nba_pipeline.systems.base import Slate
from nba_pipeline.systems.roster import SYSTEMS
from nba_pipeline.tables.predictions import player_prop_predictions as module

CONTEXT, FEATURES, FORM = "upcoming_player_game_context", "ml_feature_store_v2", "player_form"
DEFENSE = "team_defense_zone_analysis"
IDS = [system.system_id for system in SYSTEMS]
LEARNED = ["points_model_v1", "ensemble_v1", "market_aware_v1"]
NO_MODEL = pd.DataFrame({"game_date": [], "model": []}, dtype=object)


class Framed(pd.DataFrame):
    """A frame that is asked for its columns as `Rows` are."""

    def frame(self, columns: Sequence[str]) -> pd.DataFrame:
        return pd.DataFrame(self[list(columns)])


def inputs(league: League) -> dict[str, object]:
    """What the table is made from before today's games, without a model."""
    tables = before_games(league, Days.only(TODAY), last=FORM)
    if FEATURES not in tables:
        tables |= before_games(league, Days.only(TODAY), last=FEATURES)
    frames = {name: tables[name].to_pandas() for name in (FEATURES, FORM, CONTEXT, DEFENSE)}
    past = Framed(tables["player_game_summary"].to_pandas())
    return frames | {"points_model": NO_MODEL, "player_game_summary": past, "models": ModelStore(Path("unused"))}


def predict(league: League, **other: object) -> Partial:
    return module.player_prop_predictions(**inputs(league) | other)


def of(system_id: str, predictions: pd.DataFrame) -> pd.DataFrame:
    return predictions[predictions["system_id"] == system_id].set_index("player_id")


def a_game() -> League:
    league = League()
    played(league, days_ago(3))
    league.quote(league.game(TODAY, "ATL", "BOS"), 10, 12.5, eastern(TODAY, time(10)))
    return league


@pytest.fixture(scope="module")
def predictions() -> pd.DataFrame:
    """Player 10 has played and has a line, as has 40, whose team is not in today's game; 16 has not played."""
    league = League()
    league.play(days_ago(4), ("DAL", five(40)), ("CHI", five(30)))
    league.play(days_ago(3), ("ATL", five(10) | {16: {"status": "INACTIVE"}}), ("BOS", five(20)))
    game = league.game(TODAY, "ATL", "BOS")
    for player in (10, 16, 40):
        league.quote(game, player, 12.5, eastern(TODAY, time(10)))
    return of("moving_average", predict(league).rows)


def test_every_expected_player_has_a_row(predictions):
    assert set(predictions.index) == {*five(10), *five(20), 16, 40}


def test_a_side_is_taken_on_a_ready_row(predictions):
    row = predictions.loc[10]

    # 20 points of late; 48 minutes in one game of the week takes 8 points of freshness, a home game adds 0.1
    assert row["predicted_points"] == pytest.approx(20 - 8 / 20 + 0.1)
    assert (row["recommendation"], row["reason"], row["edge"]) == ("OVER", None, pytest.approx(7.2))


def test_a_row_that_is_not_ready_passes_and_keeps_its_number(predictions):
    row = predictions.loc[40]

    assert (row["recommendation"], row["reason"]) == ("PASS", "quality_too_low")
    assert row["predicted_points"] == pytest.approx(20 - 3 / 20)
    assert row["edge"] == pytest.approx(20 - 3 / 20 - 12.5)


def test_who_has_not_played_is_not_predicted_and_who_has_no_line_is_not_bet_on(predictions):
    assert (predictions.loc[16, "recommendation"], predictions.loc[16, "reason"]) == ("PASS", "too_little_history")
    assert pd.isna(predictions.loc[16, "predicted_points"])
    assert (predictions.loc[11, "recommendation"], predictions.loc[11, "reason"]) == ("NO_LINE", "no_line")


def test_a_prediction_for_a_player_who_is_reported_out_is_kept_and_not_active():
    league = a_game()
    game = league.rows["schedule"][-1]["game_id"]
    league.report(game, "ATL", 10, "OUT", eastern(TODAY, time(9)))

    predicted = of("moving_average", predict(league).rows)

    assert (predicted.loc[10, "is_active"], predicted.loc[11, "is_active"]) == (False, True)
    assert predicted.loc[10, "predicted_points"] > 0


def test_a_player_without_features_is_named_before_anything_is_predicted():
    league = a_game()
    features = inputs(league)[FEATURES]

    with pytest.raises(ValueError, match="10 players are expected, 9 have features and 10 have form"):
        predict(league, **{FEATURES: features[features["player_id"] != 10]})


def test_every_system_says_something_of_every_player():
    made = predict(a_game())

    assert made.missing == []
    assert made.rows.groupby("player_id")["system_id"].agg(list).map(set).eq(set(IDS)).all()
    assert not made.rows.duplicated(["player_id", "system_id"]).any()


def test_without_a_model_the_learned_systems_know_too_little_and_nothing_has_a_probability():
    rows = predict(a_game()).rows
    learned = rows[rows["system_id"].isin(LEARNED)]

    assert set(learned["reason"]) == {"too_little_history"}
    assert learned["predicted_points"].isna().all()
    assert rows[["predicted_std", "over_probability", "confidence_score", "model"]].isna().all(axis=None)
    assert of("moving_average", rows).loc[10, "recommendation"] == "OVER"


def test_a_system_that_raises_fails_alone_and_by_name(monkeypatch: pytest.MonkeyPatch):
    def broken(slate: Slate) -> pd.Series:
        raise ZeroDivisionError("no games in the denominator")

    failing = [replace(system, predict=broken) if system.system_id == "ensemble_v1" else system for system in SYSTEMS]
    monkeypatch.setattr(module, "SYSTEMS", failing)

    made = predict(a_game())

    assert set(made.rows["system_id"]) == set(IDS) - {"ensemble_v1"}
    assert made.missing == [
        Missing(TODAY, "system ensemble_v1", "ZeroDivisionError: no games in the denominator"),
    ]


def test_a_model_that_is_refused_fails_the_systems_that_need_it_and_no_other(tmp_path: Path):
    lost = pd.DataFrame({"game_date": [TODAY], "model": ["0" * 64]})

    made = predict(a_game(), points_model=lost, models=ModelStore(tmp_path))

    assert set(made.rows["system_id"]) == set(IDS) - set(LEARNED)
    assert [part.what for part in made.missing] == [f"system {name}" for name in LEARNED]
    assert {part.reason for part in made.missing} == {
        f"the model {'0' * 16} is not in {tmp_path}; train it again",
    }


def test_no_system_without_sight_of_the_market_changes_with_the_line():
    dear, cheap = a_game(), League()
    played(cheap, days_ago(3))
    cheap.quote(cheap.game(TODAY, "ATL", "BOS"), 10, 30.5, eastern(TODAY, time(10)), over_price=-150, under_price=130)

    one, other = (predict(league).rows for league in (dear, cheap))

    blind = [system.system_id for system in SYSTEMS if not system.sees_the_market]
    assert set(IDS) - set(blind) == {"market_aware_v1"}
    for system_id in blind:
        were, are = (of(system_id, rows)["predicted_points"].sort_index() for rows in (one, other))
        pd.testing.assert_series_equal(were, are)
    assert of("moving_average", one).loc[10, "line"] != of("moving_average", other).loc[10, "line"]
