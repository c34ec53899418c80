"""Who has no line: nobody quotes him, or the source had none to give, which is another word with its reason."""

from __future__ import annotations

import pytest
from ledger_day import CONTEXT, GRADES, PROPS, ADay, words

from nba_pipeline.registry import table
from nba_pipeline.sources.live.odds_api import NO_KEY
from nba_pipeline.warehouse.absences import Absence


@pytest.mark.parametrize(
    ("kind", "what", "reason"),
    [
        (Absence.EMPTY, None, NO_KEY),
        (Absence.PART, "the points lines of BOS at ATL", "HTTP 500"),
        (Absence.PART, "the points lines of ATL at BOS", "HTTP 500"),
    ],
    ids=["the day", "his game", "his game, the sides confused"],
)
def test_who_has_no_line_because_none_was_to_be_had_is_told_so_with_the_reason(
    kind: Absence, what: str | None, reason: str
) -> None:
    day = ADay()
    day.change(CONTEXT, points_line=None)
    day.lack(PROPS, kind, what=what, reason=reason)

    ledger = day.ledger()

    assert words(ledger["Anna"]) == {"line": "lines_not_had"}
    assert ledger["Anna"]["because"] == f"nba_raw.points_props: {reason}"
    assert (words(ledger["Bert"]), ledger["Bert"]["because"]) == ({}, None), "who is quoted has lost nothing"


@pytest.mark.parametrize(
    ("kind", "what", "reason"),
    [
        (Absence.EMPTY, None, f"{table(PROPS).contract.may_be_empty}; 40 rows became 0: the books withdrew"),
        (Absence.PART, "the points lines of BOS at NYK", "HTTP 500"),
    ],
    ids=["nobody quotes the day", "another game"],
)
def test_who_is_quoted_by_nobody_has_no_line(kind: Absence, what: str | None, reason: str) -> None:
    day = ADay()
    day.change(CONTEXT, points_line=None)
    day.lack(PROPS, kind, what=what, reason=reason)

    anna = day.ledger()["Anna"]

    assert (words(anna), anna["because"]) == ({"line": "no_line"}, None)


@pytest.mark.parametrize(("kind", "word"), [(Absence.DAY, "not_published"), (Absence.HELD_BACK, "held_back")])
def test_lines_that_cannot_be_proven_are_a_loss(kind: Absence, word: str) -> None:
    day = ADay()
    day.change(CONTEXT, points_line=None)
    day.lack(PROPS, kind, reason="it was never published")

    anna = day.ledger()["Anna"]

    assert words(anna) == {"line": word}
    assert anna["because"] == "nba_raw.points_props: it was never published"


def test_a_loss_is_told_before_lines_that_were_not_had() -> None:
    day = ADay()
    day.change(CONTEXT, points_line=None)
    day.lack(PROPS, Absence.EMPTY, reason=NO_KEY)
    day.lack(GRADES, Absence.DAY, reason="it was never published")

    assert day.ledger()["Anna"]["because"] == f"{table(GRADES).name}: it was never published"
