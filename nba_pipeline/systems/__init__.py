"""The prediction systems: features in, points out. No Dagster, no connection, no sight of the line."""
