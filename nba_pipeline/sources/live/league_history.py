"""Seasons that are over, from the game logs of stats.nba.com that landed: no host is asked here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from nba_pipeline.game_day import Days, game_day_of, season_days, season_of
from nba_pipeline.sources.base import Answer, Said, SourceError
from nba_pipeline.sources.landing import landed_until
from nba_pipeline.sources.live.game_logs import CUP_FINALS, LOGS, Question, questions
from nba_pipeline.sources.live.logged_games import TOLD_BY, untold, whole
from nba_pipeline.sources.live.snapshots import LIVE

# What the logs do not tell, and the hosts of the day are not asked for.
_UNTOLD: Mapping[str, str] = {
    "second_boxscores": "no second source: nobody is asked day by day",
    "shot_zones": "no shot zones: nobody is asked for a thousand play-by-plays",
}


class LeagueHistory:
    """What landed in `landing_dir`."""

    def __init__(self, landing_dir: Path) -> None:
        self._landing_dir = landing_dir
        self._read: dict[tuple[str, str], Question | None] = {}  # by kind and hash: a season's log takes a second
        self._told: set[int] = set()

    def landed(self, season: int, as_of: datetime, logs: Sequence[str] = LOGS) -> dict[Question, Answer]:
        """The last whole answer to each question of a season; what was not whole was refused when it came."""
        days = season_days(season)
        answers = [answer for log in logs for answer in landed_until(self._landing_dir, LIVE, log, days, as_of)]
        found = {self._question(answer): answer for answer in answers}
        return {question: answer for question, answer in found.items() if question is not None}

    def answers(self, kind: str, days: Days, as_of: datetime) -> list[Said] | None:
        """What the logs say of these days of one season; None where it is not over, or not all of it landed."""
        season = season_of(days.first)
        if kind in _UNTOLD:
            return [] if self._tells(season, as_of) else None
        if kind not in TOLD_BY or not is_over(season, as_of):
            return None
        landed = self.landed(season, as_of, TOLD_BY[kind])
        if any(one.fewest and one.log in TOLD_BY[kind] and one not in landed for one in questions(season)):
            return None
        answers = [replace(answer, days=days) for answer in landed.values()]
        return [*answers, *untold(kind, answers)]

    def absence(self, kind: str, day: date, as_of: datetime) -> str | None:
        """Why a day of a season that is over may have no rows, although there was a game."""
        season = season_of(day)
        if kind in TOLD_BY and CUP_FINALS.get(season) == day and is_over(season, as_of):
            return "the league's game logs do not hold the NBA Cup final, the day's only game"
        if kind in _UNTOLD and self._tells(season, as_of):
            return f"a season that comes from the league's game logs has {_UNTOLD[kind]}"
        return None

    def _tells(self, season: int, as_of: datetime) -> bool:
        """Whether the games of a season are told by its logs."""
        if season not in self._told and self.answers("schedule", season_days(season), as_of) is not None:
            self._told.add(season)
        return season in self._told

    def _question(self, answer: Answer) -> Question | None:
        """What a whole log answers."""
        key = (answer.kind, answer.sha256)
        if key not in self._read:
            try:
                self._read[key] = whole(answer).question
            except SourceError:
                self._read[key] = None
        return self._read[key]


def is_over(season: int, as_of: datetime) -> bool:
    return season_days(season).last < game_day_of(as_of)
