"""A small invented day in the formats of the live services: two games of four teams, or others, nine players each."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from known_teams import IDS, NAMES
from services import Services
from small_plays import plays_of
from small_report import listed, report, silent

from nba_pipeline.game_day import Days, eastern
from nba_pipeline.sources.base import Answer
from nba_pipeline.sources.landing import land
from nba_pipeline.sources.live.league_boxscores import BOXSCORE
from nba_pipeline.sources.live.snapshots import LIVE

DAY = date(2026, 1, 15)
MORNING, NEXT_MORNING = eastern(DAY, time(11)), eastern(DAY + timedelta(days=1), time(5))
MINUTES = (34, 34, 32, 32, 30, 26, 24, 18, 10)

KEY, SECOND_KEY = "planted-key-5e1f", "planted-key-77b0"
CDN, ODDS, REPORTS, SECOND = "/cdn", "/odds/v4", "/reports", "/second/v1"
SCHEDULE = f"{CDN}/staticData/scheduleLeagueV2.json"
SCOREBOARD = f"{CDN}/liveData/scoreboard/todaysScoreboard_00.json"
EVENTS = f"{ODDS}/sports/basketball_nba/events"
REPORT = f"{REPORTS}/Injury-Report_2026-01-15_11_00AM.pdf"
BOX_SCORES = f"{SECOND}/box_scores"
GAME_ODDS = f"{ODDS}/sports/basketball_nba/odds"


@dataclass(frozen=True)
class Game:
    game_id: str
    home: str
    away: str
    tipoff_at: datetime
    final: bool = True

    @property
    def event_id(self) -> str:
        return f"event{self.game_id}"

    @property
    def boxscore(self) -> str:
        return f"{CDN}/liveData/boxscore/boxscore_{self.game_id}.json"

    @property
    def plays(self) -> str:
        return f"{CDN}/liveData/playbyplay/playbyplay_{self.game_id}.json"

    @property
    def props(self) -> str:
        return f"{EVENTS}/{self.event_id}/odds"


GAMES = (
    Game("0022500578", "BOS", "NYK", eastern(DAY, time(19))),
    Game("0022500579", "LAL", "GSW", eastern(DAY, time(22))),
)


def iso(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def name_of(team: str, number: int) -> str:
    return f"{team.title()} Player{'abcdefghi'[number]}"


def points_of(team: str, number: int) -> int:
    return 20 - 2 * number + IDS[team] % 3


def score_of(team: str) -> int:
    return sum(points_of(team, number) for number in range(len(MINUTES)))


def side(team: str, final: bool) -> dict:
    return {"teamId": IDS[team], "teamTricode": team, "score": score_of(team) if final else 0}


def scheduled(game: Game, **more) -> dict:
    return {
        "gameId": game.game_id,
        "gameStatus": 3 if game.final else 1,
        "gameStatusText": "Final" if game.final else "7:00 pm ET",
        "gameDateEst": f"{DAY}T00:00:00Z",
        "gameDateTimeUTC": iso(game.tipoff_at),
        "postponedStatus": "N",
        "homeTeam": side(game.home, game.final),
        "awayTeam": side(game.away, game.final),
        **more,
    }


def schedule(games: list[dict], made_at: datetime, season: str = "2025-26") -> bytes:
    dates = [{"gameDate": f"{DAY:%m/%d/%Y} 00:00:00", "games": games}]
    told = {"meta": {"time": iso(made_at)}, "leagueSchedule": {"seasonYear": season, "gameDates": dates}}
    return json.dumps(told).encode()


def scoreboard(games: list[dict], day: date = DAY) -> bytes:
    return json.dumps({"scoreboard": {"gameDate": f"{day}", "games": games}}).encode()


def statistics(team: str, number: int) -> dict:
    points = points_of(team, number)
    made = points // 2
    counts = {
        "points": points,
        "fieldGoalsMade": made,
        "fieldGoalsAttempted": made + 6,
        "threePointersMade": 0,
        "threePointersAttempted": 2,
        "freeThrowsMade": points - 2 * made,
        "freeThrowsAttempted": 2,
        "reboundsOffensive": 1,
        "reboundsDefensive": 3,
        "reboundsTotal": 4,
        "assists": 2,
        "steals": 1,
        "blocks": 0,
        "turnovers": 1,
        "foulsPersonal": 2,
        "plusMinusPoints": 0.0,
    }
    return counts | {"minutes": f"PT{MINUTES[number]}M00.00S"}


def sheet(team: str, against: str) -> dict:
    players = [
        {
            "status": "ACTIVE",
            "personId": IDS[team] % 100_000 * 100 + number,
            "name": name_of(team, number),
            "starter": "1" if number < 5 else "0",
            "played": "1",
            "statistics": statistics(team, number),
        }
        for number in range(len(MINUTES))
    ]
    keys = statistics(team, 0).keys() - {"minutes", "plusMinusPoints"}
    sums = {key: sum(player["statistics"][key] for player in players) for key in keys}
    sums |= {"reboundsPersonal": sums["reboundsTotal"], "reboundsTotal": sums["reboundsTotal"] + 8}
    sums |= {"turnoversTotal": sums["turnovers"] + 1, "pointsAgainst": score_of(against)}
    return {"teamId": IDS[team], "players": players, "statistics": sums}


def boxscore(game: Game) -> bytes:
    told = {
        "gameId": game.game_id,
        "gameStatus": 3 if game.final else 2,
        "gameTimeUTC": iso(game.tipoff_at),
        "homeTeam": sheet(game.home, game.away),
        "awayTeam": sheet(game.away, game.home),
    }
    return json.dumps({"game": told}).encode()


_SECOND_COUNTED = {
    **{"fgm": "fieldGoalsMade", "fg3m": "threePointersMade", "ftm": "freeThrowsMade"},
    **{"fga": "fieldGoalsAttempted", "fg3a": "threePointersAttempted", "fta": "freeThrowsAttempted"},
    **{"oreb": "reboundsOffensive", "dreb": "reboundsDefensive", "reb": "reboundsTotal"},
    **{"ast": "assists", "stl": "steals", "blk": "blocks", "turnover": "turnovers"},
    **{"pf": "foulsPersonal", "pts": "points"},
}


def second_sheet(team: str) -> dict:
    """As balldontlie tells it, with one who did not play."""

    def told(name: str, minutes: str, counted: dict) -> dict:
        first, last = name.split()
        return {"min": minutes, **counted, "player": {"id": 7, "first_name": first, "last_name": last}}

    played = []
    for number, minutes in enumerate(MINUTES):
        of_player = statistics(team, number)
        counted = {theirs: of_player[name] for theirs, name in _SECOND_COUNTED.items()}
        played.append(told(name_of(team, number), f"{minutes:02}", counted))
    injured = told(f"{team.title()} Injured", "00", dict.fromkeys(_SECOND_COUNTED, 0))
    return {"id": 1, "full_name": NAMES[team], "players": [*played, injured]}


def second_game(game: Game, status: str = "Final") -> dict:
    home, away = second_sheet(game.home), second_sheet(game.away)
    return {"date": f"{DAY}", "status": status, "home_team": home, "visitor_team": away}


def box_scores(games: list[dict]) -> bytes:
    return json.dumps({"data": games}).encode()


def event(game: Game) -> dict:
    return {
        "id": game.event_id,
        "commence_time": iso(game.tipoff_at),
        "home_team": NAMES[game.home],
        "away_team": NAMES[game.away],
    }


def market(key: str, outcomes: list[dict], at: datetime) -> dict:
    return {"key": key, "last_update": iso(at), "outcomes": outcomes}


def props(game: Game, at: datetime, books: tuple[str, ...] = ("draftkings", "fanduel")) -> bytes:
    outcomes = [
        {"name": name, "description": name_of(team, number), "price": -110, "point": points_of(team, number) - 0.5}
        for team in (game.home, game.away)
        for number in range(5)
        for name in ("Over", "Under")
    ]
    told = [{"key": book, "markets": [market("player_points", outcomes, at)]} for book in books]
    return json.dumps(event(game) | {"bookmakers": told}).encode()


def game_odds(games: Sequence[Game], at: datetime) -> bytes:
    def quoted(game: Game) -> dict:
        home, away = NAMES[game.home], NAMES[game.away]
        markets = [
            market("h2h", [{"name": home, "price": -150}, {"name": away, "price": 130}], at),
            market(
                "spreads",
                [{"name": home, "price": -110, "point": -3.5}, {"name": away, "price": -110, "point": 3.5}],
                at,
            ),
            market(
                "totals",
                [{"name": "Over", "price": -110, "point": 225.5}, {"name": "Under", "price": -110, "point": 225.5}],
                at,
            ),
        ]
        return event(game) | {"bookmakers": [{"key": "draftkings", "markets": markets}]}

    return json.dumps([quoted(game) for game in games]).encode()


def small_report(at: datetime) -> bytes:
    hurt = listed(NAMES["BOS"], "Playeri, Bos", "Questionable", "Injury/Illness - Left Ankle;", "Sprain")
    away = listed(NAMES["NYK"], "Playeri, Nyk", "Out", "G League - On Assignment")
    return report(DAY, at, [hurt, away, silent(NAMES["LAL"])])


def before_the_games(services: Services, games: Sequence[Game] = GAMES) -> None:
    """What the services say in the morning."""
    services.moment = MORNING
    upcoming = [scheduled(replace(game, final=False)) for game in games]
    services.put(SCHEDULE, schedule(upcoming, MORNING))
    services.put(SCOREBOARD, scoreboard(upcoming))
    services.put(EVENTS, json.dumps([event(game) for game in games]).encode())
    services.put(GAME_ODDS, game_odds(games, MORNING))
    for game in games:
        services.put(game.props, props(game, MORNING))
    services.put(REPORT, small_report(MORNING), "application/pdf")
    services.headers = {"x-requests-last": "1", "x-requests-remaining": "480"}


def after_the_games(services: Services, games: Sequence[Game] = GAMES) -> None:
    """What they say the next morning: the results; the schedule lags behind the scoreboard; nobody quotes any more."""
    upcoming = [scheduled(replace(game, final=False)) for game in games]
    services.moment = NEXT_MORNING
    services.put(SCHEDULE, schedule(upcoming, NEXT_MORNING))
    services.put(SCOREBOARD, scoreboard([scheduled(game) for game in games]))
    services.put(EVENTS, b"[]")
    services.put(GAME_ODDS, b"[]")
    services.put(BOX_SCORES, box_scores([second_game(game) for game in games]))
    for game in games:
        services.put(game.boxscore, boxscore(game))
        services.put(game.plays, plays_of(boxscore(game)))
        services.answers.pop(game.props, None)


LATELY = DAY - timedelta(days=2)
LATE_GAMES = (
    Game("0022500560", "NYK", "BOS", eastern(LATELY, time(19))),
    Game("0022500561", "GSW", "LAL", eastern(LATELY, time(22))),
)


def lands(home: Path, game: Game, body: bytes, day: date = LATELY) -> None:
    """A boxscore that the league has told of an earlier day."""
    address = f"https://league/boxscore_{game.game_id}.json"
    at = game.tipoff_at + timedelta(hours=10)
    land(home / "landing", LIVE, Answer(BOXSCORE, Days.only(day), address, "application/json", body, at))


def lands_lately(home: Path) -> None:
    """The boxscores of two days before, when the same teams met: they tell who plays for whom."""
    for game in LATE_GAMES:
        lands(home, game, boxscore(game))
