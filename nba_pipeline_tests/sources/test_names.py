"""A name leads to one lookup, whoever spells it."""

from __future__ import annotations

import pyarrow.compute as pc
import pyarrow.dataset as ds
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nba_pipeline.names import ALIASES, SUFFIXES, player_lookup

surnames = st.text("abcdefghijklmnopqrstuvwxyz", min_size=6, max_size=12)
given_names = st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=8).filter(lambda name: name not in SUFFIXES)


@given(st.text())
def test_a_lookup_has_only_letters_and_is_its_own_lookup(name):
    lookup = player_lookup(name)

    assert lookup == "" or (lookup.isascii() and lookup.isalpha() and lookup.islower())
    assert player_lookup(lookup) == lookup


@given(given_names, surnames, st.sampled_from(sorted(SUFFIXES)))
def test_a_suffix_is_no_part_of_a_name(first, last, suffix):
    plain = player_lookup(f"{first} {last}")

    assert player_lookup(f"{first} {last} {suffix.title()}.") == plain
    assert player_lookup(f"{last} {suffix.upper()}, {first}") == plain


@pytest.mark.parametrize(
    ("spellings", "lookup"),
    [
        (["Luka Dončić", "luka doncic", "Doncic, Luka", "LUKA  DONČIĆ"], "lukadoncic"),
        (["P.J. Washington", "PJ Washington Jr.", "pj washington"], "pjwashington"),
        (["Shai Gilgeous-Alexander", "shai gilgeous alexander", "S. Gilgeous-Alexander"], "shaigilgeousalexander"),
        (["De'Aaron Fox", "DeAaron Fox"], "deaaronfox"),
        (["Herb Jones", "Herbert Jones"], "herbertjones"),
        (["Nah'Shon Hyland", "Bones Hyland"], "boneshyland"),
        (["Jimmy Butler", "Butler III, Jimmy", "Jimmy Butler III"], "jimmybutler"),
    ],
)
def test_one_player_has_one_lookup(spellings, lookup):
    assert {player_lookup(name) for name in spellings} == {lookup}


def test_brothers_keep_their_own_lookups():
    names = ["Jalen Williams", "Jaylin Williams", "Amen Thompson", "Ausar Thompson", "Cody Martin", "Caleb Martin"]
    assert len({player_lookup(name) for name in names}) == len(names)


def test_an_alias_leads_to_the_final_spelling():
    assert [alias for alias, target in ALIASES.items() if target in ALIASES] == []


def distinct(archive_dir, folder, columns):
    table = ds.dataset(archive_dir / folder, format="parquet").to_table(columns=columns)
    return table.group_by(columns).aggregate([([], "count_all")])


def test_every_real_line_names_a_player_of_the_boxscores(archive_dir):
    quoted = distinct(archive_dir, "points_props", ["player_name"])
    boxscores = distinct(archive_dir, "player_boxscores", ["player_name", "season"])
    recent = boxscores.filter(pc.greater_equal(boxscores["season"], "2022-23"))
    known = {player_lookup(name) for name in recent["player_name"].to_pylist()}

    unknown = [name for name in quoted["player_name"].to_pylist() if player_lookup(name) not in known]

    assert unknown == []


def test_no_two_real_players_share_a_lookup(archive_dir):
    players = distinct(archive_dir, "player_boxscores", ["player_id", "player_name"])
    owners: dict[str, set[int]] = {}
    for player in players.to_pylist():
        owners.setdefault(player_lookup(player["player_name"]), set()).add(player["player_id"])

    assert {lookup: ids for lookup, ids in owners.items() if len(ids) > 1} == {}
