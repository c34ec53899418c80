"""What nobody could look at yet is unknown, with the reason: no zero, no calm sentence, and of no moment."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from client import Open
from faults.league_desk import TODAY
from reconciler import TOMORROW, Reconciler

from nba_pipeline.tables.predictions.player_prop_predictions import CONTRACT as PREDICTIONS

NEVER = date(2025, 12, 1)


@pytest.fixture
def unseen(reconciler: Reconciler) -> Reconciler:
    """The desk whose warehouse cannot be looked at, though the alerts can."""
    (reconciler.desk.pipeline.settings.home / "warehouse.duckdb").unlink()
    return reconciler


@pytest.mark.parametrize(
    ("path", "calm"),
    [
        ("/season", "Nothing is published yet"),
        ("/reliability?days=0", "No day was ever reconciled"),
        ("/rules/A2", "has no stored answer"),
        ("/ledger", "Nobody is expected"),
        ("/predictions", "No predictions"),
        ("/model", "Nothing can be scored"),
    ],
)
def test_a_page_of_which_nobody_could_see_anything_says_why_and_claims_nothing(
    browse: Open, unseen: Reconciler, path: str, calm: str
) -> None:
    html = browse(unseen).get(path).text

    assert "Nobody could look yet: There is no warehouse" in html
    assert calm not in html


@pytest.mark.parametrize("path", ["/", "/season", "/reliability?days=0", "/reliability", "/predictions"])
def test_a_page_is_of_no_moment_where_a_part_of_it_was_never_seen(browse: Open, unseen: Reconciler, path: str) -> None:
    html = browse(unseen).get(path).text

    assert "What is missing here was never seen." in html
    assert "What is shown is of" not in html
    assert "As of" not in html


def test_predictions_that_nobody_could_see_are_null_and_an_export_fails_with_the_reason(
    browse: Open, unseen: Reconciler
) -> None:
    told = browse(unseen).get(f"/api/predictions?date={TODAY}").json()
    export = browse(unseen).get(f"/predictions.csv?date={TODAY}")

    assert (told["predictions"], told["as_of"]) == (None, None)
    assert "There is no warehouse" in told["problem"]
    assert (export.status_code, export.json()["error"]["status"]) == (503, 503)
    assert "There is no warehouse" in export.json()["error"]["message"]


@pytest.mark.parametrize(("day", "why"), [(TODAY, "its receipt proves"), (NEVER, "it was never published, due since")])
def test_predictions_that_cannot_be_proven_are_null_and_an_export_fails_with_the_reason(
    browse: Open, reconciler: Reconciler, day: date, why: str
) -> None:
    with reconciler.desk.pipeline.open_engine() as engine:
        engine._rows(f"DELETE FROM {PREDICTIONS.name} WHERE player_id = 1000")  # noqa: S608

    told = browse(reconciler).get(f"/api/predictions?date={day}").json()
    export = browse(reconciler).get(f"/predictions.csv?date={day}")

    assert told["predictions"] is None
    assert told["unverified"].startswith(why.partition(",")[0])
    assert export.status_code == 404
    assert why in export.json()["error"]["message"]


def test_a_day_of_which_it_is_proven_that_nothing_was_predicted_is_empty(browse: Open, reconciler: Reconciler) -> None:
    reconciler.desk.morning(TOMORROW)

    told = browse(reconciler).get(f"/api/predictions?date={TOMORROW}").json()
    export = browse(reconciler).get(f"/predictions.csv?date={TOMORROW}")

    assert (told["predictions"], told["unverified"], told["problem"]) == ([], None, None)
    (header,) = csv.reader(io.StringIO(export.text))
    assert {column.name for column in PREDICTIONS.columns} < set(header)


def test_results_that_cannot_be_proven_are_missing_with_the_reason_on_every_way_out(
    browse: Open, reconciler: Reconciler
) -> None:
    with reconciler.desk.pipeline.open_engine() as engine:
        engine._rows(
            "DELETE FROM nba_predictions.prediction_accuracy WHERE game_date = $1 AND player_id = 1000", [TODAY]
        )
    client = browse(reconciler)
    told = client.get(f"/api/predictions?date={TODAY}").json()
    html = client.get(f"/predictions?date={TODAY}").text
    rows = list(csv.DictReader(io.StringIO(client.get(f"/predictions.csv?date={TODAY}").text)))

    assert {row["outcome"] for row in told["predictions"]} == {None}
    assert "its receipt proves" in told["results_missing"]
    assert f"not known, or not of all: {told['results_missing']}" in html
    assert {row["results_missing"] for row in rows} == {told["results_missing"]}


def test_results_that_are_all_there_need_no_reason(browse: Open, reconciler: Reconciler) -> None:
    client = browse(reconciler)
    told = client.get(f"/api/predictions?date={TODAY}").json()
    rows = list(csv.DictReader(io.StringIO(client.get(f"/predictions.csv?date={TODAY}").text)))

    assert told["results_missing"] is None
    assert "not known, or not of all" not in client.get(f"/predictions?date={TODAY}").text
    assert {row["results_missing"] for row in rows} == {""}
    assert len(rows) == len(told["predictions"]) > 0


def test_results_that_nobody_could_look_at_are_told_with_that_problem(browse: Open, reconciler: Reconciler) -> None:
    with reconciler.desk.pipeline.open_engine() as engine:
        engine._rows("DROP TABLE nba_predictions.prediction_accuracy")

    told = browse(reconciler).get(f"/api/predictions?date={TODAY}").json()
    html = browse(reconciler).get(f"/predictions?date={TODAY}").text

    assert len(told["predictions"]) > 0
    assert "prediction_accuracy was never made" in told["problem"]
    assert "prediction_accuracy was never made" in told["results_missing"]
    assert "Not from now." in html
    assert "What is missing here was never seen." in html
