"""The thirty teams: three letters, name, time zone. Fifteen a conference, in divisions of five, in this order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

DIVISION_SIZE = 5
CONFERENCE_SIZE = 15

_EAST, _MIDDLE = ZoneInfo("America/New_York"), ZoneInfo("America/Chicago")
_MOUNTAIN, _PACIFIC = ZoneInfo("America/Denver"), ZoneInfo("America/Los_Angeles")


@dataclass(frozen=True)
class Team:
    letters: str
    name: str
    zone: ZoneInfo


TEAMS: Sequence[Team] = [
    Team("ALB", "Albany Locksmiths", _EAST),
    Team("BUF", "Buffalo Breakers", _EAST),
    Team("HFD", "Hartford Colts", _EAST),
    Team("PRV", "Providence Anchors", _EAST),
    Team("WOR", "Worcester Clocks", _EAST),
    Team("BAL", "Baltimore Terns", _EAST),
    Team("NFK", "Norfolk Tides", _EAST),
    Team("PIT", "Pittsburgh Furnaces", _EAST),
    Team("RIC", "Richmond Rails", _EAST),
    Team("ROC", "Rochester Lenses", _EAST),
    Team("JAX", "Jacksonville Herons", _EAST),
    Team("RAL", "Raleigh Oaks", _EAST),
    Team("SAV", "Savannah Lanterns", _EAST),
    Team("TPA", "Tampa Palms", _EAST),
    Team("CIN", "Cincinnati Packets", _EAST),
    Team("BHM", "Birmingham Irons", _MIDDLE),
    Team("DSM", "Des Moines Prairie", _MIDDLE),
    Team("KCY", "Kansas City Fountains", _MIDDLE),
    Team("NSH", "Nashville Strings", _MIDDLE),
    Team("STL", "Saint Louis Arches", _MIDDLE),
    Team("ABQ", "Albuquerque Balloons", _MOUNTAIN),
    Team("BOI", "Boise Sawtooths", _MOUNTAIN),
    Team("OMA", "Omaha Plainsmen", _MIDDLE),
    Team("TUL", "Tulsa Drillers", _MIDDLE),
    Team("ELP", "El Paso Missions", _MOUNTAIN),
    Team("FRE", "Fresno Orchards", _PACIFIC),
    Team("LVG", "Las Vegas Dice", _PACIFIC),
    Team("SDG", "San Diego Sails", _PACIFIC),
    Team("SEA", "Seattle Ferries", _PACIFIC),
    Team("SPK", "Spokane Falls", _PACIFIC),
]
