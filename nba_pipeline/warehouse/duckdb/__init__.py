"""DuckDB, the embedded default: one file, one writing process."""
