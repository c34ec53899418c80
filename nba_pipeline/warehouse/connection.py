"""Which engine the settings ask for."""

from __future__ import annotations

from nba_pipeline.settings import Settings
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.warehouse.engine import Engine


def open_warehouse(settings: Settings, read_only: bool = False) -> Engine:
    """An open connection; close it by leaving its context."""
    if settings.warehouse == "bigquery":
        # Google's libraries take a second to load, and seconds are what most commands take
        from nba_pipeline.warehouse.bigquery.connection import open_bigquery

        return open_bigquery(settings, read_only)
    return DuckDBEngine(settings.home / "warehouse.duckdb", settings.lock_timeout, read_only)
