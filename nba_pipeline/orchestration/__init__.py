"""Dagster: assets from table modules, their checks, jobs, and what they run on. Nothing here knows basketball."""

import warnings

import dagster as dg

# Partitioned checks and single-run backfills are still marked so in Dagster 1.13; both are used knowingly.
warnings.filterwarnings("ignore", category=dg.PreviewWarning)
warnings.filterwarnings("ignore", category=dg.BetaWarning)
