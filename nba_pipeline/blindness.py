"""Which tables claim to know nothing of their own day's games, and on which day a range has to prove it (C4)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from nba_pipeline.contracts import Before, When
from nba_pipeline.game_day import Days
from nba_pipeline.registry import TableModule
from nba_pipeline.warehouse.batch import Proof
from nba_pipeline.warehouse.engine import Fingerprint
from nba_pipeline.warehouse.receipts import Receipt


def is_provable(module: TableModule) -> bool:
    """Whether the table is made before the games alone, and from tables that could tell of them."""
    return module.contract.when == When.PREGAME and not module.fetched


def proof(
    module: TableModule,
    days: Days,
    receipts: Mapping[str, Sequence[Receipt]],
    run_id: str,
    rehearse: Callable[[date], Fingerprint],
) -> Proof | None:
    """A day of a range with games, another one with each run. `receipts` are those of the inputs, by parameter.

    The last day of a range, or the only one, needs no proof: no input of the range reaches as far as its games.
    """
    if not is_provable(module):
        return None
    same_day = [name for name, entry in module.inputs.items() if not isinstance(entry.seen, Before)]
    played = {r.game_date for name in same_day for r in receipts[name] if r.rows and r.game_date < days.last}
    if not played:
        return None
    drawn = int.from_bytes(hashlib.sha256(f"{run_id} {module.name}".encode()).digest()[:8], "big")
    day = sorted(played)[drawn % len(played)]
    return Proof(day, lambda: rehearse(day))
