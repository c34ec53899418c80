"""Odds that are bought of a past day are worth their price: they are what the last run before its games could know."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from pathlib import Path

import dagster as dg
import pytest
from services import Services, serving
from small_day import (
    DAY,
    EVENTS,
    GAME_ODDS,
    GAMES,
    LATE_GAMES,
    LATELY,
    NEXT_MORNING,
    SCHEDULE,
    SCOREBOARD,
    Game,
    boxscore,
    event,
    game_odds,
    iso,
    props,
    schedule,
    scheduled,
    scoreboard,
)
from small_plays import plays_of

from nba_pipeline.clock import FixedClock
from nba_pipeline.game_day import Days, eastern
from nba_pipeline.hours import LAST_CALL
from nba_pipeline.orchestration.launch import launch
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.registry import table
from nba_pipeline.settings import Settings
from nba_pipeline.sources.live.source import LiveSource
from nba_pipeline.warehouse.reading import read

ONE_DAY = timedelta(days=1)
PRICE = 1 + 10 * len(GAMES) + 30  # the list, the points lines of each game, the three markets of all


@dataclass
class WithAPast(Services):
    """What was quoted at any moment can be bought: as it was seen a minute before, and quoted another before that.

    Each game is listed ten minutes after the league's tip-off, and not any more when it is over.
    """

    games: tuple[Game, ...] = GAMES

    def answer(self, path: str, query: Mapping[str, list[str]]) -> tuple[str, bytes] | None:
        if "/historical/" not in path:
            return super().answer(path, query)
        seen = datetime.fromisoformat(query["date"][0]) - timedelta(minutes=1)
        quoted = seen - timedelta(minutes=1)
        listed = [replace(game, tipoff_at=game.tipoff_at + timedelta(minutes=10)) for game in self.games]
        told = {EVENTS: json.dumps([event(game) for game in listed if seen < game.tipoff_at + timedelta(hours=2)])}
        told |= {GAME_ODDS: game_odds(listed, quoted).decode()}
        told |= {game.props: props(game, quoted).decode() for game in listed}
        data = json.loads(told[path.replace("/historical/", "/")])
        return "application/json", json.dumps({"timestamp": iso(seen), "data": data}).encode()

    def bought(self) -> list[str]:
        return [path for path in self.asked if "/historical/" in path]


@pytest.fixture
def services() -> Iterator[WithAPast]:
    with serving(WithAPast(NEXT_MORNING)) as started:
        yield started


@pytest.fixture
def quoted_at(said: Callable[..., list[dict]]) -> Callable[[], list[datetime]]:
    """When each line of the day was quoted, of points and of games."""

    def of() -> list[datetime]:
        points, lines = (said(kind, odds_historical=True) for kind in ("points_props", "game_lines"))
        return [*(row["snapshot_at"] for row in points), *(row["quoted_at"] for row in lines)]

    return of


@pytest.mark.parametrize("first", [time(11), time(12), time(12, 15), time(19)], ids=str)
def test_what_is_bought_was_quoted_before_the_days_last_call(quoted_at, services, first):
    tipoff = eastern(DAY, first)
    services.games = (replace(GAMES[0], tipoff_at=tipoff), GAMES[1])

    quoted = quoted_at()

    assert len(quoted) == 40 + 2
    assert max(quoted) < tipoff - LAST_CALL


def test_what_was_bought_is_not_bought_again_and_costs_what_it_is_said_to(quoted_at, live, services):
    first = quoted_at()
    bought = services.bought()

    assert quoted_at() == first
    assert services.bought() == bought
    assert bought.count(EVENTS.replace("/v4/", "/v4/historical/")) == 1
    assert f"{PRICE} of 200 credits spent on {DAY + ONE_DAY}" in live().describe()


def test_a_day_without_events_costs_its_list_once(quoted_at, live, services):
    services.games = ()

    assert quoted_at() == quoted_at() == []
    assert f"1 of 200 credits spent on {DAY + ONE_DAY}" in live().describe()


def test_a_game_that_was_over_when_the_day_was_listed_first_is_bought_with_the_others(said, quoted_at, services):
    first, second = replace(GAMES[0], tipoff_at=eastern(DAY, time(13))), GAMES[1]
    services.games, services.moment = (first, second), eastern(DAY, time(17))
    services.put(EVENTS, json.dumps([event(second)]).encode())
    services.put(second.props, props(second, services.moment))
    assert {row["home_team"] for row in said("points_props")} == {second.home}
    services.moment = NEXT_MORNING

    quoted = quoted_at()

    assert {row["home_team"] for row in said("points_props")} == {first.home, second.home}
    assert max(moment for moment in quoted if moment != eastern(DAY, time(17))) < first.tipoff_at - LAST_CALL


@pytest.mark.slow
def test_a_day_whose_odds_were_bought_has_lines_before_its_games(
    services: WithAPast, live: Callable[..., LiveSource], tmp_path: Path
) -> None:
    pipeline = Pipeline(given=Settings(home=tmp_path), own_clock=FixedClock(NEXT_MORNING))
    pipeline.source = live(odds_historical=True, balldontlie_api_key=None)
    played = [scheduled(game, gameDateEst=f"{LATELY}T00:00:00Z") for game in LATE_GAMES]
    services.put(SCHEDULE, schedule([*played, *map(scheduled, GAMES)], NEXT_MORNING))
    services.put(SCOREBOARD, scoreboard([]))
    for game in (*LATE_GAMES, *GAMES):
        services.put(game.boxscore, boxscore(game))
        services.put(game.plays, plays_of(boxscore(game)))

    with dg.DagsterInstance.ephemeral() as instance:
        outcome = launch(pipeline, "all_phases", Days(LATELY, DAY), instance)

    assert outcome.exit_code == 0, outcome
    with pipeline.open_engine(read_only=True) as engine:
        context = engine.fetch(read(engine, table("upcoming_player_game_context").contract, Days.only(DAY)).rows)
    said = [row for row in context.to_pylist() if row["points_line"] is not None]
    assert {row["game_id"] for row in said} == {game.game_id for game in GAMES}
    assert len(said) == 20
    assert {(row["is_home"], row["spread"], row["total"]) for row in said} == {(True, -3.5, 225.5), (False, 3.5, 225.5)}
