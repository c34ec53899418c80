"""One module a table: see `nba_pipeline.registry` for what a table module holds."""
