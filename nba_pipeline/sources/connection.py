"""Which source the settings ask for."""

from __future__ import annotations

from functools import partial

from nba_pipeline.aliases import load_aliases
from nba_pipeline.settings import Settings
from nba_pipeline.sources.archive import ArchiveSource
from nba_pipeline.sources.base import Source
from nba_pipeline.sources.live.settings import load_live_settings
from nba_pipeline.sources.live.source import LiveSource
from nba_pipeline.sources.simulated.source import SimulatedSource


def open_source(settings: Settings) -> Source:
    """The source; nothing is read or asked before the first fetch. Raises ConfigurationError."""
    if settings.source == "live":
        return LiveSource(
            load_live_settings(),
            settings.home / "live",
            settings.landing_dir,
            aliases=partial(load_aliases, settings.home),
        )
    if settings.source == "archive" and settings.archive_dir is not None:
        return ArchiveSource(settings.archive_dir)
    return SimulatedSource(settings.seed)
