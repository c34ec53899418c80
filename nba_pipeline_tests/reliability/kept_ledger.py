"""The ledger of TODAY, and a table that loses a game of it without a word."""

from __future__ import annotations

import pyarrow as pa
from faults.league_desk import Desk
from reconciler import TODAY

from nba_pipeline.game_day import Days
from nba_pipeline.registry import table
from nba_pipeline.reliability.ledger import Ledger, keep, ledger
from nba_pipeline.warehouse.batch import Batch
from nba_pipeline.warehouse.publication import publish


def told(desk: Desk) -> Ledger:
    with desk.pipeline.open_engine() as engine:
        keep(engine, desk.clock, Days.only(TODAY), "test")
        return ledger(engine, TODAY)


def publish_without(desk: Desk, name: str, game_id: str) -> None:
    """A day of a table that lacks a game, and whose receipt says so."""
    rows = desk.rows(name, TODAY)
    games = [{"game_date": TODAY, "game_id": game} for game in sorted({row["game_id"] for row in rows})]
    contract = table(name).contract
    kept = [row for row in rows if row["game_id"] != game_id]
    with desk.pipeline.open_engine() as engine:
        batch = Batch(
            table=contract,
            days=Days.only(TODAY),
            rows=engine.upload(pa.Table.from_pylist(kept, schema=contract.schema().to_pyarrow())),
            code_version="defective",
            run_id="defective",
            published_at=desk.clock.now(),
            expected_games=engine.upload(pa.Table.from_pylist(games)),
        )
        assert publish(engine, batch).refused == {}
