"""Two sources of boxscores, held against each other: small differences are none, and no others are overlooked."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from reconciler import TODAY, Reconciler, Rows, by_id
from relations import relation

from nba_pipeline.aliases import add_alias
from nba_pipeline.game_day import Days
from nba_pipeline.names import player_lookup
from nba_pipeline.reliability.results import RuleStatus
from nba_pipeline.reliability.rulebook import all_rules
from nba_pipeline.reliability.rules.base import Severity
from nba_pipeline.reliability.unresolved import days_to_make_again
from nba_pipeline.sources.base import Answer, Unanswered
from nba_pipeline.sources.live import balldontlie
from nba_pipeline.warehouse.receipts import NO_GAPS, gaps_as_json

(RULE,) = [rule for rule in all_rules() if rule.id == "A8"]
KIND = "second_boxscores"
FIRST_GAME, SECOND_GAME = "002601150", "002601151"


def game(game_id: str = "G1", **cells) -> dict:
    return {"game_date": TODAY, "game_id": game_id, "home_team": "ATL", "away_team": "BOS", "status": "FINAL"} | cells


def first(name: str = "Al Horford", player_id: int = 1, status: str = "PLAYED", **cells) -> dict:
    who = {"player_name": name, "player_lookup": player_lookup(name), "player_id": player_id, "status": status}
    return {"game_date": TODAY, "game_id": "G1", "team": "BOS", "minutes": 30.4, "points": 12} | who | cells


def second(name: str = "Al Horford", **cells) -> dict:
    who = {"player_name": name, "player_lookup": player_lookup(name)}
    return {"game_date": TODAY, "game_id": "G1", "team": "BOS", "minutes": 30.0, "points": 12} | who | cells


def asked(**told: Rows) -> Rows:
    games = {"schedule": [game()], **told}
    rows = RULE.expression(**{name: relation(name, games.get(name, [])) for name in RULE.inputs})
    return sorted(rows.to_pyarrow().to_pylist(), key=lambda row: row["subject"])


def said(mine: Rows, theirs: Rows) -> list[str]:
    rows = asked(player_boxscores=mine, second_boxscores=theirs)
    return [f"{row['subject']}: {row['fact']}" for row in rows if not row["present"]]


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ([first()], [second()]),
        ([first(minutes=30.99)], [second(minutes=30.0)]),
        ([first(minutes=30.0)], [second(minutes=31.0)]),
        ([first("Jimmy Butler III")], [second("Jimmy Butler")]),
        ([first("Nikola Jokić")], [second("Nikola Jokic")]),
        ([first("Kenyon Martin Jr.")], [second("KJ Martin")]),
        ([first(minutes=0.3, points=0)], []),  # they tell whole minutes
        ([first(status="DNP", minutes=None, points=None)], [second(minutes=0.0, points=0)]),
        ([first(status="DNP", minutes=None, points=None)], [second(minutes=None, points=None)]),
        ([first()], [second(), second("Injured Rookie", minutes=0.0, points=0)]),
    ],
    ids=[
        "equal",
        "a minute begun",
        "a minute more",
        "suffix",
        "diacritics",
        "alias",
        "seconds",
        "did not play",
        "nothing told",
        "who is only on their sheet",
    ],
)
def test_what_two_sources_write_otherwise_is_no_difference(mine: Rows, theirs: Rows) -> None:
    # the others of the game, so that it is one that both have
    assert said([*mine, first("Trae Young", 2)], [*theirs, second("Trae Young")]) == []


@pytest.mark.parametrize(
    ("mine", "theirs", "found"),
    [
        ([first()], [second(points=14)], "30.4 minutes, 12 points; the second source: 30.0 minutes, 14 points"),
        ([first()], [second(minutes=29.0)], "30.4 minutes, 12 points; the second source: 29.0 minutes, 12 points"),
        ([first()], [], "30.4 minutes, 12 points; the second source: not named"),
        ([first(minutes=0.3, points=2)], [], "0.3 minutes, 2 points; the second source: not named"),
        (
            [first(status="DNP", minutes=None, points=None)],
            [second()],
            "did not play; the second source: 30.0 minutes, 12 points",
        ),
        ([], [second()], "not in the boxscore; the second source: 30.0 minutes, 12 points"),
        (
            [first("Jimmy Butler III")],
            [second("Jimmy Butler"), second("Jimmy Butler III")],
            "30.4 minutes, 12 points; the second source: 60.0 minutes, 24 points",
        ),
        (
            [first("Jalen Smith", 1), first("Jalen Smith", 3, team="ATL")],
            [second("Jalen Smith")],
            "not in the boxscore; the second source: 30.0 minutes, 12 points",
        ),
    ],
    ids=["points", "minutes", "not named", "a basket in seconds", "played", "stranger", "twice", "namesakes"],
)
def test_a_difference_is_told_with_what_both_say(mine: Rows, theirs: Rows, found: str) -> None:
    told = said([*mine, first("Trae Young", 2)], [*theirs, second("Trae Young")])

    assert f"{(mine or theirs)[0]['player_name']}: {found}" in told


def test_only_games_that_are_over_and_have_a_boxscore_are_expected() -> None:
    schedule = [game(), game("G2", status="UPCOMING"), game("G3")]
    rows = asked(schedule=schedule, player_boxscores=[first()], second_boxscores=[second(), second(game_id="G3")])

    assert [(row["subject"], row["present"]) for row in rows] == [("Al Horford", True)]


def test_a_game_that_the_second_source_told_itself_is_confirmed_by_nobody() -> None:
    def receipt(table: str, gaps: str, revision: int = 1, state: str = "DEGRADED") -> dict:
        return {"table_name": table, "game_date": TODAY, "revision": revision, "state": state, "gaps": gaps}

    sheets = {"player_boxscores": [first(), first(game_id="G2")], "second_boxscores": [second(), second(game_id="G2")]}
    named = gaps_as_json({"G3": "no rows"}, {"the league's boxscore of game G2": "HTTP 404; told by balldontlie"})
    games = [game(), game("G2"), game("G3")]
    mine, theirs = "nba_raw.player_boxscores", "nba_raw.second_boxscores"

    rows = asked(schedule=games, receipts=[receipt(mine, named), receipt(theirs, NO_GAPS)], **sheets)
    assert {row["subject"]: row["fact"] for row in rows if not row["present"]} == {
        "G2": "its boxscore is the second source's own"
    }
    assert [row["subject"] for row in rows if row["present"]] == ["Al Horford"]

    for replaced in (receipt(mine, NO_GAPS, 2), receipt(theirs, named)):
        receipts = [receipt(mine, NO_GAPS if replaced["table_name"] == theirs else named), replaced]
        assert [row["present"] for row in asked(schedule=games, receipts=receipts, **sheets)] == [True, True]

    no_second = [receipt(mine, named), receipt(theirs, NO_GAPS, state="EMPTY_OK")]
    rows = asked(schedule=games, receipts=no_second, player_boxscores=sheets["player_boxscores"])
    assert [row["subject"] for row in rows] == ["G2"]


def test_a_real_day_is_told_alike_by_the_archive_and_by_balldontlie(recorded_answers: Path, archive_dir: Path) -> None:
    day = date(2024, 1, 15)
    body = (recorded_answers / "balldontlie_box_scores.json").read_bytes()
    answer = Answer("recorded", Days.only(day), "recorded", "application/json", body, datetime(2024, 1, 16))
    of_day = [("game_date", "=", day)]
    games = pq.read_table(archive_dir / "schedule" / "2023-24.parquet", filters=of_day).to_pylist()
    archived = pq.read_table(archive_dir / "player_boxscores" / "2023-24.parquet", filters=of_day).to_pylist()
    lookups = [player_lookup(row["player_name"]) for row in archived]
    by_team = {each[side]: each["game_id"] for each in games for side in ("home_team_abbr", "away_team_abbr")}

    rows = asked(
        schedule=[game(each["game_id"], game_date=day) for each in games],
        player_boxscores=[
            row | {"status": "PLAYED", "points": row["pts"], "player_lookup": lookup}
            for row, lookup in zip(archived, lookups, strict=True)
        ],
        second_boxscores=[row | {"game_id": by_team[row["team"]]} for row in balldontlie.rows([answer]).to_pylist()],
    )

    assert len(rows) == len(archived) == 229
    assert [f"{row['subject']}: {row['fact']}" for row in rows if not row["present"]] == []


def test_a_game_that_the_second_source_leaves_unanswered_is_named_with_the_reason(reconciler: Reconciler) -> None:
    league = reconciler.desk.league
    lost = league.games(TODAY)[0]
    part = Unanswered(TODAY, "the second boxscore", "the host is in trouble (HTTP 500)", lost.game_id)
    league.leave_unanswered(KIND, lost, part)
    reconciler.repeat_the_morning_after()

    result = by_id(reconciler.of(), "A8")

    assert (result.status, result.severity, result.missing) == (
        RuleStatus.FAIL,
        Severity.MEDIUM,
        [f"{lost.game_id}: no second source has it"],
    )
    assert (result.expected, result.actual) == (19, 18)
    assert result.reason == f"{lost.game_id}: the host is in trouble (HTTP 500)"


def test_a_second_source_of_which_nothing_is_published_confirms_nothing(reconciler: Reconciler) -> None:
    reconciler.lose(KIND)

    reconciled = reconciler.of()

    result = by_id(reconciled, "A8")
    assert (result.status, result.severity, result.actual) == (RuleStatus.FAIL, Severity.MEDIUM, 0)
    assert result.missing == [f"{each}: no second source has it" for each in (FIRST_GAME, SECOND_GAME)]
    assert by_id(reconciled, "P2").status is RuleStatus.PASS


def test_a_day_without_a_second_source_is_rightly_not_judged_and_says_why(
    reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch
) -> None:
    league = reconciler.desk.league
    league.change(KIND, lambda _: [])
    monkeypatch.setattr(league, "absence", lambda kind, _: balldontlie.NO_KEY if kind == KIND else "not kept")
    reconciler.repeat_the_morning_after()

    result = by_id(reconciler.of(), "A8")

    assert result.status is RuleStatus.EMPTY_OK
    assert balldontlie.NO_KEY in result.message


def test_no_more_than_twenty_differences_are_listed_and_the_rest_are_counted(reconciler: Reconciler) -> None:
    reconciler.desk.league.change(KIND, lambda rows: [row | {"points": row["points"] + 1} for row in rows])
    reconciler.repeat_the_morning_after()

    result = by_id(reconciler.of(), "A8")

    assert (result.status, len(result.missing), result.unlisted) == (RuleStatus.FAIL, 20, 16)


@pytest.mark.slow
def test_a_name_that_it_spells_its_own_way_is_two_differences_until_it_is_taught(reconciler: Reconciler) -> None:
    desk, written, player = reconciler.desk, "Boss Plyer A.", "Bos Playera"
    own = {"player_name": written, "player_lookup": player_lookup(written)}
    desk.league.change(KIND, lambda rows: [row | own if row["player_name"] == player else row for row in rows])
    reconciler.repeat_the_morning_after()
    assert by_id(reconciler.of(), "A8").missing == [
        f"{player}: 34.0 minutes, 15 points; the second source: not named",
        f"{written}: not in the boxscore; the second source: 34.0 minutes, 15 points",
    ]

    add_alias(desk.pipeline.settings.home, written, player)

    with desk.pipeline.open_engine() as engine:
        assert days_to_make_again(engine, written, player_lookup(player), TODAY).holding == [TODAY]
    reconciler.repeat_the_morning_after()
    assert by_id(reconciler.of(), "A8").status is RuleStatus.PASS
