"""The league's season schedule and its scoreboard of the day, as the NBA CDN publishes them.

Only games that count are taken: regular season, play-in, play-offs and the Cup final; of the 1,400 games of 2024-25
these are 1,230 + 6 + 84 + 1. Games whose teams are not known yet, as in play-offs to come, are no games so far.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TypeAlias

import pyarrow as pa

from nba_pipeline.game_day import Days, game_day_of, season_name, season_of
from nba_pipeline.sources.answers import ANSWERS
from nba_pipeline.sources.base import Answer, SourceError
from nba_pipeline.sources.live.nodes import Node, opened
from nba_pipeline.statuses import GameStatus

SEASON_SCHEDULE, SCOREBOARD = "season_schedule", "scoreboard"
LISTED = "listed_games"  # notes on what the schedule listed of a day

# The first three digits of a game's id.
_COUNTS: Mapping[str, str] = {
    "002": "Regular Season",
    "004": "Playoffs",
    "005": "Play-In",
    "006": "NBA Cup Final",
}
_STATUS: Mapping[int, GameStatus] = {1: GameStatus.UPCOMING, 2: GameStatus.IN_PROGRESS, 3: GameStatus.FINAL}
_PROGRESS = list(_STATUS.values())
STALE_AFTER = timedelta(hours=24)
# Of 1,400 recorded games all say N; P and Y are what else the league is known to write.
_POSTPONED: Mapping[str, bool] = {"": False, "N": False, "P": True, "Y": True}


@dataclass(frozen=True)
class LeagueGame:
    game_date: date
    game_id: str
    season: int
    season_type: str
    tipoff_at: datetime | None
    home_team: str
    away_team: str
    status: GameStatus
    home_score: int | None
    away_score: int | None
    postponed: bool


Place: TypeAlias = tuple[date, str]  # a game's day and id: one that moved stands on two days


def games(answers: Sequence[Answer]) -> list[LeagueGame]:
    """The games of the answers' days. Where the scoreboard is further than the schedule, it is right.

    A game that was listed on a day, and that the schedule has under another, is postponed on the first.
    Raises SourceError for an answer that is damaged, or that contradicts another.
    """
    found: dict[Place, LeagueGame] = {}
    listed_on: dict[str, date] = {}
    for answer in answers:
        if answer.kind == SEASON_SCHEDULE:
            found |= _scheduled(opened(answer), answer, listed_on)
    for answer in answers:
        if answer.kind == SCOREBOARD:
            _update(found, opened(answer)["scoreboard"], answer.days, listed_on)
    for answer in answers:
        if answer.kind == LISTED:
            moved = [game for game in listed(answer) if listed_on.get(game.game_id, game.game_date) != game.game_date]
            found |= {(game.game_date, game.game_id): game for game in moved}
    return [found[place] for place in sorted(found)]


def rows(answers: Sequence[Answer]) -> pa.Table:
    return pa.Table.from_pylist([vars(game) for game in games(answers)], schema=ANSWERS["schedule"].to_pyarrow())


def listed(note: Answer) -> list[LeagueGame]:
    """The games of a note, as they stand on its day once they have another. Raises SourceError for a damaged one."""
    return [_called_off(told, note.days.first) for told in opened(note)["games"].each()]


def _called_off(told: Node, day: date) -> LeagueGame:
    game_id, tipoff = told["game_id"].game_id(), told.maybe("tipoff_at")
    if game_id[:3] not in _COUNTS:
        raise told["game_id"].wrong("the id of a game that counts")
    return LeagueGame(
        game_date=day,
        game_id=game_id,
        season=season_of(day),
        season_type=_COUNTS[game_id[:3]],
        tipoff_at=tipoff.moment() if tipoff else None,
        home_team=told["home_team"].text(),
        away_team=told["away_team"].text(),
        status=GameStatus.UPCOMING,
        home_score=None,
        away_score=None,
        postponed=True,
    )


def _scheduled(told: Node, answer: Answer, listed_on: dict[str, date]) -> dict[Place, LeagueGame]:
    """The games of the answer's days; `listed_on` learns the day of every game that counts."""
    schedule, days = told["leagueSchedule"], answer.days
    _refuse_another_season(schedule["seasonYear"].text(), answer)
    _refuse_a_stale_one(told["meta"]["time"].moment(), answer)
    found: dict[Place, LeagueGame] = {}
    seen: set[str] = set()
    for of_date in schedule["gameDates"].each():
        for game in of_date["games"].each():
            game_id = game["gameId"].game_id()
            if game_id[:3] not in _COUNTS:
                continue
            day = listed_on[game_id] = game["gameDateEst"].day()
            if day not in days or not _teams_are_known(game):
                continue
            if game_id in seen:
                raise SourceError(f"the schedule holds game {game_id} twice in the days asked for; ask again later")
            seen.add(game_id)
            found[day, game_id] = _game(game, game_id)
    return found


