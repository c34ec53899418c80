"""The simulated league as a source that comes to know of it what a home with live services knows, without a service.

Results are known whenever they are asked for; a finished game whose shots are not known yet is named. Of odds and
injury reports only what stood at the moments when they were asked for is known: an offer that stood at two of them
counts twice where anything else of its answer had changed, for then it was in two answers. Within ten minutes nobody
asks for odds again.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
from known_league import KnownLeague, Rows
from told_league import published_at

from nba_pipeline.game_day import Days, game_day_of, is_off_season
from nba_pipeline.sources.answers import ANSWERS, conform
from nba_pipeline.sources.base import Answer, Said, Unanswered
from nba_pipeline.sources.live.collected_odds import NOT_ASKED, ODDS_STAND
from nba_pipeline.sources.live.injury_reports import report_addresses
from nba_pipeline.statuses import GameStatus

_ODDS = ("points_props", "game_lines")
_RESULTS = ("schedule", "player_boxscores", "team_boxscores", "shot_zones")


@dataclass
class Heard:
    """What somebody said of one thing, each different answer once, and when he was asked last."""

    answers: list[Rows] = field(default_factory=list)
    asked_at: datetime | None = None

    def stands(self, at: datetime) -> bool:
        return self.asked_at is not None and at - self.asked_at <= ODDS_STAND

    def hear(self, answer: Rows, at: datetime) -> None:
        self.asked_at = at
        if answer not in self.answers:
            self.answers.append(answer)


class AskedLeague:
    name = "asked"

    def __init__(self, league: KnownLeague) -> None:
        self._league = league
        self._heard: dict[tuple[str, date], dict[Hashable, Heard]] = defaultdict(lambda: defaultdict(Heard))
        self._ask = {
            "points_props": self._ask_for_points,
            "game_lines": self._ask_for_lines,
            "injury_report": self._ask_for_the_report,
        }

    def fetch(self, kind: str, days: Days, as_of: datetime) -> list[Said]:
        if kind in _RESULTS:
            rows = self._league.rows(kind, days, as_of)
        elif kind in self._ask:
            rows = [row for day in days for row in self._known(kind, day, as_of)]
        else:
            return []
        body = io.BytesIO()
        pq.write_table(pa.Table.from_pylist(rows, schema=ANSWERS[kind].to_pyarrow()), body)
        uri = f"simulated://{kind}"
        answer = Answer(kind, days, uri, "application/vnd.apache.parquet", body.getvalue(), as_of)
        return [answer, *(self._late(days, as_of, rows) if kind == "shot_zones" else [])]

    def parse(self, kind: str, answers: Sequence[Answer]) -> pa.Table:
        tables = [conform(kind, pq.read_table(io.BytesIO(answer.body))) for answer in answers]
        return pa.concat_tables([ANSWERS[kind].to_pyarrow().empty_table(), *tables])

    def absence(self, kind: str, day: date) -> str | None:
        if is_off_season(day):
            return "off-season"
        if kind in _RESULTS or (kind in self._ask and (kind, day) in self._heard):
            return None
        return NOT_ASKED if kind in _ODDS else f"nobody was asked for {kind} on the day"

    def too_dear(self, day: date, runs: int, as_of: datetime) -> str | None:
        return None

    def describe(self) -> str:
        return "the simulated league, as it was asked"

    def _late(self, days: Days, as_of: datetime, zones: Rows) -> list[Unanswered]:
        told = {row["game_id"] for row in zones}
        return [
            Unanswered(game["game_date"], f"the shot zones of game {game['game_id']}", "not known yet", game["game_id"])
            for game in self._league.rows("schedule", days, as_of)
            if game["status"] == GameStatus.FINAL and game["game_id"] not in told
        ]

    def _known(self, kind: str, day: date, as_of: datetime) -> Rows:
        if day >= game_day_of(as_of):
            self._ask[kind](day, as_of)
        of_day = self._heard.get((kind, day), {})
        heard = [row for of_one in of_day.values() for answer in of_one.answers for row in answer]
        return [row for row in heard if row["game_date"] == day]

    def _ask_for_points(self, day: date, at: datetime) -> None:
        """Each game by itself, until it begins."""
        coming = {(game["game_date"], game["home_team"]) for game in self._league.bet_on(at) if game["tipoff_at"] > at}
        by_event: dict[Hashable, Rows] = defaultdict(list)
        for row in self._league.points_offered(at):
            if row["game_date"] == day and (day, row["home_team"]) in coming:
                by_event[row["event_id"]].append(row)
        of_day = self._heard["points_props", day]
        for event_id, offered in by_event.items():
            if not of_day[event_id].stands(at):
                of_day[event_id].hear(offered, at)

    def _ask_for_lines(self, day: date, at: datetime) -> None:
        """All games at once."""
        of_day = self._heard["game_lines", day]
        if not of_day[None].stands(at):
            of_day[None].hear(self._league.lines_offered(at), at)

    def _ask_for_the_report(self, day: date, at: datetime) -> None:
        """The last that was published; the same one heard twice is heard once."""
        named = [address.partition("_")[2].removesuffix(".pdf") for address in report_addresses("", at)]
        published = next(moment for moment in map(published_at, named) if moment <= at)
        self._heard["injury_report", day][None].hear(self._league.report(published), at)
