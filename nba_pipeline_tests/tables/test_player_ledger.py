"""Where a player is in each phase, and the most specific true reason where he is not."""

from __future__ import annotations

import pytest
from ledger_day import (
    ANNA,
    BERT,
    BOXSCORES,
    CACHE,
    CONTEXT,
    FEATURES,
    GRADES,
    PREDICTIONS,
    SUMMARY,
    ADay,
    words,
)

from nba_pipeline.registry import table
from nba_pipeline.systems.roster import SYSTEMS
from nba_pipeline.tables.players import SECOND_SPELLING, UNKNOWN
from nba_pipeline.tables.reliability.player_ledger import CONTRACT, PHASES, SYSTEM_COLUMNS
from nba_pipeline.tables.reliability.whereabouts import HAS_A_ROW, Whereabouts
from nba_pipeline.warehouse.absences import Absence

FIRST_SYSTEM, *OTHER_SYSTEMS = SYSTEM_COLUMNS.values()


def with_systems(word: str) -> dict[str, str]:
    return dict.fromkeys(SYSTEM_COLUMNS.values(), word)


def test_on_a_whole_day_everybody_is_everywhere() -> None:
    ledger = ADay().ledger()

    assert {name: words(row) for name, row in ledger.items()} == {"Anna": {}, "Bert": {}}
    assert [(r["subject"], r["player_id"], r["team"], r["is_expected"]) for r in ledger.values()] == [
        ("1", 1, "ATL", True),
        ("2", 2, "ATL", True),
    ]
    assert {(row["is_accounted"], row["because"]) for row in ledger.values()} == {(True, None)}


LOST = [
    ("context", [CONTEXT], {"context", "line"}),
    ("daily_cache", [CACHE, FEATURES, PREDICTIONS, GRADES], {"daily_cache", "features", "grade", *with_systems("")}),
    ("features", [FEATURES, PREDICTIONS, GRADES], {"features", "grade", *with_systems("")}),
    ("predictions", [PREDICTIONS, GRADES], {"grade", *with_systems("")}),
    ("summary", [SUMMARY], {"summary"}),
    ("grade", [GRADES], {"grade"}),
]


@pytest.mark.parametrize(("names", "phases"), [case[1:] for case in LOST], ids=[case[0] for case in LOST])
def test_a_player_who_is_lost_without_a_reason_is_unaccounted_for(names: list[str], phases: set[str]) -> None:
    day = ADay()
    day.lose(*names)

    ledger = day.ledger()

    assert words(ledger["Anna"]) == dict.fromkeys(phases, "unaccounted")
    assert (ledger["Anna"]["is_accounted"], ledger["Bert"]["is_accounted"]) == (False, True)
    assert words(ledger["Bert"]) == {}


def test_one_systems_lost_prediction_is_unaccounted_for() -> None:
    day = ADay()
    day.lose(PREDICTIONS, system_id=SYSTEMS[0].system_id)

    anna = day.ledger()["Anna"]

    assert (words(anna), anna["is_accounted"]) == ({FIRST_SYSTEM: "unaccounted"}, False)


def test_without_a_line_only_the_line_is_missing() -> None:
    day = ADay()
    day.change(CONTEXT, points_line=None)

    assert words(day.ledger()["Anna"]) == {"line": "no_line"}


def test_a_system_that_knows_too_little_says_so_and_the_others_predict() -> None:
    day = ADay()
    day.change(PREDICTIONS, only={"system_id": SYSTEMS[0].system_id}, predicted_points=None)

    assert words(day.ledger()["Anna"]) == {FIRST_SYSTEM: "too_little_history"}


def test_features_that_are_not_ready_are_there_and_named() -> None:
    day = ADay()
    day.change(FEATURES, is_quality_ready=False)

    assert words(day.ledger()["Anna"]) == {"features": "not_quality_ready"}


@pytest.mark.parametrize(("status", "word"), [("DNP", "dnp"), ("INACTIVE", "inactive")])
def test_who_sat_on_the_bench_is_in_the_boxscore_and_did_not_play(status: str, word: str) -> None:
    day = ADay()
    for name in (BOXSCORES, SUMMARY):
        day.change(name, status=status)

    assert words(day.ledger()["Anna"]) == {"boxscore": word, "summary": word}


@pytest.mark.parametrize(("reported", "word"), [("out", "out"), ("doubtful", "out"), ("available", "not_in_boxscore")])
def test_who_is_not_in_a_complete_boxscore_did_not_play(reported: str, word: str) -> None:
    day = ADay()
    day.change(CONTEXT, injury_status=reported)
    day.lose(BOXSCORES, SUMMARY)

    assert words(day.ledger()["Anna"]) == {"boxscore": word, "summary": word}


@pytest.mark.parametrize(("kind", "word"), [(Absence.GAME, "missing_boxscore"), (Absence.HELD_BACK, "held_back")])
def test_a_game_without_a_boxscore_is_named_in_all_that_is_made_from_it(kind: Absence, word: str) -> None:
    day = ADay()
    for name in (BOXSCORES, SUMMARY, GRADES):
        day.lack(name, kind, reason="rosters only")

    anna = day.ledger()["Anna"]

    assert words(anna) == {"boxscore": word, "summary": word, "grade": word}
    assert (anna["is_accounted"], anna["because"]) == (True, "nba_raw.player_boxscores: rosters only")


def test_a_missing_boxscore_is_no_evidence_that_somebody_is_out() -> None:
    day = ADay()
    day.change(CONTEXT, injury_status="out")
    day.lack(BOXSCORES, Absence.GAME)

    assert day.ledger()["Anna"]["boxscore"] == "missing_boxscore"


