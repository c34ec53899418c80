"""The ledger's chart, a Sankey: a day's players from phase to phase, and of those who are not there the reason.

Who is there is a filled bar, who is elsewhere for a reason an outline, and who is lost a taller bar with a sign and a
number beside it: nothing is told by colour alone.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, TypeVar

import altair as alt
import pandas as pd

from nba_pipeline.drawing import INK, REFERENCE, drawn
from nba_pipeline.tables.reliability.whereabouts import HAS_A_ROW, LOSSES, Whereabouts

T = TypeVar("T")

Way = tuple[str, ...]
"""The words of a player's way, one for each phase."""

_NAME = "The day's players from phase to phase: there, elsewhere for a reason, or lost"
_WIDTH, _A_PHASE = 640, 40  # pixels
_HALF, _TALLER = 0.22, 0.3  # from the middle of a bar to its edge, in distances of two phases
_A_LETTER, _PADDING = 6.5, 8  # pixels of a label, at most, and of the space that it needs around it

_ORDER = [str(word) for word in Whereabouts]
_THERE, _ELSEWHERE, _LOST = range(3)  # what became of players, in the order in which a bar tells it


@lru_cache(maxsize=32)
def ledger_chart(phases: tuple[str, ...], ways: tuple[tuple[Way, int], ...]) -> str:
    """A bar for each phase, below each other, and ribbons from each to the next, as SVG.

    Each way is taken by so many players; a ribbon is as wide as those who take both its words.
    """
    everybody = sum(players for _, players in ways)
    bars, ribbons = _bars(len(phases), ways, everybody), _ribbons(len(phases), ways)
    lost = bars[bars["fate"] == _LOST].groupby("phase", as_index=False)["players"].sum()
    lost = lost.assign(label=[f"✕ {players} lost" for players in lost["players"]], middle=everybody)
    x = alt.X(
        "since:Q",
        title="players",
        scale=alt.Scale(domain=[0, everybody], nice=False),
        axis=alt.Axis(tickMinStep=1, grid=False),
    )
    y = alt.Y("upper:Q", title=None, scale=alt.Scale(domain=[len(phases) - 0.5, -0.5], nice=False), axis=_names(phases))

    def ribbon(fate: int, colour: str, opacity: float) -> alt.Chart:
        of: alt.Chart = alt.Chart(ribbons[ribbons["fate"] == fate])
        of = of.mark_area(orient="horizontal", color=colour, opacity=opacity)
        return of.encode(x=x, x2="until:Q", y=y, detail="ribbon:N")

    def bar(fate: int, fill: str, stroke: str) -> alt.Chart:
        of: alt.Chart = alt.Chart(bars[bars["fate"] == fate]).mark_rect(color=fill, stroke=stroke)
        return of.encode(x=x, x2="until:Q", y=y, y2="lower:Q")

    def label(rows: pd.DataFrame, colour: str, **look: Any) -> alt.Chart:
        of: alt.Chart = alt.Chart(rows).mark_text(color=colour, fontSize=11, **look)
        return of.encode(x="middle:Q", y="phase:Q", text="label:N")

    return drawn(
        alt.layer(
            ribbon(_THERE, "var(--green)", 0.2),
            ribbon(_ELSEWHERE, REFERENCE, 0.2),
            ribbon(_LOST, "var(--red)", 0.45),
            bar(_THERE, "var(--green)", "var(--sheet)"),
            bar(_ELSEWHERE, "var(--sheet)", REFERENCE),
            bar(_LOST, "var(--red)", "var(--red)"),
            label(bars[bars["fate"] != _ELSEWHERE], "var(--sheet)"),
            label(bars[bars["fate"] == _ELSEWHERE], INK),
            label(lost, "var(--red)", fontWeight="bold", align="left", dx=6),
        ).properties(width=_WIDTH, height=_A_PHASE * len(phases)),
        _NAME,
    )


def _names(phases: Sequence[str]) -> alt.Axis:
    """The phases' names, with space for them whatever the font of the machine that draws."""
    extent = _A_LETTER * max(map(len, phases)) + _PADDING
    return alt.Axis(
        values=list(range(len(phases))),
        labelExpr=f"{json.dumps(list(phases))}[datum.value]",
        labelLimit=0,
        minExtent=extent,
        ticks=False,
        domain=False,
        grid=False,
    )


def _bars(phases: int, ways: Sequence[tuple[Way, int]], everybody: int) -> pd.DataFrame:
    """A row for each word of each phase: from which to which player it reaches."""
    rows = [
        {
            "phase": phase,
            "fate": _fate(word),
            "players": until - since,
            "since": since,
            "until": until,
            "middle": (since + until) / 2,
            "upper": phase - (_TALLER if _fate(word) == _LOST else _HALF),
            "lower": phase + (_TALLER if _fate(word) == _LOST else _HALF),
            "label": _label(word, until - since, everybody),
        }
        for phase in range(phases)
        for word, (since, until) in _laid(_counted(ways, itemgetter(phase)), _place).items()
    ]
    return pd.DataFrame(rows)


def _ribbons(phases: int, ways: Sequence[tuple[Way, int]]) -> pd.DataFrame:
    """Two rows for each pair of words that follow each other: where a bar is left, and where the next is reached.

    Their fate is that of the second word.
    """
    rows = []
    for phase in range(phases - 1):
        pairs = _counted(ways, itemgetter(phase, phase + 1))
        leave = _laid(pairs, lambda pair: (_place(pair[0]), _place(pair[1])))
        reach = _laid(pairs, lambda pair: (_place(pair[1]), _place(pair[0])))
        for pair in pairs:
            for (since, until), upper in ((leave[pair], phase + _HALF), (reach[pair], phase + 1 - _HALF)):
                of = {"ribbon": f"{phase} {pair}", "fate": _fate(pair[1])}
                rows.append(of | {"since": since, "until": until, "upper": upper})
    return pd.DataFrame(rows)


def _counted(ways: Sequence[tuple[Way, int]], part: Callable[[Way], T]) -> Mapping[T, int]:
    counts: Counter[T] = Counter()
    for way, players in ways:
        counts[part(way)] += players
    return counts


def _laid(counts: Mapping[T, int], order: Callable[[T], Any]) -> Mapping[T, tuple[int, int]]:
    """These laid end to end in an order: from which to which player each reaches."""
    laid, since = {}, 0
    for one in sorted(counts, key=order):
        laid[one] = since, since + counts[one]
        since += counts[one]
    return laid


def _fate(word: str) -> int:
    if word in LOSSES:
        return _LOST
    return _THERE if word in HAS_A_ROW else _ELSEWHERE


def _place(word: str) -> tuple[int, int]:
    return _fate(word), _ORDER.index(word)


def _label(word: str, players: int, everybody: int) -> str:
    """What fits into a bar: word and number, the number, or nothing, for it stands in the table."""
    space = _WIDTH * players / everybody - _PADDING
    labels = f"{word.replace('_', ' ')} {players}", f"{players}"
    return next((text for text in labels if len(text) * _A_LETTER <= space), "")
