"""How far a game day is, by its verified schedule and the clock. In doubt it is UNKNOWN, never over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from nba_pipeline.contracts import PARTITION
from nba_pipeline.game_day import EASTERN, eastern, is_off_season
from nba_pipeline.statuses import DayState, GameStatus
from nba_pipeline.tables.raw.schedule import CONTRACT as SCHEDULE
from nba_pipeline.warehouse.reading import Reading
from nba_pipeline.warehouse.receipts import Receipt

# By then the latest Pacific game is hours over: a schedule that does not say so was not read again.
MORNING_AFTER = time(6, 0)
# A game without a known tip-off begins at noon at the earliest: none ever began before.
EARLIEST_TIPOFF = time(12, 0)

Game = Mapping[str, object]


@dataclass(frozen=True)
class GameDay:
    """The state of a game day, the reason for it, and its games: all that are to be played, and those over."""

    game_date: date
    state: DayState
    reason: str
    games: int = 0
    final: int = 0


def game_days(days: Iterable[date], schedule: Reading, games: Iterable[Game], now: datetime) -> dict[date, GameDay]:
    """The state of each day. `games` are the rows of that reading: date, id, tip-off, status and postponed."""
    receipts = {receipt.game_date: receipt for receipt in schedule.receipts}
    by_day: dict[object, list[Game]] = {}
    for game in games:
        by_day.setdefault(game[PARTITION], []).append(game)
    return {
        day: _game_day(day, by_day.get(day, []), receipts.get(day), schedule.unverified.get(day), now) for day in days
    }


def _game_day(
    day: date, scheduled: Sequence[Game], receipt: Receipt | None, unverified: str | None, now: datetime
) -> GameDay:
    doubt = unverified or (receipt and _doubt(day, receipt))
    if doubt:
        return _unknown(day, doubt)
    games = [game for game in scheduled if not game["postponed"]]
    if not games:
        return GameDay(day, DayState.NO_GAMES, _why_no_games(day, len(scheduled)))
    running = [game for game in games if game["status"] != GameStatus.FINAL]
    final = len(games) - len(running)
    if not running:
        return GameDay(day, DayState.FINAL, f"{_games(final)} over", len(games), final)
    if now >= eastern(day + timedelta(days=1), MORNING_AFTER):
        named = ", ".join(str(game["game_id"]) for game in running)
        read = "" if receipt is None else f", read {receipt.published_at.astimezone(EASTERN):%Y-%m-%d %H:%M} Eastern,"
        return _unknown(day, f"the schedule{read} does not say that {named} is over", len(games), final)
    first = min(_tipoff(game, day) for game in games)
    if first <= now or any(game["status"] != GameStatus.UPCOMING for game in games):
        return GameDay(day, DayState.IN_PROGRESS, f"{final} of {_games(len(games))} over", len(games), final)
    begins = f"the first of {_games(len(games))} begins at {first.astimezone(EASTERN):%H:%M} Eastern"
    return GameDay(day, DayState.UPCOMING, begins, len(games))


def _unknown(day: date, doubt: str, games: int = 0, final: int = 0) -> GameDay:
    remedy = f"read it again with: nba run --date {day}"
    return GameDay(day, DayState.UNKNOWN, f"{SCHEDULE.name}: {doubt}; {remedy}", games, final)


def _doubt(day: date, schedule: Receipt) -> str | None:
    """Why a verified schedule may not be the whole truth of the day."""
    if schedule.gaps:
        return "games are held back: " + ", ".join(f"{gap.game_id} ({gap.reason})" for gap in schedule.gaps)
    if schedule.rows or is_off_season(day):
        return None
    if not (schedule.reason or "").startswith(SCHEDULE.may_be_empty or ""):
        return schedule.reason
    if schedule.published_at < eastern(day, time(0)):
        return "it has no games, but was last read before the day began"
    return None


def _why_no_games(day: date, postponed: int) -> str:
    if postponed:
        return f"{_games(postponed)} postponed"
    return "off-season" if is_off_season(day) else "no games are scheduled"


def _tipoff(game: Game, day: date) -> datetime:
    known = game["tipoff_at"]
    return known if isinstance(known, datetime) else eastern(day, EARLIEST_TIPOFF)


def _games(number: int) -> str:
    return f"{number} game" if number == 1 else f"{number} games"
