"""The as-of proof: what a pre-game table says of a day is computable from what was known before that day.

The day is built again with every input cut off before it, and must come out equal to what was published, which
may have been built in a range that held the day's own games and later ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from nba_pipeline.blindness import is_provable
from nba_pipeline.game_day import Days
from nba_pipeline.production import rehearse
from nba_pipeline.registry import TableModule, all_tables
from nba_pipeline.warehouse.engine import EMPTY, Fingerprint
from nba_pipeline.warehouse.reading import receipts_of
from nba_pipeline.world import World


@dataclass(frozen=True)
class Proof:
    """What was published for a day, and what comes out when nothing from that day on is known."""

    table: str
    game_date: date
    published: Fingerprint
    rebuilt: Fingerprint

    @property
    def holds(self) -> bool:
        return self.published == self.rebuilt


def provable_tables() -> Sequence[TableModule]:
    """The pre-game tables that are made from other tables."""
    return [module for module in all_tables().values() if is_provable(module)]


def prove(module: TableModule, day: date, world: World) -> Proof:
    """Build one day of a pre-game table again, its history cut off before the day. Publishes nothing.

    Raises NotVerified if an input of the day cannot be proven.
    """
    again = rehearse(module, day, world)
    published = receipts_of(world.engine, [module.name], Days.only(day))
    receipt = next(iter(published), None)
    return Proof(module.name, day, Fingerprint(receipt.rows, receipt.content_hash) if receipt else EMPTY, again)
