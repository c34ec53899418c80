"""What a source is: it fetches answers as of a moment and parses them into the answer schema."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

import pyarrow as pa

from nba_pipeline.game_day import Days


class SourceError(Exception):
    """A source did not give what was asked of it. The message says what is wrong, where, and what to do."""


@dataclass(frozen=True)
class Answer:
    """One answer of a source, byte for byte as it came."""

    kind: str
    days: Days
    uri: str
    media_type: str
    body: bytes
    fetched_at: datetime

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.body).hexdigest()


@dataclass(frozen=True)
class Unanswered:
    """A part of a question that got no answer where others did. `game_id` where a game lacks all of its rows."""

    game_date: date
    what: str
    reason: str
    game_id: str | None = None

    def __str__(self) -> str:
        return f"{self.what} of {self.game_date}: {self.reason}"


Said = Answer | Unanswered


class Source(Protocol):
    name: str

    def fetch(self, kind: str, days: Days, as_of: datetime) -> Iterable[Said]:
        """What the source said of these days at that moment; nothing that happened later. Raises SourceError.

        An answer may be of a narrower kind than the one asked for, where a kind takes several to answer. A source
        that asks for them one by one gives each as it comes: what raises on the way takes none of them back. It names
        the parts that failed by themselves, and raises where the next ones would fail, too.
        """
        ...

    def parse(self, kind: str, answers: Sequence[Answer]) -> pa.Table:
        """The answers as rows in the answer schema of the kind. A function of the bodies alone."""
        ...

    def absence(self, kind: str, day: date) -> str | None:
        """Why this source rightly has nothing of that kind on that day; None where it should have it."""
        ...

    def too_dear(self, day: date, runs: int, as_of: datetime) -> str | None:
        """Why the lines of a day are not to be looked at between its runs: what is left is kept for so many to come.

        None where they may be.
        """
        ...

    def describe(self) -> str:
        """What the source is and how far it reaches, in a line, for `nba doctor`. Raises SourceError."""
        ...


def whole(said: Iterable[Said]) -> list[Answer]:
    """All answers to a question. Raises SourceError for the first part that got none."""
    answers = []
    for one in said:
        if isinstance(one, Unanswered):
            raise SourceError(f"{one}")
        answers.append(one)
    return answers


class NoSource:
    """For making what is made of tables alone: whoever asks it for an answer is told so."""

    name = "none"

    def fetch(self, kind: str, days: Days, as_of: datetime) -> list[Answer]:
        raise SourceError(f"{kind} {days} was asked for where only tables are made from tables")

    def parse(self, kind: str, answers: Sequence[Answer]) -> pa.Table:
        raise SourceError(f"{kind} was to be parsed where only tables are made from tables")

    def absence(self, kind: str, day: date) -> str | None:
        return None

    def too_dear(self, day: date, runs: int, as_of: datetime) -> str | None:
        return None

    def describe(self) -> str:
        return "no source"
