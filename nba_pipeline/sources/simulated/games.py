"""A game: two boxscores that obey the game's accounting, from who plays, how long, and chance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nba_pipeline.sources.answers import ZONES
from nba_pipeline.sources.simulated.numbers import Floats, Ints
from nba_pipeline.sources.simulated.rotation import overtime_seconds, seconds_played
from nba_pipeline.sources.simulated.skills import IS_THREE, VALUES, Skills

STATISTICS = (
    *["points", "fgm", "fga", "fg3m", "fg3a", "ftm", "fta", "oreb", "dreb", "rebounds"],
    *["assists", "steals", "blocks", "turnovers", "fouls", "plus_minus"],
)

POSSESSIONS = 100.3
REGULATION, OVERTIME = 48.0, 5.0
SECOND_CHANCE = 0.235  # of the misses, the part that the shooting team gets back
ONE_SHOT = 0.12  # of the trips to the line, those for a single free throw
_USES = 1.12  # possessions that end in a player's hands, second chances included, a possession of the team
_TRIP = 0.9  # of a possession that a trip to the line takes

_PACE_SPREAD = 0.025
_INVOLVEMENT = 0.15  # how much more or less than usual a player is looked for
_EASING = 0.0043  # of the shots, a point of the lead at half-time
_FORM_OF_THE_DAY, _ONE_SIDED = 0.012, 0.070
_ASSISTED, _STOLEN, _BLOCKED, _DEFENSIVE = 0.625, 0.60, 0.205, 0.90
_FOULS_WITHOUT_SHOTS, _TEAM_TURNOVERS = 7.2, 0.55
_MOST_FOULS = 6
_CLOSE, _DRAWN_OUT = 2, 0.27


@dataclass(frozen=True)
class Side:
    """One team before a game: its available players, by their place in the rosters and what they are worth
    today, and by which part its shots go in more often than usual.
    """

    players: Ints
    worth: Floats
    edge: float


@dataclass(frozen=True)
class Box:
    """One team's boxscore: an entry a player, in the order of `Side.players`. Shots are by zone of `ZONES`.

    `team_turnovers` are those that no player is charged with.
    """

    seconds: Ints
    attempts: Ints
    makes: Ints
    statistics: dict[str, Ints]
    team_turnovers: int

    @property
    def points(self) -> int:
        return int(self.statistics["points"].sum())


def play(home: Side, away: Side, pace: float, skills: Skills, chance: np.random.Generator) -> tuple[Box, Box, int]:
    """Both boxscores and the number of overtimes. There is no tie. `pace` is the expected possessions of a team."""
    pace *= float(np.exp(chance.normal(scale=_PACE_SPREAD)))
    shocks = chance.normal(scale=_FORM_OF_THE_DAY, size=2)
    one_sided = abs(home.edge - away.edge + shocks[0] - shocks[1]) > _ONE_SIDED
    sides = [
        _Sheet(
            side,
            side.edge + float(shock),
            seconds_played(side.worth, one_sided, chance),
            skills,
            form=np.exp(chance.normal(scale=_INVOLVEMENT, size=len(side.players))),
        )
        for side, shock in zip((home, away), shocks, strict=True)
    ]
    for sheet in sides:
        sheet.possess(pace / 2, chance)
    _ease_off(*sides)
    for sheet in sides:
        sheet.possess(pace / 2, chance)
    overtimes = 0
    while _is_open(sides, overtimes, chance):
        overtimes += 1
        for sheet in sides:
            sheet.enter(overtime_seconds(sheet.side.worth, sheet.seconds, chance))
            sheet.possess(pace * OVERTIME / REGULATION, chance)
    boxes = [sheet.box(other, chance) for sheet, other in zip(sides, reversed(sides), strict=True)]
    return boxes[0], boxes[1], overtimes


def expected_points(side: Side, minutes: Floats, pace: float, skills: Skills) -> Floats:
    """Points of each player in regulation if he plays these minutes: what `play` comes to on average."""
    who = side.players
    uses = minutes * skills.usage[who]
    turnovers, trips = skills.turnovers[who], skills.trips[who]
    used = uses / uses.sum()
    drawn = pace * _USES * used * trips
    lost = pace * _USES * (used * turnovers).sum()
    shots = uses * (1 - turnovers - _TRIP * trips)
    shots = shots / shots.sum()
    makes = skills.makes[who] * (1 + side.edge)
    missed = 1 - (shots @ (skills.mix[who] * makes).sum(axis=1))
    attempts = (pace - lost - _TRIP * drawn.sum()) / (1 - SECOND_CHANCE * missed) * shots
    from_the_field = attempts * (skills.mix[who] * makes * VALUES).sum(axis=1)
    points: Floats = from_the_field + drawn * (2 - ONE_SHOT) * skills.free_throws[who]
    return points


class _Sheet:
    """One team's boxscore while the game is on."""

    def __init__(self, side: Side, edge: float, seconds: Ints, skills: Skills, form: Floats) -> None:
        who = side.players
        self.form = form
        self.side, self.skills = side, skills
        self.set_edge(edge)
        self.attempts = np.zeros((len(who), len(ZONES)), dtype=np.int64)
        self.makes = np.zeros_like(self.attempts)
        self.seconds = np.zeros(len(who), dtype=np.int64)
        self.ftm, self.fta, self.trips, self.turnovers, self.oreb = (np.zeros(len(who), np.int64) for _ in range(5))
        self.enter(seconds)

    def set_edge(self, edge: float) -> None:
        self.edge = edge
        self.makes_of = np.clip(self.skills.makes[self.side.players] * (1 + edge), 0.005, 0.95)

    def enter(self, seconds: Ints) -> None:
        """These seconds are played in the period that comes."""
        self.seconds = self.seconds + seconds
        self.period = seconds
        who, skills = self.side.players, self.skills
        self.uses = seconds * skills.usage[who] * self.form
        self.shots = self.uses * (1 - skills.turnovers[who] - _TRIP * skills.trips[who])

    @property
    def points(self) -> int:
        return int((self.makes * VALUES).sum() + self.ftm.sum())

    def share(self, total: int, rates: Floats, chance: np.random.Generator) -> Ints:
        """This many of something among the players of the period, by their rates."""
        shared: Ints = chance.multinomial(total, rates / rates.sum())
        return shared

    def possess(self, possessions: float, chance: np.random.Generator) -> None:
        """Turnovers, trips to the line and shots, which share the possessions; then the second chances."""
        who, skills = self.side.players, self.skills
        used = self.uses / self.uses.sum()
        turnovers = int(chance.poisson(possessions * _USES * (used * skills.turnovers[who]).sum()))
        # two chances of a foul for each that is whistled: officials even them out
        whistled = possessions * _USES * (used * skills.trips[who]).sum()
        trips = int(chance.binomial(max(round(2 * whistled), 1), 0.5))
        self.turnovers += self.share(turnovers, self.uses * skills.turnovers[who], chance)
        self.draw_fouls(self.share(trips, self.uses * skills.trips[who], chance), chance)
        missed = self.shoot(max(round(possessions - turnovers - _TRIP * trips), 0), chance)
        while again := int(chance.binomial(missed, SECOND_CHANCE)):
            self.oreb += self.share(again, self.period * skills.offensive_rebounds[who], chance)
            missed = self.shoot(again, chance)

    def draw_fouls(self, trips: Ints, chance: np.random.Generator) -> None:
        thrown = 2 * trips - chance.binomial(trips, ONE_SHOT)
        self.trips += trips
        self.fta += thrown
        self.ftm += chance.binomial(thrown, self.skills.free_throws[self.side.players])

    def shoot(self, shots: int, chance: np.random.Generator) -> int:
        """The misses of this many shots."""
        attempts = chance.multinomial(self.share(shots, self.shots, chance), self.skills.mix[self.side.players])
        makes = chance.binomial(attempts, self.makes_of)
        self.attempts += attempts
        self.makes += makes
        return int(attempts.sum() - makes.sum())

    def box(self, other: _Sheet, chance: np.random.Generator) -> Box:
        """The sheet when the game is over; what a team does to the other follows from the other's sheet."""
        who, skills, minutes = self.side.players, self.skills, self.seconds / 60
        fgm, fga = self.makes.sum(axis=1), self.attempts.sum(axis=1)
        missed_twos = int((other.attempts - other.makes)[:, ~IS_THREE].sum())
        theirs = int((other.attempts - other.makes).sum() - other.oreb.sum())

        def part(total: int, probability: float, rates: Floats) -> Ints:
            return self.share(int(chance.binomial(total, probability)), minutes * rates[who], chance)

        dreb = part(theirs, _DEFENSIVE, skills.defensive_rebounds)
        fouls = int(other.trips.sum() + chance.poisson(_FOULS_WITHOUT_SHOTS))
        margin = self.points - other.points
        return Box(
            seconds=self.seconds,
            attempts=self.attempts,
            makes=self.makes,
            statistics={
                "points": (self.makes * VALUES).sum(axis=1) + self.ftm,
                "fgm": fgm,
                "fga": fga,
                "fg3m": self.makes[:, IS_THREE].sum(axis=1),
                "fg3a": self.attempts[:, IS_THREE].sum(axis=1),
                "ftm": self.ftm,
                "fta": self.fta,
                "oreb": self.oreb,
                "dreb": dreb,
                "rebounds": self.oreb + dreb,
                "assists": part(int(fgm.sum()), _ASSISTED, skills.assists),
                "steals": part(int(other.turnovers.sum()), _STOLEN, skills.steals),
                "blocks": part(missed_twos, _BLOCKED, skills.blocks),
                "turnovers": self.turnovers,
                "fouls": np.minimum(self.share(fouls, minutes * skills.fouls[who], chance), _MOST_FOULS),
                "plus_minus": _plus_minus(margin, self.seconds, chance),
            },
            team_turnovers=int(chance.poisson(_TEAM_TURNOVERS)),
        )


