"""Several questions are one query, and each is answered as if it had been asked alone."""

from __future__ import annotations

import math

import pytest
from bigquery_server import REAL_PROJECT
from builders import (
    DAY,
    RATINGS,
    TABLE,
    THREE_DAYS,
    TODAY,
    YESTERDAY,
    all_receipts,
    frame,
    game,
    publish_rows,
    receipt_of,
    reopened,
    row,
    shown,
)

from nba_pipeline.warehouse.engine import Engine
from nba_pipeline.warehouse.questions import answers
from nba_pipeline.warehouse.reading import Wanted, read, read_together
from nba_pipeline.warehouse.receipts import RECEIPTS

RATED = [{"game_date": DAY, "team": team, "rating": rating} for team, rating in (("BOS", 1.5), ("NYK", 0.0))]


def in_order(rows: list[dict]) -> list[dict]:
    return sorted(
        rows, key=lambda cells: str([cells[name] for name in ("game_date", "player_id", "team") if name in cells])
    )


def asked_of(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What the engine is asked to fetch from now on."""
    honest, asked = engine.fetch, []

    def fetch(rows):
        asked.append(rows)
        return honest(rows)

    monkeypatch.setattr(engine, "fetch", fetch)
    return asked


def test_each_question_is_answered_as_if_it_were_asked_alone(engine) -> None:
    empty = dict.fromkeys(("player_name", "note", "points", "minutes", "edge", "seen_at"))
    lines = [*game("G1"), row(3, day=YESTERDAY, **empty)]
    questions = {
        "lines": engine.upload(frame(lines)),
        "ratings": engine.upload(frame(RATED, RATINGS)),
        "nothing": engine.upload(frame([])),
    }

    together = answers(engine, questions)

    assert list(together) == list(questions)
    for name, question in questions.items():
        assert in_order(together[name].to_pylist()) == in_order(engine.fetch(question).to_pylist()), name
    assert in_order(together["lines"].to_pylist()) == in_order(lines)


def test_what_fails_one_question_is_an_error_and_no_empty_answer(engine) -> None:
    publish_rows(engine, TODAY, game("G1"))
    good = engine.slice(TABLE.name, TABLE.schema(), TODAY)
    gone = engine.slice("nba_test.never_made", TABLE.schema(), TODAY)

    with pytest.raises(Exception, match="never_made"):
        answers(engine, {"good": good, "gone": gone})


def test_several_tables_are_read_with_one_query_each_as_by_itself(engine, monkeypatch) -> None:
    publish_rows(engine, THREE_DAYS, [row(day=day) for day in THREE_DAYS])
    publish_rows(engine, TODAY, frame(RATED, RATINGS), RATINGS)
    alone = [read(engine, TABLE, TODAY), read(engine, RATINGS, THREE_DAYS)]
    asked = asked_of(engine, monkeypatch)

    together = read_together(engine, [Wanted(TABLE, TODAY), Wanted(RATINGS, THREE_DAYS)])

    assert len(asked) == 1
    assert [together[TABLE.name], together[RATINGS.name]] == alone
    assert [receipt.game_date for receipt in together[TABLE.name].receipts] == [DAY]
    assert len(together[RATINGS.name].unverified) == 2


def test_a_stage_is_audited_with_one_query(engine, monkeypatch) -> None:
    publish_rows(engine, TODAY, game("G1"))
    asked = asked_of(engine, monkeypatch)

    published = publish_rows(engine, TODAY, game("G1", players=3))

    assert len(asked) == 1
    assert (published.receipts[DAY].revision, published.receipts[DAY].rows) == (2, 3)


@pytest.mark.parametrize("minutes", [math.nan, math.inf])
def test_a_game_that_cannot_be_hashed_is_held_back_and_the_others_are_hashed_as_if_it_were_not_there(
    engine, minutes: float
) -> None:
    published = publish_rows(engine, TODAY, [*game("G1"), *game("G2", minutes=minutes)])
    degraded = receipt_of(engine)
    assert (degraded.rows, [gap.game_id for gap in degraded.gaps]) == (2, ["G2"])
    assert published.refused == {}

    publish_rows(engine, TODAY, game("G1"), accept_shrink="the other game is not known")

    assert {receipt["content_hash"] for receipt in all_receipts(engine)} == {degraded.content_hash}


def test_the_mark_of_a_ledger_changes_when_it_grows_and_not_when_it_is_read(engine) -> None:
    if engine.name == "bigquery" and not REAL_PROJECT:
        pytest.skip("the emulator tells of a table what was so when it was made; BigQuery itself tells what is so")
    publish_rows(engine, TODAY, game("G1"))
    engine.__exit__()
    with reopened(engine, read_only=True) as reader:
        before = reader.mark([RECEIPTS])
        shown(reader)
        assert reader.mark([RECEIPTS]) == before

    with reopened(engine) as writer:
        publish_rows(writer, TODAY, game("G1", players=5))

    with reopened(engine, read_only=True) as reader:
        assert reader.mark([RECEIPTS]) != before
