"""Asking stats.nba.com for the game logs of past seasons: each once, landed before it is read.

This host answers within seconds or lets a request hang, which it does to cloud addresses as a rule: it is given a short
time and asked twice. It answers nobody who does not come with a browser's headers; those of nba_api are sent, through
our own client and its manners.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from nba_api.stats.library.http import STATS_HEADERS

from nba_pipeline.clock import Clock
from nba_pipeline.game_day import season_days
from nba_pipeline.sources.base import SourceError
from nba_pipeline.sources.landing import land
from nba_pipeline.sources.live.game_logs import ENDPOINT, Question, questions, read
from nba_pipeline.sources.live.hosts import Hosts
from nba_pipeline.sources.live.http import Client, Silent
from nba_pipeline.sources.live.league_history import LeagueHistory
from nba_pipeline.sources.live.logged_games import whole
from nba_pipeline.sources.live.settings import LiveSettings
from nba_pipeline.sources.live.snapshots import LIVE, as_answer

ATTEMPTS = 2
HANGS = (
    "This host lets requests from cloud addresses hang without an answer: bootstrap from another network, like the one "
    "at home, and bring the landing directory along. Daily runs ask only the CDN, and need none of this"
)
# What the connection itself decides.
_OWN_HEADERS = ("Host", "Connection", "Accept-Encoding")


def stats_client(
    settings: LiveSettings,
    directory: Path,
    clock: Clock | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Client:
    """`directory` holds the manners' memory."""
    headers = {name: value for name, value in STATS_HEADERS.items() if name not in _OWN_HEADERS}
    return Client(
        Hosts(directory), settings.request_interval, settings.stats_timeout, clock, sleep, headers, attempts=ATTEMPTS
    )


class StatsHost:
    """Asks through `client`; what it is told lands in `landing_dir`."""

    def __init__(self, settings: LiveSettings, landing_dir: Path, client: Client) -> None:
        self._address = f"{settings.stats_url}/{ENDPOINT}"
        self._landing_dir = landing_dir
        self._history = LeagueHistory(landing_dir)
        self._client = client

    def open_questions(self, season: int, as_of: datetime) -> list[Question]:
        """What has not landed of a season."""
        landed = self._history.landed(season, as_of)
        return [question for question in questions(season) if question not in landed]

    def ask(self, question: Question, as_of: datetime) -> int:
        """How many games the answer holds, once it has landed.

        Raises SourceError for an answer that does not come, that is not whole, or that answers another question.
        """
        try:
            reply = self._client.get(self._address, question.params)
        except Silent as error:
            raise Silent(f"{error}. {HANGS}") from None
        answer = as_answer(question.log, season_days(question.season), reply, as_of)
        land(self._landing_dir, LIVE, answer)
        told = read(answer).question
        if told != question:
            raise SourceError(f"{answer.uri} was asked for {question} and answered with {told}")
        return whole(answer).count()
