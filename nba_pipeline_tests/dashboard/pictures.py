"""`make screenshots`: a picture of each page for the docs, in each state of a day where the page tells of it.

No test, so that pytest finds it only by its name.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from io import BytesIO
from pathlib import Path

from browser import visiting
from lived_states import PAGES, STATES
from PIL import Image

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
WIDTH = 1100
MOST_HEIGHT, MOST_HEIGHT_ONCE = 1000, 1700  # the charts of the model stand low
COLOURS = 256  # the most that a byte a dot can have
BRIGHT, COLOURFUL = 60, 48  # how far from grey a colour is, and how many such are kept however rare they are

# The others look alike in all states, or nearly: they are taken in the first.
TELL_OF_THE_STATE: Mapping[str, Collection[str]] = {
    "overview": STATES,
    "reliability": STATES,
    "season": STATES,
    "ledger": ("all well", "HIGH gap", "in progress"),
}


def of_few_colours(taken: Image.Image) -> Image.Image:
    """The picture in its most frequent colours, exact as they are; what is rarer is the edges of letters.

    Some of them are kept for what is no grey: the colour of a single sign tells something.
    """
    counted = sorted(taken.getcolors(taken.width * taken.height), reverse=True)
    ranked = [colour for _, colour in counted]
    bright = [colour for colour in ranked if max(colour) - min(colour) > BRIGHT][:COLOURFUL]
    kept = dict.fromkeys([*ranked[: COLOURS - len(bright)], *bright])
    palette = Image.new("P", (1, 1))
    palette.putpalette([value for colour in kept for value in colour])
    return taken.quantize(palette=palette, dither=Image.Dither.NONE)


def test_every_page_has_its_picture(dashboard: str, state: str) -> None:
    PICTURES.mkdir(exist_ok=True)
    with visiting(dashboard) as visit:
        for name, path in PAGES.items():
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
