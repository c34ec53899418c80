"""The as-of proof: what a pre-game table says of a day is computable from what was known before that day.

The day is built again with every input cut off before it, and must come out equal to what was published, which
may have been built in a range that held the day's own games and later ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from nba_pipeline import expressions
from nba_pipeline.contracts import When
from nba_pipeline.game_day import Days
from nba_pipeline.production import World, gather
from nba_pipeline.registry import TableModule, all_tables
from nba_pipeline.warehouse.audit import conformed
from nba_pipeline.warehouse.engine import EMPTY, Fingerprint
from nba_pipeline.warehouse.reading import receipts_of
from nba_pipeline.warehouse.templates import Query


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
    return [m for m in all_tables().values() if m.contract.when == When.PREGAME and not m.fetched]


def prove(module: TableModule, day: date, world: World) -> Proof:
    """Build one day of a pre-game table again, its history cut off before the day. Publishes nothing.

    `Before` ends the day before the first wanted day, and `Today` has no column that the games bring: for one
    day, that is the cut. Raises NotVerified if an input of the day cannot be proven.
    """
    ingredients = gather(module, Days.only(day), world)
    rows = expressions.rows(module, ingredients.relations, world.engine)
    made = rows if isinstance(rows, Query) else conformed(module.contract, rows)
    stage = world.engine.stage(module.contract, made)
    try:
        rebuilt = world.engine.fingerprints(module.contract, stage).get(day, EMPTY)
    finally:
        world.engine.discard(stage)
    published = receipts_of(world.engine, [module.name], Days.only(day))
    receipt = next(iter(published), None)
    return Proof(module.name, day, Fingerprint(receipt.rows, receipt.content_hash) if receipt else EMPTY, rebuilt)
