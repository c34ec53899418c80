"""The names of strangers that lead to no player, whom they may mean, and which days hold a name.

Strangers are who writes no id: bookmakers, injury reports and a second source of boxscores.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from difflib import SequenceMatcher
from typing import Any

import ibis
import ibis.expr.schema as sch
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.contracts import Before, Table
from nba_pipeline.game_day import FIRST_GAME_DAY, Days
from nba_pipeline.names import player_lookup
from nba_pipeline.registry import table
from nba_pipeline.reliability.rules.second_source import strangers
from nba_pipeline.tables import players
from nba_pipeline.warehouse.absences import Absence, absences
from nba_pipeline.warehouse.engine import Engine
from nba_pipeline.warehouse.errors import WarehouseError
from nba_pipeline.warehouse.questions import answers
from nba_pipeline.warehouse.reading import Reading, Wanted, read, read_together, receipts_of
from nba_pipeline.warehouse.templates import Query

CONTEXT, PROPS, REPORT, SCHEDULE, FIRST, SECOND, SUMMARY = (
    table(name).contract
    for name in (
        "upcoming_player_game_context",
        "points_props",
        "injury_report",
        "schedule",
        "player_boxscores",
        "second_boxscores",
        "player_game_summary",
    )
)
INJURY_REPORT, SECOND_SOURCE = "injury report", "second boxscores"
NOT_IN_BOXSCORE = "nobody of this name is in the boxscore of the game"

# Names lead to who was in a boxscore of these seasons, as the context sees them.
_KNOWN = Before(seasons=2)
_CANDIDATES, _LEAST_LIKENESS = 3, 0.5

Row = Mapping[str, Any]


class NothingToRead(WarehouseError):
    """None of the days that were asked for is published and verified. The message says why."""


@dataclass(frozen=True)
class Player:
    """A player of this season or the one before, as his latest boxscore has him. `lookups` are all his names'."""

    player_id: int
    player_name: str
    player_lookup: str
    team: str
    lookups: frozenset[str]


@dataclass(frozen=True)
class Game:
    """A game in which a name stands. `team` is the player's, where an injury report or a second boxscore tells it."""

    game_date: date
    game_id: str
    away_team: str
    home_team: str
    team: str | None


@dataclass(frozen=True)
class UnresolvedName:
    """A name that leads to nobody, by its join key. `rows` counts how often who writes it."""

    player_lookup: str
    written: Sequence[str]
    reason: str
    rows: Mapping[str, int]
    games: Sequence[Game]
    candidates: Sequence[Player]


@dataclass(frozen=True)
class Unresolved:
    """What was found in a range of days, the most frequent name first; `unread` are days that cannot be proven.

    `known_by_now` are the join keys of players of whom nothing was known on the day, as on that of a debut.
    """

    names: Sequence[UnresolvedName]
    known_by_now: Sequence[str] = ()
    unread: Mapping[date, str] = field(default_factory=dict)


