"""On the path of Dagster's processes, this moves their clocks to where a test has put them, ten times as fast.

The file that NBA_TEST_TIME names holds a moment and when it was that moment, both in seconds since 1970.
"""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from pathlib import Path

import dagster._time

from nba_pipeline.clock import SystemClock
from nba_pipeline.orchestration import dead_runs

SPEED = 10


def _now() -> float:
    moment, since = map(float, Path(os.environ["NBA_TEST_TIME"]).read_text().split())
    return moment + (time.time() - since) * SPEED


if "NBA_TEST_TIME" in os.environ:
    dagster._time._mockable_get_current_timestamp = _now
    dagster._time._mockable_get_current_datetime = lambda: datetime.fromtimestamp(_now(), UTC)
    SystemClock.now = lambda _: datetime.fromtimestamp(_now(), UTC)
    dead_runs._KERNEL = Path("no kernel has this time")
