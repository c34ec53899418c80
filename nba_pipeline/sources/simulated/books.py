"""Bookmakers: what they quote on players through the day.

A book knows what a player is expected to score, with an error, from the absences that are known at the moment
of its quote. News moves the lines of the team-mates; a player who drops out is quoted until the news.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, time

import numpy as np

from nba_pipeline.game_day import PUBLICATION_HOUR, eastern
from nba_pipeline.sources.simulated.numbers import Flags, Floats, Ints
from nba_pipeline.sources.simulated.outlook import Outlook, outlook
from nba_pipeline.sources.simulated.randomness import stream
from nba_pipeline.sources.simulated.season import Game, Season

OPENING = time(8, 0)


@dataclass(frozen=True)
class Book:
    """A bookmaker: how it spells names, what it keeps, and whether it quotes further lines and during games."""

    name: str
    spelling: str
    margin: float
    alternates: bool = False
    live: bool = False


BOOKS: Sequence[Book] = [
    Book("bankshot", "as the league", 0.066),
    Book("crownbet", "plain", 0.071, alternates=True),
    Book("draftday", "without suffix", 0.064, live=True),
    Book("northbook", "surname first", 0.075),
    Book("parlayhouse", "lower case", 0.078, live=True),
    Book("tipoffbet", "without suffix", 0.055),
]
CONSENSUS = Book("consensus", "plain", 0.067)

_OFFERS_ALTERNATES = np.array([book.alternates for book in BOOKS])
_LIVE = np.flatnonzero([book.live for book in BOOKS])

_MOST_PLAYERS = 9
_FEWEST_POINTS = 5.85
_KEPT = 0.98  # of the players that a book might quote
_MARKET_ERROR, _OPENING_ERROR, _BOOK_ERROR = 0.85, 0.75, 0.30
_BELOW_THE_MEAN = 0.35  # points are skewed: half of the games end below the mean
_ALTERNATES, _ALTERNATES_FROM = np.array([-4.0, -2.0, 2.0, 4.0]), 11.0
_CONSENSUS_GAMES = 0.6


@dataclass(frozen=True)
class Quotes:
    """Quotes beside each other: book (the place in `BOOKS`, or after its end for the consensus), player (the
    place in the rosters), POSIX seconds, the points that the book expects, its line, and the books behind it.
    """

    book: Ints
    player: Ints
    moment: Floats
    mean: Floats
    line: Floats
    n_books: Ints

    def __len__(self) -> int:
        return len(self.book)

    def where(self, chosen: Flags | Ints) -> Quotes:
        return Quotes(**{field.name: getattr(self, field.name)[chosen] for field in fields(self)})

    @classmethod
    def none(cls) -> Quotes:
        whole, real = np.zeros(0, dtype=np.int64), np.zeros(0)
        return cls(whole, whole, real, real, real, whole)

    @classmethod
    def joined(cls, parts: Sequence[Quotes]) -> Quotes:
        return cls(**{f.name: np.concatenate([getattr(part, f.name) for part in parts]) for f in fields(cls)})


def opening_of(game: Game) -> datetime:
    return eastern(game.fixture.game_date, OPENING)


def quotes_of(season: Season, game: Game) -> Quotes:
    """All quotes on the players of a game, both teams."""
    return Quotes.joined([part for side in (0, 1) for part in _of_side(season, game, side)])


def _of_side(season: Season, game: Game, side: int) -> Iterator[Quotes]:
    chance = stream(season.seed, season.season, "lines", game.name, side)
    view = outlook(season, game.sheets[side], game.pace, opening_of(game))
    before = _before_the_game(game, view, chance)
    yield before
    yield _alternates(before)
    yield _live(game, side, view, np.unique(before.player), chance)
    if chance.random() < _CONSENSUS_GAMES:
        yield _consensus(game, before)


def _before_the_game(game: Game, view: Outlook, chance: np.random.Generator) -> Quotes:
    """Each book's lines on the best scorers, a half beside what it expects, at three moments until it closes."""
    market, opening = chance.normal(size=(2, len(view.players)))
    own = chance.normal(size=(len(BOOKS), 1, len(view.players)))
    kept = chance.random(own.shape) < _KEPT
    moments = _snapshots(game, chance)
    known = view.at(moments)
    distance = np.array([1.0, 0.5, 0.0])[None, :, None]  # from the tip-off: errors shrink through the day
    error = _MARKET_ERROR * market + distance * _OPENING_ERROR * opening + _BOOK_ERROR * own
    means = known + error * np.minimum(known / 12.0, 1.0)
    rank = np.argsort(np.argsort(-known, axis=2, kind="stable"), axis=2)
    closes = (game.fixture.postponed_at or game.fixture.tipoff_at).timestamp()
    open_then = (moments < closes)[:, :, None]
    chosen = (rank < _MOST_PLAYERS) & (known >= _FEWEST_POINTS) & kept & open_then
    book, snapshot, player = np.nonzero(chosen)
    return _quoted(book, view.players[player], moments[book, snapshot], means[chosen] - _BELOW_THE_MEAN)


