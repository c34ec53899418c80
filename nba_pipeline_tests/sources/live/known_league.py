"""The simulated league under known teams, as the services can know it at a moment.

What they can know is less than the simulator tells, and this is where it is left out:

- a bookmaker offers what he said last of a player or a game; what he said before is known only to who asked before,
- no bookmaker is `consensus`: The Odds API tells what each offers, and no mean of them,
- of the three injury reports of a day only the newest stands,
- no second source tells this league's boxscores.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from known_teams import Row, in_the_league

from nba_pipeline.game_day import Days, game_day_of, season_days, season_of
from nba_pipeline.sources.simulated.source import SimulatedSource
from nba_pipeline.statuses import GameStatus

Rows = list[Row]

_ONE_DAY = timedelta(days=1)


class KnownLeague:
    """With `shots_at_once` the shots of a game are known when it is over, and not some hours later."""

    def __init__(self, seed: int, shots_at_once: bool = False) -> None:
        self._source = SimulatedSource(seed)
        self._shots_at_once = shots_at_once
        self._days: dict[str, date] = {}

    def rows(self, kind: str, days: Days, at: datetime) -> Rows:
        """All that the simulator has told of these days until a moment."""
        if kind == "shot_zones" and self._shots_at_once:
            over = {game["game_id"] for game in self.rows("schedule", days, at) if game["status"] == GameStatus.FINAL}
            return [row for row in self._told(kind, days, at + _ONE_DAY) if row["game_id"] in over]
        return self._told(kind, days, at)

    def _told(self, kind: str, days: Days, at: datetime) -> Rows:
        return in_the_league(self._source.parse(kind, self._source.fetch(kind, days, at)).to_pylist())

    def finished_game(self, game_id: str, at: datetime) -> Row | None:
        """A game of this season that is over. Which day it is of never changes, and is looked for once."""
        if game_id not in self._days:
            season = season_days(season_of(game_day_of(at)))
            self._days |= {game["game_id"]: game["game_date"] for game in self.rows("schedule", season, at)}
        day = self._days.get(game_id)
        games = [] if day is None else self.rows("schedule", Days.only(day), at)
        over = (game for game in games if game["game_id"] == game_id and game["status"] == GameStatus.FINAL)
        return next(over, None)

    def bet_on(self, at: datetime) -> Rows:
        """The games of today, and those of last night, that are neither over nor called off."""
        today = game_day_of(at)
        return [
            game
            for game in self.rows("schedule", Days(today - _ONE_DAY, today), at)
            if game["status"] != GameStatus.FINAL and not game["postponed"]
        ]

    def points_offered(self, at: datetime) -> Rows:
        """What each bookmaker offers on each player."""
        offered = self._offered("points_props", at, "snapshot_at", lambda row: (row["bookmaker"], row["player_name"]))
        return [row for row in offered if row["book_type"] != "consensus"]

    def lines_offered(self, at: datetime) -> Rows:
        """What each bookmaker offers on each game."""
        return self._offered("game_lines", at, "quoted_at", lambda row: (row["bookmaker"],))

    def report(self, at: datetime) -> Rows:
        """The newest injury report of today; none before the first."""
        said = self.rows("injury_report", Days.only(game_day_of(at)), at)
        newest = max((row["report_at"] for row in said), default=None)
        return [row for row in said if row["report_at"] == newest]

    def _offered(self, kind: str, at: datetime, said_at: str, of: Callable[[Row], tuple[str, ...]]) -> Rows:
        """Of each game that can be bet on, the rows of the last moment that each offer has."""
        games = {_teams(game) for game in self.bet_on(at)}
        today = game_day_of(at)
        said = [row for row in self.rows(kind, Days(today - _ONE_DAY, today), at) if _teams(row) in games]
        last: dict[tuple[object, ...], datetime] = {}
        for row in said:
            last[*_teams(row), *of(row)] = max(row[said_at], last.get((*_teams(row), *of(row)), row[said_at]))
        return [row for row in said if row[said_at] == last[*_teams(row), *of(row)]]


def _teams(row: Row) -> tuple[date, str, str]:
    return row["game_date"], row["home_team"], row["away_team"]
