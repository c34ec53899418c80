"""Whether two warehouses hold the same days: by their receipts, and where those differ, which columns do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import ibis
import ibis.expr.types as ir

from nba_pipeline.contracts import PARTITION, Table
from nba_pipeline.game_day import Days
from nba_pipeline.registry import all_tables
from nba_pipeline.warehouse.engine import Engine
from nba_pipeline.warehouse.reading import NEVER_PUBLISHED, read

_MATCHED = "matched_rows"


@dataclass(frozen=True)
class Difference:
    """A day of a table that is not the same here and there.

    `columns` says in how many of the rows that both hold a column differs. A side that cannot prove the day has
    the reason in `unproven`, and then nothing else is said.
    """

    table: str
    game_date: date
    columns: Mapping[str, int] = field(default_factory=dict)
    only_here: int = 0
    only_there: int = 0
    made_by_other_code: bool = False
    unproven: str | None = None


def differences(here: Engine, there: Engine, days: Days) -> list[Difference]:
    """The differences of all tables in a range, the earliest day first, inputs before what is made from them.

    The first is where to look: the others may follow from it. A day in the off-season that neither side has is
    no difference.
    """
    found = [d for module in all_tables().values() for d in _of_table(module.contract, here, there, days)]
    return sorted(found, key=lambda difference: difference.game_date)


def _of_table(contract: Table, here: Engine, there: Engine, days: Days) -> list[Difference]:
    ours, theirs = read(here, contract, days), read(there, contract, days)
    left, right = ({receipt.game_date: receipt for receipt in reading.receipts} for reading in (ours, theirs))
    unproven = {day: f"there: {why}" for day, why in theirs.unverified.items()}
    unproven |= {day: f"here: {why}" for day, why in ours.unverified.items()}
    # off-season days need no receipt, and may have one
    unproven |= {day: f"there: {NEVER_PUBLISHED}" for day in left.keys() - right.keys() - unproven.keys()}
    unproven |= {day: f"here: {NEVER_PUBLISHED}" for day in right.keys() - left.keys() - unproven.keys()}
    unequal = sorted(
        day
        for day in left.keys() & right.keys()
        if (left[day].rows, left[day].content_hash) != (right[day].rows, right[day].content_hash)
    )
    compared = _compare_rows(contract, here, there, unequal) if unequal else {}
    differing = []
    for day in unequal:
        counts = compared.get(day, {})
        matched = counts.pop(_MATCHED, 0)
        differing.append(
            Difference(
                table=contract.name,
                game_date=day,
                columns={column: rows for column, rows in counts.items() if rows},
                only_here=left[day].rows - matched,
                only_there=right[day].rows - matched,
                made_by_other_code=left[day].code_version != right[day].code_version,
            )
        )
    return [*differing, *(Difference(contract.name, day, unproven=why) for day, why in unproven.items())]


def _compare_rows(contract: Table, here: Engine, there: Engine, days: Sequence[date]) -> dict[date, dict[str, int]]:
    """Per day, the rows that both sides hold and, by column, in how many of them it differs."""
    span = Days(min(days), max(days))
    equal = [day for day in span if day not in days]
    ours, theirs = (engine.slice(contract.name, contract.schema(), span, without=equal) for engine in (here, there))
    asked = here.template(
        f"{contract.name} differences",
        lambda: _differing_cells(contract),
        {"ours": ours, "theirs": here.upload(there.fetch(theirs))},
    )
    return {row.pop(PARTITION): row for row in here.fetch(asked).to_pylist()}


def _differing_cells(contract: Table) -> ir.Table:
    ours, theirs = (ibis.table(contract.schema(), name=name) for name in ("ours", "theirs"))
    both = ours.inner_join(theirs, list(contract.key), rname="their_{name}")
    cells = {
        column.name: both.count(where=~both[column.name].identical_to(both[f"their_{column.name}"]))
        for column in contract.columns
        if column.name not in contract.key
    }
    return both.group_by(PARTITION).agg(**cells, **{_MATCHED: both.count()})
