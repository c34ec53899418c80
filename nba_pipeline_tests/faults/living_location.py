"""What Dagster loads in the test of the daemon: the league's pipeline, on the morning after a day that nobody ran."""

from __future__ import annotations

from datetime import date, time

from league import League

from nba_pipeline.clock import FixedClock
from nba_pipeline.game_day import Days, eastern
from nba_pipeline.orchestration.automation import build_definitions
from nba_pipeline.orchestration.pipeline import Pipeline

pipeline = Pipeline(own_clock=FixedClock(eastern(date(2026, 1, 16), time(6, 30))))
pipeline.source = League(Days(date(2026, 1, 5), date(2026, 1, 18)))
defs = build_definitions(pipeline)
