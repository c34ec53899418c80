"""`make screenshots`: a picture of each page for the docs, in each state of a day where the page tells of it.

No test, so that pytest finds it only by its name.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from io import BytesIO
from pathlib import Path

import numpy as np
from browser import visiting
from lived_states import STATES, pages_of
from PIL import Image

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
WIDTH = 1100
MOST_HEIGHT, MOST_HEIGHT_ONCE = 1000, 1700  # the charts of the model stand low
COLOURS = 256  # the most that a byte a dot can have
KINDS = 64  # of colours: each of red, green and blue has four degrees

# The others look alike in all states, or nearly: they are taken in the first.
TELL_OF_THE_STATE: Mapping[str, Collection[str]] = {
    "overview": STATES,
    "reliability": STATES,
    "season": STATES,
    "rule": ("all well", "HIGH gap", "unknown", "in progress"),
    "ledger": STATES,
    "predictions": STATES,
    "player": ("all well", "HIGH gap", "in progress"),
}


def of_few_colours(taken: Image.Image) -> Image.Image:
    """The picture in its most frequent colours, exact as they are; what is rarer is the edges of letters.

    Of each kind of colour the most frequent is kept, however rare it is: that of a single sign tells something.
    """
    dots = np.asarray(taken, dtype=np.int32)
    codes, where, counts = np.unique(dots @ [1 << 16, 1 << 8, 1], return_inverse=True, return_counts=True)
    colours = np.stack([codes >> 16, codes >> 8 & 255, codes & 255], axis=1)
    ranked = np.argsort(-counts, kind="stable")
    _, of_each_kind = np.unique((colours[ranked] >> 6) @ [16, 4, 1], return_index=True)
    kept = colours[np.union1d(ranked[: COLOURS - KINDS], ranked[of_each_kind])]
    nearest = np.square(colours[:, None] - kept[None]).sum(axis=2).argmin(axis=1)
    few = Image.fromarray(nearest[where].reshape(dots.shape[:2]).astype(np.uint8), "P")
    few.putpalette(kept.flatten().tolist())
    return few


def test_every_page_has_its_picture(dashboard: str, state: str) -> None:
    PICTURES.mkdir(exist_ok=True)
    with visiting(dashboard) as visit:
        for name, path in pages_of(state).items():
            tells = name in TELL_OF_THE_STATE
            if state not in TELL_OF_THE_STATE.get(name, list(STATES)[:1]):
                continue
            visit.tab.set_viewport_size({"width": WIDTH, "height": 700})
            visit.go(path)
            height = int(visit.tab.evaluate("document.documentElement.scrollHeight"))
            shown = min(height, MOST_HEIGHT if tells else MOST_HEIGHT_ONCE)
            visit.tab.set_viewport_size({"width": WIDTH, "height": shown})
            taken = Image.open(BytesIO(visit.tab.screenshot()))
            file = PICTURES / f"{name}-{state.lower().replace(' ', '-')}.png"
            of_few_colours(taken.convert("RGB")).save(file, optimize=True)
    assert visit.complaints == []
