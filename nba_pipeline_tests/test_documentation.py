"""What the docs say of the code is what the code says."""

from __future__ import annotations

from pathlib import Path

import pytest

from nba_pipeline import lineage
from nba_pipeline.dictionary import dictionary
from nba_pipeline.documentation import PARTS, with_part
from nba_pipeline.registry import all_tables

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("name", PARTS)
def test_what_the_docs_say_of_the_code_is_current(name: str) -> None:
    page, text = PARTS[name]
    written = (ROOT / page).read_text(encoding="utf8")

    assert written == with_part(written, name, text()), "run: make docs"


def test_the_lineage_that_the_graph_shows_is_current() -> None:
    kept = (ROOT / "nba_pipeline" / lineage.RECORD).read_text(encoding="utf8")

    assert kept == lineage.record(), "run: make docs"


def test_a_page_without_a_place_for_its_part_is_not_passed_over() -> None:
    with pytest.raises(ValueError, match="exactly once"):
        with_part("# A page\n", "graph", "flowchart")


def test_every_column_of_every_table_is_in_the_dictionary() -> None:
    sections = dictionary().split("\n### ")

    for module in all_tables().values():
        section = next(text for text in sections if text.startswith(module.name + "\n"))
        assert all(f"\n| `{column.name}` | " in section for column in module.contract.columns)
