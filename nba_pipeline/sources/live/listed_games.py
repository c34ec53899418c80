"""What the league's schedule ever listed of a day, kept as a note beside it, for games that move to another date.

The schedule lists a moved game under its new date alone. One that a note has, and the schedule under another date, was
called off for the note's day. One that the schedule has nowhere is made up by no note: nobody knows what became of it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from nba_pipeline.game_day import Days
from nba_pipeline.sources.base import Answer
from nba_pipeline.sources.live import league_schedule
from nba_pipeline.sources.live.league_schedule import LISTED, SEASON_SCHEDULE, LeagueGame
from nba_pipeline.sources.live.snapshots import Landed


def notes(landed: Landed, told: Sequence[Answer], days: Days, as_of: datetime) -> Iterator[Answer]:
    """A note for each day of which games are listed now, or were before. Raises SourceError where `told` is damaged."""
    now: dict[date, dict[str, LeagueGame]] = defaultdict(dict)
    for game in league_schedule.games(told):
        now[game.game_date][game.game_id] = game
    address = next(answer.uri for answer in told if answer.kind == SEASON_SCHEDULE)
    for day in days:
        before = {
            game.game_id: game for note in landed.until(LISTED, day, as_of) for game in league_schedule.listed(note)
        }
        games = before | now[day]
        if games:
            body = json.dumps({"games": [_listed(games[game_id]) for game_id in sorted(games)]}, indent=1).encode()
            yield Answer(LISTED, Days.only(day), address, "application/json", body, as_of)


def _listed(game: LeagueGame) -> dict[str, str | None]:
    """The note of a game, which `league_schedule.listed` reads."""
    tipoff_at = game.tipoff_at.isoformat() if game.tipoff_at else None
    sides = {"home_team": game.home_team, "away_team": game.away_team}
    return {"game_id": game.game_id, "tipoff_at": tipoff_at, **sides}
