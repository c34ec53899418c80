"""What the live source says of an event's odds that do not come leads to the game whose players the ledger names."""

from __future__ import annotations

import ibis
import pyarrow as pa
from services import BROKEN
from small_day import DAY, GAMES

from nba_pipeline.registry import table
from nba_pipeline.tables.reliability import lines_not_had
from nba_pipeline.warehouse.absences import ABSENCES_SCHEMA, Absence


def test_the_part_that_was_not_answered_is_the_lines_of_its_game(acquired, services):
    services.trouble(GAMES[0].props, BROKEN)
    props = table("points_props").contract.name
    rows = [
        {
            "game_date": part.game_date,
            "table_name": props,
            "kind": Absence.PART,
            "what": part.what,
            "reason": "HTTP 500",
        }
        for part in acquired("points_props").unanswered
    ]
    absences = ibis.memtable(pa.Table.from_pylist(rows, schema=ABSENCES_SCHEMA.to_pyarrow()))

    found = lines_not_had.of_games(ibis.memtable(acquired("schedule").rows), absences)

    assert found.to_pyarrow().to_pylist() == [
        {"game_date": DAY, "game_id": GAMES[0].game_id, "lines_not_had": f"{props}: HTTP 500"}
    ]
