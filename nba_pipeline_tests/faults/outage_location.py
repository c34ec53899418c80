"""What Dagster loads in the test of what its daemon tells: a league that is out of reach while a file is there."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path

from league import League

from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.automation import build_definitions
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.sources.base import Answer


class LeagueOutOfReach(League):
    def fetch(self, kind: str, days: Days, as_of: datetime) -> list[Answer]:
        self.outage = "the league does not answer" if Path(os.environ["NBA_TEST_OUTAGE"]).exists() else None
        return super().fetch(kind, days, as_of)


pipeline = Pipeline()
pipeline.source = LeagueOutOfReach(Days(date(2026, 1, 5), date(2026, 1, 18)))
defs = build_definitions(pipeline)
