"""The ledger's chart: as wide as the players are many, from each phase to the next, and told without colours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import accumulate
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from nba_pipeline.dashboard.ledger_chart import Way, ledger_chart
from nba_pipeline.tables.reliability.whereabouts import LOSSES, Whereabouts

WIDTH = 640
WORDS = st.sampled_from([str(word) for word in Whereabouts])


class Bar(NamedTuple):
    """One word of one phase, in pixels."""

    left: float
    upper: float
    width: float
    height: float
    fill: str


def drawn(ways: Mapping[Way, int]) -> str:
    names = tuple(f"phase {number}" for number, _ in enumerate(next(iter(ways))))
    return ledger_chart(names, tuple(ways.items()))


def bars(svg: str) -> list[Bar]:
    """The bars from left to right, phase by phase."""
    path = r'<path d="M([\d.]+),([\d.]+)h([\d.]+)v([\d.]+)h-[\d.]+Z" fill="(var[^"]+)"'
    found = [Bar(*map(float, numbers), fill) for *numbers, fill in re.findall(path, svg)]
    return sorted(found, key=lambda bar: (int(bar.upper / 40), bar.left))


def ribbons(svg: str) -> list[tuple[tuple[float, float], tuple[float, float], str]]:
    """Of each ribbon where it begins and where it ends, from left to right in pixels, and its colour."""
    path = r'<path d="M([\d.]+),[\d.]+L([\d.]+),[\d.]+L([\d.]+),[\d.]+L([\d.]+),[\d.]+Z" fill="([^"]+)"'
    return sorted(
        ((float(left), float(right)), (float(left_below), float(right_below)), fill)
        for left, left_below, right_below, right, fill in re.findall(path, svg)
    )


def texts(svg: str) -> list[str]:
    return re.findall(r">([^<>]+)</text>", svg)


def test_players_go_from_word_to_word_and_are_told_by_word_and_number() -> None:
    svg = drawn({("there", "dnp"): 5, ("there", "unaccounted"): 1, ("unexpected", "there"): 4})

    assert ribbons(svg) == [
        ((0, 320), (256, 576), "var(--green)"),  # the five who did not play stand behind the four who did
        ((320, 384), (576, 640), "var(--red)"),
        ((384, 640), (0, 256), "var(--green)"),
    ]
    assert [(bar.left, bar.width, bar.fill) for bar in bars(svg)] == [
        (0, 384, "var(--green)"), (384, 256, "var(--sheet)"),
        (0, 256, "var(--green)"), (256, 320, "var(--green)"), (576, 64, "var(--red)"),
    ]  # fmt: skip
    assert {"there 6", "unexpected 4", "there 4", "dnp 5", "✕ 1 lost", "phase 0", "phase 1"} <= set(texts(svg))


def test_one_of_hundreds_is_lost_in_sight() -> None:
    svg = drawn({("there", "there"): 399, ("there", "game_missing"): 1})

    *_, there, lost = bars(svg)
    assert lost.height > there.height
    assert "✕ 1 lost" in texts(svg)


def test_what_is_too_narrow_for_its_word_has_its_number_and_else_nothing() -> None:
    said = texts(drawn({("there", "there"): 300, ("there", "too_little_history"): 20, ("there", "out"): 1}))

    assert "20" in said
    assert not any("too little history" in text or "out" in text for text in said)


def test_days_that_went_the_same_ways_are_drawn_once() -> None:
    day = {("there", "there"): 7, ("there", "out"): 2}

    assert drawn(day) is drawn(dict(day))


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(st.tuples(WORDS, WORDS, WORDS), st.integers(1, 90), min_size=1, max_size=8))
def test_every_phase_shows_every_player_once_and_every_loss_in_red(ways: dict[Way, int]) -> None:
    everybody = sum(ways.values())
    svg = drawn(ways)

    found = bars(svg)
    expected, signs = [], []
    for phase in range(3):
        of_words: Counter[str] = Counter()
        for way, players in ways.items():
            of_words[way[phase]] += players
        lost = sum(players for word, players in of_words.items() if word in LOSSES)
        mine = found[len(expected) : len(expected) + len(of_words)]
        expected += mine
        edges = [0, *accumulate(bar.width for bar in mine)]
        assert all(abs(bar.left - edge) < 0.01 for bar, edge in zip(mine, edges, strict=False))
        assert abs(edges[-1] - WIDTH) < 0.01
        assert abs(sum(bar.width for bar in mine if bar.fill == "var(--red)") - WIDTH * lost / everybody) < 0.01
        signs += [f"✕ {lost} lost"] if lost else []
    assert len(found) == len(expected)
    assert [text for text in texts(svg) if text.startswith("✕")] == signs
    for begins, ends, _ in ribbons(svg):
        assert abs((begins[1] - begins[0]) - (ends[1] - ends[0])) < 0.01
