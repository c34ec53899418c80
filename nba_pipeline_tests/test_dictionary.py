"""The data dictionary in the docs is what the contracts say."""

from __future__ import annotations

from pathlib import Path

from nba_pipeline.dictionary import dictionary, graph
from nba_pipeline.registry import all_tables

README = Path(__file__).parent.parent / "README.md"
DOCUMENT = Path(__file__).parent.parent / "docs" / "tables.md"


def test_the_dictionary_in_the_docs_is_current() -> None:
    assert DOCUMENT.read_text(encoding="utf8") == dictionary(), "run: make docs"


def test_every_column_of_every_table_is_in_the_dictionary() -> None:
    sections = dictionary().split("\n### ")

    for module in all_tables().values():
        section = next(text for text in sections if text.startswith(module.name + "\n"))
        assert all(f"\n| `{column.name}` | " in section for column in module.contract.columns)


def test_the_graph_in_the_readme_is_current() -> None:
    assert f"```mermaid\n{graph()}```\n" in README.read_text(encoding="utf8"), "python -m nba_pipeline.dictionary graph"
