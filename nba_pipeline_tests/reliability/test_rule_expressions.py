"""What rules say of days that a small league cannot live through: many teams, long histories, odd schedules."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

import ibis
import pytest
from relations import relation

from nba_pipeline.game_day import eastern
from nba_pipeline.reliability.rulebook import all_rules
from nba_pipeline.reliability.rules.features import CRITICAL, OTHERS, as_usual
from nba_pipeline.tables.predictions.features import FEATURES

TODAY = date(2026, 1, 15)
RULES = {rule.id: rule for rule in all_rules()}

Rows = list[dict]


def findings(rows: ibis.Table, day: date = TODAY) -> list[str]:
    found = [row for row in rows.to_pyarrow().to_pylist() if not row["present"] and row["game_date"] == day]
    return sorted(f"{row['subject']}: {row['fact']}" for row in found)


def said(rule_id: str, **rows: Rows) -> list[str]:
    rule = RULES[rule_id]
    inputs = {name: relation(name, rows.get(name, [])) for name in rule.inputs}
    return findings(rule.expression(**inputs))


# the schedule and the boxscores


def game(game_id: str, home: str = "ATL", away: str = "BOS", day: date = TODAY, **cells) -> dict:
    usual = {"game_date": day, "game_id": game_id, "home_team": home, "away_team": away, "status": "FINAL"}
    return usual | {"home_score": 101, "away_score": 99, "postponed": False, "season": 2025} | cells


def test_a_game_that_stood_on_an_earlier_day_is_on_two() -> None:
    earlier = game("G1", day=TODAY - timedelta(days=3))

    assert said("A1", schedule=[earlier, game("G1")]) == ["G1: it stands on 2026-01-12 as well"]


def test_a_postponed_game_may_be_played_another_day() -> None:
    called_off = game("G1", day=TODAY - timedelta(days=3), postponed=True, status="UPCOMING")

    assert said("A1", schedule=[called_off, game("G1")]) == []


def test_a_team_that_plays_twice_a_day_is_named() -> None:
    found = said("A1", schedule=[game("G1"), game("G2", home="BOS", away="CHI")])

    assert found == ["G1: BOS plays twice on this day", "G2: BOS plays twice on this day"]


def player(game_id: str, player_id: int, team: str = "ATL", **cells) -> dict:
    return {"game_date": TODAY, "game_id": game_id, "team": team, "player_id": player_id, "minutes": 30.0} | cells


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([player("G1", 1), player("G1", 1)], "player boxscore G1: 1 rows are there twice"),
        ([player("G1", 1, team="CHI")], "player boxscore G1: CHI does not play in this game"),
        ([player("G9", 1)], "player boxscore G9: the game is not on the day's schedule"),
    ],
)
def test_boxscores_of_no_game_or_twice_are_named(rows: Rows, found: str) -> None:
    assert said("A5", schedule=[game("G1")], player_boxscores=rows) == [found]


def test_a_player_in_two_games_of_a_day_is_named_for_both() -> None:
    schedule = [game("G1"), game("G2", "ATL", "CHI")]

    found = said("A5", schedule=schedule, player_boxscores=[player("G1", 7), player("G2", 7)])

    assert found == [f"player boxscore {of}: player 7 is in two games of the day" for of in ("G1", "G2")]


@pytest.mark.parametrize(
    ("minutes", "found"),
    [
        ([48.0] * 5, []),
        ([53.0] * 5, []),  # an overtime
        ([48.0, 48.0, 48.0, 48.0, 43.5], []),
        ([48.0, 48.0, 48.0, 48.0, 42.0], ["ATL G1: 234 minutes, 240 expected"]),
        ([60.0] * 4, ["ATL G1: 4 players with minutes"]),
    ],
)
def test_minutes_are_those_of_five_players_with_every_overtime(minutes: list[float], found: list[str]) -> None:
    of_atlanta = [player("G1", number, minutes=played) for number, played in enumerate(minutes, 1)]
    of_boston = [player("G1", number, team="BOS", minutes=48.0) for number in range(11, 16)]

    assert said("A3", schedule=[game("G1")], player_boxscores=of_atlanta + of_boston) == found


# the features

MIDDLE = {f.name: (f.low + f.high) / 2 for f in FEATURES}


def features(days: Iterable[int], teams: int = 12, **today: object) -> Rows:
    """Twenty players and more a day, that many days ago, all features in the middle of their range and varying."""
    rows = []
    for ago in days:
        for number in range(2 * teams):
            spread = {f.name: MIDDLE[f.name] + (number % 5 - 2) * (f.high - f.low) / 100 for f in FEATURES}
            row = {"game_date": TODAY - timedelta(days=ago), "game_id": f"G{number // 4}", "player_id": number}
            rows.append(row | spread | (today if ago == 0 else {}))
    return rows


def unusual(names: tuple[str, ...], rows: Rows, receipts: Rows = ()) -> list[str]:
    return findings(as_usual(relation("ml_feature_store_v2", rows), relation("receipts", list(receipts)), names))


LATELY = range(8)


def test_features_as_usual_are_no_finding() -> None:
    assert unusual(CRITICAL, features(LATELY)) == unusual(OTHERS, features(LATELY)) == []


@pytest.mark.parametrize(
    ("today", "found"),
    [
        ({"points_avg_last_5": 10.0}, "points_avg_last_5: 10.0 in all 24 rows"),
        ({"fatigue_score": 50.0}, "fatigue_score: 50.0 in all 24 rows"),
        ({"fatigue_score": -3.0}, "fatigue_score: -3.0, under 0.0"),
        ({"team_pace": None}, "team_pace: known in 0 of 24 rows, before in nearly all"),
    ],
)
def test_a_critical_feature_that_is_suddenly_constant_gone_or_absurd_is_named(today: dict, found: str) -> None:
    assert found in unusual(CRITICAL, features(LATELY, **today))


def test_a_feature_that_drifts_by_more_than_players_differ_is_named() -> None:
    rows = features(LATELY)
    for row in rows:
        if row["game_date"] == TODAY:
            row["fatigue_score"] -= 20

    assert unusual(CRITICAL, rows) == ["fatigue_score: mean 29.92, 49.92 in the game days before"]


def test_two_teams_may_be_alike_where_twelve_are_not() -> None:
    assert unusual(OTHERS, features(LATELY, teams=10, pace_score=0.0)) == ["pace_score: 0.0 in all 20 rows"]
    few = features(LATELY, teams=10, pace_score=0.0)
    for row in few:
        row["game_id"] = "G0"
    assert unusual(OTHERS, few) == []


def test_equal_rest_is_the_calendars_doing() -> None:
    assert unusual(OTHERS, features(LATELY, rest_advantage=0.0, games_in_last_7_days=0.0)) == []


def test_a_new_season_has_nothing_to_be_compared_with() -> None:
    after_a_summer = features([0, *range(120, 128)], points_avg_last_5=10.0, team_pace=None)

    assert unusual(CRITICAL, after_a_summer) == []


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ("EMPTY_OK", "the archive holds no shot zones for 2025-26"),
        ("DEGRADED", "1 games missing: 0022500578 (the league has nothing under playbyplay_0022500578.json)"),
    ],
)
def test_a_feature_whose_source_has_nothing_says_so(state: str, reason: str) -> None:
    receipt = {
        "game_date": TODAY - timedelta(days=1),
        "table_name": "nba_raw.shot_zones",
        "revision": 1,
        "state": state,
        "rows": 0,
        "reason": reason,
    }

    found = unusual(OTHERS, features(LATELY, pct_paint=None), [receipt])

    assert found == [f"pct_paint: known in 0 of 24 rows, before in nearly all: {reason}"]


@pytest.mark.parametrize(("days_since_last_game", "found"), [(2, ["player 1: 2 of 6 matchup features"]), (None, [])])
def test_where_history_begins_no_matchup_is_missed(days_since_last_game: int | None, found: list[str]) -> None:
    row = {"game_date": TODAY, "game_id": "G1", "player_id": 1, "required_defaults": 0, "matchup_known": 2}
    team = {"game_date": TODAY, "game_id": "G1", "team": "ATL", "days_since_last_game": days_since_last_game}

    assert said("C2", ml_feature_store_v2=[row], upcoming_team_game_context=[team]) == found


# the predictions


def predictions(system: str = "moving_average", many: int = 40, **cells) -> Rows:
    usual = {"game_date": TODAY, "game_id": "G1", "system_id": system, "is_active": True, "line": 12.5, "edge": 0.0}
    return [usual | {"player_id": number, "recommendation": "PASS"} | cells for number in range(many)]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (predictions(recommendation="OVER"), "moving_average: 40 overs, 0 unders"),
        (predictions(edge=-2.5), "moving_average: -2.5 points from the lines on average"),
    ],
)
def test_a_system_that_leans_is_named(rows: Rows, found: str) -> None:
    assert found in said("D2", player_prop_predictions=rows)


@pytest.mark.parametrize("rows", [predictions(many=19, recommendation="OVER", edge=9.0), predictions(edge=2.0)])
def test_a_few_predictions_or_a_slight_lean_prove_nothing(rows: Rows) -> None:
    assert not any(found.startswith("moving_average") for found in said("D2", player_prop_predictions=rows))


TIPOFF = eastern(TODAY, time(19))


FAIR_PRICES = {"over_price": -110, "under_price": -110}


def quoted(line: float, hours: int) -> dict:
    """A line that was quoted so many hours before the tip-off."""
    quote = {"game_date": TODAY, "game_id": "G1", "player_lookup": "alable", "bookmaker": "fanduel", "line": line}
    quote |= {"snapshot_at": TIPOFF - timedelta(hours=hours), "snapshot_known": True}
    return quote | {"minutes_before_tipoff": 60.0 * hours, "book_type": "sportsbook"} | FAIR_PRICES


def held_against(line: float, *quotes: dict, tipoff_at: datetime | None = TIPOFF) -> list[str]:
    """What is said of a prediction that stands on that line, with these quotes."""
    known = {"game_date": TODAY, "game_id": "G1", "player_id": 0, "player_name": "Al Able", "player_lookup": "alable"}
    return said(
        "D3",
        player_prop_predictions=predictions(many=1, line=line),
        upcoming_player_game_context=[known],
        points_props=[*quotes],
        schedule=[game("G1", tipoff_at=tipoff_at)],
    )


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (12.5, []),
        (13.0, []),
        (13.5, ["Al Able: 13.5, the books say 12.5"]),
        (60.5, ["Al Able: 60.5 is not from 0.5 to 60"]),
        (12.25, ["Al Able: 12.25 is no multiple of a half"]),
    ],
)
def test_a_line_is_stale_when_the_books_moved_by_a_point_before_the_last_call(line: float, found: list[str]) -> None:
    assert held_against(line, quoted(line, hours=5), quoted(12.5, hours=2), quoted(3.5, hours=-1)) == found


@pytest.mark.parametrize("in_play", [quoted(13.0, hours=-1), quoted(13.0, hours=-1) | {"minutes_before_tipoff": None}])
def test_a_line_that_was_quoted_only_in_play_is_none_however_near_the_others(in_play: dict) -> None:
    found = ["Al Able: 13.0 was quoted by nobody before the day's games"]
    assert held_against(13.0, quoted(12.5, hours=2), in_play) == found


def test_where_no_tipoff_is_known_the_quote_itself_says_that_it_is_from_in_play() -> None:
    found = ["Al Able: 13.0 was quoted by nobody before the day's games"]
    assert held_against(13.0, quoted(12.5, hours=8), quoted(13.0, hours=-1), tipoff_at=None) == found
    assert held_against(12.5, quoted(12.5, hours=8), quoted(13.0, hours=-1), tipoff_at=None) == []
