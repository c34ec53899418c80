"""What sources do to those who trust them: each defect by name, what it does, and a source that does it.

A `Fault` asks for a defect on a game day. Which game and which player are hit follows from the day and its results;
`MisbehavingSource.strikes` tells. A fault with an end is mended then: answers of a later moment are right.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from nba_pipeline.game_day import Days, eastern
from nba_pipeline.names import player_lookup
from nba_pipeline.sources.answers import ANSWERS, STATISTICS
from nba_pipeline.sources.base import Answer, Source, SourceError
from nba_pipeline.statuses import GameStatus, PlayerStatus

_BOXSCORES = ("player_boxscores", "team_boxscores")
_RESULTS = (*_BOXSCORES, "shot_zones")
_CALLED_OFF = timedelta(hours=6)  # before the day's first tip-off
_LONG_AFTER = timedelta(days=2)  # every game of a day is over, and its results are known
_ONE_DAY = timedelta(days=1)
_CHANGED = "misbehaving:"
_PARQUET = "application/vnd.apache.parquet"
_REBOUNDS = 0.38  # of a points line: what a line on rebounds looks like

_WEB_PAGE = (
    b"<!DOCTYPE html><html><head><title>503 Service Unavailable</title></head><body>Try again later.</body></html>"
)


@dataclass(frozen=True)
class Fault:
    """A defect of `DEFECTS` on a game day. `kind` narrows it to one kind of answer, `until` is when it ends."""

    name: str
    day: date
    kind: str | None = None
    until: datetime | None = None

    def __post_init__(self) -> None:
        if self.name not in DEFECTS:
            raise ValueError(f"no defect is named {self.name!r}; known: {', '.join(DEFECTS)}")
        if self.kind is not None and self.kind not in DEFECTS[self.name].kinds:
            raise ValueError(f"{self.name} does not concern {self.kind}; it does {', '.join(DEFECTS[self.name].kinds)}")

    def strikes_at(self, as_of: datetime) -> bool:
        return self.until is None or as_of < self.until

    def concerns(self, kind: str) -> bool:
        return kind == self.kind if self.kind else kind in DEFECTS[self.name].kinds


@dataclass(frozen=True)
class Strike:
    """Where a fault strikes: the game, and the player of whom the defect speaks."""

    fault: Fault
    game_id: str
    teams: tuple[str, str]  # home, away
    tipoff_at: datetime
    first_tipoff: datetime  # of the day
    player_id: int
    player_name: str

    def __str__(self) -> str:
        home, away = self.teams
        what = DEFECTS[self.fault.name].description
        return f"{self.fault.name} on {self.fault.day}, {away} at {home} ({self.game_id}), {self.player_name}: {what}"


Change = Callable[[pa.Table, Strike, datetime], pa.Table]


@dataclass(frozen=True)
class Defect:
    """What goes wrong, in which kinds of answers, and how the rows of the struck day change by it.

    `next_day` makes the rows that stray into the day after. What has neither concerns whole answers.
    """

    description: str
    kinds: tuple[str, ...]
    change: Change | None = None
    next_day: Change | None = None

    @property
    def changes_rows(self) -> bool:
        return self.change is not None or self.next_day is not None


def _of_game(rows: pa.Table, strike: Strike) -> pa.Array:
    """The rows of the struck game: by its id, or by the home team where a quote does not know the id."""
    known = pc.equal(rows["game_id"], strike.game_id)
    by_team = pc.equal(rows["home_team"], strike.teams[0]) if "home_team" in rows.column_names else None
    return pc.fill_null(known if by_team is None else pc.coalesce(known, by_team), False)


def _of_player(rows: pa.Table, strike: Strike) -> pa.Array:
    return pc.equal(rows["player_id"], strike.player_id)


def _with(rows: pa.Table, column: str, values: object) -> pa.Table:
    place = rows.column_names.index(column)
    field = rows.schema.field(column)
    return rows.set_column(place, field, pa.array(values, field.type) if isinstance(values, list) else values)


def _lose_the_game(rows: pa.Table, strike: Strike, _as_of: datetime) -> pa.Table:
    return rows.filter(pc.invert(_of_game(rows, strike)))


def _cancel_all(rows: pa.Table, _strike: Strike, _as_of: datetime) -> pa.Table:
    return rows.slice(0, 0)


def _strip_to_rosters(rows: pa.Table, strike: Strike, _as_of: datetime) -> pa.Table:
    struck = _of_game(rows, strike)
    for column in ("minutes", *STATISTICS):
        rows = _with(rows, column, pc.if_else(struck, pa.scalar(None, rows[column].type), rows[column]))
    return _with(rows, "status", pc.if_else(struck, PlayerStatus.INACTIVE.value, rows["status"]))


def _double(rows: pa.Table, strike: Strike, _as_of: datetime) -> pa.Table:
    twin = rows.filter(_of_game(rows, strike))
    return pa.concat_tables([rows, _with(twin, "game_id", [strike.game_id[::-1]] * twin.num_rows)])


def _lose_early_quotes(rows: pa.Table, strike: Strike, _as_of: datetime) -> pa.Table:
    early = pc.less(rows["snapshot_at"], pa.scalar(strike.tipoff_at, rows["snapshot_at"].type))
    return rows.filter(pc.invert(pc.and_(_of_game(rows, strike), early)))


def _quote_rebounds(rows: pa.Table, strike: Strike, _as_of: datetime) -> pa.Table:
    rebounds = pc.add(pc.floor(pc.multiply(rows["line"], _REBOUNDS)), 0.5)
    return _with(rows, "line", pc.if_else(_of_game(rows, strike), rebounds, rows["line"]))


def _call_off(rows: pa.Table, strike: Strike, as_of: datetime) -> pa.Table:
    if as_of < strike.first_tipoff - _CALLED_OFF:
        return rows
    struck = _of_game(rows, strike)
    for column in ("home_score", "away_score"):
        rows = _with(rows, column, pc.if_else(struck, pa.scalar(None, rows[column].type), rows[column]))
    rows = _with(rows, "status", pc.if_else(struck, GameStatus.UPCOMING.value, rows["status"]))
    return _with(rows, "postponed", pc.or_(struck, rows["postponed"]))


def _misfile(rows: pa.Table, strike: Strike, _as_of: datetime) -> pa.Table:
    """The rows of the struck game, under the day after its own."""
    struck = rows.filter(_of_game(rows, strike))
    return _with(struck, "game_date", [strike.fault.day + timedelta(days=1)] * struck.num_rows)


def _not_played(rows: pa.Table, strike: Strike, as_of: datetime) -> pa.Table:
    """The schedule says that the game was called off; of a game that was not played there are no results."""
    return _call_off(rows, strike, as_of) if "postponed" in rows.column_names else _lose_the_game(rows, strike, as_of)


def _break_the_name(rows: pa.Table, strike: Strike, _as_of: datetime) -> pa.Table:
    """The first letters are lost, as happens to names that begin with a letter which a feed cannot write."""
    lookup = player_lookup(strike.player_name)
    names, lookups = rows["player_name"].to_pylist(), rows["player_lookup"].to_pylist()
    broken = [name[2:] if of == lookup else name for name, of in zip(names, lookups, strict=True)]
    rows = _with(rows, "player_name", broken)
    return _with(rows, "player_lookup", [player_lookup(name) for name in broken])


def _credit_a_team_mate(rows: pa.Table, strike: Strike, _as_of: datetime) -> pa.Table:
    """The player's first basket stands beside the name of the team-mate after him: the sums stay right."""
    struck = pc.and_(_of_game(rows, strike), pc.equal(rows["status"], PlayerStatus.PLAYED.value))
    own = pc.and_(struck, _of_player(rows, strike))
    mates = pc.and_(struck, pc.and_(pc.equal(rows["team"], strike.teams[0]), pc.invert(own)))
    other = pc.equal(rows["player_id"], rows.filter(mates)["player_id"][0])
    for column, basket in (("points", 2), ("fgm", 1), ("fga", 1)):
        moved = pc.if_else(own, -basket, pc.if_else(pc.and_(struck, other), basket, 0))
        rows = _with(rows, column, pc.add(rows[column], moved))
    return rows


