"""The weights of an exponential mean are the same on every engine, and its mean is one."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext

import ibis
import pyarrow as pa
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nba_pipeline.tables.exponential import PARTS, in_units, weight, weighted_mean, weighted_ratio
from nba_pipeline.tables.precompute.player_form import GAMES, HALF_LIVES

GAME = pa.schema([("age", pa.int64()), ("points", pa.int64()), ("minutes", pa.float64())])


def form(points: list[int | None], half_life: int, minutes: list[float] | None = None) -> dict[str, float | None]:
    """The weighted mean of points and the weighted points per minute; the latest game stands first."""
    minutes = minutes or [10.0] * len(points)
    rows = [
        {"age": age, "points": scored, "minutes": played}
        for age, (scored, played) in enumerate(zip(points, minutes, strict=True))
    ]
    games = ibis.memtable(pa.Table.from_pylist(rows, schema=GAME))
    games = games.select(
        points=in_units(games.points), minutes=in_units(games.minutes), weight=weight(games.age, half_life)
    )
    made = games.agg(
        mean=weighted_mean(games.points, games.weight),
        per_minute=weighted_ratio(games.points, games.minutes, games.weight),
    )
    return made.to_pyarrow().to_pylist()[0]


def weights(half_life: int) -> list[int]:
    ages = ibis.memtable({"age": list(range(GAMES))}, schema={"age": "int64"})
    made = ages.select("age", weight=weight(ages.age, half_life)).order_by("age")
    return made.to_pyarrow()["weight"].to_pylist()


def exact_weight(age: int, half_life: int) -> Decimal:
    with localcontext(prec=40):
        return PARTS * Decimal("0.5") ** (Decimal(age) / half_life)


@pytest.mark.parametrize("half_life", HALF_LIVES)
def test_weights_are_the_nearest_whole_parts_of_the_exact_power(half_life):
    exact = [exact_weight(age, half_life) for age in range(GAMES)]

    assert weights(half_life) == [int(part.to_integral_value(ROUND_HALF_UP)) for part in exact]


@pytest.mark.parametrize("half_life", HALF_LIVES)
def test_no_weight_is_so_near_a_half_that_another_engine_could_round_it_the_other_way(half_life):
    # after whole half-lives the power is one of two, which every engine has exactly
    inexact = [exact_weight(age, half_life) for age in range(GAMES) if age % half_life]

    assert min(abs(part % 1 - Decimal("0.5")) for part in inexact) > Decimal("1e-6")


def test_a_half_life_halves():
    latest, *_, half_life_ago = weights(5)[:6]

    assert (latest, half_life_ago) == (PARTS, PARTS // 2)


def test_the_mean_worked_by_hand():
    # half-life 1: 30 weighs 4, 20 weighs 2, 10 weighs 1
    assert form([30, 20, 10], half_life=1)["mean"] == pytest.approx(170 / 7, abs=6e-5)


def test_a_game_whose_value_is_not_told_weighs_nothing():
    assert form([None, 20, 10], half_life=1)["mean"] == pytest.approx(50 / 3, abs=6e-5)
    assert form([None], half_life=1)["mean"] is None


def test_a_rate_is_the_weighted_points_by_the_weighted_minutes():
    rate = form([30, 20], half_life=1, minutes=[40.0, 10.0])["per_minute"]

    assert rate == pytest.approx((2 * 30 + 20) / (2 * 40 + 10), abs=6e-5)
    assert form([0], half_life=1, minutes=[0.0])["per_minute"] is None


@settings(max_examples=30, deadline=None)
@example(points=[7] * GAMES, half_life=2)
@example(points=[0] * 10, half_life=60)
@given(points=st.lists(st.integers(0, 90), min_size=1, max_size=GAMES), half_life=st.sampled_from(HALF_LIVES))
def test_the_mean_lies_among_its_games_so_that_of_a_constant_is_the_constant(points, half_life):
    assert min(points) <= form(points, half_life)["mean"] <= max(points)
