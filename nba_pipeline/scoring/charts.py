"""The charts of the report. Each system has a panel of its own, so that nothing is told by colour alone."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import pandas as pd

from nba_pipeline.drawing import REFERENCE, drawn
from nba_pipeline.scoring.errors import Slice
from nba_pipeline.scoring.probabilities import Chances

_MARK = "#3d85c6"  # seen on white and on black
_PANEL = {"width": 240, "height": 150}
_COLUMNS = 3


def calibration(chances: Sequence[Chances]) -> str:
    """What was said of the over against how often it came; on the dashed diagonal the two are equal."""
    rows = pd.DataFrame(
        [
            {
                "system": f"{c.system_id} · {len(c.bins)} groups of {c.bins[-1].rows:,}",
                "said": b.said,
                "came": b.came,
                "low": b.interval.low if b.interval else b.came,
                "high": b.interval.high if b.interval else b.came,
            }
            for c in chances
            for b in c.bins
        ]
    )
    # one range for both axes of all panels, so that they can be compared
    span = [
        round(float(rows[["said", "low"]].to_numpy().min()) - 0.01, 2),
        round(float(rows[["said", "high"]].to_numpy().max()) + 0.01, 2),
    ]
    scale, axis = alt.Scale(domain=span, nice=False, zero=False), alt.Axis(format=".0%", tickCount=4)
    said = alt.X("said:Q", title="said", scale=scale, axis=axis)
    came = alt.Y("came:Q", title="came", scale=scale, axis=axis)
    ends = alt.Chart(pd.DataFrame({"said": span, "came": span}))
    diagonal = ends.mark_line(strokeDash=[4, 3], color=REFERENCE).encode(x=said, y=came)
    spread = alt.Chart().mark_rule(color=_MARK).encode(x=said, y=alt.Y("low:Q", scale=scale, axis=axis), y2="high:Q")
    points = alt.Chart().mark_point(filled=True, size=45, color=_MARK, opacity=1).encode(x=said, y=came)
    return _panels(alt.layer(diagonal, spread, points), rows, "What was said of the over against how often it came")


def beside_the_line(slices: Sequence[Slice], part: str) -> str:
    """How much further than the line each system misses, part by part; small samples are hollow."""
    rows = pd.DataFrame(
        [
            {
                "system": e.system_id,
                "part": one.name,
                "difference": e.minus_line,
                "low": e.interval.low if e.interval else e.minus_line,
                "high": e.interval.high if e.interval else e.minus_line,
                "sample": "small" if e.small else "whole",
            }
            for one in slices
            for e in one.errors
        ]
    )
    order = [one.name for one in slices]
    parts = alt.X("part:O", sort=order, title=part, axis=alt.Axis(labelAngle=-40, labelOverlap=True))
    title, axis = "more than the line", alt.Axis(format="+.1f", tickCount=5, grid=True)
    line = alt.Chart().mark_rule(strokeDash=[4, 3], color=REFERENCE).encode(y=alt.datum(0.0, type="quantitative"))
    spread = alt.Chart().mark_rule(color=_MARK).encode(x=parts, y=alt.Y("low:Q", title=title, axis=axis), y2="high:Q")
    points = (
        alt.Chart()
        .mark_point(size=45, color=_MARK, opacity=1, strokeWidth=1.5)
        .encode(
            x=parts,
            y=alt.Y("difference:Q", title=title, axis=axis),
            fill=alt.condition(alt.datum.sample == "whole", alt.value(_MARK), alt.value("transparent")),
        )
    )
    return _panels(
        alt.layer(line, spread, points), rows, f"How much further than the line each system misses, by {part}"
    )


def _panels(panel: alt.LayerChart | alt.FacetChart, rows: pd.DataFrame, label: str) -> str:
    """A panel for each system, in the order of the rows."""
    faceted = panel.properties(**_PANEL, data=rows).facet(
        facet=alt.Facet("system:N", title=None, sort=list(dict.fromkeys(rows["system"]))), columns=_COLUMNS
    )
    return drawn(faceted, label)
