"""How bookmakers and the injury report write the names that the league writes in full."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache

from nba_pipeline.names import SUFFIXES, player_lookup


def _as_the_league(name: str) -> str:
    return name


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.replace("Đ", "D"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _without_suffix(name: str) -> str:
    words = _plain(name).split()
    return " ".join(words[:-1] if words[-1].lower().rstrip(".") in SUFFIXES else words)


def _lower_case(name: str) -> str:
    return _plain(name).lower()


def _surname_first(name: str) -> str:
    first, _, rest = name.partition(" ")
    return f"{rest}, {first}"


STYLES: Mapping[str, Callable[[str], str]] = {
    "as the league": _as_the_league,
    "plain": _plain,
    "without suffix": _without_suffix,
    "lower case": _lower_case,
    "surname first": _surname_first,
}


@lru_cache(maxsize=8192)
def spelled(name: str, style: str) -> tuple[str, str]:
    """The name in one of `STYLES`, and its lookup."""
    written = STYLES[style](name)
    return written, player_lookup(written)
