"""A part of a day that could not be made and is no game is named, and the day is DEGRADED."""

from __future__ import annotations

from builders import DAY, TODAY, all_receipts, frame, game, games, publish_rows, receipt_of

from nba_pipeline.warehouse.receipts import Gap, State

FAILED = {DAY: {"system ensemble_v1": "ZeroDivisionError: nothing to divide by"}}
SENTENCE = "without system ensemble_v1 (ZeroDivisionError: nothing to divide by)"


def test_the_rest_of_the_day_is_published_and_the_part_is_named(engine):
    publish_rows(engine, TODAY, frame(game("G1")), missing=FAILED)

    receipt = receipt_of(engine)
    assert (receipt.state, receipt.reason, receipt.gaps) == (State.DEGRADED, SENTENCE, ())
    assert receipt.missing == FAILED[DAY]
    assert receipt.rows == len(game("G1"))


def test_missing_games_are_named_beside_it(engine):
    publish_rows(engine, TODAY, frame(game("G1")), missing=FAILED, expected_games=games(engine, "G1", "G2"))

    receipt = receipt_of(engine)
    assert receipt.reason == f"1 games missing: G2 (no rows); {SENTENCE}"
    assert (receipt.gaps, receipt.missing) == ((Gap("G2", "no rows"),), FAILED[DAY])


def test_a_day_of_which_nothing_could_be_made_is_refused(engine):
    publication = publish_rows(engine, TODAY, frame([]), missing=FAILED)

    assert publication.refused == {DAY: f"nothing could be made: {SENTENCE}"}
    assert receipt_of(engine) is None


def test_a_part_that_fails_today_does_not_take_away_what_was_published(engine):
    publish_rows(engine, TODAY, frame([*game("G1"), *game("G2")]))

    publication = publish_rows(engine, TODAY, frame(game("G1")), missing=FAILED)

    assert f"without a reason ({SENTENCE})" in publication.refused[DAY]
    assert [receipt["state"] for receipt in all_receipts(engine)] == ["COMPLETE"]


def test_a_day_is_whole_again_when_the_part_is_made(engine):
    publish_rows(engine, TODAY, frame(game("G1")), missing=FAILED)
    publish_rows(engine, TODAY, frame([*game("G1"), *game("G2")]))

    receipt = receipt_of(engine)
    assert (receipt.state, receipt.reason, receipt.missing) == (State.COMPLETE, None, {})


def test_what_the_source_owed_and_tells_later_is_the_reason_of_the_change(engine):
    owed = {DAY: {"the league's boxscore of game G1": "HTTP 404; told by another", "the odds of G2": "HTTP 500"}}
    publish_rows(engine, TODAY, frame(game("G1")), missing=owed, from_source=True)
    less = {DAY: {"the odds of G2": "HTTP 500"}}
    publish_rows(engine, TODAY, frame([*game("G1"), *game("G2")]), missing=less, from_source=True)

    receipt = receipt_of(engine)
    assert receipt.state is State.DEGRADED
    assert receipt.reason == "without the odds of G2 (HTTP 500); now with the league's boxscore of game G1"


def test_a_day_that_is_as_it_was_is_not_said_to_have_changed(engine):
    publish_rows(engine, TODAY, frame(game("G1")), missing=FAILED, from_source=True)
    publish_rows(engine, TODAY, frame(game("G1")), from_source=True)

    assert receipt_of(engine).reason is None


def test_a_day_without_rows_that_lacks_a_part_and_games_names_both(engine):
    publication = publish_rows(engine, TODAY, frame([]), missing=FAILED, expected_games=games(engine, "G1"))

    assert publication.refused == {DAY: f"nothing could be made: 1 games missing: G1 (no rows); {SENTENCE}"}
