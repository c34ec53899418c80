"""The game is the unit of quarantine: held back whole, with the reason, and the day's other games are published."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pyarrow as pa
import pytest
from bigquery_server import REAL_PROJECT
from builders import (
    DAY,
    NOON,
    RATINGS,
    REPORT,
    THREE_DAYS,
    TODAY,
    TOMORROW,
    YESTERDAY,
    findings,
    game,
    games,
    publish_rows,
    quarantine,
    receipt_of,
    row,
    shown,
)

from nba_pipeline.warehouse.receipts import Gap, State

# One cell of a row, and what must be said of its game.
ABSURD_VALUES = [
    ({"points": 101}, "points is above 100"),
    ({"points": -1}, "points is below 0"),
    ({"minutes": 75.1}, "minutes is above 75"),
    ({"minutes": float("nan")}, "minutes is not a number"),
    ({"minutes": float("inf")}, "minutes is not a number"),
    ({"edge": float("-inf")}, "edge is not a number"),
    ({"player_id": 0}, "player_id is below 1"),
    ({"player_id": None}, "player_id is null"),
    ({"starter": None}, "starter is null"),
    ({"status": None}, "status is null"),
    ({"status": "BENCHED"}, "status is not one of PLAYED, DNP"),
]


def test_a_game_with_an_absurd_value_is_held_back_whole_and_the_others_are_published(engine):
    absurd = [row(1, "G2"), row(2, "G2", points=1000)]

    publication = publish_rows(engine, TODAY, [*game("G1"), *absurd])

    receipt = publication.receipts[DAY]
    assert (receipt.state, receipt.rows) == (State.DEGRADED, 2)
    assert receipt.reason == "1 games missing: G2 (points is above 100)"
    assert receipt.gaps == (Gap("G2", "points is above 100"),)
    assert receipt == receipt_of(engine)
    assert shown(engine).rows == game("G1")


def test_every_absurd_value_holds_its_game_back_with_its_reason(engine):
    absurd = {f"G{number:02}": (cells, reason) for number, (cells, reason) in enumerate(ABSURD_VALUES, start=2)}
    rows = [row(game=name, **{"player_id": 1} | cells) for name, (cells, _) in absurd.items()]

    publish_rows(engine, TODAY, [*game("G01"), *rows])

    assert {gap.game_id: gap.reason for gap in receipt_of(engine).gaps} == {
        name: reason for name, (_, reason) in absurd.items()
    }
    assert shown(engine).rows == game("G01")


def test_a_number_too_large_for_the_hash_is_held_back(engine):
    publish_rows(engine, TODAY, [*game("G1"), row(game="G2", edge=1e300)])

    assert [gap.game_id for gap in receipt_of(engine).gaps] == ["G2"]
    assert shown(engine).rows == game("G1")


@pytest.mark.parametrize(
    "cells",
    [
        {"points": 0, "minutes": 0.0},
        {"points": 100, "minutes": 75.0},
        {"points": None, "minutes": None, "player_name": None, "note": "", "edge": None, "seen_at": None},
    ],
    ids=["lowest", "highest", "missing where it may be"],
)
def test_values_at_their_bounds_are_published(engine, cells):
    publish_rows(engine, TODAY, [row(**cells)])
    assert shown(engine).rows == [row(**cells)]


def test_the_rows_of_a_held_back_game_are_kept_as_json(engine):
    absurd = [row(1, "G2"), row(2, "G2", points=1000, note='say "when"', seen_at=None)]

    receipt = publish_rows(engine, TODAY, [*game("G1"), *absurd]).receipts[DAY]

    kept = quarantine(engine)
    assert [cells["game_id"] for cells in kept] == ["G2", "G2"]
    for cells in kept:
        assert (cells["table_name"], cells["game_date"]) == ("nba_test.player_lines", DAY)
        assert (cells["publication_id"], cells["quarantined_at"]) == (receipt.publication_id, NOON)
        assert (cells["reason"], cells["item"]) == ("points is above 100", None)
    for cells, original in zip(kept, absurd, strict=True):
        whole = json.loads(cells["row"])
        assert {name: whole[name] for name in ("player_id", "points", "minutes", "note", "starter")} == {
            name: original[name] for name in ("player_id", "points", "minutes", "note", "starter")
        }
    assert [json.loads(cells["row"])["seen_at"] for cells in kept] == ["2026-01-15 14:30:01+00", None]


def test_the_rows_of_a_game_with_a_value_that_is_no_number_are_still_json(engine):
    if engine.name == "bigquery" and not REAL_PROJECT:
        pytest.skip("the emulator writes NaN as it is into JSON; BigQuery itself makes it a text")
    publish_rows(engine, TODAY, [*game("G1"), row(game="G2", minutes=float("nan"))])

    def no_constant(name: str) -> None:
        raise AssertionError(f"{name} is not JSON")

    (kept,) = quarantine(engine)
    assert json.loads(kept["row"], parse_constant=no_constant)["player_id"] == 1


def test_a_game_that_the_table_itself_holds_back_is_named_with_the_tables_reason(engine):
    asked = []

    def held_back(stage):
        asked.extend(engine.fetch(stage).to_pylist())
        return findings(engine, {"G2": "rosters only"})

    publish_rows(engine, TODAY, [*game("G1"), *game("G2")], held_back=held_back)

    assert len(asked) == 4
    assert receipt_of(engine).gaps == (Gap("G2", "rosters only"),)
    assert shown(engine).rows == game("G1")
    assert [cells["reason"] for cells in quarantine(engine)] == ["rosters only"] * 2


def test_an_expected_game_without_rows_is_a_gap(engine):
    publish_rows(engine, TODAY, game("G1"), expected_games=games(engine, "G1", "G2", "G3"))

    receipt = receipt_of(engine)
    assert receipt.state == State.DEGRADED
    assert receipt.gaps == (Gap("G2", "no rows"), Gap("G3", "no rows"))
    assert receipt.reason == "2 games missing: G2 (no rows), G3 (no rows)"


def test_a_held_back_game_keeps_its_reason_although_it_was_expected(engine):
    rows = [*game("G1"), row(game="G2", points=1000)]
    publish_rows(engine, TODAY, rows, expected_games=games(engine, "G1", "G2"))
    assert receipt_of(engine).gaps == (Gap("G2", "points is above 100"),)


def test_a_day_of_which_all_expected_games_are_missing_is_refused(engine):
    publication = publish_rows(engine, TODAY, [], expected_games=games(engine, "G1", "G2"))

    sentence = "none of 2 expected games can be published: G1 (no rows), G2 (no rows)"
    assert publication.refused == {DAY: sentence}
    assert receipt_of(engine) is None


def test_a_day_of_which_all_games_are_held_back_is_refused_and_its_rows_are_kept(engine):
    publication = publish_rows(engine, TODAY, [row(points=1000), row(2)])

    assert publication.refused == {DAY: "none of 1 expected games can be published: G1 (points is above 100)"}
    assert [cells["game_id"] for cells in quarantine(engine)] == ["G1", "G1"]
    assert shown(engine, TODAY).rows == []


def test_a_game_that_an_input_lacks_already_is_a_gap_with_the_inputs_reason(engine):
    lacking = {DAY: {"G2": "nba_raw.player_boxscores: rosters only"}}

    publish_rows(engine, TODAY, game("G1"), expected_games=games(engine, "G1", "G2"), inherited=lacking)

    assert receipt_of(engine).gaps == (Gap("G2", "nba_raw.player_boxscores: rosters only"),)


def test_a_day_whose_every_missing_game_is_explained_by_its_inputs_may_be_empty(engine):
    lacking = {DAY: {"G1": "nba_raw.player_boxscores: no rows"}}

    publish_rows(engine, TODAY, [], expected_games=games(engine, "G1"), inherited=lacking)

    receipt = receipt_of(engine)
    assert (receipt.state, receipt.rows) == (State.EMPTY_OK, 0)
    assert receipt.reason == "1 games missing: G1 (nba_raw.player_boxscores: no rows)"
    assert receipt.gaps == (Gap("G1", "nba_raw.player_boxscores: no rows"),)


def test_a_missing_game_that_no_input_explains_refuses_the_empty_day(engine):
    lacking = {DAY: {"G1": "nba_raw.player_boxscores: no rows"}}

    publication = publish_rows(engine, TODAY, [], expected_games=games(engine, "G1", "G2"), inherited=lacking)

    assert publication.refused[DAY].startswith("none of 2 expected games can be published: G1 (nba_raw.")


def test_games_of_which_the_source_has_nothing_are_gaps_with_that_reason(engine):
    absent = {DAY: "the source has no boxscores of the day"}

    publish_rows(engine, TODAY, [], expected_games=games(engine, "G1"), empty_reasons=absent)

    assert receipt_of(engine).state == State.EMPTY_OK
    assert receipt_of(engine).gaps == (Gap("G1", "the source has no boxscores of the day"),)


def test_a_game_that_comes_back_whole_completes_its_day(engine):
    publish_rows(engine, TODAY, [*game("G1"), row(game="G2", points=1000)])

    publish_rows(engine, TODAY, [*game("G1"), *game("G2")])

    receipt = receipt_of(engine)
    assert (receipt.state, receipt.rows, receipt.gaps) == (State.COMPLETE, 4, ())


def test_a_gap_on_one_day_degrades_no_other(engine):
    rows = [row(day=YESTERDAY), row(day=DAY), row(game="G2", day=DAY, points=1000), row(day=TOMORROW)]

    publication = publish_rows(engine, THREE_DAYS, rows)

    assert {day: receipt.state for day, receipt in publication.receipts.items()} == {
        YESTERDAY: State.COMPLETE,
        DAY: State.DEGRADED,
        TOMORROW: State.COMPLETE,
    }


def test_a_game_held_back_on_one_day_does_not_vanish_from_another(engine):
    rows = [*game("G1", day=YESTERDAY), row(1, "G2", YESTERDAY, points=1000), *game("G1"), *game("G2")]

    publish_rows(engine, THREE_DAYS, rows, empty_reasons={TOMORROW: "no games"})

    named = [gap.game_id for gap in receipt_of(engine).gaps]
    served = [cells["game_id"] for cells in shown(engine, TODAY).rows]
    assert sorted({*named, *served}) == ["G1", "G2"]


def report(player: int, game: str | None, reason: str | None = None) -> dict:
    return {"game_date": DAY, "game_id": game, "player_id": player, "reason": reason}


def test_rows_without_a_game_stay_when_a_game_is_held_back(engine):
    publish_rows(engine, TODAY, [report(1, "G1"), report(2, None), report(0, "G2")], REPORT)

    assert [cells["player_id"] for cells in shown(engine, TODAY, REPORT).rows] == [1, 2]
    assert receipt_of(engine, table=REPORT).gaps == (Gap("G2", "player_id is below 1"),)


def test_a_quarantined_row_keeps_its_own_words_beside_the_reason(engine):
    publish_rows(engine, TODAY, [report(1, "G1"), report(0, "G2", "left ankle")], REPORT)

    (kept,) = quarantine(engine)
    assert kept["reason"] == "player_id is below 1"
    assert json.loads(kept["row"])["reason"] == "left ankle"


@pytest.mark.parametrize(
    ("rating", "reason"),
    [
        (-0.5, "rating is below 0"),
        (float("nan"), "rating is not a number"),
        (float("inf"), "rating is not a number"),
    ],
)
def test_an_absurd_value_that_belongs_to_no_game_refuses_its_day(engine, rating, reason):
    rows = [{"game_date": day, "team": "BOS", "rating": rating if day == DAY else 1.0} for day in THREE_DAYS]

    publication = publish_rows(engine, THREE_DAYS, rows, RATINGS)

    assert publication.refused == {DAY: reason}
    assert list(publication.receipts) == [YESTERDAY, TOMORROW]


def test_input_rows_that_the_table_cannot_take_are_set_aside_by_name(engine):
    unknown = {"game_date": DAY, "game_id": "G1", "item": "J. Nobody", "reason": "the name does not resolve"}
    unknown = engine.upload(pa.Table.from_pylist([unknown]))

    publication = publish_rows(engine, TODAY, game("G1"), set_aside=unknown)

    assert publication.set_aside == 1
    assert publication.receipts[DAY].state == State.COMPLETE
    (kept,) = quarantine(engine)
    assert kept == {
        "publication_id": publication.receipts[DAY].publication_id,
        "table_name": "nba_test.player_lines",
        "game_date": DAY,
        "game_id": "G1",
        "item": "J. Nobody",
        "reason": "the name does not resolve",
        "row": None,
        "quarantined_at": datetime(2026, 1, 16, 12, tzinfo=UTC),
    }
