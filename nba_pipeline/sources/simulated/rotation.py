"""Minutes: who is in the rotation, who starts, and how long each plays, expected before and drawn in the game."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from nba_pipeline.sources.simulated.numbers import Floats, Ints

STARTERS = 5

# What the first, second, … of a team's available players gets in a usual game; the rest sit.
_MINUTES = np.array([38.8, 35.6, 30.7, 26.1, 23.5, 24.7, 21.9, 17.9, 12.3, 7.0, 3.2, 2.0, 1.4])
_SPREAD = np.array([0.09, 0.10, 0.11, 0.12, 0.14, 0.18, 0.20, 0.24, 0.30, 0.45, 0.65, 0.80, 0.80])
_SIZES = np.arange(8, 14)
_SIZE_WEIGHTS = np.array([0.09, 0.26, 0.32, 0.19, 0.09, 0.05])
_LONGEST = 0.92  # of a game's length
_LEAVES_EARLY = 0.012
_SECONDS = 60
_ROUNDS, _HARDLY = 40, 1.002


def expected_minutes(worth: Floats, regulation: float = 48.0) -> Floats:
    """Minutes of each of a team's available players, by his worth, in a game of this length."""
    order = np.argsort(-worth, kind="stable")[: len(_MINUTES)]
    minutes = np.zeros(len(worth))
    minutes[order] = _MINUTES[: len(order)]
    return _fill(minutes, regulation)


def seconds_played(worth: Floats, one_sided: bool, chance: np.random.Generator) -> Ints:
    """Whole seconds of each available player in regulation, which add up to 240 minutes.

    In a one-sided game the starters rest and the end of the bench plays.
    """
    size = min(int(chance.choice(_SIZES, p=_SIZE_WEIGHTS)) + 2 * one_sided, len(worth))
    order = np.argsort(-(worth + chance.normal(scale=0.07, size=len(worth))), kind="stable")[:size]
    base = _MINUTES[np.minimum(np.arange(size), len(_MINUTES) - 1)]
    if one_sided:
        base = base * 0.86 + np.where(np.arange(size) < STARTERS, 0.0, 4.0)
    drawn = base * np.exp(chance.normal(size=size) * _SPREAD[np.minimum(np.arange(size), len(_SPREAD) - 1)])
    drawn = np.where(chance.random(size) < _LEAVES_EARLY, drawn * chance.random(size), drawn)
    minutes = np.zeros(len(worth))
    minutes[order] = np.maximum(drawn, 1.0)
    return _whole_seconds(_fill(minutes, 48.0), 48)


def overtime_seconds(worth: Floats, played: Ints, chance: np.random.Generator) -> Ints:
    """Whole seconds in five more minutes: those who played most before, as a rule."""
    weight = np.where(played > 0, np.exp(played / (8.0 * _SECONDS) + chance.normal(scale=0.5, size=len(worth))), 0.0)
    last = np.sort(weight)[-min(8, len(weight))]
    return _whole_seconds(_fill(np.where(weight >= last, weight, 0.0), 5.0, longest=1.0), 5)


def _fill(minutes: Floats, length: float, longest: float = _LONGEST) -> Floats:
    """Scaled to five players on the floor for the length, nobody longer than `longest` of it, or hardly."""
    cap = length * longest
    scaled: Floats = minutes * (5 * length / minutes.sum())
    for _ in range(_ROUNDS):
        if scaled.max() <= cap * _HARDLY:
            break
        capped = np.minimum(scaled, cap)
        scaled = capped * (5 * length / capped.sum())
    return scaled


def _whole_seconds(minutes: Floats, length: int) -> Ints:
    seconds: npt.NDArray[np.int64] = np.floor(minutes * _SECONDS).astype(np.int64)
    longest = np.argsort(-minutes, kind="stable")
    short = 5 * length * _SECONDS - int(seconds.sum())
    seconds[longest[:short]] += 1
    return seconds
