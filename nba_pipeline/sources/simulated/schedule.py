"""A day's schedule as rows, as it reads at a moment: no score before the final whistle."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pyarrow as pa

from nba_pipeline.sources.simulated.fixtures import Fixture
from nba_pipeline.sources.simulated.known import KNOWN_AT, Row, known_rows
from nba_pipeline.sources.simulated.league import TEAMS
from nba_pipeline.sources.simulated.season import Result, Season
from nba_pipeline.statuses import GameStatus


def schedule(season: Season, day: date, as_of: datetime) -> pa.Table:
    """The games of a day as they stand at that moment, each known from when it came on the schedule."""
    results = {game.name: game.result for game in season.games.get(day, [])}
    rows = [_row(season, fixture, results.get(fixture.game_id), as_of) for fixture in season.scheduled.get(day, [])]
    return known_rows("schedule", rows)


def _row(season: Season, fixture: Fixture, result: Result | None, as_of: datetime) -> Row:
    row: dict[str, Any] = {
        "game_date": fixture.game_date,
        "game_id": fixture.game_id,
        "season": season.season,
        "season_type": fixture.season_type,
        "tipoff_at": fixture.tipoff_at,
        "home_team": TEAMS[fixture.home].letters,
        "away_team": TEAMS[fixture.away].letters,
        "status": GameStatus.UPCOMING.value,
        "home_score": None,
        "away_score": None,
        "postponed": fixture.postponed_at is not None and fixture.postponed_at <= as_of,
        KNOWN_AT: fixture.known_at,
    }
    if result is None or as_of < fixture.tipoff_at:
        return row
    if as_of < result.ended_at:
        return row | {"status": GameStatus.IN_PROGRESS.value}
    home, away = (box.points for box in result.boxes)
    return row | {"status": GameStatus.FINAL.value, "home_score": home, "away_score": away}
