"""R-006: before predictions are made, the tables of phase 4 are proven present, complete and fresh.

Nothing is ever made from rows that cannot be proven, whatever the policy says: what is read itself is refused by
`production.gather`. The policy decides about the rest: a table that lacks games, one that was made before its inputs
changed, and one that the features were made from and that is no longer there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from nba_pipeline.game_day import Days
from nba_pipeline.registry import TableModule, table
from nba_pipeline.warehouse.engine import Engine
from nba_pipeline.warehouse.reading import Reading, Wanted, read_with_receipts
from nba_pipeline.warehouse.receipts import Receipt, State, inputs_digests


class Policy(StrEnum):
    """What becomes of a day whose tables are not ready. A block is lifted by the next run that finds them ready."""

    WARN = "warn"  # predict, mark the day DEGRADED, warn
    BLOCK = "block"  # refuse the day; its last good state stays


A_READY = "a ready "  # how a receipt begins to say of a table that it was not ready

HEADER = ":warning: R-006: Phase 4 Data Freshness Alert"

Unready = Mapping[date, Mapping[str, str]]


def unready(engine: Engine, tables: Sequence[str], days: Days) -> dict[date, dict[str, str]]:
    """Per day, the tables that are not ready, by their full names, each with the reason."""
    modules = [table(name) for name in tables]
    readings, receipts = _read(engine, modules, days)
    found: dict[date, dict[str, str]] = {}
    for module in modules:
        reading = readings[module.name]
        now = _digests(module, days, receipts)
        reasons = {day: f"it is missing: {why}" for day, why in reading.unverified.items()}
        reasons |= {receipt.game_date: why for receipt in reading.receipts if (why := _doubt(receipt, now))}
        for day, why in reasons.items():
            found.setdefault(day, {})[module.name] = why
    return found


def alert(day: date, found: Mapping[str, str]) -> str:
    """The operator's alert."""
    named = "; ".join(f"{name}: {why}" for name, why in sorted(found.items()))
    return (
        f"{HEADER}, {day}: {len(found)} tables are not ready. {named}. "
        f"Make them again with: nba run --date {day} --phase pregame"
    )


def _read(
    engine: Engine, modules: Sequence[TableModule], days: Days
) -> tuple[dict[str, Reading], dict[str, list[Receipt]]]:
    """These tables, and the receipts of them and of what they are made from, as far back as they look."""
    entries = [entry for module in modules for entry in module.inputs.values()]
    bounds = [days, *(entry.seen.bound(days) for entry in entries)]
    span = Days(min(bound.first for bound in bounds), max(bound.last for bound in bounds))
    wanted = [Wanted(module.contract, days) for module in modules]
    return read_with_receipts(engine, wanted, {entry.table for entry in entries}, span)


def _digests(
    module: TableModule, days: Days, receipts: Mapping[str, Sequence[Receipt]]
) -> Mapping[str, Mapping[date, str]]:
    """What each input of the table holds now, as its receipts would say."""
    return {
        name: inputs_digests(entry.seen, days, receipts.get(entry.table, [])) for name, entry in module.inputs.items()
    }


def _doubt(receipt: Receipt, now: Mapping[str, Mapping[date, str]]) -> str | None:
    """Why a published day is not ready; None where it is."""
    made_from = receipt.inputs
    changed = [name for name, digests in now.items() if made_from.get(name) != digests[receipt.game_date]]
    if changed:
        return f"it is stale: made before {', '.join(changed)} changed"
    if receipt.state is State.DEGRADED:
        return f"it is incomplete: {receipt.reason}"
    return None
