"""Why nothing was predicted on a day whose tables are there."""

from __future__ import annotations

from datetime import date, datetime

from nba_pipeline.game_day import Days
from nba_pipeline.registry import table
from nba_pipeline.reliability.day_state import GameDay
from nba_pipeline.reliability.evaluation import SCHEDULE, states
from nba_pipeline.reliability.evidence import Evidence
from nba_pipeline.statuses import DayState
from nba_pipeline.warehouse.engine import Engine
from nba_pipeline.warehouse.reading import receipts_of

# The first of these without rows has the reason; what is made from it only repeats that it had nothing to be made of.
_WAY = ("upcoming_player_game_context", "player_prop_predictions")


def state_of(engine: Engine, day: date, now: datetime) -> GameDay:
    """How far a day is, by its schedule."""
    (state,) = states(Evidence(engine, Days.only(day), {SCHEDULE}), now)
    return state


def why_nothing_is_predicted(engine: Engine, day: date, now: datetime) -> str:
    """A sentence: the day has no games, or the first table on the way to its predictions has no rows."""
    state = state_of(engine, day, now)
    if state.state is DayState.NO_GAMES:
        return f"No games, no predictions for {day}: {state.reason}"
    names = [table(name).contract.name for name in _WAY]
    receipts = {receipt.table_name: receipt for receipt in receipts_of(engine, names, Days.only(day))}
    empty = [f"{name}: {receipts[name].reason}" for name in names if name in receipts and not receipts[name].rows]
    return f"No predictions for {day}: {[*empty, state.reason][0]}"
