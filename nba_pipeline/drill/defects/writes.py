"""What warehouses and processes do: rows lost, writes refused, leftovers, queries that fail, kills, two writers."""

from __future__ import annotations

import signal
from datetime import time

from nba_pipeline.drill.aside import MORNING_AFTER
from nba_pipeline.drill.catchers import ByRule, Check
from nba_pipeline.drill.child import holding_the_warehouse, killed_in_mid_write
from nba_pipeline.drill.defects.base import Defect, Stage, last_good
from nba_pipeline.drill.engines import failing_template, losing_a_row, refusing, writing_nothing
from nba_pipeline.drill.rehearsal import Rehearsal
from nba_pipeline.reliability.results import RuleStatus

BOXSCORES = "player_boxscores"
WRITTEN = "write_verified"
AGAIN = time(7)  # the morning after, once the day has been reconciled


def _lost_row(day: Rehearsal) -> None:
    with day.warehouse(losing_a_row(BOXSCORES)):
        day.postgame()


def _refused(day: Rehearsal) -> None:
    with day.warehouse(refusing(BOXSCORES)):
        day.postgame()


def _left_over(day: Rehearsal) -> None:
    with day.warehouse(writing_nothing(BOXSCORES)):
        day.postgame()


def _failing_check(day: Rehearsal) -> None:
    with day.warehouse(failing_template("rule A2 ")):
        day.reconcile(at=day.moments.after(AGAIN))


def _killed(day: Rehearsal) -> None:
    code = killed_in_mid_write(day.settings, day.moments.after(MORNING_AFTER), day.moments.day, BOXSCORES)
    if code != -signal.SIGKILL:
        day.report("drill", f"the process that was to be killed ended with {code}")
    day.reconcile()


def _two_writers(day: Rehearsal) -> None:
    with holding_the_warehouse(day.settings):
        day.postgame()


WRITES = (
    Defect(
        4,
        "a write reports success, and rows are missing",
        "the warehouse writes one row fewer than it was given",
        Stage.PLAYED,
        _lost_row,
        (Check(BOXSCORES, WRITTEN),),
        last_good(BOXSCORES),
    ),
    Defect(
        5,
        "a write is refused (streaming buffer)",
        "the warehouse refuses to replace the day",
        Stage.PLAYED,
        _refused,
        (Check(BOXSCORES, WRITTEN),),
        last_good(BOXSCORES),
    ),
    Defect(
        6,
        "a partition left from an earlier run",
        "the warehouse says that it wrote and leaves what was there",
        Stage.PLAYED,
        _left_over,
        (Check(BOXSCORES, WRITTEN, "not what a fresh read serves"),),
        last_good(BOXSCORES),
    ),
    Defect(
        19,
        "a check's own query fails",
        "the query of the rule on boxscores times out",
        Stage.PLAYED,
        _failing_check,
        (ByRule("A2", RuleStatus.ERROR, "timed out"),),
        last_good(BOXSCORES),
    ),
    Defect(
        29,
        "a process is killed in the middle of a write",
        "SIGKILL to the process of the post-game job, when rows are written and not committed",
        Stage.AFTERNOON,
        _killed,
        (ByRule("A2"),),
    ),
    Defect(
        30,
        "two writers at once",
        "another process holds the warehouse while the job runs",
        Stage.PLAYED,
        _two_writers,
        (Check("schedule", WRITTEN), Check("schedule", "contract_holds", "in use by another process")),
        last_good(BOXSCORES),
    ),
)
