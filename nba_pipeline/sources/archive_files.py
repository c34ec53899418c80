"""The archive's files: their columns, the days that they hold, and what they mean in an answer's words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from nba_pipeline.game_day import PUBLICATION_HOUR, Days, eastern, season_days, season_of
from nba_pipeline.names import player_lookup
from nba_pipeline.sources.answers import ANSWERS, ZONES, completed, mapped
from nba_pipeline.sources.base import SourceError
from nba_pipeline.sources.teams import team_of_id, team_of_name
from nba_pipeline.statuses import InjuryStatus, PlayerStatus

UTC_MOMENT = pa.timestamp("us", tz="UTC")
UNNAMED_BOOK = "unnamed"

Columns = dict[str, Any]


@dataclass(frozen=True)
class ArchiveFile:
    """One folder of season files, which answers a kind, alone or with others.

    `columns` says which of the file's columns is which of the answer's; `own` are further ones, with their
    types; `computed` makes from the file's rows what no column holds. `held` are the game days covered.
    """

    folder: str
    kind: str
    held: Sequence[Days]
    columns: Mapping[str, str]
    own: Mapping[str, pa.DataType] = field(default_factory=dict)
    computed: Callable[[pa.Table], Columns] = lambda rows: {}

    @property
    def schema(self) -> pa.Schema:
        """What a file must hold, as the types of the answer ask for it."""
        answer = ANSWERS[self.kind].to_pyarrow()
        named = {column: answer.field(name).type for column, name in self.columns.items()}
        return pa.schema({**named, **self.own})

    def holds_season(self, season: int) -> bool:
        days = season_days(season)
        return any(held.first <= days.last and days.first <= held.last for held in self.held)

    def holds(self, day: date) -> bool:
        return any(day in held for held in self.held)

    def answer(self, rows: pa.Table) -> pa.Table:
        """The file's rows in the answer schema."""
        named = {name: rows[column] for column, name in self.columns.items()}
        return completed(self.kind, {**named, **self.computed(rows)}, rows.num_rows)


def moments(days: pa.ChunkedArray, at: time) -> pa.Array:
    """The moment of a wall-clock time in US/Eastern on each game day."""
    return mapped(days, lambda day: eastern(day, at), UTC_MOMENT)


def quoted_at(rows: pa.Table) -> pa.Array:
    """When a quote was seen; from the hour of publication where nobody noted it."""
    noted = pc.coalesce(rows["snapshot_at_utc"], rows["last_update_utc"])
    return pc.coalesce(noted, moments(rows["game_date"], PUBLICATION_HOUR))


def _constant(rows: pa.Table, value: object) -> pa.Array:
    return pa.repeat(value, rows.num_rows)


def _lookup(rows: pa.Table) -> pa.Array:
    return mapped(rows["player_name"], player_lookup, pa.string())


def _schedule(rows: pa.Table) -> Columns:
    # the archive leaves postponed games out
    season = mapped(rows["game_date"], season_of, pa.int64())
    return {"season": season, "status": rows["status"], "postponed": _constant(rows, False)}


def _appeared(rows: pa.Table) -> Columns:
    return {"player_lookup": _lookup(rows), "status": _constant(rows, PlayerStatus.PLAYED.value)}


def _inactive(rows: pa.Table) -> Columns:
    return {"player_lookup": _lookup(rows), "status": _constant(rows, PlayerStatus.INACTIVE.value)}


def _props(rows: pa.Table) -> Columns:
    noted = pc.coalesce(rows["snapshot_at_utc"], rows["last_update_utc"])
    snapshot_at = pc.floor_temporal(quoted_at(rows), unit="second")
    return {
        "player_lookup": _lookup(rows),
        "snapshot_at": snapshot_at,
        "snapshot_known": pc.is_valid(noted),
    }


def _lines(rows: pa.Table) -> Columns:
    return {
        "bookmaker": pc.fill_null(rows["book"], UNNAMED_BOOK),
        "quoted_at": moments(rows["game_date"], PUBLICATION_HOUR),
    }


def _injury_status(status: str) -> str:
    try:
        return InjuryStatus(status.upper()).value
    except ValueError:
        raise SourceError(f"{status!r} is not a status of the injury report") from None


def _injuries(rows: pa.Table) -> Columns:
    status = mapped(rows["current_status"], _injury_status, pa.string())
    return {
        "report_at": moments(rows["report_date"], PUBLICATION_HOUR),
        "team": mapped(rows["team"], team_of_name, pa.string()),
        "player_lookup": pc.fill_null(_lookup(rows), ""),
        "status": pc.fill_null(status, InjuryStatus.NOT_SUBMITTED.value),
    }


def _zones(rows: pa.Table) -> Columns:
    return {"team": mapped(rows["team_id"], team_of_id, pa.string())}


