"""Asking The Odds API: the events, their points lines, and the lines of all games, now or at a past moment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from nba_pipeline.sources.base import SourceError
from nba_pipeline.sources.live.http import Client, Refused, Reply
from nba_pipeline.sources.live.odds import GAME_MARKETS
from nba_pipeline.sources.live.odds_credits import OddsCredits
from nba_pipeline.sources.live.settings import LiveSettings

NO_KEY = "no Odds API key: set NBA_ODDS_API_KEY for lines"
_SPORT = "sports/basketball_nba"
_HISTORICAL_PRICE = 10  # times what the same costs live


class OddsApi:
    """`at` is None for now. What is past costs ten times as much, and its list of events one credit."""

    def __init__(self, client: Client, settings: LiveSettings, credits: OddsCredits) -> None:
        self._client = client
        self._settings = settings
        self._credits = credits

    @property
    def has_key(self) -> bool:
        return self._settings.odds_api_key is not None

    def events(self, now: datetime, at: datetime | None = None) -> Reply:
        return self._ask("events", {}, 0 if at is None else 1, now, at)

    def props(self, event_id: str, now: datetime, at: datetime | None = None) -> Reply:
        return self._ask(f"events/{event_id}/odds", self._markets("player_points"), self._price(1, at), now, at)

    def games(self, now: datetime, at: datetime | None = None) -> Reply:
        markets = self._markets(",".join(GAME_MARKETS))
        return self._ask("odds", markets, self._price(len(GAME_MARKETS), at), now, at)

    def too_dear(self, events: int, runs: int, now: datetime) -> str | None:
        """Why the lines of so many events are not to be bought now beside those of so many runs to come."""
        return self._credits.too_dear(events * self._price(1, None) + self._price(len(GAME_MARKETS), None), runs, now)

    def _markets(self, markets: str) -> Mapping[str, str]:
        return {"regions": self._settings.odds_regions, "markets": markets, "oddsFormat": "american"}

    def _price(self, markets: int, at: datetime | None) -> int:
        regions = len(self._settings.odds_regions.split(","))
        return markets * regions * (1 if at is None else _HISTORICAL_PRICE)

    def _ask(self, what: str, params: Mapping[str, str], price: int, now: datetime, at: datetime | None) -> Reply:
        key = self._settings.odds_api_key
        if key is None:
            raise SourceError(NO_KEY)
        self._credits.claim(price, now)
        base = self._settings.odds_api_url
        address = f"{base}/{_SPORT}/{what}" if at is None else f"{base}/historical/{_SPORT}/{what}"
        moment = {} if at is None else {"date": f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"}
        try:
            reply = self._client.get(address, {**params, **moment, "dateFormat": "iso"}, secrets={"apiKey": key})
        except Refused as refused:
            raise SourceError(f"{refused}: {_meaning(refused)}") from None
        self._credits.pay(price, reply.headers, now)
        return reply


def _meaning(refused: Refused) -> str:
    """The answer may repeat the key: only what is known of its codes is told."""
    if b"OUT_OF_USAGE_CREDITS" in refused.body:
        return "the credits of the plan are used up; wait until it is renewed, or take a larger plan"
    if b"HISTORICAL_UNAVAILABLE_ON_FREE_USAGE_PLAN" in refused.body:
        return "odds of past days need a paid plan; unset NBA_ODDS_HISTORICAL"
    if refused.status == 401:
        return "it does not know the key; check NBA_ODDS_API_KEY"
    return "it does not understand the question; check NBA_ODDS_REGIONS and NBA_ODDS_API_URL"
