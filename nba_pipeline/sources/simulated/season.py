"""A season in play: day by day, each game from the state that the days before have left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import numpy as np

from nba_pipeline.game_day import Days, eastern
from nba_pipeline.sources.simulated import games
from nba_pipeline.sources.simulated.calendar import season_calendar
from nba_pipeline.sources.simulated.careers import rosters
from nba_pipeline.sources.simulated.fixtures import Fixture, regular_season
from nba_pipeline.sources.simulated.games import Box, Side
from nba_pipeline.sources.simulated.health import Absence, Doubt, Health
from nba_pipeline.sources.simulated.league import TEAMS
from nba_pipeline.sources.simulated.numbers import Floats, Ints
from nba_pipeline.sources.simulated.postseason import Postseason
from nba_pipeline.sources.simulated.randomness import stream
from nba_pipeline.sources.simulated.rotation import expected_minutes
from nba_pipeline.sources.simulated.skills import skills_of

CONTRACTS, DRESSED = 15, 13
_ROTATION = 10

# Edges are parts of the shots that go in: of a home team, lost on a second night, by the quality of the players,
# by how strong a team is beyond its players, and by how openly it plays.
_HOME_EDGE, _TIRED = 0.0135, 0.008
_QUALITY_EDGE = 0.05
_STRENGTH, _STYLE, _TEMPO = 0.031, 0.011, 0.014
_ROLE_KEPT, _ROLE_MOVES = 0.965, 0.115
_LENGTH, _LENGTH_SPREAD, _OVERTIME_LENGTH = 136.0, 7.0, 20.0  # minutes from tip-off to the final whistle

# Of so many games nobody ever tells from where they shot.
ZONES_NEVER = 0.01


@dataclass(frozen=True)
class TeamSheet:
    """One team on a game day. `side` holds all who are not absent, the best first: those beyond the first
    thirteen are not dressed. `absent_worth` is what the absent would be worth if they played.
    """

    team: int
    side: Side
    absences: Mapping[int, Absence]
    absent_worth: Mapping[int, float]
    doubts: Mapping[int, Doubt]

    @property
    def dressed(self) -> Side:
        return Side(self.side.players[:DRESSED], self.side.worth[:DRESSED], self.side.edge)


@dataclass(frozen=True)
class Result:
    """What came of a game: the boxscores of the dressed players, home first."""

    boxes: tuple[Box, Box]
    ended_at: datetime
    zones_at: datetime | None


@dataclass(frozen=True)
class Game:
    """A fixture on its day, teams at home first; without a result if it was postponed. `pace` is the expected one."""

    fixture: Fixture
    sheets: tuple[TeamSheet, TeamSheet]
    pace: float
    result: Result | None

    @property
    def name(self) -> str:
        return self.fixture.game_id


class Season:
    """The games of a season up to the last day that was asked for, and the schedule as far as it is decided."""

    def __init__(self, seed: int, season: int) -> None:
        self.seed, self.season = seed, season
        self.calendar = season_calendar(season)
        self.rosters = rosters(seed, season)
        self.skills = skills_of(self.rosters)
        self.scheduled: dict[date, list[Fixture]] = defaultdict(list)
        for fixture in regular_season(seed, season):
            self.scheduled[fixture.game_date].append(fixture)
        self.games: dict[date, list[Game]] = {}
        self._played_to = self.calendar.opens - timedelta(days=1)
        self._teams = self.rosters.teams.copy()
        self._trades = list(self.rosters.trades)
        self._roles = np.zeros(len(self._teams))
        self._health = Health(
            self.skills.frailty, self.rosters.ages, self.calendar.opens, stream(seed, season, "summer injuries")
        )
        chance = stream(seed, season, "systems")
        self._strength = chance.normal(scale=_STRENGTH, size=len(TEAMS))
        self._style = chance.normal(scale=_STYLE, size=len(TEAMS))
        self._tempo = chance.normal(scale=_TEMPO, size=len(TEAMS))
        self._last_played: dict[int, date] = {}
        self._wins = np.zeros(len(TEAMS), dtype=np.int64)
        self._postseason: Postseason | None = None

    def play_until(self, day: date) -> None:
        """Play all days to this one, once."""
        for next_day in Days(self._played_to + timedelta(days=1), day):
            self._play(next_day)
            self._played_to = next_day

    def _play(self, day: date) -> None:
        if day > self.calendar.ends:
            self._schedule_postseason(day)
        fixtures = self.scheduled.get(day, [])
        if not fixtures:
            return
        self._move_traded_players(day)
        chance = stream(self.seed, self.season, "morning", day)
        tipoffs = {team: fixture.tipoff_at for fixture in fixtures for team in (fixture.home, fixture.away)}
        tired = {team for team in tipoffs if self._last_played.get(team) == day - timedelta(days=1)}
        self._roles = _ROLE_KEPT * self._roles + chance.normal(scale=_ROLE_MOVES, size=len(self._roles))
        playing = np.flatnonzero(np.isin(self._teams, list(tipoffs))).tolist()
        doubts = self._health.morning(
            day,
            {player: tipoffs[int(self._teams[player])] for player in playing},
            {player for player in playing if int(self._teams[player]) in tired},
            chance,
        )
        self.games[day] = [self._game(fixture, doubts, tired) for fixture in fixtures]
        for game in self.games[day]:
            self._count(game)

    def _move_traded_players(self, day: date) -> None:
        """Traded players miss the first two days; an injury that they bring along stays what it is."""
        while self._trades and self._trades[0].day <= day:
            trade = self._trades.pop(0)
            known_at = eastern(trade.day - timedelta(days=1), time(15))
            underway = Absence("Not With Team", trade.day + timedelta(days=2), known_at, None)
            for player_id, team in zip(trade.players, reversed(trade.teams), strict=True):
                player = int(np.flatnonzero(self.rosters.ids == player_id)[0])
                self._teams[player] = team
                self._health.absences.setdefault(player, underway)

    def _game(self, fixture: Fixture, doubts: Mapping[int, Doubt], tired: set[int]) -> Game:
        lineups = [self._available(team) for team in (fixture.home, fixture.away)]
        strength = [
            float(expected_minutes(self._worth(players)) @ self.skills.quality[players]) / 240 for players in lineups
        ]
        teams = [fixture.home, fixture.away]
        gap = _QUALITY_EDGE * (strength[0] - strength[1]) + self._strength[fixture.home] - self._strength[fixture.away]
        style = float(self._style[teams].sum())
        edges = [
            style + sign * (_HOME_EDGE + gap) - _TIRED * (team in tired)
            for team, sign in zip(teams, (1, -1), strict=True)
        ]
        sheets = [
            self._sheet(team, Side(players, self._worth(players), float(edge)), doubts)
            for team, players, edge in zip(teams, lineups, edges, strict=True)
        ]
        pace = games.POSSESSIONS * float(np.exp(self._tempo[teams].sum()))
        result = None if fixture.postponed_at else self._result(fixture, sheets[0], sheets[1], pace)
        return Game(fixture, (sheets[0], sheets[1]), pace, result)

    def _sheet(self, team: int, side: Side, doubts: Mapping[int, Doubt]) -> TeamSheet:
        roster = np.flatnonzero(self._teams == team)
        worth = dict(zip(roster.tolist(), self._worth(roster).tolist(), strict=True))
        absences = {p: self._health.absences[p] for p in worth if p in self._health.absences}
        return TeamSheet(
            team=team,
            side=side,
            absences=absences,
            absent_worth={player: worth[player] for player in absences},
            doubts={player: doubts[player] for player in side.players[:_ROTATION].tolist() if player in doubts},
        )

    def _available(self, team: int) -> Ints:
        players = np.array(
            [p for p in np.flatnonzero(self._teams == team).tolist() if p not in self._health.absences], dtype=np.int64
        )
        return players[np.argsort(-self._worth(players), kind="stable")]

    def _worth(self, players: Ints) -> Floats:
        worth: Floats = self.skills.quality[players] + self._roles[players]
        return worth

    def _result(self, fixture: Fixture, home: TeamSheet, away: TeamSheet, pace: float) -> Result:
        chance = stream(self.seed, self.season, "game", fixture.game_id)
        box, other, overtimes = games.play(home.dressed, away.dressed, pace, self.skills, chance)
        minutes = _LENGTH + _LENGTH_SPREAD * chance.normal() + _OVERTIME_LENGTH * overtimes
        ended_at = fixture.tipoff_at + timedelta(seconds=round(60 * max(minutes, 115.0)))
        zones_at = ended_at + timedelta(minutes=int(chance.integers(150, 480)))
        return Result((box, other), ended_at, None if chance.random() < ZONES_NEVER else zones_at)

    def _count(self, game: Game) -> None:
        if game.result is None:
            return
        home, away = (box.points for box in game.result.boxes)
        winner = game.fixture.home if home > away else game.fixture.away
        for team in (game.fixture.home, game.fixture.away):
            self._last_played[team] = game.fixture.game_date
        if self._postseason:
            self._postseason.over(game.fixture, winner, game.result.ended_at)
        else:
            self._wins[winner] += 1

    def _schedule_postseason(self, day: date) -> None:
        if self._postseason is None:
            chance = stream(self.seed, self.season, "postseason")
            order = np.argsort(-(self._wins + chance.random(len(TEAMS))))  # a draw among equals
            last = max(g.result.ended_at for g in self.games[self.calendar.ends] if g.result)
            self._postseason = Postseason(self.calendar, order.tolist(), last, chance)
        self.scheduled[day] = self._postseason.on(day)
