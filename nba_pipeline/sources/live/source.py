"""The live services as a source: what they say now, and what was landed of them before.

Of the league, days of any age in the season are answered. Of odds and injury reports only the present can be asked:
an answer holds every snapshot that landed for the day, and a new one while the day is not over. Odds of past days
that never landed are bought where NBA_ODDS_HISTORICAL allows it. What was said at a moment in the past cannot be
asked of any of them: an answer from after `as_of`, by its host's own clock, is refused.

Each answer is given as it comes, before the next one is asked for: what breaks off later has landed until then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pyarrow as pa

from nba_pipeline.game_day import Days, eastern, game_day_of, is_off_season, playing_days
from nba_pipeline.sources.answers import ANSWERS
from nba_pipeline.sources.base import Answer, SourceError
from nba_pipeline.sources.landing import landed_until
from nba_pipeline.sources.live import injury_pdf, league_boxscores, league_schedule, odds
from nba_pipeline.sources.live.hosts import Hosts
from nba_pipeline.sources.live.http import Client, NotThere, Reply
from nba_pipeline.sources.live.injury_reports import latest_report
from nba_pipeline.sources.live.odds_api import NO_KEY, OddsApi
from nba_pipeline.sources.live.odds_credits import OddsCredits
from nba_pipeline.sources.live.settings import LiveSettings
from nba_pipeline.statuses import GameStatus

CLOCKS_DIFFER = timedelta(minutes=15)  # between a host's clock and ours, with the waits between requests
KEPT = timedelta(minutes=2)  # one run asks several times for the same file
_BEFORE_TIPOFF = timedelta(minutes=10)
_ONE_DAY = timedelta(days=1)

Parser = Callable[[Sequence[Answer]], pa.Table]


class LiveSource:
    """`directory` holds the manners' memory, `landing_dir` what was answered before."""

    name = "live"

    def __init__(
        self, settings: LiveSettings, directory: Path, landing_dir: Path, client: Client | None = None
    ) -> None:
        self._settings = settings
        self._landing_dir = landing_dir
        self._hosts = Hosts(directory)
        self._client = client or Client(self._hosts, settings.request_interval, settings.request_timeout)
        self._credits = OddsCredits(directory / "odds_credits.json", settings.odds_daily_credits)
        self._odds = OddsApi(self._client, settings, self._credits)
        self._kept: dict[str, tuple[datetime, Reply]] = {}

    def fetch(self, kind: str, days: Days, as_of: datetime) -> Iterator[Answer]:
        asked = self._asked().get(kind)
        if asked is not None:
            for part in playing_days(days):
                yield from asked(part, as_of)

    def parse(self, kind: str, answers: Sequence[Answer]) -> pa.Table:
        return _PARSERS[kind](answers) if kind in _PARSERS else ANSWERS[kind].to_pyarrow().empty_table()

    def absence(self, kind: str, day: date) -> str | None:
        if is_off_season(day):
            return "off-season"
        if kind not in _PARSERS:
            return f"no live service of this version tells {kind.replace('_', ' ')}"
        if kind == "injury_report" and not self._was_asked(kind, day):
            return "the injury report was not asked for on the day or the day before, and the league tells no other's"
        if kind not in _ODDS:
            return None
        if not self._odds.has_key:
            return NO_KEY
        if not self._settings.odds_historical and not self._was_asked(kind, day):
            return "the odds were not asked for on the day, and those of past days are not bought (NBA_ODDS_HISTORICAL)"
        return None

    def describe(self) -> str:
        """Raises SourceError while a host is left alone."""
        hosts = self._hosts.every()
        now = self._client.now()
        alone = [host.describe(now) for host in hosts if host.is_left_alone(now)]
        if alone:
            raise SourceError("; ".join(alone))
        key = f"The Odds API with a key, {self._credits.describe()}" if self._odds.has_key else NO_KEY
        states = "; ".join(host.describe(now) for host in hosts) or "no host was asked yet"
        return f"live services: {key}; {states}"

    def _asked(self) -> Mapping[str, Callable[[Days, datetime], Iterator[Answer]]]:
        return {
            "schedule": self._schedule,
            "player_boxscores": self._boxscores,
            "team_boxscores": self._boxscores,
            "points_props": self._points_props,
            "game_lines": self._game_lines,
            "injury_report": self._injury_reports,
        }

    def _schedule(self, days: Days, as_of: datetime) -> Iterator[Answer]:
        """The season's schedule; the scoreboard too where it may know more."""
        cdn, today = self._settings.cdn_url, game_day_of(as_of)
        yield self._got(league_schedule.SEASON_SCHEDULE, days, f"{cdn}/staticData/scheduleLeagueV2.json", as_of)
        if today in days or today - _ONE_DAY in days:
            address = f"{cdn}/liveData/scoreboard/todaysScoreboard_00.json"
            yield self._got(league_schedule.SCOREBOARD, days, address, as_of)

    def _boxscores(self, days: Days, as_of: datetime) -> Iterator[Answer]:
        """One a finished game. A game whose boxscore is not there has none in the answer, which is a gap of its day."""
        for game in league_schedule.games(list(self._schedule(days, as_of))):
            if game.status is GameStatus.FINAL:
                address = f"{self._settings.cdn_url}/liveData/boxscore/boxscore_{game.game_id}.json"
                try:
                    yield self._got(league_boxscores.BOXSCORE, Days.only(game.game_date), address, as_of)
                except NotThere:
                    continue

    def _points_props(self, days: Days, as_of: datetime) -> Iterator[Answer]:
        for day in days:
            earlier = self._earlier(odds.EVENT_PROPS, day, as_of, odds.props_rows)
            yield from _once(self._new_props(day, earlier, as_of), earlier)

    def _new_props(self, day: date, earlier: Sequence[Answer], as_of: datetime) -> Iterator[Answer]:
        for at in self._asks_odds(day, earlier, as_of):
            events = self._of_now(odds.EVENTS, day, self._odds.events(as_of, at), as_of, at)
            yield events
            for event in odds.events(events):
                # what has begun is quoted in play
                if at is None and event.begins_at > as_of:
                    yield self._of_now(odds.EVENT_PROPS, day, self._odds.props(event.event_id, as_of), as_of)
                elif at is not None:
                    moment = min(event.begins_at - _BEFORE_TIPOFF, as_of)
                    reply = self._odds.props(event.event_id, as_of, moment)
                    yield self._of_now(odds.EVENT_PROPS, day, reply, as_of, moment)

    def _game_lines(self, days: Days, as_of: datetime) -> Iterator[Answer]:
        for day in days:
            earlier = self._earlier(odds.GAME_ODDS, day, as_of, odds.line_rows)
            asked = self._asks_odds(day, earlier, as_of)
            new = (self._of_now(odds.GAME_ODDS, day, self._odds.games(as_of, at), as_of, at) for at in asked)
            yield from _once(new, earlier)

    def _asks_odds(self, day: date, earlier: Sequence[Answer], as_of: datetime) -> list[datetime | None]:
        """Nothing, or the one moment to ask of: None for now."""
        if not self._odds.has_key:
            return []
        if day >= game_day_of(as_of):
            return [None]
        return [eastern(day, time(12))] if self._settings.odds_historical and not earlier else []

    def _injury_reports(self, days: Days, as_of: datetime) -> Iterator[Answer]:
        """The report tells of today's games and tomorrow's."""
        today = game_day_of(as_of)
        for day in days:
            earlier = self._earlier(injury_pdf.REPORT, day, as_of, injury_pdf.rows)
            new = []
            if today <= day <= today + _ONE_DAY:
                reply = latest_report(self._client, self._settings.injury_report_url, as_of)
                new = [self._of_now(injury_pdf.REPORT, day, reply, as_of)]
            yield from _once(new, earlier)

    def _got(self, kind: str, days: Days, address: str, as_of: datetime) -> Answer:
        kept = self._kept.get(address)
        if kept is None or not timedelta(0) <= as_of - kept[0] <= KEPT:
            kept = (as_of, self._client.get(address))
            fresh = {uri: (at, reply) for uri, (at, reply) in self._kept.items() if as_of - at <= KEPT}
            self._kept = {**fresh, address: kept}
        return self._as_answer(kind, days, kept[1], as_of)

    def _of_now(self, kind: str, day: date, reply: Reply, as_of: datetime, at: datetime | None = None) -> Answer:
        return self._as_answer(kind, Days.only(day), reply, as_of, at)

    def _as_answer(self, kind: str, days: Days, reply: Reply, as_of: datetime, at: datetime | None = None) -> Answer:
        """Raises SourceError for what was said after `as_of`, unless it speaks of the earlier moment `at`."""
        if at is None and reply.answered_at > as_of + CLOCKS_DIFFER:
            raise SourceError(
                f"{reply.uri} was answered at {reply.answered_at:%Y-%m-%d %H:%M} UTC and asked for as of "
                f"{as_of:%Y-%m-%d %H:%M}: live services tell the present only; unset NBA_NOW, or replay an archive"
            )
        return Answer(kind, days, reply.uri, reply.media_type, reply.body, as_of)

    def _earlier(self, kind: str, day: date, as_of: datetime, parser: Parser) -> list[Answer]:
        """What landed of the day and could be used; what could not was refused, on record, when it came."""
        landed = landed_until(self._landing_dir, self.name, kind, Days.only(day), as_of)
        return [answer for answer in landed if _is_usable(answer, parser)]

    def _was_asked(self, kind: str, day: date) -> bool:
        folder = self._landing_dir / self.name / _LANDS_AS[kind] / f"{day}_{day}"
        return folder.is_dir()


def _is_usable(answer: Answer, parser: Parser) -> bool:
    try:
        parser([answer])
    except SourceError:
        return False
    return True


def _once(new: Iterable[Answer], earlier: Sequence[Answer]) -> Iterator[Answer]:
    """The new answers as they come, then the earlier ones. Equal bytes were landed when they came first.

    In this order, so that asking again where nothing has changed gives the same answers in the same order.
    """
    landed = {answer.sha256: answer for answer in earlier}
    for answer in new:
        yield landed.pop(answer.sha256, answer)
    yield from landed.values()


_PARSERS: Mapping[str, Parser] = {
    "schedule": league_schedule.rows,
    "player_boxscores": league_boxscores.player_rows,
    "team_boxscores": league_boxscores.team_rows,
    "points_props": odds.props_rows,
    "game_lines": odds.line_rows,
    "injury_report": injury_pdf.rows,
}
_ODDS = ("points_props", "game_lines")
# What shows that the day was asked for, of kinds that are told of the present only.
_LANDS_AS: Mapping[str, str] = {
    "points_props": odds.EVENTS,
    "game_lines": odds.GAME_ODDS,
    "injury_report": injury_pdf.REPORT,
}
