"""The Odds API's answers as rows: points lines on players, and the lines of games. Live and historical alike.

A quote is of the moment when its market was updated last. Every line of a book is kept here; which of several counts
is decided in the raw table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import zip_longest
from typing import Any

import pyarrow as pa

from nba_pipeline.game_day import game_day_of
from nba_pipeline.names import player_lookup
from nba_pipeline.sources.answers import ANSWERS
from nba_pipeline.sources.base import Answer, SourceError
from nba_pipeline.sources.live.nodes import Node, opened
from nba_pipeline.sources.teams import is_team_name

EVENTS, EVENT_PROPS, GAME_ODDS = "odds_events", "odds_event_props", "odds_games"
PROPS_MARKETS = ("player_points", "player_points_alternate")
GAME_MARKETS = ("h2h", "spreads", "totals")

# Fixed pay-outs on picks: their prices are not a market's.
_DFS = frozenset({"prizepicks", "underdog", "pick6", "betr_us_dfs", "sleeper"})

# Moves a tip-off after midnight in the East to the evening before, and one at noon not to another day.
_LATE = timedelta(hours=4)

Row = dict[str, Any]
Price = Callable[[Node], int]


@dataclass(frozen=True)
class Event:
    """What The Odds API calls a game."""

    event_id: str
    game_date: date
    begins_at: datetime
    home_team: str
    away_team: str

    def columns(self) -> Row:
        return {"game_date": self.game_date, "home_team": self.home_team, "away_team": self.away_team}


def events(answers: Sequence[Answer]) -> list[Event]:
    """The events of the answers' days, as the last answer that lists them has them."""
    listed = [_event(node) for answer in answers for node in _data(answer).each() if _is_asked_for(node, answer)]
    return list({event.event_id: event for event in listed}.values())


def event_of(answer: Answer) -> str:
    """The id of the event that an answer on points lines is of."""
    return _data(answer)["id"].text()


def props_rows(answers: Sequence[Answer]) -> pa.Table:
    found = [row for answer in answers if answer.kind == EVENT_PROPS for row in _props(answer)]
    return pa.Table.from_pylist(found, schema=ANSWERS["points_props"].to_pyarrow())


def line_rows(answers: Sequence[Answer]) -> pa.Table:
    found = [row for answer in answers if answer.kind == GAME_ODDS for row in _lines(answer)]
    return pa.Table.from_pylist(found, schema=ANSWERS["game_lines"].to_pyarrow())


def is_bought(answer: Answer) -> bool:
    """Whether an answer is one of the past, which comes in an envelope."""
    return _is_wrapped(opened(answer))


def _data(answer: Answer) -> Node:
    """What was asked for, out of the envelope."""
    told = opened(answer)
    return told["data"] if _is_wrapped(told) else told


def _is_wrapped(told: Node) -> bool:
    return isinstance(told.value, Mapping) and "data" in told.value


def _is_asked_for(node: Node, answer: Answer) -> bool:
    """A game of the answer's days between teams of the league; one foreign name is a spelling to learn, two are not."""
    names = [node[side] for side in ("home_team", "away_team")]
    return _game_date(node) in answer.days and any(is_team_name(name.text()) for name in names)


def _game_date(node: Node) -> date:
    return game_day_of(node["commence_time"].moment() - _LATE)


def _event(node: Node) -> Event:
    return Event(
        event_id=node["id"].text(),
        game_date=_game_date(node),
        begins_at=node["commence_time"].moment(),
        home_team=node["home_team"].team(),
        away_team=node["away_team"].team(),
    )


