"""What sources do to those who trust them: each defect by name, and what it does to the rows of an answer.

A `Fault` asks for a defect on a game day. A fault with an end is mended then: answers of a later moment are right.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pyarrow as pa
import pyarrow.compute as pc

from nba_pipeline.names import player_lookup
from nba_pipeline.sources.answers import ANSWERS, STATISTICS
from nba_pipeline.statuses import GameStatus, PlayerStatus

_BOXSCORES = ("player_boxscores", "team_boxscores")
_RESULTS = (*_BOXSCORES, "shot_zones")
_CALLED_OFF = timedelta(hours=6)  # before the day's first tip-off
_INTO_THE_GAME = timedelta(hours=1)
_REBOUNDS = 0.38  # of a points line: what a line on rebounds looks like


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


def _quote_in_play(rows: pa.Table, strike: Strike, as_of: datetime) -> pa.Table:
    """An hour into the game each book quotes what it quoted before, less what has been scored."""
    quoted_at = strike.tipoff_at + _INTO_THE_GAME
    if as_of <= quoted_at:
        return rows
    quotes = rows.filter(_of_game(rows, strike))
    less = pc.add(pc.floor(pc.multiply(quotes["line"], 0.5)), 0.5)
    in_play = _with(_with(quotes, "line", less), "snapshot_at", [quoted_at] * quotes.num_rows)
    return pa.concat_tables([rows, _with(in_play, "snapshot_known", [True] * quotes.num_rows)])


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
    "quotes_in_play": Defect("the books quote one game on while it is played", ("points_props",), _quote_in_play),
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
