"""On a league whose injuries are known before its games, knowing them makes the points model miss by less."""

from __future__ import annotations

from datetime import date
from itertools import takewhile

import numpy as np
import pandas as pd
import pytest

from nba_pipeline.clock import SystemClock
from nba_pipeline.game_day import Days
from nba_pipeline.production import produce
from nba_pipeline.registry import all_tables, table
from nba_pipeline.scoring.resampling import Interval, mean_interval
from nba_pipeline.sources.simulated.source import SimulatedSource
from nba_pipeline.statuses import PlayerStatus
from nba_pipeline.systems.base import HISTORY
from nba_pipeline.systems.regression import BOOSTED, train
from nba_pipeline.tables.predictions.points_model import KEY, LEARNED
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.warehouse.reading import read
from nba_pipeline.world import World

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

FIVE_MONTHS = Days(date(2024, 10, 1), date(2025, 2, 28))
CUTOFF = date(2025, 1, 1)
REPORTED = ("injury_risk", "teammates_points_out")
# One training differs from the next by a hundredth of a point, which no interval over game days knows of.
DRAWS = range(7, 12)


@pytest.fixture(scope="module")
def games(tmp_path_factory: pytest.TempPathFactory) -> pd.DataFrame:
    """Every appearance of five simulated months with its features and points."""
    home = tmp_path_factory.mktemp("simulated")
    source, engine = SimulatedSource(7), DuckDBEngine(home / "warehouse.duckdb")
    world = World(engine, source, home / "landing", home / "models", SystemClock())
    needed = takewhile(lambda module: module.contract.short_name != "points_model", all_tables().values())
    with engine:
        for module in needed:
            assert produce(module, FIVE_MONTHS, world, run_id="backfill").refused == {}
        summary, features, form = (
            engine.fetch(read(engine, table(name).contract, FIVE_MONTHS).rows).to_pandas()
            for name in ("player_game_summary", "ml_feature_store_v2", "player_form")
        )
    appearances = summary.loc[summary["status"] == PlayerStatus.PLAYED, [*KEY, "points"]]
    rows = appearances.merge(features, on=KEY).merge(form, on=KEY).sort_values(KEY, ignore_index=True)
    return rows[rows[HISTORY].notna()]


def misses(games: pd.DataFrame, features: list[str]) -> pd.Series:
    """How far a model of the games before the cutoff misses those from it on."""
    before = games["game_date"] < CUTOFF
    unseen = games[~before]
    return (train(games[before], features, CUTOFF).predict(unseen)[BOOSTED] - unseen["points"]).abs()


def difference(games: pd.DataFrame, ours: pd.Series, others: pd.Series) -> Interval:
    """Where the difference of the two errors lies, with 95 % confidence."""
    days = pd.factorize(games.loc[ours.index, "game_date"])[0].astype(np.int64)
    interval = mean_interval((ours - others).to_numpy(dtype=np.float64), days)
    assert interval is not None
    return interval


def test_who_knows_the_injuries_misses_by_less(games: pd.DataFrame) -> None:
    without = [name for name in LEARNED if name not in REPORTED]

    gain = difference(games, misses(games, LEARNED), misses(games, without))

    assert games["teammates_points_out"].notna().mean() > 0.9
    assert gain.high < 0.0


def test_the_injuries_of_other_players_games_are_worth_nothing(games: pd.DataFrame) -> None:
    without = [name for name in LEARNED if name not in REPORTED]

    drawn = [misses(with_others_injuries(games, seed), LEARNED) for seed in DRAWS]
    gain = difference(games, sum(drawn[1:], drawn[0]) / len(drawn), misses(games, without))

    assert gain.high > 0.0


def with_others_injuries(games: pd.DataFrame, seed: int) -> pd.DataFrame:
    """Each game with the injuries of another one."""
    order = np.random.default_rng(seed).permutation(len(games))
    return games.assign(**{name: games[name].to_numpy()[order] for name in REPORTED})
