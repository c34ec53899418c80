"""A source with faults, around any other. Which game and player a fault hits follows from the day and its results."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from nba_pipeline.game_day import Days, eastern
from nba_pipeline.sources.base import Answer, Source, SourceError, whole
from nba_pipeline.sources.faults import DEFECTS, Fault, Strike
from nba_pipeline.statuses import GameStatus

_LONG_AFTER = timedelta(days=2)  # every game of a day is over, and its results are known
_ONE_DAY = timedelta(days=1)
_CHANGED = "misbehaving:"
_PARQUET = "application/vnd.apache.parquet"

_WEB_PAGE = (
    b"<!DOCTYPE html><html><head><title>503 Service Unavailable</title></head><body>Try again later.</body></html>"
)


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
        answers = whole(self._source.fetch(kind, days, as_of))
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

    def too_dear(self, day: date, runs: int, as_of: datetime) -> str | None:
        return self._source.too_dear(day, runs, as_of)

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
        return self._source.parse(kind, whole(self._source.fetch(kind, Days.only(day), as_of)))

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