def _refuse_another_season(told: str, answer: Answer) -> None:
    wanted = season_name(season_of(answer.days.first))
    if told != wanted:
        raise SourceError(
            f"{answer.uri} is the schedule of {told}, and {answer.days} belongs to {wanted}: the league publishes one "
            f"season at a time; bring one that is over by: nba bootstrap --seasons {wanted}"
        )


def _refuse_a_stale_one(made_at: datetime, answer: Answer) -> None:
    """Of days that are over for long, an old schedule tells no less than a new one."""
    lately = Days(game_day_of(answer.fetched_at) - timedelta(days=1), game_day_of(answer.fetched_at))
    if (lately.first in answer.days or lately.last in answer.days) and answer.fetched_at - made_at > STALE_AFTER:
        raise SourceError(
            f"{answer.uri} was made at {made_at:%Y-%m-%d %H:%M} UTC, over a day before it was asked for: it is stale "
            "and may lack results and changes; ask again later"
        )


def _teams_are_known(game: Node) -> bool:
    return all(game[side]["teamId"].whole() != 0 for side in ("homeTeam", "awayTeam"))


def _game(game: Node, game_id: str) -> LeagueGame:
    status = _status(game)
    text = game["gameStatusText"].text().strip()
    home, away = _scores(game, status)
    return LeagueGame(
        game_date=game["gameDateEst"].day(),
        game_id=game_id,
        season=season_of(game["gameDateEst"].day()),
        season_type=_COUNTS[game_id[:3]],
        tipoff_at=None if text == "TBD" else game["gameDateTimeUTC"].moment(),
        home_team=game["homeTeam"]["teamId"].team(),
        away_team=game["awayTeam"]["teamId"].team(),
        status=status,
        home_score=home,
        away_score=away,
        postponed=_is_postponed(game),
    )


def _status(game: Node) -> GameStatus:
    told = game["gameStatus"]
    if told.whole() not in _STATUS:
        raise told.wrong("a status of a game: 1 scheduled, 2 in progress, 3 final")
    return _STATUS[told.whole()]


def _is_called_off(game: Node) -> bool:
    return game["gameStatusText"].text().strip().startswith("PPD")


def _is_postponed(game: Node) -> bool:
    told = game["postponedStatus"]
    if told.text() not in _POSTPONED:
        raise told.wrong(f"one of {', '.join(filter(None, _POSTPONED))}")
    return _POSTPONED[told.text()] or _is_called_off(game)


def _scores(game: Node, status: GameStatus) -> tuple[int | None, int | None]:
    """Home and away, once the game is over."""
    if status is not GameStatus.FINAL:
        return None, None
    return game["homeTeam"]["score"].whole(), game["awayTeam"]["score"].whole()


def _update(found: dict[Place, LeagueGame], scoreboard: Node, days: Days, listed_on: Mapping[str, date]) -> None:
    """Take status, score and postponements from the scoreboard; one of another day, or one that lags, changes nothing.

    A game that has not begun, and that the schedule has on another day, was moved: the schedule is right.
    """
    day = scoreboard["gameDate"].day()
    if day not in days:
        return
    for told in scoreboard["games"].each():
        game_id = told["gameId"].game_id()
        if game_id[:3] not in _COUNTS:
            continue
        game, status = found.get((day, game_id)), _status(told)
        if game is None:
            if status is GameStatus.UPCOMING and listed_on.get(game_id, day) != day:
                continue
            raise SourceError(f"{told.where} is game {game_id}, which the season schedule lacks; ask again later")
        if _PROGRESS.index(status) > _PROGRESS.index(game.status):
            home, away = _scores(told, status)
            game = replace(game, status=status, home_score=home, away_score=away)
        elif game.status is GameStatus.UPCOMING and _is_called_off(told):
            game = replace(game, postponed=True)
        found[day, game_id] = game
