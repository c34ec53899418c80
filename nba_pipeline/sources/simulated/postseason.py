"""Play-in and playoffs: who meets whom follows from results, and a game is on the schedule once it is decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

import numpy as np

from nba_pipeline.game_day import eastern
from nba_pipeline.sources.simulated.calendar import SeasonCalendar, tipoff
from nba_pipeline.sources.simulated.fixtures import Fixture
from nba_pipeline.sources.simulated.league import CONFERENCE_SIZE, TEAMS

WINS = 4

# Days after the first playoff day on which each round's first game is, and each game's days after that.
_ROUND_STARTS = (0, 16, 31, 47)
_GAME_DAYS = (0, 2, 4, 6, 8, 10, 12)
_FINALS_DAYS = (0, 3, 6, 8, 11, 14, 17)
_AT_HOME = (True, True, False, False, True, False, True)  # of the better team
_BRACKET = ((0, 7), (3, 4), (2, 5), (1, 6))
_PLAY_IN_DAYS = (4, 2)  # before the first playoff day


@dataclass
class Series:
    """Two teams, the better one first, until one has won four. `decided_at` is when the pairing was."""

    round: int
    number: int
    starts: date
    teams: tuple[int, int]
    decided_at: datetime
    winners: list[int] = field(default_factory=list)

    @property
    def winner(self) -> int | None:
        return next((team for team in self.teams if self.winners.count(team) == WINS), None)

    @property
    def next_day(self) -> date:
        days = _FINALS_DAYS if self.round == len(_ROUND_STARTS) - 1 else _GAME_DAYS
        return self.starts + timedelta(days=days[len(self.winners)])


class Postseason:
    """Plays on from the regular season's order of teams, day by day: `on(day)`, then `over(fixture, winner)`."""

    def __init__(self, calendar: SeasonCalendar, order: Sequence[int], ended_at: datetime, chance: np.random.Generator):
        self._calendar, self._chance = calendar, chance
        self._rank = {team: place for place, team in enumerate(order)}
        self._seeds = [[team for team in order if team // CONFERENCE_SIZE == side] for side in (0, 1)]
        self._decided_at = ended_at
        self._rounds: list[list[Series]] = []
        self._play_in: dict[str, tuple[int, int]] = {}  # a game's id, and the teams that it decides between
        self._beaten: dict[str, int] = {}
        self._series_of: dict[str, Series] = {}

    def on(self, day: date) -> list[Fixture]:
        """The games of this day. All earlier days must be over."""
        days_before = (self._calendar.playoffs - day).days
        if days_before in _PLAY_IN_DAYS:
            return self._play_in_games(day, second=days_before == _PLAY_IN_DAYS[1])
        self._open_rounds(day)
        due = [series for series in self._open_series() if series.next_day == day]
        return [self._game(series, day) for series in due]

    def over(self, fixture: Fixture, winner: int, ended_at: datetime) -> None:
        self._decided_at = max(self._decided_at, ended_at)
        if fixture.game_id in self._series_of:
            series = self._series_of.pop(fixture.game_id)
            series.winners.append(winner)
            series.decided_at = ended_at
            return
        self._after_play_in(fixture, winner)

    def _open_series(self) -> list[Series]:
        return [series for series in (self._rounds[-1] if self._rounds else []) if series.winner is None]

    def _play_in_games(self, day: date, second: bool) -> list[Fixture]:
        """Seventh against eighth and ninth against tenth; then the loser of the one against the winner of the other."""
        games: list[Fixture] = []
        for side, seeds in enumerate(self._seeds):
            pairs = [(seeds[7], seeds[8])] if second else [(seeds[6], seeds[7]), (seeds[8], seeds[9])]
            for home, away in pairs:
                number = 4 + side if second else 2 * side + len(games) % 2
                games.append(
                    self._fixture(f"005{self._year}{number + 1:05d}", day, "Play-In", home, away, self._decided_at)
                )
        return games

    def _after_play_in(self, fixture: Fixture, winner: int) -> None:
        """Put the four teams in the places that the results give them: the seventh seed first."""
        seeds = self._seeds[winner // CONFERENCE_SIZE]
        loser = fixture.away if winner == fixture.home else fixture.home
        if fixture.home == seeds[6]:
            seeds[6], seeds[7] = winner, loser
        elif fixture.home == seeds[8] and fixture.away == seeds[9]:
            seeds[8], seeds[9] = winner, loser
        else:
            seeds[7], seeds[8] = winner, loser

    def _open_rounds(self, day: date) -> None:
        number = len(self._rounds)
        if number == len(_ROUND_STARTS) or day != self._calendar.playoffs + timedelta(days=_ROUND_STARTS[number]):
            return
        if number == 0:
            pairs = [(seeds[one], seeds[other]) for seeds in self._seeds for one, other in _BRACKET]
            decided = [self._decided_at] * len(pairs)
        else:
            before = self._rounds[-1]
            winners = [series.winner for series in before if series.winner is not None]
            pairs = list(zip(winners[::2], winners[1::2], strict=True))
            decided = [max(a.decided_at, b.decided_at) for a, b in zip(before[::2], before[1::2], strict=True)]
        self._rounds.append(
            [
                # the series of a round begin on two days in turn
                Series(number, place, day + timedelta(days=place % 2), self._better_first(pair), moment)
                for place, (pair, moment) in enumerate(zip(pairs, decided, strict=True))
            ]
        )

    def _better_first(self, pair: tuple[int, int]) -> tuple[int, int]:
        one, other = sorted(pair, key=lambda team: self._rank[team])
        return one, other

    def _game(self, series: Series, day: date) -> Fixture:
        number = len(series.winners)
        better, worse = series.teams
        home, away = (better, worse) if _AT_HOME[number] else (worse, better)
        game_id = f"004{self._year}00{series.round + 1}{series.number}{number + 1}"
        fixture = self._fixture(game_id, day, "Playoffs", home, away, series.decided_at)
        self._series_of[game_id] = series
        return fixture

    @property
    def _year(self) -> str:
        return f"{self._calendar.season % 100:02d}"

    def _fixture(
        self, game_id: str, day: date, season_type: str, home: int, away: int, decided_at: datetime
    ) -> Fixture:
        known_at = max(decided_at, eastern(day - timedelta(days=1), time(0)))
        return Fixture(game_id, day, season_type, home, away, tipoff(day, TEAMS[home], self._chance), known_at)