def _ease_off(home: _Sheet, away: _Sheet) -> None:
    """After half-time whoever leads plays less sharply, and whoever trails more."""
    lead = home.points - away.points
    home.set_edge(home.edge - _EASING * lead)
    away.set_edge(away.edge + _EASING * lead)


def _is_open(sides: list[_Sheet], overtimes: int, chance: np.random.Generator) -> bool:
    """Whether there is another overtime: after a tie, and after some close finishes.

    Which score stood at the end of regulation is in no boxscore, and ties alone would be too few.
    """
    margin = abs(sides[0].points - sides[1].points)
    if margin == 0:
        return True
    return overtimes == 0 and margin <= _CLOSE and bool(chance.random() < _DRAWN_OUT)


def _plus_minus(margin: int, seconds: Ints, chance: np.random.Generator) -> Ints:
    """Margins while on the floor, which add up to five times the game's."""
    share = seconds / seconds.sum()
    drawn = 5 * margin * share + chance.normal(size=len(seconds)) * np.sqrt(seconds / 60.0) * 1.7
    drawn = np.where(seconds > 0, drawn - (drawn.sum() - 5 * margin) * share, 0.0)
    whole: Ints = np.floor(drawn).astype(np.int64)
    short = int(5 * margin - whole.sum())
    whole[np.argsort(-(drawn - whole) * (seconds > 0), kind="stable")[:short]] += 1
    return whole
