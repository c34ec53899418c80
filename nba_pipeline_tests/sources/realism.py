"""How far a league may look from real ones: the figures of real seasons, and their tolerances.

`python nba_pipeline_tests/sources/realism.py ARCHIVE_DIR` measures the archive's seasons and writes
`league_figures.json` beside this file. That file holds summary numbers only, no row of any game.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import numpy as np
from league_measures import EVERY, GROUPS, Figure
from league_season import load

from nba_pipeline.game_day import Days, season_days, season_name
from nba_pipeline.sources.archive import ArchiveSource
from nba_pipeline.sources.base import Source

FILE = Path(__file__).with_name("league_figures.json")

_ARCHIVE_ENDS = date(2026, 1, 31)


@dataclass(frozen=True)
class Bound:
    """A figure of real seasons: their mean, and how far from it a league is still like them."""

    name: str
    real: float
    tolerance: float
    reason: str
    seasons: Mapping[str, float]

    def holds(self, value: float) -> bool:
        return abs(value - self.real) <= self.tolerance


def real_days(season: int) -> Days:
    """What the archive holds of a season."""
    days = season_days(season)
    return Days(days.first, min(days.last, _ARCHIVE_ENDS))


def measure(source: Source, days: Days) -> dict[str, Figure]:
    """The figures, by name, that can be computed from what the source tells of the days. Raises SourceError."""
    season = load(source, days)
    with np.errstate(divide="ignore", invalid="ignore"):
        figures = [figure for group in GROUPS for figure in group(season)]
    return {figure.name: figure for figure in figures if np.isfinite(figure.value)}


def bounds_of(measured: Mapping[int, Mapping[str, Figure]]) -> list[Bound]:
    """One bound per figure, from the seasons that speak for it."""
    names = dict.fromkeys(name for figures in measured.values() for name in figures)
    told = {name: {season: figures[name] for season, figures in measured.items() if name in figures} for name in names}
    return [
        _bound({season: figure for season, figure in by_season.items() if season in figure.seasons})
        for by_season in told.values()
    ]


def _bound(figures: Mapping[int, Figure]) -> Bound:
    values = [figure.value for figure in figures.values()]
    real = float(np.mean(values))
    spread = max(abs(value - real) for value in values)
    figure = next(iter(figures.values()))
    told = f"{len(values)} seasons lie within {spread:.3g} of their mean" if len(values) > 1 else "one season tells it"
    return Bound(
        name=figure.name,
        real=round(real, 4),
        tolerance=round(spread + figure.slack.of(real), 4),
        reason=f"{told}; allowed beyond: {figure.slack.words}",
        seasons={season_name(season): round(float(figure.value), 4) for season, figure in figures.items()},
    )


def write(bounds: Iterable[Bound], file: Path = FILE) -> None:
    """One line per figure."""
    lines = ",\n".join(json.dumps(asdict(bound), ensure_ascii=False) for bound in bounds)
    file.write_text(f"[\n{lines}\n]\n")


def read(file: Path = FILE) -> list[Bound]:
    return [Bound(**bound) for bound in json.loads(file.read_text())]


def strays(measured: Mapping[str, Figure], bounds: Sequence[Bound]) -> list[str]:
    """The names of the figures that are missing or beyond their tolerance."""
    return [bound.name for bound in bounds if bound.name not in measured or not bound.holds(measured[bound.name].value)]


def table(measured: Mapping[str, Figure], bounds: Iterable[Bound]) -> str:
    """The figures side by side, those that stray marked."""
    lines = [f"{'':2}{'figure':42}{'real':>10}{'measured':>10}{'tolerance':>10}"]
    for bound in bounds:
        value = measured[bound.name].value if bound.name in measured else float("nan")
        mark = "  " if bound.holds(value) else "! "
        lines.append(f"{mark}{bound.name:42}{bound.real:10.4g}{value:10.4g}{bound.tolerance:10.4g}")
    return "\n".join(lines)


def main(archive_dir: Path) -> None:
    source = ArchiveSource(archive_dir)
    write(bounds_of({season: measure(source, real_days(season)) for season in EVERY}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
