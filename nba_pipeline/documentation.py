"""Writes what is made from the code: `python -m nba_pipeline.documentation`, in a checkout.

Those are parts of the docs, and the column lineage that the asset graph shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from nba_pipeline import lineage
from nba_pipeline.dictionary import dictionary, graph
from nba_pipeline.drill.catalogue import defects_table
from nba_pipeline.reliability.rulebook import rules_table
from nba_pipeline.tables.reliability.whereabouts import words_table


def _graph() -> str:
    return f"```mermaid\n{graph()}```\n"


# Which pages hold what, between the two comments that name it.
PARTS: Mapping[str, tuple[str, Callable[[], str]]] = {
    "tables": ("docs/tables.md", dictionary),
    "graph": ("README.md", _graph),
    "rules": ("docs/reliability.md", rules_table),
    "defects": ("docs/drill.md", defects_table),
    "words": ("docs/reliability.md", words_table),
}


def with_part(page: str, name: str, text: str) -> str:
    """The page with that part replaced. Raises ValueError where the page has no place for it."""
    opening, closing = f"<!-- made from the code: {name} -->\n", "<!-- until here -->\n"
    place = re.compile(re.escape(opening) + ".*?" + re.escape(closing), re.DOTALL)
    if len(place.findall(page)) != 1:
        raise ValueError(f"the page must have {opening.strip()} … {closing.strip()} exactly once")
    return place.sub(lambda _: f"{opening}\n{text}\n{closing}", page)


def write(checkout: Path) -> None:
    for name, (page, text) in PARTS.items():
        path = checkout / page
        path.write_text(with_part(path.read_text(encoding="utf8"), name, text()), encoding="utf8")
    (checkout / "nba_pipeline" / lineage.RECORD).write_text(lineage.record(), encoding="utf8")


if __name__ == "__main__":
    write(Path.cwd())
