"""The data dictionary and the picture of the graph, made from the table modules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nba_pipeline.contracts import Before, Column, Phase, Results, Seen
from nba_pipeline.lineage import column_lineage, in_words
from nba_pipeline.registry import TableModule, all_tables

_INTRODUCTION = """\
# Tables

Made from the contracts by `make docs`; a test compares it with the code. Every table is partitioned by
`game_date`, the US/Eastern day of the game. Floats are stored at four decimals, times in whole seconds UTC. A
column marked *after the game* does not exist for tables that are made before it. What a column is *made from* is read
from its expression: inputs whose values go into it, not those that only choose rows. A constant and a count of rows
are made from none, and of tables made by a function on frames it cannot be told.
"""


def dictionary() -> str:
    """The whole document, as Markdown."""
    return "\n".join(_lines())


def graph() -> str:
    """The asset graph as a Mermaid flowchart: a box a phase, a dotted arrow where a table looks at earlier days."""
    lines = ["flowchart LR"]
    for phase in Phase:
        lines.append(f'  subgraph {phase.name}["{phase.value} {phase.name.lower()}"]')
        lines += [f"    {m.contract.short_name}" for m in all_tables().values() if m.contract.phase is phase]
        lines.append("  end")
    for module in all_tables().values():
        arrows = {name: "-.->" if isinstance(entry.seen, Before) else "-->" for name, entry in module.inputs.items()}
        lines += [f"  {name} {arrow} {module.contract.short_name}" for name, arrow in arrows.items()]
    return "\n".join(lines) + "\n"


def _lines() -> Iterator[str]:
    yield _INTRODUCTION
    for phase in Phase:
        of_phase = [module for module in all_tables().values() if module.contract.phase is phase]
        if of_phase:
            yield f"## Phase {phase.value}: {phase.name.lower()}\n"
        for module in of_phase:
            yield from _table(module)


def _table(module: TableModule) -> Iterator[str]:
    contract = module.contract
    made = " and ".join(when.name.lower() for when in contract.when if when.name)
    yield f"### {contract.name}\n"
    yield f"{module.description}\n"
    yield f"- Grain: {contract.grain}; key: {', '.join(f'`{name}`' for name in contract.key)}"
    yield f"- Made by the {made} job"
    for fetched in module.fetched.values():
        yield f"- From the source: `{fetched.kind}`"
    for entry in module.inputs.values():
        yield f"- From `{entry.table}`: {_view(entry.seen)}"
    if module.absences:
        yield "- From the receipts and the quarantine: what these lack, and why"
    if contract.may_be_empty:
        yield f"- May be empty: {contract.may_be_empty}"
    made_from = {} if module.fetched else column_lineage(module)
    header = ["column", "type", "unit", "bounds", "null when", "meaning", *(["made from"] if made_from else [])]
    yield f"\n| {' | '.join(header)} |"
    yield f"|{'---|' * len(header)}"
    for column in contract.columns:
        yield _row(
            [*_cells(column), *([in_words([f"`{name}`" for name in made_from[column.name]])] if made_from else [])]
        )
    yield ""


def _view(seen: Seen) -> str:
    if isinstance(seen, Before):
        if seen.days:
            return f"the {seen.days} days before"
        return "earlier days of this season" + (
            f" and {(seen.seasons or 1) - 1} before" if (seen.seasons or 1) > 1 else ""
        )
    if isinstance(seen, Results):
        return "the same day, with results" + ("" if seen.whole else ", as far as they are there")
    return "the same day, before its games"


def _cells(column: Column) -> list[str]:
    meaning = column.description + (" (*after the game*)" if column.after_game else "")
    return [f"`{column.name}`", column.type.__name__, column.unit or "", column.bounds, column.null or "", meaning]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