DEFECTS: Mapping[str, Defect] = {
    "dropped_game": Defect("the boxscores of one game are missing", _BOXSCORES, _lose_the_game),
    "rosters_only": Defect(
        "the players of one game are there, what they did is not", _BOXSCORES[:1], _strip_to_rosters
    ),
    "doubled_game": Defect("one game stands there twice, the second time with its id reversed", _BOXSCORES, _double),
    "in_game_odds_only": Defect(
        "one game has no quotes from before its tip-off", ("points_props",), _lose_early_quotes
    ),
    "wrong_market": Defect("the lines of one game are those on rebounds", ("points_props",), _quote_rebounds),
    "postponed_but_quoted": Defect(
        "one game is called off six hours before the first tip-off, and quoted on", ("schedule", *_RESULTS), _not_played
    ),
    "unresolved_name": Defect("no book can spell one player's name", ("points_props",), _break_the_name),
    "misattributed_basket": Defect(
        "a basket of one player is credited to a team-mate, until it is corrected", _BOXSCORES[:1], _credit_a_team_mate
    ),
    "misfiled_game": Defect("the latest game is filed under the next day", _BOXSCORES, _lose_the_game, _misfile),
    "no_games": Defect("the league plays no games, and nobody has anything to tell", tuple(ANSWERS), _cancel_all),
    "truncated_answer": Defect("the answer breaks off half-way", tuple(ANSWERS)),
    "web_page": Defect("the answer is a web page", tuple(ANSWERS)),
    "outage": Defect("the source does not answer", tuple(ANSWERS)),
}


