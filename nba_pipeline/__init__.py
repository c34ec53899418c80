"""Predictions of NBA players' points, as a graph of verified Dagster assets."""

__version__ = "0.1.0"