def test_before_the_game_is_over_nothing_of_it_is_missed() -> None:
    day = ADay()
    day.change("schedule", status="UPCOMING")
    for name in (BOXSCORES, SUMMARY, GRADES):
        day.lack(name, Absence.DAY, reason="it was never published")

    anna = day.ledger()["Anna"]

    assert words(anna) == dict.fromkeys(("boxscore", "summary", "grade"), "not_over_yet")
    assert anna["because"] is None


def test_a_postponed_game_is_named_and_its_grades_are_void() -> None:
    day = ADay()
    day.change("schedule", status="UPCOMING", postponed=True)
    day.rows |= {BOXSCORES: [], SUMMARY: []}

    assert words(day.ledger()["Anna"]) == {"boxscore": "game_postponed", "summary": "game_postponed"}


@pytest.mark.parametrize(
    ("name", "first"),
    [(CACHE, "daily_cache"), (FEATURES, "features"), (PREDICTIONS, FIRST_SYSTEM), (GRADES, "grade")],
)
@pytest.mark.parametrize(("kind", "word"), [(Absence.DAY, "not_published"), (Absence.HELD_BACK, "held_back")])
def test_what_a_table_lacks_is_the_reason_for_what_is_made_from_it(
    name: str, first: str, kind: Absence, word: str
) -> None:
    day = ADay()
    way = [CACHE, FEATURES, PREDICTIONS, GRADES]
    day.lack(name, kind)
    for later in way[way.index(name) + 1 :]:
        day.rows[later] = []

    told = words(day.ledger()["Anna"])

    assert next(iter(told)) == first
    assert set(told.values()) == {word}
    assert "grade" in told


def test_a_day_without_its_context_knows_only_who_played_and_not_whether_he_was_expected() -> None:
    day = ADay()
    for name in (CONTEXT, CACHE, FEATURES, PREDICTIONS, GRADES):
        day.lack(name, Absence.DAY, reason="it was never published")

    anna = day.ledger()["Anna"]

    assert words(anna) == dict.fromkeys(
        ["context", "line", "daily_cache", "features", *SYSTEM_COLUMNS.values(), "grade"], "not_published"
    )
    assert anna["is_expected"] is None
    assert anna["because"] == f"{table(CONTEXT).name}: it was never published"


def test_a_system_that_failed_is_named_with_its_error() -> None:
    day = ADay()
    system = SYSTEMS[0].system_id
    for player in (ANNA, BERT):
        day.lose(PREDICTIONS, player=player, system_id=system)
    day.lack(PREDICTIONS, Absence.PART, what=f"system {system}", reason="ValueError: broken")

    anna = day.ledger()["Anna"]

    assert words(anna) == {FIRST_SYSTEM: "system_failed"}
    assert anna["because"] == f"{system}: ValueError: broken"


def test_who_played_without_being_expected_is_marked_and_is_no_loss() -> None:
    day = ADay()
    day.lose(CONTEXT, CACHE, FEATURES, PREDICTIONS, GRADES)

    anna = day.ledger()["Anna"]

    assert set(words(anna)) == set(PHASES) - {"boxscore", "summary"}
    assert set(words(anna).values()) == {"unexpected"}
    assert (anna["is_expected"], anna["is_accounted"], anna["team"]) == (False, True, "ATL")


def test_who_neither_was_expected_nor_played_is_not_in_the_ledger() -> None:
    day = ADay()
    day.lose(CONTEXT, CACHE, FEATURES, PREDICTIONS, GRADES)
    for name in (BOXSCORES, SUMMARY):
        day.change(name, status="INACTIVE")

    assert list(day.ledger()) == ["Bert"]


def test_a_name_that_is_nobodys_is_in_the_ledger_under_the_name() -> None:
    day = ADay()
    day.lack(CONTEXT, Absence.ITEM, what="stranger", reason=UNKNOWN)

    stranger = day.ledger()["stranger"]

    assert set(words(stranger)) == set(PHASES)
    assert set(words(stranger).values()) == {"unresolved_name"}
    assert (stranger["subject"], stranger["player_id"], stranger["is_expected"]) == ("stranger", None, True)


def test_a_name_that_the_boxscore_explains_is_one_player() -> None:
    day = ADay()
    day.lose(CONTEXT, CACHE, FEATURES, PREDICTIONS, GRADES)
    day.lack(CONTEXT, Absence.ITEM, what="anna", reason=UNKNOWN)

    ledger = day.ledger()

    assert sorted(ledger) == ["Anna", "Bert"]
    assert (ledger["Anna"]["player_id"], ledger["Anna"]["context"]) == (ANNA, "unresolved_name")
    assert (ledger["Anna"]["boxscore"], ledger["Anna"]["is_expected"]) == ("there", True)


def test_a_second_spelling_is_nobody_else() -> None:
    day = ADay()
    day.lack(CONTEXT, Absence.ITEM, what="ana", reason=SECOND_SPELLING)

    assert sorted(day.ledger()) == ["Anna", "Bert"]


@pytest.mark.parametrize(
    ("reported", "word"), [("out", "out"), ("available", "unaccounted")], ids=["out", "without a reason"]
)
def test_a_prediction_that_was_withdrawn_says_why(reported: str, word: str) -> None:
    day = ADay()
    day.change(CONTEXT, injury_status=reported)
    day.change(PREDICTIONS, is_active=False)
    day.lose(GRADES)

    told = words(day.ledger()["Anna"])

    assert {told[column] for column in (*SYSTEM_COLUMNS.values(), "grade")} == {word}


def test_every_word_is_described_and_the_contract_takes_no_other() -> None:
    assert all(word.description for word in Whereabouts)
    assert {CONTRACT[name].values for name in PHASES} == {tuple(Whereabouts)}
    assert not any(word.is_loss for word in HAS_A_ROW)
