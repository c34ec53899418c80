"""A small table and its days: what the tests of the warehouse publish, read and break."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import ibis
import pyarrow as pa

from nba_pipeline.contracts import Column, Phase, Table, When
from nba_pipeline.game_day import Days
from nba_pipeline.warehouse.batch import Batch, Publication
from nba_pipeline.warehouse.bigquery.dialect import quoted
from nba_pipeline.warehouse.bigquery.engine import BigQueryEngine
from nba_pipeline.warehouse.bigquery.transaction import SEPARATOR
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.warehouse.engine import Engine, Ledger
from nba_pipeline.warehouse.publication import publish
from nba_pipeline.warehouse.reading import read, receipts_of
from nba_pipeline.warehouse.receipts import QUARANTINE, QUARANTINE_SCHEMA, RECEIPTS, RECEIPTS_SCHEMA, Receipt

DAY = date(2026, 1, 15)
YESTERDAY, TOMORROW = DAY - timedelta(days=1), DAY + timedelta(days=1)
TODAY = Days.only(DAY)
THREE_DAYS = Days(YESTERDAY, TOMORROW)
EVER = Days(date(2015, 1, 1), date(2035, 1, 1))
SUMMER_DAY = date(2025, 8, 1)
NOON = datetime(2026, 1, 16, 12, tzinfo=UTC)

STATUSES = ("PLAYED", "DNP")

TABLE = Table(
    name="nba_test.player_lines",
    grain="game x player",
    phase=Phase.RAW,
    when=When.PREGAME,
    key=("game_date", "game_id", "player_id"),
    columns=[
        Column("game_date", date, "The game day"),
        Column("game_id", str, "The game"),
        Column("player_id", int, "The player", low=1),
        Column("player_name", str, "His name", null="the source does not name him"),
        Column("note", str, "A remark beside the name", null="there is none"),
        Column("status", str, "Whether he played", values=STATUSES),
        Column("points", int, "His points", low=0, high=100, null="he did not play"),
        Column("minutes", float, "His minutes", low=0, high=75, null="he did not play"),
        Column("edge", float, "Any number", null="unknown"),
        Column("starter", bool, "Whether he started"),
        Column("seen_at", datetime, "When it was known", null="unknown"),
    ],
)

# Rows that belong to a day and to no game.
RATINGS = Table(
    name="nba_test.team_ratings",
    grain="day x team",
    phase=Phase.RAW,
    when=When.PREGAME,
    key=("game_date", "team"),
    columns=[
        Column("game_date", date, "The game day"),
        Column("team", str, "The team"),
        Column("rating", float, "Its strength", low=0),
    ],
)

# Some of its rows belong to a game, others to none; it has a column that quarantine has, too.
REPORT = Table(
    name="nba_test.injury_report",
    grain="day x player",
    phase=Phase.RAW,
    when=When.PREGAME,
    key=("game_date", "player_id"),
    columns=[
        Column("game_date", date, "The game day"),
        Column("game_id", str, "The game", null="the team has none"),
        Column("player_id", int, "The player", low=1),
        Column("reason", str, "In the report's words", null="it gives none"),
    ],
)

Rows = list[dict]


def row(player: int = 1, game: str = "G1", day: date = DAY, **cells) -> dict:
    usual = {
        "game_date": day,
        "game_id": game,
        "player_id": player,
        "player_name": f"Player {player}",
        "note": None,
        "status": "PLAYED",
        "points": 10 + player,
        "minutes": 30.5,
        "edge": -1.25,
        "starter": player == 1,
        "seen_at": datetime(2026, 1, 15, 14, 30, player, tzinfo=UTC),
    }
    return usual | cells


def game(name: str, players: int = 2, day: date = DAY, **cells) -> Rows:
    return [row(player, name, day, **cells) for player in range(1, players + 1)]


def frame(rows: Rows, table: Table = TABLE) -> pa.Table:
    """These rows in the table's types; any cell may be null."""
    fields = [field.with_nullable(True) for field in table.schema().to_pyarrow()]
    return pa.Table.from_pylist(rows, schema=pa.schema(fields))


def batch(engine: Engine, days: Days, rows: Rows | pa.Table, table: Table = TABLE, **fields) -> Batch:
    uploaded = engine.upload(rows if isinstance(rows, pa.Table) else frame(rows, table))
    usual = {"code_version": "code 1", "run_id": "run 1", "published_at": NOON}
    return Batch(table=table, days=days, rows=uploaded, **usual | fields)


