"""The simulated league repeats itself to the byte, and says what it cannot answer."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date, time

import pytest

from nba_pipeline.game_day import Days, eastern
from nba_pipeline.settings import Settings
from nba_pipeline.sources.base import SourceError
from nba_pipeline.sources.connection import open_source
from nba_pipeline.sources.simulated.source import KINDS, SimulatedSource

FIRST_DAYS = Days(date(2025, 10, 21), date(2025, 10, 24))
AFTER_THEM = eastern(date(2025, 10, 25), time(6))

PRINT_HASHES = """
from datetime import date, time
from nba_pipeline.game_day import Days, eastern
from nba_pipeline.sources.simulated.source import KINDS, SimulatedSource
source = SimulatedSource(7)
for kind in KINDS:
    [answer] = source.fetch(kind, Days(date(2025, 10, 21), date(2025, 10, 24)), eastern(date(2025, 10, 25), time(6)))
    print(kind, answer.sha256)
"""


def hashes(source: SimulatedSource) -> dict[str, str]:
    return {kind: source.fetch(kind, FIRST_DAYS, AFTER_THEM)[0].sha256 for kind in KINDS}


def test_another_process_gives_the_same_bytes():
    environment = {**os.environ, "PYTHONHASHSEED": "1"}
    said = subprocess.run(  # noqa: S603
        [sys.executable, "-c", PRINT_HASHES], env=environment, capture_output=True, text=True, check=True
    )

    assert dict(line.split() for line in said.stdout.splitlines()) == hashes(SimulatedSource(7))


def test_the_bytes_do_not_depend_on_what_was_asked_before(source):
    for kind in KINDS:
        source.fetch(kind, Days(date(2025, 11, 3), date(2025, 11, 9)), eastern(date(2025, 11, 20), time(6)))

    assert hashes(source) == hashes(SimulatedSource(7))


def test_a_day_by_itself_is_the_day_among_others(source):
    day = date(2025, 10, 23)
    for kind in KINDS:
        alone = source.parse(kind, source.fetch(kind, Days.only(day), AFTER_THEM)).to_pylist()
        among_others = source.parse(kind, source.fetch(kind, FIRST_DAYS, AFTER_THEM)).to_pylist()

        assert alone
        assert alone == [row for row in among_others if row["game_date"] == day]


def test_a_season_needs_no_season_before_it(source):
    source_of_the_past = SimulatedSource(7)
    source_of_the_past.fetch("schedule", Days(date(2023, 10, 1), date(2023, 11, 1)), AFTER_THEM)

    assert hashes(source_of_the_past) == hashes(source)


def test_another_seed_is_another_league(source):
    ours, theirs = hashes(source), hashes(SimulatedSource(8))

    assert [kind for kind in KINDS if ours[kind] == theirs[kind]] == []


def test_careers_go_on_from_season_to_season():
    source = SimulatedSource(7)

    def opening_night(first: date) -> dict[int, str]:
        days = Days(first, date(first.year, 10, 31))
        answers = source.fetch("player_boxscores", days, eastern(date(first.year, 11, 2), time(6)))
        return {row["player_id"]: row["player_name"] for row in source.parse("player_boxscores", answers).to_pylist()}

    before, after = opening_night(date(2024, 10, 22)), opening_night(date(2025, 10, 21))
    both = before.keys() & after.keys()

    assert 0.75 < len(both) / len(before) < 0.97
    assert all(before[player] == after[player] for player in both)


def test_days_of_several_seasons_are_answered_season_by_season():
    source = SimulatedSource(7)
    opening_night = eastern(date(2024, 10, 22), time(6))

    answers = source.fetch("schedule", Days(date(2024, 10, 22), date(2025, 10, 25)), opening_night)

    assert [answer.uri for answer in answers] == [
        "simulated://seed-7/schedule/2024-25",
        "simulated://seed-7/schedule/2025-26",
    ]
    assert set(source.parse("schedule", answers)["season"].to_pylist()) == {2024}  # the next is not known yet


def test_days_before_the_first_season_are_refused(source):
    with pytest.raises(SourceError, match="has no schedule before 2015-10-01: ask for later days"):
        source.fetch("schedule", Days(date(2015, 9, 1), date(2015, 10, 30)), AFTER_THEM)


@pytest.mark.parametrize("body", [b"", b"<html>503</html>", b"PAR1 and no more"])
def test_bytes_that_are_no_answer_are_an_error_with_a_sentence(source, body):
    [answer] = source.fetch("schedule", FIRST_DAYS, AFTER_THEM)

    with pytest.raises(SourceError, match=r"schedule/2025-26 for 2025-10-21 … 2025-10-24 is not Parquet .*fetch it"):
        source.parse("schedule", [replace(answer, body=body)])


def test_the_answer_of_one_kind_is_none_of_another(source):
    with pytest.raises(SourceError, match="the schedule answer has no column"):
        source.parse("schedule", source.fetch("injury_report", FIRST_DAYS, AFTER_THEM))


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2026, 8, 1), "off-season"),
        (date(2025, 10, 3), "the season opens on 2025-10-21"),
        (date(2025, 11, 27), "no games are played on this day"),
        (date(2025, 12, 24), "no games are played on this day"),
        (date(2026, 2, 15), "the All-Star break"),
        (date(2025, 12, 25), None),
        (date(2026, 6, 5), None),
    ],
)
def test_days_without_games_have_their_reason(source, day, reason):
    assert source.absence("player_boxscores", day) == reason


@pytest.mark.parametrize("day", [date(2025, 10, 3), date(2025, 11, 27), date(2026, 2, 15)])
def test_that_a_day_has_no_games_is_what_its_schedule_says(source, day):
    assert source.absence("schedule", day) is None


def test_the_settings_open_the_league_of_their_seed(tmp_path):
    source = open_source(Settings(home=tmp_path, source="simulated", seed=11))

    assert source.describe() == "simulated league of 30 teams, seed 11, seasons from 2015-16 on"


def test_nobody_else_tells_of_its_games():
    source = SimulatedSource(7)

    assert source.fetch("second_boxscores", FIRST_DAYS, AFTER_THEM) == []
    assert source.parse("second_boxscores", []).num_rows == 0
    assert source.absence("second_boxscores", FIRST_DAYS.first) == "nobody else tells of the simulated league's games"
    assert source.absence("shot_zones", FIRST_DAYS.first) is None
