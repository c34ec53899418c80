"""What the making of tables touches outside itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from nba_pipeline.aliases import Aliases
from nba_pipeline.clock import Clock
from nba_pipeline.readiness import Policy
from nba_pipeline.sources.base import Source
from nba_pipeline.warehouse.engine import Engine


@dataclass(frozen=True)
class World:
    """All that production touches: a warehouse, a source, where answers land and models are kept, and the clock.

    `readiness` is what becomes of predictions where phase 4 is not ready, `aliases` are the home's own names of
    players.
    """

    engine: Engine
    source: Source
    landing: Path
    models: Path
    clock: Clock
    readiness: Policy = Policy.WARN
    aliases: Aliases = field(default_factory=Aliases)
