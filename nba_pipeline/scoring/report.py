"""The scores as a page: one file with its charts in it, which needs neither script nor network."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import Environment, PackageLoader, StrictUndefined

from nba_pipeline.scoring import charts, tables
from nba_pipeline.scoring.identical import ALL, LINED, POPULATIONS
from nba_pipeline.scoring.resampling import LEAST_DAYS, LEAST_ROWS
from nba_pipeline.scoring.scores import Scores
from nba_pipeline.scoring.tables import Told

_TEMPLATES = Environment(
    loader=PackageLoader("nba_pipeline"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
)


def page(scores: Scores, source: str) -> str:
    """The page. `source` says where the games come from."""
    lined = scores.populations[LINED]
    return _TEMPLATES.get_template("score.html").render(
        scores=scores,
        source=source,
        populations=POPULATIONS,
        small={"rows": LEAST_ROWS, "days": LEAST_DAYS},
        errors={name: tables.errors(scores, name) for name in (ALL, LINED)},
        drift=tables.drift(scores, ALL),
        coverage={name: tables.coverage(scores, name) for name in (ALL, LINED)},
        parts=[
            (by, charts.beside_the_line(slices, by), tables.parts(by, slices))
            for by, slices in lined.slices.items()
            if slices
        ],
        all_parts=_parts_of_all(scores),
        chances=tables.chances(scores),
        calibration=charts.calibration(scores.probabilities.chances) if scores.probabilities.rows else None,
        bins=[tables.bins(scores, c.system_id) for c in scores.probabilities.chances],
        bets=[tables.bets(scores, e.system_id) for e in lined.errors],
        prices=tables.prices(scores),
    )


def _parts_of_all(scores: Scores) -> Mapping[str, Told]:
    return {by: tables.parts(by, slices) for by, slices in scores.populations[ALL].slices.items() if slices}
