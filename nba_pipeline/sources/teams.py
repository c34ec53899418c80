"""The thirty teams: the league's id, the three letters, and the full names that others write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nba_pipeline.sources.base import SourceError

_TEAMS: Sequence[tuple[int, str, str]] = [
    (1610612737, "ATL", "Atlanta Hawks"),
    (1610612738, "BOS", "Boston Celtics"),
    (1610612739, "CLE", "Cleveland Cavaliers"),
    (1610612740, "NOP", "New Orleans Pelicans"),
    (1610612741, "CHI", "Chicago Bulls"),
    (1610612742, "DAL", "Dallas Mavericks"),
    (1610612743, "DEN", "Denver Nuggets"),
    (1610612744, "GSW", "Golden State Warriors"),
    (1610612745, "HOU", "Houston Rockets"),
    (1610612746, "LAC", "Los Angeles Clippers"),
    (1610612747, "LAL", "Los Angeles Lakers"),
    (1610612748, "MIA", "Miami Heat"),
    (1610612749, "MIL", "Milwaukee Bucks"),
    (1610612750, "MIN", "Minnesota Timberwolves"),
    (1610612751, "BKN", "Brooklyn Nets"),
    (1610612752, "NYK", "New York Knicks"),
    (1610612753, "ORL", "Orlando Magic"),
    (1610612754, "IND", "Indiana Pacers"),
    (1610612755, "PHI", "Philadelphia 76ers"),
    (1610612756, "PHX", "Phoenix Suns"),
    (1610612757, "POR", "Portland Trail Blazers"),
    (1610612758, "SAC", "Sacramento Kings"),
    (1610612759, "SAS", "San Antonio Spurs"),
    (1610612760, "OKC", "Oklahoma City Thunder"),
    (1610612761, "TOR", "Toronto Raptors"),
    (1610612762, "UTA", "Utah Jazz"),
    (1610612763, "MEM", "Memphis Grizzlies"),
    (1610612764, "WAS", "Washington Wizards"),
    (1610612765, "DET", "Detroit Pistons"),
    (1610612766, "CHA", "Charlotte Hornets"),
]

TEAMS: Sequence[str] = sorted(letters for _, letters, _ in _TEAMS)

_BY_ID: Mapping[int, str] = {team_id: letters for team_id, letters, _ in _TEAMS}

# The league itself writes LA Clippers, the bookmakers Los Angeles Clippers.
_BY_NAME: Mapping[str, str] = {name: letters for _, letters, name in _TEAMS} | {"LA Clippers": "LAC"}


def team_of_id(team_id: int) -> str:
    """The three letters of the league's team id. Raises SourceError for any other number."""
    if team_id not in _BY_ID:
        raise SourceError(f"{team_id} is not the id of an NBA team")
    return _BY_ID[team_id]


def team_of_name(name: str) -> str:
    """The three letters of a full team name. Raises SourceError for a name that no team has."""
    if name not in _BY_NAME:
        raise SourceError(f"{name!r} is not the name of an NBA team")
    return _BY_NAME[name]


def is_team_name(name: str) -> bool:
    return name in _BY_NAME
