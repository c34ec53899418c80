"""The systems that predict, in the order in which they are shown."""

from __future__ import annotations

from nba_pipeline.systems.base import System
from nba_pipeline.systems.moving_average import SYSTEM as MOVING_AVERAGE

SYSTEMS: tuple[System, ...] = (MOVING_AVERAGE,)
