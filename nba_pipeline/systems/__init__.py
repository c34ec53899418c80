"""The prediction systems: features in, points and their distribution out. No Dagster, no connection."""
