"""All known defects in their order, and the table of them that docs/drill.md shows."""

from __future__ import annotations

from collections.abc import Sequence

from nba_pipeline.drill.defects.base import Defect
from nba_pipeline.drill.defects.days import DAYS
from nba_pipeline.drill.defects.predictions import PREDICTED
from nba_pipeline.drill.defects.sources import SOURCES
from nba_pipeline.drill.defects.tables import TABLES
from nba_pipeline.drill.defects.writes import WRITES

ALL: Sequence[Defect] = sorted((*SOURCES, *WRITES, *TABLES, *PREDICTED, *DAYS), key=lambda defect: defect.number)

STAYS_GREEN = "must stay green"


def chosen(numbers: Sequence[int]) -> Sequence[Defect]:
    """The defects of these numbers, all without any. Raises KeyError with the known numbers."""
    known = {defect.number: defect for defect in ALL}
    for number in numbers:
        if number not in known:
            raise KeyError(f"no defect has the number {number}; known: {ALL[0].number} to {ALL[-1].number}")
    return [known[number] for number in sorted(set(numbers))] if numbers else ALL


def expected(defect: Defect) -> str:
    """Who must catch it, in words."""
    return ", ".join(map(str, defect.caught_by)) or STAYS_GREEN


def defects_table() -> str:
    """The defects as a Markdown table."""
    lines = ["| no. | defect | how it is injected | must be caught by | stays visible |", "|---|---|---|---|---|"]
    for defect in ALL:
        catchers = ", ".join(f"`{catcher}`" for catcher in defect.caught_by) or STAYS_GREEN
        cells = [str(defect.number), defect.what, defect.injected, catchers, defect.stays.words]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"
