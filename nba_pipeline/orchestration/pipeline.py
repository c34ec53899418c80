"""The resource that every asset runs on: settings, source and clock, and the world around an open warehouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

from nba_pipeline.aliases import Aliases, load_aliases
from nba_pipeline.clock import Clock, FixedClock, SystemClock
from nba_pipeline.readiness import Policy
from nba_pipeline.settings import Settings, load_settings
from nba_pipeline.sources.base import Source
from nba_pipeline.sources.connection import open_source
from nba_pipeline.warehouse.batch import Publication
from nba_pipeline.warehouse.connection import open_warehouse
from nba_pipeline.warehouse.engine import Engine
from nba_pipeline.world import World


def _no_progress(_: Publication) -> None:
    """Nobody is watching."""


@dataclass
class Pipeline:
    """Settings are read when the first step asks for them, not when Dagster loads the definitions.

    Whoever moves the clock gives one of his own; otherwise it is the machine's, or stands where NBA_NOW froze it.
    """

    given: Settings | None = None
    progress: Callable[[Publication], None] = _no_progress
    accept_shrink: str | None = None
    own_clock: Clock | None = None

    @cached_property
    def settings(self) -> Settings:
        return self.given or load_settings()

    @cached_property
    def source(self) -> Source:
        return open_source(self.settings)

    @cached_property
    def clock(self) -> Clock:
        if self.own_clock is not None:
            return self.own_clock
        return FixedClock(self.settings.now) if self.settings.now else SystemClock()

    @property
    def aliases(self) -> Aliases:
        """The home's own names of players, as they stand now: the daemon lives longer than they stay the same."""
        return load_aliases(self.settings.home)

    def open_engine(self, read_only: bool = False) -> Engine:
        return open_warehouse(self.settings, read_only)

    @contextmanager
    def open(self, read_only: bool = False) -> Iterator[World]:
        """The world, whose warehouse is open inside, and nowhere else meanwhile."""
        with self.open_engine(read_only) as engine:
            yield self.world(engine)

    def world(self, engine: Engine) -> World:
        """The world around an open warehouse."""
        return World(
            engine,
            self.source,
            self.settings.landing_dir,
            self.settings.models_dir,
            self.clock,
            Policy(self.settings.readiness),
            self.aliases,
        )
