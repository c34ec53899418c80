"""What the commands print on a narrow terminal: long names in tables give way, and nothing else does."""

from __future__ import annotations

import click
import pytest
from click.testing import CliRunner
from rich.console import Console

from nba_pipeline.cli import console
from nba_pipeline.cli.console import COULD_NOT_RUN, Sentences, print_table
from nba_pipeline.settings import ConfigurationError

COLUMNS = ["player", "system", "points", "took", "why not"]
LONG = "Bartholomew Fotheringay-Phipps the Younger"


def printed(monkeypatch: pytest.MonkeyPatch, rows: list[list[object]], width: int = 60) -> list[str]:
    narrow = Console(width=width, record=True)
    monkeypatch.setattr(console, "out", narrow)
    print_table("A slate", COLUMNS, rows, right=["points"])
    return narrow.export_text().splitlines()


def test_names_are_cut_and_numbers_and_short_words_never(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = printed(monkeypatch, [[LONG, "similarity_balanced_v1", "1234.50", "[green]UNDER[/]", "no line"]])

    assert max(map(len, lines)) <= 60
    assert lines[-2].split()[-4:] == ["1234.50", "UNDER", "no", "line"]
    assert lines[-2].count("…") == 2


def test_where_there_is_room_nothing_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = printed(monkeypatch, [[LONG, "similarity_balanced_v1", "1234.50", "UNDER", "no line"]], width=120)

    assert LONG in lines[-2]
    assert "similarity_balanced_v1" in lines[-2]


def test_a_short_name_leaves_its_room_to_a_long_one(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = printed(monkeypatch, [[LONG, "moving_average", "9.00", "UNDER", "no line"]], width=80)

    assert "moving_average" in lines[-2]
    assert lines[-2].count("…") == 1


def test_a_column_that_says_nothing_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = printed(monkeypatch, [["Al Able", "moving_average", "9.00", "UNDER", None]])

    assert "why not" not in "".join(lines)
    assert "took" in "".join(lines)


def test_without_rows_every_column_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert printed(monkeypatch, [])[2].split() == ["player", "system", "points", "took", "why", "not"]


def test_a_complaint_is_told_word_for_word(monkeypatch: pytest.MonkeyPatch) -> None:
    sentence = f"/{'long/' * 30}names.toml is damaged: at line 1, [[player]] is no name[/]."
    narrow = Console(width=40, record=True, stderr=True)
    monkeypatch.setattr(console, "err", narrow)

    @click.group(cls=Sentences)
    def commands() -> None: ...

    @commands.command()
    def fails() -> None:
        raise ConfigurationError(sentence)

    ended = CliRunner().invoke(commands, ["fails"])

    assert ended.exit_code == COULD_NOT_RUN
    assert narrow.export_text() == f"nba: {sentence}\n"
