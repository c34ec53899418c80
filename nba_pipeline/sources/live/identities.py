"""Whom of the league a name means on the sheet of a source that knows none of the league's ids.

Candidates are who is in the league's boxscores that landed lately, and the active players of nba_api's list. As in
`nba_pipeline.tables.players`, the one of that name whose latest team plays in the game is meant, else the only one of
that name, else nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nba_api.stats.static.players import get_active_players

from nba_pipeline.aliases import Aliases
from nba_pipeline.names import player_lookup
from nba_pipeline.sources.base import Answer, SourceError
from nba_pipeline.sources.live import league_boxscores

UNKNOWN = "nobody of this name is known"
AMBIGUOUS = "several players have this name"
SECOND_SPELLING = "another name on the sheets leads to the same player"
TEACH = "teach a spelling with: nba names add"


@dataclass(frozen=True)
class Identity:
    """A player as the league has him. `team` is that of his latest boxscore, None for who was in none lately."""

    player_id: int
    player_name: str
    team: str | None = None


Known = Mapping[str, Mapping[int, Identity]]  # by join key and id


def known_players(boxscores: Sequence[Answer]) -> Known:
    """Whom a name can lead to: everybody on the sheets of these boxscores, which can be read, and who is active."""
    found: dict[str, dict[int, Identity]] = {}
    for active in get_active_players():
        of_name = found.setdefault(player_lookup(active["full_name"]), {})
        of_name[active["id"]] = Identity(active["id"], active["full_name"])
    rows = league_boxscores.player_rows(boxscores).to_pylist()
    for row in sorted(rows, key=lambda row: row["game_date"]):
        seen = Identity(row["player_id"], row["player_name"], row["team"])
        found.setdefault(row["player_lookup"], {})[seen.player_id] = seen
    return found


def identified(names: Sequence[str], teams: Sequence[str], known: Known, aliases: Aliases) -> list[Identity]:
    """Whom each of the names on the sheets of a game of these teams means. Raises SourceError, which names the others.

    A name that stands there twice, or that leads to whom another one leads, means nobody for certain.
    """
    meant = [_meant(name, teams, known, aliases) for name in names]
    times = Counter(one.player_id for one in meant if isinstance(one, Identity))
    doubts = [
        f"{name} ({one if isinstance(one, str) else SECOND_SPELLING})"
        for name, one in zip(names, meant, strict=True)
        if isinstance(one, str) or times[one.player_id] > 1
    ]
    if doubts:
        raise SourceError(f"nobody can tell who is {', '.join(doubts)}; {TEACH}")
    return [one for one in meant if isinstance(one, Identity)]


def _meant(name: str, teams: Sequence[str], known: Known, aliases: Aliases) -> Identity | str:
    """The player, or why there is none for certain."""
    lookup = player_lookup(name)
    namesakes = list(known.get(aliases.lookups.get(lookup, lookup), {}).values())
    candidates = [one for one in namesakes if one.team in teams] or namesakes
    if len(candidates) == 1:
        return candidates[0]
    return AMBIGUOUS if candidates else UNKNOWN
