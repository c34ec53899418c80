"""The day's quotes on players as rows: prices, names as each book writes them, and the moment of each snapshot."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

import numpy as np
import pyarrow as pa

from nba_pipeline.sources.simulated.books import BOOKS, CONSENSUS, Quotes, quotes_of
from nba_pipeline.sources.simulated.known import KNOWN_AT, MOMENT
from nba_pipeline.sources.simulated.league import TEAMS
from nba_pipeline.sources.simulated.numbers import Ints
from nba_pipeline.sources.simulated.prices import american, over_probability
from nba_pipeline.sources.simulated.randomness import stream
from nba_pipeline.sources.simulated.season import Game, Season
from nba_pipeline.sources.simulated.spelling import spelled

_EVERY = [*BOOKS, CONSENSUS]
_MARGINS = np.array([book.margin for book in _EVERY])
_TYPES = ["sportsbook"] * len(BOOKS) + ["consensus"]
_ONE_SIDED = 0.012  # of the quotes have no price on the under


def points_props(season: Season, day: date) -> pa.Table:
    """All quotes of the day, each known from its snapshot on. Texts are dictionaries: there are few different ones."""
    games = season.games.get(day, [])
    parts = [quotes_of(season, game) for game in games]
    quotes = Quotes.joined([Quotes.none(), *parts])
    game = np.repeat(np.arange(len(games)), [len(part) for part in parts])
    name = quotes.book * len(season.rosters.names) + quotes.player
    names, lookups = _names(tuple(season.rosters.names))
    over = over_probability(quotes.mean, quotes.line)
    one_sided = stream(season.seed, season.season, "one-sided", day).random(len(quotes)) < _ONE_SIDED
    moments = pa.array((quotes.moment * 1_000_000).astype(np.int64)).cast(MOMENT)
    return pa.table(
        {
            "game_date": pa.repeat(pa.scalar(day), len(quotes)),
            "game_id": pa.nulls(len(quotes), pa.string()),  # no bookmaker knows the league's ids
            "event_id": _chosen([_event(game) for game in games], game),
            "home_team": _chosen([TEAMS[game.fixture.home].letters for game in games], game),
            "away_team": _chosen([TEAMS[game.fixture.away].letters for game in games], game),
            "player_name": _chosen(names, name),
            "player_lookup": _chosen(lookups, name),
            "bookmaker": _chosen([book.name for book in _EVERY], quotes.book),
            "book_type": _chosen(_TYPES, quotes.book),
            "line": quotes.line,
            "over_price": american(over, _MARGINS[quotes.book]),
            "under_price": pa.array(american(1 - over, _MARGINS[quotes.book]), mask=one_sided),
            "n_books": pa.array(quotes.n_books, mask=quotes.n_books == 0),
            "snapshot_at": moments,
            "snapshot_known": quotes.book < len(BOOKS),
            KNOWN_AT: moments,
        }
    )


def _chosen(texts: pa.Array | Sequence[str], places: Ints) -> pa.DictionaryArray:
    return pa.DictionaryArray.from_arrays(pa.array(places.astype(np.int16)), pa.array(texts, pa.string()))


def _event(game: Game) -> str:
    """What the bookmakers call a game."""
    return hashlib.sha256(game.name.encode()).hexdigest()[:32]


@lru_cache(maxsize=1)
def _names(names: Sequence[str]) -> tuple[pa.Array, pa.Array]:
    """Every player's name and lookup, as each book writes them: book after book."""
    every = [spelled(name, book.spelling) for book in _EVERY for name in names]
    return pa.array([name for name, _lookup in every]), pa.array([lookup for _name, lookup in every])
