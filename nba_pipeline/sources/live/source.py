"""The live services as a source: what they say now, and what was landed of them before.

Of the league, days of any age in the season are answered. Of odds and injury reports only the present can be asked:
an answer holds every snapshot that landed for the day, and a new one while the day is not over. Odds of past days
that never landed are bought where NBA_ODDS_HISTORICAL allows it. What was said at a moment in the past cannot be
asked of any of them: an answer from after `as_of`, by its host's own clock, is refused.

Seasons that are over are answered from the game logs that `nba bootstrap` has landed; no other host is asked for them.

Each answer is given as it comes, before the next one is asked for: what breaks off later has landed until then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import pyarrow as pa

from nba_pipeline.aliases import Aliases
from nba_pipeline.game_day import Days, game_day_of, is_off_season, playing_days
from nba_pipeline.sources.base import Answer, Said, SourceError
from nba_pipeline.sources.live import (
    balldontlie,
    injury_pdf,
    injury_reports,
    league_boxscores,
    league_schedule,
    listed_games,
    logged_games,
    odds,
    play_by_play,
    stand_in,
)
from nba_pipeline.sources.live.balldontlie import Balldontlie
from nba_pipeline.sources.live.collected_odds import CollectedOdds
from nba_pipeline.sources.live.finished_games import GAMES_STAND, FinishedGames
from nba_pipeline.sources.live.game_logs import LOGS
from nba_pipeline.sources.live.hosts import Hosts
from nba_pipeline.sources.live.http import Client, LeftAlone, Reply
from nba_pipeline.sources.live.league_history import LeagueHistory
from nba_pipeline.sources.live.league_schedule import LeagueGame
from nba_pipeline.sources.live.odds_api import NO_KEY, OddsApi
from nba_pipeline.sources.live.odds_credits import OddsCredits
from nba_pipeline.sources.live.offline import NOT_LANDED, Nobody, league_answers
from nba_pipeline.sources.live.settings import LiveSettings
from nba_pipeline.sources.live.snapshots import LIVE, Landed, as_answer, once
from nba_pipeline.sources.live.stand_in import StandIn
from nba_pipeline.statuses import GameStatus

KEPT = timedelta(minutes=2)  # one run asks several times for the schedule
_ONE_DAY = timedelta(days=1)


class LiveSource:
    """`directory` holds the manners' memory, `landing_dir` what was answered before; `aliases` are the home's own."""

    name = LIVE

    def __init__(
        self,
        settings: LiveSettings,
        directory: Path,
        landing_dir: Path,
        client: Client | None = None,
        aliases: Callable[[], Aliases] = Aliases,
    ) -> None:
        if settings.live_offline:
            settings = settings.model_copy(update={"odds_api_key": None})  # without one no odds are asked for
        self._settings = settings
        self._landed = Landed(landing_dir, stands_for_good=settings.live_offline)
        self._history = LeagueHistory(landing_dir)
        self._hosts = Hosts(directory)
        manners = (self._hosts, settings.request_interval, settings.request_timeout)
        self._client = Nobody(*manners) if settings.live_offline else client or Client(*manners)
        self._credits = OddsCredits(directory / "odds_credits.json", settings.odds_daily_credits)
        self._api = OddsApi(self._client, settings, self._credits)
        self._odds = CollectedOdds(self._api, self._landed, settings.odds_historical)
        self._balldontlie = Balldontlie(self._client, settings, self._landed)
        stand_in = StandIn(self._balldontlie, self._landed, aliases)
        self._finished = FinishedGames(self._client, f"{settings.cdn_url}/liveData", self._landed, stand_in)
        self._kept: dict[str, tuple[datetime, Reply]] = {}

    def fetch(self, kind: str, days: Days, as_of: datetime) -> Iterator[Said]:
        ask = self._asked()[kind]
        for part in playing_days(days):
            logged = self._history.answers(kind, part, as_of)
            yield from ask(part, as_of) if logged is None else logged

    def parse(self, kind: str, answers: Sequence[Answer]) -> pa.Table:
        told = [answer for answer in answers if answer.kind not in LOGS]
        logs = [answer for answer in answers if answer.kind in LOGS]
        return pa.concat_tables([_PARSERS[kind](told), logged_games.rows(kind, logs)])

    def absence(self, kind: str, day: date) -> str | None:
        if is_off_season(day):
            return "off-season"
        if kind == "injury_report" and not self._landed.anything(injury_pdf.REPORT, day):
            return "the injury report was not asked for on the day or the day before, and the league tells no other's"
        if kind == "second_boxscores" and not self._balldontlie.tells(day):
            return f"what balldontlie says {NOT_LANDED}" if self._settings.live_offline else balldontlie.NO_KEY
        if kind in _ODDS:
            return f"an offer {NOT_LANDED}" if self._settings.live_offline else self._odds.absence(kind, day)
        return self._history.absence(kind, day, self._client.now())

    def too_dear(self, day: date, runs: int, as_of: datetime) -> str | None:
        return self._odds.too_dear(day, runs, as_of)

    def describe(self) -> str:
        """Raises SourceError while a host is left alone."""
        if self._settings.live_offline:
            return "live services, by what landed of them: nobody is asked, for NBA_LIVE_OFFLINE is set"
        hosts = self._hosts.every()
        now = self._client.now()
        alone = [host.describe(now) for host in hosts if host.is_left_alone(now)]
        if alone:
            raise SourceError("; ".join(alone))
        key = f"The Odds API with a key, {self._credits.describe()}" if self._api.has_key else NO_KEY
        second = "balldontlie with a key" if self._balldontlie.has_key else balldontlie.NO_KEY
        states = "; ".join(host.describe(now) for host in hosts) or "no host was asked yet"
        return f"live services: {key}; {second}; {states}"

    def _asked(self) -> Mapping[str, Callable[[Days, datetime], Iterator[Said]]]:
        return {
            "schedule": self._schedule,
            "player_boxscores": self._boxscores,
            "team_boxscores": self._boxscores,
            "shot_zones": self._shot_zones,
            "second_boxscores": self._second_boxscores,
            "points_props": self._odds.points_props,
            "game_lines": self._odds.game_lines,
            "injury_report": self._injury_reports,
        }

    def _schedule(self, days: Days, as_of: datetime) -> Iterator[Answer]:
        told = []
        for answer in self._league(days, as_of):
            told.append(answer)
            yield answer
        yield from listed_games.notes(self._landed, told, days, as_of)

    def _league(self, days: Days, as_of: datetime) -> Iterator[Answer]:
        """The season's schedule; the scoreboard too where it may know more."""
        if self._settings.live_offline:
            yield from league_answers(self._landed, days, as_of)
            return
        cdn, today = self._settings.cdn_url, game_day_of(as_of)
        yield self._got(league_schedule.SEASON_SCHEDULE, days, f"{cdn}/staticData/scheduleLeagueV2.json", as_of)
        if today in days or today - _ONE_DAY in days:
            address = f"{cdn}/liveData/scoreboard/todaysScoreboard_00.json"
            yield self._got(league_schedule.SCOREBOARD, days, address, as_of)

    def _boxscores(self, days: Days, as_of: datetime) -> Iterator[Said]:
        for day, games in self._over(days, as_of):
            yield from self._finished.boxscores(day, games, as_of)

    def _shot_zones(self, days: Days, as_of: datetime) -> Iterator[Said]:
        for day, games in self._over(days, as_of):
            yield from self._finished.shot_zones(day, games, as_of)

    def _second_boxscores(self, days: Days, as_of: datetime) -> Iterator[Said]:
        """One a day on which the league has games, and each of them that it lacks; nothing without a key."""
        told = [day for day in days if self._balldontlie.tells(day)]
        if not told:
            return
        games = [game for game in self._games(days, as_of) if not game.postponed and game.game_date in told]
        for day, of_day in groupby(games, attrgetter("game_date")):
            yield from self._balldontlie.boxscores(day, list(of_day), as_of)

    def _over(self, days: Days, as_of: datetime) -> Iterator[tuple[date, Sequence[LeagueGame]]]:
        """The finished games of each day that has any."""
        over = [game for game in self._games(days, as_of) if game.status is GameStatus.FINAL]
        for day, of_day in groupby(over, attrgetter("game_date")):
            yield day, list(of_day)

    def _games(self, days: Days, as_of: datetime) -> Sequence[LeagueGame]:
        """What the CDN says of these days, which lands; while it is left alone, what it said of them a while ago."""
        told = []
        try:
            for answer in self._league(days, as_of):
                self._landed.keep(answer)
                told.append(answer)
            return league_schedule.games(told)
        except LeftAlone:
            kinds = (league_schedule.SEASON_SCHEDULE, league_schedule.SCOREBOARD)
            lately = [self._landed.until(kind, days, as_of, as_of - GAMES_STAND)[-1:] for kind in kinds]
            if not lately[0]:
                raise
            return league_schedule.games([answer for answers in lately for answer in answers])

    def _injury_reports(self, days: Days, as_of: datetime) -> Iterator[Said]:
        """The report tells of today's games and tomorrow's."""
        today = game_day_of(as_of)
        for day in days:
            earlier = self._landed.usable(injury_pdf.REPORT, day, as_of, injury_pdf.rows)
            told = today <= day <= today + _ONE_DAY and not self._settings.live_offline
            address = self._settings.injury_report_url
            new = [injury_reports.said_of(day, self._client, address, as_of, earlier)] if told else []
            yield from once(new, earlier)

    def _got(self, kind: str, days: Days, address: str, as_of: datetime) -> Answer:
        kept = self._kept.get(address)
        if kept is None or not timedelta(0) <= as_of - kept[0] <= KEPT:
            kept = (as_of, self._client.get(address))
            fresh = {uri: (at, reply) for uri, (at, reply) in self._kept.items() if as_of - at <= KEPT}
            self._kept = {**fresh, address: kept}
        return as_answer(kind, days, kept[1], as_of)


def _with_stand_ins(
    league: Callable[[Sequence[Answer]], pa.Table], stands_in: Callable[[Sequence[Answer]], pa.Table]
) -> Callable[[Sequence[Answer]], pa.Table]:
    """A parser of the league's boxscores, and of what is told in the place of one."""

    def parser(answers: Sequence[Answer]) -> pa.Table:
        leagues = [answer for answer in answers if answer.kind == league_boxscores.BOXSCORE]
        return pa.concat_tables([league(leagues), stands_in(answers)])

    return parser


_PARSERS: Mapping[str, Callable[[Sequence[Answer]], pa.Table]] = {
    "schedule": league_schedule.rows,
    "player_boxscores": _with_stand_ins(league_boxscores.player_rows, stand_in.player_rows),
    "team_boxscores": _with_stand_ins(league_boxscores.team_rows, stand_in.team_rows),
    "second_boxscores": balldontlie.rows,
    "shot_zones": play_by_play.rows,
    "points_props": odds.props_rows,
    "game_lines": odds.line_rows,
    "injury_report": injury_pdf.rows,
}
_ODDS = ("points_props", "game_lines")
