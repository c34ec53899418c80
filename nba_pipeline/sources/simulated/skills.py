"""What each player of a season does with the ball: rates that his traits, talent and age give him.

Constants are fitted so that a season looks like a real one; `docs/simulated.md` says how that is measured.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nba_pipeline.sources.answers import ZONES
from nba_pipeline.sources.simulated.careers import Rosters
from nba_pipeline.sources.simulated.numbers import Floats

VALUES = np.array([3 if zone.endswith("_3") or zone == "backcourt" else 2 for zone in ZONES])
IS_THREE = VALUES == 3

# Of a team's shots from each zone of `ZONES`, the part that goes in.
_MAKES = np.array([0.653, 0.433, 0.412, 0.348, 0.382, 0.382, 0.024])
_MIDRANGE, _CORNERS, _BACKCOURT = 0.26, 0.245, 0.004
_TURNOVERS, _TRIPS = 0.120, 0.099  # of the possessions that a player uses


@dataclass(frozen=True)
class Skills:
    """One entry a player, in the order of the rosters.

    Rates are per minute on the floor, except `turnovers` and `trips` (to the free-throw line), which are parts
    of the possessions that he uses. `mix` is where he shoots from, `makes` how often it goes in, by zone.
    """

    quality: Floats
    usage: Floats
    turnovers: Floats
    trips: Floats
    mix: Floats
    makes: Floats
    free_throws: Floats
    offensive_rebounds: Floats
    defensive_rebounds: Floats
    assists: Floats
    steals: Floats
    blocks: Floats
    fouls: Floats
    frailty: Floats

    @property
    def points_per_shot(self) -> Floats:
        values: Floats = (self.mix * self.makes * VALUES).sum(axis=1)
        return values


def skills_of(rosters: Rosters) -> Skills:
    quality, traits = rosters.quality, rosters.traits
    big = 1 / (1 + np.exp(-1.6 * traits["size"]))  # 0 a guard, 1 a centre
    shooting = traits["shooting"]
    three = np.clip(0.66 - 0.50 * big + 0.10 * shooting - 0.03 * traits["finishing"], 0.01, 0.85)
    return Skills(
        quality=quality,
        usage=0.40 * np.exp(_call_for_the_ball(quality) + 0.11 * traits["usage"]),
        turnovers=_TURNOVERS * np.exp(0.15 * traits["passing"]),
        trips=_TRIPS * np.exp(0.32 * traits["foul_drawing"] + 0.35 * (big - 0.5) + 0.06 * quality - 0.06),
        mix=_mix(three, big, traits["finishing"]),
        makes=_made(shooting, traits["finishing"], big, quality),
        free_throws=np.clip(0.80 - 0.13 * (big - 0.4) + 0.055 * shooting, 0.42, 0.94),
        offensive_rebounds=np.exp(2.4 * big),
        defensive_rebounds=np.exp(1.3 * big),
        assists=np.exp(-1.6 * big + 0.40 * traits["passing"] + 0.10 * quality),
        steals=np.exp(-0.4 * big + 0.2 * quality),
        blocks=np.exp(2.6 * big),
        fouls=np.exp(0.6 * big - 0.15 * quality),
        frailty=np.exp(0.45 * traits["frailty"] + 0.02 * (rosters.ages - 27)),
    )


def _call_for_the_ball(quality: Floats) -> Floats:
    """The better a player, the more runs through him, which has an end: there is one ball."""
    return np.where(quality > 0, 0.60 * quality - 0.115 * quality**2, 0.10 * quality)


def _mix(three: Floats, big: Floats, finishing: Floats) -> Floats:
    inside = 1 - three - _BACKCOURT
    rim = np.clip(0.40 + 0.17 * big + 0.06 * finishing, 0.15, 0.80)
    mid = _MIDRANGE * (1 - 0.5 * big)
    corner = _CORNERS * three
    shares = [inside * rim, inside * (1 - rim - mid), inside * mid, three - corner, corner * 0.52, corner * 0.48]
    return np.stack([*shares, np.full_like(three, _BACKCOURT)], axis=1)


def _made(shooting: Floats, finishing: Floats, big: Floats, quality: Floats) -> Floats:
    """A player's success by zone: from near by finishing and size, from afar by his shooting."""
    near, far = 0.035 * finishing + 0.07 * (big - 0.5), 0.045 * shooting
    zones = [near, 0.8 * near + 0.3 * far, far, far, far, far, 0 * far]
    return np.clip(_MAKES * (1 + np.stack(zones, axis=1) + 0.022 * quality[:, None]), 0.01, 0.90)
