"""The archive: season files of real games and lines, answered as they were known at any moment.

A game counts as over three hours after its tip-off. Where the archive has no tip-off (0.1 % of the games),
it is taken as 19:30 US/Eastern for this purpose only. Before a game is over there is no score, no boxscore
and no shot zone of it. A quote exists from the moment it was seen; a quote without one, a game line and an
injury report from 09:00 US/Eastern of their day. A game beyond the regular season is on the schedule from
its own day on: earlier, it would tell who won the games before it.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from nba_pipeline.game_day import PUBLICATION_HOUR, Days, by_season, season_days, season_name, season_of
from nba_pipeline.sources.answers import ANSWERS
from nba_pipeline.sources.archive_files import FILES, SCHEDULE, UTC_MOMENT, ArchiveFile, moments, quoted_at
from nba_pipeline.sources.base import Answer, SourceError
from nba_pipeline.statuses import GameStatus

GAME_LENGTH = timedelta(hours=3)
USUAL_TIPOFF = time(19, 30)

_ALWAYS_KNOWN = datetime(1970, 1, 1, tzinfo=UTC)


class ArchiveSource:
    """Answers from the Parquet files in `directory`, one folder a kind and one file a season."""

    name = "archive"

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def fetch(self, kind: str, days: Days, as_of: datetime) -> list[Answer]:
        """One answer a season file; none for seasons that the archive does not hold. Raises SourceError."""
        end = self._end()
        if days.last > end:
            raise SourceError(
                f"the archive ends on {end}: ask for no {kind} after that day, "
                f"or check NBA_ARCHIVE_DIR ({self._directory})"
            )
        return [
            self._answer(file, part, as_of)
            for part in by_season(days)
            for file in _files(kind)
            if file.holds_season(season_of(part.first))
        ]

    def parse(self, kind: str, answers: Sequence[Answer]) -> pa.Table:
        by_folder = {file.folder: file for file in _files(kind)}
        parsed = [by_folder[answer.kind].answer(_unpacked(answer)) for answer in answers]
        return pa.concat_tables([ANSWERS[kind].to_pyarrow().empty_table(), *parsed])

    def absence(self, kind: str, day: date) -> str | None:
        files = _files(kind)
        if any(file.holds(day) for file in files):
            return None
        words = kind.replace("_", " ")
        season = season_of(day)
        if any(file.holds_season(season) for file in files):
            return f"the archive holds no {words} of {day}, one of its known holes"
        return f"the archive holds no {words} for {season_name(season)}"

    def too_dear(self, day: date, runs: int, as_of: datetime) -> str | None:
        return None

    def describe(self) -> str:
        return f"archive in {self._directory}, to {self._end()}"

    def _answer(self, file: ArchiveFile, days: Days, as_of: datetime) -> Answer:
        season = season_of(days.first)
        schedule = _within(self._read(SCHEDULE, season), days)
        rows = schedule if file is SCHEDULE else _within(self._read(file, season), days)
        known_at = _KNOWN_AT[file.folder](rows, schedule)
        rows = rows.filter(pc.less_equal(known_at, pa.scalar(as_of, UTC_MOMENT)))
        if file is SCHEDULE:
            rows = _without_results_to_come(rows, as_of)
        packed = io.BytesIO()
        pq.write_table(rows, packed, compression="zstd")
        return Answer(
            kind=file.folder,
            days=days,
            uri=self._path(file, season).resolve().as_uri(),
            media_type="application/vnd.apache.parquet",
            body=packed.getvalue(),
            fetched_at=as_of,
        )

    def _path(self, file: ArchiveFile, season: int) -> Path:
        return self._directory / file.folder / f"{season_name(season)}.parquet"

    def _read(self, file: ArchiveFile, season: int) -> pa.Table:
        """A season file with the columns and types that it should have, whole. Raises SourceError."""
        path = self._path(file, season)
        if not path.is_file():
            raise SourceError(f"{path} is missing from the archive; restore it, or check NBA_ARCHIVE_DIR")
        if file is not SCHEDULE:
            return _whole(file, path, season)
        written = path.stat()  # every kind of answer needs the schedule
        return _schedule(path, season, written.st_ctime_ns, written.st_size)

    def _end(self) -> date:
        """The last game day of the newest schedule file."""
        files = sorted((self._directory / SCHEDULE.folder).glob("[12]???-??.parquet"))
        if not files:
            raise SourceError(f"{self._directory} holds no schedule files; check NBA_ARCHIVE_DIR")
        last: date | None = pc.max(self._read(SCHEDULE, int(files[-1].name[:4]))["game_date"]).as_py()
        if last is None:
            raise SourceError(f"{files[-1]} holds no games; restore it")
        return last


@lru_cache(maxsize=4)
def _schedule(path: Path, season: int, _changed_ns: int, _size: int) -> pa.Table:
    """The schedule file of a season, read again once it is changed; a copied file may keep its time of writing."""
    return _whole(SCHEDULE, path, season)


def _whole(file: ArchiveFile, path: Path, season: int) -> pa.Table:
    try:
        with pq.ParquetFile(path) as parquet:
            missing = sorted(set(file.schema.names) - set(parquet.schema_arrow.names))
            if missing:
                raise SourceError(f"{path} has no column {', '.join(missing)}: it is no {file.folder} file; restore it")
            rows = parquet.read(file.schema.names).select(file.schema.names).cast(file.schema)
    except (pa.ArrowException, OSError) as error:
        raise SourceError(
            f"{path} cannot be read as a {file.folder} file ({_first_line(error)}): "
            "truncated, or not Parquet at all; restore it"
        ) from error
    span = season_days(season)
    stray = rows.num_rows - _within(rows, span).num_rows
    if stray:
        raise SourceError(f"{path} holds {stray} rows of days outside {span}, its season; restore the file")
    return rows


def _files(kind: str) -> Sequence[ArchiveFile]:
    return [file for file in FILES if file.kind == kind]


def _within(rows: pa.Table, days: Days) -> pa.Table:
    return rows.filter(
        pc.and_(
            pc.greater_equal(rows["game_date"], pa.scalar(days.first)),
            pc.less_equal(rows["game_date"], pa.scalar(days.last)),
        )
    )


def _unpacked(answer: Answer) -> pa.Table:
    try:
        return pq.read_table(io.BytesIO(answer.body))
    except (pa.ArrowException, OSError) as error:
        raise SourceError(
            f"the answer {answer.uri} for {answer.days} is not Parquet ({_first_line(error)}); fetch it again"
        ) from error


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]


def _tipoff_at(rows: pa.Table, schedule: pa.Table) -> pa.Array:
    """The tip-off of each row's game."""
    game = pc.index_in(rows["game_id"], value_set=schedule["game_id"].combine_chunks())
    known = schedule["tipoff_utc"].combine_chunks().take(game.combine_chunks())
    return pc.coalesce(known, moments(rows["game_date"], USUAL_TIPOFF))


