"""Reading an answer's JSON: whatever it holds, a value of the asked type or a SourceError that says where it is not."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from nba_pipeline.sources.base import Answer, SourceError
from nba_pipeline.sources.teams import team_of_id, team_of_name

_LARGEST = 2**53


@dataclass(frozen=True)
class Node:
    """A value in an answer. `where` names the answer and the way to the value."""

    value: Any
    where: str

    def __getitem__(self, key: str) -> Node:
        """A field that must be there and hold something."""
        found = self.maybe(key)
        if found is None:
            raise SourceError(f"{self.where} has no {key}: the service has changed, or the answer is damaged")
        return found

    def maybe(self, key: str) -> Node | None:
        """A field; None where it is not there, or null."""
        if not isinstance(self.value, Mapping):
            raise self.wrong("an object")
        value = self.value.get(key)
        return None if value is None else Node(value, f"{self.where}.{key}")

    def each(self) -> list[Node]:
        if not isinstance(self.value, list):
            raise self.wrong("a list")
        return [Node(value, f"{self.where}[{place}]") for place, value in enumerate(self.value)]

    def text(self) -> str:
        if not isinstance(self.value, str) or not self.value.isprintable():
            raise self.wrong("a text")
        return self.value

    def whole(self) -> int:
        number = self.number()
        if number != int(number):
            raise self.wrong("a whole number")
        return int(number)

    def number(self) -> float:
        if isinstance(self.value, bool) or not isinstance(self.value, int | float) or not abs(self.value) < _LARGEST:
            raise self.wrong("a number")
        return float(self.value)

    def moment(self) -> datetime:
        """A moment with its time zone, in UTC."""
        try:
            moment = datetime.fromisoformat(self.text())
            if moment.tzinfo is None or not 2000 <= moment.year < 2200:
                raise self.wrong("a moment with its time zone")
            return moment.astimezone(UTC)
        except ValueError:
            raise self.wrong("a moment") from None

    def day(self) -> date:
        """The calendar date that a text begins with."""
        try:
            return date.fromisoformat(self.text()[:10])
        except ValueError:
            raise self.wrong("a date") from None

    def game_id(self) -> str:
        """The league's id of a game."""
        told = self.text()
        if not (len(told) == 10 and told.isascii() and told.isdecimal()):
            raise self.wrong("a game id of ten digits")
        return told

    def team(self) -> str:
        """The three letters of a team that is told by the league's id or by its full name."""
        try:
            return team_of_name(self.text()) if isinstance(self.value, str) else team_of_id(self.whole())
        except SourceError:
            raise self.wrong("an NBA team") from None

    def wrong(self, wanted: str) -> SourceError:
        shown = repr(self.value)
        return SourceError(f"{self.where} is {shown[:60]}, not {wanted}: the service has changed, or it is damaged")


def opened(answer: Answer) -> Node:
    """The JSON of an answer. Raises SourceError that says what came instead."""
    return parsed(answer.body, answer.uri)


def parsed(body: bytes, uri: str) -> Node:
    start = body[:200].lstrip().lower()
    if not start:
        raise SourceError(f"{uri} answered with nothing; run again later")
    if start.startswith(b"<"):
        raise SourceError(f"{uri} answered with a web page instead of JSON; open it in a browser, and run again later")
    try:
        return Node(json.loads(body), uri)
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{uri} answered with JSON that breaks off, or is none ({error}); run again later") from None