_GAME = {"game_date": "game_date", "game_id": "game_id"}
_TEAM = {**_GAME, "team_abbr": "team"}
_PLAYER = {**_TEAM, "player_id": "player_id", "player_name": "player_name"}
_STATISTICS = {name: name for name in ("fgm", "fga", "fg3m", "fg3a", "ftm", "fta", "oreb", "dreb")} | {
    "pts": "points",
    "reb": "rebounds",
    "ast": "assists",
    "stl": "steals",
    "blk": "blocks",
    "tov": "turnovers",
    "pf": "fouls",
    "plus_minus": "plus_minus",
}
_SIDES = {"home_team_abbr": "home_team", "away_team_abbr": "away_team"}

_ALWAYS = [Days(date(2015, 10, 1), date.max)]
# No boxscores of the play-offs of 2019 and 2020, the play-in of 2021 and the Cup final of 2025.
_BOXSCORES = [
    Days(date(2015, 10, 1), date(2019, 4, 12)),
    Days(date(2019, 10, 1), date(2020, 8, 14)),
    Days(date(2020, 12, 1), date(2021, 5, 17)),
    Days(date(2021, 5, 22), date(2025, 12, 15)),
    Days(date(2025, 12, 17), date.max),
]
_PROPS = [
    Days(date(2022, 10, 20), date(2023, 6, 12)),
    Days(date(2024, 1, 30), date(2024, 6, 17)),
    Days(date(2024, 10, 22), date(2025, 1, 12)),
    Days(date(2025, 2, 19), date(2025, 5, 5)),
    Days(date(2025, 10, 21), date.max),
]
_GAME_LINES = [
    Days(date(2015, 10, 1), date(2019, 4, 12)),
    Days(date(2019, 10, 1), date(2020, 8, 14)),
    Days(date(2020, 12, 1), date(2024, 4, 28)),
    Days(date(2024, 10, 1), date(2025, 4, 13)),
    Days(date(2025, 10, 22), date.max),
]
_SHOT_ZONES = [
    Days(date(2015, 10, 27), date(2016, 4, 13)),
    Days(date(2016, 10, 25), date(2017, 4, 12)),
    Days(date(2017, 10, 17), date(2018, 4, 11)),
    Days(date(2019, 10, 22), date(2020, 8, 14)),
    Days(date(2020, 12, 23), date(2021, 5, 16)),
    Days(date(2021, 10, 19), date(2022, 1, 5)),
    Days(date(2022, 10, 18), date(2023, 4, 9)),
    Days(date(2023, 10, 24), date(2024, 4, 14)),
    Days(date(2024, 10, 22), date(2025, 4, 13)),
]

SCHEDULE = ArchiveFile(
    "schedule",
    "schedule",
    held=_ALWAYS,
    columns={
        **_GAME,
        **_SIDES,
        "season_type": "season_type",
        "tipoff_utc": "tipoff_at",
        "home_score": "home_score",
        "away_score": "away_score",
    },
    computed=_schedule,
)

FILES: Sequence[ArchiveFile] = [
    SCHEDULE,
    ArchiveFile(
        "player_boxscores",
        "player_boxscores",
        held=_BOXSCORES,
        columns={**_PLAYER, "started": "started", "minutes": "minutes", **_STATISTICS},
        computed=_appeared,
    ),
    ArchiveFile(
        "inactive_players",
        "player_boxscores",
        held=[Days(date(2022, 10, 1), date(2025, 6, 30))],
        columns=_PLAYER,
        computed=_inactive,
    ),
    ArchiveFile(
        "team_boxscores",
        "team_boxscores",
        held=_BOXSCORES,
        columns={**_TEAM, **_STATISTICS, "tov_incl_team": "turnovers_with_team"},
    ),
    ArchiveFile(
        "points_props",
        "points_props",
        held=_PROPS,
        columns={
            **_GAME,
            **_SIDES,
            "event_id": "event_id",
            "player_name": "player_name",
            "bookmaker": "bookmaker",
            "book_type": "book_type",
            "line": "line",
            "over_price": "over_price",
            "under_price": "under_price",
            "n_books": "n_books",
        },
        own={"snapshot_at_utc": UTC_MOMENT, "last_update_utc": UTC_MOMENT},
        computed=_props,
    ),
    ArchiveFile(
        "game_lines",
        "game_lines",
        held=_GAME_LINES,
        columns={
            "game_date": "game_date",
            **_SIDES,
            "commence_time_utc": "listed_tipoff_at",
            "home_spread": "home_spread",
            "total": "total",
            "home_moneyline": "home_moneyline",
            "away_moneyline": "away_moneyline",
        },
        own={"book": pa.string()},
        computed=_lines,
    ),
    ArchiveFile(
        "injury_report",
        "injury_report",
        held=[Days(date(2025, 10, 21), date(2025, 11, 8))],
        columns={"game_date": "game_date", "player_name": "player_name", "reason": "reason"},
        own={"team": pa.string(), "current_status": pa.string(), "report_date": pa.date32()},
        computed=_injuries,
    ),
    ArchiveFile(
        "shot_zones",
        "shot_zones",
        held=_SHOT_ZONES,
        columns={
            **_GAME,
            "player_id": "player_id",
            **{f"{zone}_{shots}": f"{zone}_{shots}" for zone in ZONES for shots in ("fga", "fgm")},
        },
        own={"team_id": pa.int64()},
        computed=_zones,
    ),
]
