"""What the odds of a day may cost goes to its runs first, the last call among them, and then to looks at the lines."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from services import Services
from small_day import DAY, GAME_ODDS, GAMES, MORNING, game_odds, props

from nba_pipeline.clock import FixedClock
from nba_pipeline.game_day import Days, eastern
from nba_pipeline.hours import LAST_CALL, LINES_LOOKED_AT_EVERY
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.sensors import before_the_games
from nba_pipeline.production import produce
from nba_pipeline.registry import table
from nba_pipeline.settings import Settings
from nba_pipeline.sources.live.collected_odds import ODDS_STAND
from nba_pipeline.sources.live.source import LiveSource
from nba_pipeline.warehouse.reading import read

SNAPSHOT = len(GAMES) + 3  # credits
THE_LAST_CALL = GAMES[0].tipoff_at - LAST_CALL


def quoted(services: Services, at: datetime) -> None:
    services.moment = at
    services.put(GAME_ODDS, game_odds(GAMES, at))
    for game in GAMES:
        services.put(game.props, props(game, at))


@pytest.mark.slow
def test_when_the_lines_always_move_the_looks_leave_the_last_call_its_credits(
    services: Services, live: Callable[..., LiveSource], tmp_path: Path
) -> None:
    services.headers = {}
    pipeline = Pipeline(given=Settings(home=tmp_path, lock_timeout=0), own_clock=FixedClock(MORNING))
    pipeline.source = live(odds_daily_credits=10 * SNAPSHOT)

    def run(at: datetime) -> None:
        services.moment = pipeline.clock.moment = at
        with pipeline.open() as world:
            for name in ("schedule", "points_props", "game_lines"):
                produce(table(name), Days.only(DAY), world, run_id="test")

    def lines_at() -> datetime:
        with pipeline.open_engine(read_only=True) as engine:
            rows = engine.fetch(read(engine, table("points_props").contract, Days.only(DAY)).rows).to_pylist()
        return max(row["snapshot_at"] for row in rows)

    run(MORNING)
    cursor, moment, said = None, MORNING + LINES_LOOKED_AT_EVERY, {}
    while moment < THE_LAST_CALL:
        quoted(services, moment)
        if moment == eastern(DAY, time(16)):
            run(moment)
        tick = before_the_games(moment, cursor, pipeline, under_way=False)
        cursor, said[moment] = tick.cursor, str(tick.skip_reason and tick.skip_reason.skip_message)
        if tick.run_requests:
            run(moment + ODDS_STAND + timedelta(seconds=1))  # too late to find what the look has paid for
        moment += LINES_LOOKED_AT_EVERY
    quoted(services, THE_LAST_CALL)
    [last] = before_the_games(THE_LAST_CALL, cursor, pipeline, under_way=False).run_requests
    run(THE_LAST_CALL)

    assert last.run_key == f"pregame {DAY} last call 18:45"
    assert lines_at() == THE_LAST_CALL
    looked = [moment for moment, skipped in said.items() if skipped == "None"]
    assert looked == [MORNING + n * LINES_LOOKED_AT_EVERY for n in range(1, 5)]
    assert said[looked[-1] + LINES_LOOKED_AT_EVERY] == (
        "The Odds API: 17 credits are left on 2026-01-15, 15 are kept for 3 runs before the games, and a look at the "
        "lines costs 5; to look on, raise NBA_ODDS_DAILY_CREDITS or the plan; the last call is at 18:45"
    )
    assert "10 are kept for 2 runs" in said[THE_LAST_CALL - timedelta(minutes=15)]


@pytest.mark.parametrize(
    ("as_of", "settings", "cost"),
    [
        (MORNING, {}, SNAPSHOT),
        (MORNING, {"odds_regions": "us,us_dfs"}, 2 * SNAPSHOT),
        (GAMES[0].tipoff_at, {}, SNAPSHOT - 1),  # of a game that has begun nobody is asked
    ],
    ids=["all games", "two regions", "one has begun"],
)
@pytest.mark.parametrize("of", ["day", "plan"])
def test_a_look_is_too_dear_where_it_would_take_what_the_runs_to_come_need(
    said, live, services, as_of, settings, cost, of
):
    services.headers = {"x-requests-last": "0"}
    enough = 3 * cost
    services.headers |= {"x-requests-remaining": f"{enough}"} if of == "plan" else {}
    said("points_props")
    source = live(**settings, **({"odds_daily_credits": enough} if of == "day" else {}))

    assert source.too_dear(DAY, 2, as_of) is None
    assert f"{enough} credits are left on 2026-01-15, {enough} are kept for 3 runs" in source.too_dear(DAY, 3, as_of)


def test_a_look_costs_nothing_without_a_key_or_of_a_day_that_is_over(live):
    broke = {"odds_daily_credits": 0}

    assert live(odds_api_key=None, **broke).too_dear(DAY, 1, MORNING) is None
    assert live(**broke).too_dear(DAY, 1, MORNING + timedelta(days=1)) is None