def unresolved(engine: Engine, days: Days) -> Unresolved:
    """The names of these days that lead to no player. Raises NothingToRead where no day can be proven."""
    readings = read_together(engine, [Wanted(one, days) for one in (CONTEXT, PROPS, REPORT, SCHEDULE, FIRST, SECOND)])
    context = readings[CONTEXT.name]
    if not context.receipts:
        reasons = "; ".join(sorted(set(context.unverified.values()))) or "no games are played then"
        raise NothingToRead(f"{CONTEXT.name} has no verified day in {days}: {reasons}. Make one with: nba run --date D")
    found: dict[tuple[date, str, str], str] = {
        (row["game_date"], row["game_id"], row["what"]): row["reason"]
        for row in absences(engine, days, {CONTEXT.name: context})
        if row["kind"] == Absence.ITEM and row["reason"] != players.SECOND_SPELLING and row["game_id"] is not None
    }
    second = _second_source_names(engine, readings[FIRST.name], readings[SECOND.name])
    unread = dict(context.unverified) | _uncompared(readings[FIRST.name], readings[SECOND.name])
    if not found and not second:
        return Unresolved([], unread=unread)
    told = answers(
        engine,
        {
            PROPS.name: _counted(engine, PROPS, "bookmaker", readings[PROPS.name].rows),
            REPORT.name: _counted(engine, REPORT, "team", readings[REPORT.name].rows),
            SCHEDULE.name: readings[SCHEDULE.name].rows,
        },
    )
    games = {row["game_id"]: row for row in told[SCHEDULE.name].to_pylist()}
    rows = [row | {"by": row["bookmaker"], "team": None} for row in told[PROPS.name].to_pylist()]
    rows += [row | {"by": INJURY_REPORT} for row in told[REPORT.name].to_pylist()]
    league = known_players(engine, days.last)
    known = {lookup for one in league for lookup in one.lookups}
    second = [row for row in second if row["player_lookup"] not in known]  # who has a name is found by it
    rows = [row for row in rows if _place(row) in found] + second
    lookups = {lookup for (_, _, lookup), reason in found.items() if reason != players.UNKNOWN or lookup not in known}
    known_by_now = {lookup for _, _, lookup in found} - lookups
    found = {_place(row): NOT_IN_BOXSCORE for row in second} | found
    lookups |= {row["player_lookup"] for row in second}
    names = [
        _name(lookup, found, [row for row in rows if row["player_lookup"] == lookup], games, league)
        for lookup in sorted(lookups)
    ]
    return Unresolved(
        names=sorted(names, key=lambda one: (-sum(one.rows.values()), one.player_lookup)),
        known_by_now=sorted(known_by_now),
        unread=unread,
    )


def known_players(engine: Engine, day: date) -> list[Player]:
    """Whom a name can lead to: everybody in a verified boxscore of the season of that day or the one before."""
    seen = read(engine, SUMMARY, _KNOWN.bound(Days.only(day + timedelta(days=1)))).rows
    who = ("player_id", "player_name", "player_lookup", "team")

    def last_seen() -> ir.Table:
        rows = ibis.table(seen.columns, name="seen")
        return rows.group_by(*who).agg(last=_.game_date.max())

    rows = engine.fetch(engine.template("players by name and team", last_seen, {"seen": seen})).to_pylist()
    latest: dict[int, Row] = {}
    lookups: dict[int, set[str]] = {}
    for row in sorted(rows, key=lambda row: (row["last"], row["team"], row["player_name"])):
        latest[row["player_id"]] = row
        lookups.setdefault(row["player_id"], set()).add(row["player_lookup"])
    return [
        Player(**{name: row[name] for name in who}, lookups=frozenset(lookups[player_id]))
        for player_id, row in sorted(latest.items())
    ]


@dataclass(frozen=True)
class Again:
    """The published days that hold a name and lead elsewhere, and the span that is to be made again for them.

    The span goes on to the last published day: whatever is known of a player looks back on all of his days before.
    It is None where no day holds the name.
    """

    holding: Sequence[date]
    span: Days | None

    @property
    def looks_back(self) -> bool:
        """Whether there are later days than those that hold the name."""
        return self.span is not None and self.span.last > self.holding[-1]


def days_to_make_again(engine: Engine, written: str, leads_to: str, until: date) -> Again:
    """What to make again, up to that day, because this name leads elsewhere than to that join key."""
    own = player_lookup(written)
    days = Days(FIRST_GAME_DAY, until)
    columns = {"game_date": "!date", "player_lookup": "!string", "player_name": "string"}
    named: dict[str, Query] = {}
    for contract in (PROPS, REPORT, SECOND):
        engine.ensure(contract)
        schema = ibis.schema(columns)
        named[contract.name] = _distinct(engine, engine.slice(contract.name, schema, days), schema)
    holding = sorted(
        {
            row["game_date"]
            for rows in answers(engine, named).values()
            for row in rows.to_pylist()
            if row["player_name"] and player_lookup(row["player_name"]) == own and row["player_lookup"] != leads_to
        }
    )
    if not holding:
        return Again(holding, None)
    published = receipts_of(engine, [SCHEDULE.name], Days(holding[0], until))
    return Again(holding, Days(holding[0], max([holding[-1], *(receipt.game_date for receipt in published)])))


