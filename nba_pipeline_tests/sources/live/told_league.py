"""A league, told by the live services on the loopback as it is at the moment of a clock.

The season's schedule, the day's scoreboard, a boxscore for each game that is over, and later its play-by-play, the odds
on games that are not, and the injury report under the name of each of its hours or quarters, which repeats the newest
until the teams say more. Nothing lies under the address of a boxscore before the end of its game, of a play-by-play
before its shots are known, nor of a report before it was published.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Protocol

import league_answers
from known_league import KnownLeague, Rows
from known_teams import NAMES, Row
from services import Services
from small_day import CDN, ODDS, REPORTS
from small_report import listed, report, silent

from nba_pipeline.game_day import EASTERN, Days, eastern, game_day_of, season_days, season_of
from nba_pipeline.statuses import InjuryStatus

Told = tuple[str, bytes] | None

_SPORT = f"{ODDS}/sports/basketball_nba"
_A_PAGE = 18  # rows of a report


class Moved(Protocol):
    """A clock that somebody else moves; looking at it does not."""

    moment: datetime


class ToldLeague(Services):
    """The services of one league. What `put` lays under a path, and every trouble, is theirs as of any services."""

    def __init__(self, league: KnownLeague, clock: Moved) -> None:
        super().__init__(clock.moment)
        self._league = league
        self.clock = clock
        self._answers: Mapping[str, Callable[..., Told]] = {
            rf"{CDN}/staticData/scheduleLeagueV2\.json": self._schedule,
            rf"{CDN}/liveData/scoreboard/todaysScoreboard_00\.json": self._scoreboard,
            rf"{CDN}/liveData/boxscore/boxscore_(\d+)\.json": self._boxscore,
            rf"{CDN}/liveData/playbyplay/playbyplay_(\d+)\.json": self._play_by_play,
            rf"{_SPORT}/events": self._events,
            rf"{_SPORT}/events/(\w+)/odds": self._points_props,
            rf"{_SPORT}/odds": self._game_odds,
            rf"{REPORTS}/Injury-Report_([\d-]+_\d+(?:_\d+)?[AP]M)\.pdf": self._report,
        }

    def answer(self, path: str, query: Mapping[str, list[str]]) -> Told:
        self.moment = self.clock.moment.astimezone(UTC)
        matches = ((re.fullmatch(pattern, path), answer) for pattern, answer in self._answers.items())
        told = (answer(*match.groups()) for match, answer in matches if match)
        return super().answer(path, query) or next(told, None)

    def _schedule(self) -> Told:
        season = season_of(game_day_of(self.moment))
        games = self._league.rows("schedule", season_days(season), self.moment)
        return _json(league_answers.season_schedule(games, season, self.moment))

    def _scoreboard(self) -> Told:
        today = game_day_of(self.moment)
        return _json(league_answers.scoreboard(self._league.rows("schedule", Days.only(today), self.moment), today))

    def _boxscore(self, game_id: str) -> Told:
        game = self._league.finished_game(game_id, self.moment)
        if game is None:
            return None
        players, teams = (self._of_game(kind, game) for kind in ("player_boxscores", "team_boxscores"))
        return _json(league_answers.boxscore(game, players, teams))

    def _play_by_play(self, game_id: str) -> Told:
        game = self._league.finished_game(game_id, self.moment)
        zones = self._of_game("shot_zones", game) if game else []
        return _json(league_answers.play_by_play(game_id, zones)) if zones else None

    def _of_game(self, kind: str, game: Row) -> Rows:
        of_day = self._league.rows(kind, Days.only(game["game_date"]), self.moment)
        return [row for row in of_day if row["game_id"] == game["game_id"]]

    def _events(self) -> Told:
        return _json(json.dumps(self._listed(self._league.points_offered(self.moment))).encode())

    def _points_props(self, event_id: str) -> Told:
        offered = [row for row in self._league.points_offered(self.moment) if row["event_id"] == event_id]
        return _json(league_answers.points_props(self._listed(offered)[0], offered)) if offered else None

    def _game_odds(self) -> Told:
        events = self._listed(self._league.points_offered(self.moment))
        return _json(league_answers.game_odds(events, self._league.lines_offered(self.moment)))

    def _listed(self, offered: Rows) -> list[Row]:
        """The games whose players somebody offers."""
        events = {(row["game_date"], row["home_team"]): row["event_id"] for row in offered}
        games = {(game["game_date"], game["home_team"]): game for game in self._league.bet_on(self.moment)}
        return [league_answers.event(games[game], event_id) for game, event_id in sorted(events.items())]

    def _report(self, name: str) -> Told:
        published = published_at(name)
        if published > self.moment:
            return None
        day = game_day_of(published)
        rows = self._league.report(published)
        said_at = rows[0]["report_at"] if rows else eastern(day, time(0))
        pages = [rows[start : start + _A_PAGE] for start in range(0, max(len(rows), 1), _A_PAGE)]
        return "application/pdf", report(day, said_at, *([_reported(row) for row in page] for page in pages))


def published_at(name: str) -> datetime:
    """When a report of this name comes: those of an hour at its half, those of a quarter at once."""
    if name.count("_") == 2:
        return datetime.strptime(name, "%Y-%m-%d_%I_%M%p").replace(tzinfo=EASTERN)
    return datetime.strptime(name, "%Y-%m-%d_%I%p").replace(tzinfo=EASTERN) + timedelta(minutes=30)


def _reported(row: Row) -> Sequence[str]:
    team = NAMES[row["team"]]
    if row["status"] == InjuryStatus.NOT_SUBMITTED:
        return silent(team)
    return listed(team, row["player_name"], row["status"].title(), row["reason"])


def _json(body: bytes) -> Told:
    return "application/json", body
