"""Who plays where: cohorts of newcomers, a talent path for each player, summers in which rosters change, trades.

A season's rosters follow from the seed alone, summer by summer since the first cohort; no game is played for
it. A summer takes milliseconds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from statistics import NormalDist

import numpy as np

from nba_pipeline.sources.simulated.calendar import season_calendar
from nba_pipeline.sources.simulated.league import TEAMS
from nba_pipeline.sources.simulated.numbers import Floats, Ints
from nba_pipeline.sources.simulated.people import player_name
from nba_pipeline.sources.simulated.randomness import stream

ROSTER = 18  # fifteen contracts and three two-way players
FIRST_COHORT = 1996
COHORT = 72
LONGEST_CAREER = 22

_TRAITS = ("potential", "usage", "size", "shooting", "finishing", "frailty", "passing", "foul_drawing")
_RETIREMENT_AGE = 40
_MOVES_ON = 0.24
_TRADES = 44


@dataclass(frozen=True)
class Cohort:
    """The newcomers of one summer. `talent[i, y]` is what player i is worth in his year y; 0 is an average newcomer."""

    ids: Ints
    names: Sequence[str]
    ages: Ints
    traits: Mapping[str, Floats]
    talent: Floats


@dataclass(frozen=True)
class Trade:
    """Two players change places between two teams; `day` is the first day with the new team."""

    day: date
    players: tuple[int, int]
    teams: tuple[int, int]


@dataclass(frozen=True)
class Rosters:
    """The players of a season, 18 a team on its first day, and the trades during it.

    `quality` is a player's standing in the league by his talent of the season, in deviations of a normal curve.
    """

    season: int
    ids: Ints
    names: Sequence[str]
    ages: Ints
    teams: Ints
    quality: Floats
    traits: Mapping[str, Floats]
    trades: Sequence[Trade]


@lru_cache(maxsize=2 * LONGEST_CAREER)
def cohort(seed: int, debut: int) -> Cohort:
    """The newcomers of a summer, with all their years to come: a path has no look at how others fare."""
    chance = stream(seed, "cohort", debut)
    traits = {name: chance.normal(size=COHORT) for name in _TRAITS}
    ages = chance.integers(19, 24, COHORT)
    age = ages[:, None] + np.arange(LONGEST_CAREER)
    # rises to a peak at 27, falls faster after 31
    shape = -0.012 * (age - 27) ** 2 - 0.010 * np.maximum(age - 31, 0) ** 2
    wander = np.cumsum(chance.normal(scale=0.22, size=age.shape), axis=1)
    promise = traits["potential"][:, None] + 0.18 * np.maximum(traits["potential"], 0)[:, None] ** 2
    first = (debut - FIRST_COHORT) * COHORT
    return Cohort(
        ids=debut * 1000 + np.arange(COHORT) + 1,
        names=[player_name(number, seed) for number in range(first, first + COHORT)],
        ages=ages,
        traits=traits,
        talent=promise + shape + wander,
    )


@lru_cache(maxsize=4)
def rosters(seed: int, season: int) -> Rosters:
    """The rosters of a season, from the summers and trades of all seasons before it."""
    team_of: dict[int, int] = {}
    for year in range(FIRST_COHORT, season):
        team_of = _summer(seed, year, team_of)
        team_of = _after_trades(team_of, _trades(seed, year, team_of))
    team_of = _summer(seed, season, team_of)
    ids = np.array(sorted(team_of, key=lambda player: (team_of[player], player)))
    talent = np.array([_talent(seed, player, season) for player in ids.tolist()])
    of = [(cohort(seed, player // 1000), player % 1000 - 1) for player in ids.tolist()]
    return Rosters(
        season=season,
        ids=ids,
        names=[group.names[place] for group, place in of],
        ages=np.array(
            [group.ages[place] + season - player // 1000 for (group, place), player in zip(of, ids, strict=True)]
        ),
        teams=np.array([team_of[player] for player in ids.tolist()]),
        quality=_standing(talent),
        traits={name: np.array([group.traits[name][place] for group, place in of]) for name in _TRAITS},
        trades=_trades(seed, season, team_of),
    )


def _standing(talent: Floats) -> Floats:
    """Ranks as places on a normal curve, so that the best of every season stand out alike."""
    ranks = np.argsort(np.argsort(talent))
    return np.array([NormalDist().inv_cdf((rank + 0.5) / len(talent)) for rank in ranks.tolist()])


def _talent(seed: int, player: int, season: int) -> float:
    debut, place = divmod(player, 1000)
    return float(cohort(seed, debut).talent[place - 1, season - debut])


def _summer(seed: int, season: int, team_of: Mapping[int, int]) -> dict[int, int]:
    """Some retire or are not good enough, some move on, newcomers arrive; the weakest team chooses first."""
    chance = stream(seed, "summer", season)
    newcomers = cohort(seed, season).ids.tolist()
    candidates = [player for player in [*sorted(team_of), *newcomers] if _may_play(seed, player, season)]
    worth = {player: _talent(seed, player, season) for player in candidates}
    hoped = {
        player: worth[player] + noise
        for player, noise in zip(candidates, chance.normal(scale=0.5, size=len(candidates)), strict=True)
    }
    kept = sorted(candidates, key=lambda player: -hoped[player])[: ROSTER * len(TEAMS)]
    moves = dict(zip(kept, chance.random(len(kept)) < _MOVES_ON, strict=True))
    stays = {player: team_of[player] for player in kept if player in team_of and not moves[player]}
    free = [player for player in kept if player not in stays]
    return stays | _choose(free, stays, worth)


def _may_play(seed: int, player: int, season: int) -> bool:
    debut, place = divmod(player, 1000)
    years = season - debut
    return years < LONGEST_CAREER and int(cohort(seed, debut).ages[place - 1]) + years < _RETIREMENT_AGE


def _choose(free: Sequence[int], stays: Mapping[int, int], worth: Mapping[int, float]) -> dict[int, int]:
    """The free players, best first, each to the team that has room and needs him most."""
    room = [ROSTER] * len(TEAMS)
    strength = [0.0] * len(TEAMS)
    for player, team in stays.items():
        room[team] -= 1
        strength[team] += max(worth[player], 0.0)
    chosen: dict[int, int] = {}
    for player in free:
        team = min((team for team in range(len(TEAMS)) if room[team]), key=lambda team: (strength[team], team))
        chosen[player] = team
        room[team] -= 1
        strength[team] += max(worth[player], 0.0)
    return chosen


def _trades(seed: int, season: int, team_of: Mapping[int, int]) -> list[Trade]:
    """Players of like worth change places, most of them in the last weeks before the deadline in February."""
    chance = stream(seed, "trades", season)
    calendar = season_calendar(season)
    window = (calendar.trade_deadline - calendar.opens).days - 40
    players = sorted(team_of, key=lambda player: (-_talent(seed, player, season), player))
    trades: list[Trade] = []
    taken: set[int] = set()
    for _ in range(_TRADES):
        place = int(chance.integers(10, len(players) - 12))
        one = players[place]
        other = next((p for p in players[place + 1 :] if team_of[p] != team_of[one] and p not in taken), None)
        day = calendar.trade_deadline - timedelta(days=int(window * chance.random() ** 3))
        if one in taken or other is None:
            continue
        taken |= {one, other}
        trades.append(Trade(day, (one, other), (team_of[one], team_of[other])))
    return sorted(trades, key=lambda trade: (trade.day, trade.players))


def _after_trades(team_of: Mapping[int, int], trades: Sequence[Trade]) -> dict[int, int]:
    moved = dict(team_of)
    for trade in trades:
        (one, other), (left, right) = trade.players, trade.teams
        moved[one], moved[other] = right, left
    return moved
