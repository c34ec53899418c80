"""A gap that nothing will ever fill is accepted: told no more, shown as accepted, never a pass, and only that gap."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
import sqlalchemy as sa
from alerted import Nba, Operator
from reconciler import TODAY, TOMORROW, findings

from nba_pipeline.alerts.database import acceptances
from nba_pipeline.orchestration.alerting import Alerts

SUMMARY = "player_game_summary"
WHY = "the archive lacks it"
TOLD = f":warning: R-007: Pipeline Reconciliation Failed - {TODAY}"
ACCEPTED = f":ballot_box_with_check: Accepted: R-007: reconciliation of {TODAY}"


def lose_a_player(morning: Operator) -> str:
    """One more player is not in the summaries, and the day is reconciled; his name."""
    (lost, *_) = morning.reconciler.desk.rows(SUMMARY, TODAY)
    morning.reconciler.rewrite(SUMMARY, lambda rows: [r for r in rows if r["player_id"] != lost["player_id"]])
    morning.reconciler.of(TODAY)
    return lost["player_name"]


def later(morning: Operator) -> Operator:
    morning.reconciler.desk.clock.moment += timedelta(minutes=1)
    return morning


def accept(nba: Nba, *more: str) -> tuple[int, str]:
    said = nba("alerts", "accept", "--date", f"{TODAY}", *more)
    return said.exit_code, " ".join((said.stdout + said.stderr).split())


def of_the_day(told: list[str]) -> list[str]:
    return [header for header in told if header in (TOLD, ACCEPTED) or "R-007: reconciliation" in header]


@pytest.mark.slow
def test_an_accepted_gap_is_told_no_more_and_is_no_pass(morning: Operator, nba: Nba) -> None:
    lose_a_player(morning)
    assert TOLD in morning.look()
    gaps = findings(morning.reconciler.of(TODAY))

    code, said = accept(nba, "--reason", WHY, "--by", "Ann")

    assert code == 0, said
    assert f"accepted: {WHY}, by Ann, 2026-01-16 06:0" in said
    assert of_the_day(morning.look()) == [ACCEPTED]
    assert WHY in morning.last[2]
    later(morning).reconciler.of(TODAY)
    assert of_the_day(morning.look()) == []
    assert f"reconciliation:{TODAY}" not in morning.open
    assert set(gaps) == set(findings(later(morning).reconciler.of(TODAY))), "the gaps stay gaps"
    shown = nba("reconcile", "--date", f"{TODAY}")
    assert shown.exit_code == 1
    assert shown.stdout.startswith("FAIL")
    assert f"accepted: {WHY}, by Ann, 2026-01-16" in shown.stdout
    document = json.loads(nba("reconcile", "--date", f"{TODAY}", "--json").stdout)
    assert (document["status"], {one["accepted_by"] for one in document["accepted"]}) == ("FAIL", {"Ann"})
    assert f"accepted: {WHY}, by Ann" in nba("alerts").stdout


@pytest.mark.slow
def test_another_gap_of_the_same_rule_and_day_is_told_again(morning: Operator, nba: Nba) -> None:
    lose_a_player(morning)
    morning.look()
    accept(nba, "--reason", WHY)
    morning.look()

    second = lose_a_player(later(morning))

    assert TOLD in morning.look()
    assert "(more than was accepted)" in morning.last[2]
    assert any(second in missing for missing in findings(morning.reconciler.of(TODAY))["B1"])


@pytest.mark.slow
def test_what_is_new_under_an_accepted_rule_is_told_also_while_the_day_has_other_gaps(
    morning: Operator,
    nba: Nba,
) -> None:
    lose_a_player(morning)
    morning.look()
    assert accept(nba, "--reason", WHY, "--rule", "B1")[0] == 0
    assert of_the_day(morning.look()) == [], "the day's other gaps stand as they did"
    assert f"reconciliation:{TODAY}" in morning.open

    kept = morning.reconciler.desk.rows(SUMMARY, TODAY)[0]["player_id"]
    morning.reconciler.repeat_the_morning_after()
    morning.reconciler.rewrite(SUMMARY, lambda rows: [row for row in rows if row["player_id"] != kept])
    later(morning).reconciler.of(TODAY)

    assert TOLD in morning.look(), "another player, though not one more"
    assert "(more than was accepted)" in morning.last[2]


@pytest.mark.slow
def test_taking_it_back_tells_the_gap_again_and_keeps_that_it_was_accepted(
    morning: Operator,
    nba: Nba,
) -> None:
    lose_a_player(morning)
    morning.look()
    accept(nba, "--reason", WHY, "--by", "Ann")
    morning.look()

    code, said = accept(nba, "--undo", "--by", "Bob")

    assert (code, "told again from now on" in said) == (0, True)
    assert of_the_day(morning.look()) == [TOLD]
    with Alerts.of(morning.reconciler.desk.pipeline).database.reading() as connection:
        rows = connection.execute(sa.select(acceptances)).all()
    assert {(row.reason, row.accepted_by, row.undone_by) for row in rows} == {(WHY, "Ann", "Bob")}
    assert all(row.undone_at is not None for row in rows)
    code, said = accept(nba, "--undo")
    assert (code, f"no gap of {TODAY} is accepted" in said) == (2, True)


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ([], "say with --reason why nothing will ever fill the gap"),
        (["--reason", " "], "say with --reason why nothing will ever fill the gap"),
        (["--reason", WHY, "--rule", "E99"], f"the last reconciliation of {TODAY} found no gap for E99 to accept"),
        (["--undo"], f"no gap of {TODAY} is accepted"),
    ],
)
def test_what_cannot_be_accepted_is_refused(morning: Operator, nba: Nba, more: list[str], why: str) -> None:
    lose_a_player(morning)

    code, said = accept(nba, *more)

    assert (code, why in said) == (2, True), said


def test_a_day_that_was_never_reconciled_has_nothing_to_accept(morning: Operator, nba: Nba) -> None:
    code, said = accept(nba, "--reason", WHY)

    assert (code, f"{TODAY} was never reconciled" in said) == (2, True)


def test_a_check_that_could_not_run_cannot_be_accepted(
    morning: Operator,
    nba: Nba,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("the ledger is torn")

    monkeypatch.setattr("nba_pipeline.reliability.reconciliation.keep", fail)
    lose_a_player(morning)

    code, said = accept(nba, "--reason", WHY)

    assert (code, f"could not run on {TODAY}: nobody knows what is missing" in said) == (2, True)
    assert accept(nba, "--reason", WHY, "--rule", "B1")[0] == 0


def test_alerts_that_were_kept_before_gaps_could_be_accepted_are_read(morning: Operator, nba: Nba) -> None:
    lose_a_player(morning)
    morning.look()
    database = Alerts.of(morning.reconciler.desk.pipeline).database
    with database.writing() as connection:
        acceptances.drop(connection)

    shown = nba("alerts", "--json")

    assert json.loads(shown.stdout)["accepted"] == []
    assert morning.at(TOMORROW, 6, 10).look() == []
    assert accept(nba, "--reason", WHY)[0] == 0
