"""Which engine the settings ask for."""

from __future__ import annotations

from nba_pipeline.settings import ConfigurationError, Settings
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.warehouse.engine import Engine


def open_warehouse(settings: Settings, read_only: bool = False) -> Engine:
    """An open connection; close it by leaving its context."""
    if settings.warehouse == "duckdb":
        return DuckDBEngine(settings.home / "warehouse.duckdb", settings.lock_timeout, read_only)
    raise ConfigurationError(f"NBA_WAREHOUSE={settings.warehouse} is not available in this version; use duckdb")