def _over_at(rows: pa.Table, schedule: pa.Table) -> pa.Array:
    return pc.add(_tipoff_at(rows, schedule), pa.scalar(GAME_LENGTH))


def _scheduled_at(rows: pa.Table, _schedule: pa.Table) -> pa.Array:
    return pc.if_else(
        pc.equal(rows["season_type"], "Regular Season"),
        pa.scalar(_ALWAYS_KNOWN, UTC_MOMENT),
        moments(rows["game_date"], time(0)),
    )


def _published_at(day: str) -> Callable[[pa.Table, pa.Table], pa.Array]:
    return lambda rows, _schedule: moments(rows[day], PUBLICATION_HOUR)


# From which moment each row of a file is known, given the rows and the schedule of their days.
_KNOWN_AT: Mapping[str, Callable[[pa.Table, pa.Table], pa.Array]] = {
    "schedule": _scheduled_at,
    "player_boxscores": _over_at,
    "inactive_players": _over_at,
    "team_boxscores": _over_at,
    "shot_zones": _over_at,
    "points_props": lambda rows, _schedule: quoted_at(rows),
    "game_lines": _published_at("game_date"),
    "injury_report": _published_at("report_date"),
}


def _without_results_to_come(schedule: pa.Table, as_of: datetime) -> pa.Table:
    """Add each game's status at that moment, and hide the scores of games that are not over."""
    moment = pa.scalar(as_of, UTC_MOMENT)
    over = pc.less_equal(_over_at(schedule, schedule), moment)
    begun = pc.less_equal(_tipoff_at(schedule, schedule), moment)
    status = pc.if_else(
        over,
        GameStatus.FINAL.value,
        pc.if_else(begun, GameStatus.IN_PROGRESS.value, GameStatus.UPCOMING.value),
    )
    for score in ("home_score", "away_score"):
        shown = pc.if_else(over, schedule[score], pa.scalar(None, schedule[score].type))
        schedule = schedule.set_column(schedule.column_names.index(score), score, shown)
    return schedule.append_column("status", status)
