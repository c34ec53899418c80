"""Small days for the tests of the raw tables: a schedule, answers, and what a table's function says of them."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import UTC, date, datetime, time

import ibis
import ibis.expr.types as ir

from nba_pipeline.game_day import Days, eastern
from nba_pipeline.sources.answers import completed
from nba_pipeline.sources.archive import ArchiveSource

DAY = date(2026, 1, 15)
TIPOFF = eastern(DAY, time(19))
GAME, OTHER_GAME = "0022500001", "0022500002"

Rows = list[dict]


def answer(kind: str, rows: Rows) -> ir.Table:
    """An answer of that day; what a row does not name is null."""
    rows = [{"game_date": DAY, **row} for row in rows]
    named = {name for row in rows for name in row}
    columns = {name: [row.get(name) for row in rows] for name in named}
    return ibis.memtable(completed(kind, columns, len(rows)))


def scheduled(*games: dict) -> ir.Table:
    final = {
        "season": 2025,
        "season_type": "Regular Season",
        "tipoff_at": TIPOFF,
        "status": "FINAL",
        "postponed": False,
    }
    teams = {"game_id": GAME, "home_team": "BOS", "away_team": "NYK", "home_score": 100, "away_score": 90}
    return answer("schedule", [final | teams | game for game in games or [{}]])


def said(function: Callable[..., ir.Table], **inputs: ir.Table) -> Rows:
    wanted = inspect.signature(function).parameters
    return function(**{name: inputs[name] for name in wanted}).to_pyarrow().to_pylist()


def real(archive_dir, kind: str, days: Days) -> ir.Table:
    archive = ArchiveSource(archive_dir)
    answers = archive.fetch(kind, days, datetime(2026, 2, 2, tzinfo=UTC))
    return ibis.memtable(archive.parse(kind, answers))
