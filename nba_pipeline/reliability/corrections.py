"""What a source says of days that are published already: whether it is still what was published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from nba_pipeline.aliases import ALIASED, noted_as
from nba_pipeline.contracts import When
from nba_pipeline.game_day import EASTERN, Days
from nba_pipeline.production import rehearse
from nba_pipeline.registry import TableModule, made
from nba_pipeline.sources.landing import ask, digest_of
from nba_pipeline.warehouse.engine import Fingerprint
from nba_pipeline.warehouse.reading import read
from nba_pipeline.warehouse.receipts import Receipt, State
from nba_pipeline.world import World


@dataclass(frozen=True)
class Correction:
    """A day of a table of which the source now says something else than what was published."""

    game_date: date
    table: str
    reason: str


def compared_tables() -> Sequence[TableModule]:
    """The tables whose answers are compared: those that the morning after fetches."""
    return [module for module in made(When.POSTGAME) if module.fetched]


def correction(module: TableModule, day: date, world: World) -> Correction | None:
    """What changed of a day at its source since it was published, in a sentence.

    Bytes that are equal settle it. Others may say the same: a day that was published in a range was read from
    another answer. So what they say is compared, and so is what this home's aliases make of it. A day that is not
    published or lacks games is a gap, and retried.
    Raises SourceError where the source does not answer.
    """
    published = read(world.engine, module.contract, Days.only(day)).receipts
    if not published or published[0].state is State.DEGRADED:
        return None
    receipt = published[0]
    aliased = _is_aliased(module, receipt, world)
    if not aliased and all(
        _same_bytes(receipt, name, asked.kind, day, world) for name, asked in module.fetched.items()
    ):
        return None
    if rehearse(module, day, world) == Fingerprint(receipt.rows, receipt.content_hash):
        return None
    at = f"{receipt.published_at.astimezone(EASTERN):%Y-%m-%d %H:%M} Eastern"
    who = "the source, or this home's aliases," if aliased else "the source"
    return Correction(day, module.name, f"{who} changed {module.name} after {at}")


def _is_aliased(module: TableModule, receipt: Receipt, world: World) -> bool:
    """Whether aliases of this home may have a part in the day, or had one when it was published."""
    kinds = {asked.kind for asked in module.fetched.values()}
    had = any(noted_as(name) in receipt.inputs for name in module.fetched)
    return had or bool(world.aliases.lookups and kinds & set(ALIASED))


def _same_bytes(receipt: Receipt, name: str, kind: str, day: date, world: World) -> bool:
    asked = ask(world.source, kind, Days.only(day), world.clock.now(), world.landing)
    return not asked.unanswered and receipt.inputs.get(name) == digest_of(asked.answers)
