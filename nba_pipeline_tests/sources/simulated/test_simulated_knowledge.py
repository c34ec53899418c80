"""Nobody is told what is not known yet, and what is known once stays."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest

from nba_pipeline.game_day import Days, eastern
from nba_pipeline.sources.simulated.source import KINDS

DAY = date(2025, 11, 7)
TODAY = Days.only(DAY)
HOURS = [eastern(DAY, time(hour)) for hour in (6, 9, 11, 13, 16, 19, 20, 22)]
MOMENTS = [*HOURS, *(eastern(DAY + timedelta(days=1), time(hour)) for hour in (0, 1, 3, 8))]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "schedule"])
def test_what_is_known_only_grows(ask, kind):
    known = [ask(kind, TODAY, moment) for moment in MOMENTS]

    for before, after in pairwise(Counter(map(repr, rows)) for rows in known):
        assert before <= after
    assert len(known[0]) < len(known[-1])


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: f"{moment:%d-%H}Z")
def test_scores_and_boxscores_come_with_the_final_whistle(ask, moment):
    games = ask("schedule", TODAY, moment)
    final = {game["game_id"] for game in games if game["status"] == "FINAL"}

    assert {game["game_id"] for game in games if game["home_score"] is not None} == final
    for game in games:
        begun = game["tipoff_at"] <= moment
        over = moment >= game["tipoff_at"] + timedelta(hours=4)
        assert (game["status"] == "UPCOMING") == (not begun)
        assert not over or game["game_id"] in final
        assert game["game_id"] not in final or moment >= game["tipoff_at"] + timedelta(minutes=110)
    for kind in ("player_boxscores", "team_boxscores"):
        assert {row["game_id"] for row in ask(kind, TODAY, moment)} == final


def test_a_game_goes_on_before_it_is_over(ask):
    seen = {game["status"] for moment in MOMENTS for game in ask("schedule", TODAY, moment)}

    assert seen == {"UPCOMING", "IN_PROGRESS", "FINAL"}


def test_shot_zones_come_hours_after_the_boxscores_and_of_some_games_never(ask, games):
    midnight = eastern(DAY + timedelta(days=1), time(1))

    assert ask("player_boxscores", TODAY, midnight)
    assert len(ask("shot_zones", TODAY, midnight)) < len(ask("shot_zones", TODAY))
    told = {row["game_id"] for row in ask("shot_zones")}
    assert 0.95 * len(games) < len(told) < len(games)


@pytest.mark.parametrize(
    ("kind", "moment_of"),
    [("points_props", "snapshot_at"), ("game_lines", "quoted_at"), ("injury_report", "report_at")],
)
@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: f"{moment:%d-%H}Z")
def test_a_quote_or_report_exists_from_its_moment_on(ask, kind, moment_of, moment):
    known = [row[moment_of] for row in ask(kind, TODAY, moment)]

    assert known == [row[moment_of] for row in ask(kind, TODAY) if row[moment_of] <= moment]


def test_lines_open_in_the_morning_and_move_until_the_tipoff(ask, games):
    tipoffs = {(game["game_date"], game["home_team"]): game["tipoff_at"] for game in games}
    quotes = [row for row in ask("points_props", TODAY) if row["snapshot_known"]]
    early = [row for row in quotes if row["snapshot_at"] <= eastern(DAY, time(10, 30))]
    before = [row for row in quotes if row["snapshot_at"] < tipoffs[row["game_date"], row["home_team"]]]

    assert eastern(DAY, time(8)) <= min(row["snapshot_at"] for row in quotes)
    assert len(early) > len(before) / 4
    assert 0 < len(quotes) - len(before) < len(quotes) / 4  # in-game odds
    lines: dict[tuple[str, str], set[float]] = {}
    for row in before:
        lines.setdefault((row["bookmaker"], row["player_lookup"]), set()).add(row["line"])
    assert sum(len(of_player) > 1 for of_player in lines.values()) > len(lines) / 4


def test_some_have_a_line_and_do_not_play(quotes, players):
    played = {(row["game_date"], row["player_lookup"]) for row in players if row["status"] == "PLAYED"}
    sat = {(row["game_date"], row["player_lookup"]) for row in players if row["status"] != "PLAYED"}
    quoted = {(row["game_date"], row["player_lookup"]) for row in quotes}

    assert 0.01 < len(quoted & sat) / len(quoted & (played | sat)) < 0.10


def last_word(reports: list[dict], by: time) -> dict[tuple[date, str], str]:
    """What the last report up to an hour of the day says of each player."""
    known = [row for row in reports if row["player_lookup"] and row["report_at"] <= eastern(row["game_date"], by)]
    ordered: list[dict] = sorted(known, key=lambda row: row["report_at"])
    return {(row["game_date"], row["player_lookup"]): row["status"] for row in ordered}


def test_the_injury_report_moves_towards_the_truth(ask, players):
    played = {(row["game_date"], row["player_lookup"]): row["status"] == "PLAYED" for row in players}
    reports = ask("injury_report")
    statuses = {row["status"] for row in reports}
    morning, evening = last_word(reports, time(9)), last_word(reports, time(17))

    def right(said: dict[tuple[date, str], str]) -> int:
        """How many who did not play are out, or play and are available."""
        return sum(status == ("AVAILABLE" if played.get(key) else "OUT") for key, status in said.items())

    assert statuses == {"OUT", "DOUBTFUL", "QUESTIONABLE", "PROBABLE", "AVAILABLE", "NOT_SUBMITTED"}
    assert right(evening) / len(evening) > right(morning) / len(morning)
    assert not [key for key, status in evening.items() if status == "OUT" and played.get(key)]


def test_a_team_that_has_not_submitted_says_nothing_else(ask):
    reports = ask("injury_report")
    due = {(row["report_at"], row["team"]) for row in reports if row["status"] == "NOT_SUBMITTED"}

    assert due
    for row in reports:
        if (row["report_at"], row["team"]) in due:
            assert (row["player_lookup"], row["player_name"], row["status"]) == ("", None, "NOT_SUBMITTED")


def test_days_to_come_have_a_schedule_and_nothing_else(ask):
    as_of = eastern(DAY, time(6))
    tomorrow = Days.only(DAY + timedelta(days=1))

    assert {row["status"] for row in ask("schedule", tomorrow, as_of)} == {"UPCOMING"}
    for kind in KINDS:
        if kind != "schedule":
            assert ask(kind, tomorrow, as_of) == []


def test_books_differ_in_what_they_write(quotes):
    one_sided = [row for row in quotes if row["under_price"] is None]
    consensus = [row for row in quotes if row["book_type"] == "consensus"]
    snapshots: dict[tuple[str, str, datetime], set[float]] = {}
    for row in quotes:
        snapshots.setdefault((row["bookmaker"], row["player_lookup"], row["snapshot_at"]), set()).add(row["line"])

    assert 0 < len(one_sided) < len(quotes) / 20
    assert {(row["snapshot_known"], row["snapshot_at"].time().minute) for row in consensus} == {(False, 0)}
    assert {row["bookmaker"] for row in consensus} == {"consensus"}
    assert any(len(lines) == 5 for lines in snapshots.values())
    assert all((row["line"] * 2).is_integer() for row in quotes)
    assert all(abs(row["over_price"]) >= 100 for row in quotes)
