"""Spread, total and moneyline of each game, as the books open with them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import numpy as np
import pyarrow as pa

from nba_pipeline.sources.simulated.books import opening_of
from nba_pipeline.sources.simulated.known import KNOWN_AT, Row, known_rows
from nba_pipeline.sources.simulated.league import TEAMS
from nba_pipeline.sources.simulated.outlook import outlook
from nba_pipeline.sources.simulated.prices import american, normal_share_above
from nba_pipeline.sources.simulated.randomness import stream
from nba_pipeline.sources.simulated.season import Game, Season

_BOOKS: Sequence[str] = ("bankshot", "draftday", "fairline")
_MARGIN = 0.045
_SPREAD_ERROR, _TOTAL_ERROR, _BOOK_ERROR = 2.2, 3.5, 0.6
_LEADS_LAST = 0.82  # of an advantage, what is left of it: whoever leads eases off
_OVERTIMES = 1.3  # points of a game that overtimes add on average
_MARGIN_OF_VICTORY = 13.4  # the spread of results around the line


def game_lines(season: Season, day: date) -> pa.Table:
    """One quote a book and game, known from the morning on; none where the game was called off before."""
    return known_rows("game_lines", [row for game in season.games.get(day, []) for row in _of_game(season, game)])


def _of_game(season: Season, game: Game) -> Iterator[Row]:
    chance = stream(season.seed, season.season, "game lines", game.name)
    opening = opening_of(game)
    home, away = (float(outlook(season, sheet, game.pace, opening).points[0].sum()) for sheet in game.sheets)
    spread = _LEADS_LAST * (away - home) + chance.normal(scale=_SPREAD_ERROR)
    total = home + away + _OVERTIMES + chance.normal(scale=_TOTAL_ERROR)
    for book in _BOOKS:
        quoted_at = opening + timedelta(minutes=int(chance.integers(0, 90)))
        own_spread, own_total = (
            _half(spread + chance.normal(scale=_BOOK_ERROR)),
            _half(total + chance.normal(scale=_BOOK_ERROR)),
        )
        if game.fixture.postponed_at is not None and game.fixture.postponed_at <= quoted_at:
            continue
        wins = normal_share_above(np.array([-own_spread, own_spread]) / _MARGIN_OF_VICTORY)
        moneylines = american(wins, _MARGIN).tolist()
        yield {
            "game_date": game.fixture.game_date,
            "home_team": TEAMS[game.fixture.home].letters,
            "away_team": TEAMS[game.fixture.away].letters,
            "bookmaker": book,
            "listed_tipoff_at": game.fixture.tipoff_at,
            "home_spread": own_spread,
            "total": own_total,
            "home_moneyline": moneylines[0],
            "away_moneyline": moneylines[1],
            "quoted_at": quoted_at,
            KNOWN_AT: quoted_at,
        }


def _half(points: float) -> float:
    return math.floor(2 * points + 0.5) / 2
