"""The defects that the rules beside the operator's seven catch, one a rule: how it is injected, what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from faults.league import Game
from reconciler import TODAY, Reconciler, Rows

from nba_pipeline.reliability.rules.base import Severity

FEATURES, PREDICTIONS, GRADES = "ml_feature_store_v2", "player_prop_predictions", "prediction_accuracy"
SUMMARY, CONTEXT = "player_game_summary", "upcoming_player_game_context"
YESTERDAY = TODAY - timedelta(days=1)


@dataclass(frozen=True)
class Defect:
    """What goes wrong, in which rule it must show, with what weight, and what is said to be missing."""

    rule: str
    severity: Severity
    missing: list[str]
    inject: Callable[[Reconciler], None]
    seen_as_well: frozenset[str] = frozenset()


def first_game(reconciler: Reconciler) -> Game:
    return reconciler.desk.league.games(TODAY)[0]


SECOND_SOURCE = frozenset({"A8"})  # what differs from the league's boxscore differs from the second one, too

# Of the small league on TODAY: the first game, its home team, and that team's first player.
GAME, TEAM, PLAYER = "002601150", "BOS", "Bos Playera"
PLAYER_ID = 1000
CORRECTED = f"nba_analytics.player_game_summary of {TODAY - timedelta(days=1)} changed after it"
MADE_OF_THE_SUMMARY = [
    "nba_analytics.upcoming_player_game_context",
    *(f"nba_precompute.player_{name}" for name in ("composite_factors", "daily_cache", "form", "shot_zone_analysis")),
    "nba_predictions.ml_feature_store_v2",
    "nba_predictions.player_prop_predictions",
]
FIRST_EIGHT = [f"Bos Player{letter}" for letter in "abcdefgh"]


def without_the_first(name: str, many: int = 1) -> Callable[[Reconciler], None]:
    """A table without its first players, or teams."""

    def inject(reconciler: Reconciler) -> None:
        key = "player_id" if name != "team_defense_zone_analysis" else "team"
        first = sorted({row[key] for row in reconciler.desk.rows(name, TODAY)})[:many]
        reconciler.rewrite(name, lambda rows: [row for row in rows if row[key] not in first])

    return inject


def altered(name: str, sets: str, where: str = "TRUE") -> Callable[[Reconciler], None]:
    return lambda reconciler: reconciler.alter(name, sets, where)


def of_predictions_and_grades(keep: Callable[[dict], bool]) -> Callable[[Reconciler], None]:
    """Predictions that were never made were never graded."""

    def inject(reconciler: Reconciler) -> None:
        for name in (PREDICTIONS, GRADES):
            reconciler.rewrite(name, lambda rows: [row for row in rows if keep(row)])

    return inject


def misspelled_by_every_book(reconciler: Reconciler) -> None:
    def misspell(rows: Rows) -> Rows:
        wrong = {"player_name": "Nobody Known", "player_lookup": "nobodyknown"}
        return [row | wrong if row["player_name"] == PLAYER else row for row in rows]

    reconciler.desk.league.change("points_props", misspell)
    reconciler.repeat_the_day()


def told_otherwise(reconciler: Reconciler) -> None:
    """A second source has another number of minutes and points of one player."""

    def change(row: dict) -> dict:
        return row | {"minutes": row["minutes"] - 9, "points": row["points"] + 2}

    reconciler.desk.league.change(
        "second_boxscores", lambda rows: [change(row) if row["player_name"] == PLAYER else row for row in rows]
    )
    reconciler.repeat_the_morning_after()


def lines_on_rebounds(reconciler: Reconciler) -> None:
    game = first_game(reconciler).game_id
    reconciler.desk.league.change(
        "points_props", lambda rows: [row | {"line": 4.5} if row["game_id"] == game else row for row in rows]
    )
    reconciler.repeat_the_day()


def corrected_later(reconciler: Reconciler) -> None:
    """Yesterday's summary changes after today's tables were made of it."""
    reconciler.rewrite(
        SUMMARY,
        lambda rows: [row | {"assists": 9} if row["player_id"] == PLAYER_ID else row for row in rows],
        YESTERDAY,
        published_at=reconciler.desk.clock.now(),
    )


def shrunk_without_a_reason(reconciler: Reconciler) -> None:
    reconciler.rewrite("player_form", lambda rows: rows[1:])
    reconciler.alter_receipts("reason = NULL", "table_name = 'nba_precompute.player_form'")


def slept_in(reconciler: Reconciler) -> None:
    """The clock ran on the 13th, and nobody reconciled the 14th."""
    reconciler.of_the_morning(YESTERDAY - timedelta(days=2), hour=6)


DEFECTS = [
    Defect(
        "A1",
        Severity.HIGH,
        [f"{GAME}: it is over and has no score"],
        altered("schedule", "home_score = NULL", f"game_id = '{GAME}'"),
    ),
    Defect(
        "A3",
        Severity.HIGH,
        [f"{TEAM} {GAME}: 231 minutes, 240 expected"],
        altered("player_boxscores", "minutes = minutes - 9", f"player_id = {PLAYER_ID}"),
        seen_as_well=SECOND_SOURCE,
    ),
    Defect(
        "A4",
        Severity.HIGH,
        [f"{TEAM} {GAME}: 118 points in the boxscore, final score 116"],
        altered("player_boxscores", "points = points + 2", f"player_id = {PLAYER_ID}"),
        seen_as_well=SECOND_SOURCE,
    ),
    Defect(
        "A5",
        Severity.HIGH,
        ["team boxscore 051106200: the game is not on the day's schedule"],
        altered("team_boxscores", "game_id = reverse(game_id)", f"team = '{TEAM}'"),
    ),
    Defect(
        "A6", Severity.MEDIUM, ["nobodyknown: nobody of this name was in a boxscore before"], misspelled_by_every_book
    ),
    Defect(
        "A8",
        Severity.MEDIUM,
        [f"{PLAYER}: 34.0 minutes, 15 points; the second source: 25.0 minutes, 17 points"],
        told_otherwise,
    ),
    Defect("B1", Severity.MEDIUM, [f"{PLAYER}: not in the analytics"], without_the_first(SUMMARY)),
    Defect(
        "B2",
        Severity.MEDIUM,
        [f"{GAME}: 17 of 18 players"],
        altered(SUMMARY, "usage_rate = NULL", f"player_id = {PLAYER_ID}"),
    ),
    Defect("B3", Severity.MEDIUM, ["assists: 2.0 for all 36 players"], altered(SUMMARY, "assists = 2")),
    Defect("C1", Severity.MEDIUM, FIRST_EIGHT, without_the_first(FEATURES, many=8)),
    Defect(
        "C2",
        Severity.MEDIUM,
        [f"{name}: 3 defaults" for name in FIRST_EIGHT],
        altered(FEATURES, "required_defaults = 3", "player_id < 1008"),
    ),
    Defect(
        "C3",
        Severity.HIGH,
        ["fatigue_score: 130.0, over 100.0"],
        altered(FEATURES, "fatigue_score = 130", f"player_id = {PLAYER_ID}"),
    ),
    Defect(
        "C3-others",
        Severity.MEDIUM,
        ["pct_three: 35.0, over 1.0"],
        altered(FEATURES, "pct_three = 35", f"player_id = {PLAYER_ID}"),
    ),
    Defect(
        "C4",
        Severity.HIGH,
        [f"{PLAYER}: 8 games and 102 points in the cache, 7 games and 89 points before the day"],
        altered("player_daily_cache", "games_this_season = games_this_season + 1", f"player_id = {PLAYER_ID}"),
    ),
    Defect("C5", Severity.MEDIUM, [PLAYER], without_the_first("player_daily_cache")),
    Defect("C5-factors", Severity.MEDIUM, [PLAYER], without_the_first("player_composite_factors")),
    Defect("C5-habits", Severity.MEDIUM, [PLAYER], without_the_first("player_shot_zone_analysis")),
    Defect("C5-defenses", Severity.MEDIUM, ["BOS"], without_the_first("team_defense_zone_analysis")),
    Defect(
        "D1",
        Severity.MEDIUM,
        [f"Bos Player{letter}: 5 rows by 5 of 6 systems" for letter in "abc"],
        of_predictions_and_grades(lambda row: row["player_id"] > 1002 or row["system_id"] != "moving_average"),
    ),
    Defect(
        "D2",
        Severity.MEDIUM,
        ["moving_average: no active prediction"],
        of_predictions_and_grades(lambda row: row["system_id"] != "moving_average"),
    ),
    Defect(
        "D3",
        Severity.MEDIUM,
        [f"{PLAYER}: 10.25 is no multiple of a half"],
        altered(PREDICTIONS, "line = 10.25", f"player_id = {PLAYER_ID}"),
    ),
    Defect(
        "D3-market",
        Severity.MEDIUM,
        [f"{GAME}: mean line 4.5, mean of their last 10 games 13.86"],
        lines_on_rebounds,
        seen_as_well=frozenset({"D2"}),
    ),
    Defect(
        "D4",
        Severity.HIGH,
        [f"{PLAYER}: reported out"],
        altered(CONTEXT, "injury_status = 'out'", f"player_id = {PLAYER_ID}"),
    ),
    Defect(
        "E1",
        Severity.HIGH,
        [f"{PLAYER} by moving_average: not graded"],
        lambda reconciler: reconciler.rewrite(
            GRADES,
            lambda rows: [r for r in rows if (r["player_id"], r["system_id"]) != (PLAYER_ID, "moving_average")],
        ),
    ),
    Defect("F1", Severity.MEDIUM, [f"{name}: {CORRECTED}" for name in MADE_OF_THE_SUMMARY], corrected_later),
    Defect("F2", Severity.HIGH, ["nba_precompute.player_form revision 2: 36 rows became 35"], shrunk_without_a_reason),
    Defect("G1", Severity.HIGH, [f"{YESTERDAY}"], slept_in),
]
