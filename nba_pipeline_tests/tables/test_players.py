"""A name becomes a player: by the team that he was last seen with, or because nobody else has the name."""

from __future__ import annotations

from datetime import date, timedelta

import ibis
import pyarrow as pa

from nba_pipeline.tables import players

DAY = date(2026, 1, 15)
LOOKUP = {"game_date": "date", "game_id": "string", "player_lookup": "string"}
LOOKUP |= {"home_team": "string", "away_team": "string"}
SIGHTING = {"player_id": "int64", "player_lookup": "string", "team": "string", "game_date": "date"}


def sighting(player_id: int, team: str, days_ago: int, name: str = "jalenwilliams") -> dict:
    return {
        "player_id": player_id,
        "player_lookup": name,
        "team": team,
        "game_date": DAY - timedelta(days=days_ago),
    }


def resolved(*sightings: dict, names: tuple[str, ...] = ("jalenwilliams",), day: date = DAY) -> dict[str, tuple]:
    """Each name's player and reason, in a game of OKC against DEN."""
    game = {"game_date": day, "game_id": "g1", "home_team": "OKC", "away_team": "DEN"}
    lookups = [game | {"player_lookup": name} for name in names]
    rows = players.resolve(_memtable(LOOKUP, lookups), _memtable(SIGHTING, list(sightings)))
    return {row["player_lookup"]: (row["player_id"], row["reason"]) for row in rows.to_pyarrow().to_pylist()}


def _memtable(schema: dict[str, str], rows: list[dict]):
    return ibis.memtable(pa.Table.from_pylist(rows, schema=ibis.schema(schema).to_pyarrow()))


def test_the_namesake_whose_team_plays_is_meant():
    assert resolved(sighting(1, "OKC", 2), sighting(2, "CHI", 1)) == {"jalenwilliams": (1, None)}


def test_the_only_player_of_the_name_is_meant_wherever_he_was_seen():
    assert resolved(sighting(2, "CHI", 1)) == {"jalenwilliams": (2, None)}


def test_the_latest_team_counts():
    traded = [sighting(1, "OKC", 30), sighting(1, "CHI", 2), sighting(2, "MIA", 30), sighting(2, "DEN", 3)]

    assert resolved(*traded) == {"jalenwilliams": (2, None)}


def test_namesakes_of_whom_none_or_both_play_stay_unresolved():
    neither = resolved(sighting(1, "BOS", 2), sighting(2, "CHI", 1))
    both = resolved(sighting(1, "OKC", 2), sighting(2, "DEN", 1))

    assert neither == both == {"jalenwilliams": (None, players.AMBIGUOUS)}


def test_an_unknown_name_is_kept_and_named():
    assert resolved(sighting(1, "OKC", 2), names=("jalenwilliams", "nobody")) == {
        "jalenwilliams": (1, None),
        "nobody": (None, players.UNKNOWN),
    }


def test_the_day_itself_and_what_follows_are_not_known():
    later = [sighting(1, "OKC", 0), sighting(2, "DEN", -3)]

    assert resolved(*later) == {"jalenwilliams": (None, players.UNKNOWN)}
    assert resolved(sighting(3, "CHI", 5), *later) == {"jalenwilliams": (3, None)}


def test_a_player_is_named_once_in_a_game():
    two_spellings = [sighting(1, "OKC", 9, "nicolasclaxton"), sighting(1, "OKC", 2, "nicclaxton")]

    assert resolved(*two_spellings, names=("nicclaxton", "nicolasclaxton")) == {
        "nicclaxton": (1, None),
        "nicolasclaxton": (None, players.SECOND_SPELLING),
    }


def test_a_boxscore_names_players_unless_two_share_the_name():
    schema = {"game_id": "string", "player_lookup": "string", "player_id": "int64"}
    boxscore = [
        ("g1", "jalenwilliams", 1),
        ("g1", "johncollins", 3),
        ("g2", "johncollins", 4),
        ("g2", "johncollins", 5),
    ]
    rows = players.named_in_boxscore(_memtable(schema, [dict(zip(schema, row, strict=True)) for row in boxscore]))

    named = {(row["game_id"], row["player_lookup"], row["player_id"]) for row in rows.to_pyarrow().to_pylist()}
    assert named == {("g1", "jalenwilliams", 1), ("g1", "johncollins", 3)}
