"""The ledger of a day that was lived through: every loss by its name, and nobody unaccounted for but who was lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from faults.league import moment
from faults.league_desk import Desk
from kept_ledger import told
from reconciler import TODAY, Reconciler, answer

from nba_pipeline.cli.run import execute
from nba_pipeline.contracts import Phase
from nba_pipeline.game_day import Days
from nba_pipeline.registry import table
from nba_pipeline.reliability.ledger import LEDGER, keep
from nba_pipeline.reliability.results import RuleStatus
from nba_pipeline.sources.base import Unanswered
from nba_pipeline.sources.live.odds_api import NO_KEY
from nba_pipeline.systems.roster import SYSTEMS
from nba_pipeline.tables.predictions import player_prop_predictions as predictions
from nba_pipeline.tables.reliability.player_ledger import PHASES, SYSTEM_COLUMNS
from nba_pipeline.warehouse.receipts import State

PLAYERS = 36
UNACCOUNTED = "nobody_is_unaccounted_for"
LEARNED = ["points_model_v1", "ensemble_v1", "market_aware_v1"]  # the fortnight is too short for a model


def counted(desk: Desk, phase: str) -> dict[str, int]:
    return next(dict(one.reasons) for one in told(desk).phases if one.name == phase)


def test_both_daily_jobs_make_the_ledger_and_nobody_is_unaccounted_for(reconciler: Reconciler) -> None:
    (receipt,) = reconciler.desk.look(LEDGER, TODAY).receipts
    rows = reconciler.desk.rows(LEDGER, TODAY)

    assert (receipt.state, receipt.rows, receipt.revision) == (State.COMPLETE, PLAYERS, 2)
    assert all(row["is_accounted"] and row["is_expected"] for row in rows)
    assert {row["boxscore"] for row in rows} == {"there"}


def test_before_the_games_it_says_how_far_everybody_has_come(afternoon: Reconciler) -> None:
    day = told(afternoon.desk)

    assert {one.name: dict(one.reasons) for one in day.phases if one.reasons} == {
        "line": {"no_line": 12},
        **{f"system_{system}": {"too_little_history": PLAYERS} for system in LEARNED},
        **{phase: {"not_over_yet": PLAYERS} for phase in ("boxscore", "summary", "grade")},
    }
    assert (day.lost, day.unaccounted) == ([], [])


def test_a_boxscore_that_did_not_come_is_named(afternoon: Reconciler) -> None:
    desk = afternoon.desk
    desk.league.lose_boxscores(of=desk.league.games(TODAY)[0])
    desk.morning_after(TODAY)

    assert [counted(desk, phase) for phase in ("boxscore", "summary", "grade")] == [{"missing_boxscore": 18}] * 3
    assert {row["because"] for row in told(desk).lost} == {"nba_raw.player_boxscores: no rows"}


def test_rosters_without_minutes_are_named_as_held_back(afternoon: Reconciler) -> None:
    desk = afternoon.desk
    desk.league.send_rosters_only(of=desk.league.games(TODAY)[0])
    desk.morning_after(TODAY)

    assert [counted(desk, phase) for phase in ("boxscore", "summary", "grade")] == [{"held_back": 18}] * 3
    (why,) = {row["because"] for row in told(desk).lost}
    assert why.startswith("nba_raw.player_boxscores: rosters only: ")


def test_a_postponed_game_is_named(afternoon: Reconciler) -> None:
    desk = afternoon.desk
    postponed = desk.league.games(TODAY)[0]
    call_off = {"status": "UPCOMING", "postponed": True, "home_score": None, "away_score": None}
    desk.league.change(
        "schedule", lambda rows: [r | call_off if r["game_id"] == postponed.game_id else r for r in rows]
    )
    desk.league.lose_boxscores(of=postponed)
    desk.morning_after(TODAY)

    assert counted(desk, "boxscore") == {"game_postponed": 18}
    assert counted(desk, "grade") == {}
    assert told(desk).lost == []


def test_a_name_that_does_not_resolve_is_named(desk: Desk) -> None:
    stranger = {"player_name": "Nobody Knows", "player_lookup": "nobodyknows"}
    desk.league.change(
        "points_props", lambda rows: [r | stranger if "Playera" in r["player_name"] else r for r in rows]
    )
    desk.morning(TODAY)

    strangers = [row for row in told(desk).rows if row["player_id"] is None]

    assert [row["subject"] for row in strangers] == ["nobodyknows"] * 2
    assert {row[phase] for row in strangers for phase in PHASES} == {"unresolved_name", "not_over_yet"}
    assert counted(desk, "line")["no_line"] == 16


def test_lines_that_the_source_cannot_have_are_no_books_silence(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.league.change("points_props", lambda _: [])
    monkeypatch.setattr(
        desk.league, "absence", lambda kind, _: NO_KEY if kind in ("points_props", "shot_zones") else None
    )
    desk.morning(TODAY)

    assert counted(desk, "line") == {"lines_not_had": PLAYERS}
    assert {row["because"] for row in told(desk).rows} == {f"nba_raw.points_props: {NO_KEY}"}
    assert told(desk).lost == []


def test_a_day_that_no_book_quotes_is_the_books_silence(desk: Desk) -> None:
    desk.league.change("points_props", lambda _: [])
    desk.morning(TODAY)

    assert counted(desk, "line") == {"no_line": PLAYERS}


def test_only_the_game_whose_lines_did_not_come_is_without_them_for_that_reason(desk: Desk) -> None:
    lost, kept = desk.league.games(TODAY)
    part = Unanswered(TODAY, f"the points lines of {lost.away} at {lost.home}", "HTTP 500")
    desk.league.leave_unanswered("points_props", lost, part)
    desk.morning(TODAY)

    rows = told(desk).rows
    assert {row["line"] for row in rows if row["game_id"] == lost.game_id} == {"lines_not_had"}
    assert {row["line"] for row in rows if row["game_id"] == kept.game_id} == {"there", "no_line"}
    assert {row["because"] for row in rows} == {"nba_raw.points_props: HTTP 500", None}


def test_a_system_that_fails_is_named(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise ValueError("no such zone")

    failing, *others = SYSTEMS
    monkeypatch.setattr(predictions, "SYSTEMS", (replace(failing, predict=broken), *others))
    desk.morning(TODAY)

    assert counted(desk, SYSTEM_COLUMNS[failing.system_id]) == {"system_failed": PLAYERS}
    assert {row["because"] for row in told(desk).lost} == {f"{failing.system_id}: ValueError: no such zone"}


def test_a_run_that_fails_is_followed_by_a_ledger_of_what_it_could_not_make(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("the slate is broken")

    monkeypatch.setattr(predictions, "_players", broken)
    desk.clock.moment = moment(TODAY, 16)

    outcomes = execute(desk.pipeline, [("pregame", Days.only(TODAY)), ("postgame", Days.only(TODAY))])

    assert [(outcome.job, outcome.exit_code) for outcome in outcomes] == [("pregame", 2), ("ledger", 0)]
    rows = desk.rows(LEDGER, TODAY)
    assert {row["features"] for row in rows} == {"there"}
    assert {row[column] for row in rows for column in SYSTEM_COLUMNS.values()} == {"not_published"}


@pytest.mark.parametrize(
    ("name", "phase", "players"),
    [
        ("player_daily_cache", "daily_cache", PLAYERS),
        ("player_prop_predictions", "system_moving_average", PLAYERS),
        ("player_boxscores", "boxscore", PLAYERS),
        ("prediction_accuracy", "grade", PLAYERS),
    ],
)
def test_a_day_of_a_table_that_is_gone_is_named(reconciler: Reconciler, name: str, phase: str, players: int) -> None:
    reconciler.lose(name)

    assert counted(reconciler.desk, phase) == {"not_published": players}
    assert {row["because"] for row in told(reconciler.desk).lost} == {f"{table(name).name}: it was never published"}


def test_only_a_ledger_that_is_out_of_date_is_made_again(reconciler: Reconciler) -> None:
    days = Days(TODAY - timedelta(days=3), TODAY)
    with reconciler.desk.pipeline.open_engine() as engine:
        assert keep(engine, reconciler.desk.clock, days, "test") is None
    reconciler.lose("player_daily_cache")
    with reconciler.desk.pipeline.open_engine() as engine:
        made = keep(engine, reconciler.desk.clock, days, "test")
        assert made is not None
        assert list(made.receipts) == [TODAY]


@pytest.mark.parametrize(
    "name", ["upcoming_player_game_context", "player_daily_cache", "ml_feature_store_v2", "player_prop_predictions"]
)
def test_a_player_who_disappears_without_a_word_is_a_high_gap_by_name(reconciler: Reconciler, name: str) -> None:
    lost = reconciler.desk.rows("upcoming_player_game_context", TODAY)[0]
    reconciler.rewrite(name, lambda rows: [row for row in rows if row["player_id"] != lost["player_id"]])

    result = answer(reconciler.of(), UNACCOUNTED)

    assert (result.status, result.severity, result.missing) == (RuleStatus.FAIL, "HIGH", [lost["player_name"]])
    assert result.message == f"Unaccounted for: 1 players: [{lost['player_name']}]"


DIFFERENCES = [
    ("upcoming_player_game_context", "the_ledger_has_the_players_of_the_context"),
    ("player_daily_cache", "the_ledger_has_the_players_of_the_daily_cache"),
    ("ml_feature_store_v2", "the_ledger_has_the_players_with_features"),
    ("player_prop_predictions", "the_ledger_has_the_predictions"),
    ("player_boxscores", "the_ledger_has_the_players_of_the_boxscores"),
    ("player_game_summary", "the_ledger_has_the_players_of_the_summaries"),
    ("prediction_accuracy", "the_ledger_has_the_graded_players"),
]


@pytest.mark.parametrize(("name", "check"), DIFFERENCES, ids=[name for name, _ in DIFFERENCES])
def test_rows_that_the_ledger_does_not_tell_of_are_a_gap(
    reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch, name: str, check: str
) -> None:
    """As if the ledger's own code were defective: it says of a player that he is there, and he is not."""
    monkeypatch.setattr("nba_pipeline.reliability.reconciliation.keep", lambda *_, **__: None)
    lost = reconciler.desk.rows("upcoming_player_game_context", TODAY)[0]
    reconciler.rewrite(name, lambda rows: [row for row in rows if row["player_id"] != lost["player_id"]])

    reconciled = reconciler.of()

    of_ledger = {r.rule.name: r for r in reconciled.gaps if r.rule.phase == Phase.RELIABILITY.value}
    assert list(of_ledger) == [check]
    assert (of_ledger[check].status, of_ledger[check].missing) == (RuleStatus.FAIL, [lost["player_name"]])


