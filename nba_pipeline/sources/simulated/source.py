"""The simulated league as a source: seven kinds of answers, as they are known at any moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta

import pyarrow as pa

from nba_pipeline.game_day import FIRST_GAME_DAY, Days, by_season, game_day_of, is_off_season, season_name, season_of
from nba_pipeline.sources.answers import ANSWERS
from nba_pipeline.sources.base import Answer, SourceError
from nba_pipeline.sources.simulated.boxscores import player_boxscores, shot_zones, team_boxscores
from nba_pipeline.sources.simulated.calendar import season_calendar
from nba_pipeline.sources.simulated.game_lines import game_lines
from nba_pipeline.sources.simulated.injuries import injury_report
from nba_pipeline.sources.simulated.league import TEAMS
from nba_pipeline.sources.simulated.packing import MEDIA_TYPE, packed, unpacked
from nba_pipeline.sources.simulated.points_props import points_props
from nba_pipeline.sources.simulated.schedule import schedule
from nba_pipeline.sources.simulated.season import Season

_ONE_DAY = timedelta(days=1)

# Answers of so many days and kinds are kept: a day is asked for several times, a season once.
KEPT = 64

# The rows that a day has in the end, each with the moment from which it is known.
_ROWS: Mapping[str, Callable[[Season, date], pa.Table]] = {
    "player_boxscores": player_boxscores,
    "team_boxscores": team_boxscores,
    "points_props": points_props,
    "game_lines": game_lines,
    "injury_report": injury_report,
    "shot_zones": shot_zones,
}

# What the league tells of itself; a second source is somebody else.
KINDS = ("schedule", *_ROWS)


class SimulatedSource:
    """Answers from a league that is played as far as it is asked for. Equal seeds give equal bytes.

    The season in play is kept, so that its days cost once; another season takes its place.
    """

    name = "simulated"

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._season: Season | None = None
        self._kept: dict[tuple[str, date], pa.Table] = {}

    def fetch(self, kind: str, days: Days, as_of: datetime) -> list[Answer]:
        """One answer a season, none of a kind not in KINDS. Raises SourceError for days before the first season."""
        if days.first < FIRST_GAME_DAY:
            raise SourceError(f"the simulated league has no {kind} before {FIRST_GAME_DAY}: ask for later days")
        if kind not in KINDS:
            return []
        return [self._answer(kind, part, as_of) for part in by_season(days)]

    def parse(self, kind: str, answers: Sequence[Answer]) -> pa.Table:
        parsed = [unpacked(kind, answer) for answer in answers]
        return pa.concat_tables([ANSWERS[kind].to_pyarrow().empty_table(), *parsed])

    def absence(self, kind: str, day: date) -> str | None:
        if is_off_season(day):
            return "off-season"
        if kind == "schedule":
            return None  # it is always there, and says itself that nobody plays
        calendar = season_calendar(season_of(day))
        if day < calendar.opens:
            return f"the season opens on {calendar.opens}"
        if day in calendar.all_star:
            return "the All-Star break"
        if day in calendar.days_off:
            return "no games are played on this day"
        return None if kind in KINDS else "nobody else tells of the simulated league's games"

    def too_dear(self, day: date, runs: int, as_of: datetime) -> str | None:
        return None

    def describe(self) -> str:
        first = season_name(season_of(FIRST_GAME_DAY))
        return f"simulated league of {len(TEAMS)} teams, seed {self._seed}, seasons from {first} on"

    def _answer(self, kind: str, days: Days, as_of: datetime) -> Answer:
        season = self._in_play(season_of(days.first))
        # tomorrow's playoff games may be decided already
        season.play_until(min(days.last, game_day_of(as_of) + _ONE_DAY))
        return Answer(
            kind=kind,
            days=days,
            uri=f"simulated://seed-{self._seed}/{kind}/{season_name(season.season)}",
            media_type=MEDIA_TYPE,
            body=packed(kind, (self._rows(kind, season, day, as_of) for day in days), as_of),
            fetched_at=as_of,
        )

    def _in_play(self, season: int) -> Season:
        if self._season is None or self._season.season != season:
            self._season = Season(self._seed, season)
            self._kept.clear()
        return self._season

    def _rows(self, kind: str, season: Season, day: date, as_of: datetime) -> pa.Table:
        """What becomes known of a day, also later than `as_of`."""
        if kind == "schedule":
            return schedule(season, day, as_of)
        if (kind, day) not in self._kept:
            if day not in season.games:
                return _ROWS[kind](season, day)
            self._kept[kind, day] = _ROWS[kind](season, day)
            if len(self._kept) > KEPT:
                del self._kept[next(iter(self._kept))]
        return self._kept[kind, day]
