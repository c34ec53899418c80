"""Charts as SVG to be set into a page: no script, no reference, and the page's own text colour."""

from __future__ import annotations

import re
from html import escape

import altair as alt
import vl_convert

INK = "currentColor"
REFERENCE = "#888888"  # seen on white and on black

_CONFIG = {
    "background": None,
    "font": "system-ui, sans-serif",
    "view": {"stroke": None},
    "axis": {
        "labelColor": INK, "titleColor": INK, "domainColor": REFERENCE, "tickColor": REFERENCE,
        "gridColor": "#8888884d", "titleFontWeight": "normal", "labelFontSize": 11, "titleFontSize": 11,
    },
    "header": {"labelColor": INK, "titleColor": INK, "labelFontSize": 11, "labelFontWeight": "bold"},
}  # fmt: skip


def ready() -> None:
    """Draw an empty chart: the first one starts what draws, which takes a second and lets nothing else run."""
    vl_convert.vegalite_to_svg({"data": {"values": []}, "mark": "point"})


def drawn(chart: alt.LayerChart | alt.FacetChart, label: str) -> str:
    """The chart as one picture with a name: its numbers stand in the table beside it."""
    svg = vl_convert.vegalite_to_svg(chart.to_dict() | {"config": _CONFIG})
    bare = re.sub(r'\s(xmlns(:\w+)?|role|aria-\w+)="[^"]*"', "", svg)
    return bare.replace("<svg", f'<svg role="img" aria-label="{escape(label)}"', 1)
