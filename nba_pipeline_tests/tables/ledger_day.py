"""A day whose ledger is made, with everybody everywhere until something is changed."""

from __future__ import annotations

from datetime import date

import pyarrow as pa
from small_league import EVER, Rows, made_from, rows_of

from nba_pipeline.registry import table
from nba_pipeline.systems.roster import SYSTEMS
from nba_pipeline.tables.reliability.player_ledger import PHASES
from nba_pipeline.tables.reliability.whereabouts import Whereabouts
from nba_pipeline.warehouse.absences import ABSENCES_SCHEMA, Absence

DAY, GAME = date(2026, 1, 13), "0022500001"
PROPS, CONTEXT = "points_props", "upcoming_player_game_context"
CACHE, FEATURES = "player_daily_cache", "ml_feature_store_v2"
PREDICTIONS, BOXSCORES, SUMMARY, GRADES = (
    *("player_prop_predictions", "player_boxscores"),
    *("player_game_summary", "prediction_accuracy"),
)
ANNA, BERT = 1, 2


class ADay:
    """One game that is over, and two players who are everywhere, until something is changed."""

    def __init__(self) -> None:
        game = {"game_date": DAY, "game_id": GAME}
        sides = {"home_team": "ATL", "away_team": "BOS"}
        self.rows: dict[str, Rows] = {
            "schedule": [game | sides | {"status": "FINAL", "postponed": False}],
            PROPS: [],
        }
        self.absences: Rows = []
        for player, name in ((ANNA, "Anna"), (BERT, "Bert")):
            key = game | {"player_id": player}
            who = key | {"player_name": name, "player_lookup": name.lower(), "team": "ATL"}
            self._add(CONTEXT, who | {"points_line": 12.5, "injury_status": "available"})
            self._add(CACHE, key)
            self._add(FEATURES, key | {"is_quality_ready": True})
            for system in SYSTEMS:
                self._add(PREDICTIONS, key | {"system_id": system.system_id, "predicted_points": 9, "is_active": True})
                self._add(GRADES, key | {"system_id": system.system_id})
            self._add(BOXSCORES, who | {"status": "PLAYED"})
            self._add(SUMMARY, who | {"status": "PLAYED"})

    def _add(self, name: str, row: dict) -> None:
        self.rows.setdefault(name, []).append(row)

    def change(self, name: str, player: int = ANNA, only: dict | None = None, **more) -> None:
        for row in self.rows[name]:
            if row.get("player_id", player) == player and (only or {}).items() <= row.items():
                row.update(more)

    def lose(self, *names: str, player: int = ANNA, **only) -> None:
        for name in names:
            self.rows[name] = [r for r in self.rows[name] if r["player_id"] != player or not only.items() <= r.items()]

    def lack(self, name: str, kind: Absence, what: str | None = None, reason: str = "so it is") -> None:
        """A table lacks the day, the game or a part: its rows are gone, and receipt or quarantine say why."""
        row = {"game_date": DAY, "table_name": table(name).name, "kind": kind.value, "what": what, "reason": reason}
        whole_game = kind in (Absence.HELD_BACK, Absence.GAME)
        self.absences.append(row | {"game_id": GAME if whole_game or kind is Absence.ITEM else None})
        if whole_game or kind is Absence.DAY:
            self.rows[name] = []

    def ledger(self) -> dict[str, dict]:
        tables = {name: rows_of(table(name).contract, rows) for name, rows in self.rows.items()}
        tables["absences"] = pa.Table.from_pylist(self.absences, schema=ABSENCES_SCHEMA.to_pyarrow())
        rows = made_from(tables, "player_ledger", EVER).sort_by("player_name").to_pylist()
        return {row["player_name"]: row for row in rows}


def words(row: dict) -> dict[str, str]:
    """The phases in which he is not simply there."""
    return {name: row[name] for name in PHASES if row[name] != Whereabouts.THERE}
