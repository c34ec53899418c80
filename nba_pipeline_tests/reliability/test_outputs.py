"""What is said of each table of a day: by its receipt, its hour, its inputs, and what is on record as failed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

import pytest

from nba_pipeline.contracts import Phase, When
from nba_pipeline.game_day import Days, eastern
from nba_pipeline.registry import made, table
from nba_pipeline.reliability.outputs import Failure, Output, OutputState, TableDay, outputs
from nba_pipeline.reliability.phases import PhaseOfDay, phases
from nba_pipeline.warehouse.receipts import NO_GAPS, Receipt, State

MONDAY = date(2026, 1, 12)
TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
LATER = eastern(MONDAY + timedelta(days=10), time(12))
MISSING, BLOCKED, FAILED, EXPECTED = (
    OutputState.MISSING,
    OutputState.BLOCKED,
    OutputState.FAILED,
    OutputState.EXPECTED,
)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return eastern(day, time(hour, minute))


def receipt(name: str, day: date, state: State = State.COMPLETE, reason: str | None = None) -> Receipt:
    """The proof that a day of a table is published."""
    text = dict.fromkeys(("receipt_id", "publication_id", "content_hash", "code_version", "run_id"), "x")
    return Receipt(
        **text,
        table_name=table(name).name,
        game_date=day,
        revision=1,
        state=state,
        rows=3,
        reason=reason,
        gaps_json=NO_GAPS,
        inputs_json="{}",
        published_at=LATER,
    )


def published(*days: date, when: When = When.PREGAME | When.POSTGAME, without: str = "") -> dict[TableDay, Receipt]:
    """What these jobs make of these days, but for one table."""
    names = [m.contract.short_name for m in made(when) if m.contract.short_name != without]
    return {(table(name).name, day): receipt(name, day) for day in days for name in names}


def seen(
    receipts: Mapping[TableDay, Receipt],
    now: datetime = LATER,
    failures: Mapping[TableDay, Failure] | None = None,
    days: Days | None = None,
    unproven: Mapping[TableDay, str] | None = None,
) -> dict[tuple[str, date], Output]:
    """The outputs by their tables' short names."""
    found = outputs(days or Days(MONDAY, WEDNESDAY), receipts, now, failures or {}, unproven or {})
    return {(output.module.contract.short_name, day): output for (_, day), output in found.items()}


def phase(found: Mapping[TableDay, Output], of: Phase, day: date) -> PhaseOfDay:
    (one,) = [one for one in phases(found) if (one.phase, one.game_date) == (of, day)]
    return one


def failed(name: str, day: date, **changed: object) -> dict[TableDay, Failure]:
    return {(table(name).name, day): Failure(**{"by": "contract_holds", "reason": "the league is silent", **changed})}


@pytest.mark.parametrize(("name", "day", "hour"), [("schedule", MONDAY, 12), ("shot_zones", TUESDAY, 6)])
def test_a_table_is_expected_until_its_hour_and_missing_from_then_on(name: str, day: date, hour: int) -> None:
    before = seen({}, at(day, hour) - timedelta(seconds=1))[name, MONDAY]
    after = seen({}, at(day, hour))[name, MONDAY]

    assert (before.state, before.reason) == (EXPECTED, f"not due yet, due by {day} {hour:02}:00 Eastern")
    assert (after.state, after.reason) == (MISSING, f"never published, due since {day} {hour:02}:00 Eastern")


def test_in_the_morning_everything_is_expected() -> None:
    found = seen(published(MONDAY), at(TUESDAY, 11, 59))

    assert {output.state for (_, day), output in found.items() if day == TUESDAY} == {EXPECTED}
    assert {one.state for one in phases(found) if one.game_date == TUESDAY} == {EXPECTED}


def test_what_cannot_be_made_is_blocked_by_what_is_missing_first_and_not_by_what_lies_between() -> None:
    found = seen(published(MONDAY), at(TUESDAY, 12))

    assert found["schedule", TUESDAY].state is MISSING
    blocked = found["player_daily_cache", TUESDAY]
    assert (blocked.state, blocked.blocked_by) == (BLOCKED, ["nba_raw.schedule"])


def test_what_waits_for_a_table_that_is_only_expected_is_expected() -> None:
    assert seen({}, at(MONDAY, 11))["player_daily_cache", MONDAY].state is EXPECTED


def test_a_failure_is_told_before_the_hour_and_blocks_by_name() -> None:
    found = seen(published(MONDAY), at(TUESDAY, 11, 5), failed("schedule", TUESDAY))

    failure = found["schedule", TUESDAY]
    assert (failure.state, failure.reason) == (FAILED, "contract_holds: the league is silent")
    assert found["ml_feature_store_v2", TUESDAY].blocked_by == ["nba_raw.schedule"]
    assert phase(found, Phase.RAW, TUESDAY).state is FAILED
    assert phase(found, Phase.PREDICTIONS, TUESDAY).state is BLOCKED


