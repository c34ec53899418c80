"""The regular season's games: 82 a team, who meets whom how often, spread over the days, some postponed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache

import numpy as np

from nba_pipeline.game_day import eastern, season_days
from nba_pipeline.sources.simulated.calendar import WEEKDAY_WEIGHTS, SeasonCalendar, season_calendar, tipoff
from nba_pipeline.sources.simulated.league import CONFERENCE_SIZE, DIVISION_SIZE, TEAMS
from nba_pipeline.sources.simulated.randomness import stream

MOST_GAMES_A_DAY = 15

_POSTPONEMENTS = 7
_MADE_UP_AFTER = timedelta(days=10)

Pair = tuple[int, int]


@dataclass(frozen=True)
class Fixture:
    """A game on the schedule, teams by their place in `TEAMS`. It is on the schedule from `known_at` on, and
    marked postponed from `postponed_at` on.
    """

    game_id: str
    game_date: date
    season_type: str
    home: int
    away: int
    tipoff_at: datetime
    known_at: datetime
    postponed_at: datetime | None = None


@lru_cache(maxsize=4)
def regular_season(seed: int, season: int) -> Sequence[Fixture]:
    """All games in order of days, postponed ones both under their first day and under the day they are played."""
    calendar = season_calendar(season)
    chance = stream(seed, season, "fixtures")
    known_at = eastern(season_days(season).first, time(0))
    fixtures: list[Fixture] = []
    for day, pairs in _spread(_pairings(season, chance), calendar, chance).items():
        for home, away in sorted(pairs):
            game_id = f"002{season % 100:02d}{len(fixtures) + 1:05d}"
            start = tipoff(day, TEAMS[home], chance)
            fixtures.append(Fixture(game_id, day, "Regular Season", home, away, start, known_at))
    return _with_postponements(fixtures, calendar, chance)


def _pairings(season: int, chance: np.random.Generator) -> list[Pair]:
    """Home and away of 1,230 games: four a year within a division, two with the other conference, else three or
    four, so that every team plays 41 at home.
    """
    pairs: list[Pair] = []
    for one in range(len(TEAMS)):
        for other in range(one + 1, len(TEAMS)):
            if one // CONFERENCE_SIZE != other // CONFERENCE_SIZE:
                pairs += [(one, other), (other, one)]
            elif one // DIVISION_SIZE == other // DIVISION_SIZE:
                pairs += 2 * [(one, other), (other, one)]
            else:
                # who meets only three times, and who is at home twice then, moves on from season to season
                turn = (other - one + season) % DIVISION_SIZE
                pairs += [(one, other), (other, one)]
                pairs += {0: [(one, other)], 1: [(other, one)]}.get(turn, [(one, other), (other, one)])
    return [pairs[place] for place in chance.permutation(len(pairs))]


class _Days:
    """Which teams play on which days, and whether one more day would be too many."""

    def __init__(self) -> None:
        self._of_team: list[set[date]] = [set() for _ in TEAMS]
        self.games: Counter[date] = Counter()

    def add(self, day: date, pair: Pair) -> None:
        self.games[day] += 1
        for team in pair:
            self._of_team[team].add(day)

    def remove(self, day: date, pair: Pair) -> None:
        self.games[day] -= 1
        for team in pair:
            self._of_team[team].remove(day)

    def plays(self, team: int, day: date, offset: int) -> bool:
        return day + timedelta(days=offset) in self._of_team[team]

    def is_free(self, team: int, day: date) -> bool:
        """Not busy, no third day running, no fifth game in six days."""
        played = [self.plays(team, day, offset) for offset in range(-5, 6)]
        if played[5]:
            return False
        played[5] = True
        three_running = any(all(played[at : at + 3]) for at in range(3, 6))
        return not three_running and all(sum(played[at : at + 6]) < 5 for at in range(6))

    def are_free(self, pair: Pair, day: date) -> bool:
        return all(self.is_free(team, day) for team in pair)


def _spread(pairs: Sequence[Pair], calendar: SeasonCalendar, chance: np.random.Generator) -> dict[date, list[Pair]]:
    """A day for each game: teams that are behind play first, and on the last day all teams play."""
    days, wanted = _Days(), _games_a_day(calendar, len(pairs), chance)
    placed: dict[date, list[Pair]] = {day: [] for day in wanted}
    left = list(pairs)

    def place(day: date, pair: Pair) -> None:
        placed[day].append(pair)
        days.add(day, pair)
        left.remove(pair)

    for pair in _everyone_once(pairs):
        place(calendar.ends, pair)
    played = np.zeros(len(TEAMS))
    readiness = _readiness_to_play_again(2 * len(pairs) / len(TEAMS) / len(wanted))
    done = 0
    for day, number in list(wanted.items())[:-1]:
        done += number
        lag = 2 * done / len(TEAMS) - played + chance.normal(scale=0.6, size=len(TEAMS))
        again = chance.random(len(TEAMS)) < readiness
        free = [
            days.is_free(team, day) and (bool(again[team]) or not days.plays(team, day, -1))
            for team in range(len(TEAMS))
        ]
        for pair in sorted((p for p in left if free[p[0]] and free[p[1]]), key=lambda p: -(lag[p[0]] + lag[p[1]])):
            if days.games[day] < number and free[pair[0]] and free[pair[1]]:
                free[pair[0]] = free[pair[1]] = False
                place(day, pair)
                played[list(pair)] += 1
    _place_the_rest(left, placed, wanted, days, chance)
    return placed


def _readiness_to_play_again(games_a_day: float) -> float:
    """How readily a team plays on two days running: seldom in a usual season, always in a very short one."""
    return min(max(0.27 + 8 * (games_a_day - 0.495), 0.0), 1.0)


def _everyone_once(pairs: Sequence[Pair]) -> list[Pair]:
    """Fifteen games of the thirty teams."""
    for start in range(len(pairs)):
        busy: set[int] = set()
        chosen = []
        for pair in [*pairs[start:], *pairs[:start]]:
            if not busy & set(pair):
                busy |= set(pair)
                chosen.append(pair)
        if len(chosen) == len(TEAMS) // 2:
            return chosen
    raise ValueError("no fifteen of the games are of thirty teams")


def _place_the_rest(
    left: Sequence[Pair],
    placed: dict[date, list[Pair]],
    wanted: dict[date, int],
    days: _Days,
    chance: np.random.Generator,
) -> None:
    """Games that fit on no day push another one off its day, which then looks for a place itself."""
    between = list(wanted)[1:-1]
    queue = list(left)
    while queue:
        pair = queue.pop()
        free = [day for day in between if days.games[day] < MOST_GAMES_A_DAY and days.are_free(pair, day)]
        day = min(free, key=lambda day: (days.games[day] - wanted[day], day), default=None)
        if day is None:
            day = between[int(chance.integers(len(between)))]
            for other in [other for other in placed[day] if set(other) & set(pair)]:
                placed[day].remove(other)
                days.remove(day, other)
                queue.append(other)
            if not days.are_free(pair, day):
                queue.insert(0, pair)
                continue
        placed[day].append(pair)
        days.add(day, pair)


def _games_a_day(calendar: SeasonCalendar, games: int, chance: np.random.Generator) -> dict[date, int]:
    """How many games each day should have: few on opening night, all teams on the last day."""
    days = calendar.playing_days
    weights = np.array([WEEKDAY_WEIGHTS[day.weekday()] for day in days]) * np.exp(
        chance.normal(scale=0.28, size=len(days))
    )
    weights[0] = 2
    sizes = np.clip(np.round(weights * games / weights.sum()), 1, MOST_GAMES_A_DAY - 1).astype(int)
    sizes[-1] = MOST_GAMES_A_DAY  # the last day is complete
    while (missing := games - int(sizes.sum())) != 0:
        some = 1 + chance.permutation(len(days) - 2)[: abs(missing)]
        sizes[some] = np.clip(sizes[some] + np.sign(missing), 1, MOST_GAMES_A_DAY - 1)
    return dict(zip(days, sizes.tolist(), strict=True))


def _with_postponements(
    fixtures: Sequence[Fixture], calendar: SeasonCalendar, chance: np.random.Generator
) -> Sequence[Fixture]:
    """Some games are called off hours before their day's first tip-off and played later, under another id."""
    days = _Days()
    for fixture in fixtures:
        days.add(fixture.game_date, (fixture.home, fixture.away))
    first_tipoff = {f.game_date: f.tipoff_at for f in sorted(fixtures, key=lambda f: f.tipoff_at, reverse=True)}
    earliest, latest = calendar.opens + timedelta(days=40), calendar.ends - timedelta(days=35)
    candidates = [place for place, f in enumerate(fixtures) if earliest <= f.game_date <= latest]
    games = list(fixtures)
    for place in sorted(chance.choice(candidates, int(chance.poisson(_POSTPONEMENTS)), replace=False).tolist()):
        fixture = fixtures[place]
        pair = (fixture.home, fixture.away)
        later = [day for day in calendar.playing_days if day >= fixture.game_date + _MADE_UP_AFTER]
        day = next((d for d in later if days.games[d] < MOST_GAMES_A_DAY and days.are_free(pair, d)), None)
        if day is None:
            continue
        announced = first_tipoff[fixture.game_date] - timedelta(minutes=int(chance.integers(5 * 60, 20 * 60)))
        games[place] = replace(fixture, postponed_at=announced)
        again = Fixture(
            game_id=f"002{calendar.season % 100:02d}{len(games) + 1:05d}",
            game_date=day,
            season_type=fixture.season_type,
            home=fixture.home,
            away=fixture.away,
            tipoff_at=tipoff(day, TEAMS[fixture.home], chance),
            known_at=announced + timedelta(days=2),
        )
        games.append(again)
        days.add(day, pair)
        first_tipoff[day] = min(first_tipoff[day], again.tipoff_at)
    return tuple(sorted(games, key=lambda game: (game.game_date, game.tipoff_at, game.game_id)))
