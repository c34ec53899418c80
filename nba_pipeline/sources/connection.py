"""Which source the settings ask for."""

from __future__ import annotations

from nba_pipeline.settings import ConfigurationError, Settings
from nba_pipeline.sources.archive import ArchiveSource
from nba_pipeline.sources.base import Source
from nba_pipeline.sources.simulated.source import SimulatedSource


def open_source(settings: Settings) -> Source:
    """The source; nothing is read before the first fetch."""
    if settings.source == "simulated":
        return SimulatedSource(settings.seed)
    if settings.source == "archive" and settings.archive_dir is not None:
        return ArchiveSource(settings.archive_dir)
    raise ConfigurationError(
        f"NBA_SOURCE={settings.source} is not available in this version; unset it for the simulated league, or "
        "set NBA_SOURCE=archive and NBA_ARCHIVE_DIR to the directory of an archive"
    )
