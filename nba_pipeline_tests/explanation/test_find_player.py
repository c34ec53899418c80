"""Whom the operator means: as he writes it, as the league joins it, or by the part of the name that only one has."""

from __future__ import annotations

import pytest

from nba_pipeline.explanation.players import NoSuchPlayer, find_player

SLATE = {
    1: "Luka Dončić",
    2: "Jalen Williams",
    3: "Jaylin Williams",
    4: "Nikola Jokić",
    5: "Nikola Jović",
    6: "Tim Hardaway Jr.",
    7: "Gary Payton",
    8: "Gary Payton II",
    9: "Nicolas Claxton",
}


@pytest.mark.parametrize(
    ("name", "player"),
    [
        ("Luka Dončić", 1),
        ("luka doncic", 1),
        ("Doncic, Luka", 1),
        ("doncic", 1),
        ("Jalen Williams", 2),
        ("Hardaway", 6),
        ("tim hardaway", 6),
        ("Gary Payton", 7),
        ("gary payton ii", 8),
        ("Nic Claxton", 9),
    ],
)
def test_a_player_is_found(name: str, player: int):
    assert find_player(name, SLATE) == player


def test_a_name_that_several_have_is_refused_with_them():
    with pytest.raises(NoSuchPlayer, match="'williams' may be Jalen Williams or Jaylin Williams; write the whole name"):
        find_player("williams", SLATE)


def test_a_name_that_nobody_has_is_refused_with_those_that_are_close():
    with pytest.raises(NoSuchPlayer, match=r"'Nikola Jokic' is not among the 2 .* close to it: Nikola Jović"):
        find_player("Nikola Jokic", {5: "Nikola Jović", 1: "Luka Dončić"})


@pytest.mark.parametrize("name", ["", "???", "Xq Zzyzx"])
def test_what_is_like_nobody_gets_no_candidates(name: str):
    with pytest.raises(NoSuchPlayer, match=r"is not among the 9 players of the day$"):
        find_player(name, SLATE)