def _cut_short(answer: Answer) -> Answer:
    return replace(answer, body=answer.body[: len(answer.body) // 2])


def _web_page(answer: Answer) -> Answer:
    return replace(answer, body=_WEB_PAGE, media_type="text/html")


SPOILED: Mapping[str, Callable[[Answer], Answer]] = {"truncated_answer": _cut_short, "web_page": _web_page}


class MisbehavingSource:
    """Any source with faults: what no fault concerns comes through as the source gave it, byte for byte."""

    def __init__(self, source: Source, faults: Sequence[Fault]) -> None:
        self.name = source.name
        self._source = source
        self._faults = faults
        self._strike = cache(self._find)

    def fetch(self, kind: str, days: Days, as_of: datetime) -> list[Answer]:
        """Raises SourceError in an outage, and whatever the source raises."""
        struck = self._struck(kind, days, as_of)
        if any(fault.name == "outage" for fault in struck):
            raise SourceError(f"{self.name} does not answer on {kind} of {days}; try again later")
        answers = self._source.fetch(kind, days, as_of)
        before = Days(days.first - _ONE_DAY, days.last)
        if any(DEFECTS[fault.name].changes_rows for fault in self._struck(kind, before, as_of)):
            answers = [self._changed(kind, days, as_of, answers)]
        for fault in struck:
            if fault.name in SPOILED:
                answers = [SPOILED[fault.name](a) if fault.day in a.days else a for a in answers]
        return answers

    def parse(self, kind: str, answers: Sequence[Answer]) -> pa.Table:
        own = [answer for answer in answers if answer.uri.startswith(_CHANGED)]
        rows = self._source.parse(kind, [answer for answer in answers if answer not in own])
        return pa.concat_tables([rows, *(pq.read_table(io.BytesIO(answer.body)) for answer in own)])

    def absence(self, kind: str, day: date) -> str | None:
        return self._source.absence(kind, day)

    def describe(self) -> str:
        return f"{self._source.describe()}, {len(self._faults)} faults"

    def strikes(self) -> list[Strike]:
        """Where each fault strikes, in the order of the faults. Raises ValueError for a day without games."""
        return [self._strike(fault) for fault in self._faults]

    def _struck(self, kind: str, days: Days, as_of: datetime) -> list[Fault]:
        return [f for f in self._faults if f.day in days and f.concerns(kind) and f.strikes_at(as_of)]

    def _changed(self, kind: str, days: Days, as_of: datetime, answers: Sequence[Answer]) -> Answer:
        rows = self._source.parse(kind, answers)
        for fault in self._struck(kind, Days(days.first - _ONE_DAY, days.last), as_of):
            defect = DEFECTS[fault.name]
            of_day = pc.equal(rows["game_date"], pa.scalar(fault.day))
            if fault.day in days and defect.change is not None:
                changed = defect.change(rows.filter(of_day), self._strike(fault), as_of)
                rows = pa.concat_tables([rows.filter(pc.invert(of_day)), changed.cast(rows.schema)])
            if fault.day + _ONE_DAY in days and defect.next_day is not None:
                strayed = defect.next_day(self._asked(kind, fault.day, as_of), self._strike(fault), as_of)
                rows = pa.concat_tables([rows, strayed.cast(rows.schema)])
        body = io.BytesIO()
        pq.write_table(rows.sort_by("game_date"), body, compression="zstd")
        return Answer(kind, days, f"{_CHANGED}{self.name}/{kind}", _PARQUET, body.getvalue(), as_of)

    def _asked(self, kind: str, day: date, as_of: datetime) -> pa.Table:
        return self._source.parse(kind, self._source.fetch(kind, Days.only(day), as_of))

    def _find(self, fault: Fault) -> Strike:
        """The game and the player that a fault hits, by what is known long after the day."""
        moment = eastern(fault.day, time(12)) + _LONG_AFTER
        scheduled = self._asked("schedule", fault.day, moment).to_pylist()
        tipoffs = {game["game_id"]: game["tipoff_at"] or eastern(fault.day, time(19, 30)) for game in scheduled}
        games = sorted((g for g in scheduled if g["status"] == GameStatus.FINAL), key=lambda g: str(g["game_id"]))
        if not games:
            raise ValueError(f"{fault.name} cannot strike on {fault.day}: no games were played then")
        place = int(hashlib.sha256(f"{fault.name} {fault.day}".encode()).hexdigest(), 16) % len(games)
        # the latest game is the one that ends on the next day
        latest = max(games, key=lambda game: (tipoffs[game["game_id"]], game["game_id"]))
        game = latest if fault.name == "misfiled_game" else games[place]
        player = _main_man(self._asked("player_boxscores", fault.day, moment).to_pylist(), game)
        return Strike(
            fault,
            game["game_id"],
            (game["home_team"], game["away_team"]),
            tipoffs[game["game_id"]],
            min(tipoffs.values()),
            player["player_id"],
            player["player_name"],
        )


def _main_man(boxscores: Sequence[Mapping[str, Any]], game: Mapping[str, Any]) -> Mapping[str, Any]:
    """Who made the most baskets from within the arc for the home team: one who is quoted, and has one to lose."""
    own = [r for r in boxscores if r["game_id"] == game["game_id"] and r["team"] == game["home_team"]]
    return max(own, key=lambda row: ((row["fgm"] or 0) - (row["fg3m"] or 0), row["player_name"]))