def test_a_failure_for_want_of_an_input_is_blocked_by_the_input() -> None:
    found = seen(published(MONDAY, without="schedule"), failures=failed("player_daily_cache", TUESDAY))

    assert found["player_daily_cache", TUESDAY].state is BLOCKED


def test_a_hole_in_a_history_blocks_the_days_after_it_and_says_of_which_day_it_is() -> None:
    receipts = published(MONDAY, TUESDAY, without="player_game_summary") | published(MONDAY)
    found = seen(receipts, at(WEDNESDAY, 12))
    of_wednesday = found["player_daily_cache", WEDNESDAY].blocked_by

    assert found["player_game_summary", TUESDAY].state is MISSING
    assert set(of_wednesday) == {"nba_raw.schedule", f"nba_analytics.player_game_summary of {TUESDAY}"}


def test_what_lies_before_the_first_day_of_a_history_is_no_hole_in_it() -> None:
    found = seen(published(TUESDAY), at(WEDNESDAY, 12))

    assert found["player_daily_cache", WEDNESDAY].blocked_by == ["nba_raw.schedule"]


def test_what_is_refused_until_others_are_ready_is_blocked_by_the_check_that_refused_it() -> None:
    name = "player_prop_predictions"
    refused = failed(name, TUESDAY, by="phase_4_is_ready", reason="1 table is not ready", waits=True)
    found = seen(published(MONDAY, TUESDAY, without=name) | published(MONDAY), failures=refused)

    blocked = found[name, TUESDAY]
    assert (blocked.state, blocked.blocked_by) == (BLOCKED, ["phase_4_is_ready"])
    assert blocked.reason == "1 table is not ready"


def test_what_waits_for_a_refused_table_is_blocked_by_that_table() -> None:
    name = "player_prop_predictions"
    refused = failed(name, TUESDAY, by="phase_4_is_ready", waits=True)
    found = seen(published(TUESDAY, when=When.PREGAME, without=name), failures=refused)

    assert f"nba_predictions.{name}" in found["prediction_accuracy", TUESDAY].blocked_by


def test_what_is_published_stays_so_when_a_later_run_fails() -> None:
    assert seen(published(MONDAY), failures=failed("schedule", MONDAY))["schedule", MONDAY].state == "COMPLETE"


def test_nothing_is_due_of_the_summer() -> None:
    july = date(2026, 7, 15)
    found = seen({}, at(july, 23), days=Days.only(july))

    assert {output.state for output in found.values()} == {OutputState.EMPTY_OK}
    assert found["schedule", july].reason == "off-season, nothing is due"


def test_a_phase_of_which_a_job_made_only_a_part_so_far_is_expected() -> None:
    part = {key: one for key, one in published(MONDAY, when=When.PREGAME).items() if "schedule" in key[0]}
    found = seen(part, at(MONDAY, 11, 5))
    whole = seen(published(MONDAY, when=When.PREGAME), at(MONDAY, 11, 5))

    assert phase(found, Phase.RAW, MONDAY).state is EXPECTED
    assert phase(whole, Phase.RAW, MONDAY).state == "COMPLETE"
    assert phase(whole, Phase.GRADES, MONDAY).state is EXPECTED


def test_the_state_of_a_phase_is_that_of_its_worst_table() -> None:
    degraded = {(table("schedule").name, MONDAY): receipt("schedule", MONDAY, State.DEGRADED, "1 game is held back")}
    found = seen(published(MONDAY) | degraded)
    worse = seen(published(MONDAY, without="shot_zones") | degraded)

    assert phase(found, Phase.RAW, MONDAY).state is OutputState.DEGRADED
    assert phase(worse, Phase.RAW, MONDAY).state is MISSING
    assert [one.module.name for one in phase(worse, Phase.RAW, MONDAY).unwell] == [
        "nba_raw.schedule",
        "nba_raw.shot_zones",
    ]


def test_a_day_that_does_not_hold_what_its_receipt_proves_is_failed_and_blocks_like_one_never_published() -> None:
    name, doubt = table("player_game_summary").name, "its receipt proves 3 rows, it holds 2"
    found = seen(published(MONDAY, TUESDAY), unproven={(name, TUESDAY): doubt})

    failed = found["player_game_summary", TUESDAY]
    assert (failed.state, failed.reason, failed.rows) == (FAILED, doubt, None)
    assert f"{name} of {TUESDAY}" in found["player_daily_cache", WEDNESDAY].blocked_by
    assert found["player_game_summary", MONDAY].state == "COMPLETE"


def test_rows_without_a_receipt_are_failed() -> None:
    doubt = "it holds rows without a receipt"
    found = seen(published(MONDAY), unproven={(table("schedule").name, TUESDAY): doubt})

    assert (found["schedule", TUESDAY].state, found["schedule", TUESDAY].reason) == (FAILED, doubt)
