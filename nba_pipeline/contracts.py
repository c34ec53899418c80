"""What a table promises: dataset, grain, key, columns, phase, and how it sees its inputs.

From a contract come the engine's DDL, the audit before publication, the Dagster column schema, the data
dictionary, the partition mapping and the date bound of every query. No I/O, no engine, no Dagster.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum, Flag, auto

import ibis
import ibis.expr.schema as sch

from nba_pipeline.game_day import Days, season_days, season_of

_IBIS_TYPES: Mapping[type, str] = {
    int: "int64",
    float: "float64",
    str: "string",
    bool: "boolean",
    date: "date",
    datetime: "timestamp('UTC')",
}

PARTITION = "game_date"


class Phase(Enum):
    """The operator's phases. Phase 1, the scrape, is what lands before a raw table is parsed."""

    RAW = 2
    ANALYTICS = 3
    PRECOMPUTE = 4
    PREDICTIONS = 5
    GRADES = 6
    RELIABILITY = 7

    @property
    def group(self) -> str:
        """The Dagster asset group, which sorts in reading order."""
        return f"phase_{self.value}_{self.name.lower()}"


class When(Flag):
    """Which daily job makes a table. The schedule and the lines are fetched before and after the games."""

    PREGAME = auto()
    POSTGAME = auto()


@dataclass(frozen=True)
class Column:
    """One column. `null` says when a value may be missing; without it the column is never null.

    A float is stored and hashed at `decimals` places, a datetime in whole seconds: what two engines
    compute equal is equal in both. `after_game` hides the column from tables that are made before the game.
    """

    name: str
    type: type
    description: str
    unit: str | None = None
    low: float | None = None
    high: float | None = None
    null: str | None = None
    values: tuple[str, ...] = ()
    after_game: bool = False
    decimals: int = 4

    @property
    def dtype(self) -> str:
        return _IBIS_TYPES[self.type]

    @property
    def bounds(self) -> str:
        """The bounds in words, empty without any."""
        if self.values:
            return ", ".join(self.values)
        low = "" if self.low is None else f"≥ {self.low:g}"
        high = "" if self.high is None else f"≤ {self.high:g}"
        return " and ".join(part for part in (low, high) if part)


def _schema(columns: Sequence[Column]) -> sch.Schema:
    return ibis.schema({column.name: column.dtype if column.null else f"!{column.dtype}" for column in columns})


@dataclass(frozen=True)
class Table:
    """A table, named `dataset.table`, partitioned by `game_date` and keyed by `key`.

    `may_be_empty` says why a day with games may have no rows; without it such a day is refused. One of which the source
    still owes every game is refused in any case, unless the table `comes_late`: then it is published without rows.
    """

    name: str
    grain: str
    phase: Phase
    when: When
    key: tuple[str, ...]
    columns: Sequence[Column]
    may_be_empty: str | None = None
    comes_late: bool = False
    _by_name: Mapping[str, Column] = field(init=False, repr=False, compare=False)
    _schema: sch.Schema = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        names = [column.name for column in self.columns]
        if any(set(value) & set("|~") for column in self.columns for value in column.values):
            raise ValueError(
                f"{self.name}: a closed list holds a value with | or ~, which content hashes are made with"
            )
        if len(names) != len(set(names)):
            raise ValueError(f"{self.name}: a column is declared twice")
        object.__setattr__(self, "_by_name", {column.name: column for column in self.columns})
        object.__setattr__(self, "_schema", _schema(self.columns))
        for name in (PARTITION, *self.key):
            if name not in self._by_name or self._by_name[name].null:
                raise ValueError(f"{self.name}: key column {name!r} must be declared and never null")
        if self.key[0] != PARTITION:
            raise ValueError(f"{self.name}: the key starts with {PARTITION}, the partition")

    def __hash__(self) -> int:
        return hash(self.name)

    @property
    def dataset(self) -> str:
        return self.name.split(".")[0]

    @property
    def short_name(self) -> str:
        return self.name.split(".")[1]

    @property
    def has_games(self) -> bool:
        """Whether rows belong to a game, the unit of quarantine."""
        return "game_id" in self._by_name

    def __getitem__(self, column: str) -> Column:
        return self._by_name[column]

    def schema(self, visible: Sequence[Column] | None = None) -> sch.Schema:
        """The columns' types, of all or of the visible columns. An Ibis schema is costly to make and never changes."""
        return self._schema if visible is None else _schema(visible)

    @property
    def known_before_game(self) -> Sequence[Column]:
        return [column for column in self.columns if not column.after_game]


@dataclass(frozen=True)
class Fetched:
    """The input is the source's answer for the wanted days, of this kind (`nba_pipeline.sources.answers`)."""

    kind: str


@dataclass(frozen=True)
class Today:
    """The same game day, as known before its games: columns marked `after_game` do not exist here."""

    def bound(self, wanted: Days) -> Days:
        return wanted

    def visible(self, table: Table) -> Sequence[Column]:
        return table.known_before_game


@dataclass(frozen=True)
class Results:
    """The same game day with what its games brought. Only tables made after the games may ask for it.

    A day that cannot be proven is refused. Only what tells how the others fared may say `whole=False`: it then
    sees nothing of such a day, and asks for `Absences` to know why.
    """

    whole: bool = True

    def bound(self, wanted: Days) -> Days:
        return wanted

    def visible(self, table: Table) -> Sequence[Column]:
        return table.columns


@dataclass(frozen=True)
class Before:
    """Game days strictly before: of this season and `seasons - 1` earlier ones, or the last `days` days.

    A bound in games would be no bound in dates: a player who was out for a year has his tenth-last game
    anywhere. A range within one season has the same first day for each of its days, so that a backfill
    and a daily run see the same history.

    A hole in a history is refused: an average over it would pass for a whole one. Only what is learned from
    any days that there are may say `whole=False`, and then sees the verified ones.
    """

    seasons: int | None = None
    days: int | None = None
    whole: bool = True

    def __post_init__(self) -> None:
        if (self.seasons is None) == (self.days is None):
            raise ValueError("Before() takes either seasons= or days=")
        if (self.seasons or self.days or 0) < 1:
            raise ValueError("Before() reaches back by at least one season or day")

    def bound(self, wanted: Days) -> Days:
        last = wanted.last - timedelta(days=1)
        if self.days is not None:
            return Days(wanted.first - timedelta(days=self.days), last)
        earlier_seasons = (self.seasons or 1) - 1
        return Days(season_days(season_of(wanted.first) - earlier_seasons).first, last)

    def visible(self, table: Table) -> Sequence[Column]:
        return table.columns


Seen = Today | Results | Before


@dataclass(frozen=True)
class Absences:
    """The input is what the other inputs of the day lack, and why (`nba_pipeline.warehouse.absences`)."""


@dataclass(frozen=True)
class Kept:
    """The input is the place where trained models are kept (`nba_pipeline.models`)."""
