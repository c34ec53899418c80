"""The answer schemas: what every source's parser yields, whatever the source calls it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import ibis
import ibis.expr.schema as sch
import pyarrow as pa

from nba_pipeline.sources.base import SourceError

MOMENT = "timestamp('UTC')"

_GAME = {"game_date": "!date", "game_id": "!string"}

STATISTICS = (
    *["points", "fgm", "fga", "fg3m", "fg3a", "ftm", "fta", "oreb", "dreb", "rebounds"],
    *["assists", "steals", "blocks", "turnovers", "fouls", "plus_minus"],
)
_STATISTICS = dict.fromkeys(STATISTICS, "int64")

ZONES = (
    *["restricted_area", "paint_non_ra", "mid_range"],
    *["above_break_3", "left_corner_3", "right_corner_3", "backcourt"],
)

ANSWERS: Mapping[str, sch.Schema] = {
    "schedule": ibis.schema(
        {
            **_GAME,
            "season": "!int64",
            "season_type": "!string",
            "tipoff_at": MOMENT,
            "home_team": "!string",
            "away_team": "!string",
            "status": "!string",
            "home_score": "int64",
            "away_score": "int64",
            "postponed": "!boolean",
        }
    ),
    "player_boxscores": ibis.schema(
        {
            **_GAME,
            "team": "!string",
            "player_id": "int64",
            "player_name": "!string",
            "player_lookup": "!string",
            "status": "!string",
            "not_played_reason": "string",
            "started": "boolean",
            "minutes": "float64",
            **_STATISTICS,
        }
    ),
    "team_boxscores": ibis.schema(
        {**_GAME, "team": "!string", **_STATISTICS, "turnovers_with_team": "int64"},
    ),
    "second_boxscores": ibis.schema(
        {
            "game_date": "!date",
            "team": "!string",
            "opponent": "!string",
            "player_name": "!string",
            "player_lookup": "!string",
            "minutes": "float64",
            "points": "int64",
        }
    ),
    "points_props": ibis.schema(
        {
            "game_date": "!date",
            "game_id": "string",
            "event_id": "string",
            "home_team": "string",
            "away_team": "string",
            "player_name": "!string",
            "player_lookup": "!string",
            "bookmaker": "!string",
            "book_type": "!string",
            "line": "!float64",
            "over_price": "int64",
            "under_price": "int64",
            "n_books": "int64",
            "snapshot_at": f"!{MOMENT}",
            "snapshot_known": "!boolean",
        }
    ),
    "game_lines": ibis.schema(
        {
            "game_date": "!date",
            "home_team": "!string",
            "away_team": "!string",
            "bookmaker": "!string",
            "listed_tipoff_at": MOMENT,
            "home_spread": "float64",
            "total": "float64",
            "home_moneyline": "int64",
            "away_moneyline": "int64",
            "quoted_at": f"!{MOMENT}",
        }
    ),
    "injury_report": ibis.schema(
        {
            "game_date": "!date",
            "report_at": f"!{MOMENT}",
            "team": "!string",
            "player_name": "string",
            "player_lookup": "!string",
            "status": "!string",
            "reason": "string",
        }
    ),
    "shot_zones": ibis.schema(
        {
            **_GAME,
            "team": "!string",
            "player_id": "!int64",
            **{f"{zone}_{shots}": "!int64" for zone in ZONES for shots in ("fga", "fgm")},
        }
    ),
}


def conform(kind: str, table: pa.Table) -> pa.Table:
    """The rows with exactly the columns, order and types of the kind's answer schema. Raises SourceError."""
    schema = ANSWERS[kind].to_pyarrow()
    missing = sorted(set(schema.names) - set(table.column_names))
    if missing:
        raise SourceError(f"the {kind} answer has no column {', '.join(missing)}")
    return pa.table([_conformed(kind, field, table[field.name]) for field in schema], schema=schema)


def _conformed(kind: str, field: pa.Field, column: pa.ChunkedArray) -> pa.ChunkedArray:
    try:
        cast = column.cast(field.type)
    except pa.ArrowException as error:
        raise SourceError(
            f"column {field.name} of the {kind} answer is {column.type}, which is no {field.type}: {error}"
        ) from error
    if cast.null_count and not field.nullable:
        raise SourceError(f"column {field.name} of the {kind} answer is null in {cast.null_count} rows")
    return cast


def completed(kind: str, columns: Mapping[str, Any], rows: int) -> pa.Table:
    """The kind's answer from the columns that a source knows; the others are null."""
    schema = ANSWERS[kind].to_pyarrow()
    every = {field.name: columns.get(field.name, pa.nulls(rows, field.type)) for field in schema}
    return conform(kind, pa.table(every))


def mapped(column: pa.ChunkedArray, function: Callable[[Any], Any], dtype: pa.DataType) -> pa.Array:
    """The function of each value, called once per distinct value. Null stays null."""
    encoded = column.combine_chunks().dictionary_encode()
    images = pa.array([function(value) for value in encoded.dictionary.to_pylist()], dtype)
    return images.take(encoded.indices)