def _props(answer: Answer) -> Iterator[Row]:
    told = _data(answer)
    event = _event(told)
    if event.game_date not in answer.days:
        raise SourceError(f"{answer.uri} is of a game on {event.game_date}, not on {answer.days}; ask again later")
    american = _american(told)
    for book, market in _markets(told, PROPS_MARKETS):
        bookmaker = book["key"].text()
        for (player, line), prices in _quotes(market, american).items():
            for over, under in zip_longest(prices["Over"], prices["Under"]):
                yield event.columns() | {
                    "event_id": event.event_id,
                    "player_name": player,
                    "player_lookup": player_lookup(player),
                    "bookmaker": bookmaker,
                    "book_type": "dfs" if bookmaker in _DFS else "sportsbook",
                    "line": line,
                    "over_price": over,
                    "under_price": under,
                    "snapshot_at": market["last_update"].moment(),
                    "snapshot_known": True,
                }


def _quotes(market: Node, american: Price) -> dict[tuple[str, float], dict[str, list[int]]]:
    """The prices of each player and line, over and under: some books quote one side, some the same line twice."""
    found: dict[tuple[str, float], dict[str, list[int]]] = {}
    for outcome in market["outcomes"].each():
        quoted = (outcome["description"].text(), outcome["point"].number())
        prices = found.setdefault(quoted, {"Over": [], "Under": []})
        prices[_side(outcome)].append(american(outcome["price"]))
    return found


def _side(outcome: Node) -> str:
    told = outcome["name"]
    if told.text() not in ("Over", "Under"):
        raise told.wrong("Over or Under")
    return told.text()


def _lines(answer: Answer) -> Iterator[Row]:
    told = _data(answer)
    for game in told.each() if isinstance(told.value, list) else [told]:
        if not _is_asked_for(game, answer):
            continue
        event = _event(game)
        american = _american(game)
        by_book: dict[str, Row] = {}
        for book, market in _markets(game, GAME_MARKETS):
            bookmaker, at = book["key"].text(), market["last_update"].moment()
            row = by_book.setdefault(bookmaker, {"bookmaker": bookmaker, "quoted_at": at})
            row["quoted_at"] = max(row["quoted_at"], at)
            for outcome in market["outcomes"].each():
                row |= _MARKET[market["key"].text()](outcome, event, american)
        for row in by_book.values():
            yield event.columns() | row | {"listed_tipoff_at": event.begins_at}


def _markets(told: Node, wanted: Sequence[str]) -> Iterator[tuple[Node, Node]]:
    for book in told["bookmakers"].each():
        for market in book["markets"].each():
            if market["key"].text() in wanted:
                yield book, market


def _is_home(outcome: Node, event: Event) -> bool:
    team = outcome["name"].team()
    if team not in (event.home_team, event.away_team):
        raise outcome.wrong(f"a quote on {event.away_team} or {event.home_team}")
    return team == event.home_team


def _moneyline(outcome: Node, event: Event, american: Price) -> Row:
    side = "home" if _is_home(outcome, event) else "away"
    return {f"{side}_moneyline": american(outcome["price"])}


def _spread(outcome: Node, event: Event, _: Price) -> Row:
    return {"home_spread": outcome["point"].number()} if _is_home(outcome, event) else {}


def _total(outcome: Node, _: Event, __: Price) -> Row:
    return {"total": outcome["point"].number()} if _side(outcome) == "Over" else {}


_MARKET: Mapping[str, Callable[[Node, Event, Price], Row]] = {"h2h": _moneyline, "spreads": _spread, "totals": _total}


def _american(told: Node) -> Price:
    """How the prices of an event are read: as decimal odds where all of them lie between 1 and 100, else as American.

    An answer is in one format, and a price that is out of its line is one book's mistake.
    """
    prices = [
        outcome["price"].number()
        for book in told["bookmakers"].each()
        for market in book["markets"].each()
        for outcome in market["outcomes"].each()
    ]
    return _from_decimal if prices and all(1 < price < 100 for price in prices) else _from_american


def _from_american(told: Node) -> int:
    """Between -100 and 100 there is no American price: such a number stays one that nobody takes for a price."""
    return int(told.number()) if abs(told.number()) < 100 else told.whole()


def _from_decimal(told: Node) -> int:
    """`1.91` → -110, `2.5` → 150."""
    price = told.number()
    return round((price - 1) * 100) if price >= 2 else round(-100 / (price - 1))
