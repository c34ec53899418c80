"""The thirty teams that the services know, and the thirty invented ones of the simulated league one to one among them.

No live parser knows Albany or Spokane: ids, letters and names of teams are the only words of the simulated league
that a service would not say. They are exchanged, in the order of their letters, and nothing else is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from nba_pipeline.sources.simulated.league import TEAMS as INVENTED
from nba_pipeline.sources.teams import _TEAMS, TEAMS

Row = dict[str, Any]

LETTERS: Mapping[str, str] = dict(zip(sorted(team.letters for team in INVENTED), TEAMS, strict=True))
IDS: Mapping[str, int] = {letters: team_id for team_id, letters, _ in _TEAMS}
NAMES: Mapping[str, str] = {letters: name for _, letters, name in _TEAMS}

_SAY_A_TEAM = ("home_team", "away_team", "team")


def in_the_league(rows: Iterable[Row]) -> list[Row]:
    """Rows of the simulated league with the letters of teams that the services know."""
    return [row | {name: LETTERS[row[name]] for name in _SAY_A_TEAM if name in row} for row in rows]


def both_sides(game: Row) -> Sequence[str]:
    """The home team first."""
    return game["home_team"], game["away_team"]
