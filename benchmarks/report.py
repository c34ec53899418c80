"""A ratio of two times measured in one run, and the bound that it should keep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True)
class Ratio:
    """`measured` over `baseline`, both in the same unit."""

    what: str
    measured: float
    baseline: float
    bound: float
    unit: str = "s"

    @property
    def value(self) -> float:
        return self.measured / self.baseline

    @property
    def keeps(self) -> bool:
        return self.value <= self.bound


def show(ratios: Sequence[Ratio]) -> None:
    table = Table("what", "measured", "baseline", "ratio", "bound", "")
    for ratio in ratios:
        table.add_row(
            ratio.what,
            f"{ratio.measured:.2f} {ratio.unit}",
            f"{ratio.baseline:.2f} {ratio.unit}",
            f"{ratio.value:.2f}",
            f"{ratio.bound:g}",
            "keeps" if ratio.keeps else "EXCEEDS",
        )
    Console(width=140).print(table)
