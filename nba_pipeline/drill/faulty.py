"""The pipeline of a drill: the operator's, with a warehouse that may be broken."""

from __future__ import annotations

from dataclasses import dataclass

from nba_pipeline.drill.engines import Wrapper
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.warehouse.engine import Engine


@dataclass
class FaultyPipeline(Pipeline):
    wrapper: Wrapper | None = None

    def open_engine(self, read_only: bool = False) -> Engine:
        engine = super().open_engine(read_only)
        return engine if self.wrapper is None else self.wrapper(engine)
