"""When a prediction becomes a side to take, and what is said where it does not."""

from __future__ import annotations

import pandas as pd
import pytest

from nba_pipeline.systems.base import recommend


def said(predicted: float | None, line: float | None, not_ready: str | None = None) -> tuple[str, str | None]:
    columns = (
        pd.Series([predicted], dtype=float),
        pd.Series([line], dtype=float),
        pd.Series([not_ready], dtype=object),
    )
    row = recommend(*columns, least_edge=2.0).iloc[0]
    return row["recommendation"], row["reason"]


@pytest.mark.parametrize(
    ("predicted", "recommendation", "reason"),
    [
        (12.0, "PASS", "edge_too_small"),
        (12.1, "OVER", None),
        (7.9, "UNDER", None),
        (None, "PASS", "too_little_history"),
    ],
)
def test_a_side_is_recommended_only_beyond_the_least_edge(predicted, recommendation, reason):
    assert said(predicted, line=10.0) == (recommendation, reason)


@pytest.mark.parametrize(("enough", "said"), [(False, "PASS"), (True, "OVER")])
def test_an_edge_of_exactly_the_least_is_enough_only_where_the_system_says_so(enough, said):
    columns = (pd.Series([12.0]), pd.Series([10.0]), pd.Series([None], dtype=object))

    assert recommend(*columns, least_edge=2.0, enough=enough)["recommendation"].tolist() == [said]


def test_without_a_line_there_is_no_side():
    assert said(15.0, line=None) == ("NO_LINE", "no_line")


def test_features_that_are_not_ready_take_no_side_however_large_the_edge():
    assert said(20.0, line=10.0, not_ready="quality_too_low") == ("PASS", "quality_too_low")
    assert said(20.0, line=10.0) == ("OVER", None)


def test_what_is_missing_first_is_said_first():
    assert said(None, line=None, not_ready="quality_too_low") == ("PASS", "too_little_history")
    assert said(10.0, line=None, not_ready="quality_too_low") == ("NO_LINE", "no_line")
    assert said(10.0, line=10.0, not_ready="quality_too_low") == ("PASS", "quality_too_low")
