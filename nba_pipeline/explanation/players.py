"""Finds the player whom the operator means among those of a slate."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import TypeVar

from nba_pipeline.names import player_lookup, spell

_CANDIDATES = 6

Key = TypeVar("Key")


class NoSuchPlayer(Exception):
    """Nobody of that name is on the slate, or more than one; the message names who may be meant."""


def find_player(name: str, slate: Mapping[Key, str]) -> Key:
    """The key of the player of that name: as it is written, as a join key, or by the words that only he has in his.

    `slate` has the names of the day by key. Raises NoSuchPlayer.
    """
    wanted = set(spell(name).split())
    for means in (
        [i for i, known in slate.items() if known.casefold() == name.casefold()],
        [i for i, known in slate.items() if player_lookup(known) == player_lookup(name)],
        [i for i, known in slate.items() if wanted and wanted <= set(spell(known).split())],
    ):
        if len(means) == 1:
            return means[0]
        if means:
            named = _named(sorted(slate[i] for i in means))
            raise NoSuchPlayer(f"{name!r} may be {named}; write the whole name")
    raise NoSuchPlayer(f"{name!r} is not among the {len(slate)} players of the day{_alike(name, slate)}")


def _alike(name: str, slate: Mapping[Key, str]) -> str:
    """Players whose name, or a word of it, is close to that."""
    by_spelling: dict[str, str] = {}
    for known in slate.values():
        for spelling in (spell(known), *spell(known).split()):
            by_spelling.setdefault(spelling, known)
    close = get_close_matches(spell(name), list(by_spelling), n=_CANDIDATES, cutoff=0.7)
    named = dict.fromkeys(by_spelling[spelling] for spelling in close)
    return f"; close to it: {_named(list(named))}" if named else ""


def _named(names: list[str]) -> str:
    more = f" or {len(names) - _CANDIDATES} more" if len(names) > _CANDIDATES else ""
    return " or ".join(names[:_CANDIDATES]) + more
