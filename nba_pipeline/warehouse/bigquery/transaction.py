"""The scripts that write: one transaction each, with gates that roll it back.

A statement that fails ends the script before its commit, and with it the transaction. Gates are such statements:
they fail unless the tables hold what they must.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from nba_pipeline.contracts import PARTITION, Table
from nba_pipeline.game_day import Days, season_days, season_of
from nba_pipeline.warehouse.bigquery.dialect import columns, day_literal, literal, one_of, quoted, row_as_json, within
from nba_pipeline.warehouse.bigquery.errors import ANOTHER_WRITER, READ_BACK, gate
from nba_pipeline.warehouse.engine import EMPTY, Fingerprint
from nba_pipeline.warehouse.receipts import QUARANTINE_SCHEMA

SEPARATOR = ";\n"


def script(variables: Iterable[str], statements: Iterable[str]) -> str:
    """Statements in one transaction. `variables` are declared before it."""
    return SEPARATOR.join([*variables, "BEGIN TRANSACTION", *statements, "COMMIT TRANSACTION", ""])


def insertion(target: str, names: Iterable[str], rows: str) -> str:
    """Rows, given as SQL, into a table, column by column by name."""
    listed = columns(names)
    return f"INSERT INTO {quoted(target)} ({listed}) SELECT {listed} FROM ({rows})"  # noqa: S608


@dataclass(frozen=True)
class Growth:
    """A ledger that must grow by exactly these rows, which lie in a staging table."""

    ledger: str
    name: str
    names: Sequence[str]
    staged: str
    rows: int
    days: Days

    @property
    def variables(self) -> list[str]:
        return ["DECLARE ledger_held INT64"]

    @property
    def statements(self) -> list[str]:
        held = f"(SELECT COUNT(*) FROM {quoted(self.ledger)} WHERE {within(self.days)})"  # noqa: S608
        grown = f"({held} - ledger_held)"
        said = f"CONCAT({literal(self.name)}, ' grew by ', CAST({grown} AS STRING), {literal(self._end)})"
        return [
            f"SET ledger_held = {held}",
            insertion(self.ledger, self.names, f"SELECT * FROM {quoted(self.staged)}"),  # noqa: S608
            f"SELECT IF({grown} = {self.rows}, 1, {gate(READ_BACK, said)})",
        ]

    @property
    def _end(self) -> str:
        return f" rows, not by {self.rows}. None were kept."


@dataclass(frozen=True)
class DaysReplaced:
    """Days of a table become `rows`, and are read back: what they hold, and how much the season's other days do.

    `rows` and `read_back`, the fingerprints of the days as they are in the table, are SQL.
    """

    table: Table
    target: str
    days: Sequence[date]
    rows: str
    meant: Mapping[date, Fingerprint]
    read_back: str

    @property
    def variables(self) -> list[str]:
        return ["DECLARE others_held STRING"]

    @property
    def statements(self) -> list[str]:
        return [
            f"SET others_held = ({self._others})",
            f"DELETE FROM {quoted(self.target)} WHERE {one_of(self.days)}",  # noqa: S608
            insertion(self.target, self.table.schema(), self.rows),
            self._equal,
            self._untouched,
        ]

    @property
    def span(self) -> Days:
        return Days(min(self.days), max(self.days))

    @property
    def _others(self) -> str:
        """The rows of the other days of these seasons: how many, and how many on each day."""
        first, last = self.span.first, self.span.last
        bound = Days(min(first, season_days(season_of(first)).first), max(last, season_days(season_of(last)).last))
        by_day = f"STRING_AGG(CONCAT(CAST({PARTITION} AS STRING), ' ', CAST(n AS STRING)), ', ' ORDER BY {PARTITION})"
        return (
            f"SELECT CONCAT(CAST(COALESCE(SUM(n), 0) AS STRING), ' rows: ', COALESCE({by_day}, 'none')) "  # noqa: S608
            f"FROM (SELECT {PARTITION}, COUNT(*) AS n FROM {quoted(self.target)} "
            f"WHERE {within(bound)} AND NOT {one_of(self.days)} GROUP BY {PARTITION})"
        )

    @property
    def _equal(self) -> str:
        """The days hold what they were meant to hold, by number of rows and content hash."""
        meant = " UNION ALL ".join(
            f"SELECT {day_literal(day)} AS {PARTITION}, {held.rows} AS n, {literal(held.content_hash)} AS content_hash"
            for day, held in self.meant.items()
        )
        nothing = literal(EMPTY.content_hash)
        said = (
            f"MIN(CONCAT({literal(self.table.name + ' ')}, CAST({PARTITION} AS STRING), ': ', "
            "CAST(meant_rows AS STRING), ' rows (', SUBSTR(meant_hash, 1, 12), ') were written, ', "
            "CAST(found_rows AS STRING), ' (', SUBSTR(found_hash, 1, 12), ') read back. Nothing was published.'))"
        )
        return (
            f"SELECT IF(COUNT(*) = 0, 1, {gate(READ_BACK, said)}) FROM ("  # noqa: S608
            f"SELECT m.{PARTITION}, m.n AS meant_rows, m.content_hash AS meant_hash, "
            f"COALESCE(f.`rows`, 0) AS found_rows, COALESCE(f.content_hash, {nothing}) AS found_hash "
            f"FROM ({meant}) AS m LEFT JOIN ({self.read_back}) AS f ON m.{PARTITION} = f.{PARTITION}) "
            "WHERE meant_rows != found_rows OR meant_hash != found_hash"
        )

    @property
    def _untouched(self) -> str:
        now = f"({self._others})"
        said = (
            f"CONCAT({literal(f'{self.table.name}: publishing {self.span} changed other days, which held ')}, "
            f"SPLIT(others_held, ':')[OFFSET(0)], ' and then ', SPLIT(SPLIT({now}, ':')[OFFSET(0)], ' ')[OFFSET(0)], "
            "'. Nothing was published.')"
        )
        return f"SELECT IF({now} = others_held, 1, {gate(READ_BACK, said)})"


def no_other_writer(table: str, receipts: str, staged: str, days: Days) -> str:
    """A gate: each staged receipt is newer than what the table's day has, so nobody published it meanwhile."""
    said = (
        f"CONCAT({literal(table + ' ')}, MIN(CAST({PARTITION} AS STRING)), ': another process published it meanwhile. "
        "Nothing was published; look at what it made before you run this again.')"
    )
    return (
        f"SELECT IF(COUNT(*) = 0, 1, {gate(ANOTHER_WRITER, said)}) FROM ("  # noqa: S608
        f"SELECT s.{PARTITION} FROM {quoted(staged)} AS s JOIN ("
        f"SELECT {PARTITION}, MAX(revision) AS revision FROM {quoted(receipts)} "
        f"WHERE {within(days)} AND table_name = {literal(table)} GROUP BY {PARTITION}"
        f") AS held ON s.{PARTITION} = held.{PARTITION} WHERE s.revision <= held.revision)"
    )


def withheld_rows(table: Table, stage: str, games: str) -> str:
    """The staged rows of games that are held back, each as JSON beside the words of the quarantine."""
    told = ", ".join(f"g.{quoted(name)}" for name in QUARANTINE_SCHEMA if name != "row")
    return (
        f"SELECT {told}, {row_as_json(table.columns, 's')} AS `row` "  # noqa: S608
        f"FROM {quoted(stage)} AS s JOIN {quoted(games)} AS g "
        f"ON s.{PARTITION} = g.{PARTITION} AND s.game_id = g.game_id"
    )
