"""The formulas against published values, and against boxscores worked by hand."""

from __future__ import annotations

import ibis
import pytest

from nba_pipeline.tables import formulas
from nba_pipeline.tables.formulas import Side

# Dallas at Atlanta, 2024-01-26, 148:143.
DALLAS = {"fgm": 51, "fga": 85, "fta": 32, "oreb": 6, "dreb": 31, "turnovers": 13}
ATLANTA = {"fgm": 51, "fga": 97, "fta": 30, "oreb": 12, "dreb": 24, "turnovers": 7}


def value(expression) -> float | None:
    return expression.to_pyarrow().as_py()


def number(of: float | None):
    return ibis.literal(of, "float64")


def side(boxscore: dict[str, int]) -> Side:
    return Side(**{name: number(count) for name, count in boxscore.items()})


@pytest.mark.parametrize(
    ("points", "fgm", "fga", "fg3m", "fta", "published_ts", "published_efg"),
    [
        pytest.param(73, 25, 33, 8, 16, 0.912, 0.879, id="Dončić, 73 points in Atlanta"),
        pytest.param(81, 28, 46, 7, 20, 0.739, 0.685, id="Bryant, 81 points against Toronto"),
        pytest.param(70, 21, 40, 4, 26, 0.680, 0.575, id="Booker, 70 points in Boston"),
    ],
)
def test_shooting_is_as_published(points, fgm, fga, fg3m, fta, published_ts, published_efg):
    assert value(formulas.ts_pct(number(points), number(fga), number(fta))) == pytest.approx(published_ts, abs=5e-4)
    assert value(formulas.efg_pct(number(fgm), number(fg3m), number(fga))) == pytest.approx(published_efg, abs=5e-4)


def test_possessions_pace_and_rating_of_a_real_game():
    # Dallas: 85 + 0.4*32 - 1.07*(6/30)*34 + 13 = 103.524; Atlanta: 97 + 0.4*30 - 1.07*(12/43)*46 + 7 = 102.2642
    possessions = formulas.possessions(side(DALLAS), side(ATLANTA))

    assert value(possessions) == pytest.approx((103.524 + 102.2642) / 2, abs=1e-4)
    assert value(formulas.pace(possessions, number(240))) == pytest.approx(102.8941, abs=1e-4)
    assert value(formulas.pace(possessions, number(265))) == pytest.approx(102.8941 * 240 / 265, abs=1e-4)
    assert value(formulas.rating(number(148), possessions)) == pytest.approx(143.8372, abs=1e-4)


def test_possessions_are_the_same_from_both_sides():
    there, back = (
        formulas.possessions(side(own), side(other)) for own, other in [(DALLAS, ATLANTA), (ATLANTA, DALLAS)]
    )

    assert value(there) == value(back)


def test_usage_is_the_share_of_possessions_while_on_the_floor():
    # Dončić in that game: 33 + 0.44*16 + 4 = 44.04 of Dallas' 112.08, in 45 of 48 minutes
    used = formulas.possessions_used(number(33), number(16), number(4))
    team_used = formulas.possessions_used(number(85), number(32), number(13))

    usage = formulas.usage_rate(used, number(45), team_used, number(240))

    assert value(usage) == pytest.approx(100 * 44.04 * 48 / (45 * 112.08), abs=1e-9)


def test_a_whole_team_uses_a_hundred_percent():
    assert value(formulas.usage_rate(number(100), number(240), number(100), number(240))) == 20
    assert value(formulas.usage_rate(number(100), number(48), number(100), number(240))) == 100


@pytest.mark.parametrize(
    "divided_by_zero",
    [
        formulas.ts_pct(number(0), number(0), number(0)),
        formulas.efg_pct(number(0), number(0), number(0)),
        formulas.usage_rate(number(1), number(0), number(100), number(240)),
        formulas.usage_rate(number(0), number(10), number(0), number(240)),
        formulas.possessions(side(DALLAS | {"oreb": 0}), side(ATLANTA | {"dreb": 0})),
        formulas.pace(number(100), number(0)),
        formulas.rating(number(100), number(0)),
    ],
)
def test_a_division_by_zero_is_null(divided_by_zero):
    assert value(divided_by_zero.isnull())


@pytest.mark.parametrize(
    ("players_minutes", "overtimes", "team_minutes"),
    [(240, 0, 240), (238, 0, 240), (243.5, 0, 240), (265, 1, 265), (267, 1, 265), (340, 4, 340)],
)
def test_overtimes_come_from_the_players_minutes(players_minutes, overtimes, team_minutes):
    counted = formulas.overtime_periods(number(players_minutes))

    assert value(counted) == overtimes
    assert value(formulas.team_minutes(counted)) == team_minutes


def test_the_minutes_of_a_roster_without_statistics_are_nonsense():
    assert value(formulas.overtime_periods(number(0))) < 0
