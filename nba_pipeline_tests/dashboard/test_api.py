"""The endpoints: familiar shapes, one shape of error, and null for what is not known."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest
from accepting import accept_all
from backwards import read_backwards
from client import Open
from faults.league_desk import TODAY
from reconciler import Reconciler

from nba_pipeline.alerts.database import FILE


def test_a_day_is_told_in_the_familiar_shape(browse: Open, reconciler: Reconciler) -> None:
    reconciler.lose("player_boxscores")
    fresh = reconciler.of().document()

    (told,) = browse(reconciler).get(f"/api/reliability/reconciliation?date={TODAY}").json()["results"]

    assert (told["date"], told["status"], told["gaps_found"]) == (f"{TODAY}", "FAIL", fresh["gaps_found"])
    without_remedy = [{name: value for name, value in gap.items() if name != "remedy"} for gap in fresh["gaps"]]
    # what to do is said where it can be done
    assert told["gaps"] == sorted(without_remedy, key=lambda gap: (gap["phase"], gap["rule"]))


def test_an_accepted_gap_is_told_with_its_reason_and_stays_a_gap(browse: Open, reconciler: Reconciler) -> None:
    reconciler.lose("player_shot_zone_analysis")
    (gap,) = reconciler.of().gaps
    path = f"/api/reliability/reconciliation?date={TODAY}"
    (before,) = browse(reconciler).get(path).json()["results"]

    accept_all(reconciler, "nothing will fill it")

    (told,) = browse(reconciler).get(path).json()["results"]
    assert before["accepted"] == []
    assert (told["status"], told["gaps_found"]) == ("FAIL", 1)
    (accepted,) = told["accepted"]
    assert (accepted["rule_id"], accepted["reason"], accepted["accepted_by"]) == (
        gap.rule.id,
        "nothing will fill it",
        "Ann",
    )


def test_where_nobody_can_tell_what_was_accepted_it_is_null_with_the_problem(
    browse: Open, reconciler: Reconciler
) -> None:
    reconciler.lose("player_shot_zone_analysis")
    reconciler.of()
    (reconciler.desk.pipeline.settings.home / FILE).write_bytes(b"no database" * 100)

    document = browse(reconciler).get(f"/api/reliability/reconciliation?date={TODAY}").json()

    assert [(day["accepted"], day["gaps_found"]) for day in document["results"]] == [(None, 1)]
    assert "cannot be read or kept" in document["problem"]


def test_results_that_were_never_looked_at_are_of_no_moment_though_acceptances_were(
    browse: Open, reconciler: Reconciler
) -> None:
    (reconciler.desk.pipeline.settings.home / "warehouse.duckdb").write_bytes(b"torn" * 5000)

    document = browse(reconciler).get(f"/api/reliability/reconciliation?date={TODAY}").json()

    assert document["as_of"] is None
    assert "cannot be opened" in document["problem"]
    assert [day["status"] for day in document["results"]] == ["UNKNOWN"]


def test_what_was_never_evaluated_is_unknown_and_null(browse: Open, reconciler: Reconciler) -> None:
    client = browse(reconciler)

    results = client.get("/api/reliability/reconciliation?days=7").json()["results"]
    summary = client.get("/api/reliability/summary").json()

    assert {(r["status"], r["gaps_found"], r["gaps"]) for r in results} == {("UNKNOWN", None, None)}
    assert len(results) == 7
    assert summary["r007"] == {"date": f"{TODAY}", "gaps_found": None, "status": "UNKNOWN", "high_severity_count": None}


def test_the_summary_is_of_the_last_day_that_is_over(browse: Open, reconciler: Reconciler) -> None:
    reconciler.lose("player_boxscores")
    gaps = reconciler.of().gaps

    r007 = browse(reconciler).get("/api/reliability/summary").json()["r007"]

    high = sum(gap.severity == "HIGH" for gap in gaps)
    assert r007 == {"date": f"{TODAY}", "gaps_found": len(gaps), "status": "FAIL", "high_severity_count": high}


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("reliability/reconciliation?date=15/01/2026", "'15/01/2026' is no date; write it like 2026-01-15"),
        ("reliability/reconciliation?date=1946-11-01", "1946-11-01 is no game day; the first is 2015-10-01"),
        ("reliability/reconciliation?days=0", "days must be a whole number from 1 to 400"),
        ("reliability/reconciliation?days=99999999999999999999", "days must be a whole number from 1 to 400"),
        (f"reliability/reconciliation?days={5000 * '9'}", "days must be a whole number from 1 to 400"),
        ("reliability/reconciliation?days=00000199999999", "days must be a whole number from 1 to 400"),
        ("reliability/reconciliation?days=0000013000", "days must be a whole number from 1 to 400"),
        ("predictions?date=today'--", '"today\'--" is no date; write it like 2026-01-15'),
    ],
)
def test_bad_input_is_told_in_one_shape(browse: Open, reconciler: Reconciler, query: str, why: str) -> None:
    answer = browse(reconciler).get(f"/api/{query}")

    assert answer.status_code == 400
    assert answer.json() == {"error": {"status": 400, "message": why}}


def test_an_unknown_endpoint_has_the_same_shape(browse: Open, reconciler: Reconciler) -> None:
    answer = browse(reconciler).get("/api/nothing")

    assert (answer.status_code, answer.json()["error"]["status"]) == (404, 404)


def test_predictions_are_those_that_are_published_with_what_came_of_them(browse: Open, reconciler: Reconciler) -> None:
    published = reconciler.desk.rows("player_prop_predictions", TODAY)
    graded = {
        (g["player_id"], g["system_id"]): g["outcome"] for g in reconciler.desk.rows("prediction_accuracy", TODAY)
    }

    told = browse(reconciler).get(f"/api/predictions?date={TODAY}").json()

    assert told["unverified"] is None
    assert len(told["predictions"]) == len(published)
    assert {(p["player_id"], p["system_id"]): p["outcome"] for p in told["predictions"]} == graded


def test_a_day_without_games_says_so_and_asks_for_nothing(browse: Open, reconciler: Reconciler) -> None:
    free = TODAY + timedelta(days=1)
    reconciler.desk.morning(free)
    client = browse(reconciler)

    slate, ledger = client.get(f"/predictions?date={free}").text, client.get(f"/ledger?date={free}").text

    assert f"<p>No games, no predictions for {free}: no games are scheduled</p>" in slate
    assert f"nba run --date {free}" not in slate
    assert "Nobody is expected and nobody played: no games are scheduled." in ledger
    told = client.get(f"/api/predictions?date={free}").json()
    assert (told["empty"], told["predictions"]) == (f"No games, no predictions for {free}: no games are scheduled", [])


def test_the_slate_keeps_its_order_whichever_way_the_warehouse_reads_it(
    browse: Open, reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Edges that are equal, or unknown, as well."""
    before = browse(reconciler).get(f"/api/predictions?date={TODAY}").json()["predictions"]
    read_backwards(monkeypatch)

    assert browse(reconciler).get(f"/api/predictions?date={TODAY}").json()["predictions"] == before
    sizes = [abs(row["edge"]) for row in before if row["recommendation"] in ("OVER", "UNDER")]
    assert sizes == sorted(sizes, reverse=True)


def test_the_export_has_every_prediction(browse: Open, reconciler: Reconciler) -> None:
    answer = browse(reconciler).get(f"/predictions.csv?date={TODAY}")

    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert answer.headers["content-disposition"] == f'attachment; filename="predictions-{TODAY}.csv"'
    assert len(rows) == len(reconciler.desk.rows("player_prop_predictions", TODAY))


def test_health_tells_of_when_it_knows(browse: Open, reconciler: Reconciler) -> None:
    answer = browse(reconciler).get("/api/health")

    assert (answer.status_code, answer.json()["status"]) == (200, "ok")
    assert answer.json()["as_of"] == reconciler.desk.clock.now().isoformat()


def test_a_home_without_a_warehouse_is_unknown_and_says_so(browse: Open, reconciler: Reconciler) -> None:
    (reconciler.desk.pipeline.settings.home / "warehouse.duckdb").unlink()

    answer = browse(reconciler).get("/api/health")

    assert (answer.status_code, answer.json()["status"]) == (503, "unknown")
    assert "There is no warehouse" in answer.json()["problem"]
