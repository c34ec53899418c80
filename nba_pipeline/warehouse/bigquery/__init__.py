"""The BigQuery engine."""
