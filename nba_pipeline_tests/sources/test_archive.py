"""The archive answers as it was known at a moment, and says what is wrong with its files."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from nba_pipeline.game_day import Days, eastern
from nba_pipeline.sources.answers import ANSWERS
from nba_pipeline.sources.archive import ArchiveSource
from nba_pipeline.sources.archive_files import FILES
from nba_pipeline.sources.base import SourceError

DAY = date(2026, 1, 15)
TODAY = Days.only(DAY)
SEASON = "2025-26"


def at(hour: int, minute: int = 0, day: date = DAY) -> datetime:
    return eastern(day, time(hour, minute))


def write(directory: Path, folder: str, rows: list[dict], season: str = SEASON) -> Path:
    """A season file; columns that a row does not name are null."""
    [file] = [file for file in FILES if file.folder == folder]
    path = directory / folder / f"{season}.parquet"
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.Table.from_pylist(rows, schema=file.schema), path)
    return path


def game(game_id: str = "0022500001", tipoff: datetime | None = None, **more) -> dict:
    return {
        "game_date": DAY,
        "game_id": game_id,
        "season_type": "Regular Season",
        "home_team_abbr": "BOS",
        "away_team_abbr": "NYK",
        "tipoff_utc": tipoff,
        "home_score": 101,
        "away_score": 99,
        **more,
    }


def appearance(game_id: str = "0022500001", **more) -> dict:
    player = {"player_id": 7, "player_name": "Luka Dončić", "team_abbr": "BOS", "minutes": 30.0, "pts": 20}
    return {"game_date": DAY, "game_id": game_id, **player, **more}


def quote(bookmaker: str, seen: datetime | None = None, updated: datetime | None = None) -> dict:
    return {
        "game_date": DAY,
        "player_name": "Luka Dončić",
        "home_team_abbr": "BOS",
        "away_team_abbr": "NYK",
        "bookmaker": bookmaker,
        "book_type": "sportsbook",
        "line": 20.5,
        "snapshot_at_utc": seen,
        "last_update_utc": updated,
    }


@pytest.fixture
def archive(tmp_path: Path) -> ArchiveSource:
    """One game, tipped off at 19:00, and one player in it."""
    write(tmp_path, "schedule", [game(tipoff=at(19))])
    write(tmp_path, "player_boxscores", [appearance()])
    return ArchiveSource(tmp_path)


def rows_of(archive: ArchiveSource, kind: str, as_of: datetime, days: Days = TODAY) -> list[dict]:
    return archive.parse(kind, archive.fetch(kind, days, as_of)).to_pylist()


@pytest.mark.parametrize(
    ("as_of", "status", "score"),
    [
        (at(18, 59), "UPCOMING", (None, None)),
        (at(19), "IN_PROGRESS", (None, None)),
        (at(21, 59), "IN_PROGRESS", (None, None)),
        (at(22), "FINAL", (101, 99)),
    ],
)
def test_a_score_is_known_three_hours_after_the_tipoff(archive, as_of, status, score):
    [row] = rows_of(archive, "schedule", as_of)

    assert (row["status"], (row["home_score"], row["away_score"])) == (status, score)


def test_a_schedule_that_is_corrected_is_read_again_whatever_its_time_of_writing(tmp_path, archive):
    before = rows_of(archive, "schedule", at(22))
    path = tmp_path / "schedule" / f"{SEASON}.parquet"
    written = path.stat()

    write(tmp_path, "schedule", [game(tipoff=at(19), home_score=102)])
    os.utime(path, ns=(written.st_atime_ns, written.st_mtime_ns))

    assert [row["home_score"] for row in before] == [101]
    assert path.stat().st_size == written.st_size
    assert [row["home_score"] for row in rows_of(archive, "schedule", at(22))] == [102]


def test_a_boxscore_exists_once_its_game_is_over(archive):
    assert rows_of(archive, "player_boxscores", at(21, 59)) == []
    [row] = rows_of(archive, "player_boxscores", at(22))
    assert (row["player_lookup"], row["status"], row["points"]) == ("lukadoncic", "PLAYED", 20)


def test_a_game_without_a_tipoff_counts_as_an_evening_game(tmp_path):
    write(tmp_path, "schedule", [game(tipoff=None)])
    archive = ArchiveSource(tmp_path)

    assert rows_of(archive, "schedule", at(22, 29))[0]["status"] == "IN_PROGRESS"
    [row] = rows_of(archive, "schedule", at(22, 30))
    assert (row["status"], row["tipoff_at"]) == ("FINAL", None)


def test_a_playoff_game_is_not_on_the_schedule_before_its_day(tmp_path):
    write(tmp_path, "schedule", [game(tipoff=at(19)), game("0042500001", at(21), season_type="Playoffs")])
    archive = ArchiveSource(tmp_path)

    def scheduled(as_of):
        return [row["game_id"] for row in rows_of(archive, "schedule", as_of)]

    assert scheduled(at(23, 59, date(2026, 1, 14))) == ["0022500001"]
    assert scheduled(at(0)) == ["0022500001", "0042500001"]


def test_a_quote_exists_from_the_moment_it_was_seen(tmp_path, archive):
    quotes = [quote("seen", seen=at(8)), quote("updated", updated=at(12)), quote("unknown")]
    write(tmp_path, "points_props", quotes)

    def known(as_of):
        return [row["bookmaker"] for row in rows_of(archive, "points_props", as_of)]

    assert known(at(7, 59)) == []
    assert known(at(8, 59)) == ["seen"]
    assert known(at(9)) == ["seen", "unknown"]
    assert known(at(12)) == ["seen", "updated", "unknown"]


def test_a_quote_without_a_time_says_so(tmp_path, archive):
    write(tmp_path, "points_props", [quote("unknown")])

    [row] = rows_of(archive, "points_props", at(12))

    assert (row["snapshot_at"], row["snapshot_known"]) == (at(9), False)


def test_lines_and_injury_reports_are_published_in_the_morning(tmp_path, archive):
    line = {"game_date": DAY, "home_team_abbr": "BOS", "away_team_abbr": "NYK", "total": 220.5}
    injury = {"game_date": DAY, "team": "LA Clippers", "player_name": "Butler III, Jimmy"}
    eve = date(2026, 1, 14)
    injuries = [
        injury | {"current_status": "Out", "report_date": eve},
        injury | {"player_name": None, "reason": "NOT YET SUBMITTED", "report_date": DAY},
    ]
    write(tmp_path, "game_lines", [line])
    write(tmp_path, "injury_report", injuries)

    assert rows_of(archive, "game_lines", at(8, 59)) == []
    assert [row["bookmaker"] for row in rows_of(archive, "game_lines", at(9))] == ["unnamed"]
    assert rows_of(archive, "injury_report", at(8, 59, eve)) == []
    [known] = rows_of(archive, "injury_report", at(8, 59))
    assert (known["team"], known["player_lookup"], known["status"]) == ("LAC", "jimmybutler", "OUT")
    [_, late] = rows_of(archive, "injury_report", at(9))
    assert (late["player_lookup"], late["status"]) == ("", "NOT_SUBMITTED")


def test_inactive_players_stand_in_the_boxscore_of_a_game_that_is_over(tmp_path):
    day = date(2025, 1, 15)
    tipoff = at(19, day=day)
    write(tmp_path, "schedule", [game(tipoff=tipoff, game_date=day)], season="2024-25")
    write(tmp_path, "player_boxscores", [appearance(game_date=day)], season="2024-25")
    inactive = appearance(game_date=day, player_id=8, player_name="Jaylen Brown")
    write(tmp_path, "inactive_players", [{**inactive, "minutes": None, "pts": None}], season="2024-25")
    archive = ArchiveSource(tmp_path)

    assert rows_of(archive, "player_boxscores", at(21, 59, day), Days.only(day)) == []
    rows = rows_of(archive, "player_boxscores", at(22, 0, day), Days.only(day))
    assert [(row["player_id"], row["status"]) for row in rows] == [(7, "PLAYED"), (8, "INACTIVE")]


def test_days_of_several_seasons_are_answered_season_by_season(tmp_path):
    for year, season in ((2025, "2024-25"), (2026, "2025-26")):
        day = date(year, 1, 15)
        write(tmp_path, "schedule", [game(tipoff=at(19, day=day), game_date=day)], season=season)
    days = Days(date(2025, 1, 1), DAY)
    archive = ArchiveSource(tmp_path)

    answers = archive.fetch("schedule", days, at(23))

    assert [answer.uri[-15:] for answer in answers] == ["2024-25.parquet", "2025-26.parquet"]
    assert archive.parse("schedule", answers)["season"].to_pylist() == [2024, 2025]


def test_the_same_question_has_the_same_bytes(archive):
    [first] = archive.fetch("schedule", TODAY, at(23))
    [second] = archive.fetch("schedule", TODAY, at(23, 59))

    assert first.body == second.body


def test_a_season_that_the_archive_never_held_has_a_reason_and_no_answer(archive):
    assert archive.fetch("shot_zones", TODAY, at(23)) == []
    assert archive.parse("shot_zones", []).schema == ANSWERS["shot_zones"].to_pyarrow()
    assert archive.absence("shot_zones", DAY) == "the archive holds no shot zones for 2025-26"
    cup_final = "the archive holds no player boxscores of 2025-12-16, one of its known holes"
    assert archive.absence("player_boxscores", date(2025, 12, 16)) == cup_final
    assert archive.absence("player_boxscores", DAY) is None


def test_the_archive_answers_for_no_day_after_its_end(archive):
    with pytest.raises(SourceError, match="the archive ends on 2026-01-15"):
        archive.fetch("schedule", Days.only(date(2026, 1, 16)), at(9, day=date(2026, 1, 16)))


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-40])


def replace_by_a_web_page(path: Path) -> None:
    path.write_text("<html>404 Not Found</html>")


def drop_a_column(path: Path) -> None:
    pq.write_table(pq.read_table(path).drop_columns(["minutes"]), path)


def write_words_for_numbers(path: Path) -> None:
    rows = pq.read_table(path)
    index = rows.column_names.index("minutes")
    pq.write_table(rows.set_column(index, "minutes", pa.array(["half an hour"])), path)


def mix_in_another_season(path: Path) -> None:
    write(path.parents[1], "player_boxscores", [appearance(), appearance(game_date=date(2024, 11, 3))])


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (Path.unlink, r"player_boxscores/2025-26\.parquet is missing .* check NBA_ARCHIVE_DIR"),
        (truncate, r"2025-26\.parquet cannot be read as a player_boxscores file .* restore it"),
        (replace_by_a_web_page, r"2025-26\.parquet cannot be read as a player_boxscores file .* restore it"),
        (drop_a_column, r"2025-26\.parquet has no column minutes.* restore it"),
        (write_words_for_numbers, r"2025-26\.parquet cannot be read as a player_boxscores file .*half an hour"),
        (mix_in_another_season, r"2025-26\.parquet holds 1 rows of days outside 2025-10-01 … 2026-06-30"),
    ],
)
def test_a_damaged_file_is_named_with_what_is_wrong(tmp_path, archive, damage, sentence):
    damage(tmp_path / "player_boxscores" / "2025-26.parquet")

    with pytest.raises(SourceError, match=sentence):
        archive.fetch("player_boxscores", TODAY, at(23))


def test_a_directory_without_schedule_files_is_no_archive(tmp_path):
    with pytest.raises(SourceError, match="holds no schedule files; check NBA_ARCHIVE_DIR"):
        ArchiveSource(tmp_path).fetch("points_props", TODAY, at(9))


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        ("schedule", 13_329),
        ("player_boxscores", 279_853 + 51_592),
        ("team_boxscores", 26_312),
        ("points_props", 210_875),
        ("game_lines", 13_054),
        ("injury_report", 1_653),
        ("shot_zones", 204_343),
    ],
)
def test_the_real_archive_is_answered_whole(archive_dir, kind, rows):
    archive, everything = ArchiveSource(archive_dir), Days(date(2015, 10, 1), date(2026, 1, 31))

    answers = archive.fetch(kind, everything, datetime(2026, 2, 2, tzinfo=UTC))

    assert archive.parse(kind, answers).num_rows == rows


@pytest.mark.parametrize("hour", [9, 18, 20, 23])
def test_the_real_archive_tells_nothing_of_a_game_that_is_not_over(archive_dir, hour):
    archive, as_of = ArchiveSource(archive_dir), at(hour)
    games = {row["game_id"]: row for row in rows_of(archive, "schedule", as_of)}
    not_over = {key for key, row in games.items() if (as_of - row["tipoff_at"]).total_seconds() < 3 * 3600}

    assert not_over
    assert {key for key, row in games.items() if row["home_score"] is None} == not_over
    for kind in ("player_boxscores", "team_boxscores"):
        assert {row["game_id"] for row in rows_of(archive, kind, as_of)} == set(games) - not_over
    assert all(row["snapshot_at"] <= as_of for row in rows_of(archive, "points_props", as_of))
