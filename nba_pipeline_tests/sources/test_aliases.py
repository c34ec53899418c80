"""A home's own aliases: kept in a file that a person can read, and part of what a day is made from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from nba_pipeline.aliases import FILE, Aliases, add_alias, load_aliases, remove_alias, renamed
from nba_pipeline.settings import ConfigurationError

MONDAY, TUESDAY = date(2026, 1, 12), date(2026, 1, 13)
SHAI = Aliases({"Shay Gilgeous": "Shai Gilgeous-Alexander"})


def quotes(*rows: tuple[date, str]) -> pa.Table:
    days, lookups = zip(*rows, strict=True)
    return pa.table({"game_date": pa.array(days), "player_lookup": pa.array(lookups)})


def test_a_home_without_the_file_has_no_aliases(tmp_path: Path) -> None:
    assert load_aliases(tmp_path).players == {}


def test_what_was_added_is_read_back_and_can_be_taken_away(tmp_path: Path) -> None:
    add_alias(tmp_path, 'Nikola "Joker" Jokić', "Nikola Jokic")
    add_alias(tmp_path, "Shay Gilgeous", "Shai Gilgeous-Alexander")

    assert load_aliases(tmp_path).players == {
        'Nikola "Joker" Jokić': "Nikola Jokic",
        "Shay Gilgeous": "Shai Gilgeous-Alexander",
    }
    assert '"Shay Gilgeous" = "Shai Gilgeous-Alexander"' in (tmp_path / FILE).read_text().splitlines()
    assert remove_alias(tmp_path, "shay gilgeous").players == {'Nikola "Joker" Jokić': "Nikola Jokic"}


def test_a_spelling_with_the_same_join_key_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    add_alias(tmp_path, "J. Williams", "Jalen Williams")

    assert add_alias(tmp_path, "Williams, J.", "Jaylin Williams").players == {"Williams, J.": "Jaylin Williams"}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ('"Shay Gilgeous" = Shai', "Invalid value"),
        ('"Shay Gilgeous" = 7', "'Shay Gilgeous' must lead to one name"),
        ('"Shay Gilgeous" = "11"', "must hold letters"),
        ('"S. Gil" = "A B"\n"s gil" = "C D"', "'S. Gil' and 's gil' are one name"),
        ('"S. Gil" = "Shay Gil"\n"Shay Gil" = "Shai Gilgeous"', "which is itself an alias"),
        ('"Shay Gil" = "shay gil"', "or the same name"),
    ],
)
def test_a_damaged_file_is_an_error_that_says_what_is_wrong(tmp_path: Path, content: str, why: str) -> None:
    (tmp_path / FILE).write_text(content)

    with pytest.raises(ConfigurationError, match=why) as refused:
        load_aliases(tmp_path)

    assert f"{tmp_path / FILE} is damaged" in str(refused.value)
    with pytest.raises(ConfigurationError, match="is damaged"):
        add_alias(tmp_path, "J. Williams", "Jalen Williams")
    assert (tmp_path / FILE).read_text() == content


def test_what_would_damage_the_file_is_not_written(tmp_path: Path) -> None:
    add_alias(tmp_path, "Shay Gil", "Shai Gilgeous-Alexander")

    with pytest.raises(ConfigurationError, match="would not hold"):
        add_alias(tmp_path, "S. Gil", "Shay Gil")

    assert list(load_aliases(tmp_path).players) == ["Shay Gil"]


def test_an_alias_changes_the_join_keys_of_lines_and_notes_the_days_that_hold_it() -> None:
    answer = quotes((MONDAY, "shaygilgeous"), (MONDAY, "jalenwilliams"), (TUESDAY, "jalenwilliams"))

    made = renamed("points_props", answer, SHAI)

    assert made.rows["player_lookup"].to_pylist() == ["shaigilgeousalexander", "jalenwilliams", "jalenwilliams"]
    assert list(made.digests) == [MONDAY]
    elsewhere = renamed("points_props", answer, Aliases({"Shay Gilgeous": "Jalen Williams"}))
    assert elsewhere.digests[MONDAY] != made.digests[MONDAY]
    more = Aliases({**SHAI.players, "S. Curry": "Stephen Curry"})
    assert renamed("points_props", answer, more).digests == made.digests


def test_the_league_is_never_aliased() -> None:
    boxscore = quotes((MONDAY, "shaygilgeous"))

    made = renamed("player_boxscores", boxscore, SHAI)

    assert (made.rows, made.digests) == (boxscore, {})


def test_an_answer_without_rows_has_nothing_to_rename() -> None:
    nothing = quotes((MONDAY, "shaygilgeous")).slice(0, 0)

    assert renamed("injury_report", nothing, SHAI).rows.num_rows == 0
