"""The composite factors worked by hand, their bounds, and that more is always better for the player."""

from __future__ import annotations

from itertools import product

import ibis
import pyarrow as pa
import pytest

from nba_pipeline.tables.precompute import factors
from nba_pipeline.tables.precompute.factors import Load

FRESH = Load(back_to_back=False, days_rest=1, games_last_7=2, minutes_last_7=60.0, back_to_backs_last_14=0, age=25)
LOAD = pa.schema(
    [
        ("back_to_back", pa.bool_()),
        ("days_rest", pa.int64()),
        ("games_last_7", pa.int64()),
        ("minutes_last_7", pa.float64()),
        ("back_to_backs_last_14", pa.int64()),
        ("age", pa.int64()),
    ]
)


def fatigue(*loads: Load) -> list[int]:
    rows = ibis.memtable(pa.Table.from_pylist([load._asdict() for load in loads], schema=LOAD))
    scored = rows.select(*rows.columns, score=factors.fatigue_score(Load(*(rows[name] for name in Load._fields))))
    by_load = {tuple(row[name] for name in Load._fields): row["score"] for row in scored.to_pyarrow().to_pylist()}
    return [by_load[tuple(load)] for load in loads]


def value(expression) -> float | None:
    return expression.to_pyarrow().as_py()


def number(of: float | None):
    return ibis.literal(of, "float64")


def mismatch(opponent_vs_league: float | None, zone_rate: float | None) -> float | None:
    return value(factors.shot_zone_mismatch_score(number(opponent_vs_league), number(zone_rate)))


def spike(projected: float | None, recent: float | None, stars_out: int | None = None) -> float | None:
    schema = pa.schema([("projected", pa.float64()), ("recent", pa.float64()), ("stars_out", pa.int64())])
    row = {"projected": projected, "recent": recent, "stars_out": stars_out}
    rows = ibis.memtable(pa.Table.from_pylist([row], schema=schema))
    scored = rows.select(score=factors.usage_spike_score(*(rows[name] for name in schema.names)))
    return scored.to_pyarrow()["score"][0].as_py()


@pytest.mark.parametrize(
    ("burden", "score"),
    [
        ({}, 100),
        ({"back_to_back": True, "days_rest": 0}, 85),
        ({"games_last_7": 4}, 90),
        ({"games_last_7": 3, "minutes_last_7": 105.0}, 100),
        ({"games_last_7": 3, "minutes_last_7": 105.1}, 92),
        ({"games_last_7": 7, "minutes_last_7": 240.1}, 80),
        ({"back_to_backs_last_14": 1}, 95),
        ({"back_to_backs_last_14": 2}, 88),
        ({"age": 30}, 95),
        ({"age": 35}, 90),
        ({"age": None}, 100),
        ({"days_rest": 3, "back_to_backs_last_14": 2}, 93),
        ({"days_rest": 3}, 100),
        ({"games_last_7": 0, "minutes_last_7": 0.0, "days_rest": None}, 100),
        (
            {"back_to_back": True, "days_rest": 0, "games_last_7": 5, "minutes_last_7": 241.0}
            | {"back_to_backs_last_14": 2, "age": 36},
            35,
        ),
    ],
)
def test_each_burden_takes_off_what_it_should(burden, score):
    assert fatigue(FRESH._replace(**burden)) == [score]


@pytest.mark.parametrize(
    ("name", "lighter", "heavier"),
    [
        ("back_to_back", False, True),
        ("days_rest", 3, 1),
        ("minutes_last_7", 60.0, 300.0),
        ("back_to_backs_last_14", 0, 1),
        ("back_to_backs_last_14", 1, 2),
        ("age", 25, 32),
        ("age", 32, 36),
    ],
)
def test_a_heavier_load_never_makes_a_player_fresher(name, lighter, heavier):
    others = product((False, True), (0, 3), (2, 5), (60.0, 250.0), (0, 1, 2), (25, 31, 36))
    loads = [Load(*other) for other in others]

    pairs = [[load._replace(**{name: state}) for load in loads] for state in (lighter, heavier)]
    light, heavy = (fatigue(*side) for side in pairs)

    assert all(tired <= fresh for tired, fresh in zip(heavy, light, strict=True))
    assert heavy != light
    assert all(0 <= score <= 100 for score in heavy + light)


@pytest.mark.parametrize(
    ("opponent_vs_league", "zone_rate", "score"),
    [
        (4.0, 50.0, 4.0),
        (4.0, 25.0, 2.0),
        (4.0, 90.0, 4.0),
        (5.0, 60.0, 5.0),
        (6.0, 60.0, 7.2),
        (-6.0, 60.0, -7.2),
        (12.0, 25.0, 7.2),
        (20.0, 60.0, 10.0),
        (-20.0, 60.0, -10.0),
        (None, 60.0, None),
        (4.0, None, None),
    ],
)
def test_a_mismatch_counts_by_how_much_the_player_lives_on_the_zone(opponent_vs_league, zone_rate, score):
    assert mismatch(opponent_vs_league, zone_rate) == (score if score is None else pytest.approx(score))


@pytest.mark.parametrize(
    ("own", "opponent", "league", "score"),
    [(100, 100, 100, 0), (102, 101, 100, 1.5), (98, 99, 100, -1.5), (106, 106, 100, 3), (94, 94, 100, -3)],
)
def test_a_game_of_two_fast_teams_is_faster_than_either(own, opponent, league, score):
    expected = factors.expected_pace(number(own), number(opponent), number(league))

    assert value(factors.pace_score(expected, number(league))) == pytest.approx(score)


def test_pace_without_the_opponent_is_not_known():
    expected = factors.expected_pace(number(100), number(None), number(98))

    assert value(factors.pace_score(expected, number(98))) is None


@pytest.mark.parametrize(
    ("projected", "recent", "stars_out", "score"),
    [
        (24.0, 20.0, 0, 1.2),
        (24.0, 20.0, None, 1.2),
        (24.0, 20.0, 1, 1.38),
        (24.0, 20.0, 2, 1.56),
        (24.0, 20.0, 3, 1.56),
        (40.0, 20.0, 0, 3.0),
        (20.0, 24.0, 0, -1.2),
        (10.0, 30.0, 0, -3.0),
        (None, 20.0, 1, None),
        (20.0, None, 1, None),
    ],
)
def test_usage_that_is_about_to_rise_is_a_spike(projected, recent, stars_out, score):
    assert spike(projected, recent, stars_out) == (score if score is None else pytest.approx(score))


def test_a_star_who_is_out_takes_nothing_from_his_teammates():
    assert spike(20.0, 24.0, 2) == spike(20.0, 24.0, 0)