def _place(row: Row) -> tuple[date, str, str]:
    return row["game_date"], row["game_id"], row["player_lookup"]


def _second_source_names(engine: Engine, first: Reading, second: Reading) -> list[Row]:
    """The names on the floor that a second source has and the boxscore of the game has not, a row a game."""
    if not any(receipt.rows for receipt in second.receipts):
        return []

    def unknown() -> ir.Table:
        boxscores, theirs = ibis.table(first.rows.columns, name="first"), ibis.table(second.rows.columns, name="second")
        return strangers(boxscores, theirs.semi_join(boxscores, "game_id"))

    asked = engine.template("names of the second source", unknown, {"first": first.rows, "second": second.rows})
    return [row | {"by": SECOND_SOURCE, "n": 1} for row in engine.fetch(asked).to_pylist()]


def _uncompared(first: Reading, second: Reading) -> dict[date, str]:
    """The days with boxscores whose second ones cannot be proven, with the reason."""
    days = {receipt.game_date for receipt in first.receipts}
    return {day: f"{SECOND.name}: {why}" for day, why in second.unverified.items() if day in days}


def _distinct(engine: Engine, rows: Query, schema: sch.Schema) -> Query:
    return engine.template("names of days", lambda: ibis.table(schema, name="named").distinct(), {"named": rows})


def _counted(engine: Engine, contract: Table, by: str, rows: Query) -> Query:
    """How often who writes which name in a game."""

    def counted() -> ir.Table:
        told = ibis.table(rows.columns, name="told").filter(_.player_name.notnull(), _.game_id.notnull())
        return told.group_by("game_date", "game_id", "player_lookup", "player_name", by).agg(n=_.count())

    return engine.template(f"names of {contract.name}", counted, {"told": rows})


def _name(
    lookup: str,
    found: Mapping[tuple[date, str, str], str],
    rows: Sequence[Row],
    games: Mapping[str, Row],
    league: Sequence[Player],
) -> UnresolvedName:
    """All that is told of one name: `rows` are those that hold it."""
    counts: Counter[str] = Counter()
    teams = {row["game_id"]: row["team"] for row in rows if row["team"]}
    for row in rows:
        counts[row["by"]] += row["n"]
    held = sorted((day, game) for day, game, name in found if name == lookup)
    played = [
        Game(day, game, games[game]["away_team"], games[game]["home_team"], teams.get(game))
        for day, game in held
        if game in games
    ]
    return UnresolvedName(
        player_lookup=lookup,
        written=sorted({row["player_name"] for row in rows}),
        reason=found[*held[-1], lookup],
        rows=dict(sorted(counts.items())),
        games=played,
        candidates=_candidates(lookup, played, league),
    )


def _candidates(lookup: str, games: Sequence[Game], league: Sequence[Player]) -> list[Player]:
    """The players of the two teams of its games who are spelled most like it, the closest first."""
    teams = {team for game in games for team in (game.team, game.away_team, game.home_team)}
    near = [(_likeness(lookup, one), one) for one in league if one.team in teams]
    close = sorted((-likeness, one.player_name, one) for likeness, one in near if likeness >= _LEAST_LIKENESS)
    return [one for _, _, one in close[:_CANDIDATES]]


def _likeness(lookup: str, player: Player) -> float:
    """From 0 to 1, the likeness to the nearest of his spellings."""
    return max(SequenceMatcher(None, lookup, known).ratio() for known in player.lookups)
