"""Chance that repeats: every draw comes from a stream that is named, so that no draw depends on another's turn."""

from __future__ import annotations

import hashlib

import numpy as np


def stream(*name: object) -> np.random.Generator:
    """The random numbers of this name, from their beginning. Equal names give equal numbers in every process."""
    digest = hashlib.sha256("/".join(map(str, name)).encode()).digest()
    return np.random.Generator(np.random.PCG64(int.from_bytes(digest[:16], "little")))