def _quoted(book: Ints, player: Ints, moment: Floats, middle: Floats) -> Quotes:
    line = np.maximum(np.floor(middle) + 0.5, 0.5)
    return Quotes(book, player, moment, middle, line, np.zeros(len(book), dtype=np.int64))


def _snapshots(game: Game, chance: np.random.Generator) -> Floats:
    """When each book is looked at: in the morning, around noon, before the tip-off. Book x snapshot."""
    tipoff, opens, books = game.fixture.tipoff_at.timestamp(), opening_of(game).timestamp(), len(BOOKS)
    opening = opens + 60.0 * chance.integers(0, 150, books)
    between = np.minimum(opens + 60.0 * chance.integers(240, 500, books), tipoff - 80 * 60.0)
    closing = tipoff - 60.0 * chance.integers(4, 75, books)
    return np.sort(np.stack([opening, between, closing], axis=1), axis=1)


def _alternates(quotes: Quotes) -> Quotes:
    """Further lines above and below in the same snapshot, of the books that offer them, on the higher scorers."""
    offered = np.flatnonzero(_OFFERS_ALTERNATES[quotes.book] & (quotes.mean > _ALTERNATES_FROM))
    further = quotes.where(np.repeat(offered, len(_ALTERNATES)))
    lines = further.line + np.tile(_ALTERNATES, len(offered))
    return Quotes(further.book, further.player, further.moment, further.mean, lines, further.n_books)


def _live(game: Game, side: int, view: Outlook, listed: Ints, chance: np.random.Generator) -> Quotes:
    """Lines during the game, which know half of what the players will have scored."""
    minutes = chance.integers(25, 110, len(_LIVE))
    if game.result is None:
        return Quotes.none()
    dressed = game.sheets[side].dressed.players
    scored = game.result.boxes[side].statistics["points"]
    on_the_floor = np.flatnonzero(np.isin(dressed, listed) & (game.result.boxes[side].seconds > 0))
    expected = 0.5 * scored[on_the_floor] + 0.5 * view.points[-1][on_the_floor]
    book = np.repeat(_LIVE, len(on_the_floor))
    player = np.tile(dressed[on_the_floor], len(_LIVE))
    moment = game.fixture.tipoff_at.timestamp() + 60 * np.repeat(minutes, len(on_the_floor)).astype(np.float64)
    return _quoted(book, player, moment, np.tile(expected, len(_LIVE)) + chance.normal(size=len(book)))


def _consensus(game: Game, quotes: Quotes) -> Quotes:
    """The mean of what the books open with."""
    published = eastern(game.fixture.game_date, PUBLICATION_HOUR).timestamp()
    opened = quotes.where(quotes.moment <= published)
    player, place, n_books = np.unique(opened.player, return_inverse=True, return_counts=True)
    mean = np.bincount(place, weights=opened.mean, minlength=len(player)) / np.maximum(n_books, 1)
    line = np.round(2 * np.bincount(place, weights=opened.line, minlength=len(player)) / np.maximum(n_books, 1)) / 2
    alone = np.full(len(player), len(BOOKS))
    return Quotes(alone, player, np.full(len(player), published), mean, line, n_books)
