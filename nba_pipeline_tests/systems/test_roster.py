"""What holds for every system on a slate that a trained model serves."""

from __future__ import annotations

import pandas as pd
import pytest
from invented import FEATURES, LAST, MARCH, games

from nba_pipeline.models import ModelRefused
from nba_pipeline.systems import ensemble_v1
from nba_pipeline.systems.artifact import open_model
from nba_pipeline.systems.base import HISTORY, Slate, System
from nba_pipeline.systems.past_games import appearances
from nba_pipeline.systems.roster import SYSTEMS

BLIND = [system for system in SYSTEMS if not system.sees_the_market]
SIGHTED = [system for system in SYSTEMS if system.sees_the_market]
NEEDS_A_MODEL = ["points_model_v1", "ensemble_v1", "market_aware_v1"]


def by_id(system: System) -> str:
    return system.system_id


def slate(trained, **changed: object) -> Slate:
    """The invented players' last day once more, on the first of March."""
    kept, name = trained
    past = games()
    rows = past[past["game_date"] == LAST].assign(game_date=MARCH, **changed)
    serving = open_model(name, kept, [MARCH], FEATURES)
    model = serving.model
    return Slate(rows, appearances(past), serving.regressions.predict(rows), model.weights, model.market_share)


def test_the_systems_are_six_with_names_of_their_own():
    assert len({system.system_id for system in SYSTEMS}) == len(SYSTEMS) == 6
    assert [system.system_id for system in SIGHTED] == ["market_aware_v1"]


@pytest.mark.parametrize("system", SYSTEMS, ids=by_id)
def test_a_system_predicts_every_player_with_history_about_what_he_scores(trained, system: System):
    shown = slate(trained)

    predicted = system.predict(shown)

    assert predicted.index.equals(shown.rows.index)
    assert predicted.notna().all()
    assert (predicted - (2 + 0.24 * shown.rows["player_id"])).abs().mean() < 2.5


@pytest.mark.parametrize("system", BLIND, ids=by_id)
def test_a_blind_system_does_not_change_with_lines_and_prices(trained, system: System):
    told = system.predict(slate(trained))

    pd.testing.assert_series_equal(told, system.predict(slate(trained, line=55.5, line_mean=55.5, market=0.41)))


def test_the_system_that_sees_the_market_follows_it(trained):
    (system,) = SIGHTED
    low, high = (system.predict(slate(trained, line_mean=line)) for line in (5.5, 25.5))

    share = slate(trained).market_share
    assert share > 0
    assert (high - low).to_numpy() == pytest.approx(20 * share)


def test_without_a_line_the_system_that_sees_the_market_says_what_the_ensemble_says(trained):
    unlined = slate(trained, line_mean=float("nan"))
    said = {system.system_id: system.predict(unlined) for system in SYSTEMS}

    assert said["market_aware_v1"].to_numpy() == pytest.approx(said["ensemble_v1"].to_numpy())


@pytest.mark.parametrize("system", [s for s in SYSTEMS if s.system_id in NEEDS_A_MODEL], ids=by_id)
def test_a_refused_model_is_an_error_and_no_model_is_no_prediction(trained, system: System):
    shown = slate(trained)

    assert system.predict(Slate(shown.rows, shown.past)).isna().all()
    with pytest.raises(ModelRefused, match="stale"):
        system.predict(Slate(shown.rows, shown.past, refused=ModelRefused("the model is stale")))


def test_a_player_without_an_earlier_game_is_not_guessed_by_what_was_learned(trained):
    unknown = slate(trained, **{HISTORY: float("nan")})

    for system in SYSTEMS:
        if system.system_id in ("points_model_v1", "ensemble_v1"):
            assert system.predict(unknown).isna().all()


def test_the_ensemble_lies_between_its_members(trained):
    shown = slate(trained)
    members = ensemble_v1.members(shown)

    predicted = ensemble_v1.predict(shown)

    assert sum(shown.weights.values()) == pytest.approx(1.0)
    assert (predicted >= members.min(axis=1) - 1e-9).all()
    assert (predicted <= members.max(axis=1) + 1e-9).all()


def test_weights_go_to_the_member_that_is_right():
    points = pd.Series([10.0, 20.0, 5.0, 12.0])

    assert ensemble_v1.fit_weights(pd.DataFrame({"right": points, "wrong": points + 3}), points) == {
        "right": 1.0,
        "wrong": 0.0,
    }
    halves = ensemble_v1.fit_weights(pd.DataFrame({"below": points - 2, "above": points + 2}), points)
    assert halves == {"below": 0.5, "above": 0.5}
