"""The states in which an operator meets a day, each lived through by the desk, and the pages that he looks at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import time, timedelta

from faults.league import moment
from faults.league_desk import TODAY
from reconciler import Reconciler

from nba_pipeline.game_day import eastern
from nba_pipeline.orchestration.alerting import Alerts


def _watched(desk: Reconciler) -> None:
    """The alerts have looked at the runs and at the warehouse."""
    alerts = Alerts.of(desk.desk.pipeline)
    alerts.examine_runs(desk.desk.instance)
    alerts.record(alerts.look_at_warehouse())


def _all_well(desk: Reconciler) -> None:
    desk.of(TODAY - timedelta(days=1))
    assert desk.desk.run("reconcile", TODAY).exit_code == 0
    _watched(desk)


def _high_gap(desk: Reconciler) -> None:
    desk.lose("player_boxscores")
    assert desk.desk.run("reconcile", TODAY).exit_code > 0
    _watched(desk)


def _orange_gap(desk: Reconciler) -> None:
    desk.lose("player_shot_zone_analysis")
    desk.of()


def _unknown(desk: Reconciler) -> None:
    """Nobody reconciled the day."""


def _no_games(desk: Reconciler) -> None:
    free = TODAY + timedelta(days=1)
    desk.desk.morning(free)
    desk.of(free)


def _in_progress(afternoon: Reconciler) -> None:
    afternoon.desk.clock.moment = moment(TODAY, 21)
    afternoon.of()


def _failed_run(desk: Reconciler) -> None:
    """The first run of the day after TODAY, while the league did not answer."""
    desk.of()
    desk.desk.clock.moment = eastern(TODAY + timedelta(days=1), time(11, 5))
    desk.desk.league.outage = "the league does not answer"
    assert desk.desk.run("pregame", TODAY + timedelta(days=1)).exit_code == 2
    desk.desk.league.heal()
    _watched(desk)


# Lived on the morning after TODAY, but for the last, which begins in its afternoon.
STATES: Mapping[str, Callable[[Reconciler], None]] = {
    "all well": _all_well,
    "HIGH gap": _high_gap,
    "orange gap": _orange_gap,
    "unknown": _unknown,
    "failed run": _failed_run,
    "no games": _no_games,
    "in progress": _in_progress,
}
AFTERNOON = "in progress"

# The states that are of the day after TODAY.
NEXT_DAY = ("failed run", "no games")


def pages_of(state: str) -> Mapping[str, str]:
    """The pages that an operator looks at in a state, by name: of its day, and of a player on TODAY."""
    day = TODAY + timedelta(days=1) if state in NEXT_DAY else TODAY
    return {
        "overview": "/",
        "reliability": "/reliability?days=7",
        "rule": "/rules/A2",
        "season": "/season",
        "ledger": f"/ledger?date={day}",
        "player": f"/ledger?date={TODAY}&player=Bos+Playera",
        "predictions": f"/predictions?date={day}",
        "why": f"/predictions/explain?date={TODAY}&player=Bos+Playera",
        "model": "/model",
        "api": "/api/docs",
    }


# The level of the worst card on the overview in each state.
LEVELS = {
    "all well": "green",
    "HIGH gap": "red",
    "orange gap": "orange",
    "unknown": "grey",
    "failed run": "grey",
    "no games": "green",
    "in progress": "blue",
}
