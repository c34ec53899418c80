"""A value of an answer is what its name says, or it is told where it is not."""

from __future__ import annotations

import pytest

from nba_pipeline.sources.base import SourceError
from nba_pipeline.sources.live.nodes import Node


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (True, Node.whole),
        ("7", Node.whole),
        (7.5, Node.whole),
        (7, Node.text),
        ("2026-01-15T19:00:00", Node.moment),
        ("15.01.2026", Node.day),
        ("Boston Lobsters", Node.team),
        (5, Node.team),
    ],
)
def test_a_value_of_another_type_is_refused_with_its_place(value, read):
    with pytest.raises(SourceError, match="https://services/x is "):
        read(Node(value, "https://services/x"))


def test_a_field_that_is_missing_is_named_with_its_place():
    with pytest.raises(SourceError, match=r"https://services/x\.game has no gameId"):
        Node({"game": {}}, "https://services/x")["game"]["gameId"]
