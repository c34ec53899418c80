"""A day's results as rows: boxscores of players and teams, and shot zones, each with the moment it is known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pyarrow as pa

from nba_pipeline.names import player_lookup
from nba_pipeline.sources.answers import ZONES
from nba_pipeline.sources.simulated.games import STATISTICS, Box
from nba_pipeline.sources.simulated.known import KNOWN_AT, Row, known_rows
from nba_pipeline.sources.simulated.league import TEAMS
from nba_pipeline.sources.simulated.rotation import STARTERS
from nba_pipeline.sources.simulated.season import DRESSED, Game, Result, Season, TeamSheet
from nba_pipeline.statuses import PlayerStatus

_COACH = "DNP - Coach's Decision"
_NOT_DRESSED = "G League - On Assignment"


def player_boxscores(season: Season, day: date) -> pa.Table:
    """Everybody on the two teams: who played, who sat, who was not dressed or not there."""
    return known_rows(
        "player_boxscores",
        [row for game, sheet, box, result in _sides(season, day) for row in _players(season, game, sheet, box, result)],
    )


def team_boxscores(season: Season, day: date) -> pa.Table:
    rows = [
        {
            **_of_game(game, sheet, result.ended_at),
            **(sums := {name: int(box.statistics[name].sum()) for name in STATISTICS}),
            "plus_minus": sums["plus_minus"] // 5,
            "turnovers_with_team": sums["turnovers"] + box.team_turnovers,
        }
        for game, sheet, box, result in _sides(season, day)
    ]
    return known_rows("team_boxscores", rows)


def shot_zones(season: Season, day: date) -> pa.Table:
    """Hours after the boxscores, and of few games never."""
    rows = []
    for game, sheet, box, result in _sides(season, day):
        if result.zones_at is None:
            continue
        common = _of_game(game, sheet, result.zones_at)
        for place, player in enumerate(sheet.dressed.players.tolist()):
            if box.attempts[place].any():
                shots = zip(ZONES, box.attempts[place].tolist(), box.makes[place].tolist(), strict=True)
                by_zone = {
                    f"{zone}_{name}": n for zone, *both in shots for name, n in zip(("fga", "fgm"), both, strict=True)
                }
                rows.append({**common, "player_id": int(season.rosters.ids[player]), **by_zone})
    return known_rows("shot_zones", rows)


def _sides(season: Season, day: date) -> Iterator[tuple[Game, TeamSheet, Box, Result]]:
    for game in season.games.get(day, []):
        if game.result is not None:
            for sheet, box in zip(game.sheets, game.result.boxes, strict=True):
                yield game, sheet, box, game.result


def _of_game(game: Game, sheet: TeamSheet, known_at: datetime) -> dict[str, Any]:
    fixture = game.fixture
    letters = TEAMS[sheet.team].letters
    return {"game_date": fixture.game_date, "game_id": fixture.game_id, "team": letters, KNOWN_AT: known_at}


def _players(season: Season, game: Game, sheet: TeamSheet, box: Box, result: Result) -> Iterator[Row]:
    common = _of_game(game, sheet, result.ended_at)
    statistics = {name: values.tolist() for name, values in box.statistics.items()}
    for place, player in enumerate(sheet.dressed.players.tolist()):
        row = {**common, **_identity(season, player)}
        seconds = int(box.seconds[place])
        if seconds:
            about = {"status": PlayerStatus.PLAYED.value, "started": place < STARTERS, "minutes": seconds / 60}
            yield row | about | {name: values[place] for name, values in statistics.items()}
        else:
            yield row | {"status": PlayerStatus.DNP.value, "started": False, "not_played_reason": _COACH}
    others = dict.fromkeys(sheet.side.players[DRESSED:].tolist(), _NOT_DRESSED)
    others |= {player: absence.reason for player, absence in sorted(sheet.absences.items())}
    for player, reason in others.items():
        about = {"status": PlayerStatus.INACTIVE.value, "started": False, "not_played_reason": reason}
        yield common | _identity(season, player) | about


def _identity(season: Season, player: int) -> dict[str, Any]:
    name = season.rosters.names[player]
    return {"player_id": int(season.rosters.ids[player]), "player_name": name, "player_lookup": player_lookup(name)}
