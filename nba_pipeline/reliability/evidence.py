"""What the warehouse can prove of a range of days, for all who judge them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cached_property

import ibis.expr.schema as sch

from nba_pipeline.contracts import Before
from nba_pipeline.game_day import Days
from nba_pipeline.registry import table
from nba_pipeline.reliability.records import RECORDS
from nba_pipeline.warehouse.engine import Engine
from nba_pipeline.warehouse.reading import Reading, Wanted, read, read_with_receipts, receipts_of
from nba_pipeline.warehouse.receipts import Receipt


class Evidence:
    """Verified days of tables, which go by their short names, and what is on record of the same days.

    Each is read once, when it is first asked for.
    """

    def __init__(self, engine: Engine, days: Days, names: Collection[str]) -> None:
        self.engine = engine
        self.days = days
        self._names = {name: table(name).name for name in sorted(names) if name not in RECORDS}
        self._readings: dict[tuple[str, Before | None], Reading] = {}
        self._by_day: dict[str, Mapping[date, Receipt]] = {}

    def of(self, name: str, earlier: Before | None = None) -> Reading:
        """The verified days of a table or record, with `earlier` ones. Raises WarehouseError if it cannot be read."""
        if (name, earlier) not in self._readings:
            self._readings[name, earlier] = self._read(name, earlier)
        return self._readings[name, earlier]

    def _read(self, name: str, earlier: Before | None) -> Reading:
        days = self.days if earlier is None else Days(earlier.bound(self.days).first, self.days.last)
        if name in RECORDS:
            return Reading(RECORDS[name].rows(self.engine, days), [], {})
        full_name = self._names[name]
        if earlier is None and full_name in self._read_together:
            return self._read_together[full_name]
        return read(self.engine, table(name).contract, days)

    def is_known(self, name: str) -> bool:
        """Whether any of the days of a table was ever published."""
        return bool(self._receipts[self._names[name]])

    def receipt(self, name: str, day: date) -> Receipt | None:
        """The receipt of a verified day; None where it is not verified, or needs none."""
        if name not in self._by_day:
            self._by_day[name] = {receipt.game_date: receipt for receipt in self.of(name).receipts}
        return self._by_day[name].get(day)

    def doubt(self, name: str, day: date) -> str | None:
        """Why a day of a table is not verified, in a sentence that names the table; None where it is."""
        why = self.of(name).unverified.get(day)
        return why and f"{self._names[name]}: {why}"

    def holes(self, name: str, day: date) -> dict[str, str]:
        """The games that a verified day lacks, with the reason."""
        receipt = self.receipt(name, day)
        return {} if receipt is None else {gap.game_id: gap.reason for gap in receipt.gaps}

    def parts_missing(self, name: str, day: date) -> dict[str, str]:
        """What else a verified day lacks than games, like the league's own boxscore of one, with the reason."""
        receipt = self.receipt(name, day)
        return {} if receipt is None else receipt.missing

    @property
    def _read_together(self) -> Mapping[str, Reading]:
        return self._proven[0]

    @property
    def _receipts(self) -> Mapping[str, Sequence[Receipt]]:
        return self._proven[1]

    @cached_property
    def _proven(self) -> tuple[Mapping[str, Reading], Mapping[str, Sequence[Receipt]]]:
        """The readings of all tables, and their receipts, from one query.

        Where that fails there are no readings: each table is read by itself, and who fails tells why.
        """
        names = list(self._names.values())
        wanted = [Wanted(table(name).contract, self.days) for name in names]
        try:
            return read_with_receipts(self.engine, wanted, (), self.days)
        except Exception:  # of one table that was never made, or all: the readings that are asked for next raise it
            found: dict[str, list[Receipt]] = {name: [] for name in names}
            for receipt in receipts_of(self.engine, names, self.days):
                found[receipt.table_name].append(receipt)
            return {}, found


def schema_of(name: str) -> sch.Schema:
    """The columns of a table or a record."""
    return RECORDS[name].schema if name in RECORDS else table(name).contract.schema()
