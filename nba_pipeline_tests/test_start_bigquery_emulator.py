"""The emulator that the tests start answers as the one that is installed: only its parser has a memory."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlglot
from sqlglot import exp
from sqlglot.dialects.dialect import Dialect
from sqlglot.errors import ParseError
from start_bigquery_emulator import remembering

GOLDEN = Path(__file__).parent / "warehouse" / "googlesql"
QUESTION = "SELECT a FROM t WHERE b"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were really parsed, while the parser has a memory."""
    honest, texts = Dialect.parse, []

    def parse(dialect: Dialect, sql: str, **options) -> list[exp.Expr | None]:
        texts.append(sql)
        return honest(dialect, sql, **options)

    monkeypatch.setattr(Dialect, "parse", remembering(parse))
    return texts


def test_a_text_is_parsed_once(asked: list[str]) -> None:
    first, second = (sqlglot.parse_one(QUESTION, read="bigquery") for _ in range(2))

    assert asked == [QUESTION]
    assert first == second


def test_what_one_pass_changes_the_next_does_not_see(asked: list[str]) -> None:
    changed = sqlglot.parse_one(QUESTION, read="bigquery")
    changed.find(exp.Table).set("this", exp.to_identifier("another"))
    changed.set("where", None)

    assert sqlglot.parse_one(QUESTION, read="bigquery").sql() == QUESTION


def test_dialects_their_settings_and_options_are_kept_apart(asked: list[str]) -> None:
    text = 'SELECT "a"'
    ways = [{"read": "bigquery"}, {"read": "duckdb"}, {"read": "duckdb, normalization_strategy=case_sensitive"}]

    trees = [sqlglot.parse_one(text, **way) for way in ways for _ in range(2)]
    sqlglot.parse_one(text, read="duckdb", error_level=sqlglot.ErrorLevel.IGNORE)

    assert asked.count(text) == len(ways) + 1
    assert isinstance(trees[0].selects[0], exp.Literal)
    assert isinstance(trees[2].selects[0], exp.Column)


def test_what_cannot_be_parsed_is_refused_each_time(asked: list[str]) -> None:
    for _ in range(2):
        with pytest.raises(ParseError):
            sqlglot.parse_one("SELECT (", read="bigquery")


@pytest.mark.parametrize("file", ["ml_feature_store_v2.sql", "publication.sql"])
def test_every_statement_of_a_script_comes_back_as_it_was_parsed(asked: list[str], file: str) -> None:
    text = (GOLDEN / file).read_text(encoding="utf8").split("\n\n-- ")[0]

    fresh, again = (sqlglot.parse(text, read="bigquery") for _ in range(2))

    assert asked == [text]
    assert fresh == again
    for one, other in zip(fresh, again, strict=True):
        if one is not None:
            assert one.sql("duckdb") == other.sql("duckdb")
            assert [node.meta for node in one.walk()] == [node.meta for node in other.walk()]