def test_a_ledger_that_cannot_be_made_is_an_error_of_its_rules_and_of_no_other(
    reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("nba_pipeline.reliability.reconciliation.keep", broken)

    reconciled = reconciler.of()

    errors = {result.rule.judged for result in reconciled.gaps if result.status is RuleStatus.ERROR}
    assert (reconciled.status, errors) == ("FAIL", {LEDGER})
    assert "RuntimeError: the disk is full" in answer(reconciled, UNACCOUNTED).message


def test_every_player_without_a_usable_prediction_has_a_word(reconciler: Reconciler) -> None:
    rows = reconciler.desk.rows("player_prop_predictions", TODAY)
    by_player = {row["player_id"]: row for row in reconciler.desk.rows(LEDGER, TODAY)}

    assert all(row["reason"] for row in rows if row["recommendation"] not in ("OVER", "UNDER"))
    for row in rows:
        column = SYSTEM_COLUMNS[row["system_id"]]
        in_ledger = by_player[row["player_id"]]
        assert (row["predicted_points"] is not None) == (in_ledger[column] == "there")
        assert (row["line"] is not None) == (in_ledger["line"] == "there")
        if row["reason"] == "too_little_history":
            assert in_ledger[column] == "too_little_history"
    assert predictions.CONTRACT["reason"].null == "a side is recommended"
