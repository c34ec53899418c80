"""The home's own aliases: what bookmakers, injury reports and a second source write, and whom of the league they mean.

They stand in `names.toml` under NBA_HOME, beside `nba_pipeline.names.ALIASES`, which holds for every home. They are
applied in one place, to the answers that lead to raw tables, and what they changed of a day is part of what the day
was made from: an alias that is added or removed leaves exactly the days out of date that hold the name. Only where a
second source stands in for the league's boxscore they count before that, for its answer says who is meant.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
from filelock import FileLock

from nba_pipeline.contracts import PARTITION
from nba_pipeline.files import write_whole
from nba_pipeline.names import player_lookup
from nba_pipeline.settings import ConfigurationError
from nba_pipeline.sources.answers import mapped

FILE = "names.toml"
_LOCK = ".names.lock"

# Kinds of answers whose names are not the league's own. The league's boxscore is never aliased: it says what a name
# must lead to.
ALIASED = ("points_props", "injury_report", "second_boxscores")

_HEAD = "# What a bookmaker or an injury report writes, and the league's name of the player. Kept by `nba names`.\n"


@dataclass(frozen=True)
class Aliases:
    """By what is written, the league's name of the player who is meant."""

    players: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def lookups(self) -> Mapping[str, str]:
        """The same as join keys."""
        return {player_lookup(written): player_lookup(player) for written, player in self.players.items()}

    def written_as(self, name: str) -> str | None:
        """The alias whose spelling has the same join key as this name, as the file writes it."""
        return next((one for one in self.players if player_lookup(one) == player_lookup(name)), None)

    def player(self, name: str) -> str:
        """The league's name of whom an alias of that spelling means; without one, the name itself."""
        written = self.written_as(name)
        return name if written is None else self.players[written]


@dataclass(frozen=True)
class Renamed:
    """An answer's rows by the home's aliases, and for each day with a name that they changed, a digest of those."""

    rows: pa.Table
    digests: Mapping[date, str]


def noted_as(answer: str) -> str:
    """By what name a receipt notes the aliases that changed an answer, beside the digest of the answer itself."""
    return f"{answer} aliases"


def renamed(kind: str, rows: pa.Table, aliases: Aliases) -> Renamed:
    """The rows of an answer with the join keys that the home's aliases lead to."""
    if kind not in ALIASED or not aliases.lookups:
        return Renamed(rows, {})
    spelled = rows["player_lookup"]
    struck = rows.filter(pc.is_in(spelled, pa.array(list(aliases.lookups))))
    if not struck.num_rows:
        return Renamed(rows, {})
    used: dict[date, dict[str, str]] = {}
    for row in struck.select([PARTITION, "player_lookup"]).to_pylist():
        used.setdefault(row[PARTITION], {})[row["player_lookup"]] = aliases.lookups[row["player_lookup"]]
    meant = mapped(spelled, lambda lookup: aliases.lookups.get(lookup, lookup), pa.string())
    place = rows.column_names.index("player_lookup")
    return Renamed(
        rows.set_column(place, rows.schema.field("player_lookup"), meant),
        {day: _digest(of_day) for day, of_day in used.items()},
    )


def load_aliases(home: Path) -> Aliases:
    """What the home's file says; nothing where there is none. Raises ConfigurationError for a file that is damaged."""
    file = home / FILE
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Aliases()
    except (OSError, ValueError) as error:
        raise _damaged(file, str(error)) from None
    if wrong := _fault(told):
        raise _damaged(file, wrong)
    return Aliases(told)


def add_alias(home: Path, written: str, player: str) -> Aliases:
    """Write an alias into the home's file, in the place of one with the same join key; all that it then holds.

    Raises ConfigurationError where the file is damaged or would be.
    """
    with _kept(home):
        return _write(home, {**_without(load_aliases(home), written), written: player})


def remove_alias(home: Path, written: str) -> Aliases:
    """Take the alias of that spelling out of the home's file; all that it then holds. Raises ConfigurationError."""
    with _kept(home):
        return _write(home, _without(load_aliases(home), written))


def _without(aliases: Aliases, written: str) -> dict[str, str]:
    return {one: of for one, of in aliases.players.items() if player_lookup(one) != player_lookup(written)}


def _kept(home: Path) -> FileLock:
    """Two operators at once lose nothing of each other's."""
    home.mkdir(parents=True, exist_ok=True)
    return FileLock(home / _LOCK)


def _write(home: Path, players: Mapping[str, str]) -> Aliases:
    file = home / FILE
    if wrong := _fault(players):
        raise ConfigurationError(f"{file} would not hold: {wrong}.")
    # a JSON text is a TOML text, too
    lines = [f"{_text(written)} = {_text(players[written])}\n" for written in sorted(players)]
    write_whole(file, (_HEAD + "".join(lines)).encode())
    return load_aliases(home)


def _text(name: str) -> str:
    return json.dumps(name, ensure_ascii=False)


def _fault(told: Mapping[str, object]) -> str | None:
    """Why these can not be aliases, in words; None where they can."""
    lookups: dict[str, str] = {}
    for written, player in told.items():
        if not isinstance(player, str):
            return f"{written!r} must lead to one name, in quotes"
        if not (written.isprintable() and player.isprintable()):
            return f"{written!r} and {player!r} may only hold characters that can be printed"
        if not player_lookup(written) or not player_lookup(player):
            return f"{written!r} and {player!r} must hold letters"
        if player_lookup(written) in lookups:
            return f"{lookups[player_lookup(written)]!r} and {written!r} are one name as a join key"
        lookups[player_lookup(written)] = written
    for written, player in told.items():
        if player_lookup(str(player)) in lookups:
            return f"{written!r} leads to {player!r}, which is itself an alias or the same name; name the league's"
    return None


def _damaged(file: Path, why: str) -> ConfigurationError:
    return ConfigurationError(
        f'{file} is damaged: {why}. Its lines read "As They Write It" = "The League\'s Name"; mend it, for without it '
        "names would lead to other players than before."
    )


def _digest(lookups: Mapping[str, str]) -> str:
    return hashlib.sha256(json.dumps(lookups, sort_keys=True).encode()).hexdigest()[:32]
