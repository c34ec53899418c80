"""Rows of a league as the bodies of the services' answers: those of the CDN, and the odds.

What a format cannot carry is said with what it has:

- why somebody did not play is told by `notPlayingDescription` alone: the simulator has no codes like DNP_CD,
- a bookmaker who was last looked at at several moments has a market for each, all with the key `player_points`: a
  market has one `last_update`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime

import small_plays
from known_league import Rows
from known_teams import IDS, NAMES, Row, both_sides
from season_logs import CDN_NAMES
from small_day import iso, market
from small_plays import Shots

from nba_pipeline.game_day import EASTERN, season_name
from nba_pipeline.sources.answers import ZONES
from nba_pipeline.statuses import GameStatus, PlayerStatus

_STATUS: Mapping[str, int] = {GameStatus.UPCOMING: 1, GameStatus.IN_PROGRESS: 2, GameStatus.FINAL: 3}


def season_schedule(games: Rows, season: int, at: datetime) -> bytes:
    by_day: dict[date, list[Row]] = defaultdict(list)
    for game in games:
        by_day[game["game_date"]].append(_scheduled(game))
    dates = [{"gameDate": f"{day:%m/%d/%Y} 00:00:00", "games": of_day} for day, of_day in sorted(by_day.items())]
    told = {"meta": {"time": iso(at)}, "leagueSchedule": {"seasonYear": season_name(season), "gameDates": dates}}
    return json.dumps(told).encode()


def scoreboard(games: Rows, day: date) -> bytes:
    return json.dumps({"scoreboard": {"gameDate": f"{day}", "games": [_scheduled(game) for game in games]}}).encode()


def _scheduled(game: Row) -> Row:
    scores = (game["home_score"], game["away_score"])
    home, away = (
        {"teamId": IDS[team], "teamTricode": team, "score": score or 0}
        for team, score in zip(both_sides(game), scores, strict=True)
    )
    return {
        "gameId": game["game_id"],
        "gameStatus": _STATUS[game["status"]],
        "gameStatusText": _status_text(game),
        "gameDateEst": f"{game['game_date']}T00:00:00Z",
        "gameDateTimeUTC": iso(game["tipoff_at"]),
        "postponedStatus": "P" if game["postponed"] else "N",
        "homeTeam": home,
        "awayTeam": away,
    }


def _status_text(game: Row) -> str:
    if game["postponed"]:
        return "PPD"
    return "Final" if game["status"] == GameStatus.FINAL else f"{game['tipoff_at'].astimezone(EASTERN):%I:%M %p} ET"


def boxscore(game: Row, players: Rows, teams: Rows) -> bytes:
    """Of a game that is over."""
    sums = {row["team"]: row for row in teams}
    home, away = (
        _sheet(team, [row for row in players if row["team"] == team], sums[team], sums[other]["points"])
        for team, other in (both_sides(game), both_sides(game)[::-1])
    )
    told = {"gameId": game["game_id"], "gameStatus": 3, "gameTimeUTC": iso(game["tipoff_at"])}
    return json.dumps({"game": told | {"homeTeam": home, "awayTeam": away}}).encode()


def _sheet(team: str, players: Rows, sums: Row, against: int) -> Row:
    counted = _counted(sums)
    # with the rebounds that are credited to nobody, which the simulator does not count
    counted |= {"reboundsPersonal": counted["reboundsTotal"], "reboundsTotal": counted["reboundsTotal"] + 8}
    counted |= {"turnoversTotal": sums["turnovers_with_team"], "pointsAgainst": against}
    return {"teamId": IDS[team], "players": [_player(row) for row in players], "statistics": counted}


def _player(row: Row) -> Row:
    told = {
        "status": "INACTIVE" if row["status"] == PlayerStatus.INACTIVE else "ACTIVE",
        "personId": row["player_id"],
        "name": row["player_name"],
        "starter": f"{row['started']:d}",
        "played": f"{row['status'] == PlayerStatus.PLAYED:d}",
    }
    if row["status"] != PlayerStatus.PLAYED:
        return told | {"notPlayingDescription": row["not_played_reason"]}
    minutes, seconds = divmod(round(row["minutes"] * 60), 60)
    statistics = _counted(row) | {"minutes": f"PT{minutes:02}M{seconds:02}.00S", "plusMinusPoints": row["plus_minus"]}
    return told | {"statistics": statistics}


def _counted(row: Row) -> Row:
    return {theirs: row[ours] for ours, theirs in CDN_NAMES.items()}


def play_by_play(game_id: str, zones: Rows) -> bytes:
    """Of a game whose shots are known."""
    shots = [
        Shots(IDS[row["team"]], row["player_id"], zone, row[f"{zone}_fgm"], row[f"{zone}_fga"])
        for row in zones
        for zone in ZONES
    ]
    return small_plays.play_by_play(game_id, shots)


def event(game: Row, event_id: str) -> Row:
    home, away = (NAMES[team] for team in both_sides(game))
    return {"id": event_id, "commence_time": iso(game["tipoff_at"]), "home_team": home, "away_team": away}


def points_props(told: Row, offered: Rows) -> bytes:
    """The offers on the players of an event."""
    markets: dict[str, dict[datetime, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in offered:
        prices = {"Over": row["over_price"], "Under": row["under_price"]}
        markets[row["bookmaker"]][row["snapshot_at"]] += [
            {"name": side, "description": row["player_name"], "price": price, "point": row["line"]}
            for side, price in prices.items()
            if price is not None
        ]
    books = [
        {"key": book, "markets": [market("player_points", outcomes, at) for at, outcomes in sorted(by_moment.items())]}
        for book, by_moment in sorted(markets.items())
    ]
    return json.dumps(told | {"bookmakers": books}).encode()


def game_odds(events: Sequence[Row], offered: Rows) -> bytes:
    """The offers on all games of the events."""
    by_game: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in offered:
        home, away = (NAMES[team] for team in both_sides(row))
        books = by_game[home, away, iso(row["listed_tipoff_at"])]
        books.append({"key": row["bookmaker"], "markets": _markets(row, home, away)})
    each = [
        told | {"bookmakers": by_game[told["home_team"], told["away_team"], told["commence_time"]]} for told in events
    ]
    return json.dumps(each).encode()


def _markets(row: Row, home: str, away: str) -> list[Row]:
    spread, total = row["home_spread"], row["total"]
    return [
        market(key, outcomes, row["quoted_at"])
        for key, outcomes in (
            ("h2h", [_outcome(home, row["home_moneyline"]), _outcome(away, row["away_moneyline"])]),
            ("spreads", [_outcome(home, -110, spread), _outcome(away, -110, -spread)]),
            ("totals", [_outcome(side, -110, total) for side in ("Over", "Under")]),
        )
    ]


def _outcome(name: str, price: int, point: float | None = None) -> Row:
    return {"name": name, "price": price} | ({} if point is None else {"point": point})
