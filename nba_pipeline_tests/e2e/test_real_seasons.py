"""Two real seasons, from the archive to graded predictions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from itertools import takewhile
from pathlib import Path

import pytest

from nba_pipeline.game_day import Days
from nba_pipeline.production import produce
from nba_pipeline.registry import TableModule, all_tables, table
from nba_pipeline.reliability.as_of import provable_tables, prove
from nba_pipeline.tables import asof
from nba_pipeline.tables.precompute import player_daily_cache
from nba_pipeline.warehouse.reading import read
from nba_pipeline.warehouse.receipts import QUARANTINE
from nba_pipeline.world import World

DAY = date(2026, 1, 15)
ALL_DAYS = Days(date(2024, 10, 22), date(2026, 1, 31))


@pytest.fixture
def world(seasons_home: Path, open_home: Callable[[Path], World]) -> Iterator[World]:
    world = open_home(seasons_home)
    with world.engine:
        yield world


def rows(world: World, name: str, days: Days) -> list[dict]:
    reading = read(world.engine, table(name).contract, days)
    assert reading.unverified == {}
    return world.engine.fetch(reading.rows).to_pylist()


def test_a_real_day_has_its_games_and_players(world: World) -> None:
    summary = rows(world, "player_game_summary", Days.only(DAY))

    played = [row for row in summary if row["minutes"]]
    assert len({row["game_id"] for row in summary}) == 9
    assert len(played) == 201


def test_players_points_add_up_to_the_score_of_every_game(world: World) -> None:
    points: Counter[tuple[str, str]] = Counter()
    for row in rows(world, "player_game_summary", Days(date(2025, 10, 1), date(2026, 1, 31))):
        points[row["game_id"], row["team"]] += row["points"] or 0
    scores = {}
    for game in rows(world, "schedule", Days(date(2025, 10, 1), date(2026, 1, 31))):
        scores[game["game_id"], game["home_team"]] = game["home_score"]
        scores[game["game_id"], game["away_team"]] = game["away_score"]

    known_hole = {side for side in scores if side[0] == "0062500001"}
    assert {side: scores[side] for side in scores.keys() - known_hole} == dict(points)
    assert len(known_hole) == 2


def test_the_regular_season_of_2024_25_has_1230_games(world: World) -> None:
    games = rows(world, "schedule", Days(date(2024, 10, 22), date(2025, 6, 30)))

    assert Counter(game["season_type"] for game in games)["Regular Season"] == 1230


def test_the_one_game_that_the_archive_lacks_is_named(world: World) -> None:
    receipts = read(world.engine, table("player_boxscores").contract, ALL_DAYS).receipts

    lacking = {receipt.game_date: [gap.game_id for gap in receipt.gaps] for receipt in receipts if receipt.gaps}
    assert lacking == {date(2025, 12, 16): ["0062500001"]}


@pytest.mark.parametrize("day", [date(2024, 12, 14), date(2025, 4, 13), DAY])
@pytest.mark.parametrize("module", provable_tables(), ids=lambda module: module.name)
def test_a_pregame_row_needs_nothing_from_its_own_day_on(world: World, module: TableModule, day: date) -> None:
    proof = prove(module, day, world)

    # the home begins in October 2024: by December no model has enough history, and none is made
    too_early = module.name == "nba_predictions.points_model" and day < date(2025, 1, 1)
    assert (proof.published.rows == 0) is too_early
    assert proof.rebuilt == proof.published


def test_an_average_that_includes_the_game_itself_is_refused(
    open_home: Callable[[Path], World], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def at_or_before(targets, states, by):
        the_day_before = states.mutate(game_date=states.game_date - asof.ibis.interval(days=1))
        return asof.known_before(targets, the_day_before, by)

    monkeypatch.setattr(player_daily_cache, "known_before", at_or_before)
    days = Days(date(2026, 1, 1), date(2026, 1, 16))

    world, made = open_home(tmp_path), {}
    with world.engine:
        for module in takewhile(lambda m: m.name != "nba_precompute.player_form", all_tables().values()):
            made[module.contract.short_name] = produce(module, days, world, run_id="backfill")

    assert made["player_daily_cache"].receipts == {}
    assert "know that day's games, or later ones" in made["player_daily_cache"].leak
    assert made["upcoming_player_game_context"].refused == {}
    assert len(made["upcoming_player_game_context"].proven) == 1


def test_almost_every_line_finds_its_player_before_the_game_and_the_others_are_listed(world: World) -> None:
    """Once history is two weeks old. The others are rookies, quoted before their first boxscore."""
    days = Days(date(2024, 11, 5), date(2026, 1, 31))
    props = rows(world, "points_props", days)
    quotes = Counter((r["game_id"], r["player_lookup"]) for r in props)
    context = rows(world, "upcoming_player_game_context", days)
    found = {(r["game_id"], r["player_lookup"]) for r in context if r["points_line"] is not None}
    listed = {
        (r["game_id"], r["item"])
        for r in world.engine.fetch(world.engine.table(QUARANTINE)).to_pylist()
        if r["table_name"] == "nba_analytics.upcoming_player_game_context"
    }

    placed, unplaced = (sum(quotes[name] for name in quotes.keys() & names) for names in (found, listed - found))
    assert placed / (placed + unplaced) > 0.999
    neither = quotes.keys() - found - listed
    # no tip-off of that day is known, so only what was quoted by the morning counts
    assert {r["game_date"] for r in props if (r["game_id"], r["player_lookup"]) in neither} == {date(2025, 10, 21)}


def test_a_day_made_alone_is_the_day_made_in_its_season(world: World, seasons_home: Path) -> None:
    for module in provable_tables():
        before = read(world.engine, module.contract, Days.only(DAY)).receipts[0]
        published = produce(module, Days.only(DAY), world, run_id="alone").receipts[DAY]
        assert (published.rows, published.content_hash) == (before.rows, before.content_hash)
        assert published.inputs == before.inputs