def publish_rows(engine: Engine, days: Days, rows: Rows | pa.Table, table: Table = TABLE, **fields) -> Publication:
    return publish(engine, batch(engine, days, rows, table, **fields))


@dataclass(frozen=True)
class Shown:
    """What a reader is told about some days; `rows` are ordered by key."""

    rows: Rows
    receipts: Sequence[Receipt]
    unverified: Mapping[date, str]


def shown(engine: Engine, days: Days = THREE_DAYS, table: Table = TABLE) -> Shown:
    reading = read(engine, table, days)
    rows = engine.fetch(reading.rows).to_pylist()
    rows.sort(key=lambda cells: [str(cells[name]) for name in table.key])
    return Shown(rows, reading.receipts, reading.unverified)


def receipt_of(engine: Engine, day: date = DAY, table: Table = TABLE) -> Receipt | None:
    return next(iter(receipts_of(engine, [table.name], Days.only(day))), None)


def all_receipts(engine: Engine) -> Rows:
    """Every receipt that was ever written, the oldest revision first."""
    rows = engine.fetch(engine.slice(RECEIPTS, RECEIPTS_SCHEMA, EVER)).to_pylist()
    return sorted(rows, key=lambda cells: (cells["game_date"], cells["revision"]))


def quarantine(engine: Engine) -> Rows:
    rows = engine.fetch(engine.slice(QUARANTINE, QUARANTINE_SCHEMA, EVER)).to_pylist()
    return sorted(rows, key=lambda cells: str(cells["row"]))


def games(engine: Engine, *names: str, day: date = DAY):
    """A relation of games, as `expected_games` gives it."""
    return engine.upload(frame([row(game=name, day=day) for name in names])).select("game_date", "game_id")


def findings(engine: Engine, reasons: Mapping[str, str], day: date = DAY):
    """A relation of games that are held back, as `held_back` gives it."""
    cells = {"game_date": [day] * len(reasons), "game_id": list(reasons), "reason": list(reasons.values())}
    return engine.upload(pa.table(cells))


def run_sql(engine: Engine, statements: Sequence[str]) -> None:
    """Go past the write path, as a careless hand or a defective engine would."""
    if engine.name == "bigquery":
        engine._client.query(SEPARATOR.join(_placed(engine, statement) for statement in statements)).result()
        return
    for statement in statements:
        engine._connection.raw_sql(statement)


def reopened(engine: Engine, read_only: bool = False) -> Engine:
    """Another connection to the same warehouse."""
    if isinstance(engine, BigQueryEngine):
        return BigQueryEngine(engine._client, engine._place, engine._jobs, engine._templates._directory, read_only)
    return DuckDBEngine(engine.path, read_only=read_only)


def damaged(engine: BigQueryEngine, script: str, statement: str) -> str:
    """A script that does something else as well, right after a table's rows are inserted."""
    damage = _placed(engine, statement)
    statements = script.split(SEPARATOR)
    hit = [f"{one}{SEPARATOR}{damage}" if _inserts_rows(one) else one for one in statements]
    return SEPARATOR.join(hit)


def _inserts_rows(statement: str) -> bool:
    return statement.startswith("INSERT INTO") and "nba_test" in statement.split("(")[0]


def _placed(engine: BigQueryEngine, statement: str) -> str:
    """A statement about `dataset.table` with the dataset's whole name."""
    return re.sub(r"\b(nba_\w+)\.(\w+)", lambda named: quoted(engine._place.table_id(named[0])), statement)


def stages(engine: Engine) -> list[str]:
    """Names of the stage tables that are still there."""
    if engine.name == "bigquery":
        found = engine._client.list_tables(engine._tables.stage("any").removesuffix(".any"))
        return [table.table_id for table in found if table.table_id.startswith("stage")]
    found = engine._connection.con.execute("SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'stage%'")
    return [name for (name,) in found.fetchall()]


FINDINGS = Ledger("nba_test.findings", ibis.schema({"game_date": "!date", "finding": "!string"}))


def entry(*findings: str, day=DAY) -> pa.Table:
    rows = [{"game_date": day, "finding": finding} for finding in findings]
    return pa.Table.from_pylist(rows, schema=FINDINGS.schema.to_pyarrow())


def kept(engine: Engine, days=EVER) -> list[str]:
    return sorted(row["finding"] for row in engine.fetch(engine.entries(FINDINGS, days)).to_pylist())
